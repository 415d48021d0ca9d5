"""The one line out: every call to a model goes through `Line.ask`, which veils, logs, calls, unveils, and keeps the reply."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import closing
from datetime import UTC, datetime
from typing import Protocol

from assistant.cache import digest
from assistant.language.budget import LOOK, Budget
from assistant.language.faults import ModelError, endless, too_slow
from assistant.language.sent import Sent, keep_sent
from assistant.language.setting import ModelSetting
from assistant.language.turns import Call, ChatModel, Payload, Reply, Request, Spans, Turn, Usage
from assistant.workspace import Workspace

LINE_VERSION = "1"
_LETTERS_A_TOKEN = 8
_TRIES = 3
_END = object()
OnText = Callable[[str], None]
_OPENING = 60.0
"""Seconds that importing a model's packages and loading it may take; none of the budget's."""
_FAREWELL = 1.0


class Veil(Protocol):
    """Puts pseudonyms in the place of people and companies, and takes them out again."""

    def hide(self, text: str, told: Spans | None = None) -> str:
        """The text with pseudonyms; outside of `told`, where it is given, in the place of known names alone."""
        ...

    def restore(self, text: str) -> str:
        """The text with the real names."""
        ...


class Line:
    """Asks one model for one vault."""

    def __init__(
        self,
        workspace: Workspace,
        setting: ModelSetting,
        open_model: Callable[[], ChatModel],
        first_request: Callable[[Call], Request],
        *,
        veil: Veil | None,
        use_cache: bool = True,
    ) -> None:
        self._workspace, self._setting, self._veil, self._use_cache = workspace, setting, veil, use_cache
        self._open_model, self._first_request = open_model, first_request
        self._opening: Future[ChatModel] | None = None
        self._lock = threading.Lock()
        self._readers: list[threading.Thread] = []
        self._is_closed = False
        if setting.needs_veil and veil is None:
            raise ModelError(
                f"{setting.name} is not on this machine, and pseudonyms for people and companies are not at hand.",
                "Use a model on this machine, or SHOWME_PSEUDONYMS=never.",
                is_final=True,
            )

    def payload(self, call: Call) -> Payload:
        """The call exactly as it would go to the model; nothing is opened, nothing sent. Raises ModelError."""
        veiled = self._veiled(call)
        request = self._first_request(veiled)
        return Payload(
            model=self._setting.name,
            host=self._setting.host,
            purpose=call.purpose,
            turns=veiled.turns,
            body=request.body,
            digest=request.digest,
        )

    def ask(self, call: Call, budget: Budget, on_text: OnText | None = None) -> Reply:
        """The reply to one call, from the cache where the same was asked before.

        `on_text` hears all that has come so far, names put back, whenever a piece of it closes a brace. Raises ModelError.
        """
        key = self._key(call)
        kept = self._kept(key)
        if kept is not None:
            if on_text:
                on_text(kept.text)
            return kept
        begun = time.monotonic()
        text, usage = self._tried(self._veiled(call), budget, on_text)
        reply = Reply(text=self._restored(text), usage=usage, seconds=time.monotonic() - begun)
        with self._lock:
            self._workspace.cache.save_many("reply", {key: reply.model_dump_json()})
        return reply

    def close(self) -> None:
        """Let go of the model; calls under way are cut off and given a moment to end."""
        self._is_closed = True
        with self._lock:
            opening = self._opening
        if opening is None:
            return
        opening.add_done_callback(_close)
        end = time.monotonic() + _FAREWELL
        for reader in self._readers:
            reader.join(timeout=max(0.0, end - time.monotonic()))
        if opening.done():
            _close(opening)  # whatever was opened in between

    def _veiled(self, call: Call) -> Call:
        if self._veil is None:
            return call
        with self._lock:
            turns = tuple(Turn(role=turn.role, text=self._veil.hide(turn.text, turn.told)) for turn in call.turns)
        return call.model_copy(update={"turns": turns})

    def _opened(self, budget: Budget) -> ChatModel:
        """The model, opened at its first use in a thread of its own. Raises ModelError."""
        with self._lock:
            if self._opening is None:
                self._opening = _begun(self._open_model)
            opening = self._opening
        end = time.monotonic() + _OPENING
        while not wait((opening,), LOOK).done:
            if budget.left <= 0 or time.monotonic() >= end:
                raise too_slow(self._setting.name)
        return opening.result()

    def _tried(self, call: Call, budget: Budget, on_text: OnText | None) -> tuple[str, Usage]:
        model = self._opened(budget)
        for attempt in range(1, _TRIES + 1):
            request = model.request(call)
            budget.begin()  # packages, weights and the first request took what they took; from here on the model is waited for
            begun = time.monotonic()
            self._log(call, request, 0.0, Usage(), "sent")
            try:
                text, usage = self._once(model, request, call.most_tokens, budget, on_text)
            except ModelError as fault:
                self._log(call, request, time.monotonic() - begun, Usage(), fault.message)
                wait = fault.wait if fault.wait is not None else 0.2 * attempt
                if fault.is_final or attempt == _TRIES or wait >= budget.left:
                    raise
                budget.sleep(wait)
            else:
                self._log(call, request, time.monotonic() - begun, usage, "answered")
                return text, usage
        raise AssertionError("the last try returns or raises")

    def _once(
        self, model: ChatModel, request: Request, most_tokens: int, budget: Budget, on_text: OnText | None
    ) -> tuple[str, Usage]:
        text, usage = "", Usage()
        for piece in self._pieces(model, request, budget):
            if isinstance(piece, Usage):
                usage = piece
                continue
            text += piece
            if len(text) > most_tokens * _LETTERS_A_TOKEN and "</think>" not in text and "<think>" not in text:
                raise endless(self._setting.name)
            if on_text and "}" in piece:
                on_text(self._restored(text))
        return text, usage

    def _pieces(self, model: ChatModel, request: Request, budget: Budget) -> Iterator[str | Usage]:
        """The model's pieces, read in a thread of its own, so that no vendor can hold the work longer than its time."""
        pieces: queue.Queue[object] = queue.Queue()
        stopped = threading.Event()

        def read() -> None:
            try:
                with closing(model.stream(request, max(LOOK, budget.left))) as stream:
                    for piece in stream:
                        pieces.put(piece)
                        if stopped.is_set() or self._is_closed:
                            break
            except ModelError as fault:
                pieces.put(fault)
            finally:
                pieces.put(_END)

        reader = threading.Thread(target=read, name="model", daemon=True)
        self._readers.append(reader)
        reader.start()
        try:
            while True:
                try:
                    piece = pieces.get(timeout=min(LOOK, budget.left) or 0.001)
                except queue.Empty:
                    if budget.left <= 0:
                        raise too_slow(self._setting.name) from None
                    continue
                if isinstance(piece, ModelError):
                    raise piece
                if piece is _END:
                    return
                if budget.left <= 0:
                    raise too_slow(self._setting.name)
                assert isinstance(piece, str | Usage)  # noqa: S101 (what the protocol promises)
                yield piece
        finally:
            stopped.set()

    def _restored(self, text: str) -> str:
        with self._lock:
            return text if self._veil is None else self._veil.restore(text)

    def _key(self, call: Call) -> str:
        turns = [f"{turn.role}\x1f{turn.text}" for turn in call.turns]
        veil = "veiled" if self._veil is not None else "plain"
        schema = json.dumps(call.schema_, sort_keys=True)
        where = self._setting.base_url or ""
        return digest("reply", LINE_VERSION, self._setting.name, where, veil, call.prompt, schema, *turns)

    def _kept(self, key: str) -> Reply | None:
        if not self._use_cache:
            return None
        with self._lock:
            body = self._workspace.cache.load_many([key]).get(key)
        return Reply.model_validate_json(body).model_copy(update={"is_kept": True}) if body else None

    def _log(self, call: Call, request: Request, seconds: float, usage: Usage, outcome: str) -> None:
        entry = Sent(
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            model=self._setting.name,
            host=self._setting.host,
            purpose=call.purpose,
            pseudonyms=self._veil is not None,
            letters=sum(len(turn.text) for turn in call.turns),
            digest=request.digest,
            tokens_read=usage.read,
            tokens_written=usage.written,
            seconds=round(seconds, 3),
            outcome=outcome,
        )
        with self._lock:
            keep_sent(self._workspace.vault.state, entry)


def _begun(open_model: Callable[[], ChatModel]) -> Future[ChatModel]:
    """A model that a thread of its own opens, so that no vendor can hold the work."""
    opening: Future[ChatModel] = Future()

    def work() -> None:
        try:
            opening.set_result(open_model())
        except BaseException as fault:
            opening.set_exception(fault)  # raised again where the model is waited for

    threading.Thread(target=work, name="open-model", daemon=True).start()
    return opening


def _close(opening: Future[ChatModel]) -> None:
    if opening.exception() is None:
        opening.result().close()

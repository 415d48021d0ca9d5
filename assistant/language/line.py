"""The one line out: every call to a model goes through `Line.ask`, which veils, logs, calls, unveils, and keeps the reply."""

from __future__ import annotations

import json
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from assistant.cache import digest
from assistant.language.faults import ModelError, endless, too_slow
from assistant.language.sent import LOG, Sent
from assistant.language.setting import ModelSetting
from assistant.language.turns import Call, ChatModel, Payload, Reply, Turn, Usage
from assistant.workspace import Workspace

LINE_VERSION = "1"
_LETTERS_A_TOKEN = 8
_TRIES = 3
_END = object()
OnText = Callable[[str], None]
IsStopped = Callable[[], bool]
_LOOK = 0.1
"""Seconds between two looks at whether time is up."""
_FAREWELL = 1.0


class Veil(Protocol):
    """Puts pseudonyms in the place of people and companies, and takes them out again."""

    def hide(self, text: str) -> str:
        """The text with pseudonyms."""
        ...

    def restore(self, text: str) -> str:
        """The text with the real names."""
        ...


class Budget:
    """The time that one piece of work may wait for its model, and whether it was told to stop."""

    def __init__(self, seconds: float, is_stopped: IsStopped | None = None) -> None:
        self._begun = time.monotonic()
        self._end = self._begun + seconds
        self._stopped = threading.Event()
        self._is_stopped = is_stopped or _never

    @property
    def left(self) -> float:
        """Seconds that are left, 0 at the end or when stopped."""
        is_over = self._stopped.is_set() or self._is_stopped()
        return 0.0 if is_over else max(0.0, self._end - time.monotonic())

    @property
    def was_stopped(self) -> bool:
        """Whether somebody who waits for it has had enough."""
        return self._is_stopped()

    @property
    def spent(self) -> float:
        """Seconds since it began."""
        return time.monotonic() - self._begun

    def stop(self) -> None:
        """End it now: calls under way are given up."""
        self._stopped.set()

    def sleep(self, seconds: float) -> None:
        """Wait, unless it is stopped meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.left > 0:
            self._stopped.wait(min(_LOOK, max(0.0, end - time.monotonic())))


def _never() -> bool:
    return False


class Line:
    """Asks one model for one vault."""

    def __init__(
        self,
        workspace: Workspace,
        setting: ModelSetting,
        open_model: Callable[[], ChatModel],
        *,
        veil: Veil | None,
        use_cache: bool = True,
    ) -> None:
        self._workspace, self._setting, self._veil, self._use_cache = workspace, setting, veil, use_cache
        self._open_model = open_model
        self._model: ChatModel | None = None
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
        """The call exactly as it would go to the model."""
        veil, turns = self._veil, call.turns
        if veil is not None:
            with self._lock:
                turns = tuple(Turn(role=turn.role, text=veil.hide(turn.text)) for turn in turns)
        return Payload(model=self._setting.name, host=self._setting.host, purpose=call.purpose, turns=turns)

    def model(self) -> ChatModel:
        """The model, opened at its first use. Raises ModelError."""
        with self._lock:
            if self._model is None:
                self._model = self._open_model()
            return self._model

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
        veiled = call.model_copy(update={"turns": self.payload(call).turns})
        text, usage = self._tried(veiled, budget, on_text)
        reply = Reply(text=self._restored(text), usage=usage, seconds=time.monotonic() - begun)
        with self._lock:
            self._workspace.cache.save_many("reply", {key: reply.model_dump_json()})
        return reply

    def close(self) -> None:
        """Let go of the model; calls under way are cut off and given a moment to end."""
        self._is_closed = True
        if self._model is None:
            return
        self._model.close()
        end = time.monotonic() + _FAREWELL
        for reader in self._readers:
            reader.join(timeout=max(0.0, end - time.monotonic()))
        self._model.close()  # whatever was opened in between

    def _tried(self, call: Call, budget: Budget, on_text: OnText | None) -> tuple[str, Usage]:
        for attempt in range(1, _TRIES + 1):
            begun = time.monotonic()
            self._log(call, 0.0, Usage(), "sent")
            try:
                text, usage = self._once(call, budget, on_text)
            except ModelError as fault:
                self._log(call, time.monotonic() - begun, Usage(), fault.message)
                wait = fault.wait if fault.wait is not None else 0.2 * attempt
                if fault.is_final or attempt == _TRIES or wait >= budget.left:
                    raise
                budget.sleep(wait)
            else:
                self._log(call, time.monotonic() - begun, usage, "answered")
                return text, usage
        raise AssertionError("the last try returns or raises")

    def _once(self, call: Call, budget: Budget, on_text: OnText | None) -> tuple[str, Usage]:
        text, usage = "", Usage()
        for piece in self._pieces(call, budget):
            if isinstance(piece, Usage):
                usage = piece
                continue
            text += piece
            if len(text) > call.most_tokens * _LETTERS_A_TOKEN and "</think>" not in text and "<think>" not in text:
                raise endless(self._setting.name)
            if on_text and "}" in piece:
                on_text(self._restored(text))
        return text, usage

    def _pieces(self, call: Call, budget: Budget) -> Iterator[str | Usage]:
        """The model's pieces, read in a thread of its own, so that no vendor can hold the work longer than its time."""
        pieces: queue.Queue[object] = queue.Queue()
        stopped = threading.Event()

        def read() -> None:
            try:
                model = self.model()
                if stopped.is_set() or self._is_closed:
                    return
                stream = model.stream(call, max(_LOOK, budget.left))
                with closing(stream):
                    for piece in stream:
                        pieces.put(piece)
                        if stopped.is_set() or self._is_closed:
                            break
            except ModelError as fault:
                pieces.put(fault)
            finally:
                pieces.put(_END)
                if self._is_closed and self._model is not None:
                    self._model.close()  # what this thread opened after everybody else had left

        reader = threading.Thread(target=read, name="model", daemon=True)
        self._readers.append(reader)
        reader.start()
        try:
            while True:
                try:
                    piece = pieces.get(timeout=min(_LOOK, budget.left) or 0.001)
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

    def _log(self, call: Call, seconds: float, usage: Usage, outcome: str) -> None:
        entry = Sent(
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            model=self._setting.name,
            host=self._setting.host,
            purpose=call.purpose,
            pseudonyms=self._veil is not None,
            letters=sum(len(turn.text) for turn in call.turns),
            tokens_read=usage.read,
            tokens_written=usage.written,
            seconds=round(seconds, 3),
            outcome=outcome,
        )
        with self._lock:
            append_private(self._workspace.vault.state / LOG, entry.model_dump_json() + "\n")


def append_private(path: Path, text: str) -> None:
    """Add to a file that only its owner may read."""
    from assistant.vault.writing import private_folder

    private_folder(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as stream:
        stream.write(text)

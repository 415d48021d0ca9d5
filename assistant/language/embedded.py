"""A GGUF model inside this process, through llama.cpp. The one place that knows xllamacpp."""

from __future__ import annotations

import json
import os
import queue
import secrets
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from assistant.language.faults import ModelError, not_agreed, too_slow
from assistant.language.turns import Call, Request, Usage

_CONTEXT = 4096
"""Tokens that prompt and answer share."""
_BATCH = 128
"""Tokens of a prompt that are read between two moments at which the model can be stopped."""
_END = object()


class EmbeddedModel:
    """A loaded model; one call at a time."""

    def __init__(self, path: Path) -> None:
        """Load the file. Raises ModelError when the package is missing or the file is no model."""
        try:
            import xllamacpp
        except ImportError as fault:
            raise ModelError(
                "A model inside the process needs the package xllamacpp.",
                "Install it with `pip install 'showme[local]'`.",
                is_final=True,
            ) from fault
        self._name = path.name
        params: Any = xllamacpp.CommonParams()
        params.model.path = str(path)
        params.n_ctx, params.n_parallel, params.warmup = _CONTEXT, 1, False
        params.n_batch = params.n_ubatch = _BATCH
        for cores in (params.cpuparams, params.cpuparams_batch):
            cores.n_threads, cores.poll = (
                max(1, (os.cpu_count() or 2) // 2),
                0,
            )  # leaves room for other work, and no spinning
        params.api_keys = [secrets.token_hex(16)]  # llama.cpp listens on loopback; nobody but us may ask it
        params.endpoint_slots = params.endpoint_props = params.ui = False
        params.offline = True
        params.sampling.seed = 7
        params.verbosity = 0
        try:
            self._server: Any = xllamacpp.Server(params)
        except (RuntimeError, ValueError, MemoryError) as fault:
            raise ModelError(
                f"{path.name} could not be loaded as a model.",
                "Fetch it again with `showme model get`, or name another file.",
                is_final=True,
            ) from fault

    def request(self, call: Call) -> Request:
        """The call as llama.cpp is asked it."""
        return request_for(call)

    def stream(self, request: Request, seconds: float) -> Generator[str | Usage, None, None]:
        """Pieces as they are made; closing the iterator stops the model at its next token."""
        pieces: queue.Queue[Any] = queue.Queue()
        stopped = threading.Event()

        def take(piece: Any) -> bool:
            pieces.put(piece)
            return stopped.is_set()

        def run() -> None:
            try:
                self._server.handle_chat_completions(request.body.decode(), take)
            except Exception as fault:
                pieces.put(fault)
            pieces.put(_END)

        # no daemon: the process must not end while llama.cpp computes, and it stops within one batch
        worker = threading.Thread(target=run, name="embedded-model")
        worker.start()
        try:
            while True:
                try:
                    piece = pieces.get(timeout=seconds)
                except queue.Empty:
                    raise too_slow(self._name) from None
                if piece is _END:
                    return
                yield from _read(piece, self._name)
        finally:
            stopped.set()

    def close(self) -> None:
        """Free the memory."""
        self._server = None


def request_for(call: Call) -> Request:
    """A call as llama.cpp takes it."""
    body: dict[str, Any] = {
        "messages": [{"role": turn.role, "content": turn.text} for turn in call.turns],
        "max_tokens": call.most_tokens,
        "temperature": 0.0,
        "stream": True,
        "stream_options": {"include_usage": True},
        "return_progress": True,
    }
    if call.schema_ is not None:
        body["response_format"] = {"type": "json_schema", "json_schema": {"name": "items", "schema": call.schema_}}
    return Request(call.turns, json.dumps(body, ensure_ascii=False).encode())


def _read(piece: Any, name: str) -> Iterator[str | Usage]:
    if isinstance(piece, Exception):
        raise not_agreed(name) from piece
    chunk = json.loads(piece) if isinstance(piece, str | bytes) else piece
    if "error" in chunk:
        raise not_agreed(name)
    for choice in chunk.get("choices", ()):
        text = choice.get("delta", {}).get("content")
        if text:
            yield text
    usage, timings = chunk.get("usage"), chunk.get("timings")
    if usage:
        yield Usage(read=usage.get("prompt_tokens", 0), written=usage.get("completion_tokens", 0))
    elif timings:
        yield Usage(read=timings["cache_n"] + timings["prompt_n"], written=timings["predicted_n"])

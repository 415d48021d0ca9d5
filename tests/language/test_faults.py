"""Whatever goes wrong with a model: a full brief, one plain sentence, a bounded time."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant import verbs
from assistant.language.faults import retry_after
from assistant.language.wish import Wish
from assistant.models import Brief
from assistant.workspace import Workspace
from tests.language.conftest import PERSON, Prep, Serve
from tests.language.server import Reply
from tests.language.test_tailor import fitting, texts

SECRET = "sk-verysecretkey0123456789abcdef"
FAULTS = {
    "401": (Reply(status=401), "refused the key"),
    "403": (Reply(status=403), "refused the key"),
    "404": (Reply(status=404), "does not know"),
    "429": (Reply(status=429, headers={"Retry-After": "3000"}), "asks to wait"),
    "500": (Reply(status=500), "failed (500)"),
    "cut": (Reply("What would have to be true for this", cut_after=1), "broke off"),
    "no protocol": (Reply(body=b"<html>hello</html>"), "not in the agreed form"),
    "elsewhere": (Reply(status=302, headers={"Location": "http://192.0.2.1/v1"}), "points to another address"),
    "endless": (Reply("What would have to be true for this and then ", is_endless=True), "did not come to an end"),
}


@pytest.mark.parametrize("strategy", ["adapt", "draft"])
@pytest.mark.parametrize("kind", FAULTS)
def test_every_fault_ends_in_the_offline_brief_and_one_sentence(
    kind: str, strategy: str, serving: Serve, prep: Prep, offline: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    reply, words = FAULTS[kind]
    serving([reply])
    brief = prep(strategy)
    assert texts(brief) == texts(offline)
    assert brief.model == "offline"
    said = [warning for warning in brief.warnings if words in warning]
    assert len(said) == 1
    assert brief.tailoring is not None
    assert words in brief.tailoring.fault
    assert SECRET not in brief.model_dump_json()


def test_retry_after_is_waited_for_when_there_is_time(serving: Serve, prep: Prep) -> None:
    replies = iter([Reply(status=429, headers={"Retry-After": "1"})])
    serving(lambda asked: next(replies, None) or fitting(asked))
    begun = time.monotonic()
    brief = prep()
    assert time.monotonic() - begun >= 1
    assert brief.tailoring is not None
    assert brief.tailoring.adapted > 0
    assert not brief.tailoring.fault


@pytest.mark.parametrize(
    ("text", "seconds"), [("3", 3.0), ("0", 0.0), ("-5", 0.0), ("soon", None), ("", None), ("nan", None)]
)
def test_retry_after_is_read_or_left(text: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": text}) == seconds


@pytest.mark.parametrize("reply", [Reply("late", delay=120), Reply("What would have to be true", gap=60)])
def test_total_time_is_bounded(reply: Reply, serving: Serve, vault: Path, workspace: Workspace, offline: Brief) -> None:
    (vault / ".showme" / "config.toml").write_text("[model]\ntotal_seconds = 6\n", encoding="utf-8")
    serving([reply])
    begun = time.monotonic()
    brief = verbs.prep(workspace, PERSON, Wish("openai:scripted", "adapt"))
    assert time.monotonic() - begun < 12
    assert texts(brief) == texts(offline)
    assert any("did not answer in time" in warning for warning in brief.warnings)


def test_a_refused_connection_is_told_as_one(prep: Prep, offline: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOWME_BASE_URL", "http://127.0.0.1:9/v1")
    brief = prep()
    assert texts(brief) == texts(offline)
    assert any("Nothing answers at 127.0.0.1" in warning for warning in brief.warnings)


@pytest.mark.parametrize("strategy", ["adapt", "draft"])
def test_a_closed_port_is_told_at_once_however_long_the_packages_take(vault: Path, strategy: str) -> None:
    """In a process of its own, where LangChain takes longer to import than the model is given to answer."""
    (vault / ".showme" / "config.toml").write_text("[model]\ntotal_seconds = 0.9\n", encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens here, and nobody else can
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        words = ("prep", PERSON, "--vault", str(vault), "--model", "openai:x", "--strategy", strategy, "--json")
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli", *words],
            capture_output=True,
            text=True,
            env=os.environ | {"SHOWME_BASE_URL": url},
            timeout=240,
        )
    brief = Brief.model_validate_json(done.stdout)
    assert any("Nothing answers at 127.0.0.1" in warning for warning in brief.warnings), brief.warnings
    assert brief.tailoring is not None
    assert brief.tailoring.seconds < 0.9


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("anthropic:some-model", "needs the package langchain-anthropic"),
        ("nosuchprovider:some-model", "no model that can be opened"),
        ("nonsense", "names no model"),
        ("gguf:/nowhere/model.gguf", "There is no model file"),
        ("embedded", "showme model get smollm2"),
    ],
)
def test_a_model_that_cannot_be_opened_says_what_to_do(
    name: str, words: str, prep: Prep, offline: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOWME_PSEUDONYMS", "never")
    brief = prep(name=name)
    assert texts(brief) == texts(offline)
    assert any(words in warning for warning in brief.warnings)


def test_faults_before_an_answer_leave_the_answers_that_came(serving: Serve, prep: Prep) -> None:
    count = iter(range(1000))
    serving(lambda asked: fitting(asked) if next(count) < 6 else Reply(status=500))
    brief = prep()
    assert brief.tailoring is not None
    assert brief.tailoring.adapted > 0
    assert brief.tailoring.replaced > 0
    assert any("stand as they are offline" in warning for warning in brief.warnings)


def test_wrong_json_in_a_draft_keeps_the_items_that_are_whole(serving: Serve, prep: Prep) -> None:
    from tests.language.test_tailor import drafted

    def broken(asked: object) -> str:
        text = json.dumps(drafted(asked))  # type: ignore[arg-type]
        return "Here you are:\n```json\n" + text[: len(text) * 2 // 3]

    serving(broken)
    brief = prep("draft")
    assert brief.tailoring is not None
    assert brief.tailoring.drafted >= 1
    assert brief.tailoring.replaced >= 1


def test_the_log_tells_of_every_call_and_holds_no_content(serving: Serve, prep: Prep, vault: Path) -> None:
    server = serving(fitting)
    prep()
    log = vault / ".showme" / "model-log.jsonl"
    entries = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [entry["outcome"] for entry in entries].count("sent") == len(server.asked)
    assert all(entry["host"] == "127.0.0.1" and entry["letters"] > 0 for entry in entries)
    assert "Larkspur" not in log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o077 == 0

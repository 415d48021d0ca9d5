"""`--model`, `--vault` and `--today` before a command count for it, and its own go before them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.language.server import serve
from tui.cli import app

MakeVault = Callable[[dict[str, str]], Path]
PERSON = "Tomasz Wilk"
NOTES = {
    "people/Tomasz Wilk/2026-10-06.md": 'Larkspur: T says the CFO "is basically on board". Hasn\'t met her.\n'
    "He owes me the mutual plan for Hexham, by Fri 16 Oct.\n",
    "people/Priya Raman/2026-10-07.md": "Priya asked whose evening gets shorter at Hexham.\n",
}


def said(*words: str, code: int = 0) -> str:
    """What a command prints on stdout."""
    done = CliRunner().invoke(app, words)
    assert done.exit_code == code, done.output + done.stderr
    return done.stdout


@pytest.fixture
def vault(make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A vault that is named on the command line alone; the environment names one without notes."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("SHOWME_VAULT", str(empty))
    return make_vault(NOTES)


def people(text: str) -> list[str]:
    return sorted(row["name"] for row in json.loads(text)["people"])


def test_a_vault_before_a_command_is_the_one_it_opens(vault: Path, tmp_path: Path) -> None:
    assert people(said("team", "--json")) == []
    assert people(said("--vault", str(vault), "team", "--json")) == ["Priya Raman", PERSON]
    assert people(said("--vault", str(tmp_path / "empty"), "team", "--vault", str(vault), "--json")) != []
    assert people(said("--vault", str(vault), "team", "--vault", str(tmp_path / "empty"), "--json")) == []


def test_a_vault_before_init_is_the_folder_it_adopts(vault: Path, tmp_path: Path) -> None:
    said("--vault", str(vault), "init")
    assert (vault / ".showme").is_dir()
    other = tmp_path / "other"
    said("--vault", str(vault), "init", str(other))
    assert other.is_dir()


def test_a_vault_before_demo_is_refused(vault: Path) -> None:
    said("--vault", str(vault), "demo", code=2)


def test_a_day_before_a_command_is_its_day(vault: Path) -> None:
    def is_overdue(*words: str) -> list[bool]:
        return [item["overdue"] for item in json.loads(said(*words, "--vault", str(vault), "--json"))["commitments"]]

    assert is_overdue("--today", "2026-10-08", "commitments") == [False]
    assert is_overdue("--today", "2026-10-20", "commitments") == [True]
    assert is_overdue("--today", "2026-10-20", "commitments", "--today", "2026-10-08") == [False]


def test_what_is_no_day_is_told_before_any_command() -> None:
    assert CliRunner().invoke(app, ("--today", "soon", "lint", "What next?")).exception is not None


@pytest.mark.parametrize(
    ("before", "after", "is_asked"),
    [
        (("--model", "offline"), (), False),
        (("--model", "openai:scripted"), ("--model", "offline"), False),
        (("--model", "offline"), ("--model", "openai:scripted"), True),
        ((), (), True),
    ],
)
def test_a_model_before_a_command_is_the_one_it_asks(
    before: tuple[str, ...], after: tuple[str, ...], is_asked: bool, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOWME_MODEL", "openai:scripted")
    with serve(["What would show it?"]) as server:
        monkeypatch.setenv("SHOWME_BASE_URL", server.url)
        said("--vault", str(vault), *before, "prep", PERSON, *after)
    assert bool(server.asked) is is_asked


@pytest.mark.parametrize("words", [("capture", PERSON), ("demo",)])
def test_what_opens_the_app_hands_the_model_on(words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[dict[str, Any]] = []
    for family in ("capture", "prep"):
        monkeypatch.setattr(f"tui.commands.{family}.is_interactive", lambda: True)
    monkeypatch.setattr("tui.app.run_app", lambda vault, today, **more: opened.append(more))
    said("--model", "offline", *words)
    assert [more["model"] for more in opened] == ["offline"]


def test_show_prompt_prints_the_body_for_people_and_programs(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOWME_BASE_URL", "http://127.0.0.1:9/v1")
    words = (
        "--vault",
        str(vault),
        "--model",
        "openai:scripted",
        "prep",
        PERSON,
        "--strategy",
        "draft",
        "--show-prompt",
    )
    (told,) = json.loads(said(*words, "--json"))
    assert told["body"]["messages"] == told["messages"]
    assert told["body"]["response_format"]["json_schema"]["schema"]["required"] == ["items"]
    assert told["body"]["stream_options"] == {"include_usage": True}
    assert told["body"]["max_completion_tokens"] > 0
    text = said(*words)
    line = text.partition(f"[body, SHA-256 {told['sha256']}]\n")[2].partition("\n")[0]
    assert hashlib.sha256(line.encode()).hexdigest() == told["sha256"]
    assert json.loads(line) == told["body"]

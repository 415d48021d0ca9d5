"""The manager's own decisions: kept, readable, mendable."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import ConfigError
from assistant.ledger.decisions import Decision, decisions_path, load_decisions, record_decision

SHOWN = Decision(verb="shown", on=date(2026, 11, 23), artefact='her mail of "2 Nov"')


def test_decision_comes_back(tmp_path: Path) -> None:
    record_decision(tmp_path, "c-0123abcd", SHOWN)
    record_decision(tmp_path, "p-89abcdef", Decision(verb="done", on=date(2026, 11, 24)))
    kept = load_decisions(tmp_path)
    assert kept["c-0123abcd"] == SHOWN
    assert kept["p-89abcdef"].verb == "done"


def test_later_decision_replaces_the_earlier(tmp_path: Path) -> None:
    record_decision(tmp_path, "c-0123abcd", SHOWN)
    record_decision(tmp_path, "c-0123abcd", Decision(verb="dropped", on=date(2026, 12, 1), why="lost"))
    assert load_decisions(tmp_path)["c-0123abcd"].verb == "dropped"


def test_file_is_the_owners_alone(tmp_path: Path) -> None:
    record_decision(tmp_path, "c-0123abcd", SHOWN)
    assert decisions_path(tmp_path).stat().st_mode & 0o077 == 0


def test_nothing_decided_is_empty(tmp_path: Path) -> None:
    assert load_decisions(tmp_path) == {}


def test_broken_file_is_named_with_a_remedy(tmp_path: Path) -> None:
    record_decision(tmp_path, "c-0123abcd", SHOWN)
    decisions_path(tmp_path).write_text('[c-1]\nverb = "maybe"\non = 2026-11-23\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"decisions\.toml") as fault:
        load_decisions(tmp_path)
    assert "Mend" in fault.value.remedy

"""The manager's own decisions: kept, readable, mendable."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.errors import ConfigError
from assistant.ledger.decisions import (
    Decision,
    decided_findings,
    decisions_path,
    load_decisions,
    record_decisions,
)
from assistant.ledger.ids import finding_id
from assistant.ledger.tables import merge_notices
from assistant.models import Evidence, Findings, PromiseFinding
from assistant.vault.journal import undo_last
from assistant.vault.vault import Vault, open_vault

SHOWN = Decision(verb="shown", on=date(2026, 11, 23), artefact='her mail of "2 Nov"')
DONE = Decision(verb="done", on=date(2026, 11, 24))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault."""
    return open_vault(tmp_path)


def test_decision_comes_back(vault: Vault) -> None:
    record_decisions(vault, "shown", {"c-0123abcd": SHOWN})
    record_decisions(vault, "done", {"p-89abcdef": DONE})
    kept = load_decisions(vault.state)
    assert kept == {"c-0123abcd": (SHOWN,), "p-89abcdef": (DONE,)}


def test_later_decision_stands_behind_the_earlier(vault: Vault) -> None:
    dropped = Decision(verb="dropped", on=date(2026, 12, 1), why="lost")
    record_decisions(vault, "shown", {"c-0123abcd": SHOWN})
    record_decisions(vault, "dropped", {"c-0123abcd": dropped})
    assert load_decisions(vault.state)["c-0123abcd"] == (SHOWN, dropped)


def test_decision_is_taken_back(vault: Vault) -> None:
    record_decisions(vault, "shown", {"c-0123abcd": SHOWN})
    record_decisions(vault, "done", {"p-89abcdef": DONE})
    assert undo_last(vault).name == "done"
    assert load_decisions(vault.state) == {"c-0123abcd": (SHOWN,)}


def test_file_is_the_owners_alone(vault: Vault) -> None:
    record_decisions(vault, "shown", {"c-0123abcd": SHOWN})
    assert decisions_path(vault.state).stat().st_mode & 0o077 == 0


def test_nothing_decided_is_empty(vault: Vault) -> None:
    assert load_decisions(vault.state) == {}


def test_a_single_table_written_by_hand_is_read(vault: Vault) -> None:
    record_decisions(vault, "shown", {"c-0123abcd": SHOWN})
    decisions_path(vault.state).write_text('[p-1]\nverb = "done"\non = 2026-11-24\n', encoding="utf-8")
    assert load_decisions(vault.state) == {"p-1": (DONE,)}


def test_broken_file_is_named_with_a_remedy(vault: Vault) -> None:
    record_decisions(vault, "shown", {"c-0123abcd": SHOWN})
    decisions_path(vault.state).write_text('[c-1]\nverb = "maybe"\non = 2026-11-23\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"decisions\.toml") as fault:
        load_decisions(vault.state)
    assert "Mend" in fault.value.remedy


def test_both_sides_of_a_merge_are_read_and_the_later_word_counts(vault: Vault) -> None:
    moved = Decision(verb="moved", on=date(2026, 11, 20), due=date(2026, 12, 1))
    late = Decision(verb="moved", on=date(2026, 11, 25), due=date(2026, 12, 8))
    for word in (moved, late):
        record_decisions(vault, "moved", {"p-1": word})
    path = decisions_path(vault.state)
    first, _, last = path.read_text("utf-8").rpartition("[[p-1]]")
    path.write_text(
        f'{first}<<<<<<< HEAD\n[[p-1]]{last}[[p-2]]\nverb = "done"\non = 2026-11-24\n||||||| base\n=======\n'
        '[[p-1]]\nverb = "done"\non = 2026-11-24\n\n[[c-1]]\nverb = "never"\non = 2026-11-24\n>>>>>>> desk\n',
        encoding="utf-8",
    )
    kept = load_decisions(vault.state)
    assert kept == {
        "p-1": (moved, DONE, late),
        "p-2": (DONE,),
        "c-1": (Decision(verb="never", on=date(2026, 11, 24)),),
    }
    assert merge_notices(vault.state) == [
        ".showme/ledger/decisions.toml holds Git's conflict marks: both sides count, the later word where they differ."
    ]
    record_decisions(vault, "done", {"p-3": DONE})
    assert load_decisions(vault.state) == {**kept, "p-3": (DONE,)}
    assert merge_notices(vault.state) == []


def test_refused_findings_count_no_more_and_others_are_put_right() -> None:
    def promise(quote: str) -> PromiseFinding:
        evidence = Evidence(path="a.md", line_start=1, line_end=1, quote=quote, date=date(2026, 11, 23))
        return PromiseFinding(person="jo-may", owner="report", text=quote, evidence=evidence)

    map_, deck = promise("Jo brings the map"), promise("Jo sends the deck")
    decisions = {
        finding_id(map_): (Decision(verb="refused", on=date(2026, 11, 24)),),
        finding_id(deck): (Decision(verb="confirmed", on=date(2026, 11, 24), owner="manager", due=date(2026, 12, 1)),),
    }
    [found] = decided_findings([Findings(path="a.md", promises=(map_, deck))], decisions)
    [left] = found.promises
    assert (left.owner, left.due, left.evidence) == ("manager", date(2026, 12, 1), deck.evidence)

"""What a capture says of earlier promises and claims can be confirmed, refused and opened again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant import deciding, verbs
from assistant.brief.render import render_markdown
from assistant.capture.capture import found_in_note
from assistant.errors import ShowMeError
from assistant.ledger.decisions import Decision, load_decisions
from assistant.models import Claim, Commitment
from assistant.vault.journal import undo_last
from assistant.workspace import Workspace
from tests.capture.conftest import TODAY, Capture
from tui.commands.made import print_made

KEPT = "Read the Pentlow map together, it is good\n"
AGAINST = "The Pentlow CFO told me on the phone: the board has not approved any budget\n"
SHOWN = "Read the mail in which the Pentlow board has approved the budget\n"


def map_of(workspace: Workspace) -> Commitment:
    return next(c for c in deciding.commitments(workspace, "Morgan") if "Pentlow map" in c.text)


def budget_of(workspace: Workspace) -> Claim:
    return next(c for c in deciding.claims(workspace, "Morgan") if "board has approved" in c.text)


def opened(workspace: Workspace, item_id: str) -> Claim | Commitment:
    return deciding.decide(workspace, item_id, Decision(verb="open", on=workspace.today))


def test_a_promise_wrongly_closed_is_opened_again_for_good(take: Capture, workspace: Workspace, root: Path) -> None:
    made = take(KEPT)
    promise = map_of(workspace)
    assert promise.status == "done"
    assert (opened(workspace, promise.id), map_of(workspace).status) == (map_of(workspace), "open")
    assert map_of(workspace).overdue
    assert "Kept: Morgan to send me" not in (root / made.note).read_text()
    take("Something else\n")
    assert map_of(workspace).status == "open"
    undo_last(workspace.vault)
    assert undo_last(workspace.vault).name == f"open: promise {promise.id}"
    workspace.forget()
    assert map_of(workspace).status == "done"
    assert "Kept: Morgan to send me" in (root / made.note).read_text()


def test_a_later_line_may_close_what_was_opened_again(take: Capture, workspace: Workspace, root: Path) -> None:
    take(KEPT)
    opened(workspace, map_of(workspace).id)
    later = Workspace(root, today=TODAY + timedelta(days=7))
    note = root / "people/Morgan Lee/2026-12-01.md"
    note.write_text(f"# 1:1 Morgan\n\n{KEPT}", encoding="utf-8")
    promise = map_of(later)
    later.close()
    assert promise.status == "done"
    assert promise.closed_by is not None
    assert promise.closed_by.date == date(2026, 12, 1)


def test_what_is_done_is_not_moved_without_a_word(workspace: Workspace) -> None:
    promise = map_of(workspace)
    deciding.decide(workspace, promise.id, Decision(verb="done", on=TODAY))
    moved = Decision(verb="moved", on=TODAY, due=date(2026, 12, 1))
    with pytest.raises(ShowMeError, match="is done; it was not moved") as fault:
        deciding.decide(workspace, promise.id, moved)
    assert f"showme reopen {promise.id}" in fault.value.remedy
    opened(workspace, promise.id)
    item = deciding.decide(workspace, promise.id, moved)
    assert isinstance(item, Commitment)
    assert (item.status, item.due) == ("open", date(2026, 12, 1))


def test_a_refused_closing_leaves_the_promise_open(take: Capture, workspace: Workspace, root: Path) -> None:
    made = take(KEPT)
    [moved] = made.found.moved
    assert moved.finding in made.found.finding_ids()
    assert deciding.refuse(workspace, [moved.finding]) == [made.note]
    assert map_of(workspace).status == "open"
    assert found_in_note(workspace, made.note).moved == ()
    assert "Kept:" not in (root / made.note).read_text()
    assert undo_last(workspace.vault).name == f"refused {moved.finding}"
    workspace.forget()
    assert map_of(workspace).status == "done"
    assert "Kept:" in (root / made.note).read_text()


def test_closings_and_contradictions_are_confirmed_with_the_rest(take: Capture, workspace: Workspace) -> None:
    made = take(KEPT + AGAINST, is_confirmed=True)
    found = found_in_note(workspace, made.note)
    assert [item.standing for item in (*found.moved, *found.contradicted)] == ["confirmed", "confirmed"]
    decided = load_decisions(workspace.vault.state)
    assert {found.moved[0].finding, found.contradicted[0].finding} <= decided.keys()


def test_a_refused_contradiction_leaves_the_claim_as_claimed(take: Capture, workspace: Workspace) -> None:
    made = take(AGAINST)
    [item] = made.found.contradicted
    assert budget_of(workspace).status == "contradicted"
    assert made.note in deciding.refuse(workspace, [item.finding])
    claim = budget_of(workspace)
    assert (claim.status, claim.contradicted_by) == ("claimed", None)
    assert found_in_note(workspace, made.note).contradicted == ()


def test_a_claim_wrongly_taken_as_shown_is_asked_for_again(take: Capture, workspace: Workspace) -> None:
    take(SHOWN)
    claim = budget_of(workspace)
    assert claim.status == "shown"
    opened(workspace, claim.id)
    again = budget_of(workspace)
    assert (again.status, again.artefact, again.shown_by) == ("claimed", None, None)


def test_a_contradiction_is_printed_with_both_quotes(
    take: Capture, workspace: Workspace, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = take(AGAINST)
    said, against = "Morgan says the Pentlow board has approved the budget", AGAINST.strip()
    [item] = made.found.contradicted
    print_made(made)
    printed = capsys.readouterr().out
    page = render_markdown(verbs.prep(workspace, "Morgan"))
    block = (root / made.note).read_text().split("Found in this note")[1]
    for text in (printed, page.split("## Show me")[1].split("## ")[0], block):
        assert said in text
        assert against in text
        assert "people/Morgan Lee/2026-11-10.md:5" in text
    assert f"{made.note}:{item.against.line_start}" in printed
    assert f"{made.note}:{item.against.line_start}" in page
    assert f"(line {item.against.line_start})" in block

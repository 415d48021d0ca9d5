"""The mail after the meeting: what is in it, what is not, when it may leave, and how it is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant import deciding
from assistant.capture.recap import recap
from assistant.errors import ShowMeError
from assistant.vault.journal import undo_last
from assistant.workspace import Workspace
from tests.capture.conftest import TODAY, Capture

MINE = "- I'll ask legal about his DPA by Friday\n"
BEHIND = (
    "I'll talk to HR about putting Morgan on a performance plan by Friday\n"
    "I'll tell my boss that Morgan is not up to the Pentlow deal by Thursday\n"
    "I'll ask Ana on Monday whether she can take Harkstow over from Morgan\n"
)


def test_recap_says_who_does_what_by_when(workspace: Workspace, take: Capture) -> None:
    take(
        "- I'll ask legal about his DPA by Friday (late, he knows)\n- Morgan to send me the risk list by 4/12\n- his wife is ill\n"
    )
    made = recap(workspace, "Morgan")
    assert "I will:\n- ask legal about your DPA by Friday (by Friday 27 Nov)" in made.body
    assert "You will:\n- send me the risk list by 4/12 (by Friday 4 Dec)" in made.body
    assert "late" not in made.body
    assert "wife" not in made.body


def test_plans_behind_his_back_stay_with_the_manager(workspace: Workspace, take: Capture) -> None:
    made = take(f"{BEHIND}I'll send Morgan the price list by Friday\n", is_confirmed=True)
    assert len(made.found.commitments) == 4
    mail = recap(workspace, "Morgan")
    for word in ("HR", "performance plan", "boss", "not up to", "Harkstow"):
        assert word not in mail.body
        assert word not in (workspace.vault.root / mail.note).read_text()
    assert "price list" in mail.body
    assert mail.withheld == 3


def test_a_promise_moved_at_the_meeting_stands_with_its_new_day(workspace: Workspace, take: Capture) -> None:
    made = take("- the Harkstow DPA for legal is not done yet, moved to 4 December\n", is_confirmed=True)
    [moved] = made.found.moved
    assert (moved.what, moved.due, moved.finding[:2]) == ("postponed", date(2026, 12, 4), "w-")
    mail = recap(workspace, "Morgan")
    assert "I will:\n- ask legal about the Harkstow DPA (by Friday 4 Dec)" in mail.body
    assert mail.is_confirmed


def test_a_line_that_moves_a_promise_can_be_refused(workspace: Workspace, take: Capture) -> None:
    made = take("- the Harkstow DPA for legal is not done yet, moved to 4 December\n")
    [moved] = made.found.moved
    deciding.refuse(workspace, [moved.finding])
    [promise] = [p for p in deciding.commitments(workspace, "Morgan") if p.id == moved.id]
    assert promise.due != date(2026, 12, 4)
    assert "DPA" not in recap(workspace, "Morgan").body


def test_nothing_leaves_before_something_is_confirmed(workspace: Workspace, take: Capture) -> None:
    made = take(f"{MINE}- Morgan to send me the risk list by 4/12\n")
    draft = recap(workspace, "Morgan")
    assert not draft.is_confirmed
    before = (workspace.vault.root / draft.note).read_bytes()
    for use in ("mail", "sent"):
        with pytest.raises(ShowMeError, match="Nothing of this recap is confirmed yet") as fault:
            recap(workspace, "Morgan", use)  # type: ignore[arg-type]
        assert f"`showme confirm {' '.join(draft.unconfirmed)}`" in fault.value.remedy
    assert (workspace.vault.root / draft.note).read_bytes() == before
    mine = next(p for p in made.found.commitments if p.owner == "manager")
    deciding.confirm(workspace, [mine.finding])
    mail = recap(workspace, "Morgan", "mail")
    assert mail.is_confirmed
    assert "DPA" in mail.body
    assert "risk list" not in mail.body
    assert mail.mailto.startswith("mailto:?subject=Our%20one-on-one")


def test_a_meeting_without_promises_has_nothing_to_confirm(workspace: Workspace, take: Capture) -> None:
    take("short talk\n")
    assert recap(workspace, "Morgan", "mail").is_confirmed


def test_a_recap_is_evidence_only_once_it_was_sent(workspace: Workspace, take: Capture) -> None:
    take(MINE, is_confirmed=True)
    made = recap(workspace, "Morgan")
    workspace.forget()
    assert workspace.catalog.sections_of(made.note) == []
    assert recap(workspace, "Morgan", "sent").note == made.note
    workspace.forget()
    assert workspace.catalog.sections_of(made.note) != []


def test_a_sent_recap_is_never_written_over(workspace: Workspace, take: Capture) -> None:
    take(MINE, is_confirmed=True)
    sent = workspace.vault.root / recap(workspace, "Morgan", "sent").note
    text = sent.read_text()
    assert recap(workspace, "Morgan").note == f"recaps/{TODAY} Morgan Lee.md"
    assert sent.read_text() == text
    sent.write_text(f"{text}He answered: all right.\n")
    again = recap(workspace, "Morgan")
    assert again.note == f"recaps/{TODAY} Morgan Lee 2.md"
    assert sent.read_text() == f"{text}He answered: all right.\n"
    assert recap(workspace, "Morgan").note == again.note


def test_a_changed_draft_is_never_written_over_and_is_what_was_sent(workspace: Workspace, take: Capture) -> None:
    take(MINE, is_confirmed=True)
    draft = workspace.vault.root / recap(workspace, "Morgan").note
    edited = draft.read_text().replace("Hi Morgan,", "Dear Morgan,")
    draft.write_text(edited)
    made = recap(workspace, "Morgan", "sent")
    assert draft.read_text() == edited.replace("showme: recap", "showme: recap-sent")
    assert made.body.startswith("Dear Morgan,")
    assert recap(workspace, "Morgan").note == f"recaps/{TODAY} Morgan Lee 2.md"


def test_an_untouched_draft_is_written_anew(workspace: Workspace, take: Capture) -> None:
    take(MINE)
    first = recap(workspace, "Morgan")
    take("- Morgan to send me the risk list by 4/12\n")
    second = recap(workspace, "Morgan")
    assert second.note == first.note
    assert "risk list" in (workspace.vault.root / first.note).read_text()


def test_a_file_inside_the_vault_is_part_of_the_action(workspace: Workspace, take: Capture, tmp_path: Path) -> None:
    take(MINE, is_confirmed=True)
    inside, outside = workspace.vault.root / "mails" / "mail.md", tmp_path / "mail.txt"
    recap(workspace, "Morgan", out=outside)
    assert outside.read_text().startswith("Subject: Our one-on-one")
    undo_last(workspace.vault)
    inside.parent.mkdir()
    inside.write_text("words of mine\n")
    made = recap(workspace, "Morgan", out=inside)
    assert "Subject: Our one-on-one" in inside.read_text()
    workspace.forget()
    assert workspace.catalog.sections_of("mails/mail.md") == []
    undo_last(workspace.vault)
    assert inside.read_text() == "words of mine\n"
    assert not (workspace.vault.root / made.note).exists()


def test_no_meeting_no_recap(workspace: Workspace) -> None:
    with pytest.raises(ShowMeError):
        recap(workspace, "Dana")

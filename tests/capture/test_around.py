"""Before and after the meeting: topics, recap, inbox."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import verbs
from assistant.capture.inbox import look_into_inbox, sort_in
from assistant.capture.tasks import as_task
from assistant.capture.topics import take_topics
from assistant.errors import ShowMeError
from assistant.models import Manager, Person
from assistant.vault.journal import undo_last
from assistant.vault.roster import Roster
from assistant.workspace import Workspace
from tests.capture.conftest import TODAY, Capture

MORGAN = Person(id="morgan-lee", name="Morgan Lee", aliases=("Mo",))
ROSTER = Roster([MORGAN], Manager(name="Dana Poole"))


def test_topics_stand_first_on_the_agenda_in_his_own_words(workspace: Workspace) -> None:
    take_topics(workspace, "Morgan", [b"- my territory\n- who helps with the RFP?\n- my knee operation on Monday\n"])
    brief = verbs.prep(workspace, "Morgan")
    assert [t.text for t in brief.topics] == ["my territory", "who helps with the RFP?"]
    assert "my territory and who helps with the RFP?" in brief.agenda[0].topic
    assert sum(block.minutes for block in brief.agenda) == 30


def test_topics_are_done_with_once_they_were_talked_about(workspace: Workspace, take: Capture) -> None:
    take_topics(workspace, "Morgan", [b"my territory\n"])
    take("talked about the territory\n")
    assert verbs.prep(workspace, "Morgan").topics == ()
    take_topics(workspace, "Morgan", [b"the RFP\n"])
    assert [t.text for t in verbs.prep(workspace, "Morgan").topics] == ["the RFP"]


def test_topics_of_nobody_name_where_the_words_lie(workspace: Workspace) -> None:
    with pytest.raises(ShowMeError, match="lie in"):
        take_topics(workspace, "Zebedee", [b"my territory\n"])


@pytest.mark.parametrize(
    ("text", "owner", "task"),
    [
        ("- [ ] Mo to redo the Pentlow map by Fri (late, he knows)", "report", "redo the Pentlow map by Fri"),
        ("A: ML → risk list, end of month", "report", "risk list, end of month"),
        ("I'll book the lab for her, no more slipping", "manager", "book the lab for you"),
        ("DP -> send him his numbers", "manager", "send you your numbers"),
        ("I'll get you the mail by Thursday, I think", "report", "get me the mail by Thursday"),
    ],
)
def test_a_promise_as_a_line_of_the_mail(text: str, owner: str, task: str) -> None:
    assert as_task(text, owner, MORGAN, ROSTER, TODAY) == task  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("A: Morgan's numbers to finance", "Morgan's numbers to finance"),
        ("Mo: Ruth's security paper", "Ruth's security paper"),
        ("A: Pentlow map again", "Pentlow map again"),
        ("Mo to Ruth: the map", "Ruth: the map"),
        ("A: Send the map", "send the map"),
    ],
)
def test_names_keep_their_capitals_in_the_mail(text: str, task: str) -> None:
    assert as_task(text, "report", MORGAN, ROSTER, TODAY, ("Pentlow Ltd",)) == task


def _drop(root: Path, name: str, text: str) -> None:
    (root / "inbox").mkdir(exist_ok=True)
    (root / "inbox" / name).write_text(text)


def test_inbox_knows_person_and_day(workspace: Workspace) -> None:
    root = workspace.vault.root
    _drop(root, "2026-11-20 Morgan.md", "short talk\n")
    _drop(root, "scrap.txt", "Morgan and Ana argued\nAna won\n")
    _drop(root, "blob.txt", "\x00\x00\x01")
    found = {item.path: item for item in look_into_inbox(workspace)}
    sure = found["inbox/2026-11-20 Morgan.md"]
    assert (sure.person, sure.date.isoformat(), sure.is_sure) == ("Morgan Lee", "2026-11-20", True)
    unsure = found["inbox/scrap.txt"]
    assert not unsure.is_sure
    assert set(unsure.candidates) == {"Ana Sá", "Morgan Lee"}
    assert found["inbox/blob.txt"].fault


def test_inbox_is_emptied_and_undo_fills_it_again(workspace: Workspace) -> None:
    root = workspace.vault.root
    _drop(root, "2026-11-20 Morgan.md", "short talk\n")
    [item] = look_into_inbox(workspace)
    made = sort_in(workspace, item, "Morgan", item.date)
    assert "short talk" in (root / made.note).read_text()
    assert not (root / item.path).exists()
    undo_last(workspace.vault)
    assert (root / item.path).read_text() == "short talk\n"
    assert not (root / made.note).exists()

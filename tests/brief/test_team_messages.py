"""What the team was told of a person's customer stands in his brief, cited, in words of its own; never in a colleague's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.brief.questions import deal_of
from assistant.index.bearing import Bearing
from assistant.models import Brief, Evidence, Hit, NoteKind, Passage
from assistant.reading.context import ReadingContext
from assistant.vault.roster import Roster
from assistant.verbs import prep
from assistant.workspace import Workspace

MakeVault = Callable[[dict[str, str]], Path]
DPA = "Product: the DPA template is ready; Legal can send it within two days"
TEAM = "team/2026-11-16 Monday.md"
NOTES = {
    "people/Sarah Lindqvist/2026-11-02.md": "Hexham: says legal read the draft of the agreement\n",
    "people/Sarah Lindqvist/2026-11-09.md": "She was with Hexham again and will send me their plan by Friday.\n",
    "people/Tomasz Wrona/2026-11-03.md": "- Torvik: legal wants the software purchases in one contract\n",
    "people/Tomasz Wrona/2026-11-10.md": "- Torvik: the plant manager likes it, wants a DPA template\n",
    TEAM: f"# Monday\n\n- {DPA}. Bears on Hexham\n- Tomasz takes us through the software purchases list\n",
}


def _brief(root: Path, name: str) -> Brief:
    workspace = Workspace(root, today=date(2026, 11, 23))
    brief = prep(workspace, name)
    workspace.close()
    return brief


def test_a_message_about_ones_customer_is_asked_about_and_cited(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    asked = [q for q in _brief(root, "Sarah").questions if q.about == "team-message"]
    assert asked
    for question in asked:
        assert "Hexham" in question.text
        assert DPA in question.text
        assert (question.evidence[0].path, question.evidence[0].line_start) == (TEAM, 3)
    tomasz = _brief(root, "Tomasz")
    assert not [q for q in tomasz.questions if "Hexham" in q.text or "DPA template is ready" in q.evidence[0].quote]
    (root / TEAM).write_text(f"# Monday\n\n- {DPA.replace('two', 'nine')}. Bears on Hexham\n")
    again = [q.text for q in _brief(root, "Sarah").questions if q.about == "team-message"]
    assert again
    assert all("nine days" in text for text in again)  # a brief that was kept would still say two


@pytest.mark.parametrize(
    ("kind", "text", "line", "deal"),
    [
        (NoteKind.TEAM, "- the DPA is ready for Hexham\n- Tomasz to redo the plan", 2, None),
        (NoteKind.TEAM, "- the DPA is ready for Hexham\n- Torvik moves to June", 2, "Torvik"),
        (NoteKind.ONE_ON_ONE, "- compares it with Hexham\n- the foreman likes it", 1, None),
        (NoteKind.ONE_ON_ONE, "- Torvik: says yes\n  the foreman likes it\n- Kestrel: no", 2, "Torvik"),
        (NoteKind.ONE_ON_ONE, "- Torvik: says yes\n  the foreman likes it\n- Kestrel: no", 3, "Kestrel"),
    ],
)
def test_a_question_is_about_the_deal_of_its_line_and_never_a_colleagues(
    kind: NoteKind, text: str, line: int, deal: str | None
) -> None:
    owners = {"Hexham": "sarah-lindqvist", "Torvik": "tomasz-wrona", "Kestrel": "tomasz-wrona"}
    context = ReadingContext(roster=Roster([], None), accounts=tuple(owners), owners=owners)
    passage = Passage(id="1", path="a.md", line_start=1, line_end=3, text=text, kind=kind)
    found = Evidence(path="a.md", line_start=line, line_end=line, quote=text.split("\n")[line - 1], date=None)
    assert deal_of(Hit(passage=passage, score=1.0, evidence=found), "tomasz-wrona", context) == deal


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("- Orders in by 11 December. Touches: Torvik", None),
        ("- Orders in by 11 December to be invoiced. So look again at Hexham, Torvik", "Orders in by 11 December to be invoiced."),
        ("- Board as it is on the screen: Hexham red, Torvik green", None),
        ("- Short staffed on Tuesday in the morning.\n  (I am on Hexham)", None),
        ("- Tomasz says Hexham pays too late for his taste", None),
        ("1. We keep the old price for Hexham until June", "We keep the old price for Hexham until June"),
    ],
)  # fmt: skip
def test_which_sentence_tells_it(make_vault: MakeVault, item: str, told: str | None) -> None:
    workspace = Workspace(make_vault({**NOTES, TEAM: f"# Monday\n\n{item}\n"}), today=date(2026, 11, 23))
    lines = list(Bearing(workspace.catalog, "sarah-lindqvist").lines())
    assert [line.evidence.quote for line in lines] == ([told] if told else [])

"""The manager's habits in his own lines, and what only sounds like one."""

from __future__ import annotations

import pytest

from assistant.reading.note import read_note
from tests.reading.team import CONTEXT, note


def habits(text: str) -> list[str]:
    section = note(text)
    return [t.principle for t in read_note(section.path, [section], CONTEXT).traits if not t.is_strength]


@pytest.mark.parametrize(
    ("text", "principle"),
    [
        ("Told him to just ring ten more a day and it'll turn", "activity-obsession"),
        ("I told her I'd jump on the Halden call and close it myself", "deal-hijacking"),
        ("I'll take the Orsted deal over", "deal-hijacking"),
        ("Told him to fix it", "platitudes"),
        ("told Nina she just has to try harder", "platitudes"),
    ],
)
def test_a_habit(text: str, principle: str) -> None:
    assert habits(text) == [principle]


@pytest.mark.parametrize(
    "text",
    [
        "I'll run the Halden call for her while she's on leave",
        "I'll take it over to legal",
        "I'll finish the deck myself by Friday",
        "Told him to fix the close date at Orsted before Friday",
        "her boss told her to try harder",
    ],
)
def test_no_habit(text: str) -> None:
    assert habits(text) == []

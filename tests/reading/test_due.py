"""By when a promise is due."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

import pytest

from assistant.models import NoteKind, Section
from assistant.reading.context import ReadingContext
from assistant.reading.due import due_of
from assistant.vault.roster import Roster

LINES = (Path(__file__).parent / "due_lines.txt").read_text(encoding="utf-8").splitlines()
WEDNESDAY = Date(2026, 11, 11)
CONTEXT = ReadingContext(roster=Roster([], None))


def due_in(statement: str, line: str | None = None, text: str | None = None) -> Date | None:
    """The due day of a statement of a line of a note of that Wednesday."""
    line = line or statement
    text = text or line
    section = Section(
        path="people/Ana.md",
        line_start=1,
        line_end=text.count("\n") + 1,
        kind=NoteKind.ONE_ON_ONE,
        date=WEDNESDAY,
        text=text,
    )
    return due_of(statement, line, section, CONTEXT)


@pytest.mark.parametrize("case", [line for line in LINES if not line.startswith("#")])
def test_a_line_is_due_on_its_day(case: str) -> None:
    text, day = case.rsplit(" | ", 1)
    want = None if day == "-" else Date.fromisoformat(day if len(day) > len("11-13") else f"2026-{day}")
    assert due_in(text) == want


@pytest.mark.parametrize(
    ("statement", "line", "due"),
    [
        ("I'll pull the old file so you know.", "I'll pull the old file so you know. Monday.", Date(2026, 11, 16)),
        ("I'll pull the old file.", "I'll pull the old file. You said Tuesday?", Date(2026, 11, 17)),
        ("I'll pull the old file.", "I'll pull the old file. On Tuesday he is off.", None),
        ("I'll pull the old file.", "I'll pull the old file. Saw the plant Tuesday.", None),
        ("he asks Dekkers", "he asks Dekkers, I see a copy on the 20th", Date(2026, 11, 20)),
        ("he asks Dekkers", "he asks Dekkers and he has it done by the 20th", Date(2026, 11, 20)),
        ("he asks Dekkers", "he asks Dekkers and I'll call the bank by the 20th", None),
        ("I get a list", "By the end of next week I get a list, and he comes by the 29th", Date(2026, 11, 20)),
        ("I get a list", "- Friday: I get a list", Date(2026, 11, 13)),
        ("I get a list", "On Friday we met. I get a list", None),
        (
            "she rings before the week after next",
            "she rings before the week after next... no, by Friday",
            Date(2026, 11, 13),
        ),
        (
            "promised for the Wednesday before",
            "bid due Friday week, promised for the Wednesday before",
            Date(2026, 11, 18),
        ),
        ("he asks Dekkers", "he asks Dekkers, it renews on the 20th", None),
        ("send me the story", "Ana: send me the story - by w/c 16 Nov", Date(2026, 11, 20)),
        ("approve the discount", "- [ ] 20/11 - Ana - approve the discount", Date(2026, 11, 20)),
        ("NDA with me.", "NDA with me. Will close by 20/11.", Date(2026, 11, 20)),
        ("Ana: I'll send it Friday", "[11/11/2026 18:13] Ana: I'll send it Friday", Date(2026, 11, 13)),
    ],
)
def test_the_line_around_a_statement_may_give_the_day(statement: str, line: str, due: Date | None) -> None:
    assert due_in(statement, line) == due


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("By Friday:", Date(2026, 11, 13)),
        ("## Actions for 14/11", Date(2026, 11, 14)),
        ("**Before 20 Nov**", Date(2026, 11, 20)),
        ("## Actions (due 20 Nov)", Date(2026, 11, 20)),
        ("## Actions 11/11", None),
        ("## Since Friday", None),
        ("## Next call 20 Nov", None),
        ("## Actions", None),
        ("Actions from 9/11:", None),
    ],
)
def test_the_heading_above_may_give_the_day(heading: str, due: Date | None) -> None:
    assert due_in("Ana sends the map", "- Ana sends the map", f"{heading}\n- Tom: list\n- Ana sends the map") == due
    assert due_in("Ana sends it by Mon", "- Ana sends it by Mon", f"{heading}\n- Ana sends it by Mon") == Date(
        2026, 11, 16
    )


TABLE = """| What | Who | By | Close date |
| --- | --- | --- | --- |
| map for the 30th | Ana | 20/11 | 12/12 |
| list | Ana |  | 12/12 |
| call, draft by Fri | me | soon | 12/12 |"""


@pytest.mark.parametrize(("row", "due"), [(2, Date(2026, 11, 20)), (3, None), (4, Date(2026, 11, 13))])
def test_in_a_table_the_column_for_it_gives_the_day(row: int, due: Date | None) -> None:
    line = TABLE.splitlines()[row]
    assert due_in(line, line, TABLE) == due


def test_the_same_day_is_that_of_the_line_above() -> None:
    text = "- Ana: draft, Thursday\n- me: costs, same day"
    assert due_in("me: costs, same day", "- me: costs, same day", text) == Date(2026, 11, 12)


def test_a_note_without_a_date_gives_no_due_day() -> None:
    section = Section(path="x.md", line_start=1, line_end=1, kind=NoteKind.ONE_ON_ONE, text="map by Friday")
    assert due_of("map by Friday", "map by Friday", section, CONTEXT) is None

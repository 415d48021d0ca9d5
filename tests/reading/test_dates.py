"""Days said in words and numbers."""

from __future__ import annotations

from datetime import date as Date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.dates import days_in, resolve_due
from assistant.reading.day_signs import sign
from assistant.vault.days import MONTHS

WEDNESDAY = Date(2026, 11, 11)
WORDS = (
    "by before until in within the end of next this coming week weeks week's wk days day months month month-end monthend quarter-end q q2 eoq eo year "
    "year-end new two a couple working time from now fortnight monday mon fri freitag tomorrow today tonight eod cop close play morgen woche "
    "nachste volgende maand monat nachsten ende des monats xmas christmas holidays early mid-march may sept first thing start late 12 12th "
    "12/3 2026-03-12 kw 12 w/c 9.3. latest due on call meeting afternoon twenty-first sat over twee weken ' , . ( - weeks' weekss 's"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([" ", "  ", "", "-"]))
def test_every_day_stands_where_it_says(words: list[str], between: str) -> None:
    text = between.join(words)
    days = days_in(text, WEDNESDAY)
    assert all(0 <= day.start < day.end <= len(text) for day in days)
    assert all(before.end <= day.start for before, day in pairwise(days))


@pytest.mark.parametrize("text", ["he brings the risk map for the board", "end of the next one", "this half"])
def test_a_line_without_any_word_of_time_is_not_looked_through(text: str) -> None:
    assert sign(text) is None


def test_signs_stand_for_words_of_every_language_and_know_their_place() -> None:
    signed = sign("bis nachsten freitag, or in twenty-first")
    assert signed is not None
    assert signed.text == "bis V W4, or in O21"
    assert [signed.offsets[signed.text.index(code)] for code in ("V", "W4", "O21")] == [4, 13, 28]


def test_letters_that_fold_into_two_do_not_shift_the_place_of_a_day() -> None:
    text = "Große Straße: Karte bis nächsten Dienstag"
    due = resolve_due(text, WEDNESDAY)
    assert due is not None
    assert text[due.start : due.end] == "nächsten Dienstag"


@pytest.mark.parametrize("month", MONTHS)
def test_every_name_of_a_month_is_known(month: str) -> None:
    due = resolve_due(f"map by 20 {month}", WEDNESDAY)
    assert due is not None
    assert (due.date.month, due.date.day) == (MONTHS[month], 20)


@pytest.mark.parametrize(
    ("text", "month_first", "due"),
    [
        ("map by 11/12", True, Date(2026, 11, 12)),
        ("map by 11/12", False, Date(2026, 12, 11)),
        ("map by 11/30", False, Date(2026, 11, 30)),
        ("map by 30/11", True, Date(2026, 11, 30)),
        ("map by 11.12.", True, Date(2026, 12, 11)),
        ("visit w/c 11/16", True, Date(2026, 11, 20)),
    ],
)
def test_numbers_are_read_in_the_order_of_the_notes(text: str, month_first: bool, due: Date) -> None:
    found = resolve_due(text, WEDNESDAY, month_first=month_first)
    assert found is not None
    assert found.date == due


@pytest.mark.parametrize(
    ("on", "text", "due"),
    [
        (Date(2026, 11, 13), "by Friday", Date(2026, 11, 20)),
        (Date(2026, 11, 13), "this week", Date(2026, 11, 13)),
        (Date(2026, 11, 14), "this week", Date(2026, 11, 20)),
        (Date(2026, 11, 14), "next week", Date(2026, 11, 20)),
        (Date(2026, 12, 28), "by the 3rd", Date(2027, 1, 3)),
        (Date(2026, 12, 28), "by 4 Jan", Date(2027, 1, 4)),
        (Date(2026, 12, 28), "in KW 2", Date(2027, 1, 15)),
        (Date(2026, 12, 28), "by Xmas", Date(2027, 12, 24)),
        (Date(2026, 12, 28), "end of next month", Date(2027, 1, 31)),
        (Date(2028, 1, 31), "in a month", Date(2028, 2, 29)),
        (Date(2026, 1, 30), "by the 30th of Feb", None),
    ],
)
def test_the_calendar_turns(on: Date, text: str, due: Date | None) -> None:
    found = resolve_due(f"map {text}", on)
    assert (found.date if found else None) == due

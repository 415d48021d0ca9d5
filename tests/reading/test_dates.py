"""Days said in words."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.dates import _READERS, resolve_due

TODAY = date(2026, 3, 4)
WORDS = (
    "by before until in within the end of next this coming week weeks week's wk days day months month month-end monthend quarter-end q q2 eoq eo year "
    "year-end new two a couple working time from now fortnight monday mon fri freitag tomorrow today tonight eod cop close play morgen woche "
    "nachste volgende maand monat nachsten ende des monats xmas christmas holidays early mid-march march may sept first thing start late 12 12th "
    "12/3 2026-03-12 kw 12 w/c 9.3. latest due on call meeting ' , . ( - weeks' weekss 's"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([" ", "  ", "", "-"]))
def test_no_line_is_passed_over_in_which_a_reader_sees_a_day(words: list[str], between: str) -> None:
    text = between.join(words)
    found = [due for read in _READERS if (due := read(text, TODAY, False)) is not None]
    assert not found or _is_looked_through(text)


def test_a_line_without_any_word_of_time_gives_none() -> None:
    assert resolve_due("he brings the risk map for the board", TODAY) is None
    assert not _is_looked_through("he brings the risk map for the board")


def _is_looked_through(text: str) -> bool:
    from assistant.reading.dates import _DIGIT, _TELLING, _WORD

    return bool(_DIGIT.search(text)) or not _TELLING.isdisjoint(_WORD.findall(text))

"""The lines that may be quoted: verbatim, in their place, with what is around them, and nothing private among them."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.asking.lines import lines_of
from assistant.models import NoteKind, Section


def section(text: str, **fields: Any) -> Section:
    told = {"path": "people/Tomasz Wilk/2026-10-06.md", "line_start": 3, "kind": NoteKind.ONE_ON_ONE} | fields
    last = told["line_start"] + text.count("\n")
    return Section(line_end=last, date=date(2026, 10, 6), people=("tomasz-wilk",), text=text, **told)


def test_every_line_stands_verbatim_where_it_says() -> None:
    text = "- Larkspur: price is fine, they said. Nobody asked what a day costs. After a while he got there: £2,300\n\n- [ ] he sends the plan"
    rows = text.split("\n")
    found = list(lines_of([section(text)]))
    assert [line.number for line in found] == [3, 5]
    for line in found:
        assert line.text in rows[line.number - 3]
    assert found[0].text.startswith("Larkspur: price")
    assert found[1].text == "he sends the plan"


def test_a_long_line_comes_in_sentences_with_what_stands_before() -> None:
    first = "We walked through the whole yard with the two supervisors and counted the gates, the cameras, the lorries and the forklifts, one after the other."
    second = "Then the older one of them told us that the gate is closed on every Thursday."
    found = list(lines_of([section(f"{first} {second}")]))
    assert [line.text for line in found] == [first, second]
    assert found[1].before == first
    assert found[0].after == second


def test_a_row_of_a_table_knows_the_head_of_the_table() -> None:
    text = "| step | who | by |\n| --- | --- | --- |\n| board paper | Larkspur | 11 Dec |"
    row = list(lines_of([section(text)]))[-1]
    assert "board paper" in row.text
    assert row.above == "| step | who | by |"


def test_a_call_is_about_what_its_title_names() -> None:
    call = section(
        "Larkspur, 6 Oct. T leads, CFO on\nshe named the night shift",
        path="calls/2026-10-06 Tomasz Larkspur.md",
        line_start=1,
        kind=NoteKind.CALL,
    )
    assert "Larkspur" in list(lines_of([call]))[1].title


def test_a_list_head_covers_what_stands_under_it() -> None:
    found = list(lines_of([section("Hexham:\n- two sites\n- one gate")]))
    assert [line.head for line in found][1:] == ["Hexham:", "Hexham:"]


def test_private_lines_are_not_among_them_nor_around_them() -> None:
    text = "Larkspur is on\nHis wife is pregnant and he has told nobody\nHexham moves to May"
    found = list(lines_of([section(text)]))
    assert [line.text for line in found] == ["Larkspur is on", "Hexham moves to May"]
    assert all("pregnant" not in line.above for line in found)

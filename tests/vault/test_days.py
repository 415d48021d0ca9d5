"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.vault.dating import path_day
from assistant.vault.days import find_day, is_day_first, written_days
from assistant.vault.years import settle_years

from .conftest import ReadFolder

NEAR = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-06", date(2026, 10, 6)),
        ("20261006 Tomasz", date(2026, 10, 6)),
        ("6 Oct 2026", date(2026, 10, 6)),
        ("06.10.2026", date(2026, 10, 6)),
        ("20/11/2026", date(2026, 11, 20)),
        ("Oct 13, 2026", date(2026, 10, 13)),
        ("Thu 5 Nov", date(2026, 11, 5)),
        ("12.11.", date(2026, 11, 12)),
        ("13. Oktober", date(2026, 10, 13)),
        ("3. März 2026", date(2026, 3, 3)),
        ("1er août 2026", date(2026, 8, 1)),
        ("11/13", date(2026, 11, 13)),
        ("KW 43 2026", date(2026, 10, 19)),
        ("5th of December", date(2025, 12, 5)),
        ("6-Oct-26", date(2026, 10, 6)),
    ],
)
def test_forms_of_a_date(text: str, day: date) -> None:
    assert find_day(text, near=NEAR) == day


@pytest.mark.parametrize("text", ["3-14 sites", "v1.2", "24/7", "£11,000", "9.5%", "1:1", "Q3/Q4"])
def test_what_is_no_date(text: str) -> None:
    assert written_days(text) == []


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2026-10/06 Tomasz.md", date(2026, 10, 6)),
        ("2026/10/06.md", date(2026, 10, 6)),
        ("2026/October/6th Priya.md", date(2026, 10, 6)),
        ("notes/2026/10-06.md", date(2026, 10, 6)),
        ("people/Ana/261006.md", date(2026, 10, 6)),
        ("people/Ana.md", None),
    ],
)
def test_the_day_in_a_path(path: str, day: date | None) -> None:
    assert path_day(path, NEAR) == day


def test_which_comes_first() -> None:
    assert is_day_first("seen 11/13 and 4/5") is False
    assert is_day_first("seen 13/11") is True
    assert is_day_first("4/5") is None


@pytest.mark.parametrize("order", [1, -1])
def test_years_follow_from_the_order(order: int) -> None:
    heads = ["14 Oct", "9 Dec", "20 Jan", "3 Mar", "2 Nov"][::order]
    days = [written_days(head)[0] for head in heads]
    told = [date(2025, 10, 14), date(2025, 12, 9), date(2026, 1, 20), date(2026, 3, 3), date(2026, 11, 2)]
    assert settle_years(days, NEAR) == told[::order]


def test_open_dates_follow_from_the_order() -> None:
    days = [written_days(head)[0] for head in ("9/3", "9/10", "10/1", "10/8")]
    assert settle_years(days, NEAR)[0] == date(2026, 9, 3)


def test_each_dated_entry_is_a_section(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "people/Ana Lima.md": (
                "newest on top\n\n## 20/11/2026\n- a\n### Larkspur, close 30/11\n- b\n\n## 06/11/2026\n- c\n"
            ),
            "people/Bo Lund.md": (
                "- 2026-11-12 - Larkspur: call went well\n- 2026-11-03 - asked for help\n- 2026-10-20 - new deal\n"
            ),
            "people/Cy Dent.md": "*Thu 5 Nov*\nx\n\n**12.11.**\ny\n",
            "people/Di Moss/2026-10-06.md": "# Di\n\n- 20 Oct: board\n- 3 Nov: pilot\n- due by 30/11\n",
        }
    )
    assert [(s.date, s.line_start) for s in read.of("people/Ana Lima.md")] == [
        (None, 1),
        (date(2026, 11, 20), 3),
        (date(2026, 11, 6), 8),
    ]
    assert [s.date for s in read.of("people/Bo Lund.md")] == [
        date(2026, 11, 12),
        date(2026, 11, 3),
        date(2026, 10, 20),
    ]
    assert [(s.date.month, s.date.day) for s in read.of("people/Cy Dent.md") if s.date] == [(11, 5), (11, 12)]
    assert [s.date for s in read.of("people/Di Moss/2026-10-06.md")] == [date(2026, 10, 6)]

"""Mails pasted into notes: which lines are of which day."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.vault.mails import mails_in

from .conftest import ReadFolder

CAPTURED = date(2026, 11, 24)
THREAD = """Morgan forwarded this:

From: Morgan Lee <morgan@lee.example>
To: Dana Poole
Date: Mon, 23 Nov 2026 16:10:00 +0000
Subject: Norvik

Hi Dana,

I'll send you the Norvik plan tomorrow.

Morgan

On Fri, 20 Nov 2026 at 09:12, Dana Poole <dana@poole.example> wrote:
> Hi Morgan,
> I'll ask finance about the discount on Monday.
>> older words, of whom nobody knows
> Dana

## after it

told him on the phone
"""


def days(text: str) -> list[tuple[int, date | None]]:
    return [(mail.line + 1, mail.day) for mail in mails_in(text, CAPTURED)]


def test_each_mail_of_a_thread_has_its_day() -> None:
    assert days(THREAD) == [(3, date(2026, 11, 23)), (14, date(2026, 11, 20)), (20, None)]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("From: Morgan Lee\nSent: Friday, November 20, 2026 9:12 AM\nTo: Dana Poole", date(2026, 11, 20)),
        ("**Von:** Morgan Lee\n**Gesendet:** Freitag, 20. November 2026 09:12", date(2026, 11, 20)),
        ("Am 20.11.2026 um 09:12 schrieb Morgan Lee <morgan@lee.example>:", date(2026, 11, 20)),
        ("On Fri, Nov 20, 2026 at 9:12 AM Morgan Lee\n<morgan@lee.example> wrote:", date(2026, 11, 20)),
    ],
)
def test_heads_of_several_programs(head: str, day: date) -> None:
    assert days(f"{head}\n\nI'll send it tomorrow") == [(1, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Date: 20 Nov 2026\n- Morgan sends the plan",
        "On 20 Nov he wrote a long mail: nothing in it",
        "From: the fair\nTo: the office",
        "Re: Pentlow 20 Nov\nI'll send it tomorrow",
    ],
)
def test_what_is_no_mail(text: str) -> None:
    assert days(text) == []


def test_an_answer_below_a_quote_is_of_the_mail_around_it() -> None:
    text = "From: Morgan Lee\nDate: 23 Nov 2026\n\nOn 20 Nov 2026, Dana Poole wrote:\n> when?\n\ntomorrow"
    assert days(text) == [(1, date(2026, 11, 23)), (4, date(2026, 11, 20)), (7, date(2026, 11, 23))]


def test_the_sections_of_a_note_follow(read_folder: ReadFolder) -> None:
    read = read_folder({"people/Morgan Lee/2026-11-24.md": THREAD})
    found = [(s.line_start, s.date) for s in read.of("people/Morgan Lee/2026-11-24.md")]
    assert found == [(1, CAPTURED), (3, date(2026, 11, 23)), (14, date(2026, 11, 20)), (20, CAPTURED)]
    assert {s.people for s in read.of("people/Morgan Lee/2026-11-24.md")} == {("morgan-lee",)}

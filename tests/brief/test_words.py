"""Turns of phrase."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.brief.words import ago, clip, day, listed, promised, quoted


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("- [ ] send it by Fri", 10, "send it by Fri"),
        ("one two three four five", 3, "one two three …"),
        ("says the money is there, all of it, for this year", 7, "says the money is there …"),
        ("", 3, ""),
        ("see " + "x" * 200 + " there", 9, "see " + "x" * 80 + "… there"),
    ],
)
def test_clip(text: str, words: int, expected: str) -> None:
    assert clip(text, words) == expected


def test_quoted_words_hold_no_question_and_no_double_marks() -> None:
    assert quoted('"basically on board"') == "“basically on board”"
    text = quoted('asked "what happens on this dock at 5am if you change nothing?" and left it there', 30)
    assert "?" not in text
    assert text.count("“") == text.count("”") == 1


def test_days_and_distances() -> None:
    today = date(2026, 11, 23)
    assert day(date(2026, 10, 20), today) == "20 Oct"
    assert day(date(2025, 10, 20), today) == "20 Oct 2025"
    assert [ago(date(2026, 11, d), today) for d in (23, 22, 12)] == ["today", "yesterday", "11 days ago"]
    assert ago(date(2026, 10, 20), today) == "4 weeks ago"
    assert ago(date(2026, 11, 24), today) == "tomorrow"


def test_listed() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c", "d"], 2) == "a, b and 2 more"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She'll put the copy in the deal folder by 13/11", "put the copy in the deal folder by 13/11"),
        ("Said I'd take both back by the end of October", "take both back by the end of October"),
        ("PN: draft of the Westmere plan", "draft of the Westmere plan"),
        ("Marcus to call the plant", "call the plant"),
        ("On me: a reference from the homes", "a reference from the homes"),
        ("the list of six, by Friday", "the list of six, by Friday"),
    ],
)
def test_what_was_promised_without_who(text: str, expected: str) -> None:
    assert promised(text) == expected

"""How the bank speaks: of the seller without a sex, and of what was noted as a note."""

from __future__ import annotations

import re

from assistant.library.load import load_library

LIBRARY = load_library()
_SEX = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_AS_NOTE = re.compile(r"\bnote\b|\bnoted\b|\bwrote\b|\bI read\b")


def test_no_line_of_the_bank_tells_the_seller_for_a_man_or_a_woman() -> None:
    told = [
        (question.id, line)
        for question in LIBRARY.questions
        for line in (question.situation, question.text, *question.templates, question.listen_for, question.follow_up)
        if _SEX.search(line)
    ]
    assert told == []


def test_what_to_do_instead_tells_nobody_for_a_man_or_a_woman() -> None:
    lines = [line for principle in LIBRARY.principles.values() for line in principle.instead]
    assert [line for line in lines if _SEX.search(line)] == []


def test_a_quote_is_put_to_the_seller_as_a_note() -> None:
    """What was noted about a woman says "she" or "her": said to her face it needs to be called a note."""
    bare = [
        form
        for question in LIBRARY.questions
        if question.audience == "seller"
        for form in question.templates
        if "{quote}" in form and not _AS_NOTE.search(form)
    ]
    assert bare == []

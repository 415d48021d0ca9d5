"""Fits a question of the bank to a matter: the first form whose slots the notes can fill and that passes the lint."""

from __future__ import annotations

import string
from functools import lru_cache

from assistant.brief.matters import Matter
from assistant.library.models import BankQuestion
from assistant.lint.lint import lint
from assistant.reading.words import content_words

MAX_WORDS = 40
_SAID = frozenset({"promise", "claim", "quote"})
"""Slots that hold words of a note."""


@lru_cache(maxsize=4096)
def slots_of(form: str) -> frozenset[str]:
    """The names of the slots in a form."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(form) if name)


def fit(question: BankQuestion, matter: Matter) -> str | None:
    """The question in this matter's words, or None where no form can be filled.

    Words that say nothing by themselves (`Next week`) fill none. The fullest form wins: the more of the note is in a question, the less it could be asked of anybody else.
    """
    forms = sorted(question.templates, key=lambda form: -len(slots_of(form) - {"person", "date"}))
    filled = {slot for slot, words in matter.slots.items() if slot not in _SAID or content_words(words)}
    for form in forms:
        if slots_of(form) <= filled:
            names_deal = "deal" in slots_of(form)
            text = form.format_map(matter.slots if names_deal else {**matter.slots, **matter.slots_with_deal})
            if (
                text.count("?") <= 1
                and len(text.split()) <= MAX_WORDS
                and (question.audience == "manager" or lint(text).verdict == "coaching")
            ):
                return text
    return None

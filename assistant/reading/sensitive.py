"""Finds words that never stand in a brief, a plan or a prompt: private matters, secrets, ways to reach people, orders to a machine.

Plays safe line by line: one private word keeps its clause out of every finding. The words themselves are in `sensitive_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.models import SensitiveSpan
from assistant.reading.orders import order_spans
from assistant.reading.sensitive_words import ABOUT_A_PERSON, ALWAYS, HARMLESS, PERSONAL, TRADE
from assistant.vault.folding import fold_with_offsets

Found = tuple[str, int, int]

_ALWAYS = tuple((category, re.compile("|".join(patterns), re.MULTILINE)) for category, patterns in ALWAYS.items())
_PERSONAL = tuple((category, re.compile(pattern)) for category, pattern in PERSONAL.items())
_ABOUT_A_PERSON = re.compile(ABOUT_A_PERSON)
_TRADE = re.compile(TRADE)
_HARMLESS = re.compile(HARMLESS)
_REMEMBERED = 512


def sensitive_spans(text: str) -> list[SensitiveSpan]:
    """Every sensitive span of a text, line by line; lines count from 1, offsets are in the line."""
    return [
        SensitiveSpan(category=category, line=number, start=start, end=end)
        for number, line in enumerate(text.split("\n"), 1)
        for category, start, end in _of_line(line)
    ]


def is_fit_to_show(text: str) -> bool:
    """Whether a text may stand in a brief."""
    return are_fit_to_show([text])[0]


def are_fit_to_show(texts: Sequence[str]) -> list[bool]:
    """For each of these texts whether it may stand in a brief."""
    return [not any(_of_line(line) for line in text.split("\n")) for text in texts]


@lru_cache(maxsize=_REMEMBERED)
def _of_line(line: str) -> tuple[Found, ...]:
    plain, offsets = fold_with_offsets(line)
    orders = [("injection", start, end) for start, end in order_spans(line, plain)]
    plain = plain.replace("’", "'").replace("`", "'")
    harmless = [match.span() for match in _HARMLESS.finditer(plain)]
    return tuple(
        (category, offsets[start], offsets[end - 1] + 1)
        for category, start, end in [*orders, *_matches(plain)]
        if end > start and not any(a < end and start < b for a, b in harmless)
    )


def _matches(plain: str) -> Iterator[Found]:
    for category, pattern in _ALWAYS:
        for match in pattern.finditer(plain):
            yield category, match.start(), match.end()
    for category, pattern in _PERSONAL:
        for match in pattern.finditer(plain):
            around = plain[max(0, match.start() - 60) : match.end() + 40]
            if _ABOUT_A_PERSON.search(around) and not _TRADE.search(around.replace(match[0], " ")):
                yield category, match.start(), match.end()

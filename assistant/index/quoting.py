"""The sentence of a passage that answers: what an evidence quotes."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from assistant.index.words import STOP_WORDS
from assistant.models import Evidence, Passage

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"\w+")
_STEM = 5
"""Words that begin alike count as one: `promised`, `promises`."""
_FULL_LENGTH = 12
"""A sentence of so many words is worth as much as a longer one."""
_MARKS = re.compile(r"^(?:[-*+•>]\s+|\[.\]\s+|\d{1,2}[.)]\s+)+")


def best_sentence(passage: Passage, query: str, offsets: Collection[int] | None = None) -> Evidence:
    """The sentence that shares most with the query, with its line; the fullest where none does. Headings come last.

    With `offsets` only these lines are quoted, counted from the passage's first.
    """
    wanted = _wanted(query)
    lines = passage.text.split("\n")
    first = min(offsets) if offsets else 0
    best: tuple[float, int, str] = (-10.0, first, lines[first].strip())
    for offset, line in enumerate(lines):
        if offsets is not None and offset not in offsets:
            continue
        is_heading = line.lstrip().startswith(("#", "---"))
        for sentence in filter(None, sentences_of(line)):
            stems = _stems(sentence)
            worth = len(stems & wanted) + min(len(stems), _FULL_LENGTH) / 100 - is_heading
            if worth > best[0]:
                best = (worth, offset, sentence)
    return quoted_at(passage, best[1], best[2])


def sentences_of(line: str) -> list[str]:
    """The sentences of a line without the marks of a list."""
    return [_MARKS.sub("", part.strip()) for part in _SENTENCE.split(line)]


def quoted_at(passage: Passage, offset: int, quote: str) -> Evidence:
    """A quote of the line that stands so far from the passage's first."""
    line = min(passage.line_start + offset, passage.line_end)
    return Evidence(path=passage.path, line_start=line, line_end=line, quote=quote, date=passage.date)


@lru_cache(64)  # the same for every hit
def _wanted(query: str) -> frozenset[str]:
    return _stems(query) - STOP_WORDS


def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) > 2])

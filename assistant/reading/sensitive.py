"""Finds words that never stand in a brief, a plan or a prompt: private matters, secrets, ways to reach people, orders to a machine.

Secrets, addresses and orders are told by rules alone. What is private is told by the reading model, sentence by sentence, and where a rule knows a
word of it the slightest chance is enough. The words themselves are in `sensitive_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.models import SensitiveSpan
from assistant.reading.orders import order_spans
from assistant.reading.sensitive_words import ABOUT_A_PERSON, ALWAYS, HARMLESS, PERSONAL, TRADE
from assistant.reading.trait_words import OF_WORK
from assistant.vault.folding import fold_with_offsets, fold_word

Found = tuple[str, int, int]

_ALWAYS = tuple((category, re.compile("|".join(patterns), re.MULTILINE)) for category, patterns in ALWAYS.items())
_PERSONAL = tuple((category, re.compile(pattern)) for category, pattern in PERSONAL.items())
_ABOUT_A_PERSON = re.compile(ABOUT_A_PERSON)
_TRADE = re.compile(TRADE)
_HARMLESS = re.compile(HARMLESS)
_OF_WORK = re.compile(OF_WORK)
_REMEMBERED = 512
_SURE = {"secret", "contact", "injection"}
_LIKELY, _HINTED, _NEVER = 0.3, 0.005, 1.0
"""From these chances on a sentence is private: by itself; where a rule says so; never where its words are known for a look-alike."""
_SHORTEST, _LONG = 6, 140
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ENDS = re.compile(r"(?<=[.!?;])\s+")


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
    """For each of these texts whether it may stand in a brief; many at once are judged faster than one by one."""
    told = [[{category for category, _, _ in _of_line(line)} for line in text.split("\n")] for text in texts]
    asked = {
        sentence: None
        for text, lines in zip(texts, told, strict=True)
        if not any(found & _SURE for found in lines)
        for line in text.split("\n")
        for sentence in _sentences(line)
    }
    chances = _private_chances(tuple(asked))
    return [
        not any(
            found & _SURE or any(chances[one] > _enough(one, is_hinted=bool(found)) for one in _sentences(line))
            for line, found in zip(text.split("\n"), lines, strict=True)
        )
        if not any(found & _SURE for found in lines)
        else False
        for text, lines in zip(texts, told, strict=True)
    ]


def _private_chances(sentences: Sequence[str]) -> dict[str, float]:
    """How likely each sentence tells of a private matter, 0 to 1."""
    if not sentences:
        return {}
    from assistant.reading.reader import open_reading_model

    return dict(zip(sentences, open_reading_model().weigh_sentences(sentences), strict=True))


def _enough(sentence: str, *, is_hinted: bool) -> float:
    """From which chance on a sentence is private: little where a rule knows a word of it, none where its words are known for a look-alike."""
    if is_hinted:
        return _HINTED
    plain = fold_word(sentence).replace("’", "'")
    return _NEVER if _HARMLESS.search(plain) or _OF_WORK.search(plain) else _LIKELY


def _sentences(line: str) -> list[str]:
    """A line, or each sentence of a long one: a private clause is not to drown in the rest."""
    plain = line.strip(" \t-*#>|")
    if len(plain) < _SHORTEST or not _LETTERS.search(plain):
        return []
    return [plain] if len(plain) < _LONG else [one for one in _ENDS.split(plain) if len(one) >= _SHORTEST]


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

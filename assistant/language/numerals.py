"""Numbers, fractions and lengths of time in folded English, in digits or words: `forty-five`, `46.5k`, `two hundred and ten`, `nine in ten`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth".split()
)
_RANKS = {word: float(n) for n, word in enumerate(_ORDINALS)} | {"thirtieth": 30.0}
_COUNTS = {word: float(n) for n, word in enumerate(_UNITS)} | {word: (n + 2) * 10.0 for n, word in enumerate(_TENS)}
_ODD = {"twice": 2.0, "both": 2.0, "pair": 2.0, "couple": 2.0, "thrice": 3.0, "dozen": 12.0, "half": 0.5}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, **_SCALES}
_DIGITS = re.compile(
    r"(?<![\w.])[£$€]?\s?(\d(?:[\d.,:]*\d)?)\s?(k|mn|m|bn|hundred|thousand|million|billion)?"
    r"(?:st|nd|rd|th|x|yrs?|wks?|mo|mths?|h|hrs?|min|pg|pct)?\b(?![\w-]*\d)"
)
_ANY = "|".join(sorted({*_COUNTS, *_RANKS, *_ODD, *_SCALES}, key=len, reverse=True))
_RUN = re.compile(rf"\b(?:{_ANY})s?(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_ANY})s?)*\b")
_PART = re.compile(
    r"\b(a|one|two|three|four|that last|the last|another) (third|quarter|fifth|tenth)s?\b(?! of (?:\w+ )?year)"
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_TIMES = {
    "min": 1 / 1440, "minute": 1 / 1440, "h": 1 / 24, "hr": 1 / 24, "hour": 1 / 24, "day": 1.0, "wk": 7.0, "week": 7.0, "fortnight": 14.0,
    "mo": 30.4, "mth": 30.4, "month": 30.4, "qtr": 91.0, "quarter": 91.0, "yr": 365.0, "year": 365.0,
}  # fmt: skip
_TIME = re.compile(
    r"[ -]?(?:(?:full|whole|straight|more|working) )?(" + "|".join(sorted(_TIMES, key=len, reverse=True)) + r")s?\b"
)


class Number(NamedTuple):
    """A number in a text."""

    start: int
    end: int
    shown: str
    value: float
    is_rank: bool = False
    """Whether it is an ordinal in words."""


def numbers_of(plain: str) -> list[Number]:
    """Every number of a folded text, in its order."""
    found = [
        Number(match.start(), match.end(), match.group().strip(), value * _SCALE.get(match[2] or "", 1.0))
        for match in _DIGITS.finditer(plain)
        if (value := _value(match[1])) is not None
    ]
    parts = [match.span() for match in _PART.finditer(plain)]
    held = [(one.start, one.end) for one in found] + parts
    for match in _RUN.finditer(plain):
        found += [one for one in _in_words(match) if not any(start <= one.start < end for start, end in held)]
    return sorted(found)


def in_digits(plain: str) -> str:
    """A folded text with its numbers in digits, so that `forty-five` and `45` are the same word; ranks stay as they are."""
    for number in reversed(numbers_of(plain)):
        if not number.is_rank and number.value >= 2:
            plain = f"{plain[: number.start]} {number.value:.12g} {plain[number.end :]}"
    return plain


def parts_of(plain: str) -> Iterator[tuple[str, float]]:
    """Fractions in words: `a third`, `three quarters`; each with its value between 0 and 1."""
    for match in _PART.finditer(plain):
        yield match.group(), _COUNTS.get(match[1], 1.0) / _PARTS[match[2]]


def days_told(plain: str, number: Number) -> float | None:
    """The length in days, where a unit of time stands behind the number."""
    match = _TIME.match(plain, number.end)
    if match:
        return number.value * _TIMES[match[1]]
    short = re.search(r"(yr|wk|mo|mth|h|hr|min)s?$", number.shown)
    return number.value * _TIMES[short[1]] if short and number.shown[0].isdigit() else None


def is_same_time(told: float, unit_days: float, held: float) -> bool:
    """Whether a length told in a coarser unit is the held one, rounded."""
    count = held / unit_days
    return round(told / unit_days) in (round(count), int(count))


def _in_words(match: re.Match[str]) -> Iterator[Number]:
    """The numbers in a run of number words, usually one."""
    done, now, start, end, is_rank, words = 0.0, None, 0, 0, False, 0

    def number() -> Number:
        shown = match.string[start:end]
        return Number(start, end, shown, done + (now or 0.0), is_rank)

    for piece in re.finditer(r"[a-z]+", match.group()):
        word = piece.group()
        if word == "and":
            continue
        word = word if word in _RANKS or word in _COUNTS or word in _ODD or word in _SCALES else word.removesuffix("s")
        at = match.start() + piece.start()
        value = _COUNTS.get(word, _RANKS.get(word, _ODD.get(word)))
        if word in _SCALES:
            if now is None:
                start = at if not done else start
            if word == "hundred":
                now = (now or 1.0) * 100
            else:
                done, now = done + (now or 1.0) * _SCALES[word], None
        elif value is not None:
            fits = now is None or (now % 100 == 0 and value < 100) or (now % 10 == 0 and now % 100 >= 20 and value < 10)
            if (words and not fits) or is_rank or word in _ODD:
                if words:
                    yield number()
                done, now, words = 0.0, None, 0
            if not words:
                start = at
            now = (now or 0.0) + value
            is_rank = word in _RANKS
        end = match.start() + piece.end()
        words += 1
    yield number()


def _value(digits: str) -> float | None:
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        return float(re.sub(r"[.,]", "", digits))
    try:
        return float(digits.replace(",", ".").replace(":", "."))
    except ValueError:
        return None

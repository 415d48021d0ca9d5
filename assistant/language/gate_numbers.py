"""No number and no date that the cited lines do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from assistant.language.ground import Answer, Ground, Refusal
from assistant.language.numerals import Number, days_told, is_same_time, numbers_of, parts_of
from assistant.models import Evidence
from assistant.vault.folding import fold_word

_FREE = re.compile(
    r"\b(?:which|what|name|pick|choose|top|first|next|only|keep|let|best|any|in|within|for|each|try|bring|you|we|us|between|"
    r"if you (?:could|had)(?: to)?(?: \w+)?|(?:the|these|those|your|our) (?:first|next|best|top))$"
)
"""Before a small number word that chooses instead of counting: `which two`, `in three weeks`, `if you could keep ten`."""
_OF_US = re.compile(r" (?:of (?:us|you|them|it)|(?:days?|weeks?|months?|years?) (?:on|from now|later|ahead))\b")
_SMALL = 10
_ALWAYS_FREE = frozenset((0.0, 0.5, 1.0))
_REST = re.compile(
    r"\b(?:other|others|rest|remaining|remain|left|missing|missed|more|to go|still|short|gap|difference|apart|not|n't|never|without|only|unlike)\b|n't\b"
)
"""Words of what is left: a difference between two held numbers may be told beside one."""
_ALL = re.compile(r"\ball $")
_OTHERS = re.compile(r"\b(?:others?|more|rivals?|competitors?)\b")
_SEVERAL = re.compile(r"\band\b|&|\+|/|,|\bvs?\b|\bboth\b|\btwo\b|\b2")
_PERCENT = re.compile(r"\s?(?:%|per ?cent|pct)")
_OUT_OF = re.compile(r"^ (?:in|out of|of|from)(?: the| our| your| every)? $")
_CLOSE = 0.015
_NEXT_TO = 20
_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b")
_DATE = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|"
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{1,2})(?:st|nd|rd|th)?\b(?!:)|(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])"
)
_LAST = 8
"""`last Tuesday` is so many days ago at most."""
_ANY_DAY = re.compile(r"\b(?:a|any|every|each) $")
_PAST = (
    (re.compile(r"\b(?:yesterday|last night)\b"), 1, 1),
    (re.compile(r"\b(?:today you|earlier today|this morning)\b"), 0, 0),
    (re.compile(r"\blast week\b"), 2, 14),
    (re.compile(r"\blast month\b"), 14, 62),
    (re.compile(r"\bearlier this week\b"), 0, 6),
    (re.compile(r"\blast (?:quarter|year)\b"), 60, 730),
)
_SHORT = (
    (re.compile(r"\byr\b"), "year"), (re.compile(r"\bwk\b"), "week"), (re.compile(r"\bqtr\b"), "quarter"), (re.compile(r"\bm(?:o|th)\b"), "month"),
)  # fmt: skip


class Held(NamedTuple):
    """What the cited lines hold of numbers and days."""

    numbers: frozenset[float]
    times: tuple[float, ...]
    """Lengths of time in days: those told, and those between two of the days."""
    percents: tuple[float, ...]
    """Percentages and fractions, from 0 to 1."""
    ratios: tuple[float, ...]
    """Each number by a larger one close to it, from 0 to 1."""
    days: tuple[Date, ...]
    text: str


def check_numbers(answer: Answer, ground: Ground) -> list[Refusal]:
    """Numbers and dates that come from nowhere."""
    cited = ground.cited(answer)
    held = _held(fold_word(ground.held(answer)), tuple(cited), ground.today)
    reasons = []
    for part in (answer.text, answer.listen_for, answer.follow_up):
        plain = fold_word(part)
        reasons += [
            Refusal(kind="number", reason=f"The number {shown} does not stand in the lines it cites.")
            for shown in _unheld(plain, held)
        ]
        reasons += [
            Refusal(kind="date", reason=f"“{word}” does not agree with the lines it cites.")
            for word in _wrong_days(plain, held, ground.today)
        ]
    return reasons


@lru_cache(maxsize=64)
def _held(plain: str, cited: tuple[Evidence, ...], today: Date) -> Held:
    for pattern, full in _SHORT:
        plain = pattern.sub(full, plain)
    told = numbers_of(plain)
    days = tuple({*(line.date for line in cited if line.date), *_days_in(plain, today)})
    numbers = {one.value for one in told} | {float(len(cited))} | _ALWAYS_FREE
    numbers |= {float(part) for day in days for part in (day.day, day.month, day.year)}
    # `Q3`, `2x4` and the bare number of `31k` are held too.
    numbers |= {float(digits) for digits in re.findall(r"\d{1,9}", plain)}
    lengths = [length for one in told if (length := days_told(plain, one)) is not None]
    lengths += [float(abs((one - other).days)) for one, other in combinations({*days, today}, 2)]
    percents = [one.value / 100 for one in told if _PERCENT.match(plain, one.end)]
    percents += [value for _, value in parts_of(plain)]
    near = [sorted((one.value, other.value)) for one, other in pairwise(told) if other.start - one.end <= _NEXT_TO]
    ratios = [low / high for low, high in near if 0 < low < high]
    return Held(frozenset(numbers), tuple(lengths), tuple(percents), tuple(ratios), days, plain)


def _unheld(plain: str, held: Held) -> Iterator[str]:
    """The numbers that an answer states and nothing holds."""
    for shown, share in parts_of(plain):
        if not _is_share(share, held):
            yield shown
    told = numbers_of(plain)
    ratios = {
        one
        for low, high in pairwise(told)
        if _OUT_OF.match(plain[low.end : high.start])
        and high.value > low.value > 0
        and _is_among(low.value / high.value, held.percents)
        for one in (low, high)
    }
    for number in told:
        if number not in ratios and not _is_choice(plain, number) and not _is_held(plain, number, held):
            yield number.shown


def _is_choice(plain: str, number: Number) -> bool:
    if number.is_rank and number.value <= 2:
        return True
    chooses = _FREE.search(plain[: number.start].rstrip()) or _OF_US.match(plain, number.end)
    return bool(chooses) and number.value <= _SMALL and not number.shown[0].isdigit()


def _is_held(plain: str, number: Number, held: Held) -> bool:
    value = number.value
    if value in held.numbers or (number.is_rank and value - 1 in held.numbers):
        return True
    if _PERCENT.match(plain, number.end):
        return _is_share(value / 100, held)
    if number.shown in ("both", "pair", "couple") and _SEVERAL.search(held.text):
        return True
    length = days_told(plain, number)
    if length and any(is_same_time(length, length / value, other) for other in held.times):
        return True
    if _ALL.search(plain[: number.start]) and value - 1 in held.numbers and _OTHERS.search(held.text):
        return True
    clause = re.split(r"[,;:.?!]", plain[: number.start])[-1] + re.split(r"[,;:.?!]", plain[number.start :])[0]
    return bool(_REST.search(clause)) and any(
        high - low == value for low, high in combinations(sorted(held.numbers - {0.0, 0.5}), 2)
    )


def _is_share(share: float, held: Held) -> bool:
    return _is_among(share, held.percents + held.ratios)


def _is_among(share: float, shares: tuple[float, ...]) -> bool:
    """Whether a share, or what it leaves, is one of some."""
    return any(abs(share - other) < _CLOSE or abs(1 - share - other) < _CLOSE for other in shares)


def _days_in(plain: str, today: Date) -> Iterator[Date]:
    """The days that a folded text names without a year, each in the year that brings it nearest."""
    for match in _DATE.finditer(plain):
        month = match[2] or match[3]
        number = [m[:3] for m in _MONTHS].index(month) + 1 if month else int(match[6])
        found = []
        for year in (today.year - 1, today.year, today.year + 1):
            try:
                found.append(Date(year, number, int(match[1] or match[4] or match[5])))
            except ValueError:
                continue
        if found:
            yield min(found, key=lambda day: abs((day - today).days))


def _wrong_days(plain: str, held: Held, today: Date) -> Iterator[str]:
    months = {_MONTHS[day.month - 1][:3] for day in held.days} | {match[1] for match in _MONTH.finditer(held.text)}
    weekdays = {_DAYS[day.weekday()][:3] for day in held.days} | {match[1] for match in _DAY.finditer(held.text)}
    for match in _MONTH.finditer(plain):
        if match[1] not in months and not (match.group() in ("may", "mar", "march") and not _is_month(plain, match)):
            yield match.group()
    for match in _DAY.finditer(plain):
        is_any = _ANY_DAY.search(plain[: match.start()])
        is_last = plain[: match.start()].endswith("last ") and match[1] not in {m[1] for m in _DAY.finditer(held.text)}
        if is_last and not any(
            _DAYS[day.weekday()].startswith(match[1]) and 0 < (today - day).days <= _LAST for day in held.days
        ):
            yield match.group()
        if match[1] not in weekdays and match.group() not in ("sat", "sun", "wed", "mon") and not is_any:
            yield match.group()
    for pattern, least, most in _PAST:
        found = pattern.search(plain)
        if (
            found
            and found.group() not in held.text
            and not any(least <= (today - day).days <= most for day in held.days)
        ):
            yield found.group()


def _is_month(plain: str, match: re.Match[str]) -> bool:
    return bool(
        re.search(r"\b(?:in|by|of|since|until|before|from|\d{1,2}(?:st|nd|rd|th)?) $", plain[: match.start()])
        or re.match(r" \d", plain[match.end() :])
    )

"""Dates as people write them in file names, headings and entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date as Date
from datetime import timedelta

_NAMES = (
    "jan january januar januari janvier enero gennaio",
    "feb february februar februari fevrier febrero febbraio",
    "mar march marz maerz maart mars marzo mrz",
    "apr april avril abril aprile",
    "may mai mei mayo maggio",
    "jun june juni juin junio giugno",
    "jul july juli juillet julio luglio",
    "aug august augustus aout agosto",
    "sep sept september septembre septiembre settembre",
    "oct october oktober october okt octobre octubre ottobre",
    "nov november novembre noviembre",
    "dec december dezember december dez decembre diciembre dicembre",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.,£$€-])(\d{1,2})([./-])(\d{1,2})\.?(?:\2?(20\d\d|\d\d))?(?![\d/]|[.,]\d|\s?%)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+of)?[\s-]*({_MONTH})\b\.?,?(?:\s*(20\d\d|'\d\d))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?![:/.]\d)(?:,?\s+(20\d\d))?", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:KW|CW|wk|week)\s?(\d{1,2})\b(?:[\s/]+(20\d\d))?", re.IGNORECASE)


def find_day(text: str, *, near: Date | None = None, day_first: bool = True) -> Date | None:
    """The first date in the text; a missing year is the one that puts it nearest before `near`."""
    found: list[tuple[int, Date]] = []
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Date | None]], ...] = (
        (_ISO, lambda m: _make(int(m[1]), int(m[2]), int(m[3]))),
        (_DAY_MONTH, lambda m: _with_year(m[3], MONTHS[m[2].casefold()], int(m[1]), near)),
        (_MONTH_DAY, lambda m: _with_year(m[3], MONTHS[m[1].casefold()], int(m[2]), near)),
        (_NUMERIC, lambda m: _numeric(int(m[1]), int(m[3]), m[4], near, day_first)),
    )
    for pattern, read in readers:
        for match in pattern.finditer(text):
            day = read(match)
            if day is not None:
                found.append((match.start(), day))
                break
    if found:
        return min(found)[1]
    week = _WEEK.search(text)
    if week and (week[2] or near):
        try:
            return Date.fromisocalendar(int(week[2] or near.year), int(week[1]), 1)  # type: ignore[union-attr]
        except ValueError:
            return None
    return None


def is_day_first(texts: Iterable[str]) -> bool:
    """Whether numeric dates put the day first, by those in which only one order can be meant."""
    votes = 0
    for text in texts:
        for match in _NUMERIC.finditer(text):
            first, second = int(match[1]), int(match[3])
            if match[2] == "." or (first > 12 >= second):
                votes += 1
            elif second > 12 >= first:
                votes -= 1
    return votes >= 0


def _numeric(first: int, second: int, year: str | None, near: Date | None, day_first: bool) -> Date | None:
    day, month = (first, second) if day_first or first > 12 else (second, first)
    if month > 12 >= day:
        day, month = month, day
    return _with_year(year, month, day, near)


def _with_year(year: str | None, month: int, day: int, near: Date | None) -> Date | None:
    if year:
        digits = year.strip("'")
        return _make(int(digits) + (2000 if len(digits) == 2 else 0), month, day)
    if near is None:
        return None
    options = [made for y in (near.year + 1, near.year, near.year - 1) if (made := _make(y, month, day))]
    return next((made for made in options if made <= near + timedelta(days=45)), None)


def _make(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None

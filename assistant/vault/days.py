"""Dates as people write them in file names, headings and entries."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta
from typing import NamedTuple

from assistant.vault.folding import fold_word

_MONTH_NAMES = (
    "jan january januar januari janvier enero gennaio ene janeiro leden styczen",
    "feb february februar februari fevrier febrero febbraio febr fev fevereiro unor luty",
    "mar march marz maerz maart mars marzo mrz mrt marco brezen marzec",
    "apr april avril abril aprile avr duben kwiecien",
    "may mai mei mayo maggio maio kveten maj",
    "jun june juni juin junio giugno junho cerven czerwiec",
    "jul july juli juillet julio luglio julho cervenec lipiec",
    "aug august augustus aout agosto srpen sierpien",
    "sep sept september septembre septiembre settembre setembro zari wrzesien",
    "oct october oktober okt octobre octubre ottobre outubro rijen pazdziernik",
    "nov november novembre noviembre novembro listopad",
    "dec december dezember dez decembre diciembre dicembre dezembro prosinec grudzien",
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEARS = range(2000, 2100)
_LONG_AGO, _MONTHS, _DAYS = 14, 12, 31
_DAY = re.compile(
    rf"""(?<![\w£$€.,:/-])(?:
      (?P<iy>20\d\d)(?P<isep>[-_./\s]?)(?P<im>0?[1-9]|1[0-2])(?P=isep)(?P<id>0?[1-9]|[12]\d|3[01])(?=$|[^\d]|T\d)
    | (?P<wy>20\d\d)-?w(?P<ww>\d\d)\b
    | (?:kw|cw|wk|week|woche|semaine|uge|w)[\s.]?(?P<kw>\d{{1,2}})\b(?![%.,:/]\d)
        (?:[\s/,-]+(?P<kwy>20\d\d)\b)?
    | (?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?:\s+(?:of|de))?[\s-]*(?P<m>{_MONTH})\b\.?,?
        (?:[\s-]*(?:de\s+)?(?P<y>20\d\d(?!\d)|'\d\d\b|(?<=-)\d\d\b))?
    | (?P<m2>{_MONTH})\b\.?[\s-]+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|%)(?:,?\s+(?P<y2>20\d\d)\b)?
    | (?P<n1>\d{{1,2}})(?P<sep>[./-])(?P<n2>\d{{1,2}})
        (?:(?P=sep)(?P<ny>20\d\d|\d\d)(?!\d)|(?P<dot>\.(?!\d))|(?![\d/.,-]\d|\d))
    )""",
    re.IGNORECASE | re.VERBOSE,
)


_DIGIT = re.compile(r"\d")
_SLASHED = re.compile(r"\d\d?/\d\d?(?:/\d{2,4})?(?![\d/]|\s?%)")


class Written(NamedTuple):
    """A date as it is written: the year may be missing, or a week be all there is."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    week: int | None = None
    is_open: bool = False
    """True where day and month could change places."""

    def on(self, year: int) -> Date | None:
        """The date, in that year where none is written; None where there is no such day."""
        try:
            if self.week is not None:
                return Date.fromisocalendar(self.year or year, self.week, 1)
            return Date(self.year or year, self.month, self.day)
        except ValueError:
            return None

    def swapped(self) -> Written:
        """The same with month and day in the other order, where that is possible."""
        return self._replace(month=self.day, day=self.month) if self.is_open else self


def written_days(text: str, *, day_first: bool = True) -> list[Written]:
    """Every date in the text, in order. `day_first` decides numeric dates that could be read both ways."""
    if not _DIGIT.search(text):
        return []
    folded = fold_word(text)
    found = [made for match in _DAY.finditer(folded) if (made := _read(match)) is not None]
    return found if day_first else [day.swapped() for day in found]


def find_day(text: str, *, near: Date | None = None, day_first: bool = True, ahead: int = 7) -> Date | None:
    """The first date in the text.

    A missing year is the last one that puts it no more than `ahead` days after `near`.
    """
    for day in written_days(text, day_first=day_first):
        if (resolved := resolve(day, near, ahead=ahead)) is not None:
            return resolved
    return None


def resolve(day: Written, near: Date | None, *, ahead: int = 7) -> Date | None:
    """The date meant, seen from `near`; None where the year is missing and nothing tells it."""
    if day.year is not None:
        return day.on(day.year)
    if near is None:
        return None
    options = (day.on(year) for year in (near.year + 1, near.year, near.year - 1))
    return next((made for made in options if made and made <= near + timedelta(days=ahead)), None)


def has_slashed_days(text: str) -> bool:
    """Whether anything in the text could be a date with a slash."""
    return "/" in text and _SLASHED.search(text) is not None


def is_day_first(text: str) -> bool | None:
    """Whether dates with a slash put the day first, by those in which only one order can be meant.

    None where none tells.
    """
    votes = 0
    for match in _SLASHED.finditer(text):
        first, second = (int(part) for part in match[0].split("/")[:2])
        if text[match.start() - 1 : match.start()] not in ("/", ".", ","):
            votes += (31 >= first > 12 >= second > 0) - (31 >= second > 12 >= first > 0)
    return None if votes == 0 else votes > 0


def _is_date(match: re.Match[str]) -> bool:
    """`3-14` and `12.5` are no dates; `12/11`, `12.11.` and `3-4-26` may be."""
    if match["ny"]:
        return True
    if match["sep"] == "-":
        return False
    if match["sep"] == ".":
        return bool(match["dot"]) or len(match["n1"]) == len(match["n2"]) == 2
    return (match["n1"], match["n2"]) != ("24", "7")


def _read(match: re.Match[str]) -> Written | None:
    where = match.span()
    if match["iy"]:
        if match["isep"] == "" and len(match[0]) != 8:
            return None
        return _checked(Written(*where, int(match["iy"]), int(match["im"]), int(match["id"])))
    if match["ww"] or match["kw"]:
        year = match["wy"] or match["kwy"]
        return _checked(Written(*where, int(year) if year else None, 1, 1, int(match["ww"] or match["kw"])))
    if match["m"]:
        return _checked(Written(*where, _year(match["y"]), MONTHS[match["m"]], int(match["d"])))
    if match["m2"]:
        return _checked(Written(*where, _year(match["y2"]), MONTHS[match["m2"]], int(match["d2"])))
    return _numeric(match) if _is_date(match) else None


def _numeric(match: re.Match[str]) -> Written | None:
    first, second, year = int(match["n1"]), int(match["n2"]), _year(match["ny"])
    where = match.span()
    is_two_digit = match["ny"] is not None and len(match["ny"]) == 2
    is_year_like = is_two_digit and match["sep"] == "-" and first > _LONG_AGO and second <= _MONTHS
    if is_year_like and int(match["ny"]) <= _DAYS and year is not None and year < 2000 + first:
        # `26-10-06`: the year stands first where the other reading would be long ago
        return _checked(Written(*where, 2000 + first, second, int(match["ny"])))
    if second > 12 >= first:
        return _checked(Written(*where, year, first, second))
    is_open = first <= 12 and second <= 12 and first != second and match["sep"] != "."
    return _checked(Written(*where, year, second, first, is_open=is_open))


def _checked(day: Written) -> Written | None:
    return day if day.on(2024) is not None or (day.year and day.on(day.year)) else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    digits = text.strip("'")
    year = int(digits) + (2000 if len(digits) == 2 else 0)
    return year if year in _YEARS else None

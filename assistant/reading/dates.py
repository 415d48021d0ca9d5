"""When something is due: the words of a line and the day it was written to a date.

A weekday is the next such day after the note's date; this and next week end on Friday, a month on its last day; a fortnight is
fourteen days.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache

from assistant.vault.days import MONTHS
from assistant.vault.folding import fold_word

_DAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday mondays montag maandag",
            "tue tues tuesday dienstag dinsdag",
            "wed weds wednesday mittwoch woensdag",
            "thu thur thurs thursday donnerstag donderdag",
            "fri friday freitag vrijdag",
            "sat saturday samstag",
            "sun sunday sonntag",
        )
    )
    for name in names.split()
}
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "couple of": 2,
    "a couple of": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
}
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True)) + r"|\d{1,2}"
_BEFORE = r"(?:\b(?:by|until|till|til|before|on|due|for|in|at|from|latest|vor|bis|voor|w/c|wc|week of|the|no later than|@|📅|⏳)\s+|📅\s*|⏳\s*|\()"

_SAID_AS_DUE = re.compile(_BEFORE + r"(?:the\s+|end of\s+)?$")
_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.,£$€:-])(?!24/7\b)(\d{1,2})([/.-])(\d{1,2})\.?(?:\2(20\d\d|\d\d))?(?![\d/%:]|\.\d)")
_DAY_MONTH = re.compile(
    rf"(?<![\d/])(\d{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+of)?\s*(?:-\s*)?({_MONTH})\b\.?(?:,?\s+(20\d\d))?"
)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:k\b|%|:\d))(?:,?\s+(20\d\d))?")
_ORDINAL = re.compile(
    r"\b(?:by|on|until|till|til|before|due|for|w/c|wc|the|latest)\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b"
)
_WEEKDAY = re.compile(
    rf"\b(?:(this|next|coming|following)\s+)?({_DAY})\b(?!\s+(?:call|calls|meeting|mtg|night|morning's)\b)"
)
_WEEK_OF = re.compile(
    rf"\b(?:w/c|wc|wk of|week of|week commencing|w\.c\.|week beginning)\s+(?:the\s+)?(?:mon(?:day)?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:[/.](\d{{1,2}})|\s+({_MONTH}))?"
)
_IN = re.compile(
    rf"\b(?:in|within)\s+(?:the next\s+)?({_COUNT})\s+(working days|business days|days?|weeks?|wks?|months?|mths?)\b"
)
_FORTNIGHT = re.compile(r"\b(?:in|within)\s+a\s+fortnight\b|\bfortnight\b(?:'s time)?|\ba fortnight\b")
_TIME = re.compile(rf"\b({_COUNT})\s+(days?|weeks?|wks?|months?|mths?)['’]?s?\s+(?:time|from now)\b")
_WEEK_NUMBER = re.compile(r"\b(?:kw|cw)\s?(\d{1,2})\b")
_QUARTER = re.compile(r"\b(?:end of|eo|by|before the end of)\s*(?:the\s+)?(?:q([1-4])|quarter|(q)\b)")
_HALF_OF_MONTH = re.compile(
    rf"\b(early|beginning of|start of|mid|middle of|end of|late|first week of)[\s-]+(?:the\s+)?({_MONTH}|month|next month|this month|year|next week|this week|the week|week)\b"
)
_WHOLE_MONTH = re.compile(rf"\b(?:by|in|before|during)\s+({_MONTH})\b(?!\s*\d)")
_NOT_BEFORE = re.compile(r"\b(?:after|since|from|last|past|was|of|ab|seit|nach|na|sinds)\s+(?:the\s+)?$")
_BEFORE_DUE = re.compile(r"\b(?:by|before|until|till|til|due|latest|bis|voor)\s+(?:the\s+)?$")
_OWNS = re.compile(r"['’]s?\s+[a-z]|\s*7\b")
_THING = re.compile(
    r"\s+(?:call|calls|meeting|mtg|recording|deck|visit|numbers|notes?|mail|session|review|qbr|demo|invoice|version|workshop|class|course|figures|report|minutes|"
    r"event|show|trip|seats?|units?|people|pieces|deals?|accounts?|sites?|split|shift|team call|1:1)\b"
)


@dataclass(frozen=True)
class Due:
    """A due date and where in the text it is said."""

    date: Date
    start: int
    end: int


@lru_cache(128)  # the readers of one line ask in turn
def resolve_due(text: str, said_on: Date, *, month_first: bool = False) -> Due | None:
    """The date by which something is due, by the words of a line written on `said_on`; None where none is said."""
    plain = fold_word(text)
    if len(plain) != len(text):
        plain = text.lower()
    if not _DIGIT.search(plain) and _TELLING.isdisjoint(_WORD.findall(plain)):
        return None
    found = [
        due
        for read in _READERS
        if (due := read(plain, said_on, month_first)) is not None and not _is_of_something(plain, due)
    ]
    if not found:
        return None
    found = [
        due for due in found if not any(other.start - due.start > 0 and other.start - due.end <= 3 for other in found)
    ]
    said_as_due = [due for due in found if _SAID_AS_DUE.search(plain[: due.start])]
    return min(said_as_due or found, key=lambda due: (due.start, -due.end))


def _is_of_something(text: str, due: Due) -> bool:
    """Whether the date only says which call or deck is meant: `Monday's call`, `the 9/30 deck`, `from 1 July on`."""
    before, after = text[: due.start], text[due.end :]
    if _NOT_BEFORE.search(before):
        return True
    return bool(_OWNS.match(after) or _THING.match(after)) and not _BEFORE_DUE.search(before)


def _iso(text: str, _on: Date, _us: bool) -> Due | None:
    match = _ISO.search(text)
    return _due(match, _make(int(match[1]), int(match[2]), int(match[3]))) if match else None


def _numeric(text: str, on: Date, us: bool) -> Due | None:
    for match in _NUMERIC.finditer(text):
        if (
            match[2] == "."
            and not match[4]
            and not re.search(r"\b(?:by|on|bis|until|vor|am|due|the|for)\s*$", text[: match.start()])
            and text[match.end() - 1] != "."
        ):
            continue
        if match[2] == "-" and not match[4]:
            continue
        first, second = int(match[1]), int(match[3])
        day, month = (second, first) if us and match[2] == "/" and first <= 12 else (first, second)
        if month > 12:
            day, month = month, day
        due = _due(match, _near(on, month, day, match[4]))
        if due:
            return due
    return None


def _day_month(text: str, on: Date, _us: bool) -> Due | None:
    match = _DAY_MONTH.search(text)
    return _due(match, _near(on, MONTHS[match[2]], int(match[1]), match[3])) if match else None


def _month_day(text: str, on: Date, _us: bool) -> Due | None:
    match = _MONTH_DAY.search(text)
    return _due(match, _near(on, MONTHS[match[1]], int(match[2]), match[3])) if match else None


def _ordinal(text: str, on: Date, _us: bool) -> Due | None:
    match = _ORDINAL.search(text)
    if not match:
        return None
    day = int(match[1])
    for months in range(3):
        year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
        made = _make(year, month + 1, day)
        if made and made >= on:
            return _due(match, made)
    return None


def _week_of(text: str, on: Date, us: bool) -> Due | None:
    match = _WEEK_OF.search(text)
    if not match:
        return None
    if match[2] or match[3]:
        first, second = int(match[1]), int(match[2]) if match[2] else MONTHS[match[3]]
        day, month = (second, first) if match[2] and (second > 12 or (us and first <= 12)) else (first, second)
        start = _near(on, month, day, None)
    else:
        ordinal = _ordinal(f"by the {match[1]}th", on, False)
        start = ordinal.date if ordinal else None
    return _due(match, _friday(start) if start else None)


def _weekday(text: str, on: Date, _us: bool) -> Due | None:
    for match in _WEEKDAY.finditer(text):
        if re.search(r"\b(?:last|since|every|each|was|from|yesterday)\s+$", text[: match.start()]):
            continue
        ahead = (_DAYS[match[2]] - on.weekday() - 1) % 7 + 1
        if match[2] in ("sun", "sat", "mon", "wed") and text[match.end() : match.end() + 1] in ("'", "’"):
            continue
        if (
            re.match(r"\s+week\b", text[match.end() :])
            or re.search(r"\ba week (?:on )?$", text[: match.start()])
            or (match[1] in ("next", "following") and ahead <= 6 - on.weekday() and on.weekday() < 5)
        ):
            ahead += 7
        return _due(match, on + timedelta(days=ahead))
    return None


def _relative(text: str, on: Date, _us: bool) -> Due | None:
    for pattern in (_IN, _TIME):
        match = pattern.search(text)
        if match:
            count = _COUNTS.get(match[1]) or int(match[1])
            return _due(match, _ahead(on, count, match[2]))
    match = _FORTNIGHT.search(text)
    if match:
        return _due(match, on + timedelta(days=14))
    match = _WEEK_NUMBER.search(text)
    if match:
        try:
            return _due(match, Date.fromisocalendar(on.year, int(match[1]), 5))
        except ValueError:
            return None
    return None


def _ahead(on: Date, count: int, unit: str) -> Date:
    if unit.startswith(("working", "business")):
        day = on
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit.startswith("d"):
        return on + timedelta(days=count)
    if unit.startswith("w"):
        return on + timedelta(days=7 * count)
    year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
    return Date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


_PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"\b(?:tonight|today|eod|end of (?:the )?day|heute|vandaag|by close of play|cop)\b", "today"),
        (r"\b(?:tomorrow|tmrw|tmw|morgen)\b", "tomorrow"),
        (r"\b(?:day after tomorrow|ubermorgen|overmorgen)\b", "overmorrow"),
        (
            r"\b(?:end of (?:the )?next week|(?:by |before )?(?:some time |sometime )?next (?:week|wk)|nxt (?:week|wk)|nachste woche|volgende week)\b",
            "next week",
        ),
        (
            r"\b(?:(?:end of |by |later |before the end of )?(?:the |this )(?:week|wk)|eow|end of (?:the )?(?:week|wk)|diese woche|deze week)\b",
            "this week",
        ),
        (
            r"\b(?:first thing|start|beginning|early|1st thing)(?: of)? next (?:month|mth)\b",
            "first of next month",
        ),
        (
            r"\b(?:end of )?(?:the )?next (?:month|mth)(?:'s end)?\b|\bnachsten monat\b|\bvolgende maand\b",
            "next month",
        ),
        (
            r"\b(?:eom|month[- ]?end|end of (?:the |this )?(?:month|mth)|this (?:month|mth)|ende des monats|eind van de maand|monatsende)\b",
            "this month",
        ),
        (r"\b(?:eoq|quarter[- ]?end|end of (?:the |this )?quarter)\b", "quarter"),
        (r"\b(?:eoy|year[- ]?end|end of (?:the |this )?year|before (?:the )?new year)\b", "year"),
        (r"\b(?:by|before) (?:xmas|christmas|weihnachten|kerst|the holidays)\b", "christmas"),
    )
)


def _phrase(text: str, on: Date, _us: bool) -> Due | None:
    hits = [(match, name) for pattern, name in _PHRASES if (match := pattern.search(text))]
    if not hits:
        return None
    match, name = min(hits, key=lambda hit: (hit[0].start(), -hit[0].end()))
    last = calendar.monthrange(on.year, on.month)[1]
    following = _ahead(on.replace(day=1), 1, "month")
    days = {
        "today": on,
        "tomorrow": on + timedelta(days=1),
        "overmorrow": on + timedelta(days=2),
        "this week": _friday(on),
        "next week": _friday(on - timedelta(days=on.weekday()) + timedelta(days=7)),
        "first of next month": following,
        "next month": following.replace(day=calendar.monthrange(following.year, following.month)[1]),
        "this month": on.replace(day=last),
        "quarter": _quarter_end(on.year, (on.month - 1) // 3 + 1),
        "year": Date(on.year, 12, 31),
        "christmas": Date(on.year, 12, 24),
    }
    return _due(match, days[name])


def _part_of_month(text: str, on: Date, _us: bool) -> Due | None:
    match = _HALF_OF_MONTH.search(text)
    if match and match[2] in MONTHS:
        year = on.year + (MONTHS[match[2]] < on.month - 2)
        last = calendar.monthrange(year, MONTHS[match[2]])[1]
        part = match[1]
        day = 15 if part in ("mid", "middle of") else last if part in ("end of", "late") else 7
        return _due(match, Date(year, MONTHS[match[2]], day))
    match = _QUARTER.search(text)
    if match and match[1]:
        end = _quarter_end(on.year, int(match[1]))
        return _due(match, end if end >= on else _quarter_end(on.year + 1, int(match[1])))
    match = _WHOLE_MONTH.search(text)
    if match:
        year = on.year + (MONTHS[match[1]] < on.month)
        return _due(match, Date(year, MONTHS[match[1]], calendar.monthrange(year, MONTHS[match[1]])[1]))
    return None


_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_TELLING = frozenset(
    (
        *_DAYS,
        *MONTHS,
        *(
            unit + ending
            for unit in ("day", "week", "wk", "month", "mth", "year", "quarter")
            for ending in ("", "s", "ss")
        ),
        *"q fortnight tonight today eod cop heute vandaag tomorrow tmrw tmw morgen ubermorgen overmorgen woche eow eom monat monats maand".split(),
        *"monatsende eoq eoy xmas christmas weihnachten kerst holidays play monthend quarterend yearend".split(),
    )
)
"""No day is said in words without one of these, or a digit: most lines have none, and need not be looked through."""

_READERS = (
    _iso,
    _week_of,
    _numeric,
    _day_month,
    _month_day,
    _ordinal,
    _relative,
    _phrase,
    _part_of_month,
    _weekday,
)


def _friday(day: Date) -> Date:
    """The Friday that ends the week of a day; a weekend belongs to the week that follows."""
    ahead = 4 - day.weekday()
    return day + timedelta(days=ahead if ahead >= 0 else ahead + 7)


def _quarter_end(year: int, quarter: int) -> Date:
    return Date(year, quarter * 3, calendar.monthrange(year, quarter * 3)[1])


def _near(on: Date, month: int, day: int, year: str | None) -> Date | None:
    """A day without a year: the one nearest to the note, rather ahead of it than behind."""
    if year:
        return _make(int(year) + (2000 if len(year) == 2 else 0), month, day)
    options = [made for y in (on.year - 1, on.year, on.year + 1) if (made := _make(y, month, day))]
    return min(options, key=lambda made: abs((made - on).days - 90), default=None)


def _make(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _due(match: re.Match[str], day: Date | None) -> Due | None:
    return Due(day, match.start(), match.end()) if day else None

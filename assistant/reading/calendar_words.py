"""The words of the calendar: each reader finds one way of naming a day and yields (start, end, date)."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date as Date
from datetime import timedelta

from assistant.vault.days import MONTHS

Found = tuple[int, int, Date]
Reader = Callable[[str, Date, bool], Iterator[Found]]

_DAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday mondays montag maandag lundi lunes",
            "tue tues tuesday tuesdays dienstag dinsdag mardi martes",
            "wed weds wednesday wednesdays wednsday mittwoch woensdag mercredi miercoles",
            "thu thur thurs thursday thursdays donnerstag donderdag jeudi jueves",
            "fri friday fridays freitag vrijdag vendredi viernes",
            "sat saturday samstag zaterdag",
            "sun sunday sonntag zondag",
        )
    )
    for name in names.split()
}
_SHORT_GERMAN = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4}
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple of": 2, "couple": 2, "a couple of": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "zwei": 2, "drei": 3,
}  # fmt: skip
_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = {name: number for number, name in enumerate(_ONES, 1)} | {
    name: number
    for number, name in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 10
    )
}
_ORDINALS |= {f"twenty{sep}{one}": 20 + n for n, one in enumerate(_ONES, 1) for sep in (" ", "-")}
_ORDINALS |= {"thirtieth": 30, "thirty first": 31, "thirty-first": 31}

_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_COUNT = "|".join(sorted(_COUNTS, key=len, reverse=True)) + r"|\d{1,2}"
_WORD_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ENDS = r"(?=\s*(?:$|[.,;:!?)\]–—-]|and\b|or\b|instead\b|with\b|if\b|at\b|by\b|w/|from\b|so\b|then\b|latest\b|now\b))"

_ISO = re.compile(r"(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.,£$€:-])(\d{1,2})([/.-])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![\d/%:]|[.,]\d)(\.?)")
_DAY_MONTH = re.compile(rf"(?<![\d/])(\d{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+of)?[\s-]*({_MONTH})\b\.?(?:,?\s+(20\d\d))?")
_MONTH_DAY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:k\b|%|:\d|deals|of\b))(?:,?\s+(20\d\d))?")
_ORDINAL = re.compile(rf"(?<![\w/])(\d{{1,2}})(?:st|nd|rd|th)\b(?:\s+({_DAY})\b)?")
_SPOKEN = re.compile(rf"\b(by|on|until|till|before|for|the)\s+(?:the\s+)?({_WORD_ORDINAL})\b{_ENDS}")
_ORDINAL_MARK = re.compile(r"(?:\b(?:by|on|untill?|till?|before|due|for|the|latest|say|now|bis|to)|[,(])\s*$")
_WEEK_OF = re.compile(
    rf"\b(?:w/c|w/b|wc|wk of|week of|week commencing|week beginning)\s+(?:the\s+)?(?:mon(?:day)?\s+)?(?:the\s+)?"
    rf"(?:({_MONTH})\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:[/.](\d{{1,2}})|\s+(?:of\s+)?({_MONTH})\b)?"
)
_WEEKDAY = re.compile(
    rf"(?<![-/\w])(?:(a week (?:on|from)|this|next|nxt|coming|following)\s+)?({_DAY})\b(?P<own>['’]?s\b)?(?P<week>\s+week\b)?"
    rf"(?!\s*(?:[-–/]|to|and|thru)\s*(?:{_DAY})\b)"
)
_GERMAN_DAY = re.compile(r"\b(?:bis|am|vor|bis zum)\s+(mo|di|mi|do|fr)\b")
_IN = re.compile(
    rf"\b(?:in|within|over|inside)\s+(?:the\s+)?(?:next\s+)?(?:about\s+)?({_COUNT})\s+"
    r"(working days|business days|days?|tagen?|weeks?|wks?|wochen|months?|mths?|monaten)\b|\b(?:the )?next (few|couple of) (days|weeks)\b"
)
_AHEAD = re.compile(rf"\b({_COUNT})\s+(days?|weeks?|wks?|months?|mths?)['’]?s?\s+(?:time|from now|from today)\b")
_LONGER = re.compile(rf"\b(another|one more)\s+({_COUNT}\s+)?(week|weeks|wk|wks|days?|fortnight)\b")
_FORTNIGHT = re.compile(r"\b(?:in|within) (?:a|one) fortnight\b|\ba fortnight(?:['’]s time| today| from now)?\b|\bfortnight['’]s time\b")
_WEEK_NUMBER = re.compile(r"\b(?:kw|cw|wk|week)\s?(\d{1,2})\b(?!\s*(?:days|calls|of))")
_QUARTER = re.compile(r"\b(?:end of|eo|by|before the end of|before|in|end)\s*(?:the\s+)?q([1-4])\b")
_PART_OF_MONTH = re.compile(
    rf"\b(early|beginning of|start of|mid|middle of|end of|end|late|last week of|first week of|ende)[\s-]+(?:the\s+|of\s+)?({_MONTH})\b(?!\s*\d)"
)
_WHOLE_MONTH = re.compile(rf"\b(?:by|in|before|during|until|till)\s+({_MONTH})\b(?!\s*\d)")


def plain_text(text: str) -> str:
    """The text in lower case, without accents and with straight apostrophes, each character at its own offset."""
    folded = []
    for char in text:
        low = unicodedata.normalize("NFKD", char)[:1].lower() or char
        folded.append("'" if low in "’‘`´" else low[:1])
    return "".join(folded)


def _iso(text: str, _on: Date, _day_first: bool) -> Iterator[Found]:
    for match in _ISO.finditer(text):
        yield from _day(match, _make(int(match[1]), int(match[2]), int(match[3])))


def _numeric(text: str, on: Date, day_first: bool) -> Iterator[Found]:
    for match in _NUMERIC.finditer(text):
        first, second = int(match[1]), int(match[3])
        is_bare = not match[4] and not match[5]
        if is_bare and match[2] == "." and not re.search(r"\b(?:by|on|bis|until|till|vor|am|due|the|for|to|now|date)\s*$", text[: match.start()]):
            continue
        if is_bare and match[2] == "-":
            continue
        day, month = (first, second) if day_first or first > 12 or match[2] == "." else (second, first)
        if month > 12:
            day, month = month, day
        yield from _day(match, nearest(on, month, day, match[4]))


def _named_month(text: str, on: Date, _day_first: bool) -> Iterator[Found]:
    for match in _DAY_MONTH.finditer(text):
        yield from _day(match, nearest(on, MONTHS[match[2]], int(match[1]), match[3]))
    for match in _MONTH_DAY.finditer(text):
        yield from _day(match, nearest(on, MONTHS[match[1]], int(match[2]), match[3]))


def _ordinal(text: str, on: Date, _day_first: bool) -> Iterator[Found]:
    for match in _ORDINAL.finditer(text):
        if match[2] or _ORDINAL_MARK.search(text[: match.start()]):
            yield from _day(match, _coming(on, int(match[1])))
    for match in _SPOKEN.finditer(text):
        number = _ORDINALS[match[2]]
        if match[1] != "the" or number > 3:
            day = _coming(on, number)
            if day:
                yield match.start(2), match.end(2), day


def _week_of(text: str, on: Date, day_first: bool) -> Iterator[Found]:
    for match in _WEEK_OF.finditer(text):
        number = int(match[2])
        if match[1] or match[4]:
            start = nearest(on, MONTHS[match[1] or match[4]], number, None)
        elif match[3]:
            day, month = (number, int(match[3])) if day_first or number > 12 else (int(match[3]), number)
            start = nearest(on, month, day, None)
        else:
            start = _coming(on, number)
        yield from _day(match, friday(start) if start else None)


def _weekday(text: str, on: Date, _day_first: bool) -> Iterator[Found]:
    for match in _WEEKDAY.finditer(text):
        if match[2] in ("sun", "sat", "mon", "wed", "mar", "lunes") and match["own"]:
            continue
        if match["own"] and not re.search(r"\b(?:before|for|by|until|till|at|in)\s+(?:the\s+)?$", text[: match.start()]):
            continue
        ahead = (_DAYS[match[2]] - on.weekday() - 1) % 7 + 1
        day = on + timedelta(days=ahead)
        if match[1] in ("next", "nxt", "following") and ahead <= 6 - on.weekday() and on.weekday() < 5:
            day += timedelta(days=7)
        if match["week"] or (match[1] or "").startswith("a week"):
            day += timedelta(days=7)
        yield match.start(), match.end(), day
    for match in _GERMAN_DAY.finditer(text):
        yield match.start(1), match.end(1), on + timedelta(days=(_SHORT_GERMAN[match[1]] - on.weekday() - 1) % 7 + 1)


def _relative(text: str, on: Date, _day_first: bool) -> Iterator[Found]:
    for match in _IN.finditer(text):
        count, unit = (3 if match[3] == "few" else 2, match[4]) if match[3] else (_number(match[1]), match[2])
        yield from _day(match, ahead_of(on, count, unit))
    for match in _AHEAD.finditer(text):
        yield from _day(match, ahead_of(on, _number(match[1]), match[2]))
    for match in _LONGER.finditer(text):
        count = _number(match[2].strip()) if match[2] else 1
        yield from _day(match, ahead_of(on, 2, "weeks") if match[3] == "fortnight" else ahead_of(on, count, match[3]))
    for match in _FORTNIGHT.finditer(text):
        yield from _day(match, on + timedelta(days=14))
    for match in _WEEK_NUMBER.finditer(text):
        if match.group().startswith(("kw", "cw")) and 1 <= int(match[1]) <= 53:
            year = on.year + (int(match[1]) < on.isocalendar()[1] - 26)
            yield from _day(match, Date.fromisocalendar(year, min(int(match[1]), 52), 5))


_PHRASES = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"\b(?:the )?day after tomorrow\b|\bubermorgen\b|\bovermorgen\b", "overmorrow"),
        (r"\b(?:tonight|today|this (?:evening|afternoon|morning)|eod|cob|cop|close of (?:play|business)|end of (?:the )?day|heute)\b(?!'s)", "today"),
        (r"\b(?:tomorrow|tomorow|tommorow|tmrw|tmr|tmw|tomo|2moro|morgen)\b(?!'s)", "tomorrow"),
        (r"\b(?:over |at |on |by |after )?the weekend\b|\bthis weekend\b", "weekend"),
        (r"\b(?:the )?(?:week|wk) after next\b", "week after next"),
        (r"\b(?:first thing|1st thing) (?:in )?next (?:week|wk)\b", "monday"),
        (r"\b(?:end of |later |early |beginning of |start of )?(?:the )?(?:next|nxt) (?:week|wk)\b(?!'s)|\b(?:nachste|kommende) woche\b", "next week"),
        (r"\b(?:end of |by |later |before the end of |ende )?(?:the |this |diese |der )(?:week|wk|woche)\b(?!'s| of| after| before| the)"
         r"|\beow\b|\b(?:week's end|end of (?:week|wk))\b", "this week"),
        (r"\b(?:first thing|1st thing|start|beginning|first day)(?: of)? next (?:month|mth)\b", "first of next month"),
        (r"\b(?:end of |early |later )?(?:the )?next (?:month|mth)\b(?!'s)|\bnachsten monat\b", "next month"),
        (r"\beom\b|\bmonth[- ]?end\b|\bend (?:of )?(?:the |this )?(?:month|mth)\b|\bthis (?:month|mth)\b(?!'s)|\bfor the end of the month\b"
         r"|\bende (?:des )?monats?\b|\bmonatsende\b", "this month"),
        (r"\beoq\b|\bquarter[- ]?end\b|\bend of (?:the |this )?(?:quarter|qtr)\b|\bthis (?:quarter|qtr)\b(?!'s)", "quarter"),
        (r"\beoy\b|\byear[- ]?end\b|\bend of (?:the |this )?year\b|\bbefore (?:the )?new year\b|\bjahresende\b", "year"),
        (r"\b(?<=by )(?:xmas|christmas)\b|(?<=before )(?:xmas|christmas|weihnachten)\b", "christmas"),
        (r"(?<=by )thanksgiving\b|(?<=before )thanksgiving\b", "thanksgiving"),
    )
)  # fmt: skip


def _phrase(text: str, on: Date, _day_first: bool) -> Iterator[Found]:
    monday = on + timedelta(days=7 - on.weekday())
    following = ahead_of(on.replace(day=1), 1, "month")
    days: dict[str, Date] = {
        "today": on,
        "tomorrow": on + timedelta(days=1),
        "overmorrow": on + timedelta(days=2),
        "weekend": on + timedelta(days=6 - on.weekday()),
        "monday": monday,
        "this week": friday(on),
        "next week": monday + timedelta(days=4),
        "week after next": monday + timedelta(days=11),
        "first of next month": following,
        "next month": _last_day(following),
        "this month": _last_day(on),
        "quarter": _quarter_end(on.year, (on.month - 1) // 3 + 1),
        "year": Date(on.year, 12, 31),
        "christmas": Date(on.year, 12, 24),
        "thanksgiving": _fourth_thursday_of_november(on),
    }
    for pattern, name in _PHRASES:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), days[name]


def _part_of_year(text: str, on: Date, _day_first: bool) -> Iterator[Found]:
    for match in _PART_OF_MONTH.finditer(text):
        last = _month_ahead(on, MONTHS[match[2]])
        part = match[1]
        number = 15 if part in ("mid", "middle of") else 7 if part.startswith(("early", "beg", "start", "first")) else last.day
        yield match.start(), match.end(), last.replace(day=number)
    for match in _QUARTER.finditer(text):
        end = _quarter_end(on.year, int(match[1]))
        yield match.start(), match.end(), end if end >= on else _quarter_end(on.year + 1, int(match[1]))
    for match in _WHOLE_MONTH.finditer(text):
        if match[1] not in ("may", "mar", "mars"):
            yield match.start(1), match.end(1), _month_ahead(on, MONTHS[match[1]])


READERS: tuple[Reader, ...] = (_iso, _week_of, _numeric, _named_month, _relative, _part_of_year, _phrase, _ordinal, _weekday)
"""The most exact first: where two overlap, the earlier one is right."""


def friday(day: Date) -> Date:
    """The Friday that ends the week of a day; on a weekend, that of the week to come."""
    return day + timedelta(days=(4 - day.weekday()) % 7)


def ahead_of(on: Date, count: int, unit: str) -> Date:
    """So many days, working days, weeks or months after a day."""
    if unit.startswith(("working", "business")):
        day = on
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day
    if unit.startswith(("d", "t")):
        return on + timedelta(days=count)
    if unit.startswith("w"):
        return on + timedelta(days=7 * count)
    year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
    return Date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def nearest(on: Date, month: int, day: int, year: str | None) -> Date | None:
    """A day without a year: the one nearest to the note, rather ahead of it than behind."""
    if year:
        return _make(int(year) + (2000 if len(year) == 2 else 0), month, day)
    options = [made for y in (on.year - 1, on.year, on.year + 1) if (made := _make(y, month, day))]
    return min(options, key=lambda made: abs((made - on).days - 90), default=None)


def _coming(on: Date, number: int) -> Date | None:
    """The next day of the month with that number, the note's own day included."""
    for months in range(3):
        year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
        made = _make(year, month + 1, number)
        if made and made >= on:
            return made
    return None


def _month_ahead(on: Date, month: int) -> Date:
    """The last day of a month by name, the one under way or to come."""
    return _last_day(Date(on.year + (month < on.month - 3), month, 1))


def _last_day(day: Date) -> Date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _quarter_end(year: int, quarter: int) -> Date:
    return _last_day(Date(year, quarter * 3, 1))


def _fourth_thursday_of_november(on: Date) -> Date:
    first = Date(on.year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _number(word: str) -> int:
    return _COUNTS.get(word) or int(word)


def _make(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def _day(match: re.Match[str], day: Date | None) -> Iterator[Found]:
    if day:
        yield match.start(), match.end(), day

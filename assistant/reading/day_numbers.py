"""Days said with a number: `2026-11-06`, `11/6`, `6.11.`, `6 Nov`, `the 6th`, `the sixth of November`, `w/c 9th`, `KW 46`."""

from __future__ import annotations

import re
from datetime import date as Date

from assistant.reading.day_forms import OF, OF_MONTH, SPAN, STOP, Form, form
from assistant.reading.day_signs import SHORT_WEEKDAYS
from assistant.reading.reckoning import friday, in_month, iso_week, later, make, nearest, quarter_end

_N = r"(?P<d>\d{1,2})"
_O = r"O(?P<o>\d+)"
_M = r"M(?P<m>\d+)"
_TH = r"(?:st|nd|rd|th)"
_YEAR = r"(?:,?\s+(?P<y>20\d\d)\b)?"
_ONLY = r"(?![\d/%:]|\.\d)"
_FREE = r"(?<![\d/.,£$€:-])"
_B = r"(?P<b>1[0-2]|0?[1-9])"
_AMOUNT = r"(?!\s?(?:of|pages?|people|seats?|units?|stars?|sites?|accounts?|deals?|U[bhdwmy]|k\b|x\b))"
_SCORE = "".join(
    rf"(?<!\b{word} )"
    for word in "rated score scored rating about around roughly only nps gives gave another a mood energy csat option ratio page slide slides room".split()
)
"""No day behind these: `rated 9/10`, `about 3/4`."""
_NEAR = 120
_WEEK_OF = r"(?:w/c|wc|w\.c\.|w/b|Uw (?:of|commencing|beginning))"


def _iso(match: re.Match[str], _on: Date, _us: bool) -> Date | None:
    return make(int(match["y"]), int(match["b"]), int(match["d"]))


def _numeric(match: re.Match[str], on: Date, us: bool) -> Date | None:
    first, second = int(match["d"]), int(match["b"])
    is_month_first = us and match["sep"] == "/" and first <= 12
    day, month = (second, first) if is_month_first or second > 12 else (first, second)
    return nearest(on, month, day, match.groupdict().get("y"))


def _of_month(match: re.Match[str], on: Date, _us: bool) -> Date | None:
    return nearest(on, int(match["m"]), _number(match), match.groupdict().get("y"))


def _next_such(match: re.Match[str], on: Date, _us: bool) -> Date | None:
    return in_month(on, _number(match))


def _day_of_month(match: re.Match[str], on: Date, _us: bool) -> Date | None:
    month = later(on.replace(day=1), int(match["next"] is not None), "month")
    return make(month.year, month.month, int(match["d"]))


def _with_weekday(match: re.Match[str], on: Date, _us: bool) -> Date | None:
    """`Fri 13`, only where the 13th is a Friday: `Fri 3 calls` is none."""
    weekday = int(match["wd"][1]) if match["wd"][0] in "WS" else SHORT_WEEKDAYS[match["wd"]]
    day = in_month(on, _number(match))
    return day if day and day.weekday() == weekday else None


def _week_of(match: re.Match[str], on: Date, us: bool) -> Date | None:
    groups = match.groupdict()
    if groups.get("m"):
        first = nearest(on, int(match["m"]), int(match["d"]))
    else:
        first = _numeric(match, on, us) if groups.get("b") else in_month(on, int(match["d"]))
    return friday(first) if first else None


def _week_ending(match: re.Match[str], on: Date, us: bool) -> Date | None:
    return _numeric(match, on, us) if match["b"] else in_month(on, int(match["d"]))


def _numbered_week(match: re.Match[str], on: Date, _us: bool) -> Date | None:
    return iso_week(on, int(match["w"]))


def _soon_numbered_week(match: re.Match[str], on: Date, us: bool) -> Date | None:
    """`week 48` alone may count the weeks of a trial: only one that is near."""
    day = _numbered_week(match, on, us)
    return day if day and (day - on).days < _NEAR else None


def _numbered_quarter(match: re.Match[str], on: Date, _us: bool) -> Date | None:
    return quarter_end(on, int(match["q"]))


def _number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups.get("d") or match["o"])


NUMBERS: tuple[Form, ...] = (
    form("9", r"(?<!\d)(?P<y>20\d\d)-(?P<b>\d\d)-(?P<d>\d\d)(?!\d)", _iso, OF_MONTH),
    form("9", rf"{_FREE}{_N}(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>20\d\d|\d\d){_ONLY}", _numeric, OF_MONTH),
    form("9", rf"{_SCORE}{_FREE}(?!24/7\b){_N}(?P<sep>/)(?P<b>\d{{1,2}}){_ONLY}{_AMOUNT}", _numeric, OF_MONTH),
    # at the start of a line `2.1.` numbers a paragraph
    form("9", rf"(?<=[\w,;:(/>|→]\s)(?<!\d\s){_N}(?P<sep>\.)\s?{_B}\.(?=\s|$|[,;)|])", _numeric, OF_MONTH),
    form("9", rf"{_FREE}\b{_N}(?P<sep>-){_B}(?![\d/%:-]|\.\d){_AMOUNT}", _numeric, OF_MONTH, "number"),
    form(
        "9",
        rf"{_FREE}\b(?P<d>[0-3]\d)(?P<sep>\.)(?P<b>1[0-2]|0[1-9])(?![\d/%:-]){_AMOUNT}",
        _numeric,
        OF_MONTH,
        "number",
    ),
    form("9", rf"{_FREE}\b{_N}(?P<sep>\.){_B}(?![\d/%:-]|\.\d){_AMOUNT}", _numeric, OF_MONTH, "led"),
    form(
        "9",
        rf"(?<![\d/.,])\b(?:\d{{1,2}}{_TH}?\s?[-/–]\s?)?{_N}(?:{_TH}|e|er|\.)?(?:{OF}|[\s-]*){_M}\b\.?{_YEAR}",
        _of_month,
        OF_MONTH,
    ),
    form("O", rf"\b{_O}\s+(?:of\s+)?{_M}\b\.?{_YEAR}", _of_month, OF_MONTH),
    form("M", rf"\b{_M}\.?\s+(?:the\s+)?(?:{_N}{_TH}|{_O})\b{_YEAR}", _of_month, OF_MONTH),
    form("M", rf"\b{_M}\.?\s+{_N}\b(?![.,:/-]\d|\s*(?:k\b|%)){_YEAR}", _of_month, OF_MONTH, "number"),
    form("9", rf"\b(?:the\s+)?{_N}\s?{_TH}\b(?!\s+(?:of\s+)?M\d)", _next_such, OF_MONTH, "number"),
    form("U", rf"\b{_N}{_TH}\s+of\s+(?:(?P<next>V)|Z)\s+Um\b", _day_of_month, OF_MONTH),
    form("O", rf"\bthe\s+{_O}\b", _next_such, OF_MONTH, "number"),
    form(
        "9",
        rf"\b(?:the|le|el|il|den|dem|del|de)\s+{_N}(?:\.|e|er)?(?![\w:/%-]|[.,]\d){STOP}",
        _next_such,
        OF_MONTH,
        "led",
    ),
    form("9", rf"\b{_N}(?:\.|e|er)(?!\w){STOP}", _next_such, OF_MONTH, "led"),
    form("9", rf"\b(?:le|el|il|zum|dem)\s+{_N}(?![\w:/%-]|[.,]\d){STOP}", _next_such, OF_MONTH, "number"),
    form(
        "9", rf"\b(?P<wd>[WS]\d|{'|'.join(SHORT_WEEKDAYS)})\.?,?\s+{_N}{_TH}?\b(?![.,:/%-]\d)", _with_weekday, OF_MONTH
    ),
    form(
        "9",
        rf"\b{_WEEK_OF}\s+(?:the\s+)?(?:W0\s+)?(?:the\s+)?{_N}{_TH}?(?:(?P<sep>[/.])(?P<b>\d{{1,2}})|\s+(?:of\s+)?{_M}\b)?",
        _week_of,
        OF_MONTH,
    ),
    form("9", rf"\b{_WEEK_OF}\s+{_M}\.?\s+{_N}{_TH}?\b", _week_of, OF_MONTH),
    form(
        "9", rf"\b(?:w/e|Uw ending)\s+(?:the\s+)?{_N}{_TH}?(?:(?P<sep>[/.])(?P<b>\d{{1,2}}))?", _week_ending, OF_MONTH
    ),
    form("9", r"\b(?:kw|cw)\.?\s?(?P<w>\d{1,2})\b(?![%.,:/]\d)", _numbered_week, SPAN),
    form("U", rf"\b(?:in\s+|E{OF})Uw\s?(?P<w>[1-5]\d)\b(?!\s+of\b|[%.,:/]\d)", _numbered_week, SPAN),
    form("U", r"\bUw\s?(?P<w>[1-5]\d)\b(?!\s+of\b|[%.,:/]\d)", _numbered_week, SPAN, "led"),
    form("U", rf"\bUw\s?(?P<w>[1-5]\d){STOP}", _soon_numbered_week, SPAN),
    form(
        "9",
        rf"\b(?:E(?:{OF}|\s?)|by\s+(?:the\s+)?|before\s+|in\s+)q(?P<q>[1-4])\b(?:\s+E\b)?{STOP}",
        _numbered_quarter,
        SPAN,
    ),
)

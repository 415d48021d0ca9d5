"""Days said in words: `by Fri`, `a week on Tuesday`, `in three weeks`, `tomorrow`."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import timedelta

from assistant.reading.day_forms import (
    COUNT,
    OF,
    OF_MONTH,
    PART_OF_DAY,
    SPAN,
    STOP,
    UNIT,
    WEEKDAY,
    Form,
    count_of,
    form,
)
from assistant.reading.day_signs import SHORT_WEEKDAYS
from assistant.reading.reckoning import later, month_of, nth_weekday, week_day, weekday_after

_WD = r"[WS](?P<wd>\d)\b\.?"
_AT = r"(?:\s+(?:morning|afternoon|evening|night|noon|lunch\w*|C|close))?"
_IN = (
    r"\b(?:in|within|inside|over the V|binnen|innerhalb|innerhalb von|dans|d'ici|en|tra|fra|entro|za)\s+(?:the\s+)?"
    r"(?:(?:V|F|about|less than|under|max\.?|maximum)\s+)*"
)
_NOT_OFTEN = r"(?<!once )(?<!twice )(?<!times )(?<!Ud )"
_ASKS = r"(?:g[ia]ve (?:me|him|her|us|it)(?:self)?|needs?|asks?(?: for)?|wants?|allow)"
_UNITS = {"b": "working day", "h": "hour", "d": "day", "w": "week", "f": "fortnight", "m": "month"}


def _weekday(match: re.Match[str], on: Date, _us: bool) -> Date:
    day = weekday_after(on, int(match["wd"]))
    # `next Friday` said on a Tuesday leaves this week's to `this Friday`
    is_next = match["next"] and (day - on).days <= 6 - on.weekday() and on.weekday() < 5
    return day + timedelta(days=7 * bool(is_next))


def _short_weekday(match: re.Match[str], on: Date, _us: bool) -> Date:
    return weekday_after(on, SHORT_WEEKDAYS[match["wd"]])


def _of_week(match: re.Match[str], on: Date, _us: bool) -> Date:
    return week_day(on, int(match["wd"]), int(match["which"] != "Z"))


def _weeks_on(match: re.Match[str], on: Date, _us: bool) -> Date:
    days = 14 if match["unit"] == "Uf" else 7
    return weekday_after(on, int(match["wd"])) + timedelta(days=days * count_of(match))


def _after_next(match: re.Match[str], on: Date, _us: bool) -> Date:
    return weekday_after(on, int(match["wd"])) + timedelta(days=7)


def _nth(match: re.Match[str], on: Date, _us: bool) -> Date:
    nth = -1 if match["nth"] == "last" else int(match["nth"].strip("Ostndrh"))
    if match["m"]:
        return nth_weekday(month_of(on, int(match["m"])), int(match["wd"]), nth)
    months = (
        [later(on.replace(day=1), number, "month") for number in (1, 2)]
        if match["next"]
        else [later(on.replace(day=1), number, "month") for number in (0, 1)]
    )
    day = nth_weekday(months[0], int(match["wd"]), nth)
    return day if day >= on else nth_weekday(months[1], int(match["wd"]), nth)


def _ahead(match: re.Match[str], on: Date, _us: bool) -> Date:
    """So many units from today, or from tomorrow where that is said."""
    start = on + timedelta(days=match.groupdict().get("start") == "T")
    return later(start, count_of(match), _UNITS[match["unit"][1]])


def _today(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return on


def _tomorrow(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return on + timedelta(days=1)


def _after_tomorrow(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return on + timedelta(days=2)


WEEKDAYS: tuple[Form, ...] = (
    form(
        "W",
        r"\b(?:(?P<next>V)\s+|(?:Z\s+)?F\s+|Z\s+)?W(?P<wd>\d)\b(?:\s+(?:[VF]\b|que viene\b)(?!\s+U))?",
        _weekday,
        WEEKDAY,
    ),
    form("S", r"\b(?:(?P<next>V)|Z)\s+S(?P<wd>\d)\b", _weekday, WEEKDAY),
    form("S", r"\b(?P<next>)S(?P<wd>\d)\b", _weekday, WEEKDAY, "led"),
    form("S", rf"(?<!he )(?<!the )(?<!i )(?<!we )(?<!they )\b(?P<next>)S(?P<wd>\d)\b{STOP}", _weekday, WEEKDAY),
    form("", rf"\b(?:bis|am|vor|tot|voor|op)\s+(?P<wd>{'|'.join(SHORT_WEEKDAYS)})\b\.?{STOP}", _short_weekday, WEEKDAY),
    form("", r"\bbis\s+(?P<wd>mo|di|mi|do|fr)\b", _short_weekday, WEEKDAY),
    form("U", rf"\b{_WD}{_AT}\s+(?:of\s+|in\s+)?(?:the\s+)?(?P<which>[VFZ])\s+Uw\b", _of_week, WEEKDAY),
    form("U", rf"\b(?P<which>[VFZ])\s+Uw(?:'s)?,?\s+(?:on\s+)?{_WD}", _of_week, WEEKDAY),
    form("U", rf"\b{_WD}\s+(?P<unit>U[wf])\b(?!')", _weeks_on, WEEKDAY),
    form("U", rf"{_NOT_OFTEN}\b{COUNT}\s+(?P<unit>U[wf])\s+(?:on\s+|from\s+|Z\s+)?{_WD}", _weeks_on, WEEKDAY),
    form("U", rf"\b(?P<unit>U[wf])\s+(?:on|from)\s+{_WD}", _weeks_on, WEEKDAY),
    form("W", rf"\b{_WD}\s+after V\b", _after_next, WEEKDAY),
    form(
        "W",
        rf"\b(?P<nth>O\d|last|[1-4](?:st|nd|rd|th))\s+{_WD}\s+(?:of|in)\s+(?:M(?P<m>\d+)|(?:(?:the|Z|(?P<next>V))\s+)?Um)\b",
        _nth,
        OF_MONTH,
    ),
)
SPANS: tuple[Form, ...] = (
    form("U", rf"{_IN}{COUNT}\s*{UNIT}(?:'?s?\s+time\b)?(?!\s+of\b)", _ahead, SPAN),
    form("U", r"\bza\s+(?P<unit>U[dwm])\b", _ahead, SPAN),
    form("U", r"\b(?:within|inside)\s+(?:the|Z)\s+(?P<unit>U[wfm])\b", _ahead, SPAN),
    form("U", r"\b(?:in|over|within)\s+the\s+[VF]\s+(?P<unit>Uf)\b", _ahead, SPAN),
    form(
        "U",
        rf"\b(?:{COUNT}\s+)?{UNIT}(?:'?s?)\s+(?:time\b|from now\b|hence\b|(?:from\s+)?(?P<start>[YT])\b)",
        _ahead,
        SPAN,
    ),
    form("U", r"\b(?P<start>Y|T|Z Ud)\s+(?P<unit>U[wf])\b", _ahead, SPAN),
    form("U", rf"\b{_ASKS}\s+(?:another\s+)?(?:{COUNT}\s+)?(?:more\s+)?{UNIT}(?:\s+more)?{STOP}", _ahead, SPAN),
    form(
        "U",
        rf"\b(?:another\s+|max\.?\s+|about\s+)?(?:{COUNT}\s+)?(?P<unit>U[dwfm])\b(?:\s+(?:more|max|tops|latest|(?:s?he|i) said)\b)?",
        _ahead,
        SPAN,
        "span",
    ),
    form("Y", r"\bY\b", _today, OF_MONTH),
    form("Z", r"\bZ (?:morning|afternoon|evening)\b|\bce soir\b", _today, OF_MONTH),
    form("C", r"\bC\b", _today, PART_OF_DAY),
    form("", rf"\b(?:E|close){OF}(?:Ud|play|business)\b", _today, PART_OF_DAY),
    form("T", r"\bT\b", _tomorrow, OF_MONTH),
    form("J", r"\bJ\b", _tomorrow, PART_OF_DAY),  # `Freitag morgen`
    form("T", r"\b(?:TT|(?:the )?Ud after T|pasado T|apres-T)\b", _after_tomorrow, OF_MONTH),
)

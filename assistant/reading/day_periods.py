"""Days at the end of a stretch of the calendar: `this week`, `end of next month`, `mid-June`, `EOQ`, `by Xmas`."""

from __future__ import annotations

import re
from datetime import date as Date

from assistant.reading.day_forms import BY, OF, SPAN, STOP, Form, form
from assistant.reading.reckoning import (
    friday,
    later,
    month_end,
    month_of,
    nth_weekday,
    quarter_end,
    week_day,
    weekday_after,
)

_OUT = r"(?:'?s| is| has)?\s+(?:out|over|up|through|ends?|E)\b"
"""`the week is out`"""
_NOT_OF = r"(?!\s+(?:of|after|before|commencing|beginning|\d))"
_MONTH = r"M(?P<m>\d+)\b"


def _this_week(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return friday(on)


def _next_week(match: re.Match[str], on: Date, _us: bool) -> Date:
    """Its Friday; its Wednesday or Monday where that part of it is said."""
    part = match.groupdict().get("part")
    return week_day(on, 4 if part is None else 2 if part == "H" else 0, 1)


def _week_after_next(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return friday(on, 2)


def _midweek(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return weekday_after(on, 2)


def _sunday(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return weekday_after(on, 6)


def _first_of_next_month(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return later(on.replace(day=1), 1, "month")


def _month(match: re.Match[str], on: Date, _us: bool) -> Date:
    return month_end(on, 1 if "V" in match[0] or "F" in match[0] else 0)


def _part_of_month(match: re.Match[str], on: Date, _us: bool) -> Date:
    part, is_named = match["part"], match["m"] is not None
    first = (
        month_of(on, int(match["m"])) if is_named else later(on.replace(day=1), int(match["next"] is not None), "month")
    )
    if part.endswith("H") and part != "O2 H":
        half = first.replace(day=15)
        return half if is_named or half >= on else later(half, 1, "month")
    return month_end(first) if part in ("E", "late", "O2 H") else first.replace(day=7)


def _week_of_month(match: re.Match[str], on: Date, _us: bool) -> Date:
    first = month_of(on, int(match["m"]))
    return month_end(first) if match["nth"] == "last" else first.replace(day=7 * int(match["nth"].strip("Ostndrh")))


def _named_month(match: re.Match[str], on: Date, _us: bool) -> Date:
    """`by June` is its last day, `before June` the last of May."""
    first = month_of(on, int(match["m"]))
    return month_end(first, -1) if match["lead"] == "before" and first > on else month_end(first)


def _last_day(match: re.Match[str], on: Date, _us: bool) -> Date:
    day = month_end(month_of(on, int(match["m"])) if match["m"] else on)
    return week_day(day, 4) if match["unit"] == "Ub" and day.weekday() > 4 else day


def _quarter(match: re.Match[str], on: Date, _us: bool) -> Date:
    end = quarter_end(on)
    return month_end(end, 3) if "V" in match[0] else end


def _year(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return Date(on.year, 12, 31)


def _thanksgiving(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return nth_weekday(month_of(on, 11), 3, 4)


def _christmas(_match: re.Match[str], on: Date, _us: bool) -> Date:
    return Date(on.year + ((on.month, on.day) > (12, 24)), 12, 24)


PERIODS: tuple[Form, ...] = (
    form("U", rf"\b(?:E{OF})?Z Uw(?:'s E)?\b", _this_week, SPAN),
    form("U", rf"\b(?:(?:E|late|later|close){OF}Uw|E Uw|Uw's E)\b(?:'s (?:E|close)\b)?{_NOT_OF}", _this_week, SPAN),
    form("U", rf"\b(?:before|by) the (?:Uw){_OUT}", _this_week, SPAN),
    form("K", rf"\b(?:{BY}|ahead of)\s+(?:(?:the|dem|het|le)\s+)?(?:K|w/end)\b", _this_week, SPAN),
    form("K", r"\b(?:(?:over|at|on|during) the|Z) K\b", _sunday, SPAN),
    form(
        "U",
        rf"\b(?:(?:E|early|start|beginning){OF})?[VF] Uw(?:'s E)?\b|\b(?:la )?Uw F\b|\bUw que viene\b",
        _next_week,
        SPAN,
    ),
    form("U", rf"\b(?P<part>O1 thing|H)(?:{OF}|[\s-])[VF] Uw\b", _next_week, SPAN),
    form("U", rf"\bH(?:{OF}|[\s-])Uw\b", _midweek, SPAN),
    form("U", rf"\b(?:E{OF})?(?:the )?(?:Uw after V|[VF] Uw but one)\b", _week_after_next, SPAN),
    form("U", r"\b(?:O1|1st)(?: thing| Ud)?(?: of| in)? (?:the )?[VF] Um\b", _first_of_next_month, SPAN),
    form("U", rf"\b(?:E{OF})?(?:(?:[VFZ]|ce) Um(?:'s E)?|Um F|Um que viene)\b", _month, SPAN),
    form("U", rf"\b(?:(?:E|late|later|turn){OF}Um|E Um|Um'?s? E)\b{_NOT_OF}", _month, SPAN),
    form("U", rf"\bUm[\s-]?E\b{STOP}|\b{BY}\s+Um[\s-]?E\b", _month, SPAN),
    form("U", rf"\b(?:before|by) the Um{_OUT}", _month, SPAN),
    form(
        "M",
        rf"\b(?P<part>early|beginning|start|O[12] H|H|mi|meta|anfang|begin|debut|E|late)(?:{OF}|[\s-]+|\s+way\s+through\s+){_MONTH}(?P<next>)(?!\s+\d)",
        _part_of_month,
        SPAN,
    ),
    form(
        "U",
        rf"\b(?P<part>early|beginning|start|O[12] H|H|E|late)(?:{OF}|[\s-]+)(?P<m>(?!))?(?P<next>V\s+)?Um\b",
        _part_of_month,
        SPAN,
    ),
    form(
        "M",
        rf"\b(?<!not )(?P<lead>by|in|before|during|until|till|bis|im|avant|entro|tot)\s+{_MONTH}(?!\.?\s*\d)",
        _named_month,
        SPAN,
    ),
    form("U", rf"\b(?P<nth>O[1-4]|[1-4](?:st|nd|rd|th)|last) Uw{OF}{_MONTH}", _week_of_month, SPAN),
    form("U", rf"\b(?:the )?last (?P<unit>U[bd]){OF}(?:{_MONTH}|(?:Z )?Um\b)", _last_day, SPAN),
    form("U", rf"\b(?:E{OF}(?:[ZV] )?Uq|[ZV] Uq|E Uq)\b{STOP}|\bUq[\s-]?E\b{STOP}", _quarter, SPAN),
    form("U", rf"\b(?:E{OF}(?:Z )?Uy|E Uy|Z Uy|(?:before|by) (?:the )?new Uy)\b|\bUy[\s-]?E\b{STOP}", _year, SPAN),
    form("G", rf"\b(?:{BY}|Z side of)\s+G\b", _thanksgiving, SPAN),
    form(
        "X",
        rf"\b(?:{BY}|Z side of|ahead of|pre|antes de|prima di)[\s-]+(?:(?:the|de|la)\s+)?X\b(?: break| eve| shutdown)?",
        _christmas,
        SPAN,
    ),
)

"""Where else a day by which something is due may stand: in a table's own column for it, in the heading above, in the line before."""

from __future__ import annotations

import re
from datetime import date as Date

from assistant.models import Section
from assistant.reading.context import ReadingContext
from assistant.reading.dates import Due, days_in
from assistant.reading.day_forms import WEEKDAY

_DUE_COLUMN = re.compile(
    r"^\W*(?:due|by|by when|when|until|till|deadline|eta|target(?: date)?|due (?:date|by)|date due|wann|bis(?: wann)?|termin|frist|wanneer|voor|echeance|quand|fecha|plazo|"
    r"scadenza|entro|do kiedy)\W*$",
    re.IGNORECASE,
)
_OTHER_COLUMN = re.compile(
    r"\b(?:clos\w*|renew\w*|start\w*|go-?live|meeting|last|raised|opened|agreed|created|visit\w*|contract|expir\w*|since|age|said|made|from|asked|next (?:call|meeting|1:1))\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^\s*(?:#+\s*(\S.*?)|\*\*([^*]{1,60})\*\*:?|([^:|]{1,50}):)\s*$")
_LISTED = re.compile(r"^\s*(?:[-+•–]|\*(?!\*)|\d{1,2}[.)]|\[[ xX/-]\]|\|)")
_CUE = re.compile(
    r"\b(?:by|before|until|till|due|for|deadline|actions?|action items?|to[- ]?dos?|next steps?|tasks?|commitments?|bis|vor|voor|pour|para|entro)\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"(?<!the )\bsame day\b", re.IGNORECASE)


def to_come(text: str, on: Date, context: ReadingContext) -> list[Due]:
    """The days of a text that are not past; the note's own day in numbers is its date, no promise's."""
    days = days_in(text, on, month_first=context.month_first)
    return [d for d in days if d.date > on or (d.date == on and (d.is_led or not text[d.start : d.end][:1].isdigit()))]


def row_days(line: str, section: Section, context: ReadingContext) -> tuple[Date | None, str]:
    """Of a table's row the day in the column for it, and the row without the columns whose days are of something else."""
    head = _head_of(line, section) if line.count("|") > 1 else None
    if head is None or section.date is None:
        return None, line
    cells, names = _cells(line), _cells(head)
    for cell, name in zip(cells, names, strict=False):
        if _DUE_COLUMN.match(name) and (days := to_come(cell, section.date, context)):
            return days[0].date, line
    for cell, name in zip(cells, names, strict=False):
        if _OTHER_COLUMN.search(name) and cell.strip():
            line = line.replace(f"|{cell}|", f"|{' ' * len(cell)}|", 1)
    return None, line


def heading_day(line: str, section: Section, context: ReadingContext) -> Date | None:
    """The day of the heading that a line stands under: `By Friday:`, `Actions for 14/11`."""
    if section.date is None:
        return None
    for above in _above(line, section):
        if (heading := _HEADING.match(above)) and not _LISTED.match(above):
            text = next(group for group in heading.groups() if group)
            days = to_come(text, section.date, context)
            return days[0].date if len(days) == 1 and _CUE.search(text) else None
        if not above.strip() and not _LISTED.match(line):
            return None
    return None


def same_day(text: str, line: str, section: Section, context: ReadingContext) -> Date | None:
    """`same day`, where the line right above gives a day and no mere span."""
    if section.date is None or not _SAME_DAY.search(text):
        return None
    days = to_come(next(iter(_above(line, section)), ""), section.date, context)
    return days[-1].date if days and days[-1].rank >= WEEKDAY else None


def _above(line: str, section: Section) -> list[str]:
    """The lines above a line, the nearest first."""
    lines = section.text.split("\n")
    at = next((number for number, one in enumerate(lines) if one == line), 0)
    return lines[:at][::-1]


def _head_of(line: str, section: Section) -> str | None:
    """The first row of the table that a row stands in, where it is another."""
    head = None
    for above in _above(line, section):
        if "|" not in above:
            break
        head = above
    return head


def _cells(row: str) -> list[str]:
    return row.strip().strip("|").split("|")

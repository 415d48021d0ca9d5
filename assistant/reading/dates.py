"""When something is due: the words of a line and the day it was written, to a date.

A weekday is the next such day after the note's date; this and next week end on Friday, a month on its last day; a
fortnight is fourteen days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import timedelta

from assistant.reading.calendar_words import READERS, plain_text

_MARK = re.compile(
    r"(?:\b(?:by|untill?|till?|before|b4|due|latest|no later than|deadline|eta|for|on|at|from|vor|bis(?: zum| spatestens)?|am|zum"
    r"|delivery|date|instead|now|say|said|says|made it|moved|pushed|shifted|postponed|delayed|slipped|to)"
    r"(?:\s+(?:is|the|end of|close of|first thing|early|on|say|about|around|noon|lunch(?:time)?|to|now))*"
    r"|[@📅⏳🗓])[\s:(]*$"
)
_DEADLINE = re.compile(
    r"(?:\b(?:by|untill?|till?|before|b4|due|latest|no later than|deadline|eta|bis(?: zum)?|spatestens|delivery)"
    r"(?:\s+(?:is|the|end of|close of|first thing|early|on|say|noon|lunch(?:time)?|to|now|date|was))*|[📅⏳🗓])[\s:(]*$"
)
_BEHIND = re.compile(r"\b(?:last|since|every|each|past|previous|from|yesterday|on (?:a|all)|this past)\s+(?:the\s+)?$")
_NO_TIME_OF_DAY = re.compile(r"\b(?:eod|cob|cop|end of (?:the )?day|close of (?:play|business))$")


@dataclass(frozen=True)
class Due:
    """A date and the offsets of the words that give it; `is_deadline` where they say by when, not merely when."""

    date: Date
    start: int
    end: int
    is_deadline: bool = False
    is_marked: bool = False
    """A preposition or sign stands before it: by, on, due, 📅 …"""


def resolve_due(text: str, said_on: Date, *, day_first: bool = True) -> Due | None:
    """The date by which something is due, by the words of a line written on `said_on`; None where none is given.

    `day_first` says which order `11/12` has. Days before the note do not count unless the words call them a deadline.
    """
    found = [due for due in find_dates(text, said_on, day_first=day_first) if due.is_deadline or due.date >= said_on]
    for wanted in ([d for d in found if d.is_deadline], [d for d in found if d.is_marked], found):
        if wanted:
            return wanted[0]
    return None


def find_dates(text: str, said_on: Date, *, day_first: bool = True) -> list[Due]:
    """Every date that the words give, in order; `Thurs 26/11` is one."""
    plain = plain_text(text)
    found: list[Due] = []
    for read in READERS:
        for start, end, day in read(plain, said_on, day_first):
            if any(start < other.end and other.start < end for other in found):
                continue
            before = plain[:start]
            if _BEHIND.search(before):
                continue
            found.append(
                Due(day, start, end, bool(_DEADLINE.search(before)), bool(_MARK.search(before)))
            )
    return _joined(sorted(found, key=lambda due: due.start), plain)


def _joined(found: list[Due], plain: str) -> list[Due]:
    """Neighbours that name one day together; the later words are the more exact, and a day outweighs `end of day`."""
    joined: list[Due] = []
    for due in found:
        before = joined[-1] if joined else None
        if before and re.fullmatch(r"[\s,(]*(?:the\s|on\s)?\s*", plain[before.end : due.start]):
            late = _NO_TIME_OF_DAY.search(plain[due.start : due.end])
            day = before.date if late else due.date
            joined[-1] = replace(before, date=day, end=due.end)
        else:
            joined.append(due)
    return joined

"""By when a promise is due: the day of its line that belongs to it.

`docs/definitions.md` says which day that is. A wrong day makes a promise overdue that is not, which is worse than none: what could
belong to something else is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date
from itertools import pairwise

from assistant.models import Section
from assistant.reading.context import ReadingContext
from assistant.reading.dates import Due
from assistant.reading.due_clauses import is_elsewhere
from assistant.reading.due_places import heading_day, row_days, same_day, to_come
from assistant.reading.subject import is_transcript, without_label

_STRONG = re.compile(
    r"\b(?:by|until|unitl|untill|till|til|b4|before|due|no later than|latest|deadline|bis|vor|tot|voor|avant|hasta|entro)\s+(?:the\s+|end of\s+)?$|[📅⏳]\s*$|:\s*$",
    re.IGNORECASE,
)
_GETS = re.compile(
    r"\b(?:i|we)(?:'m| am)?\s+(?:to\s+|will\s+|should\s+)?(?:get|see|hear|want|expect|have\s+(?:it|the|a|an|his|her|this|that|them)|have$)(?!\w)|"
    r"\b(?:to|with|tells?|tell|shows?|sends?|briefs?|gives?) (?:me|us)\b",
    re.IGNORECASE,
)
"""The manager is to have it."""
_AGAIN = re.compile(
    r"\b(?:has|have|gets?|sends?|do|does|fix|fixes|brings?|finish|finishes|makes?|delivers?|gives?)\s+(?:it|this|that|them|both|me|(?:the |a )?(?:date|answer|copy))\b|"
    r"\b(?:it|this|that)(?:'s|'ll| is| will| should)?(?: be)? (?:done|ready|finished|sent|over|in|back)\b",
    re.IGNORECASE,
)
"""The same thing again: what follows is no other promise."""
_NO = re.compile(
    r"^[\s.…,–—-]*(?:no|sorry|nope|rather|or rather|make that|make it|correction)\b[\s,:–—-]*(?:by|on|for|the|until|till)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|;|\s\|\s|\s//\s")
_ENDED = re.compile(r"[.!?;][\"”’')]*\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_HARMLESS = frozenset(
    "by due you said so the on deadline latest at for ok agreed done before until that's thats no he she says please fine then and i'd it will close closed ready finished".split()
)
"""Beside a day in a sentence of its own, these say nothing else."""
_LEAD_IN = re.compile(r"^\W*(?:by|until|till|before|on|for|in)?\s*(?:the\s+)?$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX/-]\]\s+)?")
_OWNER = re.compile(r"^[\s,:–→>*|-]*(?:[A-Z][\w.]*\s*(?:[:–→|-]|->)+\s*)?$")
"""Between a day and its promise: at most whose it is."""
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_BESIDE = re.compile(r"\bthe \w+ (?:before|after)\W*$", re.IGNORECASE)
_ALONE = re.compile(r"[,;:–—(]\s*$|\s-\s*$|->\s*$|→\s*$")


def due_of(statement: str, line: str, section: Section, context: ReadingContext) -> Date | None:
    """The day by which what a statement of a line promises is due; None where the notes give none."""
    on = section.date
    if on is None:
        return None
    in_column, row = row_days(line, section, context)
    if in_column is not None:
        return in_column
    text = without_label(statement) if is_transcript(section) else statement
    at = line.find(text)
    if at >= 0:
        text, line = row[at : at + len(text)], row
    lead, rest = (line[:at], line[at + len(text) :]) if at >= 0 else ("", "")
    days = _own(text, on, context) or _told_by_another(lead, text, on, context)
    return (
        _corrected(rest, on, context)
        or _chosen(text, days)
        or _before(lead, on, context)
        or _behind(rest, on, context, is_ended=_ENDED.search(text) is not None)
        or same_day(text, line, section, context)
        or heading_day(line, section, context)
    )


def _own(text: str, on: Date, context: ReadingContext) -> list[Due]:
    return [day for day in to_come(text, on, context) if not is_elsewhere(text, day)]


def _told_by_another(lead: str, text: str, on: Date, context: ReadingContext) -> list[Due]:
    """`the Wednesday before`, told by a day that the line gives ahead of the statement."""
    if not lead or not _BESIDE.search(text):
        return []
    days = to_come(lead + text, on, context)
    return [replace(d, start=d.start - len(lead), end=d.end - len(lead)) for d in days if d.start >= len(lead)]


def _chosen(text: str, days: Sequence[Due]) -> Date | None:
    """Of several days the one put right, the one to which `by` leads, that by which the manager is to have it, one alone at the end; else the first."""
    if not days:
        return None
    between = [text[before.end : day.start] for before, day in pairwise(days)]
    for said, day in zip(between, days[1:], strict=True):
        if _NO.match(said):
            return day.date
    if len(days) > 1 and _BETWEEN.search(text[: days[0].start]):
        return days[1].date
    by = next((day for day in days if _STRONG.search(text[: day.start])), None)
    got = next(
        (day for said, day in zip([text[: days[0].start], *between], days, strict=True) if _GETS.search(said)), None
    )
    alone = days[-1] if _ALONE.search(text[: days[-1].start]) and not text[days[-1].end :].strip(" .!?)") else None
    return (by or got or alone or days[0]).date


def _corrected(rest: str, on: Date, context: ReadingContext) -> Date | None:
    """`… before the week after next... no, by next Friday`."""
    days = to_come(rest, on, context)
    return days[0].date if days and _NO.match(rest[: days[0].start]) else None


def _behind(rest: str, on: Date, context: ReadingContext, *, is_ended: bool) -> Date | None:
    """A day that the line adds behind the statement: `… for her. Monday.`, `…, I have it by the 12th`."""
    days = to_come(rest, on, context)
    if not days:
        return None
    day = days[0]
    end = None if is_ended else _SENTENCE_END.search(rest)
    cut = 0 if is_ended else end.end() if end else len(rest)
    if day.start < cut:
        between = rest[: day.start]
        is_its = _GETS.search(between) or _AGAIN.search(between) or _says_nothing_else(between)
        return day.date if is_its else None
    following = _SENTENCE_END.search(rest, day.end)
    words = rest[cut : day.start] + " " + rest[day.end : following.start() if following else len(rest)]
    return day.date if _says_nothing_else(words) else None


def _says_nothing_else(text: str) -> bool:
    return all(word.lower() in _HARMLESS for word in _WORD.findall(text))


def _before(lead: str, on: Date, context: ReadingContext) -> Date | None:
    """A day right before the statement and nothing else: `By the end of next week …`, `Friday: …`."""
    sentence = re.split(r"(?<=[.!?;])\s+", lead)[-1]
    days = to_come(sentence, on, context)
    if len(days) != 1:
        return None
    before, behind = _BULLET.sub("", sentence[: days[0].start]), sentence[days[0].end :]
    return days[0].date if _LEAD_IN.match(before) and _OWNER.match(behind) else None

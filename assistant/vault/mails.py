"""Mails inside a note: where each begins, and the day on which it was written, by its head or by who quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import NamedTuple

from assistant.vault.days import find_day

HEADER = re.compile(
    r"^(?:>\s*)*(?:\*\*)?(?P<key>From|To|Cc|Bcc|Sent|Date|Subject|Re|Von|An|Betreff|Gesendet|Datum|Onderwerp|Aan|De|À|Objet|Envoyé|Van|Verzonden)(?:\*\*)?:(?:\*\*)?\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
WROTE = re.compile(
    r"^(?:>\s*)*(?:On|Am|Le|Op|El)\s(?P<who>.{6,160}?)\s*\b(?:wrote|schrieb|a écrit|schreef|escribió)\b(?P<behind>.{0,60}):\s*$",
    re.IGNORECASE,
)
"""`On Fri, 20 Nov 2026 at 09:12, Dana Pike <dana@pike.example> wrote:`"""
_BEGINS_WROTE = re.compile(r"^(?:>\s*)*(?:On|Am|Le|Op|El)\s.*\d", re.IGNORECASE)
_DATES = frozenset({"date", "sent", "datum", "gesendet", "envoyé", "verzonden"})
_SENDERS = frozenset({"from", "von", "de", "van"})
_MAY_HOLD = re.compile(
    r"^[>\s*]*(?:from|von|de|van)[*]*:|\b(?:wrote|schrieb|écrit|schreef|escribió)\b.{0,60}:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"^\s*((?:>\s*)+)")
_OWN_AGAIN = re.compile(r"^(?:#{1,6}\s|(?:[-*_]\s?){3,}$)")
"""A heading or a rule ends what was pasted."""


class Mail(NamedTuple):
    """From a line on the words are of a day; None where they are of the note's own."""

    line: int
    """Counts from 0 in the text given."""
    day: Date | None


class _Frame(NamedTuple):
    depth: int
    """How many `>` its lines have at least."""
    day: Date | None


def mails_in(text: str, near: Date | None, *, day_first: bool = True) -> list[Mail]:
    """Where another day begins to hold, in order; empty where no mail with a day is in the text."""
    found: list[Mail] = []
    if not _MAY_HOLD.search(text):
        return found
    lines = text.split("\n")
    frames = [_Frame(0, None)]
    block_end = -1
    for number, line in enumerate(lines):
        if not line.strip() or number < block_end:
            continue
        depth = _depth(line)
        head = _head_at(lines, number, near, day_first=day_first)
        if head is not None:
            day, block_end, depth = head
            frames = [frame for frame in frames if frame.depth < depth or frame.day is None]
            frames.append(_Frame(depth, day))
            found.append(Mail(number, day))
            continue
        kept = [frames[0]] if _OWN_AGAIN.match(line) else [frame for frame in frames if frame.depth <= depth]
        if len(kept) < len(frames):
            frames = kept
            found.append(Mail(number, frames[-1].day))
    return found


def is_mail_head(lines: Sequence[str], number: int) -> bool:
    """Whether a line, counted from 0, stands in a mail's head or says who wrote what is quoted below."""
    line = lines[number]
    if WROTE.match(line):
        return True
    if not HEADER.match(line):
        return False
    first = number
    while first > 0 and HEADER.match(lines[first - 1]):
        first -= 1
    return _SENDERS & {key for key, _ in _block(lines, first)} != set()


def _head_at(lines: Sequence[str], number: int, near: Date | None, *, day_first: bool) -> tuple[Date, int, int] | None:
    """The day of a mail whose head begins in a line, the line behind the head, and how deeply its words are quoted."""
    line, depth = lines[number], _depth(lines[number])
    if HEADER.match(line):
        block = list(_block(lines, number))
        told = next((value for key, value in block if key in _DATES), None)
        day = find_day(told, near=near, day_first=day_first) if told else None
        is_mail = day is not None and any(key in _SENDERS for key, _ in block)
        return (day, number + len(block), depth) if day and is_mail else None
    end = number + 1
    if _BEGINS_WROTE.match(line) and not WROTE.match(line) and end < len(lines):
        line, end = f"{line.rstrip()} {lines[end].lstrip('> ')}", end + 1
    match = WROTE.match(line)
    day = find_day(match["who"], near=near, day_first=day_first) if match else None
    if day is None:
        return None
    below = next((other for other in lines[end:] if other.strip()), "")
    return day, end, max(depth, min(_depth(below), depth + 1))


def _block(lines: Sequence[str], number: int) -> Iterator[tuple[str, str]]:
    """The lines of a mail's head from one on: what each gives, and its words."""
    for line in lines[number:]:
        match = HEADER.match(line)
        if match is None:
            return
        yield match["key"].casefold(), match["value"]


def _depth(line: str) -> int:
    match = _QUOTED.match(line)
    return match[1].count(">") if match else 0

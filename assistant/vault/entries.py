"""The dated entries of a note: a running log holds many, most notes one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date

from assistant.models import Note
from assistant.vault.conflicts import conflicts_in
from assistant.vault.dating import day_of_line, month_told, path_day, year_told
from assistant.vault.days import MONTHS, Written
from assistant.vault.folding import fold_word
from assistant.vault.mails import is_mail_head
from assistant.vault.years import settle_years

_DIGIT = re.compile(r"\d")
_ATX = re.compile(r"^\s{0,3}(#{1,6})\s*(\S.*?)\s*#*\s*$")
_MARKED = re.compile(r"^\s{0,3}(?:>\s*)?(\*{1,3}|_{1,3})(?=\S)(.{2,70}?)\1:?\s*$")
_UNDERLINE = re.compile(r"^(?:={3,}|-{3,})\s*$")
_LEAD = re.compile(r"^(?:[-*+•]\s+)?(?:\*\*|__|\[\[)?(.{4,28}?)(?:\*\*|__|\]\])?\s*(?:[:–—|]|\s-)\s*\S")
_YEAR_HEAD = re.compile(r"^\D{0,12}(20\d\d)\D{0,3}$")
_MONTH_HEAD = re.compile(r"^\W*([^\W\d_]{3,10})\.?\s*(?:(20\d\d)|'(\d\d))?\W*$")
_DAY_HEAD = re.compile(r"^\W*(?:[^\W\d_]{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\W*$")
_NOISE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\b(?:mo|di|mi|do|fr|sa|so|am|pm|uhr)\b|[\W\d_]+|\b(?:st|nd|rd|th|kw|cw|week|wk)\b"
)
_BARE, _LEADING = 8, 9
"""Levels of what is no Markdown heading: a line that is little but a date, and a line that begins with
one."""
_LOOKED_AT = 80
"""A line with no digit in its first so many characters begins no entry, headings of months aside."""
_MOST_WORDS = 9
_MOST_BARE_WORDS = 2
_ENOUGH_LEADS = 3


@dataclass
class Entry:
    """A run of lines with one date; `last` counts in."""

    first: int
    last: int
    date: Date | None
    heading: str = ""


@dataclass(frozen=True)
class _Head:
    line: int
    text: str
    level: int
    day: Written


def entries_of(note: Note, lines: list[str]) -> list[Entry]:
    """The note's entries in order, without blank ones and without what stands between Git's conflict marks.

    A note that has its own date, by its name or front matter, and no two dated headings is one entry.
    """
    conflicts = conflicts_in(lines)
    if conflicts:
        lines = lines.copy()
        for conflict in conflicts:
            lines[conflict.start - 1 : conflict.stop - 1] = [""] * len(conflict)
    heads = _heads(note, lines)
    entries = [Entry(note.body_line, len(lines), note.date)]
    if heads:
        if not _has_own_day(note):
            entries[0].date = None
        near = note.near or Date.today()
        dates = settle_years([head.day for head in heads], near)
        for head, date in zip(heads, dates, strict=True):
            entries[-1].last = head.line - 1
            entries.append(Entry(head.line, len(lines), date or entries[-1].date, head.text))
    if conflicts:
        entries = [part for entry in entries for part in _around(entry, conflicts)]
    return [entry for entry in entries if any(line.strip() for line in lines[entry.first - 1 : entry.last])]


def _has_own_day(note: Note) -> bool:
    return note.body_line > 1 or path_day(note.path, note.near) is not None


def _heads(note: Note, lines: list[str]) -> list[_Head]:
    found = list(_candidates(note, lines))
    if not found:
        return []
    leads = [head for head in found if head.level == _LEADING]
    real = [head for head in found if head.level != _LEADING]
    levels = Counter(head.level for head in real if head.level < _BARE)
    if levels:
        most = max(levels.values())
        level = min(level for level, count in levels.items() if count * 2 >= most)
        real = [head for head in real if head.level <= level or head.level == _BARE]
    has_own = _has_own_day(note)
    if not has_own and len(real) <= 1 and len(leads) >= _ENOUGH_LEADS:
        return leads
    return real if real and (not has_own or len(real) > 1) else []


def _candidates(note: Note, lines: list[str]) -> Iterator[_Head]:
    """Lines that may begin an entry; headings of a year or a month complete the dates below them."""
    year: int | None = None
    month = month_told(note.path)
    told = year_told(note.path, "")
    for number in range(note.body_line, len(lines) + 1):
        line = lines[number - 1]
        if not line or line[0] == "|" or (line[0] not in "#*_>" and not _DIGIT.search(line, 0, _LOOKED_AT)):
            continue
        if line.isspace() or is_mail_head(lines, number - 1):
            continue
        text, level = _head_text(lines, number)
        if level is None:
            if line[0].isspace() or not _DIGIT.search(line, 0, 30):
                continue
            lead = _LEAD.match(line)
            if lead and (day := _only_day(lead[1], note.is_day_first)):
                yield _Head(number, line.strip(), _LEADING, _completed(day, year or told))
            continue
        if level < _BARE and (context := _context(text)):
            year, month = context[0] or year, context[1]
            continue
        day = _day_of_head(text, level, note.is_day_first)
        if day is None and month and level < _BARE and (alone := _DAY_HEAD.match(text)):
            day = Written(0, 0, year or told, month, int(alone[1]))
        if day is not None:
            yield _Head(number, text, level, _completed(day, year or told))


def _head_text(lines: list[str], number: int) -> tuple[str, int | None]:
    line = lines[number - 1]
    sign = line.lstrip()[0]
    if sign == "#" and (heading := _ATX.match(line)):
        return heading[2], len(heading[1])
    if sign in "*_>" and (marked := _MARKED.match(line)):
        return marked[2].strip("*_ :"), 7
    following = lines[number] if number < len(lines) else ""
    if following[:3] in ("===", "---") and _UNDERLINE.match(following) and len(line) < 80:
        return line.strip(), 1 if following[0] == "=" else 2
    if len(line) <= 48 and _DIGIT.search(line) and not line.rstrip().endswith((",", ";")):
        plain = line.strip().strip("[]>:*- ")
        if len(_words(plain)) <= _MOST_BARE_WORDS and not re.search(r"[£$€%]|\bx\d", plain):
            is_bullet = line.lstrip()[0] in "-*+" and len(_words(plain)) > 0
            return plain, None if is_bullet else _BARE
    return "", None


def _day_of_head(text: str, level: int, day_first: bool) -> Written | None:
    if len(_words(text)) > _MOST_WORDS:
        return None
    if level == _BARE:
        return _only_day(text, day_first)
    return day_of_line(text, day_first=day_first)


def _only_day(text: str, day_first: bool) -> Written | None:
    """The date of a text that begins with it, weekday aside, or ends with it, and holds little else."""
    day = day_of_line(text, day_first=day_first)
    if day is None:
        return None
    rest = fold_word(text)[: day.start] + " " + fold_word(text)[day.end :]
    return day if len(_words(rest)) <= _MOST_BARE_WORDS else None


def _words(text: str) -> list[str]:
    return [word for word in _NOISE.sub(" ", fold_word(text)).split() if word not in MONTHS]


def _context(text: str) -> tuple[int | None, int | None] | None:
    """The year and month of a heading that is nothing else: `2026`, `November 2026`."""
    if alone := _YEAR_HEAD.match(text):
        return int(alone[1]), None
    named = _MONTH_HEAD.match(fold_word(text))
    if named and named[1] in MONTHS:
        return int(named[2] or f"20{named[3]}") if named[2] or named[3] else None, MONTHS[named[1]]
    return None


def _completed(day: Written, year: int | None) -> Written:
    return day._replace(year=year) if day.year is None and year is not None else day


def _around(entry: Entry, conflicts: list[range]) -> Iterator[Entry]:
    """What of an entry lies before, between and after conflicts."""
    first = entry.first
    for conflict in conflicts:
        if first <= conflict.stop - 1 and conflict.start <= entry.last:
            if first < conflict.start:
                yield Entry(first, conflict.start - 1, entry.date, entry.heading)
            first = conflict.stop
    if first <= entry.last:
        yield Entry(first, entry.last, entry.date, entry.heading)

"""Whose each part of a note is: dated entries of a log, paragraphs of a daily, the person a call was with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from pathlib import Path

from assistant.models import Note, NoteKind, PersonId, Section
from assistant.vault.days import find_day, is_day_first
from assistant.vault.roster import Roster

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_BOLD = re.compile(r"^\s*(?:\*\*|__)(.{3,40}?)(?:\*\*|__):?\s*$")
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+")
_DATE_NOISE = re.compile(
    r"\d|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b"
    r"|\b(?:st|nd|rd|th|kw|cw|week|wk)\b|[\W_]",
    re.IGNORECASE,
)
_MARK = re.compile(r"^(<{7}|>{7})(?: |$)")
_SUBJECT_SPAN = 60
"""A paragraph's subject is named in its first so many characters."""


@dataclass
class _Entry:
    first: int
    last: int
    date: Date | None
    heading: str


def sections(note: Note, roster: Roster) -> list[Section]:
    """The note in runs of lines that share date and people; nothing of a private note or of the tool's own writing."""
    if note.is_private or note.is_own or not note.text.strip():
        return []
    lines = note.text.split("\n")
    found: list[Section] = []
    for entry in _entries(note, lines):
        if note.kind in (NoteKind.DAILY, NoteKind.INBOX):
            found += _by_paragraph(note, lines, entry, roster)
        else:
            text = "\n".join(lines[entry.first - 1 : entry.last])
            people, ambiguous = _people(note, entry, text, roster)
            found.append(_section(note, entry, entry.first, entry.last, text, people, ambiguous))
    return [section for section in found if section.text.strip()]


def _entries(note: Note, lines: list[str]) -> list[_Entry]:
    """The dated entries; what stands before the first one has the note's own date."""
    starts = _dated_lines(note, lines)
    if len(starts) <= 1 and note.date is not None:
        starts = [(number, note.date, heading) for number, _, heading in starts]
    entries = [_Entry(note.body_line, len(lines), note.date, "")]
    for number, day, heading in starts:
        entries[-1].last = number - 1
        entries.append(_Entry(number, len(lines), day, heading))
    kept = [part for entry in entries if entry.first <= entry.last for part in _without_conflicts(entry, lines)]
    return [entry for entry in kept if any(lines[i].strip() for i in range(entry.first - 1, entry.last))]


def _dated_lines(note: Note, lines: list[str]) -> list[tuple[int, Date, str]]:
    heads = [(n, head) for n, line in enumerate(lines, 1) if n >= note.body_line and (head := _head(line))]
    day_first = is_day_first([head for _, head in heads]) if heads else True
    found: list[tuple[int, Date, str]] = []
    limit = max(note.date or Date.min, Date.today()) + timedelta(days=2)
    previous = note.date
    for number, head in heads:
        near = (
            min(previous + timedelta(days=180), limit - timedelta(days=45)) if previous else limit - timedelta(days=45)
        )
        day = find_day(head, near=near, day_first=day_first)
        if day is not None:
            found.append((number, day, head))
            previous = day
    return found


def _head(line: str) -> str | None:
    """The words of a line that may begin a dated entry: a heading, a bold line, or a line that is little but a date."""
    heading = _HEADING.match(line) or _BOLD.match(line)
    if heading:
        return heading[1]
    if len(line) > 60 or not any(c.isdigit() for c in line) or (_BULLET.match(line) and len(line) > 40):
        return None
    left = _DATE_NOISE.sub(" ", line).split()
    return line.strip() if len(left) <= 2 and not _looks_like_prose(line) else None


def _looks_like_prose(line: str) -> bool:
    return line.rstrip().endswith((",", ";")) or bool(re.search(r"[£$€%]|\d:\d\d|\bx\d", line))


def _without_conflicts(entry: _Entry, lines: list[str]) -> Iterator[_Entry]:
    first = entry.first
    number = entry.first
    while number <= entry.last:
        mark = _MARK.match(lines[number - 1])
        if mark and mark[1][0] == "<":
            if first < number:
                yield _Entry(first, number - 1, entry.date, entry.heading)
            while number <= entry.last and not lines[number - 1].startswith(">>>>>>>"):
                number += 1
            first = number + 1
        number += 1
    if first <= entry.last:
        yield _Entry(first, entry.last, entry.date, entry.heading)


def _people(note: Note, entry: _Entry, text: str, roster: Roster) -> tuple[tuple[PersonId, ...], tuple[str, ...]]:
    named = [ids for name in note.people if (ids := roster.resolve(name))]
    if named and all(len(ids) == 1 for ids in named):
        return tuple(dict.fromkeys(ids[0] for ids in named)), ()
    if note.kind is NoteKind.TEAM or note.kind is NoteKind.DOCUMENT:
        return _everybody(text, roster)
    path = Path(note.path)
    places = [path.stem, *reversed(path.parts[:-1])] if note.kind is NoteKind.ONE_ON_ONE else [path.stem]
    for place in [*places, entry.heading, *text.split("\n")[:2]]:
        people, ambiguous = _named(place.replace("_", " "), text, roster)
        if people:
            return people[:1], ()
        if ambiguous:
            return (), ambiguous
    return _most_named(text, roster)


def _named(place: str, text: str, roster: Roster) -> tuple[tuple[PersonId, ...], tuple[str, ...]]:
    """Whom a short text names; two candidates are told apart by the rest of the note, or not at all."""
    ambiguous: list[str] = []
    for mention in roster.mentions(place):
        if len(mention.people) == 1:
            return mention.people, ()
        told_apart = {
            other.people[0]
            for other in roster.mentions(text)
            if len(other.people) == 1 and other.people[0] in mention.people
        }
        if len(told_apart) == 1:
            return tuple(told_apart), ()
        if mention.end - mention.start > 1:
            ambiguous.append(place[mention.start : mention.end])
    return (), tuple(dict.fromkeys(ambiguous))


def _everybody(text: str, roster: Roster) -> tuple[tuple[PersonId, ...], tuple[str, ...]]:
    people: dict[PersonId, None] = {}
    ambiguous: dict[str, None] = {}
    for mention in roster.mentions(text):
        if len(mention.people) == 1:
            people[mention.people[0]] = None
        elif mention.end - mention.start > 1:
            ambiguous[text[mention.start : mention.end]] = None
    return tuple(people), tuple(ambiguous)


def _most_named(text: str, roster: Roster) -> tuple[tuple[PersonId, ...], tuple[str, ...]]:
    counts = Counter(m.people[0] for m in roster.mentions(text) if len(m.people) == 1)
    ranked = counts.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return (ranked[0][0],), ()
    return (), _everybody(text, roster)[1]


def _by_paragraph(note: Note, lines: list[str], entry: _Entry, roster: Roster) -> Iterator[Section]:
    """Paragraphs, and bullets that begin with a name; a heading that names somebody holds until the next one."""
    holder: tuple[PersonId, ...] = ()
    if note.kind is NoteKind.INBOX:
        holder = _named(Path(note.path).stem, "\n".join(lines), roster)[0]
    for first, last in _paragraphs(lines, entry):
        text = "\n".join(lines[first - 1 : last])
        heading = _HEADING.match(lines[first - 1])
        if heading:
            holder = _named(heading[1], text, roster)[0][:1]
        people, ambiguous = _subject(text, roster)
        yield _section(note, entry, first, last, text, people or holder, ambiguous)


def _paragraphs(lines: list[str], entry: _Entry) -> Iterator[tuple[int, int]]:
    first = None
    for number in range(entry.first, entry.last + 1):
        line = lines[number - 1]
        begins = bool(_HEADING.match(line) or _BULLET.match(line))
        if first is not None and (not line.strip() or begins):
            yield first, number - 1
            first = None
        if first is None and line.strip():
            first = number
    if first is not None:
        yield first, entry.last


def _subject(text: str, roster: Roster) -> tuple[tuple[PersonId, ...], tuple[str, ...]]:
    mentions = roster.mentions(text)
    for mention in mentions:
        if len(mention.people) == 1 and (mention.start < _SUBJECT_SPAN or len({m.people for m in mentions}) == 1):
            return mention.people, ()
        if len(mention.people) > 1 and mention.end - mention.start > 1:
            told = {m.people[0] for m in mentions if len(m.people) == 1 and m.people[0] in mention.people}
            if len(told) == 1:
                return tuple(told), ()
            return (), (text[mention.start : mention.end],)
    return (), ()


def _section(
    note: Note,
    entry: _Entry,
    first: int,
    last: int,
    text: str,
    people: tuple[PersonId, ...],
    ambiguous: tuple[str, ...],
) -> Section:
    return Section(
        path=note.path,
        line_start=first,
        line_end=last,
        kind=note.kind,
        date=entry.date,
        people=people,
        ambiguous=ambiguous,
        heading=entry.heading,
        text=text,
    )

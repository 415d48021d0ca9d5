"""The lines that can answer: each a sentence or a short line of a note, with what around it says what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache

from assistant.models import Evidence, NoteKind, PersonId, Section
from assistant.reading.clauses import Clause, split_statements
from assistant.reading.sensitive import is_fit_to_show

_MOST_WORDS = 28
"""Sentences of one line stay together as long as they have no more words: alone, `he got there: £2,300` says little."""
_MARK = re.compile(r"^\s*(?:#+\s*|[-*+•>]\s+|\[.\]\s+|\d{1,2}[.)]\s+)*")
_DATE_IN_NAME = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_HEAD_WORDS = 6


@dataclass(frozen=True)
class Line:
    """What may be quoted, and around it."""

    path: str
    number: int
    """Counts from 1 in the file."""
    text: str
    """Verbatim in that line."""
    date: Date | None
    kind: NoteKind
    people: tuple[PersonId, ...]
    before: str
    """What stands before it in the same line."""
    after: str
    """What follows it in the same line."""
    above: str
    """The line above it in the same entry; in a table the head of the table."""
    head: str
    """The heading or list head over it."""
    title: str
    """What the note is called: file name, first heading."""

    def evidence(self) -> Evidence:
        """The line as a citation."""
        return Evidence(path=self.path, line_start=self.number, line_end=self.number, quote=self.text, date=self.date)


def lines_of(sections: Sequence[Section]) -> tuple[Line, ...]:
    """Every line of one note that may be shown, in order. The sections are those of one file; a note cut lately is remembered."""
    return _remembered(tuple(sections)) if sections else ()


@lru_cache(1024)
def _remembered(sections: tuple[Section, ...]) -> tuple[Line, ...]:
    return tuple(_cut(sections))


def _cut(sections: Sequence[Section]) -> Iterator[Line]:
    title = _title(sections)
    for section in sections:
        rows = section.text.split("\n")
        heads = list(_heads(rows, section.heading))
        by_line: dict[int, list[Clause]] = {}
        for clause in split_statements(section):
            by_line.setdefault(clause.line, []).append(clause)
        for number, clauses in by_line.items():
            row = number - section.line_start
            if not is_fit_to_show(rows[row]) or rows[row].lstrip().startswith("#"):
                continue
            above = _fit(_above(rows, row))
            for start, end in _joined(clauses):
                text = rows[row][start:end]
                yield Line(
                    path=section.path,
                    number=number,
                    text=text,
                    date=section.date,
                    kind=section.kind,
                    people=section.people,
                    before=_plain(rows[row][:start]),
                    after=_plain(rows[row][end:]),
                    above=above,
                    head=_fit(heads[row]),
                    title=title,
                )


def _joined(clauses: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    """Where each line to quote begins and ends in its row: sentences joined as long as they are short."""
    start, end, words = clauses[0].start, clauses[0].end, clauses[0].text.count(" ") + 1
    for clause in clauses[1:]:
        more = clause.text.count(" ") + 1
        if words + more > _MOST_WORDS:
            yield start, end
            start, words = clause.start, 0
        end = clause.end
        words += more
    yield start, end


def _above(rows: Sequence[str], row: int) -> str:
    if rows[row].count("|") > 1:
        first = row
        while first and rows[first - 1].count("|") > 1:
            first -= 1
        return _plain(rows[first]) if first < row else ""
    for at in range(row - 1, max(-1, row - 3), -1):
        if rows[at].strip():
            return _plain(rows[at])
    return ""


def _heads(rows: Sequence[str], heading: str) -> Iterator[str]:
    """For each row the heading over it: a Markdown one, or a short row over list items."""
    head, short = heading, ""
    for at, row in enumerate(rows):
        bare = row.strip()
        if bare.startswith("#"):
            head, short = _plain(bare), ""
        elif bare and not bare.startswith(("-", "*", "+", "|", ">")) and bare.count(" ") < _HEAD_WORDS:
            following = next((r.strip() for r in rows[at + 1 : at + 2]), "")
            if bare.endswith(":") or following.startswith(("-", "*", "+")):
                short = _plain(bare)
        yield f"{head} {short}".strip()


def _title(sections: Sequence[Section]) -> str:
    """The file's name without its date, and its first heading; the first row too where a call or a document begins with what it is about."""
    stem = sections[0].path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    name = _DATE_IN_NAME.sub(" ", stem)
    first = next((row for section in sections[:1] for row in section.text.split("\n") if row.strip()), "")
    opens = first.startswith("#") or sections[0].kind in (NoteKind.CALL, NoteKind.DOCUMENT)
    return _fit(f"{name} {_plain(first) if opens else ''}".strip())


def _fit(text: str) -> str:
    return text if text and is_fit_to_show(text) else ""


def _plain(text: str) -> str:
    return _MARK.sub("", text).strip()

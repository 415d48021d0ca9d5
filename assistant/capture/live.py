"""Reading while somebody types: only what changed is read again."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date as Date

from assistant.models import Evidence, Findings, NoteKind, PersonId, Section
from assistant.reading.context import ReadingContext
from assistant.reading.note import read_note
from assistant.vault.private import without_private

_SHORTEST, _LONGEST, _CUT = 4, 16, 6
"""Lines of a piece: at least, at most, and one line in so many ends one. Where a piece ends is told by its lines alone, so
that a line more or less moves no other end."""
_WHOLE = 40
"""A text of so few lines is read whole: a mail or a conversation is known by its form."""
_KEPT = 512


class LiveReader:
    """Reads one text over and over as it grows; the note it becomes is read again whole."""

    def __init__(self, context: ReadingContext, person: PersonId, date: Date, kind: NoteKind) -> None:
        self._context = context
        self._person = person
        self._date = date
        self._kind = kind
        self._known: OrderedDict[tuple[str, int], Findings] = OrderedDict()
        self._by_text: dict[str, tuple[Findings, int]] = {}
        """Each piece as it was read last, and where it stood: a line typed above only moves it."""

    @property
    def person(self) -> PersonId:
        """Whom the words are about."""
        return self._person

    @property
    def date(self) -> Date:
        """The day of the meeting."""
        return self._date

    def read(self, text: str) -> Findings:
        """The findings of the text as it stands; lines count from 1."""
        text = without_private(text)
        lines = text.split("\n")
        if len(lines) <= _WHOLE:
            return self._read(text, 0)
        parts = [self._read("\n".join(lines[first:last]), first) for first, last in _pieces(lines)]
        return Findings(
            path="",
            claims=tuple(item for part in parts for item in part.claims),
            shown=tuple(item for part in parts for item in part.shown),
            promises=tuple(item for part in parts for item in part.promises),
            outcomes=tuple(item for part in parts for item in part.outcomes),
            bright_spots=tuple(item for part in parts for item in part.bright_spots),
            remarks=tuple(item for part in parts for item in part.remarks),
        )

    def _read(self, text: str, before: int) -> Findings:
        """The findings of a piece that stands behind so many lines."""
        key = (text, before)
        known = self._known.get(key)
        if known is None:
            section = Section(
                path="",
                line_start=before + 1,
                line_end=before + text.count("\n") + 1,
                kind=self._kind,
                date=self._date,
                people=(self._person,),
                text=text,
            )
            elsewhere = self._by_text.get(text)
            known = _shifted(*elsewhere, before) if elsewhere else read_note("", [section], self._context)
            self._known[key] = known
            self._by_text[text] = known, before
            if len(self._known) > _KEPT:
                (gone, _), _ = self._known.popitem(last=False)
                self._by_text.pop(gone, None)
        self._known.move_to_end(key)
        return known


def _pieces(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines, each from the first to before the last index."""
    first = 0
    for number, line in enumerate(lines, 1):
        length = number - first
        is_end = length >= _SHORTEST and (not line.strip() or zlib.crc32(line.encode()) % _CUT == 0)
        if is_end or length >= _LONGEST:
            yield first, number
            first = number
    if first < len(lines):
        yield first, len(lines)


def _shifted(found: Findings, stood: int, stands: int) -> Findings:
    """The findings of a piece that was moved."""
    by = stands - stood

    def moved(evidence: Evidence) -> Evidence:
        return evidence.model_copy(update={"line_start": evidence.line_start + by, "line_end": evidence.line_end + by})

    return found.model_copy(
        update={
            name: tuple(item.model_copy(update={"evidence": moved(item.evidence)}) for item in getattr(found, name))
            for name in ("claims", "shown", "promises", "outcomes", "bright_spots", "remarks")
        }
    )

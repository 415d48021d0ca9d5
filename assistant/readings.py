"""What the notes hold, read once: kept in memory for one run, and by content on the disk.

A note is read in pieces, so that nobody who waits for something else waits for a log of years, and what was read of it
before the power went is not read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.cache import AnswerCache, digest
from assistant.events import OnEvent, Read, ignore_events
from assistant.models import Findings, Section
from assistant.reading.context import ReadingContext
from assistant.reading.grounds import Grounds, KeptFindings
from assistant.reading.note import READER_VERSION
from assistant.reading.reader import model_digest

_PIECE = 16
"""So many entries of one note are read at a time."""
_KEPT_EVERY = 8
"""After so many pieces what was read is put on the disk."""
_NOTHING: tuple[list[Section], Findings] = ([], Findings(path=""))
_KINDS = ("claims", "shown", "promises", "outcomes", "bright_spots", "traits", "remarks")


class Readings:
    """The findings of notes, by path: entries that stayed the same are not read again."""

    def __init__(self, cache: AnswerCache) -> None:
        self._cache = cache
        self._read: dict[str, tuple[list[Section], Findings]] = {}
        self._grounds: Grounds | None = None

    def of(
        self, sections: Iterable[Section], context: ReadingContext, on_event: OnEvent = ignore_events
    ) -> list[Findings]:
        """What the notes of these sections hold, a note at a time; tells with `Read` how far it is."""
        groups = _by_path(sections)
        unknown = {path: group for path, group in groups.items() if self._read.get(path, _NOTHING)[0] != group}
        pieces = [piece for group in unknown.values() for piece in _pieces(group)]
        found: dict[str, list[Findings]] = {}
        for piece, one in zip(pieces, self._findings(pieces, context, on_event), strict=True):
            found.setdefault(piece[0].path, []).append(one)
        self._read |= {path: (group, _joined(found[path])) for path, group in unknown.items()}
        return [self._read[path][1] for path in groups]

    def read_ahead(self, piece: Sequence[Section], context: ReadingContext) -> None:
        """See that what this piece holds is on the disk."""
        self._findings([piece], context, ignore_events)

    def forget(self) -> None:
        """What is on the disk stays."""
        self._read.clear()

    def _findings(
        self, pieces: Sequence[Sequence[Section]], context: ReadingContext, on_event: OnEvent
    ) -> list[Findings]:
        """One for each piece, from the disk where they are there and what they rest on is as it was."""
        if not pieces:
            return []
        grounds, common = self._grounds_of(context), _common(context)
        keys = [digest(common, *_face(piece)) for piece in pieces]
        kept = self._cache.load_many(keys)
        unkept: dict[str, str] = {}
        missing: dict[str, Sequence[Section]] = {}
        found: dict[str, Findings] = {}
        for key, piece in zip(keys, pieces, strict=True):
            known = KeptFindings.model_validate_json(kept[key]) if key in kept else None
            held = grounds.held(known, piece) if known else None
            if held is None:
                missing[key] = piece
                continue
            found[key] = held.findings
            if held is not known:
                unkept[key] = held.model_dump_json(exclude_defaults=True)
        told = _Told([*missing.values()], on_event)
        try:
            for key, piece in missing.items():
                fresh = grounds.read(piece)
                found[key] = fresh.findings
                unkept[key] = fresh.model_dump_json(exclude_defaults=True)
                if len(unkept) >= _KEPT_EVERY:
                    self._cache.save_many("findings", unkept)
                    unkept.clear()
                told.add(piece)
        finally:
            self._cache.save_many("findings", unkept)
        return [found[key] for key in keys]

    def _grounds_of(self, context: ReadingContext) -> Grounds:
        if self._grounds is None or self._grounds.context is not context:
            self._grounds = Grounds(context)
        return self._grounds


class _Told:
    """Tells how many of the notes were read; of a note of many entries a part counts as a part."""

    def __init__(self, pieces: Sequence[Sequence[Section]], on_event: OnEvent) -> None:
        self._notes = len({piece[0].path for piece in pieces})
        self._entries = sum(map(len, pieces))
        self._read = 0
        self._on_event = on_event

    def add(self, piece: Sequence[Section]) -> None:
        self._read += len(piece)
        self._on_event(Read(done=self._notes * self._read // self._entries, total=self._notes))


def pieces_of(sections: Iterable[Section]) -> Iterator[list[Section]]:
    """The pieces in which these sections are read, a note after the other."""
    for group in _by_path(sections).values():
        yield from _pieces(group)


def _by_path(sections: Iterable[Section]) -> dict[str, list[Section]]:
    groups: dict[str, list[Section]] = {}
    for section in sections:
        groups.setdefault(section.path, []).append(section)
    return groups


def _pieces(group: Sequence[Section]) -> Iterator[list[Section]]:
    for start in range(0, len(group), _PIECE):
        yield list(group[start : start + _PIECE])


def _joined(parts: Sequence[Findings]) -> Findings:
    """The findings of a whole note."""
    if len(parts) == 1:
        return parts[0]
    lists = {kind: tuple(item for part in parts for item in getattr(part, kind)) for kind in _KINDS}
    return parts[0].model_copy(update={**lists, "withheld": sum(part.withheld for part in parts)})


def _common(context: ReadingContext) -> str:
    """What every reader can see besides the entries, whatever they name."""
    order = "month first" if context.month_first else "day first"
    manager = context.roster.manager.name if context.roster.manager else None
    return digest("findings", READER_VERSION, model_digest(), order, manager or "")


def _face(sections: Iterable[Section]) -> list[str]:
    """Everything of the sections that a reader can see."""
    return [
        "\x1f".join((s.path, str(s.line_start), s.kind, str(s.date), " ".join(s.people), s.heading, s.text))
        for s in sections
    ]

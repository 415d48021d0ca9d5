"""What lies in the folder, as rows: files, sections, who is named where, passages and their words.

Everything here is derived from the notes and can be deleted at any time. Knows SQLite alone: nothing heavy is imported.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date as Date

from filelock import FileLock, Timeout

from assistant.errors import IndexBusyError
from assistant.events import Noticed, OnEvent, ignore_events
from assistant.index.intake import SyncReport, carry_out, make_plan
from assistant.index.schema import DamagedError, open_tables
from assistant.index.stale import roster_from_json
from assistant.index.store import has_store
from assistant.index.tallied import Tallied
from assistant.index.waiting import Waiting
from assistant.index.words import WordSearch
from assistant.models import Fault, NoteKind, Passage, PersonId, Section
from assistant.vault.roster import Roster, build_roster
from assistant.vault.tally import Tally
from assistant.vault.vault import Vault

__all__ = ["Catalog", "SyncReport", "open_catalog"]

_PATIENCE, _SHORT_PATIENCE = 60.0, 0.5
"""Seconds to wait for another writer: when there is no way round it, and when what is there will do."""
_LOOK_AGAIN = 0.01
_HELD_PEOPLE = 4
"""So many people's entries are held in memory."""
_ABOUT = "s.id IN (SELECT section FROM mentions WHERE person = ?)"
_KINDS = {kind.value: kind for kind in NoteKind}


class Catalog:
    """The rows of one vault. Reads go on while another process writes; writes take turns."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        folder = vault.state / "index"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = FileLock(folder / "write.lock", mode=0o600)
        self._tables = open_tables(folder / "catalog.sqlite", self.writing)
        self._is_lost = self._tables.is_first and has_store(folder / "chroma")
        """True where vectors are still there without the catalog that they belong to."""
        self._tallied = Tallied(self._tables)
        self._roster: tuple[str, Roster] | None = None
        self._held: dict[PersonId, list[Section]] = {}
        self._held_at = 0
        self.waiting = Waiting(self._tables)
        """Which passages still wait for their vectors."""
        self.words = WordSearch(self._tables)
        """Search by words, by row id."""

    @contextmanager
    def writing(self, patience: float = _PATIENCE) -> Iterator[None]:
        """Be the one writer of catalog and vectors. Raises IndexBusyError when another one does not finish in time."""
        try:
            self._lock.acquire(timeout=patience, poll_interval=_LOOK_AGAIN)
        except Timeout:
            raise IndexBusyError(
                "Another showme is writing this index.", "Wait for it to finish, or stop it, and try again."
            ) from None
        try:
            yield
        finally:
            self._lock.release()

    def sync(
        self, on_event: OnEvent = ignore_events, *, must_write: bool = True, only: Collection[str] | None = None
    ) -> SyncReport:
        """Look over the folder and read what changed; unchanged files cost one look at size and time.

        With `only` no other paths are looked at: the caller knows what was written. Raises IndexBusyError when another
        process writes for longer than a minute; without `must_write` it is waited for half a second and then what is
        there has to do.
        """
        try:
            return self._sync(on_event, must_write=must_write, only=only)
        except DamagedError:
            with self.writing():
                self._tables.begin_anew()
            return self._sync(on_event, must_write=must_write, only=None)

    def roster(self) -> Roster:
        """Who the people are, by everything that was read."""
        text = self._tables.fact("roster")
        if text is None:
            return build_roster(Tally({}), [], self._vault.config)
        if self._roster is None or self._roster[0] != text:
            self._roster = text, roster_from_json(text)
        return self._roster[1]

    def accounts(self) -> Mapping[str, PersonId]:
        """Whose each customer of the newest export is, where all its deals are one person's."""
        found: dict[str, PersonId] = json.loads(self._tables.fact("accounts") or "{}")
        return found

    def customers(self) -> Mapping[PersonId, Sequence[str]]:
        """Each person's customers: those of the newest export that are his alone, and names that his notes come back to."""
        found: dict[PersonId, list[str]] = json.loads(self._tables.fact("customers") or "{}")
        return found

    def sections_about(self, person: PersonId) -> list[Section]:
        """His entries and those that mention him, oldest first. What stayed the same are the same objects as before."""
        if (state := self._tables.others_wrote()) != self._held_at:
            self._held.clear()
            self._held_at = state
        if person not in self._held:
            if len(self._held) >= _HELD_PEOPLE:
                self._held.pop(next(iter(self._held)))
            self._held[person] = self._sections(f"WHERE {_ABOUT}", (person,))
        return list(self._held[person])

    def sections_of(self, path: str) -> list[Section]:
        """The entries of one note."""
        return self._sections("WHERE f.path = ?", (path,))

    def sections_given_to_nobody(self) -> list[Section]:
        """The entries with a name that fits several people, oldest first."""
        return self._sections("WHERE s.ambiguous != '[]'", ())

    def all_sections(self) -> list[Section]:
        """Every entry, oldest first."""
        return self._sections("", ())

    def faults(self) -> list[Fault]:
        """Files that could not be read, or only in part, with the reason."""
        rows = self._tables.rows("SELECT faults FROM files WHERE faults != '[]' ORDER BY path")
        return [Fault.model_validate(fault) for (text,) in rows for fault in json.loads(text)]

    def note_count(self) -> int:
        """How many notes were read."""
        sql = "SELECT count(*) FROM files f WHERE EXISTS (SELECT 1 FROM sections WHERE file = f.id)"
        return int(self._tables.value(sql))

    def passage_count(self, person: PersonId | None = None) -> int:
        """How many passages there are, of one person or of all."""
        return self.waiting.count(person, searchable=False)

    def embedded_count(self, person: PersonId | None = None) -> int:
        """How many of them have their vector."""
        return self.waiting.count(person, searchable=True)

    def lexical(self, query: str, person: PersonId | None = None, limit: int = 50) -> list[tuple[Passage, float]]:
        """Passages that share words with the query, with their BM25 score, best first."""
        scores = dict(self.words.find(query, person, limit))
        found = self.passages_by_row(list(scores))
        return [(found[row], score) for row, score in scores.items() if row in found]

    def passages_by_row(self, rows: Sequence[int]) -> dict[int, Passage]:
        """Passages by row id; those that are no more are left out."""
        marks = ",".join("?" * len(rows))
        found = self._tables.rows(
            "SELECT p.id, p.key, f.path, p.line_start, p.line_end, p.text, s.kind, s.date, p.people "  # noqa: S608
            "FROM passages p JOIN sections s ON s.id = p.section JOIN files f ON f.id = s.file "
            f"WHERE p.id IN ({marks})",
            rows,
        )
        return {
            row: Passage.model_construct(
                id=key,
                path=path,
                line_start=first,
                line_end=last,
                text=text,
                kind=_KINDS[kind],
                date=Date.fromisoformat(day) if day else None,
                people=tuple(people.split()),
            )
            for row, key, path, first, last, text, kind, day, people in found
        }

    def days_by_row(self, rows: Sequence[int]) -> dict[int, tuple[Date | None, str]]:
        """Dates and keys of passages by row id; those that are no more are left out."""
        marks = ",".join("?" * len(rows))
        sql = f"SELECT p.id, s.date, p.key FROM passages p JOIN sections s ON s.id = p.section WHERE p.id IN ({marks})"  # noqa: S608
        return {row: (Date.fromisoformat(day) if day else None, key) for row, day, key in self._tables.rows(sql, rows)}

    def rows_by_key(self, keys: Sequence[str]) -> dict[str, int]:
        """Row ids by the key of the vector."""
        marks = ",".join("?" * len(keys))
        return dict(self._tables.rows(f"SELECT key, id FROM passages WHERE key IN ({marks})", keys))  # noqa: S608

    def keys_by_row(self, rows: Sequence[int]) -> dict[int, str]:
        """Keys of vectors by row id."""
        marks = ",".join("?" * len(rows))
        return dict(self._tables.rows(f"SELECT id, key FROM passages WHERE id IN ({marks})", rows))  # noqa: S608

    def close(self) -> None:
        """Let go of the file."""
        self._tables.close()

    def _sync(self, on_event: OnEvent, *, must_write: bool, only: Collection[str] | None) -> SyncReport:
        there = self._vault.walk() if only is None else self._vault.look_at(only)
        if self._tables.was_begun_anew:
            on_event(Noticed(text="The index could not be used and is made anew; your notes are untouched."))
        elif self._is_lost:
            on_event(Noticed(text="The catalog of the index is gone and is made anew; your notes are untouched."))
        self._tables.was_begun_anew = self._is_lost = False
        if make_plan(self._tables, self._vault, there, only=only).is_empty:
            return SyncReport(seen=len(there), changed=0, removed=0)
        try:
            with self.writing(_PATIENCE if must_write else _SHORT_PATIENCE):
                plan = make_plan(self._tables, self._vault, there, only=only)
                if not plan.is_empty:
                    roster = self._tables.fact("roster")
                    carry_out(self._tables, self._tallied, self._vault, plan, on_event)
                    self._renew(only if roster == self._tables.fact("roster") else None)
        except IndexBusyError:
            if must_write:
                raise
            on_event(Noticed(text="Another showme is bringing the index up to date; this is what it holds so far."))
            return SyncReport(seen=len(there), changed=0, removed=0)
        return SyncReport(seen=len(there), changed=len(plan.changed), removed=len(plan.removed))

    def _renew(self, paths: Collection[str] | None) -> None:
        """Bring what is held in memory up to date with what was just written: of these paths alone, or of all."""
        if paths is None:
            self._held.clear()
        marks = ",".join("?" * len(paths or ()))
        for person, held in self._held.items():
            fresh = self._sections(f"WHERE {_ABOUT} AND f.path IN ({marks})", (person, *(paths or ())))
            kept = [section for section in held if section.path not in (paths or ())]
            self._held[person] = sorted([*kept, *fresh], key=oldest_first)

    def _sections(self, where: str, values: Sequence[object]) -> list[Section]:
        rows = self._tables.rows(
            "SELECT f.path, s.line_start, s.line_end, s.kind, s.date, s.heading, s.people, s.ambiguous, s.text "  # noqa: S608
            f"FROM sections s JOIN files f ON f.id = s.file {where} ORDER BY s.date, f.path, s.line_start",
            values,
        )
        return [
            Section.model_construct(
                path=path,
                line_start=first,
                line_end=last,
                kind=_KINDS[kind],
                date=Date.fromisoformat(day) if day else None,
                heading=heading,
                people=tuple(people.split()),
                ambiguous=tuple(json.loads(ambiguous)) if ambiguous != "[]" else (),
                text=text,
            )
            for path, first, last, kind, day, heading, people, ambiguous, text in rows
        ]


def oldest_first(section: Section) -> tuple[str, str, int]:
    """The order in which entries are given."""
    return section.date.isoformat() if section.date else "", section.path, section.line_start


def open_catalog(vault: Vault) -> Catalog:
    """The catalog of a vault; made where there is none, made anew where it cannot be used."""
    return Catalog(vault)

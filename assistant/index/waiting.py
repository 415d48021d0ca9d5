"""Which passages still wait for their vector, and what the vector store is known to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Date
from typing import NamedTuple

from assistant.index.schema import DONE, STALE, WAITING, Tables
from assistant.models import PersonId


class Entry(NamedTuple):
    """A passage as the vector store keeps it, without its vector."""

    row: int
    key: str
    text: str
    path: str
    line_start: int
    line_end: int
    kind: str
    date: Date | None
    people: tuple[PersonId, ...]
    content: str
    """Digest of the text: the same words have the same vector."""
    face: str
    """Lines, kind and date in one: what may change while the vector stays."""
    is_stored: bool = False
    """Whether the store holds it already, with another face."""


class Stored(NamedTuple):
    """What the store tells of one vector."""

    key: str
    content: str
    face: str


_ABOUT = " AND EXISTS (SELECT 1 FROM holders h WHERE h.person = ? AND h.passage = p.id)"
_MARK_STATES = (
    "UPDATE passages SET state = coalesce((SELECT CASE v.face WHEN passages.face THEN "  # noqa: S608 (our own numbers)
    f"{DONE} ELSE {STALE} END FROM vectors v WHERE v.key = passages.key), {WAITING})"
)


class Waiting:
    """The books on the vector store, kept beside the passages so that they can be read without opening it."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def count(self, person: PersonId | None, *, searchable: bool) -> int:
        """How many passages there are, of one person or of all; with `searchable` only those that have a vector."""
        above = WAITING if searchable else WAITING - 1
        if person is None:
            return int(self._tables.value("SELECT count(*) FROM passages WHERE state > ?", (above,)))
        sql = "SELECT count(*) FROM holders h JOIN passages p ON p.id = h.passage WHERE h.person = ? AND p.state > ?"
        return int(self._tables.value(sql, (person, above)))

    def count_waiting(self, person: PersonId | None) -> int:
        """How many passages wait for a vector, or for its lines, date and kind to be put right."""
        sql = f"SELECT count(*) FROM passages p WHERE p.state < {DONE}{_ABOUT if person else ''}"  # noqa: S608
        return int(self._tables.value(sql, (person,) if person else ()))

    def has_any(self, person: PersonId | None, *, unsearchable: bool = False) -> bool:
        """Whether anything waits; with `unsearchable` only what has no vector at all counts."""
        below = STALE if unsearchable else DONE
        sql = f"SELECT 1 FROM passages p WHERE p.state < {DONE} AND p.state < {below}{_ABOUT if person else ''} LIMIT 1"  # noqa: S608
        return self._tables.value(sql, (person,) if person else ()) is not None

    def next(self, person: PersonId | None, limit: int) -> list[Entry]:
        """The passages that wait, of one person or of all, those of the newest sections first."""
        rows = self._tables.rows(
            "SELECT p.id, p.key, p.text, f.path, p.line_start, p.line_end, s.kind, s.date, p.people, p.content, p.face, "  # noqa: S608
            f"p.state = {STALE} FROM passages p JOIN sections s ON s.id = p.section JOIN files f ON f.id = s.file "
            f"WHERE p.state < {DONE}{_ABOUT if person else ''} ORDER BY s.date DESC, p.id LIMIT ?",
            (person, limit) if person else (limit,),
        )
        return [
            Entry(row, key, text, path, first, last, kind, _day(date), tuple(people.split()), content, face, bool(held))
            for row, key, text, path, first, last, kind, date, people, content, face, held in rows
        ]

    def sources(self, contents: Iterable[str]) -> dict[str, str]:
        """For each text digest the key of a stored vector of the same words, where there is one."""
        wanted = list(dict.fromkeys(contents))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            sql = f"SELECT content, min(key) FROM vectors WHERE content IN ({marks}) GROUP BY content"  # noqa: S608
            found.update(self._tables.rows(sql, part))
        return found

    def gone(self) -> list[str]:
        """Keys of stored vectors whose passages are no more."""
        return [key for (key,) in self._tables.rows("SELECT key FROM gone")]

    def has_gone(self) -> bool:
        """Whether there are any."""
        return self._tables.value("SELECT 1 FROM gone LIMIT 1") is not None

    def stored_count(self) -> int:
        """How many vectors the store should hold."""
        return int(self._tables.value("SELECT count(*) FROM vectors"))

    def has_stored(self) -> bool:
        """Whether the store should hold any."""
        return self._tables.value("SELECT 1 FROM vectors LIMIT 1") is not None

    def mark_stored(self, entries: Sequence[Entry]) -> None:
        """These passages have their vectors now."""
        with self._tables.writing():
            self._tables.run_many(
                "INSERT OR REPLACE INTO vectors (key, content, face) VALUES (?, ?, ?)",
                [(entry.key, entry.content, entry.face) for entry in entries],
            )
            self._tables.run_many(
                f"UPDATE passages SET state = {DONE} WHERE id = ? AND key = ? AND face = ?",  # noqa: S608
                [(entry.row, entry.key, entry.face) for entry in entries],
            )
            self._moved_on()

    def mark_dropped(self, keys: Sequence[str]) -> None:
        """These vectors left the store."""
        with self._tables.writing():
            self._tables.run_many("DELETE FROM vectors WHERE key = ?", [(key,) for key in keys])
            self._tables.run_many("DELETE FROM gone WHERE key = ?", [(key,) for key in keys])
            self._moved_on()

    def adopt(self, stored: Iterable[Stored]) -> None:
        """Keep the books anew by what the store really holds."""
        held = list(stored)
        with self._tables.writing():
            self._tables.run("DELETE FROM vectors")
            self._tables.run_many("INSERT OR REPLACE INTO vectors (key, content, face) VALUES (?, ?, ?)", held)
            self._tables.run("DELETE FROM gone")
            self._tables.run("INSERT INTO gone SELECT key FROM vectors WHERE key NOT IN (SELECT key FROM passages)")
            self._tables.run(_MARK_STATES)
            self._moved_on()

    def generation(self) -> int:
        """Counts up with every write to the store: a reader that opened it before has to open it again."""
        return int(self._tables.fact("generation") or 0)

    def is_broken(self) -> bool:
        """Whether a reader found the store unusable."""
        return self._tables.fact("store") == "broken"

    def mark_broken(self, *, is_broken: bool) -> None:
        """Leave word for the next writer, or take it back."""
        with self._tables.writing():
            self._tables.set_fact("store", "broken" if is_broken else "sound")

    def _moved_on(self) -> None:
        self._tables.set_fact("generation", str(self.generation() + 1))


def _day(text: str | None) -> Date | None:
    return Date.fromisoformat(text) if text else None

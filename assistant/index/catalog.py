"""What lies in the folder, as rows: files, sections, who is named where, passages and their words.

Everything here is derived from the notes and can be deleted at any time. Knows SQLite alone: nothing heavy is imported.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from functools import cached_property

from filelock import FileLock, Timeout

from assistant.errors import IndexBusyError, NoteUnreadableError
from assistant.events import Noticed, OnEvent, ignore_events
from assistant.index.passages import split_passages
from assistant.index.schema import open_tables
from assistant.models import Fault, Note, NoteKind, Passage, PersonId, Section, Value
from assistant.pipeline.load import account_owners, load_pipeline, owners
from assistant.vault.attribution import sections
from assistant.vault.roster import Roster, Signals, build_roster, gather_signals
from assistant.vault.vault import FileStat, Vault

_CHUNK = 400
"""Files are committed in chunks of so many, the newest first, so that a first index is soon of use."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOP = frozenset(
    (
        "a about after all also an and any are as at be been but by can could did do does for from had has "
        "have he her him his how i if in is it its just me my no not of on or our out say said says she "
        "should so some than that the their them then there they this to up us was we were what when where "
        "which who why will with would you your"
    ).split()
)
_QUERY_WORDS = 12
"""A query is asked with its rarest so many words."""


class SyncReport(Value):
    """What a look over the folder found."""

    seen: int
    changed: int
    removed: int


class Catalog:
    """The rows of one vault. Reads go on while another process writes; writes take turns."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._folder = vault.state / "index"
        self._db, self.was_begun_anew = open_tables(self._folder / "catalog.sqlite")
        self._accounts: Mapping[str, PersonId] = {}
        self.lock = FileLock(self._folder / "write.lock", timeout=60, thread_local=False)

    def sync(self, on_event: OnEvent = ignore_events) -> SyncReport:
        """Look over the folder and read what changed; unchanged files cost one look at size and time.

        Raises IndexBusyError when another process writes for longer than a minute.
        """
        if self.was_begun_anew:
            on_event(Noticed(text="The index could not be used and is made anew; your notes are untouched."))
            self.was_begun_anew = False
        there = self._vault.walk()
        known = {row[0]: row for row in self._db.execute("SELECT path, size, mtime_ns, id, roster FROM files")}
        changed = [f for f in there if (k := known.get(f.path)) is None or k[1] != f.size or k[2] != f.mtime_ns]
        names = {f.path for f in there}
        removed = [row[3] for path, row in known.items() if path not in names]
        is_settled = not changed and not removed and self._owners_digest() == self._fact("owners")
        if is_settled and self._fact("roster_done") == "1":
            return SyncReport(seen=len(there), changed=0, removed=0)
        try:
            with self.lock:
                self._write(changed, removed)
        except Timeout:
            raise IndexBusyError(
                "Another showme is writing this index.", "Wait for it to finish, or stop it, and try again."
            ) from None
        return SyncReport(seen=len(there), changed=len(changed), removed=len(removed))

    def roster(self) -> Roster:
        """Who the people are, by everything that was read."""
        return self._roster

    def sections_about(self, person: PersonId) -> list[Section]:
        """His entries and those that mention him, oldest first."""
        return self._sections("WHERE s.id IN (SELECT section FROM mentions WHERE person = ?)", (person,))

    def sections_of_kind(self, kind: NoteKind) -> list[Section]:
        """Every entry of one kind of note, oldest first."""
        return self._sections("WHERE s.kind = ?", (kind.value,))

    def all_sections(self) -> list[Section]:
        """Every entry, oldest first."""
        return self._sections("", ())

    def faults(self) -> list[Fault]:
        """Files that could not be read, or only in part, with the reason."""
        rows = self._db.execute("SELECT faults FROM files WHERE faults != '[]' ORDER BY path")
        return [Fault.model_validate(fault) for (text,) in rows for fault in json.loads(text)]

    def note_count(self) -> int:
        """How many notes were read."""
        return int(self._db.execute("SELECT count(DISTINCT file) FROM sections").fetchone()[0])

    def passage_count(self, person: PersonId | None = None) -> int:
        """How many passages there are, of one person or of all."""
        return self._count("1", person)

    def embedded_count(self, person: PersonId | None = None) -> int:
        """How many of them have their vector."""
        return self._count("p.is_embedded", person)

    def waiting(self, person: PersonId | None, limit: int) -> list[tuple[int, Passage]]:
        """Passages without a vector, the newest first, with their row ids."""
        where = "WHERE p.is_embedded = 0" + (_ABOUT if person else "")
        order = "ORDER BY s.date DESC, p.id LIMIT ?"
        return list(self._passages(where, (person, limit) if person else (limit,), order))

    def named_in(self, rows: Sequence[int]) -> list[frozenset[PersonId]]:
        """Who is named in the section of each passage, by row id."""
        return [
            frozenset(
                name
                for (name,) in self._db.execute(
                    "SELECT person FROM mentions WHERE section = (SELECT section FROM passages WHERE id = ?)",
                    (row,),
                )
            )
            for row in rows
        ]

    def mark_embedded(self, rows: Sequence[int]) -> None:
        """These passages have their vectors now."""
        with self._db:
            self._db.executemany("UPDATE passages SET is_embedded = 1 WHERE id = ?", [(row,) for row in rows])

    def forget_vectors(self) -> None:
        """The vector store is gone: every passage waits again."""
        with self._db:
            self._db.execute("UPDATE passages SET is_embedded = 0")
            self._db.execute("DELETE FROM gone")

    def gone_keys(self) -> list[str]:
        """Keys of vectors whose passages are no more."""
        rows = self._db.execute("SELECT key FROM gone WHERE key NOT IN (SELECT key FROM passages WHERE is_embedded)")
        return [row[0] for row in rows]

    def clear_gone(self) -> None:
        """The vectors of what is gone were deleted."""
        with self._db:
            self._db.execute("DELETE FROM gone")

    def by_keys(self, keys: Sequence[str]) -> dict[str, Passage]:
        """Passages by the key of their vector."""
        found: dict[str, Passage] = {}
        for start in range(0, len(keys), 500):
            part = keys[start : start + 500]
            marks = ",".join("?" * len(part))
            for _, passage in self._passages(f"WHERE p.key IN ({marks})", part, ""):
                found[passage.id] = passage
        return found

    def lexical(self, query: str, person: PersonId | None = None, limit: int = 50) -> list[tuple[Passage, float]]:
        """Passages that share words with the query, with their BM25 score, best first."""
        words = [w for w in dict.fromkeys(w.casefold() for w in _WORD.findall(query)) if w not in _STOP]
        if not words:
            return []
        if len(words) > _QUERY_WORDS:
            words = sorted(words, key=lambda w: (-len(w), w))[:_QUERY_WORDS]
        match = " OR ".join(f'"{word}"' for word in words)
        about = "AND p.section IN (SELECT section FROM mentions WHERE person = ?)" if person else ""
        sql = (
            "SELECT p.id, -bm25(words) FROM words JOIN passages p ON p.id = words.rowid "  # noqa: S608 (no values inside)
            f"WHERE words MATCH ? {about} ORDER BY bm25(words) LIMIT ?"
        )
        rows = self._db.execute(sql, (match, person, limit) if person else (match, limit)).fetchall()
        scores = dict(rows)
        marks = ",".join("?" * len(scores))
        found = dict(self._passages(f"WHERE p.id IN ({marks})", list(scores), ""))
        return [(found[row], score) for row, score in scores.items() if row in found]

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @cached_property
    def _roster(self) -> Roster:
        rows = self._db.execute("SELECT signals FROM files ORDER BY path")
        signals = [Signals.model_validate_json(row[0]) for row in rows]
        return build_roster(signals, owners(self._vault), self._vault.config)

    def _write(self, changed: Sequence[FileStat], removed: Sequence[int]) -> None:
        notes: dict[str, Note | None] = {}
        with self._db:
            self._set_fact("roster_done", "0")
            self._db.executemany("DELETE FROM files WHERE id = ?", [(row,) for row in removed])
        known_signals = {
            path: Signals.model_validate_json(text)
            for path, text in self._db.execute("SELECT path, signals FROM files")
        }
        faults: dict[str, list[Fault]] = {}
        for stat in changed:
            try:
                note = self._vault.read(stat.path)
            except NoteUnreadableError as fault:
                notes[stat.path] = None
                faults[stat.path] = [Fault(path=stat.path, reason=fault.message, is_skipped=True)]
                known_signals[stat.path] = Signals(path=stat.path)
                continue
            notes[stat.path] = note
            faults[stat.path] = list(note.faults)
            known_signals[stat.path] = (
                Signals(path=stat.path) if note.is_private or note.is_own else gather_signals(note)
            )
        ordered = [known_signals[path] for path in sorted(known_signals)]
        self.__dict__["_roster"] = roster = build_roster(ordered, owners(self._vault), self._vault.config)
        pipeline = load_pipeline(self._vault, roster)
        self._accounts = account_owners(pipeline) if pipeline else {}
        stats = {stat.path: stat for stat in changed}
        stale = [
            p
            for (p,) in self._db.execute("SELECT path FROM files WHERE roster != ?", (roster.digest,))
            if p not in stats
        ]
        work = sorted(stats, key=lambda path: -stats[path].mtime_ns)
        for start in range(0, len(work), _CHUNK):
            with self._db:
                for path in work[start : start + _CHUNK]:
                    self._put(stats[path], notes[path], known_signals[path], faults[path], roster)
        for start in range(0, len(stale), _CHUNK):
            with self._db:
                for path in stale[start : start + _CHUNK]:
                    self._attribute_again(path, roster)
        with self._db:
            self._set_fact("owners", self._owners_digest())
            self._set_fact("roster_done", "1")

    def _put(
        self, stat: FileStat, note: Note | None, signals: Signals, faults: Sequence[Fault], roster: Roster
    ) -> None:
        told = json.dumps([fault.model_dump() for fault in faults], ensure_ascii=False)
        row = self._db.execute("SELECT id FROM files WHERE path = ?", (stat.path,)).fetchone()
        values = (
            stat.size,
            stat.mtime_ns,
            note.digest if note else "",
            signals.model_dump_json(),
            told,
            roster.digest,
        )
        if row:
            file = int(row[0])
            self._db.execute(
                "UPDATE files SET size=?, mtime_ns=?, digest=?, signals=?, faults=?, roster=? WHERE id=?",
                (*values, file),
            )
        else:
            cursor = self._db.execute(
                "INSERT INTO files (size, mtime_ns, digest, signals, faults, roster, path) VALUES (?,?,?,?,?,?,?)",
                (*values, stat.path),
            )
            file = int(cursor.lastrowid or 0)
        self._put_sections(file, sections(note, roster, self._accounts) if note else [], roster)

    def _attribute_again(self, path: str, roster: Roster) -> None:
        """Other people are known now: whose the parts of an unchanged note are may have changed."""
        (file,) = self._db.execute("SELECT id FROM files WHERE path = ?", (path,)).fetchone()
        try:
            note = self._vault.read(path)
        except NoteUnreadableError:
            return
        self._put_sections(int(file), sections(note, roster, self._accounts), roster)
        self._db.execute("UPDATE files SET roster = ? WHERE id = ?", (roster.digest, file))

    def _put_sections(self, file: int, found: Iterable[Section], roster: Roster) -> None:
        """Replace the file's sections; passages whose text and people stayed keep their vectors."""
        kept = dict.fromkeys(
            self._db.execute(
                "SELECT p.key, s.people FROM passages p JOIN sections s ON s.id = p.section WHERE s.file = ? AND p.is_embedded",
                (file,),
            ),
            True,
        )
        self._db.execute("DELETE FROM passages WHERE section IN (SELECT id FROM sections WHERE file = ?)", (file,))
        self._db.execute("DELETE FROM sections WHERE file = ?", (file,))
        for section in found:
            people = " ".join(section.people)
            cursor = self._db.execute(
                "INSERT INTO sections (file, line_start, line_end, kind, date, heading, people, ambiguous, text) VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    file,
                    section.line_start,
                    section.line_end,
                    section.kind.value,
                    section.date.isoformat() if section.date else None,
                    section.heading,
                    people,
                    json.dumps(section.ambiguous, ensure_ascii=False),
                    section.text,
                ),
            )
            row = int(cursor.lastrowid or 0)
            named = {m.people[0] for m in roster.mentions(section.text) if len(m.people) == 1} | set(section.people)
            self._db.executemany("INSERT INTO mentions (person, section) VALUES (?,?)", [(name, row) for name in named])
            self._db.executemany(
                "INSERT INTO passages (key, section, line_start, line_end, text, is_embedded) VALUES (?,?,?,?,?,?)",
                [
                    (p.id, row, p.line_start, p.line_end, p.text, int((p.id, people) in kept))
                    for p in split_passages(section)
                ],
            )

    def _sections(self, where: str, values: Sequence[object]) -> list[Section]:
        sql = (
            "SELECT f.path, s.line_start, s.line_end, s.kind, s.date, s.heading, s.people, s.ambiguous, s.text "  # noqa: S608
            f"FROM sections s JOIN files f ON f.id = s.file {where} ORDER BY s.date, f.path, s.line_start"
        )
        return [
            Section.model_construct(
                path=path,
                line_start=first,
                line_end=last,
                kind=NoteKind(kind),
                date=Date.fromisoformat(day) if day else None,
                heading=heading,
                people=tuple(people.split()),
                ambiguous=tuple(json.loads(ambiguous)) if ambiguous != "[]" else (),
                text=text,
            )
            for path, first, last, kind, day, heading, people, ambiguous, text in self._db.execute(sql, tuple(values))
        ]

    def _passages(self, where: str, values: Sequence[object], order: str) -> Iterator[tuple[int, Passage]]:
        sql = (
            "SELECT p.id, p.key, f.path, p.line_start, p.line_end, p.text, s.kind, s.date, s.people "  # noqa: S608
            f"FROM passages p JOIN sections s ON s.id = p.section JOIN files f ON f.id = s.file {where} {order}"
        )
        for row, key, path, first, last, text, kind, day, people in self._db.execute(sql, tuple(values)):
            yield (
                row,
                Passage.model_construct(
                    id=key,
                    path=path,
                    line_start=first,
                    line_end=last,
                    text=text,
                    kind=NoteKind(kind),
                    date=Date.fromisoformat(day) if day else None,
                    people=tuple(people.split()),
                ),
            )

    def _count(self, what: str, person: PersonId | None) -> int:
        about = "WHERE p.section IN (SELECT section FROM mentions WHERE person = ?)" if person else ""
        sql = f"SELECT coalesce(sum({what}), 0) FROM passages p {about}"  # noqa: S608 (no values inside)
        return int(self._db.execute(sql, (person,) if person else ()).fetchone()[0])

    def _owners_digest(self) -> str:
        return json.dumps([sorted(owners(self._vault)), self._vault.config.model_dump(mode="json")], ensure_ascii=False)

    def _fact(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def _set_fact(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))


_ABOUT = " AND p.section IN (SELECT section FROM mentions WHERE person = ?)"


def open_catalog(vault: Vault) -> Catalog:
    """The catalog of a vault; made where there is none, made anew where it cannot be used."""
    return Catalog(vault)

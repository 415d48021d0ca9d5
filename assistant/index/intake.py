"""What changed in the folder goes into the tables, the newest notes first, a chunk at a time.

Who the people are is known for certain only when every note was read. So the first chunks go in with the roster as far
as it is known by then, and what another roster would read differently is read again at the end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import NamedTuple

from assistant.errors import NoteUnreadableError
from assistant.index.rows import put_note
from assistant.index.schema import Tables
from assistant.index.stale import Change, roster_from_json, roster_to_json, tokens_of
from assistant.models import Fault, Note, PersonId, Value
from assistant.pipeline.load import account_owners, export_paths, load_pipeline, owners
from assistant.vault.attribution import sections
from assistant.vault.roster import Roster, Signals, build_roster, gather_signals
from assistant.vault.vault import FileStat, Vault

_CHUNK = 250
"""Files are committed in chunks of so many: a first index is soon of use, and a writer that dies loses little."""
_DAY_IN_NAME = re.compile(r"(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


class SyncReport(Value):
    """What a look over the folder found."""

    seen: int
    changed: int
    removed: int
    is_behind: bool = False
    """True where another process was writing and the caller did not want to wait: what is there may be older."""


class Plan(NamedTuple):
    """What has to be done to bring the tables up to date."""

    changed: tuple[FileStat, ...]
    removed: tuple[int, ...]
    is_settled: bool
    """False where the exports or the configuration changed, or the last writer did not finish."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return self.is_settled and not self.changed and not self.removed


class _Read(NamedTuple):
    """A file as it was just read; `note` is None where it could not be."""

    stat: FileStat
    note: Note | None
    signals: str
    faults: tuple[Fault, ...]


def make_plan(tables: Tables, vault: Vault, there: Sequence[FileStat]) -> Plan:
    """Compare sizes and times; nothing is read."""
    known = {path: (size, mtime) for path, size, mtime in tables.rows("SELECT path, size, mtime_ns FROM files")}
    changed = tuple(f for f in there if known.get(f.path) != (f.size, f.mtime_ns))
    removed: tuple[int, ...] = ()
    if len(known) + sum(f.path not in known for f in changed) > len(there):
        paths = {f.path for f in there}
        removed = tuple(row for row, path in tables.rows("SELECT id, path FROM files") if path not in paths)
    is_settled = tables.fact("is_settled") == "1" and tables.fact("grounds") == _grounds(vault)
    return Plan(changed, removed, is_settled)


def carry_out(tables: Tables, vault: Vault, plan: Plan) -> None:
    """Bring the tables up to date. Hold the write lock."""
    work = _Intake(tables, vault)
    grounds = _grounds(vault)
    with tables.writing():
        tables.set_fact("is_settled", "0")
        for row in plan.removed:
            work.remove(row)
    ordered = sorted(plan.changed, key=_newness, reverse=True)
    for start in range(0, len(ordered), _CHUNK):
        work.take(ordered[start : start + _CHUNK])
    work.settle(is_certain=plan.is_settled)
    with tables.writing():
        tables.set_fact("accounts", json.dumps(work.accounts, ensure_ascii=False))
        tables.set_fact("grounds", grounds)
        tables.set_fact("is_settled", "1")


class _Intake:
    """One run over what changed."""

    def __init__(self, tables: Tables, vault: Vault) -> None:
        self._tables = tables
        self._vault = vault
        told = tables.fact("roster")
        self._roster = roster_from_json(told) if told else None
        self.accounts: dict[str, PersonId] = json.loads(tables.fact("accounts") or "{}")
        """Whose each customer is."""
        self._signals: dict[str, Signals] | None = {} if told is None else None
        """By path; None until they are needed."""
        self._is_outdated = told is None
        """Whether the roster has to be put together again."""
        self._is_first = told is None
        self._next_build = 1

    def remove(self, row: int) -> None:
        """A file is gone."""
        self._tables.run("DELETE FROM files WHERE id = ?", (row,))
        self._is_outdated = True

    def take(self, stats: Sequence[FileStat]) -> None:
        """Read some files and put them in."""
        marks = ",".join("?" * len(stats))
        rows = self._tables.rows(
            f"SELECT path, digest, signals FROM files WHERE path IN ({marks})",  # noqa: S608 (only question marks)
            [stat.path for stat in stats],
        )
        known = {path: (digest, signals) for path, digest, signals in rows}
        fresh: list[_Read] = []
        touched: list[tuple[int, int, str]] = []
        for stat in stats:
            read = self._read(stat)
            digest, signals = known.get(stat.path, ("", ""))
            if read.note and read.note.digest == digest:
                touched.append((stat.size, stat.mtime_ns, stat.path))
                continue
            fresh.append(read)
            self._is_outdated |= signals != read.signals
            if self._signals is not None:
                self._signals[stat.path] = Signals.model_validate_json(read.signals)
        if self._is_first and self._signals and len(self._signals) >= self._next_build:
            self._build()
            self._next_build = 2 * len(self._signals)
        with self._tables.writing():
            self._tables.run_many("UPDATE files SET size = ?, mtime_ns = ? WHERE path = ?", touched)
            for read in fresh:
                self._put(read)

    def settle(self, *, is_certain: bool) -> None:
        """Put the roster together from all there is, and read again what it reads differently."""
        accounts = dict(self.accounts)
        if self._is_outdated or not is_certain or self._roster is None:
            self._build(with_accounts=True)
        roster = self._known_roster()
        stale = list(self._stale(roster, has_other_accounts=accounts != self.accounts))
        for start in range(0, len(stale), _CHUNK):
            reads = [self._read(stat) for stat in stale[start : start + _CHUNK]]
            with self._tables.writing():
                for read in reads:
                    self._put(read)
        with self._tables.writing():
            self._tables.run("UPDATE files SET roster = ? WHERE roster != ?", (roster.digest, roster.digest))
            self._tables.run("DELETE FROM rosters")

    def _build(self, *, with_accounts: bool = False) -> None:
        if self._signals is None:
            rows = self._tables.rows("SELECT path, signals FROM files")
            self._signals = {path: Signals.model_validate_json(signals) for path, signals in rows}
        ordered = [self._signals[path] for path in sorted(self._signals)]
        roster = build_roster(ordered, owners(self._vault), self._vault.config)
        if with_accounts or self._roster is None:
            self.accounts = account_owners(load_pipeline(self._vault, roster))
        with self._tables.writing():
            if self._roster is not None:
                self._tables.run(
                    "INSERT OR IGNORE INTO rosters (digest, body) VALUES (?, ?)",
                    (self._roster.digest, roster_to_json(self._roster)),
                )
            self._tables.set_fact("roster", roster_to_json(roster))
        self._roster = roster

    def _stale(self, roster: Roster, *, has_other_accounts: bool) -> Iterator[FileStat]:
        """Files that were read with another roster and would read differently with this one."""
        bodies = dict(self._tables.rows("SELECT digest, body FROM rosters"))
        for (digest,) in self._tables.rows("SELECT DISTINCT roster FROM files"):
            body = roster_to_json(roster) if digest == roster.digest else bodies.get(digest)
            change = Change(roster_from_json(body), roster, has_other_accounts=has_other_accounts) if body else None
            if change is not None and not change:
                continue
            rows = self._tables.rows(
                "SELECT f.path, f.size, f.mtime_ns, f.given, t.words FROM files f JOIN tokens t ON t.file = f.id "
                "WHERE f.roster = ?",
                (digest,),
            )
            for path, size, mtime, given, tokens in rows:
                if change is None or change.touches(tokens, json.loads(given)):
                    yield FileStat(path, size, mtime)

    def _read(self, stat: FileStat) -> _Read:
        try:
            note = self._vault.read(stat.path)
        except NoteUnreadableError as fault:
            nothing = Signals(path=stat.path).model_dump_json()
            return _Read(stat, None, nothing, (Fault(path=stat.path, reason=fault.message, is_skipped=True),))
        return _Read(stat, note, gather_signals(note).model_dump_json(exclude_defaults=True), note.faults)

    def _put(self, read: _Read) -> None:
        roster = self._known_roster()
        values = {
            "path": read.stat.path,
            "size": read.stat.size,
            "mtime_ns": read.stat.mtime_ns,
            "digest": read.note.digest if read.note else "",
            "signals": read.signals,
            "given": json.dumps(read.note.people if read.note else (), ensure_ascii=False),
            "faults": json.dumps([fault.model_dump() for fault in read.faults], ensure_ascii=False),
            "roster": roster.digest,
        }
        found = sections(read.note, roster, self.accounts) if read.note else []
        put_note(self._tables, values, tokens_of(read.note) if read.note else " ", found, roster)

    def _known_roster(self) -> Roster:
        if self._roster is None:
            self._build(with_accounts=True)
        return self._roster or Roster([], None)


def _grounds(vault: Vault) -> str:
    """What the roster depends on besides the notes: the exports, by size and time, and the configuration."""
    exports = [(path.name, (info := path.stat()).st_size, info.st_mtime_ns) for path in export_paths(vault)]
    return json.dumps([exports, vault.config.model_dump(mode="json")], ensure_ascii=False)


def _newness(stat: FileStat) -> tuple[str, str]:
    """By the last day in the path, else by the day it was written."""
    named = _DAY_IN_NAME.findall(stat.path)
    day = "-".join(named[-1]) if named else Date.fromtimestamp(stat.mtime_ns / 1e9).isoformat()
    return day, stat.path

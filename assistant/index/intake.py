"""What changed in the folder goes into the tables, the newest notes first, a chunk at a time.

Who the people are is known for certain only when every note was read. So the first chunks go in with the roster as far
as it is known by then, and what another roster would read differently is read again at the end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date as Date
from typing import NamedTuple

from assistant.errors import NoteUnreadableError
from assistant.events import Listed, OnEvent, ignore_events
from assistant.index.customers import customers_in
from assistant.index.rows import put_note
from assistant.index.schema import Tables
from assistant.index.stale import Change, roster_from_json, roster_to_json, tokens_of
from assistant.index.tallied import Tallied
from assistant.models import Fault, Note, PersonId, Value
from assistant.pipeline.load import account_owners, export_paths, load_pipeline, owners
from assistant.vault.attribution import sections
from assistant.vault.roster import Roster, build_roster
from assistant.vault.signals import Signals, gather_signals
from assistant.vault.vault import FileStat, Vault

_CHUNK = 250
"""Files are committed in chunks of so many: a first index is soon of use, and a writer that dies loses little."""
_DAY_IN_NAME = re.compile(r"(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


class SyncReport(Value):
    """What a look over the folder found."""

    seen: int
    changed: int
    removed: int


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


def make_plan(tables: Tables, vault: Vault, there: Sequence[FileStat], *, only: Collection[str] | None = None) -> Plan:
    """Compare sizes and times; nothing is read. With `only`, `there` is what is there of these paths."""
    if only is None:
        rows = tables.rows("SELECT path, size, mtime_ns, id FROM files")
    else:
        marks = ",".join("?" * len(only))
        rows = tables.rows(f"SELECT path, size, mtime_ns, id FROM files WHERE path IN ({marks})", tuple(only))  # noqa: S608 (only question marks)
    known = {path: (size, mtime) for path, size, mtime, _ in rows}
    changed = tuple(f for f in there if known.get(f.path) != (f.size, f.mtime_ns))
    removed: tuple[int, ...] = ()
    if len(known) + sum(f.path not in known for f in changed) > len(there):
        paths = {f.path for f in there}
        removed = tuple(row for path, _, _, row in rows if path not in paths)
    is_settled = tables.fact("is_settled") == "1" and tables.fact("grounds") == _grounds(vault)
    return Plan(changed, removed, is_settled)


def carry_out(tables: Tables, tallied: Tallied, vault: Vault, plan: Plan, on_event: OnEvent = ignore_events) -> None:
    """Bring the tables up to date; tells with `Listed` how far it is. Hold the write lock."""
    work = _Intake(tables, tallied, vault, was_settled=plan.is_settled)
    grounds = _grounds(vault)
    with tables.writing():
        tables.set_fact("is_settled", "0")
        work.remove(plan.removed)
    ordered = sorted(plan.changed, key=_newness, reverse=True)
    for start in range(0, len(ordered), _CHUNK):
        work.take(ordered[start : start + _CHUNK])
        on_event(Listed(done=min(start + _CHUNK, len(ordered)), total=len(ordered)))
    work.settle(on_event)
    with tables.writing():
        tables.set_fact("owners", json.dumps(work.owners, ensure_ascii=False))
        tables.set_fact("accounts", json.dumps(work.accounts, ensure_ascii=False))
        tables.set_fact("customers", json.dumps(customers_in(tables, work.accounts), ensure_ascii=False))
        tables.set_fact("grounds", grounds)
        tables.set_fact("is_settled", "1")


class _Intake:
    """One run over what changed."""

    def __init__(self, tables: Tables, tallied: Tallied, vault: Vault, *, was_settled: bool) -> None:
        self._tables = tables
        self._tallied = tallied
        self._vault = vault
        self._was_settled = was_settled
        """Whether the exports and the configuration are those that the tables were made with."""
        told = tables.fact("roster")
        self._roster = roster_from_json(told) if told else None
        self.accounts: dict[str, PersonId] = json.loads(tables.fact("accounts") or "{}")
        """Whose each customer is."""
        self.owners: list[str] = json.loads(tables.fact("owners") or "[]") if was_settled else owners(vault)
        """Who has deals, as the newest export spells them."""
        self._is_outdated = told is None
        """Whether the roster has to be put together again."""
        self._is_first = told is None
        self._taken = 0
        self._next_build = 1

    def remove(self, rows: Sequence[int]) -> None:
        """These files are gone. Call it while writing."""
        for row in rows:
            self._tallied.change([self._tables.value("SELECT signals FROM files WHERE id = ?", (row,))], [])
            self._tables.run("DELETE FROM files WHERE id = ?", (row,))
            self._is_outdated = True

    def take(self, stats: Sequence[FileStat]) -> None:
        """Read some files and put them in."""
        known = self._known(stat.path for stat in stats)
        fresh: list[_Read] = []
        touched: list[tuple[int, int, str]] = []
        for stat in stats:
            read = self._read(stat)
            if read.note and read.note.digest == known.get(stat.path, ("", ""))[0]:
                touched.append((stat.size, stat.mtime_ns, stat.path))
            else:
                fresh.append(read)
        with self._tables.writing():
            self._tables.run_many("UPDATE files SET size = ?, mtime_ns = ? WHERE path = ?", touched)
            self._count(fresh, known)
            self._taken += len(fresh)
            if self._is_first and self._taken >= self._next_build:
                self._build()
                self._next_build = 2 * self._taken
            for read in fresh:
                self._put(read)

    def settle(self, on_event: OnEvent) -> None:
        """Put the roster together from all there is, and read again what it reads differently."""
        before, accounts = self._roster, dict(self.accounts)
        if self._is_outdated or not self._was_settled or self._roster is None:
            with self._tables.writing():
                self._build(with_accounts=True)
        roster = self._known_roster()
        if self._was_settled and before is roster:
            return
        stale = list(self._stale(roster, has_other_accounts=accounts != self.accounts))
        for start in range(0, len(stale), _CHUNK):
            reads = [self._read(stat) for stat in stale[start : start + _CHUNK]]
            with self._tables.writing():
                self._count(reads, self._known(read.stat.path for read in reads))
                for read in reads:
                    self._put(read)
            on_event(Listed(done=min(start + _CHUNK, len(stale)), total=len(stale)))
        with self._tables.writing():
            self._tables.run("UPDATE files SET roster = ? WHERE roster != ?", (roster.digest, roster.digest))
            self._tables.run("DELETE FROM rosters")

    def _known(self, paths: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Digest and signals of files that are in the tables."""
        wanted = list(paths)
        marks = ",".join("?" * len(wanted))
        sql = f"SELECT path, digest, signals FROM files WHERE path IN ({marks})"  # noqa: S608 (only question marks)
        return {path: (digest, signals) for path, digest, signals in self._tables.rows(sql, wanted)}

    def _count(self, reads: Sequence[_Read], known: Mapping[str, tuple[str, str]]) -> None:
        """What these files say in place of what they said, in the tally."""
        changed = [read for read in reads if known.get(read.stat.path, ("", ""))[1] != read.signals]
        gone = [known[read.stat.path][1] for read in changed if read.stat.path in known]
        self._tallied.change(gone, [read.signals for read in changed])
        self._is_outdated |= bool(changed)

    def _build(self, *, with_accounts: bool = False) -> None:
        """The roster as the notes have it now, and the accounts that hang on it. Call it while writing."""
        roster = build_roster(self._tallied.whole(), self.owners, self._vault.config)
        before = self._roster
        is_other = before is None or before.digest != roster.digest
        if (with_accounts and (is_other or not self._was_settled)) or before is None:
            self.accounts = account_owners(load_pipeline(self._vault, roster))
        if not is_other:
            return
        if before is not None:
            self._tables.run(
                "INSERT OR IGNORE INTO rosters (digest, body) VALUES (?, ?)", (before.digest, roster_to_json(before))
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

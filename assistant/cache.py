"""Answers kept by the content they were made from: `<vault>/.showme/cache/`, deletable at any time.

A key is a digest of everything the answer depends on, so an entry can be missing but never wrong.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

_SCHEMA = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL)"
_KEEP = 20_000


def digest(*parts: str) -> str:
    """SHA-256 over the parts, each told apart from the next."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode("utf-8", "surrogatepass"))
        total.update(b"\x00")
    return total.hexdigest()


class AnswerCache:
    """A table from digest to text. A broken file is set aside and begun anew: nothing in it is irreplaceable."""

    def __init__(self, state: Path) -> None:
        self._path = state / "cache" / "answers.sqlite"
        self._connection: sqlite3.Connection | None = None

    def load_many(self, keys: Iterable[str]) -> dict[str, str]:
        """The texts that are there, by key."""
        wanted = list(keys)
        found: dict[str, str] = {}
        try:
            for start in range(0, len(wanted), 500):
                chunk = wanted[start : start + 500]
                marks = ",".join("?" * len(chunk))
                rows = self._open().execute(f"SELECT key, body FROM answers WHERE key IN ({marks})", chunk)  # noqa: S608 (only question marks)
                found.update(rows.fetchall())
        except sqlite3.DatabaseError:
            self._begin_anew()
        return found

    def save_many(self, kind: str, entries: Mapping[str, str]) -> None:
        """Keep the texts; the oldest of the kind go when there are too many."""
        if not entries:
            return
        try:
            with self._open() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO answers (key, kind, body) VALUES (?, ?, ?)",
                    [(key, kind, body) for key, body in entries.items()],
                )
                connection.execute(
                    "DELETE FROM answers WHERE kind = ? AND rowid <= "
                    "(SELECT rowid FROM answers WHERE kind = ? ORDER BY rowid DESC LIMIT 1 OFFSET ?)",
                    (kind, kind, _KEEP),
                )
        except sqlite3.OperationalError:
            return  # a read-only or busy cache costs time, never an answer
        except sqlite3.DatabaseError:
            self._begin_anew()

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=5, check_same_thread=False)
            self._connection = connection
            self._path.chmod(0o600)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute(_SCHEMA)
        return self._connection

    def _begin_anew(self) -> None:
        self.close()
        for path in self._path.parent.glob(self._path.name + "*"):
            path.unlink(missing_ok=True)

"""The tables of the catalog, and a connection that sets a broken file aside and begins anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from assistant.errors import ShowMeError

VERSION = 6
"""Raise it when a table or what is written into it changes: an older catalog is made again."""

WAITING, STALE, DONE = 0, 1, 2
"""Of a passage: no vector; a vector whose lines, date or kind are behind; a vector that is right."""

_TABLES = """
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    digest TEXT NOT NULL, signals TEXT NOT NULL, given TEXT NOT NULL, faults TEXT NOT NULL, roster TEXT NOT NULL
);
CREATE TABLE signs (kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (kind, first, second)) WITHOUT ROWID;
CREATE TABLE tokens (file INTEGER PRIMARY KEY REFERENCES files(id) ON DELETE CASCADE, words TEXT NOT NULL);
CREATE TABLE sections (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files(id) ON DELETE CASCADE,
    line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, kind TEXT NOT NULL, date TEXT, heading TEXT NOT NULL,
    people TEXT NOT NULL, ambiguous TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX sections_file ON sections(file);
CREATE INDEX sections_kind ON sections(kind);
CREATE TABLE mentions (person TEXT NOT NULL, section INTEGER NOT NULL REFERENCES sections(id) ON DELETE CASCADE,
    PRIMARY KEY (person, section)) WITHOUT ROWID;
CREATE INDEX mentions_section ON mentions(section);
CREATE TABLE named (name TEXT NOT NULL, person TEXT NOT NULL,
    section INTEGER NOT NULL REFERENCES sections(id) ON DELETE CASCADE, is_placed INTEGER NOT NULL,
    PRIMARY KEY (name, person, section)) WITHOUT ROWID;
CREATE INDEX named_section ON named(section);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL,
    section INTEGER NOT NULL REFERENCES sections(id) ON DELETE CASCADE,
    line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, people TEXT NOT NULL, marks TEXT NOT NULL,
    text TEXT NOT NULL, face TEXT NOT NULL, content TEXT NOT NULL, state INTEGER NOT NULL
);
CREATE INDEX passages_section ON passages(section);
CREATE INDEX passages_waiting ON passages(state) WHERE state < 2;
CREATE TABLE holders (person TEXT NOT NULL, passage INTEGER NOT NULL REFERENCES passages(id) ON DELETE CASCADE,
    PRIMARY KEY (person, passage)) WITHOUT ROWID;
CREATE INDEX holders_passage ON holders(passage);
CREATE TABLE vectors (key TEXT PRIMARY KEY, content TEXT NOT NULL, face TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX vectors_content ON vectors(content);
CREATE TABLE gone (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER passage_in AFTER INSERT ON passages BEGIN
    DELETE FROM gone WHERE key = new.key;
END;
CREATE TRIGGER passage_out AFTER DELETE ON passages BEGIN
    INSERT OR IGNORE INTO gone SELECT key FROM vectors WHERE key = old.key;
END;
CREATE TABLE rosters (digest TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, marks, content='passages', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER words_in AFTER INSERT ON passages BEGIN
    INSERT INTO words(rowid, text, marks) VALUES (new.id, new.text, new.marks);
END;
CREATE TRIGGER words_out AFTER DELETE ON passages BEGIN
    INSERT INTO words(words, rowid, text, marks) VALUES ('delete', old.id, old.text, old.marks);
END;
"""
"""`signs` are what all files' signals say together; `sections` are what the readers see; `mentions` whom each names; `named` what could be
customers in whose entries; `passages` what is searched, `holders` whose
each is; `vectors` what the vector store holds, so that nothing heavy is opened to know it; `gone` what it still holds of passages that are
no more."""

_DAMAGED = (11, 26)
"""SQLITE_CORRUPT and SQLITE_NOTADB."""


class DamagedError(ShowMeError):
    """The file is no sound database any more; whoever opens it next makes it again from the notes."""

    def __init__(self) -> None:
        super().__init__("The index is damaged.", "Run it again: the index is made anew; your notes are untouched.")


class Tables:
    """The one connection to a catalog; safe to share between threads, one statement at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.was_begun_anew = False
        """True when a file was there and could not be used."""
        self.is_first = not path.exists()
        """True when there was no file."""
        self._db = self._opened()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Every row of a query. Raises DamagedError."""
        with self._guarded():
            return self._db.execute(sql, values).fetchall()

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """The first column of the first row, or None. Raises DamagedError."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Carry out one statement; gives the row id that it made. Raises DamagedError."""
        with self._guarded():
            return self._db.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """Carry out one statement for each tuple of values. Raises DamagedError."""
        if values:
            with self._guarded():
                self._db.executemany(sql, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All of it or nothing."""
        with self._guarded(), self._db:
            yield

    def others_wrote(self) -> int:
        """A number that is another one after somebody else has written."""
        return int(self.value("PRAGMA data_version"))

    def fact(self, name: str) -> str | None:
        """A value kept under a name."""
        found: str | None = self.value("SELECT value FROM facts WHERE name = ?", (name,))
        return found

    def set_fact(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self.run("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))

    def begin_anew(self) -> None:
        """Set the file aside and make an empty one. Hold the write lock."""
        self._db.close()
        self.was_begun_anew = True
        _remove(self._path)
        self._db = self._opened()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _opened(self) -> sqlite3.Connection:
        had_file = self._path.exists()
        connection = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
        try:
            with self._guarded():
                _prepare(connection)
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if version == VERSION and not _mark_of(self._path).exists():
                    connection.execute("SELECT 1 FROM files LIMIT 1").fetchone()
                    connection.execute("SELECT 1 FROM words LIMIT 1").fetchone()
                    connection.execute("PRAGMA journal_mode = WAL")
                    return connection
        except DamagedError:
            pass
        connection.close()
        self.was_begun_anew = self.was_begun_anew or had_file
        _remove(self._path)
        connection = sqlite3.connect(self._path, timeout=30, check_same_thread=False)
        self._path.chmod(0o600)
        _prepare(connection)
        connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        connection.execute("PRAGMA journal_mode = WAL")  # after the tables, so that the file's head tells the version
        return connection

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Tell a damaged file from a busy or unwritable one, and leave a mark beside it for whoever opens it next."""
        try:
            yield
        except sqlite3.DatabaseError as fault:
            code = getattr(fault, "sqlite_errorcode", 0)
            if code & 0xFF not in _DAMAGED and "no such " not in str(fault):
                raise
            _mark_of(self._path).touch(mode=0o600)
            raise DamagedError from fault


def open_tables(path: Path, lock: Callable[[], AbstractContextManager[object]]) -> Tables:
    """The tables in a file, made where there are none. `lock` gives the write lock, taken only to make them."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.parent.chmod(0o700)
    if _is_usable(path):
        return Tables(path)
    with lock():
        return Tables(path)


def _is_usable(path: Path) -> bool:
    """Whether a catalog of this version lies there; looks at the head of the file alone."""
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError:
        return False
    is_ours = head[:16] == b"SQLite format 3\x00" and int.from_bytes(head[60:64], "big") == VERSION
    return is_ours and not _mark_of(path).exists()


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")


def _remove(path: Path) -> None:
    """Out of the way first, so that a reader who has it open keeps what he has."""
    for old in sorted(path.parent.glob(path.name + "*")):
        aside = old.with_name(f"broken-{old.name}")
        old.replace(aside)
        aside.unlink(missing_ok=True)
    _mark_of(path).unlink(missing_ok=True)


def _mark_of(path: Path) -> Path:
    return path.with_name("damaged")

"""The tables of the catalog, and opening them so that a broken file is set aside rather than mourned."""

from __future__ import annotations

import sqlite3
from pathlib import Path

VERSION = 2
"""Raise it when a table changes: an older catalog is made again."""

_TABLES = """
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    digest TEXT NOT NULL, signals TEXT NOT NULL, faults TEXT NOT NULL, roster TEXT NOT NULL
);
CREATE TABLE sections (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files(id) ON DELETE CASCADE,
    line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, kind TEXT NOT NULL, date TEXT, heading TEXT NOT NULL,
    people TEXT NOT NULL, ambiguous TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX sections_file ON sections(file);
CREATE TABLE mentions (person TEXT NOT NULL, section INTEGER NOT NULL REFERENCES sections(id) ON DELETE CASCADE,
    PRIMARY KEY (person, section)) WITHOUT ROWID;
CREATE INDEX mentions_section ON mentions(section);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL, section INTEGER NOT NULL REFERENCES sections(id) ON DELETE CASCADE,
    line_start INTEGER NOT NULL, line_end INTEGER NOT NULL, text TEXT NOT NULL, is_embedded INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX passages_section ON passages(section);
CREATE INDEX passages_waiting ON passages(is_embedded) WHERE is_embedded = 0;
CREATE INDEX passages_key ON passages(key);
CREATE TABLE gone (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='passages', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE TRIGGER words_in AFTER INSERT ON passages BEGIN
    INSERT INTO words(rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER words_out AFTER DELETE ON passages BEGIN
    INSERT INTO words(words, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT OR IGNORE INTO gone(key) SELECT old.key WHERE old.is_embedded;
END;
"""


def open_tables(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a sound catalog; the flag says that one was there and had to be begun anew."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.parent.chmod(0o700)
    is_there = path.exists()
    try:
        connection = _connect(path)
        if connection.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            connection.execute("SELECT 1 FROM files LIMIT 1").fetchone()
            connection.execute("SELECT 1 FROM words LIMIT 1").fetchone()
            return connection, False
        connection.close()
    except sqlite3.DatabaseError:
        pass
    for old in path.parent.glob(path.name + "*"):
        old.unlink(missing_ok=True)
    connection = _connect(path)
    connection.executescript(_TABLES)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.commit()
    path.chmod(0o600)
    return connection, is_there


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -32000")
    return connection

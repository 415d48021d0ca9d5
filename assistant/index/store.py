"""The vector store: the one place that opens Chroma. Nothing of Chroma's leaves this module."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.index.held import HeldVectors
from assistant.index.waiting import Entry, Stored
from assistant.models import PersonId

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

_COLLECTION = "passages"
_BATCH = 2_000
_PAGE = 5_000
_HELD = 4
"""So many people's vectors are held in memory at a time."""
_MOST_HELD = 50_000
"""So many vectors at the most are held of the whole folder: 77 MB."""
_PATIENCE = 0.1
"""Seconds of queries about one person, or about all, after which it pays to hold the vectors in memory."""


class StoreBrokenError(Exception):
    """The store cannot be read; it has to be made again."""


class VectorStore:
    """The vectors of one folder, by passage key. Distances are cosine; safe to share between threads.

    A client sees the state in which it was opened, so the store is opened again whenever the caller's books say that
    somebody wrote since.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._guard = threading.RLock()
        self._client: Any = None
        self._rows: Any = None
        self._generation = -1
        self._held: dict[PersonId | None, HeldVectors] = {}
        self._spent: dict[PersonId | None, float] = {}
        self._coming: tuple[list[str], list[Vectors]] = ([], [])
        """Of the whole folder, what was fetched so far."""

    def at(self, generation: int, *, create: bool = False) -> VectorStore:
        """The store as of a generation. Raises StoreBrokenError where it cannot be read or is not there."""
        with self._guard:
            if not create and not has_store(self._folder):
                self.close()
                raise StoreBrokenError("there is none")
            if not self.is_at(generation):
                self.close()
                self._open(create=create)
                self._generation = generation
            return self

    def is_at(self, generation: int) -> bool:
        """Whether it is open and nobody wrote since."""
        return self._client is not None and generation == self._generation

    def moved_to(self, generation: int) -> None:
        """This store's own writes count as seen."""
        with self._guard:
            self._generation = generation

    def count(self) -> int:
        """How many vectors there are."""
        return int(self._ask("count"))

    def entries(self) -> Iterator[Stored]:
        """What is stored, without the vectors."""
        for start in range(0, self.count(), _PAGE):
            page = self._ask("get", limit=_PAGE, offset=start, include=["metadatas"])
            for key, row in zip(page["ids"], page["metadatas"], strict=True):
                told = row or {}  # somebody else's hand may have put it there
                yield Stored(key, str(told.get("content", "")), str(told.get("face", "")))

    def vectors(self, keys: Sequence[str]) -> dict[str, Vectors]:
        """The vectors of some keys; what is not there is left out."""
        import numpy as np

        found: dict[str, Vectors] = {}
        for part in _parts(keys):
            page = self._ask("get", ids=part, include=["embeddings"])
            for key, vector in zip(page["ids"], page["embeddings"], strict=True):
                found[key] = np.asarray(vector, dtype=np.float32)
        return found

    def put(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Add or replace vectors and all that is known of them."""
        for start in range(0, len(entries), _BATCH):
            part = entries[start : start + _BATCH]
            keys, metadata = [entry.key for entry in part], [_metadata(entry) for entry in part]
            given = vectors[start : start + _BATCH]
            if stored := [entry.key for entry in part if entry.is_stored]:
                self._ask("delete", ids=stored)  # an upsert merges: a date that it no longer has would stay
            self._ask("upsert", ids=keys, embeddings=given, metadatas=metadata)
        with self._guard:
            self._coming = ([], [])
            for whose, held in self._held.items():
                rows = [row for row, entry in enumerate(entries) if whose is None or whose in entry.people]
                if rows:
                    held.put([entries[row].key for row in rows], vectors[rows])

    def drop(self, keys: Sequence[str]) -> None:
        """Take vectors out; keys that are not there are passed over."""
        for part in _parts(keys):
            self._ask("delete", ids=part)
        with self._guard:
            self._coming = ([], [])
            for held in self._held.values():
                held.drop(keys)

    def nearest(self, vector: Vectors, person: PersonId | None, limit: int) -> list[tuple[str, float]]:
        """Keys and cosine similarities of the nearest passages, of one person or of all."""
        with self._guard:
            if person not in self._held and self._spent.get(person, 0.0) > _PATIENCE:
                self._hold(person)
            if person in self._held:
                return self._held[person].nearest(vector, limit)
            started = time.perf_counter()
            found = self._query(vector, {_key_of(person): True} if person else None, limit)
            self._spent[person] = self._spent.get(person, 0.0) + time.perf_counter() - started
            return found

    def likeness(self, vector: Vectors, person: PersonId | None, keys: Sequence[str]) -> list[tuple[str, float]]:
        """Cosine similarity of each of some passages, in no particular order; what is not there is left out.

        `person` says whose they are likely to be: what is held in memory need not be fetched.
        """
        with self._guard:
            held = self._held.get(None) or self._held.get(person)
            found = held.likeness(vector, keys) if held else []
        known = {key for key, _ in found}
        if rest := [key for key in keys if key not in known]:
            found += [(key, float(vector @ other)) for key, other in self.vectors(rest).items()]
        return found

    def close(self) -> None:
        """Let go of the folder."""
        with self._guard:
            client, self._client, self._rows, self._generation = self._client, None, None, -1
            self._held.clear()
            self._spent.clear()
            self._coming = ([], [])
            if client is not None:
                client.close()

    def _open(self, *, create: bool) -> None:
        silence_vendors()
        import chromadb
        from chromadb.api.shared_system_client import SharedSystemClient
        from chromadb.config import Settings

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = str(self._folder)
        try:
            self._client = chromadb.PersistentClient(
                path=path, settings=Settings(anonymized_telemetry=False, allow_reset=False)
            )
        except Exception as fault:
            # A client that failed to start stays in Chroma's table of open ones and would be handed out again.
            SharedSystemClient._identifier_to_system.pop(path, None)
            SharedSystemClient._identifier_to_refcount.pop(path, None)
            raise StoreBrokenError(str(fault)) from fault
        try:
            self._rows = self._collection(create=create)
            space = (self._rows.configuration_json.get("hnsw") or {}).get("space")
        except Exception as fault:
            self.close()
            raise StoreBrokenError(str(fault)) from fault
        if space != "cosine":
            self.close()
            raise StoreBrokenError("another distance")

    def _collection(self, *, create: bool) -> Any:
        if not create:
            return self._client.get_collection(_COLLECTION, embedding_function=None)
        return self._client.get_or_create_collection(
            _COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine", "ef_search": 400}}
        )

    def _ask(self, what: str, **arguments: Any) -> Any:
        """Call a method of the collection."""
        with self._guard:
            try:
                return getattr(self._rows, what)(**arguments)
            except Exception as fault:
                raise StoreBrokenError(str(fault)) from fault

    def ask_bare(self, vector: Vectors, person: PersonId | None, limit: int) -> list[tuple[str, float]]:
        """Chroma's own query for what a search tells, where each passage stands included; nothing held in memory: the floor of the benchmark."""
        return self._query(vector, {_key_of(person): True} if person else None, limit, ("distances", "metadatas"))

    def _query(
        self, vector: Vectors, where: dict[str, bool] | None, limit: int, include: Sequence[str] = ("distances",)
    ) -> list[tuple[str, float]]:
        found = self._ask(
            "query", query_embeddings=vector.reshape(1, -1), n_results=limit, where=where, include=list(include)
        )
        return [(key, 1.0 - far) for key, far in zip(found["ids"][0], found["distances"][0], strict=True)]

    def _hold(self, person: PersonId | None) -> None:
        """Take a person's vectors into memory; of the whole folder one more page, so that no search waits for all."""
        import numpy as np

        if person is None:
            keys, pages = self._coming
            if not keys and self.count() > _MOST_HELD:
                self._spent[None] = -np.inf
                return
            page = self._ask("get", limit=_BATCH, offset=len(keys), include=["embeddings"])
            if page["ids"]:
                keys += page["ids"]
                pages.append(np.asarray(page["embeddings"], dtype=np.float32))
            if len(page["ids"]) == _BATCH:
                return
            self._coming = ([], [])
            held = HeldVectors(keys, np.concatenate(pages))
        else:
            page = self._ask("get", where={_key_of(person): True}, include=["embeddings"])
            people = [whose for whose in self._held if whose is not None]
            if len(people) >= _HELD:
                del self._held[people[0]]
            held = HeldVectors(page["ids"], np.asarray(page["embeddings"], dtype=np.float32))
        self._held[person] = held


_STORES: dict[Path, VectorStore] = {}
_OPENING = threading.Lock()


def open_store(folder: Path) -> VectorStore:
    """The one store of a folder in this process; nothing is read before `at`."""
    with _OPENING:
        return _STORES.setdefault(folder, VectorStore(folder))


def has_store(folder: Path) -> bool:
    """Whether a vector store lies there that looks like one; cheap, so that nothing heavy is imported for it."""
    try:
        with (folder / "chroma.sqlite3").open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def remove_store(folder: Path) -> None:
    """Move a store out of the way and delete it; everything in it can be made again."""
    open_store(folder).close()
    if folder.exists():
        aside = folder.with_name(f"broken-{folder.name}")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


_TRACERS = ("LANGCHAIN_", "LANGSMITH_", "CHROMA_OTEL_", "CHROMA_PRODUCT_TELEMETRY", "OTEL_")


def silence_vendors() -> None:
    """Telemetry and tracing off, whatever the environment says: what would name a tracer or its address is forgotten."""
    for name in [name for name in os.environ if name.startswith(_TRACERS)]:
        del os.environ[name]
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    os.environ["CHROMA_TELEMETRY_ENABLED"] = "False"
    for name in ("LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING"):
        os.environ[name] = "false"


def _parts(keys: Sequence[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _BATCH):
        yield list(keys[start : start + _BATCH])


def _key_of(person: PersonId) -> str:
    return f"p:{person}"


def _metadata(entry: Entry) -> dict[str, str | int | bool]:
    row: dict[str, str | int | bool] = {
        "path": entry.path,
        "line_start": entry.line_start,
        "line_end": entry.line_end,
        "kind": entry.kind,
        "content": entry.content,
        "face": entry.face,
    }
    if entry.date:
        row["date"] = entry.date.year * 10_000 + entry.date.month * 100 + entry.date.day
    for person in entry.people:
        row[_key_of(person)] = True
    return row

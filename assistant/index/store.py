"""The vector store: the one place that opens Chroma. Nothing of Chroma's leaves this module."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.models import Passage, PersonId

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

_COLLECTION = "passages"
_BATCH = 2_000


class StoreBrokenError(Exception):
    """The store cannot be read; it has to be made again."""


class VectorStore:
    """Vectors by passage key, filtered by person before they are ranked. Distances are cosine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        silence_vendors()
        import chromadb
        from chromadb.config import Settings

        had_rows = (folder / "chroma.sqlite3").is_file()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings = Settings(anonymized_telemetry=False, allow_reset=False)
        try:
            self._client: Any = chromadb.PersistentClient(path=str(folder), settings=settings)
            self._rows: Any = self._client.get_or_create_collection(
                _COLLECTION,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "ef_search": 400}},
            )
            space = self._rows.configuration_json.get("hnsw", {}).get("space")
            self.count = int(self._rows.count())
        except Exception as fault:
            _forget_clients()
            raise StoreBrokenError(str(fault)) from fault
        if space != "cosine":
            raise StoreBrokenError("another distance")
        self.is_new = not had_rows

    def put(self, passages: Sequence[Passage], named: Sequence[frozenset[PersonId]], vectors: Vectors) -> None:
        """Add or replace vectors; `named` says who is named in each passage's section."""
        for start in range(0, len(passages), _BATCH):
            part = slice(start, start + _BATCH)
            keys = [passage.id for passage in passages[part]]
            rows = [_metadata(p, names) for p, names in zip(passages[part], named[part], strict=True)]
            try:
                self._rows.delete(ids=keys)
                self._rows.add(ids=keys, embeddings=vectors[part], metadatas=rows)
            except Exception as fault:
                raise StoreBrokenError(str(fault)) from fault

    def drop(self, keys: Sequence[str]) -> None:
        """Take vectors out; keys that are not there are passed over."""
        for start in range(0, len(keys), _BATCH):
            try:
                self._rows.delete(ids=list(keys[start : start + _BATCH]))
            except Exception as fault:
                raise StoreBrokenError(str(fault)) from fault

    def nearest(self, vector: Vectors, person: PersonId | None, limit: int) -> list[tuple[str, float]]:
        """Keys and cosine similarities of the nearest passages, of one person or of all."""
        where = {f"p:{person}": True} if person else None
        try:
            found = self._rows.query(
                query_embeddings=vector.reshape(1, -1), n_results=limit, where=where, include=["distances"]
            )
        except Exception as fault:
            raise StoreBrokenError(str(fault)) from fault
        return [(k, 1.0 - d) for k, d in zip(found["ids"][0], found["distances"][0], strict=True)]

    def close(self) -> None:
        """Close every client of this folder: a reader must open again to see what was written."""
        self._client.close()


def open_store(folder: Path) -> VectorStore:
    """The store in a folder. Raises StoreBrokenError when it cannot be read."""
    return VectorStore(folder)


def remove_store(folder: Path) -> None:
    """Move a store out of the way and delete it; everything in it can be made again."""
    if folder.exists():
        aside = folder.with_name(f"{folder.name}.broken")
        shutil.rmtree(aside, ignore_errors=True)
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)


def silence_vendors() -> None:
    """Telemetry and tracing off, whatever the environment says."""
    os.environ["ANONYMIZED_TELEMETRY"] = "False"
    os.environ["CHROMA_TELEMETRY_ENABLED"] = "False"
    for name in ("LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING"):
        os.environ[name] = "false"


def _forget_clients() -> None:
    """Chroma keeps a client a folder for the whole process, a broken one too: the next opening must begin anew."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _metadata(passage: Passage, named: frozenset[PersonId]) -> dict[str, str | int | bool]:
    row: dict[str, str | int | bool] = {
        "path": passage.path,
        "line_start": passage.line_start,
        "line_end": passage.line_end,
        "kind": passage.kind.value,
    }
    if passage.date:
        row["date"] = passage.date.year * 10_000 + passage.date.month * 100 + passage.date.day
    for person in named:
        row[f"p:{person}"] = True
    return row

"""Gives waiting passages their vectors: batch by batch, resumable, one writer at a time."""

from __future__ import annotations

import shutil

from filelock import Timeout

from assistant.errors import IndexBusyError
from assistant.events import Embedded, Noticed, OnEvent, ignore_events
from assistant.index.catalog import Catalog
from assistant.index.store import StoreBrokenError, VectorStore, open_store, remove_store
from assistant.models import PersonId
from assistant.vault.vault import Vault

STEP = 256
"""So many passages are embedded between two commits: what is lost when the process dies."""


def embed_passages(
    vault: Vault, catalog: Catalog, person: PersonId | None = None, on_event: OnEvent = ignore_events
) -> int:
    """Embed what waits, of one person or of all; gives how many passages were embedded.

    A store that is gone or broken is made again with a notice. Raises IndexBusyError when another process writes for a minute.
    """
    if has_store(vault) and catalog.embedded_count(person) == catalog.passage_count(person) and not catalog.gone_keys():
        return 0
    try:
        with catalog.lock:
            return _embed(vault, catalog, person, on_event)
    except Timeout:
        raise IndexBusyError("Another showme is writing this index.", "Wait for it to finish and try again.") from None


def has_store(vault: Vault) -> bool:
    """Whether a vector store lies there that looks like one; cheap, so that nothing heavy is imported for it."""
    try:
        with (vault.state / "index" / "chroma" / "chroma.sqlite3").open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False


def remove_index(vault: Vault) -> None:
    """Delete catalog and vectors: everything in them is made from the notes."""
    shutil.rmtree(vault.state / "index", ignore_errors=True)


def open_sound_store(vault: Vault, catalog: Catalog, on_event: OnEvent = ignore_events) -> VectorStore:
    """The store of a vault; one that is broken or emptied is begun anew and every passage waits again."""
    folder = vault.state / "index" / "chroma"
    try:
        store = open_store(folder)
        if store.count >= catalog.embedded_count() * 0.5:
            return store
        store.close()
    except StoreBrokenError:
        pass
    if catalog.embedded_count():
        on_event(
            Noticed(text="The vectors of the index could not be used and are made anew; your notes are untouched.")
        )
    remove_store(folder)
    catalog.forget_vectors()
    return open_store(folder)


def _embed(vault: Vault, catalog: Catalog, person: PersonId | None, on_event: OnEvent) -> int:
    store = open_sound_store(vault, catalog, on_event)
    try:
        gone = catalog.gone_keys()
        store.drop(gone)
        catalog.clear_gone()
        total = catalog.passage_count(person) - catalog.embedded_count(person)
        done = 0
        while count := _embed_step(catalog, store, person):
            done += count
            on_event(Embedded(done=done, total=max(total, done)))
        return done
    finally:
        store.close()


def embed_batch(vault: Vault, catalog: Catalog, count: int = STEP) -> int:
    """Embed so many of the passages that wait; gives how many there were.

    Raises IndexBusyError when another process writes for a minute.
    """
    if has_store(vault) and catalog.embedded_count() >= catalog.passage_count():
        return 0
    try:
        catalog.lock.acquire()
    except Timeout:
        raise IndexBusyError("Another showme is writing this index.", "Wait for it to finish and try again.") from None
    try:
        store = open_sound_store(vault, catalog)
        try:
            return _embed_step(catalog, store, None, count)
        finally:
            store.close()
    finally:
        catalog.lock.release()


def _embed_step(catalog: Catalog, store: VectorStore, person: PersonId | None, limit: int = STEP) -> int:
    from assistant.index.embedding import embed_texts

    waiting = catalog.waiting(person, limit)
    if waiting:
        rows = [row for row, _ in waiting]
        passages = [passage for _, passage in waiting]
        store.put(passages, catalog.named_in(rows), embed_texts([passage.text for passage in passages]))
        catalog.mark_embedded(rows)
    return len(waiting)

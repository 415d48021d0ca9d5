"""Gives waiting passages their vectors: batch by batch, resumable, one writer at a time."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ShowMeError
from assistant.events import Embedded, Noticed, OnEvent, ignore_events
from assistant.index.catalog import Catalog
from assistant.index.store import StoreBrokenError, VectorStore, has_store, open_store, remove_store
from assistant.index.waiting import Entry
from assistant.models import PersonId
from assistant.vault.vault import Vault

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

STEP = 256
"""So many passages are embedded while the lock is held: what is lost when the process dies, and how long another one
waits for its turn."""
_TURN = 0.03
"""Seconds between two steps, so that whoever waits for the lock gets it."""
_FRESH_STARTS = 2


def embed_passages(
    vault: Vault, catalog: Catalog, person: PersonId | None = None, on_event: OnEvent = ignore_events
) -> int:
    """Give what waits its vectors, of one person or of all; gives how many passages got one.

    A store that is gone or broken is made again with a notice. Raises IndexBusyError when another process writes for a
    minute.
    """
    if not has_work(vault, catalog, person):
        return 0
    total = catalog.waiting.count_waiting(person)
    done = 0
    on_event(Embedded(done=0, total=total))
    while True:
        stored, was_begun_anew = _turn(vault, catalog, person, STEP, on_event)
        if was_begun_anew:
            total = done + stored + catalog.waiting.count_waiting(person)
        if not stored:
            return done
        done += stored
        on_event(Embedded(done=done, total=max(total, done)))
        if stored < STEP and not has_work(vault, catalog, person):
            return done
        time.sleep(_TURN)


def embed_batch(vault: Vault, catalog: Catalog, count: int = STEP) -> int:
    """Give so many of the passages that wait their vectors; gives how many there were.

    Raises IndexBusyError when another process writes for a minute.
    """
    if not has_work(vault, catalog):
        return 0
    return _turn(vault, catalog, None, count, ignore_events)[0]


def has_work(vault: Vault, catalog: Catalog, person: PersonId | None = None) -> bool:
    """Whether anything waits for its vector or has to leave the store; imports nothing heavy."""
    books = catalog.waiting
    is_sound = (has_store(store_folder(vault)) or not books.has_stored()) and not books.is_broken()
    return not is_sound or books.has_any(person) or books.has_gone()


def store_folder(vault: Vault) -> Path:
    """Where the vectors of a vault lie."""
    return vault.state / "index" / "chroma"


def remove_index(vault: Vault) -> None:
    """Delete catalog and vectors: everything in them is made from the notes."""
    remove_store(store_folder(vault))
    shutil.rmtree(vault.state / "index", ignore_errors=True)


def _turn(vault: Vault, catalog: Catalog, person: PersonId | None, count: int, on_event: OnEvent) -> tuple[int, bool]:
    """One turn at the lock: how many passages got their vectors, and whether the store had to be begun anew."""
    folder = store_folder(vault)
    with catalog.writing():
        for attempt in range(_FRESH_STARTS + 1):
            try:
                return _step(folder, catalog, person, count), attempt > 0
            except StoreBrokenError as fault:
                reason = fault
                _begin_anew(folder, catalog, on_event)
    raise ShowMeError(
        f"The vectors of the index cannot be written ({reason}).",
        f"See that {folder.parent} can be written and that there is room on the disk.",
    )


def _step(folder: Path, catalog: Catalog, person: PersonId | None, count: int) -> int:
    store = _sound_store(folder, catalog)
    books = catalog.waiting
    waiting = books.next(person, count)
    if waiting:
        store.put(waiting, _vectors(waiting, store, books.sources(entry.content for entry in waiting)))
        books.mark_stored(waiting)
    elif gone := books.gone():
        store.drop(gone)
        books.mark_dropped(gone)
    store.moved_to(books.generation())
    return len(waiting)


def _sound_store(folder: Path, catalog: Catalog) -> VectorStore:
    """The store, with the books true to it. Raises StoreBrokenError when it has to be made again."""
    books = catalog.waiting
    if books.is_broken():
        raise StoreBrokenError("a reader could not use it")
    store = open_store(folder)
    is_known = store.is_at(books.generation())
    store.at(books.generation(), create=not books.has_stored())
    if not is_known and (count := store.count()) != books.stored_count():
        if not count:
            raise StoreBrokenError("it was emptied")
        books.adopt(store.entries())
    return store


def _vectors(waiting: Sequence[Entry], store: VectorStore, sources: dict[str, str]) -> Vectors:
    """A vector for each passage; the same words are not embedded twice."""
    import numpy as np

    known = store.vectors(list(sources.values())) if sources else {}
    by_content = {content: known[key] for content, key in sources.items() if key in known}
    fresh = {entry.content: entry.text for entry in waiting if entry.content not in by_content}
    if fresh:
        from assistant.index.embedding import embed_texts

        by_content |= dict(zip(fresh, embed_texts(list(fresh.values())), strict=True))
    return np.stack([by_content[entry.content] for entry in waiting])


def _begin_anew(folder: Path, catalog: Catalog, on_event: OnEvent) -> None:
    if catalog.waiting.has_stored():
        text = "The vectors of the index could not be used and are made anew; your notes are untouched."
        on_event(Noticed(text=text))
    remove_store(folder)
    catalog.waiting.adopt([])
    catalog.waiting.mark_broken(is_broken=False)

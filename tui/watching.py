"""Sees when somebody else changes the notes while the app is open."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.vault.vault import FileStat

_LOOKS_EVERY, _STEPS = 1.5, 15
"""Seconds between two looks whether somebody else has changed the notes."""


class FolderWatch:
    """Compares sizes and times of the files with what the app last saw or wrote."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: frozenset[FileStat] = frozenset()
        self._looking = threading.Lock()

    def run(self, on_change: Callable[[], object], is_cancelled: Callable[[], bool]) -> None:
        """Look now and then until it is cancelled; call it from a thread worker alone."""
        with self._looking:
            self._known = self._look()
        while not is_cancelled():
            for _ in range(_STEPS):
                time.sleep(_LOOKS_EVERY / _STEPS)
                if is_cancelled():
                    return
            with self._looking:
                before, self._known = self._known, self._look()
                is_changed = before != self._known
            if is_changed:
                on_change()

    @contextmanager
    def own_writes(self) -> Iterator[None]:
        """What is written meanwhile is no news."""
        with self._looking:
            yield
            self._known = self._look()

    def _look(self) -> frozenset[FileStat]:
        from assistant.vault.vault import open_vault

        return frozenset(open_vault(self._root).walk())

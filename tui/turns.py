"""Who has the workspace: one at a time, and what the manager waits for goes before what runs by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock with two doors. Work in the background takes the second one, in steps of a second at the most."""

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._is_taken = False
        self._waiting = 0

    @contextmanager
    def now(self) -> Iterator[None]:
        """Somebody waits for this."""
        with self._change:
            self._waiting += 1
            self._change.wait_for(lambda: not self._is_taken)
            self._waiting -= 1
            self._is_taken = True
        with self._held():
            yield

    @contextmanager
    def when_idle(self) -> Iterator[None]:
        """This can wait until nobody else does."""
        with self._change:
            self._change.wait_for(lambda: not self._is_taken and not self._waiting)
            self._is_taken = True
        with self._held():
            yield

    @contextmanager
    def _held(self) -> Iterator[None]:
        try:
            yield
        finally:
            with self._change:
                self._is_taken = False
                self._change.notify_all()

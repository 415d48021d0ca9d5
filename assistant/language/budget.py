"""The time that one piece of work may wait for its model."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

IsStopped = Callable[[], bool]
LOOK = 0.1
"""Seconds between two looks at whether time is up."""


class Budget:
    """How long may be waited, and whether it was told to stop. Its clock stands until the model is open."""

    def __init__(self, seconds: float, is_stopped: IsStopped | None = None) -> None:
        self._seconds = seconds
        self._begun: float | None = None
        self._stopped = threading.Event()
        self._is_stopped = is_stopped or _never

    def begin(self) -> None:
        """Start the clock, unless it runs already."""
        if self._begun is None:
            self._begun = time.monotonic()

    @property
    def left(self) -> float:
        """Seconds that are left, 0 at the end or when stopped."""
        is_over = self._stopped.is_set() or self._is_stopped()
        return 0.0 if is_over else max(0.0, self._seconds - self.spent)

    @property
    def was_stopped(self) -> bool:
        """Whether somebody who waits for it has had enough."""
        return self._is_stopped()

    @property
    def spent(self) -> float:
        """Seconds since it began."""
        return 0.0 if self._begun is None else time.monotonic() - self._begun

    def stop(self) -> None:
        """End it now: calls under way are given up."""
        self._stopped.set()

    def sleep(self, seconds: float) -> None:
        """Wait, unless it is stopped meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.left > 0:
            self._stopped.wait(min(LOOK, max(0.0, end - time.monotonic())))


def _never() -> bool:
    return False

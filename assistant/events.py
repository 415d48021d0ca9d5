"""What long work says while it runs: a closed union of small frozen values.

The command line prints them on stderr, the Textual app turns them into messages; both read one stream.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.models import Brief, Value


class Scanned(Value):
    """The folder was looked over."""

    notes: int
    changed: int
    removed: int = 0


class Embedded(Value):
    """Some passages of the index got their vectors."""

    done: int
    total: int


class Noticed(Value):
    """Something the manager should know; one sentence."""

    text: str


class Finished(Value):
    """The brief is ready."""

    brief: Brief


Event = Scanned | Embedded | Noticed | Finished
OnEvent = Callable[[Event], None]


def ignore_events(event: Event) -> None:
    """The listener of a caller who does not care."""
    del event

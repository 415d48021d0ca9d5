"""What long work says while it runs: a closed union of small frozen values.

The command line prints them on stderr, the Textual app turns them into messages; both read one stream.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from assistant.models import Brief, Question, ShowMe, Value


class Scanned(Value):
    """The folder was looked over."""

    notes: int
    changed: int
    removed: int = 0


class Listed(Value):
    """Some of the files that changed went into the catalog."""

    done: int
    total: int


class Read(Value):
    """Some notes were read for what they hold."""

    done: int
    total: int


class Embedded(Value):
    """Some passages of the index got their vectors."""

    done: int
    total: int


class Downloaded(Value):
    """Bytes of a model that was asked for have come."""

    done: int
    total: int


class Noticed(Value):
    """Something the manager should know; one sentence."""

    text: str


class Drafted(Value):
    """The offline brief stands; a model goes on to tailor its items."""

    brief: Brief


class Tailored(Value):
    """One item went through the model: in its words now, or standing as it was."""

    part: Literal["questions", "show_me"]
    place: int
    """Where it stands in its part, from 0."""
    item: Question | ShowMe
    is_new: bool
    """False where the offline item stands."""
    done: int
    total: int


class Finished(Value):
    """The brief is ready."""

    brief: Brief


Event = Scanned | Listed | Read | Embedded | Downloaded | Noticed | Drafted | Tailored | Finished
OnEvent = Callable[[Event], None]


def ignore_events(event: Event) -> None:
    """The listener of a caller who does not care."""
    del event

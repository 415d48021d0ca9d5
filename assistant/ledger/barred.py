"""What the manager said of promises and claims that the notes have to heed: which lines say nothing, what is over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from typing import Literal, NamedTuple

from assistant.ledger.decisions import Decision, since
from assistant.ledger.ids import word_id, word_target
from assistant.models import Evidence


class Barred(NamedTuple):
    """What he refused line by line, up to which day he opened something again, and from when on it is over."""

    refused: Mapping[str, frozenset[str]] = {}
    """Ids of words, by the id of the promise or claim without its letter."""
    opened: Mapping[str, Date] = {}
    """By the id of the promise or claim."""

    ends: Mapping[str, Sequence[Decision]] = {}
    """His words that end it or open it again, oldest first, by the id of the promise or claim."""

    def ended(self, item_id: str, first: Date, day: Date) -> Literal["done", "dropped"] | None:
        """How he had ended a promise before a day; None where it was open to him. `first` is the day it was given."""
        said = [word.verb for word in since(first, self.ends.get(item_id, ())) if word.on < day]
        last = said[-1] if said else "open"
        return last if last == "done" or last == "dropped" else None

    def is_refused(self, item_id: str, line: Evidence) -> bool:
        """Whether the line says nothing of it at all."""
        words = self.refused.get(item_id[2:])
        return words is not None and word_id(item_id, line) in words

    def settles_nothing(self, item_id: str, line: Evidence) -> bool:
        """Whether the line leaves it as open as it was: refused, or from before it was opened again."""
        opened = self.opened.get(item_id)
        is_before = opened is not None and line.day <= opened
        return is_before or self.is_refused(item_id, line)


def barred_by(decisions: Mapping[str, Sequence[Decision]]) -> Barred:
    """What the decisions rule out; of several about one id the last counts."""
    refused: dict[str, frozenset[str]] = {}
    for name, words in decisions.items():
        if name.startswith("w-") and words[-1].verb == "refused":
            about = word_target(name)
            refused[about] = refused.get(about, frozenset()) | {name}
    return Barred(
        refused=refused,
        opened={
            name: max(word.on for word in words if word.verb == "open")
            for name, words in decisions.items()
            if any(word.verb == "open" for word in words)
        },
        ends={
            name: ends
            for name, words in decisions.items()
            if (ends := [word for word in words if word.verb in ("done", "dropped", "open")])
        },
    )

"""Which lines say nothing of which promise or claim, because the manager said so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date
from typing import NamedTuple

from assistant.ledger.decisions import Decision
from assistant.ledger.ids import word_id
from assistant.models import Evidence


class Barred(NamedTuple):
    """What he refused line by line, and up to which day he opened something again."""

    refused: Mapping[str, frozenset[str]] = {}
    """Ids of words, by the id of the promise or claim without its letter."""
    opened: Mapping[str, Date] = {}
    """By the id of the promise or claim."""

    def is_refused(self, item_id: str, line: Evidence) -> bool:
        """Whether the line says nothing of it at all."""
        words = self.refused.get(item_id[2:])
        return words is not None and word_id(item_id, line) in words

    def settles_nothing(self, item_id: str, line: Evidence) -> bool:
        """Whether the line leaves it as open as it was: refused, or from before it was opened again."""
        opened = self.opened.get(item_id)
        is_before = opened is not None and (line.date or Date.min) <= opened
        return is_before or self.is_refused(item_id, line)


def barred_by(decisions: Mapping[str, Sequence[Decision]]) -> Barred:
    """What the decisions rule out; of several about one id the last counts."""
    refused: dict[str, frozenset[str]] = {}
    for name, words in decisions.items():
        if name.startswith("w-") and words[-1].verb == "refused":
            about = name.split("-")[1]
            refused[about] = refused.get(about, frozenset()) | {name}
    return Barred(
        refused=refused,
        opened={
            name: max(word.on for word in words if word.verb == "open")
            for name, words in decisions.items()
            if any(word.verb == "open" for word in words)
        },
    )

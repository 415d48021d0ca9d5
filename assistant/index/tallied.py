"""The tally of what all notes say about who people are, kept beside them so that one changed note costs that note."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable

from assistant.index.schema import Tables
from assistant.vault.signals import Signals
from assistant.vault.tally import Sign, Tally, signs_of

_STATE = "signs"
"""The fact that names the state of the table: it changes with every write."""
_COUNT = (
    "INSERT INTO signs (kind, first, second, count) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (kind, first, second) DO UPDATE SET count = count + excluded.count"
)
_FORGET = "DELETE FROM signs WHERE kind = ? AND first = ? AND second = ? AND count <= 0"


class Tallied:
    """The tally of one catalog. What was read of it once is kept in step with what this process writes."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._held: tuple[str, Counter[Sign]] | None = None

    def whole(self) -> Tally:
        """What all notes that were put in say together."""
        now = self._tables.fact(_STATE) or ""
        if self._held is None or self._held[0] != now:
            rows = self._tables.rows("SELECT kind, first, second, count FROM signs")
            self._held = now, Counter({(kind, first, second): count for kind, first, second, count in rows})
        return Tally(self._held[1])

    def change(self, gone: Iterable[str], come: Iterable[str]) -> None:
        """Take some notes' signals out and put others in, each as JSON, in the transaction that writes those notes."""
        change: Counter[Sign] = Counter()
        for signals in come:
            change.update(signs_of(Signals.model_validate_json(signals)))
        for signals in gone:
            change.subtract(signs_of(Signals.model_validate_json(signals)))
        changed = {sign: count for sign, count in change.items() if count}
        if not changed:
            return
        self._tables.run_many(_COUNT, [(*sign, count) for sign, count in changed.items()])
        self._tables.run_many(_FORGET, [sign for sign, count in changed.items() if count < 0])
        before, after = self._tables.fact(_STATE) or "", uuid.uuid4().hex
        self._tables.set_fact(_STATE, after)
        if self._held is not None and self._held[0] == before:
            counts = self._held[1]
            counts.update(changed)
            for sign in [sign for sign in changed if counts[sign] <= 0]:
                del counts[sign]
            self._held = after, counts

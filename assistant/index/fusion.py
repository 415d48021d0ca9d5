"""How meaning, words and age make one score, and which passages say the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as Date

DENSE_WEIGHT = 0.9
"""Share of meaning against words; chosen on one half of a public set of meetings, see docs/benchmarks.md."""
_RECENCY = 0.08
"""How much of the score age can cost at the most: enough to break ties, too little to hide the old."""
_HALF_LIFE_DAYS = 120
_SAME = 0.9
"""Two passages that share this much of their different words say the same."""
_WORD = re.compile(r"\w+")


def fuse(
    dense: Mapping[int, float], words: Mapping[int, float], dense_weight: float = DENSE_WEIGHT
) -> dict[int, tuple[float, float, float]]:
    """Fused, dense and lexical score, each 0 to 1, of everything that either search found.

    Where there is no dense score at all, words alone decide.
    """
    share = dense_weight if dense else 0.0
    near = {row: min(1.0, max(0.0, score)) for row, score in dense.items()}
    best = max(words.values(), default=0.0)
    told = {row: max(0.0, score) / best for row, score in words.items()} if best > 0 else {}
    return {
        row: (share * near.get(row, 0.0) + (1 - share) * told.get(row, 0.0), near.get(row, 0.0), told.get(row, 0.0))
        for row in near.keys() | told.keys()
    }


def freshness(day: Date | None, today: Date | None) -> float:
    """What a score is multiplied with for its age; where a date is missing, the middle."""
    if today is None or day is None:
        return 1.0 - _RECENCY / 2
    age = max(0, (today - day).days)
    return float(1.0 - _RECENCY * (1.0 - 0.5 ** (age / _HALF_LIFE_DAYS)))


class Distinct:
    """Tells what says something that was not said yet."""

    def __init__(self) -> None:
        self._seen: list[frozenset[str]] = []

    def is_new(self, text: str) -> bool:
        """Whether no earlier text had nearly the same words."""
        words = frozenset(_WORD.findall(text.casefold()))
        if any(len(words & other) >= _SAME * max(len(words), len(other), 1) for other in self._seen):
            return False
        self._seen.append(words)
        return True

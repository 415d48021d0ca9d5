"""The small model that decides whether any line answers: a linear score a line, and one for that the notes do not say.

First every line has a score, and silence has one; then what is known of the best line decides whether it is said.
The weights come with the package; benchmarks/train_asking.py makes them from the questions in benchmarks/data.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from assistant.asking.question import Asking

_MANY_TERMS = 8
_LEAST = 1e-6
OF_BEST = (
    "covered", "inside", "covered and holds", "all and beside", "asked and beside", "holds", "beside", "beside asked", "asked covered", "asked inside", "rest covered", "rest inside",
    "names covered", "a name is missing", "a known word is missing", "an unknown word is missing", "unknown", "task", "like", "near", "told",
    "first person", "new", "short", "answers", "leans to answer",
)  # fmt: skip
"""What of the best line's features decides whether it is said."""


class Judge:
    """Weights of what speaks for a line, and of what speaks for silence."""

    def __init__(
        self,
        first: Mapping[str, float],
        line: Mapping[str, float],
        silence: Mapping[str, float],
        said: Mapping[str, float],
        threshold: float,
    ) -> None:
        self._first, self._line, self._silence, self._said = first, line, silence, said
        self._threshold = threshold

    def first_score(self, features: Mapping[str, float]) -> float:
        """How much speaks for a line that was not read for its meaning yet."""
        return _weighed(self._first, features)

    def score(self, features: Mapping[str, float]) -> float:
        """How much speaks for a line; what of two lines counts is the difference."""
        return _weighed(self._line, features)

    def chances(self, asking: Asking, scores: Sequence[float]) -> tuple[list[float], float]:
        """For each line the chance that it answers, and the chance that none does; together 1."""
        silence = _weighed(self._silence, of_question(asking))
        most = max([silence, *scores])
        powers = [math.exp(score - most) for score in scores]
        none = math.exp(silence - most)
        total = sum(powers) + none
        return [power / total for power in powers], none / total

    def is_said(
        self, asking: Asking, seen: Sequence[Mapping[str, float]], chances: Sequence[float], none: float
    ) -> bool:
        """Whether the best line answers; `seen` are the lines' features, `chances` what `chances` gave."""
        told = of_best(asking, seen, chances, none)
        return 1 / (1 + math.exp(-_weighed(self._said, told))) > self._threshold if told else False


def of_best(
    asking: Asking, seen: Sequence[Mapping[str, float]], chances: Sequence[float], none: float
) -> dict[str, float]:
    """What decides whether the best line is said: its lead, how sure silence is, and what is seen of it; empty without lines."""
    if not seen:
        return {}
    order = sorted(range(len(seen)), key=lambda n: -chances[n])
    odds = [math.log(chances[n] / max(none, _LEAST) + _LEAST) for n in order[:2]]
    best = seen[order[0]]
    told = {
        "always": 1.0,
        "odds": odds[0],
        "lead": odds[0] - odds[1] if len(odds) > 1 else -math.log(_LEAST),
        "nearest of all": max(one.get("like", 0.0) for one in seen),
        "answers most": max(one.get("answers", 0.0) for one in seen),
        "words": min(1.0, len(asking.terms) / _MANY_TERMS),
        f"asked {asking.asked}": 1.0,
    }
    return told | {name: best.get(name, 0.0) for name in OF_BEST}


def _weighed(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in values.items())


def of_question(asking: Asking) -> dict[str, float]:
    """What of a question itself speaks for silence."""
    return {"always": 1.0, "words": min(1.0, len(asking.terms) / _MANY_TERMS), asking.asked: 1.0}


@lru_cache(1)
def open_judge() -> Judge:
    """The packaged weights."""
    told = json.loads((files("assistant.asking") / "weights.json").read_text(encoding="utf-8"))
    return Judge(told["first"], told["line"], told["silence"], told["said"], told["threshold"])

"""A small linear model over masked tokens: how likely a line is a promise, a claim, a proof.

The weights come with the package; benchmarks/train_sense.py makes them from the labelled lines in benchmarks/data.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from assistant.reading.shape import shape
from assistant.reading.turns import turns_of

_MOST_TOKENS = 48
_SIGN, _SIGN_COUNTS = "#", 2.0
"""Signs and turns are few among many words: each counts as much as two of those."""
_SUBJECTS = frozenset(("<M>", "<P>", "<T>", "X", "<C>", "they", "we", "it", "who", "you", "there"))


def features(tokens: Sequence[str], signs: Iterable[str]) -> frozenset[str]:
    """What the model sees of a line: its tokens, their neighbours, who stands before what, and the signs around it."""
    return _of_line(tuple(tokens[:_MOST_TOKENS]), tuple(signs))


@lru_cache(64)  # every model asks about the same line
def _of_line(tokens: tuple[str, ...], signs: tuple[str, ...]) -> frozenset[str]:
    return _of_tokens(tokens).union([_SIGN + sign for sign in signs])


@lru_cache(64)  # with the signs of its place, and without
def _of_tokens(tokens: tuple[str, ...]) -> frozenset[str]:
    line = ["^", *map(_stem, tokens), "$"]
    form = ["^", *shape(tokens), "$"]
    seen = set(line)
    seen.update([_SIGN + turn for turn in turns_of(tokens)])
    seen.update(map(" ".join, pairwise(line)))
    for first, second, third in zip(line, line[1:], line[2:], strict=False):
        seen.add(f"{first} {second} {third}")
        seen.add(f"{first} _ {third}")
    for size in (2, 3, 4, 5):
        seen.update(["~" + " ".join(form[here : here + size]) for here in range(len(form) - size + 1)])
    seen.update([f"{place}={token}" for place, token in enumerate(line[1:5], 1)])
    subject = ""
    for token in line[1:-1]:
        if token in _SUBJECTS:
            subject = token
        elif subject:
            seen.add(f"{subject}..{token}")
    subject = ""
    for token in form:
        if token in _SUBJECTS:
            subject = token
        elif subject and token[0] == "V":
            seen.add(f"~{subject}..{token}")
    seen.add(f"length={min(6, len(tokens) // 4)}")
    seen.update(f"no {who}" for who in ("<M>", "<P>") if who not in tokens)
    return frozenset(seen)


def values(seen: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Each feature with what it counts: the less, the more of them a line has."""
    scale = _scale(seen)
    return ((name, scale * _counts(name)) for name in seen)


def _scale(seen: frozenset[str]) -> float:
    return 1 / math.sqrt(len(seen))


def _counts(name: str) -> float:
    return _SIGN_COUNTS if name[0] == _SIGN else 1.0


@lru_cache(8192)
def _stem(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


class Sense:
    """One linear model: for each kind a weight for every feature that tells."""

    def __init__(self, told: Mapping[str, Sequence[float]], start: Sequence[float], kinds: Sequence[str]) -> None:
        self._weights = told
        self._start = start
        self.kinds = tuple(kinds)

    def lean(self, tokens: Sequence[str], signs: Sequence[str]) -> dict[str, float]:
        """For each kind how much the line leans towards it: the logit of its chance."""
        seen = features(tokens, signs)
        told = [(self._weights[name], value) for name, value in values(seen) if name in self._weights]
        sums = [start + sum(value * row[n] for row, value in told) for n, start in enumerate(self._start)]
        return dict(zip(self.kinds, sums, strict=True))


@lru_cache(maxsize=1)
def open_sense() -> Sense:
    """The packaged model."""
    told = json.loads((files("assistant.reading") / "weights" / "lines.json").read_text(encoding="utf-8"))
    return Sense(told["weights"], told["start"], told["kinds"])

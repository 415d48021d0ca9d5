"""How far the words of a text lean to critique: learnt from labelled lines, kept as a list that a person can read (`words.txt`).

A line of that file is a weight and a run of one to three words as they stand together, `^` and `$` the ends of the text, `#` a number, `"` quoted
speech; made by benchmarks/train_lint.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import sqrt

LONGEST = 3
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!.;:,]")


def leaning(said: str, weights: Mapping[str, float] | None = None) -> float:
    """The log odds of critique by the words of a plain text (`shape.plain`): above zero critique, below it coaching."""
    weights = weights or _weights()
    known = [weights[run] for run in set(runs_of(said)) if run in weights]
    return weights["bias"] + sum(known) / sqrt(max(1, len(known)))


def runs_of(said: str) -> Iterator[str]:
    """Every run of up to three neighbouring words and marks."""
    tokens = ["^", *(_named(token) for token in _TOKEN.findall(said)), "$"]
    for length in range(1, LONGEST + 1):
        for start in range(len(tokens) - length + 1):
            yield " ".join(tokens[start : start + length])


def _named(token: str) -> str:
    if token.isdigit():
        return "#"
    return '"' if set(token) == {"q"} else token


@cache
def _weights() -> dict[str, float]:
    lines = (files("assistant.lint") / "words.txt").read_text(encoding="utf-8").splitlines()
    return {run: float(weight) for weight, _, run in (line.partition("\t") for line in lines)}

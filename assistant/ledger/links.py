"""Whether a later line speaks of an earlier one: what the reading model says, weighed with what the two have in common.

The weights are those of a logistic regression over labelled pairs (benchmarks/train_links.py prints them): words in common count most for
proof, what the model says counts most for promises kept.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Mapping, Sequence
from datetime import date as Date
from typing import Literal, NamedTuple, Protocol

from assistant.reading.words import names_in, shared_weight

Task = Literal["promise", "claim"]


class Judge(Protocol):
    """Says of each earlier thing and later line how likely the line speaks of it, and how."""

    def __call__(self, task: Task, pairs: Sequence[tuple[str, str]]) -> Sequence[Mapping[str, float]]: ...


class Side(NamedTuple):
    """One of the two lines."""

    text: str
    words: frozenset[str]
    """Its content words."""
    day: Date
    deal: str | None


class Bond(NamedTuple):
    """What two lines have in common."""

    shared: float
    """The weight of the common words."""
    of_first: float
    """Its share of the weight of the earlier line's words, 0 to 1."""
    of_second: float
    """Its share of the weight of the later line's words, 0 to 1."""
    names: int
    numbers: int
    """Common names and numbers."""
    lacks_number: bool
    """Whether the earlier line has numbers and none of them is in the later one."""
    is_one_note: bool
    is_next: bool
    """Whether the later line stands right below, in the same note."""
    months: float
    """What lies between them, three months at the most."""


PROVED = -1.0
CLOSED = -1.5
"""From these sums on a line shows a claim, or ends a promise: chosen on hands that no model had learnt from."""
_NUMBERS = re.compile(r"\d[\d.,]*")
_MOST_MONTHS = 3.0
_LEAST = 1e-5
_MOST_LEAD = 6.0
ALONE = 3.0
"""What counts as the lead of a pair that has its line alone."""


def bond(first: Side, second: Side, rare: Mapping[str, float], *, is_one_note: bool, lines: int) -> Bond:
    """What an earlier line and a later one have in common; `lines` lie between them where both stand in one note."""
    shared = shared_weight(first.words, second.words, rare)
    numbers, others = set(_NUMBERS.findall(first.text)), set(_NUMBERS.findall(second.text))
    return Bond(
        shared=shared,
        of_first=shared / max(shared_weight(first.words, first.words, rare), 0.1),
        of_second=shared / max(shared_weight(second.words, second.words, rare), 0.1),
        names=len(names_in(first.text) & names_in(second.text)),
        numbers=len(numbers & others),
        lacks_number=bool(numbers) and not numbers & others,
        is_one_note=is_one_note,
        is_next=is_one_note and 0 <= lines <= 2,
        months=min((second.day - first.day).days / 30, _MOST_MONTHS),
    )


def leads(lines: Sequence[Hashable], said: Sequence[float]) -> list[float]:
    """How far each pair is ahead of the best other one with the same later line: a line mostly speaks of one thing.

    `lines` names the later line of each pair, `said` is what the model leans to; a line of one pair alone is `ALONE` ahead.
    """
    by_line: dict[Hashable, list[float]] = {}
    for line, lean in zip(lines, said, strict=True):
        by_line.setdefault(line, []).append(lean)
    found = []
    for line, lean in zip(lines, said, strict=True):
        best = sorted(by_line[line], reverse=True)[:2]
        other = best[1] if len(best) > 1 and lean == best[0] else best[0]
        found.append(ALONE if len(best) == 1 else min(max(lean - other, -_MOST_LEAD), _MOST_LEAD))
    return found


def proof_of(claim: Side, seen: Side, common: Bond, said: float, lead: float) -> float:
    """How much speaks for it that what was seen shows the claim; `said` is what the model leans to."""
    is_one_deal = bool(claim.deal and seen.deal) and is_same_deal(claim.deal or "", seen.deal or "")
    has_deals = bool(claim.deal and seen.deal)
    return (
        -2.40
        + 1.38 * common.shared
        + 0.53 * common.of_first
        + 0.15 * common.of_second
        - 0.05 * is_one_deal
        - 1.02 * (has_deals and not is_one_deal)
        - 0.05 * common.names
        + 0.23 * common.numbers
        - 0.13 * common.lacks_number
        - 0.40 * common.is_one_note
        + 0.35 * common.is_next
        + 0.41 * said
        + 0.53 * lead
    )


def end_of(common: Bond, said: float, lead: float) -> float:
    """How much speaks for it that a line ends a promise; `said` is what the model leans to."""
    return (
        -2.27
        + 1.70 * common.shared
        + 0.79 * common.of_first
        + 0.24 * common.of_second
        - 1.61 * common.is_one_note
        + 0.18 * common.names
        + 0.44 * common.numbers
        - 0.89 * common.months
        + 0.56 * said
        + 0.21 * lead
    )


def is_same_deal(one: str, other: str) -> bool:
    """Whether two ways of naming a deal mean the same: equal, or one holds the words of the other."""
    if one == other:
        return True
    first, second = (set(re.findall(r"[^\W_]{3,}", name.casefold())) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def nearest(scores: Sequence[float], most: int) -> list[int]:
    """The places of the best scores, at most so many, in their order."""
    best = sorted(range(len(scores)), key=lambda i: (-scores[i], i))[:most]
    return sorted(best)


def lean_to(chance: float) -> float:
    """The log odds of a chance."""
    chance = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(chance / (1 - chance))

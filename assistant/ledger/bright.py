"""Bright spots over time: one act told twice is one, the strongest and freshest first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date as Date

from assistant.models import BrightSpot, BrightSpotFinding, Findings, PersonId
from assistant.reading.words import content_words, shared_weight

_SAME = 0.6
"""Two tellings are one act from this share of the shorter one's weight on."""
_FADES = 240
"""Days over which a bright spot loses what age can take from it."""


def settle_bright_spots(findings: Sequence[Findings], person: PersonId, today: Date) -> list[BrightSpot]:
    """What the person did well, each act once with all its tellings; the best first."""
    told = [b for f in findings for b in f.bright_spots if b.person == person and _day(b) <= today]
    told.sort(key=lambda b: (-_rank(b, today), -_day(b).toordinal(), b.evidence.path, b.evidence.line_start))
    groups: list[list[BrightSpotFinding]] = []
    for spot in told:
        group = next((g for g in groups if _is_same(g[0], spot)), None)
        if group is None:
            groups.append([spot])
        else:
            group.append(spot)
    return [_settled(group, person) for group in groups]


def _settled(group: Sequence[BrightSpotFinding], person: PersonId) -> BrightSpot:
    words = " ".join(re.findall(r"\w+", group[0].evidence.quote.casefold()))
    return BrightSpot(
        id="b-" + hashlib.sha256(f"{person}|{words}".encode()).hexdigest()[:8],
        person=person,
        text=group[0].text,
        evidence=tuple(spot.evidence for spot in group),
    )


def _rank(spot: BrightSpotFinding, today: Date) -> float:
    age = min(max((today - _day(spot)).days, 0), _FADES)
    return spot.strength - 0.12 * age / _FADES


def _is_same(one: BrightSpotFinding, other: BrightSpotFinding) -> bool:
    first, second = content_words(one.text), content_words(other.text)
    smaller = min(shared_weight(first, first), shared_weight(second, second))
    return smaller > 0 and shared_weight(first, second) / smaller >= _SAME


def _day(spot: BrightSpotFinding) -> Date:
    return spot.evidence.date or Date.min

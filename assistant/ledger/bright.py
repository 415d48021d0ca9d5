"""Bright spots of one person, the most concrete and the newest first."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date as Date

from assistant.models import BrightSpot, Findings, PersonId

_FADES_IN_DAYS = 240


def settle_bright_spots(findings: Sequence[Findings], person: PersonId, today: Date) -> list[BrightSpot]:
    """Ranked by how sure and concrete they are; age counts a little."""

    def rank(age: int, strength: float) -> float:
        return strength - 0.25 * min(max(age, 0), _FADES_IN_DAYS) / _FADES_IN_DAYS

    spots = [
        (rank((today - (spot.evidence.date or Date.min)).days, spot.strength), spot)
        for found in findings
        for spot in found.bright_spots
        if spot.person == person and (spot.evidence.date or Date.min) <= today
    ]
    spots.sort(key=lambda pair: (-pair[0], pair[1].evidence.path, pair[1].evidence.line_start))
    return [
        BrightSpot(id=_id(person, spot.evidence.quote), person=person, text=spot.text, evidence=(spot.evidence,))
        for _, spot in spots
    ]


def _id(person: PersonId, quote: str) -> str:
    words = " ".join(re.findall(r"\w+", quote.casefold()))
    return "b-" + hashlib.sha256(f"{person}|{words}".encode()).hexdigest()[:8]

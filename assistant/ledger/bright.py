"""Bright spots of one person, the most concrete and the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from assistant.ledger.ids import id_of
from assistant.models import BrightSpot, BrightSpotFinding, Findings, PersonId

_FADES_IN_DAYS = 240


def settle_bright_spots(findings: Sequence[Findings], person: PersonId, today: Date) -> list[BrightSpot]:
    """Ranked by how sure and concrete they are; age counts a little. The same words are one bright spot with all its places."""

    def rank(age: int, strength: float) -> float:
        return strength - 0.25 * min(max(age, 0), _FADES_IN_DAYS) / _FADES_IN_DAYS

    spots = [
        (rank((today - spot.evidence.day).days, spot.strength), spot)
        for found in findings
        for spot in found.bright_spots
        if spot.person == person and spot.evidence.day <= today
    ]
    spots.sort(key=lambda pair: (-pair[0], pair[1].evidence.path, pair[1].evidence.line_start))
    alike: dict[str, list[BrightSpotFinding]] = {}
    for _, spot in spots:
        alike.setdefault(id_of("b", person, spot.evidence.quote), []).append(spot)
    return [
        BrightSpot(id=name, person=person, text=same[0].text, evidence=tuple(spot.evidence for spot in same))
        for name, same in alike.items()
    ]

"""A claim on its way through the notes: its sightings, and what became of it so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from assistant.ledger.barred import Barred
from assistant.models import ClaimFinding, ClaimStatus, Evidence


@dataclass
class Told:
    """One claim, said once or several times."""

    id: str
    """That of its first sighting, numbered where an earlier claim has the same words."""
    sightings: list[ClaimFinding]
    """The newest first; at least one."""
    words: frozenset[str]
    """The content words of all of them."""
    deal: str | None
    barred: Barred
    status: ClaimStatus = "claimed"
    artefact: str | None = None
    against: Evidence | None = None
    proof: Evidence | None = None

    @property
    def first(self) -> ClaimFinding:
        """The sighting that gives the claim its words."""
        return self.sightings[-1]

    @property
    def last(self) -> Date:
        """The day on which it was said last; `Date.min` where no note has one."""
        return max(sighting.evidence.day for sighting in self.sightings)

    def add(self, sighting: ClaimFinding, words: frozenset[str]) -> None:
        """It was said again."""
        self.sightings.insert(0, sighting)
        self.words |= words
        self.deal = self.deal or sighting.deal

"""Claims over time: several sightings are one claim; what was seen about it settles it; figures can contradict it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from assistant.models import (
    Claim,
    ClaimFinding,
    ClaimStatus,
    Deal,
    Evidence,
    Findings,
    PersonId,
    ShownFinding,
)
from assistant.pipeline.state import deal_state
from assistant.reading.kinds import claim_kind
from assistant.reading.shown import is_plainly_seen
from assistant.reading.words import content_words, names_in, rarity, shared_weight

_SAME = 0.55
"""Two sightings are one claim from this share of the shorter one's weight on."""
_SEEN_WITH_DEAL = 0.8
_SEEN_WITHOUT_DEAL = 0.9
_PLAINLY = 0.2
"""Shared weight from which on something seen settles a claim; less where both name the same deal."""
_CLOSED_WORDS = re.compile(
    r"\b(?:lost|dead|gone to|went with|signed with|withdrew|parked|is over|closed lost|won it)\b",
    re.IGNORECASE,
)
_ALL_HAVE_STEP = re.compile(
    r"\b(?:every|each|all)\b.*\bnext steps?\b|\bnext steps?\b.*\b(?:every|each|all)\b", re.IGNORECASE
)


@dataclass
class _Told:
    """A claim on its way through the notes."""

    first: ClaimFinding
    words: frozenset[str]
    evidence: list[Evidence]
    deal: str | None
    last: Date
    status: ClaimStatus = "claimed"
    artefact: str | None = None
    against: Evidence | None = None
    sightings: int = 1
    texts: list[str] = field(default_factory=list)


def settle_claims(findings: Sequence[Findings], person: PersonId, deals: Sequence[Deal], today: Date) -> list[Claim]:
    """One claim a statement over all its sightings, as it stands today; what nobody has shown first by what rides on it."""
    told = sorted(
        (c for f in findings for c in f.claims if c.person == person),
        key=lambda c: (_day(c.evidence), c.evidence.path, c.evidence.line_start),
    )
    shown = [s for f in findings for s in f.shown if s.person == person]
    book: list[_Told] = []
    for sighting in told:
        if _day(sighting.evidence) <= today:
            _take(book, sighting)
    rare = rarity([*(item.words for item in book), *(content_words(seen.text) for seen in shown)])
    for item in book:
        _look_for_proof(item, shown, rare)
        if item.status == "claimed":
            _look_for_contradiction(item, deals, person)
    claims = [_settled(item, person, deals, today) for item in book]
    return sorted(claims, key=lambda c: (c.status != "contradicted", c.status != "claimed", -c.stakes, c.id))


def _take(book: list[_Told], sighting: ClaimFinding) -> None:
    words = content_words(sighting.text)
    for item in reversed(book):
        if _is_same(item, sighting, words):
            item.evidence.insert(0, sighting.evidence)
            item.words |= words
            item.deal = item.deal or sighting.deal
            item.last = max(item.last, _day(sighting.evidence))
            item.sightings += 1
            return
    book.append(_Told(sighting, words, [sighting.evidence], sighting.deal, _day(sighting.evidence)))


def _is_same(item: _Told, sighting: ClaimFinding, words: frozenset[str]) -> bool:
    if item.deal and sighting.deal and item.deal != sighting.deal:
        return False
    smaller = min(shared_weight(item.words, item.words), shared_weight(words, words))
    if smaller == 0:
        return False
    share = shared_weight(item.words, words) / smaller
    return share >= (_SAME if item.deal and item.deal == sighting.deal else 0.75)


def _look_for_proof(item: _Told, shown: Sequence[ShownFinding], rare: Mapping[str, float]) -> None:
    """The best thing seen, in the same note or later, that is about this claim."""
    best: tuple[float, ShownFinding] | None = None
    names = names_in(item.first.text)
    for seen in shown:
        if seen.evidence in item.evidence or _day(seen.evidence) < _day(item.first.evidence):
            continue
        if item.deal and seen.deal and item.deal != seen.deal:
            continue
        if any(e.path == seen.evidence.path and e.line_start == seen.evidence.line_start for e in item.evidence):
            continue
        about = shared_weight(item.words - names, content_words(seen.text), rare)
        has_deal = bool(item.deal and seen.deal == item.deal)
        needed = (
            _SEEN_WITHOUT_DEAL
            if not has_deal
            else _PLAINLY
            if is_plainly_seen(seen.evidence.quote)
            else _SEEN_WITH_DEAL
        )
        if about >= needed and (best is None or about > best[0]):
            best = (about, seen)
    if best is not None:
        item.status, item.artefact = "shown", best[1].artefact
        item.evidence.append(best[1].evidence)
        item.last = max(item.last, _day(best[1].evidence))


def _look_for_contradiction(item: _Told, deals: Sequence[Deal], person: PersonId) -> None:
    """Figures of the pipeline that do not agree with what was said."""
    own = [deal for deal in deals if deal.owner == person and deal.is_open]
    if _ALL_HAVE_STEP.search(item.first.text):
        without = [deal for deal in own if not deal.next_step]
        if without:
            item.status, item.against = "contradicted", without[0].evidence
        return
    kind, _ = claim_kind(item.first.text)
    if kind in ("close-date", "next-step") and item.deal:
        for deal in own:
            if (
                deal.account == item.deal
                and deal.evidence.date
                and "no_next_step" in deal_state(deal, deal.evidence.date)
                and "next step" in item.first.text.casefold()
            ):
                item.status, item.against = "contradicted", deal.evidence
                return


def _settled(item: _Told, person: PersonId, deals: Sequence[Deal], today: Date) -> Claim:
    kind, stakes = claim_kind(item.first.text)
    status = item.status
    mine = [deal for deal in deals if deal.account == item.deal] if item.deal else []
    if status == "claimed" and mine and not any(deal.is_open for deal in mine):
        status = "dropped"
    age = (today - item.last).days
    weight = stakes + 0.12 * min(item.sightings - 1, 3) - 0.25 * min(max(age - 30, 0), 180) / 180
    if any(deal.is_open and (deal.amount or 0) > 0 for deal in mine):
        weight += 0.08
    evidence = list(item.evidence)
    if item.against is not None:
        evidence.insert(1, item.against)
    return Claim(
        id=_id(person, item.first.evidence.quote),
        person=person,
        text=item.first.text,
        kind=kind,
        deal=item.deal,
        status=status,
        first_seen=item.first.evidence.date,
        last_seen=item.last if item.last != Date.min else None,
        artefact=item.artefact,
        evidence=tuple(evidence),
        contradicted_by=item.against,
        stakes=round(min(max(weight, 0.0), 1.0), 4),
    )


def _id(person: PersonId, quote: str) -> str:
    words = " ".join(re.findall(r"\w+", quote.casefold()))
    return "c-" + hashlib.sha256(f"{person}|{words}".encode()).hexdigest()[:8]


def _day(evidence: Evidence) -> Date:
    return evidence.date or Date.min

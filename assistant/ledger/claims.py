"""Claims over time: several sightings are one claim; what was seen about it settles it; figures can contradict it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from assistant.ledger.barred import Barred
from assistant.ledger.ids import id_of
from assistant.ledger.links import PROVED, Judge, Side, bond, is_same_deal, leads, lean_to, nearest, proof_of
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
from assistant.reading.words import content_words, rarity, shared_weight

_SAME = 0.75
"""Two sightings of one deal are one claim from this share of the shorter one's weight on, whatever the model says."""
_SPEAKS_OF = 0.5
"""From this chance on a line shows a claim, gainsays it, or says it again."""
_MOST = 6
"""So many lines at the most are held against one claim: those with most in common."""
_FAINT = 0.6
"""What is left of the weight of a line that hardly sounds like a claim."""
_ALL_HAVE_STEP = re.compile(
    r"\b(?:every|each|all)\b.*\bnext steps?\b|\bnext steps?\b.*\b(?:every|each|all)\b", re.IGNORECASE
)


@dataclass
class _Told:
    """A claim on its way through the notes."""

    id: str
    first: ClaimFinding
    words: frozenset[str]
    evidence: list[Evidence]
    deal: str | None
    last: Date
    barred: Barred
    status: ClaimStatus = "claimed"
    artefact: str | None = None
    against: Evidence | None = None
    proof: Evidence | None = None
    sightings: int = 1


def settle_claims(
    findings: Sequence[Findings],
    person: PersonId,
    deals: Sequence[Deal],
    today: Date,
    judge: Judge,
    barred: Barred,
) -> list[Claim]:
    """One claim a statement over all its sightings, as it stands today; what nobody has shown first by what rides on it."""
    told = sorted(
        (c for f in findings for c in f.claims if c.person == person and _day(c.evidence) <= today),
        key=lambda c: (_day(c.evidence), c.evidence.path, c.evidence.line_start),
    )
    shown = [s for f in findings for s in f.shown if s.person == person and _day(s.evidence) <= today]
    rare = rarity([content_words(text) for text in (*(c.text for c in told), *(s.text for s in shown))])
    book = _joined(told, rare, judge, barred)
    _look_for_proof(book, shown, rare, judge)
    for item in book:
        if item.status == "claimed":
            _look_for_contradiction(item, [d for d in deals if not barred.settles_nothing(item.id, d.evidence)], person)
    claims = [_settled(item, person, deals, today) for item in book]
    return sorted(claims, key=lambda c: (c.status != "contradicted", c.status != "claimed", -c.stakes, c.id))


def _joined(told: Sequence[ClaimFinding], rare: Mapping[str, float], judge: Judge, barred: Barred) -> list[_Told]:
    """Sightings joined to claims: each goes to the claim that it says again, if there is one."""
    words = [content_words(claim.text) for claim in told]
    asked: list[tuple[int, int]] = []
    for second in range(len(told)):
        scores = [shared_weight(words[first], words[second], rare) for first in range(second)]
        asked += [(first, second) for first in nearest(scores, _MOST) if scores[first] > 0]
    judged = judge("claim", [(told[one].as_first, told[two].as_later) for one, two in asked])
    again = {pair: chances["again"] for pair, chances in zip(asked, judged, strict=True)}
    book: list[_Told] = []
    item_of: dict[int, _Told] = {}
    for number, sighting in enumerate(told):
        best = max(range(number), key=lambda n: again.get((n, number), 0.0), default=None)
        if best is not None and again.get((best, number), 0.0) >= _SPEAKS_OF:
            item = item_of[best]
        else:
            item = next((known for known in reversed(book) if _is_same(known, sighting, words[number])), None) or _Told(
                id_of("c", sighting.person, sighting.evidence.quote),
                sighting,
                words[number],
                [],
                sighting.deal,
                _day(sighting.evidence),
                barred,
                sightings=0,
            )
        if not item.evidence:
            book.append(item)
        item_of[number] = item
        item.evidence.insert(0, sighting.evidence)
        item.words |= words[number]
        item.deal = item.deal or sighting.deal
        item.last = max(item.last, _day(sighting.evidence))
        item.sightings += 1
    return book


def _is_same(item: _Told, sighting: ClaimFinding, words: frozenset[str]) -> bool:
    if item.deal and sighting.deal and not is_same_deal(item.deal, sighting.deal):
        return False
    smaller = min(shared_weight(item.words, item.words), shared_weight(words, words))
    return smaller > 0 and shared_weight(item.words, words) / smaller >= _SAME


def _look_for_proof(
    book: Sequence[_Told], shown: Sequence[ShownFinding], rare: Mapping[str, float], judge: Judge
) -> None:
    """For each claim the line, in the same note or later, that shows it, else the last one that speaks against it."""
    asked: list[tuple[_Told, ShownFinding]] = []
    for item in book:
        later = [seen for seen in shown if _may_speak_of(item, seen)]
        scores = [
            shared_weight(item.words, content_words(seen.text), rare) + seen.strength + _is_near(item, seen)
            for seen in later
        ]
        asked += [(item, later[at]) for at in nearest(scores, _MOST)]
    judged = judge("claim", [(item.first.as_first, seen.as_later) for item, seen in asked])
    said = [lean_to(chances["shown"]) for chances in judged]
    ahead = leads([seen.evidence for _, seen in asked], said)
    best: dict[int, float] = {}
    for (item, seen), chances, lean, lead in zip(asked, judged, said, ahead, strict=True):
        proof = _proof(item, seen, rare, lean, lead)
        if proof >= max(PROVED, best.get(id(item), PROVED)):
            best[id(item)] = proof
            item.status, item.artefact, item.against, item.proof = "shown", seen.artefact, None, seen.evidence
        elif item.status != "shown" and chances["against"] >= _SPEAKS_OF:
            item.status, item.against = "contradicted", seen.evidence


def _proof(item: _Told, seen: ShownFinding, rare: Mapping[str, float], said: float, lead: float) -> float:
    first = item.first.evidence
    claim = Side(item.first.text, item.words, _day(first), item.deal)
    other = Side(seen.text, content_words(seen.text), _day(seen.evidence), seen.deal)
    lines = seen.evidence.line_start - first.line_start
    common = bond(claim, other, rare, is_one_note=seen.evidence.path == first.path, lines=lines)
    return proof_of(claim, other, common, said, lead)


def _may_speak_of(item: _Told, seen: ShownFinding) -> bool:
    """Whether it was seen when or after the claim was first made, and is not the claim itself."""
    first = item.first.evidence
    if _day(seen.evidence) < _day(first) or item.barred.settles_nothing(item.id, seen.evidence):
        return False
    return not any(
        (e.path, e.line_start) == (seen.evidence.path, seen.evidence.line_start)
        and (seen.evidence.quote in e.quote or e.quote in seen.evidence.quote)
        for e in item.evidence
    )


def _is_near(item: _Told, seen: ShownFinding) -> bool:
    return any(e.path == seen.evidence.path for e in item.evidence)


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
    weight *= _FAINT + (1 - _FAINT) * item.first.strength
    evidence = list(item.evidence)
    if item.against is not None:
        evidence.insert(1, item.against)
    return Claim(
        id=item.id,
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
        shown_by=item.proof,
        stakes=round(min(max(weight, 0.0), 1.0), 4),
    )


def _day(evidence: Evidence) -> Date:
    return evidence.date or Date.min

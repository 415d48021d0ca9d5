"""Claims over time: several sightings are one claim; what was seen about it settles it; figures can contradict it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date as Date

from assistant.ledger.barred import Barred
from assistant.ledger.export import gainsaid_by
from assistant.ledger.ids import id_of, numbered
from assistant.ledger.links import Judge, is_same_deal, nearest
from assistant.ledger.proof import gainsays, settle_by_lines
from assistant.ledger.told import Told
from assistant.models import Claim, ClaimFinding, Deal, Findings, PersonId
from assistant.reading.kinds import claim_kind
from assistant.reading.words import content_words, rarity, shared_weight

_SAME = 0.75
"""Two sightings of one deal are one claim from this share of the shorter one's weight on, whatever the model says."""
_SAYS_AGAIN = 0.5
"""From this chance on a line says a claim again."""
_MOST = 6
"""So many earlier sightings at the most are held against a new one: those with most in common."""
_FAINT = 0.6
"""What is left of the weight of a line that hardly sounds like a claim."""


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
        (c for f in findings for c in f.claims if c.person == person and c.evidence.day <= today),
        key=lambda c: (c.evidence.day, c.evidence.path, c.evidence.line_start),
    )
    shown = [s for f in findings for s in f.shown if s.person == person and s.evidence.day <= today]
    outcomes = [o for f in findings for o in f.outcomes if o.person == person and o.evidence.day <= today]
    rare = rarity([content_words(text) for text in (*(c.text for c in told), *(s.text for s in shown))])
    book = _joined(told, rare, judge, barred)
    settle_by_lines(book, shown, outcomes, rare, judge)
    own = [deal for deal in deals if deal.owner == person and deal.is_open]
    for item in book:
        row = gainsaid_by(item.sightings, own) if item.status == "claimed" else None
        if row is not None and not barred.settles_nothing(item.id, row):
            item.status, item.against = "contradicted", row
    claims = [_settled(item, person, deals, today) for item in book]
    return sorted(claims, key=lambda c: (c.status != "contradicted", c.status != "claimed", -c.stakes, c.id))


def _joined(told: Sequence[ClaimFinding], rare: Mapping[str, float], judge: Judge, barred: Barred) -> list[Told]:
    """Sightings joined to claims: each goes to the claim that it says again, if there is one."""
    words = [content_words(claim.text) for claim in told]
    asked: list[tuple[int, int]] = []
    for second in range(len(told)):
        scores = [shared_weight(words[first], words[second], rare) for first in range(second)]
        asked += [(first, second) for first in nearest(scores, _MOST) if scores[first] > 0]
    judged = judge("claim", [(told[one].as_first, told[two].as_later) for one, two in asked])
    again = {pair: chances["again"] for pair, chances in zip(asked, judged, strict=True)}
    book: list[Told] = []
    given: Counter[str] = Counter()
    item_of: dict[int, Told] = {}
    for number, sighting in enumerate(told):
        best = max(range(number), key=lambda n: again.get((n, number), 0.0), default=None)
        known: Told | None
        if best is not None and again.get((best, number), 0.0) >= _SAYS_AGAIN:
            known = item_of[best]
        else:
            known = next((item for item in reversed(book) if _is_same(item, sighting, words[number])), None)
        if known is None or gainsays(known, sighting):
            name = numbered(id_of("c", sighting.person, sighting.evidence.quote), given)
            known = Told(name, [sighting], words[number], sighting.deal, barred)
            book.append(known)
        else:
            known.add(sighting, words[number])
        item_of[number] = known
    return book


def _is_same(item: Told, sighting: ClaimFinding, words: frozenset[str]) -> bool:
    if item.deal and sighting.deal and not is_same_deal(item.deal, sighting.deal):
        return False
    smaller = min(shared_weight(item.words, item.words), shared_weight(words, words))
    return smaller > 0 and shared_weight(item.words, words) / smaller >= _SAME


def _settled(item: Told, person: PersonId, deals: Sequence[Deal], today: Date) -> Claim:
    kind, stakes = claim_kind(item.first.text)
    status = item.status
    mine = [deal for deal in deals if deal.account == item.deal] if item.deal else []
    if status == "claimed" and mine and not any(deal.is_open for deal in mine):
        status = "dropped"
    age = (today - item.last).days
    weight = stakes + 0.12 * min(len(item.sightings) - 1, 3) - 0.25 * min(max(age - 30, 0), 180) / 180
    if any(deal.is_open and (deal.amount or 0) > 0 for deal in mine):
        weight += 0.08
    weight *= _FAINT + (1 - _FAINT) * item.first.strength
    evidence = [sighting.evidence for sighting in item.sightings]
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

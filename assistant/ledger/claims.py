"""Claims over time: several sightings are one claim; what was seen about it settles it; figures can contradict it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from assistant.ledger.ids import id_of
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
from assistant.reading.shown import HEARD_ON_CALL, is_plainly_seen
from assistant.reading.words import content_words, names_in, rarity, shared_weight, stem
from assistant.vault.folding import fold_word

_SAME = 0.55
"""Two sightings are one claim from this share of the shorter one's weight on."""
_SEEN_WITH_DEAL = 0.8
_SEEN_WITHOUT_DEAL = 0.9
_SEEN_PLAINLY = 0.7
_PLAINLY = 0.2
"""Shared weight from which on something seen settles a claim; less where both name the same deal."""
_OFFICE = re.compile(
    r"\b(md|ceo|cfo|coo|cio|cto|ciso|fd|vp|owner|board|procurement|purchasing|legal|lawyers?|counsel|qa|trustees|committee|bank|finance)(?:'s|s)?\b"
)
_OPENING_NAME = re.compile(
    r"^\W*(?!It|He|She|That|This|There|What|They|We|All|Budget|Everything|Everybody|Nobody|Legal|Procurement|Says|Said)([A-Z][a-z]{2,})(?:'s|’s)? (?:is|has|as|will|still|again|said|told|wants|loves|says)\b"
)
_NOT_AGENTS = frozenset(
    "mon tue wed thu fri sat sun monday tuesday wednesd thursda friday xmas easter christm teams".split()
)
_ONE_OF_A_KIND = frozenset({"close-date", "competition", "budget", "legal"})
"""Of these kinds a deal has one claim at a time, however it is worded."""
_FAINT = 0.6
"""What is left of the weight of a line that hardly sounds like a claim."""
_HALF = 0.5
_LEAST = 0.5
"""Without a common deal, half of a short claim is enough, but not less than this."""
_NEXT_LINES = 2
_AGAINST = re.compile(
    r"\b(?:nothing(?:'s| is| has been)? (?:approved|signed|agreed|decided|there|in it|booked)|(?:is|are|was|were|'s|has|have|had)(?:n't| not) (?:in (?:it|there)|approved|signed|agreed|decided|true|so|the case|booked|there|up to date|sent|been (?:approved|signed|sent))|"
    r"so (?:it's |that's )?(?:not|nothing)|not (?:true|so|the case|yet approved|up to date)|signed with (?!us|me|him|her)|went with (?!us|me|him|her)|gone with (?!us)|(?:going|goes|gone|went|will go) (?:out )?to (?:tender|bid|rfp)|never (?:heard of|agreed|approved|signed|said)|"
    r"no (?:such|mention of|decision|budget|date in)|(?:has|have) (?:no|not any) (?:budget|next step|date)|have no next step|(?:points?|items?|issues?|clauses?|questions?) (?:are |is |still )*open|still open|not (?:done|finished|final|closed)|in the race|also looking at|(?:two|three|four|other) vendors|no longer|contradict\w*)\b"
)
"""What was seen says the opposite of what was told."""
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
    if item.deal and sighting.deal and not _is_one_deal(item.deal, sighting.deal):
        return False
    smaller = min(shared_weight(item.words, item.words), shared_weight(words, words))
    if smaller == 0:
        return False
    shared = item.words & words
    if item.deal and sighting.deal and item.first.kind == sighting.kind and sighting.kind in _ONE_OF_A_KIND:
        return True
    names = names_in(item.first.text) & names_in(sighting.text)
    if names & shared and item.first.kind == sighting.kind and len(shared) > 1:
        return True
    share = shared_weight(item.words, words) / smaller
    return share >= (_SAME if item.deal and sighting.deal else 0.75)


def _look_for_proof(item: _Told, shown: Sequence[ShownFinding], rare: Mapping[str, float]) -> None:
    """The best thing seen, in the same note or later, that is about this claim: it shows the claim, or speaks against it."""
    best: tuple[float, ShownFinding] | None = None
    words = item.words - names_in(item.first.text)
    whole = shared_weight(words, words, rare)
    for seen in shown:
        if not _may_show(item, seen):
            continue
        about = shared_weight(words, content_words(seen.text), rare)
        if about >= min(_needed(item, seen, whole), _against_needed(item, seen)) and (best is None or about > best[0]):
            best = (about, seen)
    if best is None:
        return
    seen = best[1]
    item.last = max(item.last, _day(seen.evidence))
    if _AGAINST.search(fold_word(seen.text)) and not _AGAINST.search(fold_word(item.first.text)):
        item.status, item.against = "contradicted", seen.evidence
        return
    item.status, item.artefact = "shown", seen.artefact
    item.evidence.append(seen.evidence)


def _may_show(item: _Told, seen: ShownFinding) -> bool:
    """Not before the claim, not the claim's own words, not about another deal."""
    if seen.evidence in item.evidence or _day(seen.evidence) < _day(item.first.evidence):
        return False
    if item.deal and seen.deal and not _is_one_deal(item.deal, seen.deal):
        return False
    first = item.first.evidence
    if (
        seen.evidence.path == first.path
        and seen.evidence.line_start < first.line_start
        and seen.evidence.date == first.date
    ):
        return False
    return not any(
        e.path == seen.evidence.path
        and e.line_start == seen.evidence.line_start
        and (
            seen.evidence.quote in e.quote or e.quote in seen.evidence.quote or not is_plainly_seen(seen.evidence.quote)
        )
        for e in item.evidence
    )


def _against_needed(item: _Told, seen: ShownFinding) -> float:
    """Something seen against a claim of the same kind and deal needs few words in common."""
    is_same = item.deal and seen.deal and _is_one_deal(item.deal, seen.deal)
    is_against = is_same and _AGAINST.search(fold_word(seen.text)) and not _AGAINST.search(fold_word(item.first.text))
    return _PLAINLY if is_against and claim_kind(seen.text)[0] == item.first.kind else 9.0


def _needed(item: _Told, seen: ShownFinding, whole: float) -> float:
    """How much of the claim's weight something seen must share: less for the same deal, and right after the claim."""
    is_plain = is_plainly_seen(seen.evidence.quote)
    has_deal = bool(item.deal and seen.deal and _is_one_deal(item.deal, seen.deal))
    first = item.first.evidence
    if seen.artefact == HEARD_ON_CALL and seen.evidence.path == first.path:
        return max(_SEEN_WITHOUT_DEAL, _HALF * whole)  # the whole call is about one deal: that says nothing
    is_next = seen.evidence.path == first.path and 0 <= seen.evidence.line_start - first.line_start <= _NEXT_LINES
    if is_plain and (has_deal or (is_next and seen.deal is None)):
        return _PLAINLY if _speak_of_one(item.first.text, seen.text) else _SEEN_WITH_DEAL
    if has_deal:
        return _SEEN_WITH_DEAL
    return min(_SEEN_PLAINLY, max(_HALF * whole, _LEAST)) if is_plain else _SEEN_WITHOUT_DEAL


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


def _speak_of_one(claim: str, seen: str) -> bool:
    """Whether the same person or office acts in both, or one of them names nobody."""
    told, shown = _agents(claim), _agents(seen)
    return not told or not shown or bool(told & shown)


def _agents(text: str) -> frozenset[str]:
    """The offices and the people with a name in a text."""
    plain = " ".join(word for word in text.split() if not word.isupper())
    names = {name for name in names_in(plain) if name not in _NOT_AGENTS}
    if opens := _OPENING_NAME.match(plain):
        names.add(stem(fold_word(opens[1])))
    return frozenset(_OFFICE.findall(fold_word(text))) | names


def _is_one_deal(one: str, other: str) -> bool:
    """Whether two ways of naming a deal mean the same: equal, or one holds the words of the other."""
    if one == other:
        return True
    first, second = (set(re.findall(r"[^\W_]{3,}", fold_word(name))) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


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
        id=id_of("c", person, item.first.evidence.quote),
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


def _day(evidence: Evidence) -> Date:
    return evidence.date or Date.min

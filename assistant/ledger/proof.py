"""What later lines say of claims: one shows it, another gainsays it; each line speaks of the one claim that it fits best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.ledger.denial import denies
from assistant.ledger.links import PROVED, Judge, Side, bond, is_same_deal, leads, lean_to, nearest, proof_of
from assistant.ledger.told import Told
from assistant.models import ClaimFinding, OutcomeFinding, ShownFinding
from assistant.reading.words import content_words, names_in, shared_weight

GAINSAYS = 0.7
"""From this chance on a line gainsays a claim."""
_MOST = 6
"""So many lines at the most are held against one claim as its proof: those with most in common."""
_FEW = 4
"""So many lines more, of those that speak of the same deal, are asked whether they gainsay it."""

Line = ShownFinding | OutcomeFinding
Pair = tuple[Told, Line]
Chances = Mapping[str, float]
Place = tuple[str, int, str]


def settle_by_lines(
    book: Sequence[Told],
    shown: Sequence[ShownFinding],
    outcomes: Sequence[OutcomeFinding],
    rare: Mapping[str, float],
    judge: Judge,
) -> None:
    """Each claim takes the line, in the same note or later, that shows it; else the last one that gainsays it."""
    proofs = _pairs_of_proof(book, shown, rare)
    others = _pairs_of_one_deal(book, outcomes, rare, {(id(item), _place(line)) for item, line in proofs})
    pairs: list[Pair] = [*proofs, *others]
    judged = judge("claim", [(item.first.as_first, line.as_later) for item, line in pairs])
    _take_proof(proofs, judged[: len(proofs)], rare)
    _take_denials(pairs, judged)


def _pairs_of_proof(
    book: Sequence[Told], shown: Sequence[ShownFinding], rare: Mapping[str, float]
) -> list[tuple[Told, ShownFinding]]:
    asked: list[tuple[Told, ShownFinding]] = []
    for item in book:
        later = [seen for seen in shown if _may_speak_of(item, seen)]
        scores = [
            shared_weight(item.words, content_words(seen.text), rare) + seen.strength + _is_near(item, seen)
            for seen in later
        ]
        asked += [(item, later[at]) for at in nearest(scores, _MOST)]
    return asked


def _pairs_of_one_deal(
    book: Sequence[Told],
    outcomes: Sequence[OutcomeFinding],
    rare: Mapping[str, float],
    asked: set[tuple[int, Place]],
) -> list[tuple[Told, OutcomeFinding]]:
    """Any later line about the deal of a claim that has more in common with it than the customer's name."""
    by_deal: dict[str, list[OutcomeFinding]] = {}
    for outcome in outcomes:
        if outcome.deal:
            by_deal.setdefault(outcome.deal, []).append(outcome)
    found: list[tuple[Told, OutcomeFinding]] = []
    for item in book:
        deal = item.deal
        if deal is None:
            continue
        about = item.words - content_words(deal)
        later = _one_a_line(
            [
                line
                for name, lines in by_deal.items()
                if is_same_deal(deal, name)
                for line in lines
                if (id(item), _place(line)) not in asked and _may_speak_of(item, line)
            ],
            about,
        )
        scores = [shared_weight(about, content_words(line.as_later), rare) for line in later]
        found += [(item, later[at]) for at in nearest(scores, _FEW) if scores[at] > 0]
    return found


def _one_a_line(lines: Sequence[OutcomeFinding], about: frozenset[str]) -> list[OutcomeFinding]:
    """Of the statements of one line, which are all read with the whole of it, the one that has most in common."""
    best: dict[tuple[str, int], tuple[float, OutcomeFinding]] = {}
    for line in lines:
        place = line.evidence.path, line.evidence.line_start
        shared = shared_weight(about, content_words(line.text))
        if place not in best or shared > best[place][0]:
            best[place] = shared, line
    return [line for _, line in best.values()]


def _take_proof(
    pairs: Sequence[tuple[Told, ShownFinding]], judged: Sequence[Chances], rare: Mapping[str, float]
) -> None:
    said = [lean_to(chances["shown"]) for chances in judged]
    ahead = leads([seen.evidence for _, seen in pairs], said)
    best: dict[int, float] = {}
    for (item, seen), chances, lean, lead in zip(pairs, judged, said, ahead, strict=True):
        if chances["against"] >= GAINSAYS:
            continue
        proof = _proof(item, seen, rare, lean, lead)
        if proof >= max(PROVED, best.get(id(item), PROVED)):
            best[id(item)] = proof
            item.status, item.artefact, item.proof = "shown", seen.artefact, seen.evidence


def _take_denials(pairs: Sequence[Pair], judged: Sequence[Chances]) -> None:
    """Of the claims that a line could gainsay it gainsays the likeliest; never one of a deal known to be another."""
    best: dict[Place, tuple[float, Pair]] = {}
    for (item, line), chances in zip(pairs, judged, strict=True):
        chance = _denial(item, line, chances)
        if chance >= GAINSAYS and (_place(line) not in best or chance > best[_place(line)][0]):
            best[_place(line)] = chance, (item, line)
    for item, line in sorted(
        (pair for _, pair in best.values()), key=lambda pair: (pair[1].evidence.day, _place(pair[1]))
    ):
        if item.status != "shown":
            item.status, item.against = "contradicted", line.evidence


def gainsays(item: Told, line: Line | ClaimFinding) -> bool:
    """Whether the words of a line about the same deal are enough to gainsay a claim; a deal not known is told by a name that both hold."""
    if item.deal and line.deal:
        is_one = is_same_deal(item.deal, line.deal)
    else:
        is_one = bool(names_in(item.first.text) & names_in(line.text))
    return is_one and denies(item.first.text, line.as_later, item.words - content_words(item.deal or ""))


def _denial(item: Told, line: Line, chances: Chances) -> float:
    """How likely a line gainsays a claim; from 1 on where its words are enough, 0 where nothing says that both are about one thing."""
    is_one_deal = bool(item.deal and line.deal and is_same_deal(item.deal, line.deal))
    if not is_one_deal and ((item.deal and line.deal) or not item.words & content_words(line.text)):
        return 0.0
    return gainsays(item, line) + chances["against"]


def _proof(item: Told, seen: ShownFinding, rare: Mapping[str, float], said: float, lead: float) -> float:
    first = item.first.evidence
    claim = Side(item.first.text, item.words, first.day, item.deal)
    other = Side(seen.text, content_words(seen.text), seen.evidence.day, seen.deal)
    lines = seen.evidence.line_start - first.line_start
    common = bond(claim, other, rare, is_one_note=seen.evidence.path == first.path, lines=lines)
    return proof_of(claim, other, common, said, lead)


def _may_speak_of(item: Told, line: Line) -> bool:
    """Whether it was written when or after the claim was first made, and is not the claim itself."""
    if line.evidence.day < item.first.evidence.day or item.barred.settles_nothing(item.id, line.evidence):
        return False
    return not any(
        (said.evidence.path, said.evidence.line_start) == (line.evidence.path, line.evidence.line_start)
        and (line.evidence.quote in said.evidence.quote or said.evidence.quote in line.evidence.quote)
        for said in item.sightings
    )


def _is_near(item: Told, seen: ShownFinding) -> bool:
    return any(said.evidence.path == seen.evidence.path for said in item.sightings)


def _place(line: Line) -> Place:
    return line.evidence.path, line.evidence.line_start, line.evidence.quote

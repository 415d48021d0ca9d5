"""What one note holds, seen against the ledger around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Date
from typing import Literal, TypeVar

from assistant.ledger.ids import AnyItem, finding_id, word_id
from assistant.models import (
    Claim,
    ClaimFinding,
    ClaimStatus,
    Commitment,
    CommitmentStatus,
    Evidence,
    Findings,
    Ledger,
    Owner,
    PersonId,
    PromiseFinding,
    RemarkKind,
    Value,
)

Item = TypeVar("Item", bound=AnyItem)
Standing = Literal["unconfirmed", "confirmed"]
Outcome = Literal["done", "dropped", "postponed", "outstanding"]


_PLAINLY = 0.4
"""From this strength on a claim is put before the manager to confirm; fainter ones only wait for what a later note says."""


class FoundPromise(Value):
    """A promise of the note; `id` is that of the ledger's, also where an older one was said again."""

    id: str
    finding: str
    """The id of this sighting: what is confirmed or refused."""
    person: PersonId
    owner: Owner
    text: str
    due: Date | None = None
    status: CommitmentStatus = "open"
    overdue: bool = False
    slips: int = 0
    standing: Standing = "unconfirmed"
    evidence: tuple[Evidence, ...]


class FoundClaim(Value):
    """A claim of the note."""

    id: str
    finding: str
    person: PersonId
    text: str
    kind: str
    status: ClaimStatus = "claimed"
    against: Evidence | None = None
    """What speaks against it, once it is contradicted."""
    sightings: int = 1
    standing: Standing = "unconfirmed"
    evidence: tuple[Evidence, ...]


class FoundShown(Value):
    """Something the manager saw or heard, and the claim it shows, if any."""

    id: str
    claim_id: str | None
    text: str
    artefact: str
    standing: Standing = "unconfirmed"
    evidence: tuple[Evidence, ...]


class FoundSpot(Value):
    """A bright spot of the note."""

    id: str
    text: str
    standing: Standing = "unconfirmed"
    evidence: tuple[Evidence, ...]


class FoundRemark(Value):
    """A decision, an objection, a wish to marketing, a signal from the market."""

    id: str
    kind: RemarkKind
    text: str
    standing: Standing = "unconfirmed"
    evidence: tuple[Evidence, ...]


class Moved(Value):
    """An earlier promise of which the note says what became of it: where it was given, and where it says so."""

    id: str
    finding: str
    """The id of what the line says of it: what is confirmed or refused."""
    person: PersonId
    text: str
    owner: Owner
    what: Outcome
    due: Date | None = None
    standing: Standing = "unconfirmed"
    given: Evidence
    now: Evidence


class Contradiction(Value):
    """A claim against which the note speaks, with both quotes."""

    claim_id: str
    finding: str
    text: str
    standing: Standing = "unconfirmed"
    said: Evidence
    against: Evidence


class Found(Value):
    """All of it; lists in the order of the note."""

    commitments: tuple[FoundPromise, ...] = ()
    claims: tuple[FoundClaim, ...] = ()
    shown: tuple[FoundShown, ...] = ()
    bright_spots: tuple[FoundSpot, ...] = ()
    moved: tuple[Moved, ...] = ()
    contradicted: tuple[Contradiction, ...] = ()
    remarks: tuple[FoundRemark, ...] = ()

    def finding_ids(self) -> list[str]:
        """Everything that can be confirmed or refused."""
        promises = [*(item.finding for item in self.commitments), *(item.finding for item in self.moved)]
        claims = [item.finding for item in self.claims]
        shown, spots = [item.id for item in self.shown], [item.id for item in self.bright_spots]
        against = [item.finding for item in self.contradicted]
        return list(dict.fromkeys([*promises, *against, *claims, *shown, *spots, *(item.id for item in self.remarks)]))


def see(findings: Findings, ledgers: Sequence[Ledger], confirmed: frozenset[str]) -> Found:
    """The findings of one note as they stand in the ledgers of the people it is about."""
    path = findings.path
    claims = [claim for ledger in ledgers for claim in ledger.claims]
    promises = [promise for ledger in ledgers for promise in ledger.commitments]

    def standing(name: str) -> Standing:
        return "confirmed" if name in confirmed else "unconfirmed"

    def promised(item: PromiseFinding) -> FoundPromise:
        name, now = finding_id(item), _promise_of(item, promises)
        return FoundPromise(
            id=now.id if now else name,
            finding=name,
            person=item.person,
            owner=item.owner,
            text=item.text,
            due=item.due or (now.due if now else None),
            status=now.status if now else "open",
            overdue=now.overdue if now else False,
            slips=now.slips if now else 0,
            standing=standing(name),
            evidence=(item.evidence,),
        )

    def told(item: ClaimFinding) -> FoundClaim:
        name, now = finding_id(item), _claim_of(item.evidence, claims)
        earlier = [e for e in now.evidence if e != item.evidence and e != now.contradicted_by] if now else []
        return FoundClaim(
            id=now.id if now else name,
            finding=name,
            person=item.person,
            text=item.text,
            kind=item.kind,
            status=now.status if now else "claimed",
            against=now.contradicted_by if now else None,
            sightings=1 + len(earlier),
            standing=standing(name),
            evidence=(item.evidence, *earlier),
        )

    given = [promised(item) for item in _ordered(findings.promises) if not item.is_ticked]
    shown = [
        FoundShown(
            id=(name := finding_id(seen)),
            claim_id=claim_id,
            text=seen.text,
            artefact=seen.artefact,
            standing=standing(name),
            evidence=(seen.evidence,),
        )
        for seen in _ordered(findings.shown)
        if (claim_id := next((c.id for c in claims if c.shown_by == seen.evidence), None)) or seen.is_sure
    ]
    return Found(
        commitments=tuple(item for item in given if item.status == "open"),
        claims=tuple(
            found
            for found in (told(claim) for claim in _ordered(findings.claims) if claim.strength >= _PLAINLY)
            if found.status in ("claimed", "contradicted")
        ),
        shown=tuple(shown),
        bright_spots=tuple(
            FoundSpot(id=(name := finding_id(s)), text=s.text, standing=standing(name), evidence=(s.evidence,))
            for s in _ordered(findings.bright_spots)
        ),
        moved=tuple(_moves(promises, findings, confirmed)),
        contradicted=tuple(
            Contradiction(
                claim_id=c.id,
                finding=(name := word_id(c.id, c.contradicted_by)),
                text=c.text,
                standing=standing(name),
                said=c.evidence[0],
                against=c.contradicted_by,
            )
            for c in claims
            if c.status == "contradicted" and c.contradicted_by and c.contradicted_by.path == path
        ),
        remarks=tuple(
            FoundRemark(
                id=(name := finding_id(r)), kind=r.kind, text=r.text, standing=standing(name), evidence=(r.evidence,)
            )
            for r in _ordered(findings.remarks)
        ),
    )


def _moves(promises: Iterable[Commitment], findings: Findings, confirmed: frozenset[str]) -> Iterable[Moved]:
    """What the note says of promises that were given before it."""
    path, given_here = findings.path, {(p.evidence.line_start, p.evidence.quote) for p in findings.promises}

    def moved(promise: Commitment, what: Outcome, now: Evidence) -> Moved:
        name = word_id(promise.id, now)
        return Moved(
            id=promise.id,
            finding=name,
            person=promise.person,
            text=promise.text,
            owner=promise.owner,
            what=what,
            due=promise.due if what in ("postponed", "outstanding") else None,
            standing="confirmed" if name in confirmed else "unconfirmed",
            given=promise.evidence[0],
            now=now,
        )

    for promise in promises:
        closing = promise.closed_by
        if closing is not None and closing.path == path and promise.status != "open":
            yield moved(promise, "done" if promise.status == "done" else "dropped", closing)
            continue
        if promise.evidence[0].path == path or promise.status != "open":
            continue
        again = next((e for e in promise.evidence[1:] if e.path == path), None)
        if again is not None and (again.line_start, again.quote) not in given_here:
            is_new_day = any(o.evidence == again and o.due in (promise.due, None) for o in findings.outcomes)
            yield moved(promise, "postponed" if is_new_day and promise.earlier_dues else "outstanding", again)


def _promise_of(item: PromiseFinding, promises: Iterable[Commitment]) -> Commitment | None:
    return next((p for p in promises if p.person == item.person and item.evidence in p.evidence), None)


def _claim_of(evidence: Evidence, claims: Iterable[Claim]) -> Claim | None:
    return next((claim for claim in claims if evidence in claim.evidence), None)


def _ordered(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (item.evidence.line_start, item.evidence.quote))

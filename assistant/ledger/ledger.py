"""One ledger: what the notes say, joined over time, and over it what the manager decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date

from assistant.ledger.bright import settle_bright_spots
from assistant.ledger.claims import settle_claims
from assistant.ledger.commitments import settle_commitments
from assistant.ledger.decisions import Decision
from assistant.models import Claim, Commitment, Deal, Findings, Ledger, PersonId


def build_ledger(
    findings: Sequence[Findings],
    person: PersonId,
    *,
    deals: Sequence[Deal],
    decisions: Mapping[str, Decision],
    today: Date,
) -> Ledger:
    """What stands today about one person; a decision of the manager outweighs the notes."""
    claims = settle_claims(findings, person, deals, today)
    commitments = settle_commitments(findings, person, today)
    return Ledger(
        claims=tuple(_decided_claim(claim, decisions.get(claim.id)) for claim in claims),
        commitments=tuple(_decided_promise(promise, decisions.get(promise.id)) for promise in commitments),
        bright_spots=tuple(settle_bright_spots(findings, person, today)),
        traits=tuple(trait for found in findings for trait in found.traits),
    )


def _decided_claim(claim: Claim, decision: Decision | None) -> Claim:
    if decision is None or decision.verb == "done":
        return claim
    return claim.model_copy(update={"status": decision.verb, "artefact": decision.artefact or claim.artefact})


def _decided_promise(promise: Commitment, decision: Decision | None) -> Commitment:
    if decision is None or decision.verb == "shown":
        return promise
    return promise.model_copy(update={"status": decision.verb, "overdue": False})

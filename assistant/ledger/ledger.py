"""One ledger: what the notes say, joined over time, and over it what the manager decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date as Date

from assistant.ledger.barred import barred_by
from assistant.ledger.bright import settle_bright_spots
from assistant.ledger.claims import settle_claims
from assistant.ledger.commitments import settle_commitments
from assistant.ledger.decisions import Decision, decided_findings, since
from assistant.ledger.links import Judge
from assistant.models import Claim, Commitment, Deal, Evidence, Findings, Ledger, PersonId


def build_ledger(
    findings: Sequence[Findings],
    person: PersonId,
    *,
    deals: Sequence[Deal],
    decisions: Mapping[str, Sequence[Decision]],
    today: Date,
    judge: Judge,
) -> Ledger:
    """What stands today about one person; a decision of the manager outweighs the notes, of what was first said by then."""
    findings = decided_findings(findings, decisions)
    barred = barred_by(decisions)
    claims = settle_claims(findings, person, deals, today, judge, barred)
    commitments = settle_commitments(findings, person, today, judge, barred)
    remarks = [r for f in findings for r in f.remarks if r.person == person and r.evidence.day <= today]
    return Ledger(
        claims=tuple(_decided_claim(claim, decisions.get(claim.id, ())) for claim in claims),
        commitments=tuple(_decided_promise(promise, decisions.get(promise.id, ()), today) for promise in commitments),
        bright_spots=tuple(settle_bright_spots(findings, person, today)),
        traits=tuple(trait for found in findings for trait in found.traits),
        remarks=tuple(sorted(remarks, key=lambda r: r.evidence.day, reverse=True)),
    )


def is_at_rest(item: Claim | Commitment, today: Date) -> bool:
    """Whether the manager does not want it brought up today: snoozed, or never again."""
    return item.is_muted or (item.rests_until is not None and today < item.rests_until)


def _decided_claim(claim: Claim, decisions: Sequence[Decision]) -> Claim:
    for decision in since(claim.first_seen or Date.min, decisions):
        match decision.verb:
            case "shown" | "dropped":
                artefact = decision.artefact or claim.artefact
                claim = claim.model_copy(update={"status": decision.verb, "artefact": artefact})
            case "snoozed":
                claim = claim.model_copy(update={"rests_until": decision.until})
            case "never":
                claim = claim.model_copy(update={"is_muted": True})
            case "open" if not _is_settled_since(claim.shown_by or claim.contradicted_by, decision):
                claim = claim.model_copy(update={"status": "claimed", "artefact": None})
            case _:
                pass
    return claim


def _decided_promise(promise: Commitment, decisions: Sequence[Decision], today: Date) -> Commitment:
    for decision in since(promise.evidence[0].day, decisions):
        match decision.verb:
            case "done" | "dropped":
                promise = promise.model_copy(update={"status": decision.verb, "overdue": False})
            case "moved" if decision.due is not None and promise.status == "open":
                earlier = (*promise.earlier_dues, promise.due) if promise.due else promise.earlier_dues
                is_late = decision.due < today
                update = {"due": decision.due, "overdue": is_late, "slips": promise.slips + 1, "earlier_dues": earlier}
                promise = promise.model_copy(update=update)
            case "snoozed":
                promise = promise.model_copy(update={"rests_until": decision.until})
            case "never":
                promise = promise.model_copy(update={"is_muted": True})
            case "open" if not _is_settled_since(promise.closed_by, decision):
                is_late = promise.due is not None and promise.due < today
                promise = promise.model_copy(update={"status": "open", "overdue": is_late})
            case _:
                pass
    return promise


def _is_settled_since(line: Evidence | None, opened: Decision) -> bool:
    """Whether the notes settle it by a line from after it was opened again."""
    return line is not None and line.day > opened.on

"""Three lines of what happened since the last one-on-one, each from a note or the pipeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date

from assistant.brief.words import ago, clip, day
from assistant.models import Deal, Evidence, Ledger, NoteKind, PersonId, Section

_NOUNS = {NoteKind.CALL: "call", NoteKind.TEAM: "team note"}
_LINES = 3


def last_meeting(sections: Sequence[Section], person: PersonId, today: Date) -> Date | None:
    """The day of the newest one-on-one entry of that person, today's included."""
    days = [
        section.date
        for section in sections
        if section.kind is NoteKind.ONE_ON_ONE and person in section.people and section.date and section.date <= today
    ]
    return max(days, default=None)


def since_last(
    sections: Sequence[Section], ledger: Ledger, deals: Sequence[Deal], person: PersonId, today: Date
) -> tuple[str, ...]:
    """At most three lines, the meeting first, then what moved since, the newest first."""
    last = last_meeting(sections, person, today)
    if last is None:
        return ("No one-on-one with a date is in the notes yet.",)
    head = f"Last one-on-one: {day(last, today)}, {ago(last, today)}{_notes_since(sections, last, today)}."
    return (head, *[text for _, text in _moves(ledger, deals, last, today)][: _LINES - 1])


def _notes_since(sections: Sequence[Section], last: Date, today: Date) -> str:
    later = {(s.path, s.kind) for s in sections if s.date and last < s.date <= today}
    if not later:
        return "; no note about anything later"
    counts = Counter(_NOUNS.get(kind, "other note") for _, kind in later)
    return "; since then " + ", ".join(f"{n} {noun}{'s' if n > 1 else ''}" for noun, n in sorted(counts.items()))


def _moves(ledger: Ledger, deals: Sequence[Deal], last: Date, today: Date) -> list[tuple[Date, str]]:
    moves: list[tuple[Date, str]] = []
    for remark in ledger.remarks:
        said = remark.evidence.date
        if remark.kind == "decision" and said and last <= said <= today:
            moves.append((said, f"Decided: {clip(remark.text, 14)} {_at(remark.evidence)}"))
    for promise in ledger.commitments:
        closing = promise.closed_by
        if promise.status == "done" and closing and closing.date and closing.date >= last:
            moves.append((closing.date, f"Kept: {clip(promise.text, 14)} {_at(closing)}"))
        elif promise.status == "open" and promise.due and last <= promise.due < today:
            moves.append((promise.due, f"Fell due: {clip(promise.text, 14)} {_at(promise.evidence[0])}"))
    for claim in ledger.claims:
        if claim.status == "shown" and claim.last_seen and claim.last_seen >= last:
            moves.append((claim.last_seen, f"Shown: {clip(claim.text, 14)} {_at(claim.evidence[0])}"))
    for spot in ledger.bright_spots:
        seen = spot.evidence[0].date
        if seen and seen >= last:
            moves.append((seen, f"Went well: {clip(spot.text, 14)} {_at(spot.evidence[0])}"))
    for deal in deals:
        if deal.close and last <= deal.close < today:
            moves.append(
                (
                    deal.close,
                    f"Close date passed: {deal.name} ({day(deal.close, today)}) {_at(deal.evidence)}",
                )
            )
    return sorted(moves, key=lambda move: move[0], reverse=True)


def _at(evidence: Evidence) -> str:
    return f"[{evidence.path}:{evidence.line_start}]"

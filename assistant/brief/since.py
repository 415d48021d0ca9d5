"""Three lines of what happened since the last one-on-one, each from a note or the pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date

from assistant.brief.later import LaterLine, later_lines
from assistant.brief.words import clip, day
from assistant.models import Deal, Evidence, Ledger, NoteKind, PersonId, Section
from assistant.reading.context import ReadingContext
from assistant.reading.sensitive import is_fit_to_show

_LABELS = {NoteKind.CALL: "Call", NoteKind.TEAM: "Team"}
_LINES = 3
_WORDS = 18
_DECIDED, _HAPPENED, _TOLD, _KNOWN, _SAID = range(5)
"""What is said first: decisions, then what moved, telling lines of later notes, what the brief has elsewhere too, other lines."""


@dataclass(frozen=True)
class _Move:
    worth: tuple[int, int]
    date: Date
    label: str
    text: str
    evidence: Evidence

    def say(self) -> str:
        return f"{self.label}: {clip(self.text, _WORDS)} [{self.evidence.path}:{self.evidence.line_start}]"


def last_meeting(sections: Sequence[Section], person: PersonId, today: Date) -> Date | None:
    """The day of the newest one-on-one entry of that person, today's included."""
    days = [
        section.date
        for section in sections
        if section.kind is NoteKind.ONE_ON_ONE and person in section.people and section.date and section.date <= today
    ]
    return max(days, default=None)


def since_last(
    sections: Sequence[Section],
    ledger: Ledger,
    deals: Sequence[Deal],
    person: PersonId,
    context: ReadingContext,
    today: Date,
) -> tuple[str, ...]:
    """At most three lines: decisions first, then what moved and what later notes tell, the newest first.

    `sections` are the entries about the person, and those of team notes that name his customers.
    """
    last = last_meeting(sections, person, today)
    if last is None:
        return ("No one-on-one with a date is in the notes yet.",)
    moves = [*_moves(ledger, deals, last, today), *_later(sections, ledger, person, context, last, today)]
    moves.sort(key=lambda move: (move.worth, -move.date.toordinal()))
    told: dict[tuple[str, int], str] = {}
    for move in moves:
        place = move.evidence.path, move.evidence.line_start
        if len(told) < _LINES and place not in told and is_fit_to_show(move.text):
            told[place] = move.say()
    return tuple(told.values()) or ("Nothing in the notes since then.",)


def _later(
    sections: Sequence[Section], ledger: Ledger, person: PersonId, context: ReadingContext, last: Date, today: Date
) -> Iterator[_Move]:
    for line in later_lines(sections, ledger, person, context, last, today):
        on = line.evidence.date or last
        worth = _DECIDED if line.is_decision else _TOLD if line.is_telling else _SAID
        yield _Move((worth, line.rank), on, _label(line, on, today), line.text, line.evidence)


def _label(line: LaterLine, on: Date, today: Date) -> str:
    if line.is_decision and not line.text.casefold().startswith("deci"):
        return f"Decided, {day(on, today)}"
    return f"{_LABELS.get(line.kind, 'Noted')}, {day(on, today)}"


def _moves(ledger: Ledger, deals: Sequence[Deal], last: Date, today: Date) -> Iterator[_Move]:
    for remark in ledger.remarks:
        if remark.kind == "decision" and remark.evidence.date == last:
            yield _Move((_KNOWN, 0), last, "Decided then", remark.text, remark.evidence)
    for promise in ledger.commitments:
        closing = promise.closed_by
        if promise.status == "done" and closing and closing.date and closing.date > last:
            yield _Move((_HAPPENED, 0), closing.date, "Kept", promise.text, closing)
        elif promise.status == "open" and promise.due and last < promise.due < today:
            yield _Move((_KNOWN, 0), promise.due, "Fell due", promise.text, promise.evidence[0])
    for claim in ledger.claims:
        if claim.status == "shown" and claim.last_seen and claim.last_seen > last:
            yield _Move((_HAPPENED, 0), claim.last_seen, "Shown", claim.text, claim.evidence[0])
    for spot in ledger.bright_spots:
        seen = spot.evidence[0].date
        if seen and seen > last:
            yield _Move((_HAPPENED, 0), seen, "Went well", spot.text, spot.evidence[0])
    for deal in deals:
        if deal.close and last < deal.close < today:
            text = f"{deal.name} ({day(deal.close, today)})"
            yield _Move((_KNOWN, 0), deal.close, "Close date passed", text, deal.evidence)

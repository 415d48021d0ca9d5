"""Puts the parts of a brief together; every part that is not fit to show is left out here, whoever made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from assistant.brief.agenda import plan_agenda
from assistant.brief.mirror import mirror_items
from assistant.brief.requests import show_me_requests
from assistant.brief.since import last_meeting, since_last
from assistant.brief.topics import waiting_topics
from assistant.ledger.ledger import is_at_rest
from assistant.library.models import ClaimKind
from assistant.lint.lint import lint
from assistant.models import (
    Brief,
    BrightItem,
    Commitment,
    Deal,
    Evidence,
    Fault,
    FollowUp,
    Ledger,
    Person,
    PersonRef,
    Question,
    Section,
)
from assistant.reading.context import ReadingContext
from assistant.reading.sensitive import is_fit_to_show

_OWNER_ORDER = {"manager": 0, "report": 1, "other": 2}


@dataclass(frozen=True)
class Material:
    """What a brief is made of."""

    person: Person
    today: Date
    sections: Sequence[Section]
    """Everything in the notes that is about the person."""
    team_entries: Sequence[Section]
    """Of team notes, what names a customer of his."""
    context: ReadingContext
    ledger: Ledger
    deals: Sequence[Deal]
    """The person's open deals."""
    questions: Sequence[Question]
    """All that fit, best first."""
    claim_kinds: Mapping[str, ClaimKind]
    to_try: Mapping[str, str]
    """One thing to do instead, by trait."""
    faults: Sequence[Fault]
    quality: Mapping[str, float] | None = None
    quality_line: str = ""
    warnings: Sequence[str] = ()


def compose_brief(material: Material) -> Brief:
    """The offline brief: complete lists, ranked, best first."""
    person, today, ledger = material.person, material.today, material.ledger
    follow_ups = follow_up_items(ledger.commitments, today)
    show_me = tuple(
        item
        for item in show_me_requests(ledger.claims, person, material.claim_kinds, today)
        if _is_clean(item.request, item.evidence)
    )
    questions = tuple(item for item in material.questions if _is_clean(item.text, item.evidence))
    spots = tuple(
        BrightItem(text=spot.text, evidence=spot.evidence)
        for spot in ledger.bright_spots
        if _is_shown(spot.text, spot.evidence)
    )
    topics = waiting_topics(material.sections, person.id, today)
    return Brief(
        person=PersonRef(id=person.id, name=person.name),
        date=today,
        topics=topics,
        follow_ups=follow_ups,
        since_last=since_last(
            (*material.sections, *material.team_entries), ledger, material.deals, person.id, material.context, today
        ),
        last_one_on_one=last_meeting(material.sections, person.id, today),
        show_me=show_me,
        questions=questions,
        bright_spots=spots,
        mirror=mirror_items(ledger.traits, material.to_try, today),
        agenda=plan_agenda(person.name, topics, follow_ups, show_me, questions),
        quality=dict(material.quality) if material.quality else None,
        quality_line=material.quality_line,
        warnings=tuple(material.warnings),
        notes_read=len({section.path for section in material.sections}),
        notes_unread=tuple(material.faults),
    )


def follow_up_items(commitments: Sequence[Commitment], today: Date) -> tuple[FollowUp, ...]:
    """The open promises: the manager's own first, in each the overdue ones, then by date."""
    still_open = [
        c for c in commitments if c.status == "open" and not is_at_rest(c, today) and _is_shown(c.text, c.evidence)
    ]
    still_open.sort(key=lambda c: (_OWNER_ORDER[c.owner], not c.overdue, c.due or Date.max, c.id))
    return tuple(
        FollowUp(id=c.id, owner=c.owner, text=c.text, due=c.due, overdue=c.overdue, evidence=c.evidence)
        for c in still_open
    )


def _is_shown(text: str, evidence: Sequence[Evidence]) -> bool:
    return is_fit_to_show(text) and all(is_fit_to_show(item.quote) for item in evidence)


def _is_clean(text: str, evidence: Sequence[Evidence]) -> bool:
    return _is_shown(text, evidence) and lint(text).verdict == "coaching"

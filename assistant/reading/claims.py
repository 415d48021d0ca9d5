"""What the person says is so, about a buyer, a deal or his own work, and that somebody could show.

What counts is written down in docs/definitions.md. The manager's own view, a musing, a question, a feeling, a preference, a promise,
gossip about colleagues, and what a customer said to the manager's face are none. Which lines are claims the reading model tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date

from assistant.models import ClaimFinding, PersonId, Section
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.due_places import to_come
from assistant.reading.kinds import claim_kind
from assistant.reading.lines import pair_text
from assistant.reading.place import Placed
from assistant.reading.shown import is_told_to_manager
from assistant.reading.subject import addressee

_TELLS = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:also |just |now |then |still )?(?:says?|said|reckons?|told|tells|thinks|swears?|claims?|insists?|mentioned|mentions|reports?|reported|writes?|wrote|heard|hears|goes)\b|\s*:\s",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(r"\b(?:per|according to|acc\.? to|says|said)\s+$", re.IGNORECASE)
_AT = 0.2
"""From this chance on a line is a claim."""


def _teller(text: str, context: ReadingContext) -> PersonId | None:
    """Who of the team is named as saying it: `Bea says Corriedale is on board` in somebody else's note is Bea's claim."""
    for mention in context.roster.mentions(text):
        is_told = _TELLS.match(text, mention.end) or _TOLD_BY.search(text[: mention.start])
        if is_told and len(mention.people) == 1:
            return mention.people[0]
    return None


def read_claims(placed: Sequence[Placed], section: Section, context: ReadingContext) -> list[ClaimFinding]:
    """One sighting of a claim for every statement in which somebody of the team asserts what could be shown."""
    own = own_person(section)
    found = []
    for one in placed:
        statement, chance = one.statement, one.chances["claim"]
        if chance < max(_AT, one.chances["shown"]) or is_told_to_manager(statement):
            continue
        person = one.person or _teller(statement.text, context) or addressee(statement.text, context, own)
        person = person or addressee(statement.line_text, context, own)
        if person is None:
            continue
        found.append(
            ClaimFinding(
                person=person,
                text=statement.text,
                as_first=pair_text(one, context, "claims"),
                as_later=pair_text(one, context, ""),
                kind=claim_kind(statement.text)[0],
                deal=context.deal_at(statement.line_text, statement.start, statement.end, section),
                day=_day_of(statement.text, section, context),
                strength=round(chance, 2),
                evidence=statement.evidence(),
            )
        )
    return found


def _day_of(text: str, section: Section, context: ReadingContext) -> Date | None:
    """The day to come that a claim gives: the one to which a word like `by` leads, else the first."""
    days = to_come(text, section.date, context) if section.date else []
    return next((day.date for day in days if day.is_led), days[0].date if days else None)

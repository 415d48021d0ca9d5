"""Bright spots: something the person did, seen or told with praise, concrete enough for others to copy.

Niceness is none, nor what the customer did, nor what the manager did. Which lines tell of one the reading model says.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import BrightSpotFinding, NoteKind, Section
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.place import Placed
from assistant.reading.subject import addressee

_AT = 0.1
"""From this chance on a line is a bright spot."""


def read_bright_spots(placed: Sequence[Placed], section: Section, context: ReadingContext) -> list[BrightSpotFinding]:
    """Every bright spot of the section, with how sure it is."""
    if section.kind is NoteKind.DOCUMENT:
        return []
    own = own_person(section)
    found = []
    for one in placed:
        statement, chance = one.statement, one.chances["bright"]
        if chance < _AT:
            continue
        person = one.person or addressee(statement.text, context, own) or addressee(statement.line_text, context, own)
        if person is not None:
            found.append(
                BrightSpotFinding(
                    person=person, text=statement.text, strength=round(chance, 3), evidence=statement.evidence()
                )
            )
    return found

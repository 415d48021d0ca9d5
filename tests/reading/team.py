"""A team without a folder, and notes about it."""

from __future__ import annotations

from datetime import date as Date

from assistant.models import Manager, NoteKind, Person, Section
from assistant.reading.context import ReadingContext
from assistant.vault.roster import Roster

DAY = Date(2026, 10, 14)
"""A Wednesday."""
SELLER = "nina-okoro"
CONTEXT = ReadingContext(
    roster=Roster(
        [Person(id=SELLER, name="Nina Okoro"), Person(id="karl-brandt", name="Karl Brandt")],
        Manager(name="Judith Weiss", aliases=("Judith", "JW")),
    ),
    accounts=("Halden Paper", "Orsted Dairy"),
)


def note(text: str, *, day: Date = DAY, kind: NoteKind = NoteKind.ONE_ON_ONE, path: str = "") -> Section:
    """A note about Nina."""
    return Section(
        path=path or f"people/Nina Okoro/{day}.md",
        line_start=1,
        line_end=text.count("\n") + 1,
        kind=kind,
        date=day,
        people=(SELLER,),
        text=text,
    )

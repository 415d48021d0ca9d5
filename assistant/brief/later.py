"""What stands in calls, dailies and team notes that came after the last one-on-one and bears on the person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Date

from assistant.models import Evidence, Ledger, NoteKind, PersonId, Section
from assistant.reading.clauses import Clause, split_statements
from assistant.reading.context import ReadingContext
from assistant.reading.remarks import remark_kinds
from assistant.reading.subject import is_transcript

_KINDS = frozenset({NoteKind.CALL, NoteKind.DAILY, NoteKind.TEAM, NoteKind.INBOX})
_SHORTEST = 5
"""So many words a line has at least that is told."""
_OF_MYSELF = re.compile(r"^\W*(?:I|Me|Self|My)\b")


@dataclass(frozen=True)
class LaterLine:
    """A statement of a later entry."""

    text: str
    evidence: Evidence
    kind: NoteKind
    is_decision: bool
    is_telling: bool
    """It holds something found in it, or names a customer, rather than being any line of the entry."""
    rank: int
    """0 for the best of its note, 1 for the next."""


def later_lines(
    sections: Sequence[Section], ledger: Ledger, person: PersonId, context: ReadingContext, after: Date, today: Date
) -> list[LaterLine]:
    """The lines of entries dated after one day and up to another, the best first."""
    places = _places(ledger)
    found = [
        (statement, _is_decided(statement, context), _is_telling(statement, places, context))
        for section in sections
        if section.kind in _KINDS and section.date and after < section.date <= today
        for statement in _statements(section, person, context)
    ]
    found.sort(key=lambda one: (not one[1], not one[2], bool(_OF_MYSELF.match(one[0].text)), _newest(one[0])))
    told: Counter[str] = Counter()
    lines: list[LaterLine] = []
    for statement, is_decision, is_telling in found:
        path = statement.section.path
        evidence = statement.evidence()
        kind = statement.section.kind
        lines.append(LaterLine(statement.text, evidence, kind, is_decision, is_telling, told[path]))
        told[path] += 1
    return lines


def _statements(section: Section, person: PersonId, context: ReadingContext) -> Iterator[Clause]:
    """Those that bear on the person: all of his own entry, of others those that name him or a customer of his."""
    is_his = section.people == (person,) and section.kind is not NoteKind.TEAM
    if is_transcript(section):
        return
    for statement in split_statements(section):
        is_prose = not statement.line_text.lstrip().startswith(("#", ">", "|", "```"))
        is_open = statement.text.rstrip(" \"”'").endswith("?")
        if not is_prose or is_open or len(statement.text.split()) < _SHORTEST:
            continue
        if is_his or _names(statement.text, person, context):
            yield statement


def _names(text: str, person: PersonId, context: ReadingContext) -> bool:
    return any(context.owners.get(account) == person for account in context.deals_in(text)) or any(
        mention.people == (person,) for mention in context.roster.mentions(text)
    )


def _is_decided(statement: Clause, context: ReadingContext) -> bool:
    return "decision" in remark_kinds(statement, context)


def _is_telling(statement: Clause, places: frozenset[tuple[str, int]], context: ReadingContext) -> bool:
    is_found = (statement.section.path, statement.line) in places
    return is_found or bool(remark_kinds(statement, context) or context.deals_in(statement.text))


def _places(ledger: Ledger) -> frozenset[tuple[str, int]]:
    """Where in the notes the ledger's claims, promises and bright spots stand."""
    cited = [claim.evidence for claim in ledger.claims]
    cited += [promise.evidence for promise in ledger.commitments]
    cited += [spot.evidence for spot in ledger.bright_spots]
    return frozenset((seen.path, seen.line_start) for evidence in cited for seen in evidence)


def _newest(statement: Clause) -> tuple[int, str, int]:
    section = statement.section
    return -(section.date.toordinal() if section.date else 0), section.path, statement.line

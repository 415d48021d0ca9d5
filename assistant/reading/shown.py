"""What the manager saw or heard himself: a mail read together, numbers on a screen, a customer's own words on a call.

Only what he took in himself counts: not what he wants to see, what somebody else saw, or what came and was not opened. Which lines
tell of it the reading model says; what it shows is for the ledger to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import NoteKind, Section, ShownFinding
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.lines import pair_text
from assistant.reading.place import Placed
from assistant.reading.subject import folded

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "recording",
            r"\b(?:recording|listened (?:to|back)|played (?:me|us|it)|recorded|voice ?mail|voice note|gong|chorus|video)\b|\b\d{1,2}:\d\d\b",
        ),
        (
            "mail",
            r"\b(?:e?-?mail\w*|message|letter|whats ?app|text(?:ed)?|thread|inbox|sent items|sent folder|reply|cc'?d|bcc'?d|forwarded|fwd'?d|slack|teams message|brief)\b",
        ),
        (
            "on screen",
            r"\b(?:screen|live\b|logged in|log-?ins?|demo(?:ed)? (?:it|me)|dashboard|in the (?:crm|system|portal|drive|deal room|tool)|portal|spreadsheet|salesforce|sfdc|hubspot|shared drive|board)\b",
        ),
        (
            "document",
            r"\b(?:contract|plan|paper|minutes|signed|initialled|copy|page|pages|document|po\b|order|quote|offer|terms|proposal|slides?|deck|sheet|report|notes|drawing|invoice|receipt|printout|form|pdf|proof|redlines?|log|certificate|offerte|angebot|vertrag)\b",
        ),
        ("seen on site", r"\b(?:watched|drove|stood|site|line|floor|visit\w*|went there|beside)\b"),
    )
)
_AT = 0.5
"""From this chance on a line tells that something was seen."""
_MAY_SHOW = 0.15
"""From this chance on a line is held against claims: whether it shows or gainsays one, the pair decides."""
_TO_MY_FACE = re.compile(
    r"\b(?:told|rang|called|phoned|mailed|emailed|wrote to|texted|assured|promised|confirmed (?:it )?to|said to) (?:me|us)\b.{0,40}"
    r"\b(?:himself|herself|themselves|directly|in person|to my face|face to face|straight)\b"
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
HEARD_ON_CALL = "heard on the call"
"""The artefact of what a customer says in a call note."""


def is_told_to_manager(statement: Clause) -> bool:
    """`Their director told me himself`: the manager heard it from whom it comes."""
    return bool(_TO_MY_FACE.search(_QUOTED.sub(" ", statement.plain)))


def read_shown(placed: Sequence[Placed], section: Section, context: ReadingContext) -> list[ShownFinding]:
    """Every statement in which the manager saw or heard something for himself, or that may gainsay a claim."""
    own = own_person(section)
    people = (own,) if own else section.people
    found: list[ShownFinding] = []
    for one in placed:
        statement = one.statement
        chance = 1.0 if section.kind is NoteKind.DOCUMENT else max(one.chances["shown"], one.chances["against"])
        if is_told_to_manager(statement):
            chance = 1.0
        if not people or chance < _MAY_SHOW:
            continue
        artefact = _artefact(folded(statement.line_text), section)
        told = pair_text(one, context, "")
        named = [m.people[0] for m in context.roster.mentions(statement.text) if len(m.people) == 1]
        for person in dict.fromkeys([*people, *named] if own else [*named, *people]):
            found.append(
                ShownFinding(
                    person=person,
                    text=statement.text,
                    as_later=told,
                    strength=round(chance, 2),
                    is_sure=chance == 1.0 or one.chances["shown"] >= _AT,
                    deal=context.deal_at(statement.line_text, statement.start, statement.end, section),
                    artefact=artefact,
                    evidence=statement.evidence(),
                )
            )
    return found


def _artefact(plain: str, section: Section) -> str:
    found = next((name for name, pattern in _SIGNS if pattern.search(plain)), None)
    if section.kind is NoteKind.DOCUMENT:
        return found or "document"
    return found or (HEARD_ON_CALL if section.kind is NoteKind.CALL else "heard in person")

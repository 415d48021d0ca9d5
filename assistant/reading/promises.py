"""Promises between manager and report, and what later lines say became of them.

What counts is written down in docs/definitions.md: one of the two says that he will do something for the work they share. A
customer's promise, a third party's task, a condition, an intention, a joke or a question is none. Which lines are promises a small
linear model tells (`sense`); whose they are, by when and about which deal is read from the line.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.models import NoteKind, OutcomeFinding, PersonId, PromiseFinding, Section
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.due import due_of
from assistant.reading.outcomes import read_outcome
from assistant.reading.place import Placed, place_statements
from assistant.reading.sense import open_sense
from assistant.reading.subject import addressee
from assistant.reading.words import content_words

_AT = {"manager": 0.4, "report": 0.35}
"""From these chances on a line is a promise; chosen on lines of hands that the model had not seen."""
_BARE = re.compile(r"\b(?:it|that|this|them|one)\b", re.IGNORECASE)
_FEW_WORDS = 3
_TICKED = re.compile(r"[✓✔✅☑]|\[done\]|\(done\)", re.IGNORECASE)


def read_promises(section: Section, context: ReadingContext) -> tuple[list[PromiseFinding], list[OutcomeFinding]]:
    """Every promise of a section and every line that says what became of one, in order."""
    promises: list[PromiseFinding] = []
    before: Clause | None = None
    for placed in place_statements(section, context):
        promises += _promises(placed, before, section, context)
        before = placed.statement
    given = {(promise.evidence.line_start, promise.text) for promise in promises}
    outcomes = [
        outcome
        for clause in split_clauses(section)
        if (outcome := read_outcome(clause, section, context)) is not None
        and (
            outcome.outcome in ("outstanding", "postponed")
            or not any(line == clause.line and clause.text in text for line, text in given)
        )
    ]
    return promises, outcomes


def _promises(placed: Placed, before: Clause | None, section: Section, context: ReadingContext) -> list[PromiseFinding]:
    statement = _with_its_thing(placed.statement, before)
    chances = open_sense("promises").chances(placed.tokens, placed.signs)
    found = []
    for owner in ("manager", "report"):
        if chances[owner] < _AT[owner] or (owner == "report" and _is_to_customer(placed, section)):
            continue
        if (person := _person(owner, placed, section, context)) is None:
            continue
        found.append(
            PromiseFinding(
                person=person,
                owner="manager" if owner == "manager" else "report",
                text=statement.text,
                due=due_of(placed.statement.text, statement.line_text, section, context),
                deal=context.deal_at(statement.line_text, statement.start, statement.end, section),
                is_ticked=statement.box == "x" or bool(_TICKED.search(statement.text)),
                evidence=statement.evidence(),
            )
        )
    return found


def _with_its_thing(statement: Clause, before: Clause | None) -> Clause:
    """`He'll do it by Friday` with the sentence before it in the line, which says what."""
    is_bare = _BARE.search(statement.text) and len(content_words(statement.text)) <= _FEW_WORDS
    if not is_bare or before is None or before.line != statement.line or before.end > statement.start:
        return statement
    return replace(statement, text=statement.line_text[before.start : statement.end], start=before.start)


def _is_to_customer(placed: Placed, section: Section) -> bool:
    """On a call with a customer people promise things to him: only what the manager is to get, or an action, counts."""
    if section.kind is not NoteKind.CALL or "under actions" in placed.signs or placed.statement.box is not None:
        return False
    return "<M>" not in placed.tokens


def _person(owner: str, placed: Placed, section: Section, context: ReadingContext) -> PersonId | None:
    """To whom the manager promises, or who promises: in a note about several, whom the line names."""
    own = own_person(section)
    if placed.person and owner == "report":
        return placed.person
    if owner == "manager":
        return addressee(placed.statement.line_text, context, own)
    return addressee(placed.statement.text, context, own)

"""Promises between manager and report, and lines that may say what became of them.

What counts is written down in docs/definitions.md: one of the two says that he will do something for the work they share. A
customer's promise, a third party's task, a condition, an intention, a joke or a question is none. Which lines are promises, and whose,
the reading model tells; by when, and about which deal, is read from the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.models import NoteKind, OutcomeFinding, Owner, PersonId, PromiseFinding, Section
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.due import due_of
from assistant.reading.lines import pair_text
from assistant.reading.place import Placed
from assistant.reading.remarks import asks_marketing
from assistant.reading.subject import addressee
from assistant.reading.trait_words import TAKES_OVER
from assistant.reading.words import content_words

_AT: dict[Owner, float] = {"manager": 0.4, "report": 0.4}
"""From these chances on a line is a promise; chosen on hands that no model had learnt from."""
_SURE = 0.3
"""From this chance on a line that speaks of all promises closes them all."""
_MAY_MOVE = 0.02
"""From this chance on a line is looked through for a new day."""
_BARE = re.compile(r"\b(?:it|that|this|them|one)\b", re.IGNORECASE)
_FEW_WORDS = 3
_OF_CUSTOMER = re.compile(
    r"(?:the |their )?(?:customers?|clients?|buyers?|prospects?|procurement|purchasing)\b(?!['’-])", re.IGNORECASE
)
"""A line that begins so tells what somebody outside is to do."""
_TAKES_OVER = re.compile(TAKES_OVER)
_WILL = re.compile(r"'ll\b|\b(?:will|shall|is to|has to|agreed to|promised|going to)\b")
_TICKED = re.compile(r"[✓✔✅☑]|\[done\]|\(done\)", re.IGNORECASE)
_ALL_DONE = re.compile(
    r"\b(?:all|both|every one|everything)\b(?: \w+){0,3}? (?:actions?|action items|promises|points|to-?dos|tasks|homework|items|agreements|last time|before)\b"
    r".*\b(?:done|ticked|kept|complete\w*|closed|came|in|delivered|dealt with)\b"
)
_OWNERS: tuple[Owner, ...] = ("manager", "report")


def read_promises(placed: Sequence[Placed], section: Section, context: ReadingContext) -> list[PromiseFinding]:
    """Every promise of a section, in order."""
    found: list[PromiseFinding] = []
    before: Clause | None = None
    for one in placed:
        found += _promises(one, before, section, context)
        before = one.statement
    return found


def read_outcomes(placed: Sequence[Placed], section: Section, context: ReadingContext) -> list[OutcomeFinding]:
    """Every line that is no promise itself: any may say what became of one given earlier; which, and what, is for the ledger to find."""
    own = own_person(section)
    found = []
    for one in placed:
        statement = one.statement
        is_ticked = statement.box == "x" or bool(_TICKED.search(statement.text))
        chance = max(one.chances[kind] for kind in ("closed", "moved", "still"))
        if _is_promise(one):
            continue
        due = due_of(statement.text, statement.line_text, section, context) if chance >= _MAY_MOVE else None
        deal = context.deal_at(statement.line_text, statement.start, statement.end, section)
        named = one.person or addressee(statement.line_text, context, own)
        for person in (named,) if named else section.people:
            found.append(
                OutcomeFinding(
                    person=person,
                    is_of_all=named is not None
                    and one.chances["closed"] >= _SURE
                    and bool(_ALL_DONE.search(statement.plain)),
                    strength=1.0 if is_ticked else round(chance, 2),
                    text=statement.text,
                    deal=deal,
                    as_later=pair_text(one, context, ""),
                    due=due,
                    evidence=statement.evidence(),
                )
            )
    return found


def _is_promise(one: Placed) -> bool:
    return max(one.chances[owner] / _AT[owner] for owner in _OWNERS) >= 1


def _promises(
    one: Placed, before: Clause | None, section: Section, context: ReadingContext
) -> Iterator[PromiseFinding]:
    statement = one.statement
    owner = max(_OWNERS, key=lambda o: one.chances[o] / _AT[o])
    if (
        not _is_promise(one)
        or _OF_CUSTOMER.match(statement.text)
        or _is_to_customer(one, section)
        or (owner == "manager" and _TAKES_OVER.search(statement.plain))
        or _is_only_asked(one, section, context)
        or (person := _person(owner, one, section, context)) is None
    ):
        return
    whole = _with_its_thing(statement, before)
    same = Placed(whole, one.tokens, one.signs, one.person, one.voice, one.heading)
    yield PromiseFinding(
        person=person,
        owner=owner,
        text=whole.text,
        as_first=pair_text(same, context, "promises"),
        as_later=pair_text(same, context, ""),
        due=due_of(statement.text, statement.line_text, section, context),
        deal=context.deal_at(statement.line_text, statement.start, statement.end, section),
        is_ticked=statement.box == "x" or bool(_TICKED.search(statement.text)),
        evidence=whole.evidence(),
    )


def _is_to_customer(one: Placed, section: Section) -> bool:
    """On a call people promise things to the customer they talk to: of what they say there, only what the manager is to get counts."""
    return section.kind is NoteKind.CALL and one.voice is not None and "<M>" not in one.tokens


def _is_only_asked(one: Placed, section: Section, context: ReadingContext) -> bool:
    """Whether the line only tells what marketing is asked for: nobody says that he will do it, nor by when."""
    statement = one.statement
    if statement.box is not None or "under actions" in one.signs or _WILL.search(statement.plain):
        return False
    return asks_marketing(statement) and due_of(statement.text, statement.line_text, section, context) is None


def _with_its_thing(statement: Clause, before: Clause | None) -> Clause:
    """`He'll do it by Friday` with the sentence before it in the line, which says what."""
    is_bare = _BARE.search(statement.text) and len(content_words(statement.text)) <= _FEW_WORDS
    if not is_bare or before is None or before.line != statement.line or before.end > statement.start:
        return statement
    return replace(statement, text=statement.line_text[before.start : statement.end], start=before.start)


def _person(owner: Owner, one: Placed, section: Section, context: ReadingContext) -> PersonId | None:
    """To whom the manager promises, or who promises: in a note about several, whom the line names."""
    own = own_person(section)
    if one.person and owner == "report":
        return one.person
    return addressee(one.statement.line_text if owner == "manager" else one.statement.text, context, own)

"""The mirror: lines in which the manager's own habit shows, in his own words or acts; and habits worth keeping.

A habit that somebody else has, that was refused or put right, or that is only reported, is none.
"""

from __future__ import annotations

import re

from assistant.models import NoteKind, Section, TraitFinding
from assistant.reading.acting import actor_of
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext
from assistant.reading.trait_words import OTHERS, QUESTIONED, REFUSED, STRENGTHS, TRAITS

_TRAITS = tuple((name, tuple(re.compile(p) for p in patterns)) for name, patterns in TRAITS.items())
_STRENGTHS = tuple((name, tuple(re.compile(p) for p in patterns)) for name, patterns in STRENGTHS.items())
_REFUSED = re.compile(rf"\b(?:{REFUSED})")
_QUESTIONED = re.compile(rf"\b(?:{QUESTIONED})\b")
_OTHERS = re.compile(OTHERS)
_ASKED_BACK = frozenset({"excuse-making", "hopeless-turnaround"})
"""Habits of taking somebody's word: none where the manager asked back in the same line."""
_SHE_DID = re.compile(
    r"^(?!told|asked|gave|moved|said|reminded|pushed|let|set|want)(?:[\w']+ ){0,4}(?:he|she|they) (?:\w+ly )?(?:\w+ed|took|went|did|gave|made|ran|put)\b"
)
_MINE = re.compile(r"\b(?:i|me|my|myself|i'm|i've|i'll|i'd|we|our)\b")


def read_traits(section: Section, context: ReadingContext) -> list[TraitFinding]:
    """Every clause in which a habit of the manager's shows, each with its principle, one a clause."""
    if section.kind is NoteKind.DOCUMENT:
        return []
    found: list[TraitFinding] = []
    clauses = split_clauses(section)
    for index, clause in enumerate(clauses):
        if clause.line_text.lstrip().startswith((">", "#")) or len(clause.plain.split()) < 3:
            continue
        habit = _habit(clauses, index, section, context)
        if habit is not None:
            found.append(TraitFinding(principle=habit, text=clause.text, evidence=clause.evidence()))
            continue
        strength = _strength(clause, section, context)
        if strength is not None:
            found.append(
                TraitFinding(principle=strength, is_strength=True, text=clause.text, evidence=clause.evidence())
            )
    return found


def _habit(clauses: list[Clause], index: int, section: Section, context: ReadingContext) -> str | None:
    """The trait that begins in a clause; it may go on into the next sentence of the line."""
    clause = clauses[index]
    plain = clause.plain
    after = clauses[index + 1] if index + 1 < len(clauses) and clauses[index + 1].line == clause.line else None
    window = f"{plain} {after.plain}" if after else plain
    if plain.endswith("?"):
        return None
    for principle, patterns in _TRAITS:
        match = next((m for p in patterns if (m := p.search(window)) and m.start() < len(plain)), None)
        if match is None:
            continue
        near = _near(clauses, index)
        if _REFUSED.search(near) or (principle in _ASKED_BACK and _QUESTIONED.search(near)):
            return None
        return None if _is_another(clause, section, context) else principle
    return None


def _near(clauses: list[Clause], index: int) -> str:
    """The line around a clause, a sentence either way."""
    clause = clauses[index]
    return " ".join(c.plain for c in clauses[max(0, index - 1) : index + 2] if c.line == clause.line)


def _strength(clause: Clause, section: Section, context: ReadingContext) -> str | None:
    principle = next((name for name, patterns in _STRENGTHS if any(p.search(clause.plain) for p in patterns)), None)
    return None if principle is None or _is_another(clause, section, context) else principle


def _is_another(clause: Clause, section: Section, context: ReadingContext) -> bool:
    """Whether somebody else says or does it."""
    if _OTHERS.search(clause.plain) and not _MINE.search(clause.plain[:12]):
        return True
    if _SHE_DID.search(clause.plain) and not _MINE.search(clause.plain):
        return True
    actor = actor_of(clause, section, context)
    return actor is not None and actor.side == "person" and not _MINE.search(clause.plain)

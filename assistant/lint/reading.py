"""Reads what a text does: which of its sentences ask, order, invite or state, and which signs of critique they carry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from assistant.lint import signs_asked, signs_told
from assistant.lint.shape import (
    CLOSED_START,
    OPEN_LATER,
    OPEN_START,
    TAG,
    Act,
    Mood,
    plain,
    split_acts,
    without_lead_in,
)


@cache
def _compiled(name: str) -> tuple[re.Pattern[str], ...]:
    source = getattr(signs_told, name, None) or getattr(signs_asked, name)
    return tuple(re.compile(pattern) for pattern in source)


@dataclass(frozen=True)
class Sign:
    """A phrase that marks critique of one kind, by its offsets in the text."""

    kind: str
    start: int
    end: int


@dataclass
class Reading:
    """What was found in one text."""

    said: str
    acts: list[Act]
    moods: list[Mood]
    signs: list[Sign] = field(default_factory=list)
    traits: set[str] = field(default_factory=set)
    """Marks of the whole: `listening`, `owns`, `stacked`."""


TOLD = ("threat", "comparison", "blame", "judgement", "activity_only", "rescue", "platitude", "sarcasm", "directive", "disguised_advice")
OPENED = ("hidden_critique", "leading", "threat", "sarcasm", "comparison", "activity_only", "open_advice")
ASKED = ("hidden_critique", "leading", "threat", "sarcasm", "comparison", "activity_only", "disguised_advice", "blame", "judgement", "rescue", "directive")
OWN_PART = re.compile(r"\b(?:i (?:was late|forgot|left|missed|cut|promised|owe|pushed|got|regret|dropped|should have)|on me|my (?:fault|mistake|part|own|doing))\b")


def found(name: str, text: str) -> re.Match[str] | None:
    """The first phrase of that list in the text."""
    for pattern in _compiled(name):
        if match := pattern.search(text):
            return match
    return None


def mood_of(act: Act) -> Mood:
    """What one sentence does."""
    body = without_lead_in(act.text)
    if not body:
        body = act.text
    first = re.match(r"[a-z']+", body)
    invited = found("INVITED", body) or found("INVITED", act.text)
    if OPEN_START.match(body) and (act.asked or not first or len(body.split()) > 2):
        return "open"
    if act.asked:
        if found("INVITATIONS", body):
            return "invitation"
        if OPEN_LATER.search(body):
            return "open"
        if invited:
            return "permission"
        if found("LISTENING", body) and len(body.split()) < 6:
            return "nudge"
        if CLOSED_START.match(body):
            return "closed"
        return "closed"
    if invited and CLOSED_START.match(body):
        return "permission"
    if found("INVITATIONS", act.text) or found("INVITATIONS", body):
        return "invitation"
    if found("LISTENING", act.text):
        return "nudge"
    if first and first[0] in signs_told.ORDERS and not re.match(r"\w+(?:'s| of| is| was| are)\b", body):
        return "order"
    if OPEN_LATER.search(body):
        return "open"
    return "statement"


def read(text: str) -> Reading:
    """The reading of one text; cost grows with its length alone."""
    said = plain(text)
    acts = split_acts(said)
    reading = Reading(said, acts, [mood_of(act) for act in acts])
    for act, mood in zip(acts, reading.moods, strict=True):
        reading.signs.extend(_signs(act, mood))
    _count_questions(reading)
    return reading


def _signs(act: Act, mood: Mood) -> Iterable[Sign]:
    names = {"open": OPENED, "closed": ASKED, "permission": ("leading", "threat", "sarcasm", "comparison")}.get(mood, TOLD)
    if mood in ("invitation", "nudge"):
        names = ("hidden_critique", "threat", "comparison", "sarcasm", "blame", "judgement", "directive")
    if OWN_PART.search(act.text):
        return
    for kind in names:
        body = without_lead_in(act.text)
        shift = len(act.text) - len(body)
        if match := found(kind.upper(), act.text):
            yield Sign("disguised_advice" if kind == "open_advice" else kind, act.start + match.start(), act.start + match.end())
        elif shift and (match := found(kind.upper(), body)):
            yield Sign("disguised_advice" if kind == "open_advice" else kind, act.start + shift + match.start(), act.start + shift + match.end())


COORDINATED = re.compile(
    r"(?:,|,? and|,? or|,? then)\s+(?:by the way\s+)?(?:what|how|which|who|whom|whose|where|when|why|is|are|was|were|do|does|did|can|will|has|have|anything|since when|with whom)(?:'s|'re)?\b"
)


def _count_questions(reading: Reading) -> None:
    asked = [(a, m) for a, m in zip(reading.acts, reading.moods, strict=True) if a.asked]
    opened = [a for a, m in asked if m in ("open", "closed")]
    parts = sum(1 + len(COORDINATED.findall(a.text)) for a, m in asked if m == "open" or m == "closed")
    if parts >= 3 or len(opened) >= 2:
        first = opened[0]
        reading.signs.append(Sign("stacked", first.start, opened[-1].end))

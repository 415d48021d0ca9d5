"""Who speaks or acts: the manager, the person whose entry it is, somebody else of the team, or an outsider."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from assistant.models import NoteKind, PersonId, Section
from assistant.reading.context import ReadingContext, own_person
from assistant.vault.folding import fold_plain

Side = Literal["manager", "person", "other"]


class Subject(NamedTuple):
    """A side, and who it is where it is somebody of the team."""

    side: Side
    person: PersonId | None = None


MANAGER = Subject("manager")
OUTSIDER = Subject("other")

_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"\[?(?:[\d/.-]{{3,10}},?\s+)?{_TIME}\]?"
_SPOKEN_NAME = r"(?:[A-ZÀ-Ž][\w.'’-]*(?:\s[A-ZÀ-Ž(][\w.'’)-]*){0,3}|me)"
_LABEL = re.compile(
    rf"^\s*(?:[-*•]\s+)?(?:{_STAMP}\s*(?:-\s*)?)?(?:\*\*)?({_SPOKEN_NAME})\s*(?:\([^)]*\))?\s*(?:{_STAMP})?(?:\*\*)?:(?:\*\*)?\s"
)
"""`[00:14:02] Luis Prado: …`, `Luis (Acme): …`"""
_SPEAKER_LINE = re.compile(
    rf"^\W*(?:(?P<before>{_STAMP})\s*(?:-\s*)?)?(?:\*\*)?(?P<name>{_SPOKEN_NAME})(?:\*\*)?\s*(?:\([^)]*\))?\s*[,–—-]*\s*"
    rf"(?P<after>(?:(?:on\s+)?\w+\s+(?:at\s+)?)?{_STAMP})?\s*:?\s*$"
)
"""`Luis Prado  9:41 AM` on a line of its own, as chats are exported."""
_TRANSCRIPT_LINES = 4
"""So many lines that begin with a speaker make a transcript."""


def is_transcript(section: Section) -> bool:
    """Whether a section is what several people said, line by line, each with his name before it."""
    labels = [match[1] for line in section.text.split("\n") if (match := _LABEL.match(line))]
    return len(labels) >= _TRANSCRIPT_LINES and len(set(labels)) < len(labels)


def speaks_below(line: str, section: Section, context: ReadingContext) -> Subject | None:
    """Who speaks below a line that gives a name and a time and nothing else; None where it is no such line."""
    match = _SPEAKER_LINE.match(line)
    if match is None or not (match["before"] or match["after"]):
        return None
    return _who(match["name"], section, context)


def without_label(text: str) -> str:
    """A line of a transcript without the name of who speaks."""
    match = _LABEL.match(text)
    return text[match.end() :] if match else text


def speaker(line: str, section: Section, context: ReadingContext) -> Subject | None:
    """Who speaks a line of a transcript; None where the line names nobody."""
    match = _LABEL.match(line)
    if not match:
        return None
    return _who(match[1], section, context)


def _who(name: str, section: Section, context: ReadingContext) -> Subject:
    """Whose a label is. Of two who talk in a one-on-one, whoever is not the person is the manager."""
    if context.is_manager(name) or name in ("Me", "me", "I"):
        return MANAGER
    own = own_person(section)
    chosen = one_of(context.whom(name), own)
    if chosen is None and own is not None and section.kind is NoteKind.ONE_ON_ONE and _is_of_two(section, own, context):
        return MANAGER
    return Subject("person", chosen) if chosen else OUTSIDER


@lru_cache(maxsize=64)
def _labels(text: str) -> frozenset[str]:
    lines = text.split("\n")
    spoken = {match[1] for line in lines if (match := _LABEL.match(line))}
    heads = {m["name"] for line in lines if (m := _SPEAKER_LINE.match(line)) and (m["before"] or m["after"])}
    return frozenset(spoken | heads)


def _is_of_two(section: Section, own: PersonId, context: ReadingContext) -> bool:
    """Whether only two speak, the person among them."""
    labels = _labels(section.text)
    return len(labels) == 2 and any(own in context.whom(label) for label in labels)


def one_of(people: tuple[PersonId, ...], own: PersonId | None) -> PersonId | None:
    """The person a name means here: the only one, or the entry's own among several."""
    if len(people) == 1:
        return people[0]
    return own if own in people else None


def addressee(text: str, context: ReadingContext, own: PersonId | None) -> PersonId | None:
    """Whom of the team a promise of the manager's is made to: somebody named in it, else the entry's own person."""
    if own:
        return own
    for mention in context.roster.mentions(text):
        if len(mention.people) == 1:
            return mention.people[0]
    return None


def folded(text: str) -> str:
    """Lower case with plain apostrophes, for patterns."""
    return fold_plain(text).replace("`", "'")

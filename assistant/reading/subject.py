"""Who speaks or acts: the manager, the person whose entry it is, somebody else of the team, or an outsider."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from assistant.models import PersonId, Section
from assistant.reading.context import ReadingContext, own_person
from assistant.vault.folding import fold_word

Side = Literal["manager", "person", "other"]


class Subject(NamedTuple):
    """A side, and who it is where it is somebody of the team."""

    side: Side
    person: PersonId | None = None


MANAGER = Subject("manager")
OUTSIDER = Subject("other")

_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"\[?(?:[\d/.-]{{3,10}},?\s+)?{_TIME}\]?"
_SPOKEN_NAME = r"[A-ZÀ-Ž][\w.'’-]*(?:\s[A-ZÀ-Ž(][\w.'’)-]*){0,3}"
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
    if context.roster.is_manager(match["name"]):
        return MANAGER
    chosen = one_of(context.roster.resolve(match["name"]), own_person(section))
    return Subject("person", chosen) if chosen else OUTSIDER


def without_label(text: str) -> str:
    """A line of a transcript without the name of who speaks."""
    match = _LABEL.match(text)
    return text[match.end() :] if match else text


def speaker(line: str, section: Section, context: ReadingContext) -> Subject | None:
    """Who speaks a line of a transcript; None where the line names nobody."""
    match = _LABEL.match(line)
    if not match:
        return None
    name = match[1]
    if context.roster.is_manager(name) or name in ("Me", "I"):
        return MANAGER
    chosen = one_of(context.roster.resolve(name), own_person(section))
    return Subject("person", chosen) if chosen else OUTSIDER


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
    plain: str = fold_word(text)
    return plain.replace("’", "'").replace("`", "'")

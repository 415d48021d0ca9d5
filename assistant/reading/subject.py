"""Who a clause is about: the manager, the person whose entry it is, somebody else of the team, or an outsider."""

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

_I = re.compile(r"^(?:i|i'll|i'm|i've|i'd|me|myself|@me|ich|ik)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:he|she|they both|er|sie|hij|zij)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:so|and|but|also|then|ok|okay|well|again|still|now|yes|plus|good|anyway|afterwards|later|today|first|agreed(?: that)?|"
    r"action|todo|to do|next|a|ai|ap|next step|decided|deal)\b[,:;.\s-]*",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    r"^(?:the(?:ir|re)?|his|her|our|my|a|an|some|their|it|that|this|they|we|nobody|everybody|customer|buyer|client|prospect)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"^(?:mr|mrs|ms|dr)?\.?\s?([A-ZÀ-Ž][\w'’-]+)")


def first_names(text: str, section: Section, context: ReadingContext) -> Subject | None:
    """The subject at the beginning of a text; None where it does not begin with one."""
    plain = text.strip().strip('"“*_[]() ')
    for _ in range(3):
        lead = _LEAD.match(plain)
        if not lead or not plain[lead.end() :].strip():
            break
        plain = plain[lead.end() :].strip()
    if _I.match(plain):
        return MANAGER
    own = own_person(section)
    initials = by_initials(plain, context, own)
    if initials is not None:
        return Subject("person", initials[0])
    mentions = context.roster.mentions(plain[:40], own)
    if mentions and mentions[0].start <= 1:
        mention = mentions[0]
        after = plain[mention.end : mention.end + 2]
        if after.startswith(("'s", "’s")) and not re.match(
            r".s\s+(?:going|sending|to\b|writing|getting|bringing|doing|putting|preparing|on it)",
            plain[mention.end :],
        ):
            return OUTSIDER
        return Subject("person", chosen) if (chosen := one_of(mention.people, own)) else OUTSIDER
    if _PRONOUN.match(plain):
        return Subject("person", own) if own else None
    name = _NAME.match(plain)
    if name and context.roster.is_manager(name[1]):
        return MANAGER
    if _OUTSIDER.match(plain):
        return OUTSIDER
    if name and re.match(
        rf"{re.escape(name[0])}(?:'ll|'s|’s|’ll)?\s+(?:[A-Z][\w'’-]+\s+)?(?:is|will|said|says|has|to|wants|promised|sends?|told|asked|reckons|thinks|mailed|rang|'ll)\b",
        plain,
    ):
        return OUTSIDER
    return None


_INITIALS = re.compile(r"^([A-Z])\.?\s?(?:([A-Z])\.)(?=[\s:,)]|$)|^([A-Z])\.(?=\s[a-z'’])")


def by_initials(text: str, context: ReadingContext, own: PersonId | None) -> tuple[PersonId, int] | None:
    """Whom dotted initials at the beginning mean, `J.O.` or `N.`, and where they end."""
    match = _INITIALS.match(text)
    if not match:
        return None
    if match[3]:
        people = [p.id for p in context.roster.people if folded(p.name)[:1] == match[3].casefold()]
    else:
        wanted = (match[1] + match[2]).casefold()
        people = [p.id for p in context.roster.people if "".join(part[0] for part in folded(p.name).split()) == wanted]
    chosen = one_of(tuple(people), own)
    return (chosen, match.end()) if chosen else None


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

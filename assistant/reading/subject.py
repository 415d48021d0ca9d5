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
    r"^(?:the(?:ir|re)?|his|her|our|my|a|an|some|their|it|that|this|they|we|nobody|everybody|customer|buyer|client|prospect)\b", re.IGNORECASE
)
_NAME = re.compile(r"^(?:mr|mrs|ms|dr)?\.?\s?([A-ZÀ-Ž][\w'’-]+)")


def first_names(text: str, section: Section, context: ReadingContext) -> Subject | None:
    """The subject at the beginning of a text; None where it does not begin with one."""
    plain = text.strip().strip("\"“*_[]() ")
    for _ in range(3):
        lead = _LEAD.match(plain)
        if not lead or not plain[lead.end() :].strip():
            break
        plain = plain[lead.end() :].strip()
    if _I.match(plain):
        return MANAGER
    own = own_person(section)
    mentions = context.roster.mentions(plain[:40])
    if mentions and mentions[0].start <= 1:
        mention = mentions[0]
        after = plain[mention.end : mention.end + 2]
        if after.startswith(("'s", "’s")) and not re.match(r".s\s+(?:going|sending|to\b|writing|getting|bringing|doing|putting|preparing|on it)", plain[mention.end :]):
            return OUTSIDER
        return Subject("person", chosen) if (chosen := one_of(mention.people, own)) else OUTSIDER
    if _PRONOUN.match(plain):
        return Subject("person", own) if own else None
    name = _NAME.match(plain)
    if name and context.roster.is_manager(name[1]):
        return MANAGER
    if _OUTSIDER.match(plain):
        return OUTSIDER
    if name and re.match(rf"{re.escape(name[0])}(?:'ll|'s|’s|’ll)?\s+(?:[A-Z][\w'’-]+\s+)?(?:is|will|said|says|has|to|wants|promised|sends?|told|asked|reckons|thinks|mailed|rang|'ll)\b", plain):
        return OUTSIDER
    return None


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
    return fold_word(text).replace("’", "'").replace("`", "'")

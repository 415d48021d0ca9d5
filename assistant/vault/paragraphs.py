"""Notes in which several people stand: whose each paragraph, bullet or line is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from assistant.models import PersonId
from assistant.vault.entries import Entry
from assistant.vault.kinds import ONE_ON_ONE_WORDS
from assistant.vault.roster import Mention, Roster

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(\S.*)$|^\s{0,3}\*\*([^*]{2,60})\*\*:?\s*$")
_BULLET = re.compile(r"^(\s*)(?:[-*+•]|\d{1,2}[.)])\s+")
_LEADING = re.compile(
    r"^[\s>#*_\-+•\[\]().\dx:]*(?:(?:asked|told|saw|met|call(?:ed)?|spoke|talked|sat|with|to|w/|from|and|then|also|re|with:|:)[\s:]+){0,3}",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:,|\+|&|/|and|und|et|y|en|with|w/)\s*$")
_SELF = re.compile(r"^[\s>#*_\-+•]*(?:me|i|myself|ich)\b\s*(?::|[-–—])", re.IGNORECASE)
_NEAR = 24
"""A subject stands in the first so many characters."""


class Part(NamedTuple):
    """A run of lines with the people whose it is, and the names that fit several."""

    first: int
    last: int
    people: tuple[PersonId, ...]
    ambiguous: tuple[str, ...]
    is_meeting: bool


def parts_of(lines: list[str], entry: Entry, roster: Roster, holder: tuple[PersonId, ...] = ()) -> Iterator[Part]:
    """The entry in paragraphs, bullets and lines that begin with a name.

    A heading that names somebody holds until the next heading, a bullet until the next one of its depth.
    """
    held, is_meeting = holder, False
    parents: list[tuple[int, tuple[PersonId, ...]]] = []
    for first, last in _runs(lines, entry, roster):
        text = "\n".join(lines[first - 1 : last])
        heading = _HEADING.match(lines[first - 1])
        people, ambiguous = subject(text if not heading else heading[2] or heading[3] or "", roster)
        if heading:
            held, parents = people or holder, []
            is_meeting = bool(people and ONE_ON_ONE_WORDS.search(lines[first - 1]))
            yield Part(first, last, held, ambiguous, is_meeting)
            continue
        bullet = _BULLET.match(lines[first - 1])
        depth = len(bullet[1].expandtabs(4)) if bullet else 0
        parents = [(d, p) for d, p in parents if d < depth]
        inherited = parents[-1][1] if parents else held
        if (is_meeting and inherited) or (not people and not ambiguous and not _SELF.match(text)):
            people = inherited
        if bullet:
            parents.append((depth, people))
        yield Part(first, last, people, ambiguous, is_meeting)


def subject(text: str, roster: Roster) -> tuple[tuple[PersonId, ...], tuple[str, ...]]:
    """Whom a paragraph is about: who is named first and early, with whom he is joined.

    Else the only one named.
    """
    mentions = roster.mentions(text)
    if not mentions or _SELF.match(text):
        return (), ()
    lead = _LEADING.match(text)
    before = text[lead.end() if lead else 0 : mentions[0].start]
    if len(before) <= _NEAR and not re.search(r"[.!?;]\s", before):
        joined = _joined(text, mentions)
        sure = [m.people[0] for m in joined if len(m.people) == 1]
        open_names = [m for m in joined if len(m.people) > 1]
        for mention in open_names:
            told = {m.people[0] for m in mentions if len(m.people) == 1 and m.people[0] in mention.people}
            sure += told if len(told) == 1 else ()
        if sure:
            return tuple(dict.fromkeys(sure)), ()
        return (), tuple(dict.fromkeys(text[m.start : m.end] for m in open_names if m.end - m.start > 1))
    named = {m.people for m in mentions}
    if len(named) == 1:
        people = named.pop()
        return (people, ()) if len(people) == 1 else ((), (text[mentions[0].start : mentions[0].end],))
    return (), ()


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    joined = [mentions[0]]
    for mention in mentions[1:]:
        if not _JOINT.fullmatch(text[joined[-1].end : mention.start]):
            break
        joined.append(mention)
    return joined


def _runs(lines: list[str], entry: Entry, roster: Roster) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for number in range(entry.first, entry.last + 1):
        line = lines[number - 1]
        if (first is not None and (not line.strip() or _begins(line, roster))) or (
            first is not None and _HEADING.match(lines[first - 1])
        ):
            yield first, number - 1
            first = None
        if first is None and line.strip():
            first = number
    if first is not None:
        yield first, entry.last


def _begins(line: str, roster: Roster) -> bool:
    if _BULLET.match(line) or _HEADING.match(line):
        return True
    return line[:1].isupper() and any(mention.start == 0 for mention in roster.mentions(line[:60]))

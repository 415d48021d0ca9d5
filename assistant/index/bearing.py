"""What team notes say that bears on one person: passages that name his customers, and of each passage his lines alone.

A team note holds everybody's matters, often a line each. What is quoted of it to one person is a line that names him or his
customers; where it names neither, one that names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from assistant.index.catalog import Catalog
from assistant.index.customers import CustomerNames
from assistant.index.quoting import quoted_at, sentences_of
from assistant.models import Evidence, NoteKind, Passage, PersonId, Section

_MOST = 200
_NEW_ITEM = re.compile(r"^\s*(?:[-*+•–>#|]|\d{1,2}[.)]\s|\[[ xX/-]\])")
_POINTS = re.compile(
    r"^(?:bears? on|touch(?:es)?|affects?|concerns?|applies to|relevant (?:for|to)|for|see|cc|hits?|betrifft)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 6
"""A sentence of fewer words says nothing that could be asked about."""


class TeamLine(NamedTuple):
    """A sentence of a team note and the customer on whom it bears."""

    evidence: Evidence
    customer: str


class Bearing:
    """What bears on one person, as the catalog has it when it is first asked."""

    def __init__(self, catalog: Catalog, person: PersonId) -> None:
        customers = catalog.customers()
        self._catalog, self._person = catalog, person
        self._roster = catalog.roster()
        self._mine = CustomerNames(customers.get(person, ()))
        self._others = CustomerNames(name for owner, names in customers.items() if owner != person for name in names)

    @cached_property
    def rows(self) -> list[int]:
        """Row ids of passages of team notes that name any of his customers, the newest first."""
        found = self._catalog.words.naming(self._mine.forms, NoteKind.TEAM, _MOST)
        return [row for row, text in found if self._mine.first_in(text)]

    def passages(self) -> list[Passage]:
        """The same as passages."""
        found = self._catalog.passages_by_row(self.rows)
        return [found[row] for row in self.rows if row in found]

    def entries(self) -> list[Section]:
        """The same as entries."""
        return [
            Section.model_construct(
                path=passage.path,
                line_start=passage.line_start,
                line_end=passage.line_end,
                kind=passage.kind,
                date=passage.date,
                people=passage.people,
                text=passage.text,
            )
            for passage in self.passages()
        ]

    def offsets(self, passage: Passage) -> frozenset[int] | None:
        """Which lines of a passage may be quoted to him, counted from its first; None for all, of a note that is no team's."""
        if passage.kind is not NoteKind.TEAM:
            return None
        mine: set[int] = set()
        nobodys: set[int] = set()
        for first, item in _items(passage.text):
            text = "\n".join(item)
            named = self._named(text)
            if (self._person,) in named or self._mine.first_in(text):
                mine.update(range(first, first + len(item)))
            elif not named and not self._others.first_in(text):
                nobodys.update(range(first, first + len(item)))
        return frozenset(mine or (nobodys if self._person in passage.people else ()))

    def lines(self) -> Iterator[TeamLine]:
        """What team notes say of his customers and of nobody else's, the newest first, a sentence each."""
        seen: set[str] = set()
        for passage in self.passages():
            for first, item in _items(passage.text):
                customer = self._mine.first_in("\n".join(item))
                told = self._told(item) if customer else None
                if customer and told and told[1] not in seen and self._named(told[1]) <= {(self._person,)}:
                    seen.add(told[1])
                    yield TeamLine(quoted_at(passage, first + told[0], told[1]), customer)

    def _told(self, item: Sequence[str]) -> tuple[int, str] | None:
        """The sentence of an item that tells what bears on his customer, and the offset of its line.

        `Bears on Hexham`, and a list of everybody's customers, tell it of another sentence of the item.
        """
        sentences = [(n, text) for n, line in enumerate(item) for text in sentences_of(line.lstrip("# "))]
        telling = [one for one in sentences if len(one[1].split()) >= _LEAST_WORDS and not self._points(one[1])]
        named = [one for one in sentences if self._mine.first_in(one[1])]
        if any(self._points(text) for _, text in named):
            named = named + telling
        return next((one for one in named if one in telling), None)

    def _points(self, text: str) -> bool:
        return bool(_POINTS.match(text) or self._others.first_in(text))

    def _named(self, text: str) -> set[tuple[PersonId, ...]]:
        """Whom each name in a text can mean."""
        return {mention.people for mention in self._roster.mentions(text)}


def _items(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """The bullets and paragraphs of a text, each with the offset of its first line."""
    item: list[str] = []
    lines = text.split("\n")
    for offset, line in enumerate([*lines, ""]):
        if item and (not line.strip() or _NEW_ITEM.match(line)):
            yield offset - len(item), item
            item = []
        if line.strip():
            item.append(line)

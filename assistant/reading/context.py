"""What a reader knows besides the line itself: who the people are, and the names of deals and customers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from assistant.models import PersonId, Section
from assistant.reading.customers import customer_forms
from assistant.vault.folding import fold_word
from assistant.vault.roster import Roster

_PREFIX = re.compile(
    r"^\s*(?:[-*+•–>]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX/-]\]\s*)?(?:\*\*)?([A-Z][\w&'’.+-]*(?:\s(?:[A-Z&+][\w&'’.-]*|of|and|der|van)){0,3})(?:\*\*)?(?:\s*\([^)]{0,60}\))?\s*(?::|->|→|–| - |—|=)"
)
_NO_DEALS = frozenset(
    (
        "asked debrief good next note notes crm q1 q2 q3 q4 todo action actions me price feedback hols "
        "commission dials forecast pipeline update next steps follow up coaching agenda topics deals on risk "
        "end start tone mood leads quick big general personal wins win also today reminder plan plans summary "
        "key points discussion commitments promises promised claims open done he she they says said i we a b "
        "c d e f m s t z counsel customer buyer client cfo ceo md fd procurement legal finance on present them us team attendees who what when why how where date time with from to re fyi nb ps"
    ).split()
)
_LONG_LINE = 300
"""In a longer line, a deal that is named only after some words has nothing to do with them."""

_LOOKED_UP: ContextVar[set[str] | None] = ContextVar("names looked up", default=None)


@contextmanager
def names_looked_up() -> Iterator[set[str]]:
    """Every name that readers look up meanwhile; what they find depends on whom these mean."""
    names: set[str] = set()
    before = _LOOKED_UP.set(names)
    try:
        yield names
    finally:
        _LOOKED_UP.reset(before)


def _looked_up(name: str) -> None:
    if (names := _LOOKED_UP.get()) is not None:
        names.add(name)


@dataclass(frozen=True)
class ReadingContext:
    """People and accounts; the same context and text give the same findings."""

    roster: Roster
    accounts: tuple[str, ...] = ()
    """Customers of the pipeline, as written there."""
    month_first: bool = False
    """Whether numeric dates put the month first in these notes."""
    owners: dict[str, PersonId] = field(default_factory=dict)
    """Whose deal an account is, by account."""
    masks: dict[tuple[str, PersonId | None, str, bool], list[str]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Words already masked, by the word, whose entry it stands in, who says it, and whether it opens a sentence."""

    def whom(self, name: str) -> tuple[PersonId, ...]:
        """Everybody whom a name can mean."""
        _looked_up(name)
        return self.roster.resolve(name)

    def is_manager(self, name: str) -> bool:
        """Whether a name is the manager's own."""
        if " " in name:
            _looked_up(name)  # `Wouter Dijkstra` is WD unless somebody of the team is called so
        return self.roster.is_manager(name)

    def deal_in(self, text: str) -> str | None:
        """The first customer or deal that a text names, in the account's spelling."""
        found = self.deals_in(text)
        return found[0] if found else None

    def deals_in(self, text: str) -> tuple[str, ...]:
        """Every customer that a text names, in order."""
        if self._pattern is None:
            return ()
        hits = (self.customer_forms[match[1]] for match in self._pattern.finditer(fold_word(text)))
        return tuple(dict.fromkeys(hits))

    def deal_spans(self, text: str) -> list[tuple[int, int]]:
        """Where a text names a customer."""
        plain = fold_word(text)
        if self._pattern is None or len(plain) != len(text):
            return []
        return [match.span(1) for match in self._pattern.finditer(plain)]

    def deal_of(self, line: str, section: Section) -> str | None:
        """The deal a line is about: named in it, else its own prefix, else that of the heading or the file's name."""
        return (
            self.deal_in(line)
            or self.prefix_of(line)
            or self.deal_in(section.heading)
            or (self.deal_in(Path(section.path).stem) if section.kind.value in ("call", "document") else None)
        )

    def deal_at(self, line: str, start: int, end: int, section: Section) -> str | None:
        """The deal that a part of a line is about: named in it, or the nearest before it, else that of the whole line."""
        here = self.deal_in(line[start:end])
        if here:
            return here
        before = self.deals_in(line[:start])
        if before:
            return before[-1]
        if section.kind.value in ("call", "document") and (
            whose := self.deal_in(section.heading) or self.deal_in(Path(section.path).stem)
        ):
            return self.deal_in(line) or whose
        return self.prefix_of(line) if len(line) > _LONG_LINE else self.deal_of(line, section)

    def prefix_of(self, line: str) -> str | None:
        """`Harkstow` of `- Harkstow: says …`, where it is no person and no word of the trade."""
        match = _PREFIX.match(line)
        if not match:
            return None
        name = match[1].strip()
        if fold_word(name) in _NO_DEALS or self.whom(name) or self.is_manager(name):
            return None
        return name if len(name) > 2 and not name.isdigit() else None

    @cached_property
    def customer_forms(self) -> Mapping[str, str]:
        """How a text may name each customer, folded, with the account that it means."""
        return customer_forms(self.accounts, self.roster)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.customer_forms:
            return None
        names = "|".join(re.escape(form) for form in sorted(self.customer_forms, key=len, reverse=True))
        return re.compile(rf"(?<![\w])({names})(?=$|[\W_]|s\b)")


def own_person(section: Section) -> PersonId | None:
    """Whose entry it is, where it is one person's."""
    return section.people[0] if len(section.people) == 1 else None


def accounts_of(deals: Sequence[tuple[str, PersonId | None]]) -> dict[str, PersonId]:
    """Whose each account is, where one person has all its deals."""
    owners: dict[str, set[PersonId | None]] = {}
    for account, owner in deals:
        owners.setdefault(account, set()).add(owner)
    return {account: next(iter(ids)) for account, ids in owners.items() if len(ids) == 1 and None not in ids}  # type: ignore[misc]

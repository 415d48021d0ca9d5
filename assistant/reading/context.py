"""What a reader knows besides the line itself: who the people are, and the names of deals and customers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from assistant.models import PersonId, Section
from assistant.vault.folding import fold_word
from assistant.vault.roster import Roster

_PREFIX = re.compile(
    r"^\s*(?:[-*+•–>]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX/-]\]\s*)?(?:\*\*)?([A-Z][\w&'’.+-]*(?:\s(?:[A-Z&+][\w&'’.-]*|of|and|der|van)){0,3})(?:\*\*)?(?:\s*\([^)]{0,60}\))?\s*(?::|->|→|–| - |—|=)"
)
_ABBREVIATED = re.compile(r"\b([A-Z])[a-z]+\s(?:&|and|\+)\s([A-Z])[a-z]+")
_SUFFIX = frozenset(
    (
        "ltd limited inc corp llc gmbh ag bv nv plc group holding holdings company co sa spa kg partners "
        "services solutions systems international industries brothers bros sons"
    ).split()
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
_GENERIC_FIRST = frozenset(
    (
        "klinikum praxis uniklinik university hospital hospitals clinic college school city county council stadt gemeente ville hotel haus st san saint the "
        "new north south east west great grand grupo groupe gruppe royal national united general first central metro brouwerij brauerei ferme textiel "
        "bank banque banco praxis kreiskrankenhaus mvz holy port"
    ).split()
)
"""Words that begin many names: such a customer is called by its last word."""
_LONG_LINE = 300
"""In a longer line, a deal that is named only after some words has nothing to do with them."""


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

    def deal_in(self, text: str) -> str | None:
        """The first customer or deal that a text names, in the account's spelling."""
        found = self.deals_in(text)
        return found[0] if found else None

    def deals_in(self, text: str) -> tuple[str, ...]:
        """Every customer that a text names, in order."""
        if self._pattern is None:
            return ()
        hits = (self._forms[match[1]] for match in self._pattern.finditer(fold_word(text)))
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
        if fold_word(name) in _NO_DEALS or self.roster.resolve(name) or self.roster.is_manager(name):
            return None
        return name if len(name) > 2 and not name.isdigit() else None

    @cached_property
    def _forms(self) -> dict[str, str]:
        forms: dict[str, str] = {}
        first_words: dict[str, list[str]] = {}
        for account in self.accounts:
            words = [w for w in re.findall(r"[^\W_]+", fold_word(account)) if w not in _SUFFIX]
            if not words:
                continue
            forms[" ".join(words)] = account
            first_words.setdefault(words[0], []).append(account)
            initials = _ABBREVIATED.search(account)
            if initials:
                forms[f"{initials[1]}&{initials[2]}".casefold()] = account
            if words[0] in _GENERIC_FIRST and len(words) > 1:
                first_words.setdefault(words[-1], []).append(account)
        for word, accounts in first_words.items():
            if word in _GENERIC_FIRST:
                continue
            if len(accounts) == 1 and len(word) > 3 and not self.roster.resolve(word):
                forms.setdefault(word, accounts[0])
        return forms

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self._forms:
            return None
        names = "|".join(re.escape(form) for form in sorted(self._forms, key=len, reverse=True))
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

"""Whose customers are whose: by the newest export, and by the names that somebody's own notes keep coming back to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from assistant.index.schema import Tables
from assistant.models import PersonId
from assistant.vault.folding import fold_word

_OFTEN = 2
"""A name of so many entries is come back to."""
_MINE = 3
"""A name is his alone whose notes hold it so many times as often as everybody else's."""
_GENERIC = frozenset(
    """
    advanced alliance american associated atlantic best british business central city club company corporate dutch east
    eastern european express federal first general german global grand great green group high home house
    independent industrial institute international local metro modern national new north northern pacific premier
    prime pro public quality regional royal smart solutions south southern standard state systems team united
    universal university urban west western world
    """.split()
)
"""First words of many company names; alone they name none."""


def customers_in(tables: Tables, accounts: Mapping[str, PersonId]) -> dict[PersonId, list[str]]:
    """Each person's customers: those that the export gives to him alone, then names of his notes in alphabetical order."""
    found: defaultdict[PersonId, list[str]] = defaultdict(list)
    for account, owner in accounts.items():
        found[owner].append(account)
    taken = {fold_word(form) for account in accounts for form in forms_of_customer(account)}
    for person, name in _come_back_to(tables):
        if not any(fold_word(form) in taken for form in forms_of_customer(name)):
            found[person].append(name)
    return dict(found)


def _come_back_to(tables: Tables) -> Iterator[tuple[PersonId, str]]:
    rows = tables.rows(
        "SELECT name, person, count(*), max(is_placed) FROM named GROUP BY name, person ORDER BY name, person"
    )
    totals: defaultdict[str, int] = defaultdict(int)
    for name, _, count, _ in rows:
        totals[name] += count
    for name, person, count, is_placed in rows:
        if is_placed and count >= _OFTEN and count >= _MINE * (totals[name] - count):
            yield person, name


def forms_of_customer(customer: str) -> list[str]:
    """How a customer is named: in full, or by the first word of its name where that tells it."""
    whole = " ".join(customer.split())
    first = whole.partition(" ")[0].strip(",.")
    is_telling = len(first) > 3 and first.casefold() not in _GENERIC
    return list(dict.fromkeys(form for form in (whole, first if is_telling else "") if form))


class CustomerNames:
    """Finds some customers in texts; each with its capital."""

    def __init__(self, customers: Iterable[str]) -> None:
        told = {form: customer for customer in customers for form in reversed(forms_of_customer(customer))}
        self.forms: Sequence[str] = sorted(told, key=lambda form: (-len(form), form))
        """The longest first."""
        self._told = told

    def first_in(self, text: str) -> str | None:
        """The customer that a text names first."""
        found = _pattern(tuple(self.forms)).search(text) if self.forms else None
        return self._told[found[0]] if found else None


@lru_cache(maxsize=16)
def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms))

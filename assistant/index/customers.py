"""Passages of team notes that bear on one person's deals: those that name his customers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.index.catalog import Catalog
from assistant.index.words import WordSearch
from assistant.models import NoteKind, Section

_MOST = 200
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


def passages_naming(words: WordSearch, accounts: Sequence[str]) -> list[int]:
    """Row ids of passages of team notes that name any of these customers, the newest first.

    A customer is named in full, or by the first word of its name with its capital.
    """
    forms = sorted({form for account in accounts for form in _forms(account)}, key=lambda form: (-len(form), form))
    if not forms:
        return []
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms))
    return [row for row, text in words.naming(forms, NoteKind.TEAM, _MOST) if pattern.search(text)]


def team_entries_naming(catalog: Catalog, accounts: Sequence[str]) -> list[Section]:
    """Those passages as entries, the newest first."""
    rows = passages_naming(catalog.words, accounts)
    found = catalog.passages_by_row(rows)
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
        for row in rows
        if (passage := found.get(row)) is not None
    ]


def _forms(account: str) -> list[str]:
    whole = " ".join(account.split())
    first = whole.partition(" ")[0].strip(",.")
    is_telling = len(first) > 3 and first.casefold() not in _GENERIC
    return [form for form in (whole, first if is_telling else "") if form]

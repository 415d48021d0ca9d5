"""What all notes together say about who people are: how often each thing is said.

A note can be put in and taken out again, so that one changed note costs that note. Nothing here depends on the order of the notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from assistant.vault.folding import fold_word
from assistant.vault.signals import Signals

SignKind = Literal[
    "strong",
    "titled",
    "met",
    "link",
    "linked",
    "self",
    "full",
    "full at home",
    "equals",
    "equals at home",
    "head",
    "start",
]
Sign = tuple[SignKind, str, str]
"""A kind, and what is said; `head` and `start` have first whose own note it is, `full at home` too, `equals` the short form."""


def signs_of(signals: Signals) -> Counter[Sign]:
    """What one note adds."""
    said: Counter[Sign] = Counter()
    own = fold_word(signals.strong[-1]) if signals.strong else ""
    homes = {fold_word(name) for name in signals.strong}
    said.update(("strong", name, "") for name in signals.strong)
    said.update(("titled", name, "") for name in signals.titled)
    said.update(("met", name, "") for name in signals.met)
    said.update(("link", name, "") for name in signals.links)
    said.update(("self", name, "") for name in signals.selves)
    said.update(("full", name, "") for name in signals.full_names)
    said.update(("full at home", home, name) for home in homes for name in signals.full_names)
    said.update(("equals", short, full) for short, full in signals.equals)
    said.update(("equals at home", short, full) for short, full in signals.equals if fold_word(short) in homes)
    said.update(("head", own, word) for word in signals.heads)
    said.update(("start", own, word) for word in signals.starts)
    if signals.is_meeting:
        said.update(("met", name, "") for name in set(signals.titled))
        said.update(("linked", name, "") for name in signals.links)
    return said


class Tally:
    """How often each thing is said, kind by kind, in alphabetical order."""

    def __init__(self, signs: Mapping[Sign, int]) -> None:
        self._kinds: dict[SignKind, dict[tuple[str, str], int]] = {}
        self._names: dict[SignKind, Counter[str]] = {}
        for (kind, first, second), count in sorted(signs.items()):
            self._kinds.setdefault(kind, {})[first, second] = count

    def pairs(self, kind: SignKind) -> Mapping[tuple[str, str], int]:
        """Everything of a kind that says two things, with how often it is said."""
        return self._kinds.get(kind, {})

    def names(self, kind: SignKind) -> Counter[str]:
        """Everything of a kind that says one thing."""
        if kind not in self._names:
            self._names[kind] = Counter({first: count for (first, _), count in self.pairs(kind).items()})
        return self._names[kind]

    @cached_property
    def starts(self) -> Counter[str]:
        """Names that lines begin with, wherever."""
        counts: Counter[str] = Counter()
        for (_, word), count in self.pairs("start").items():
            counts[word] += count
        return counts

    @cached_property
    def full_by_first(self) -> Mapping[str, Sequence[str]]:
        """Full names by their first name, folded."""
        found: dict[str, list[str]] = {}
        for name in self.names("full"):
            found.setdefault(fold_word(name).split()[0], []).append(name)
        return found


def tally_of(signals: Iterable[Signals]) -> Tally:
    """What some notes say together."""
    signs: Counter[Sign] = Counter()
    for one in signals:
        signs.update(signs_of(one))
    return Tally(signs)

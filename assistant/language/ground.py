"""What an answer of a model is judged against, and what a refusal says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cached_property
from typing import Literal

from assistant.models import Evidence, Value
from assistant.vault.folding import fold_word

RefusalKind = Literal[
    "schema", "evidence", "instruction", "sensitive", "name", "number", "date", "quote", "fact", "promise", "lint",
    "stacked", "meaning", "repeat", "generic",
]  # fmt: skip


class Answer(Value):
    """One item as a model gave it."""

    text: str
    evidence: tuple[str, ...] = ()
    """The ids it cites."""
    listen_for: str = ""
    follow_up: str = ""


class Refusal(Value):
    """One reason why an answer is not shown."""

    kind: RefusalKind
    reason: str
    """A sentence to the model, for its second try."""


@dataclass(frozen=True)
class Ground:
    """Everything that an answer may lean on."""

    offered: Mapping[str, Evidence]
    """The lines a model could cite, by id."""
    person: str
    """The seller's full name."""
    today: Date
    offline: str
    """The item that stands there without a model: made by the program, so its names and dates hold."""
    bank: str = ""
    """The question of the bank without its slots."""
    is_request: bool = False
    is_adapted: bool = False
    """The model was to keep the meaning of the offline item."""
    full_names: Sequence[str] = ()
    """Of people and customers in the notes: who is named in part may be named in full."""
    known: frozenset[str] = frozenset()
    """Folded words of the names of people and customers anywhere in the notes."""
    standing: Sequence[str] = field(default=())
    """The other items of the brief."""

    def cited(self, answer: Answer) -> list[Evidence]:
        """The lines that an answer cites; ids that were not offered are left out."""
        return [self.offered[name] for name in answer.evidence if name in self.offered]

    def lines(self, answer: Answer) -> str:
        """The words of the cited lines."""
        return "\n".join(line.quote for line in self.cited(answer))

    def held(self, answer: Answer) -> str:
        """Every word that an answer may take a name, a number or a date from."""
        said = "\n".join((self.lines(answer), self.offline, self.bank, self.person))
        there = set(re.findall(r"\w+", fold_word(said)))
        in_full = [name for name in self.full_names if fold_word(name).split()[0] in there]
        return "\n".join((said, *in_full))

    @cached_property
    def first_name(self) -> str:
        """How the seller is spoken to."""
        return self.person.partition(" ")[0]

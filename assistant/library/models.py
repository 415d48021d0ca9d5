"""What the knowledge files hold: principles, bank questions, claim kinds."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PRINCIPLE_IDS = (
    "morale-over-method", "activity-obsession", "hopeless-turnaround", "deal-hijacking", "excuse-making", "detachment",
    "spreadsheet-focus", "platitudes", "knee-jerk-changes", "unfiltered-relay", "performance-avoidance",
    "rules-of-engagement", "baseline-process", "capacity-competency", "governance-show-me", "enable-coach",
    "discovery-questions", "value-story", "objection-plays", "good-practice-sharing", "marketing-interlock",
    "voice-of-reason", "performance-management", "culture-climate", "continual-learning", "seller-growth-attrition",
    "metrics-beyond-revenue",
)  # fmt: skip

MatterKind = Literal[
    "unshown-claim",
    "contradicted-claim",
    "stale-claim",
    "own-promise-overdue",
    "own-promise-open",
    "report-promise-overdue",
    "report-promise-open",
    "bright-spot",
    "shown",
    "slipped-deal",
    "stale-deal",
    "no-next-step",
    "overloaded",
    "underloaded",
    "note",
    "team-message",
    "first-meeting",
    "trait",
]


class Entry(BaseModel):
    """One entry of a knowledge file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Principle(Entry):
    """One principle, as its page tells it."""

    id: str
    title: str
    kind: Literal["trait", "area"]
    statement: str
    """What it says, in a sentence or two."""
    why: str
    """Why it matters."""
    signs: tuple[str, ...] = Field(min_length=5)
    """How it shows in a manager's notes."""
    instead: tuple[str, ...] = Field(min_length=1)
    """What to do instead; the first is the one thing to try this week."""
    sounds_like: tuple[tuple[str, str], ...] = Field(min_length=2)
    """Pairs: done badly, done well."""
    situations: tuple[str, ...] = Field(min_length=5)
    """Situations in a manager's own words, that search learns from."""

    @property
    def to_try(self) -> str:
        """One thing to try this week."""
        return self.instead[0]


class Trial(Entry):
    """A question as it was asked of one note."""

    note: str
    asked: str


class BankQuestion(Entry):
    """One coaching question and where it fits."""

    id: str
    principle: str
    audience: Literal["seller", "manager"] = "seller"
    grow: Literal["goal", "reality", "options", "will"]
    fits: tuple[MatterKind, ...] = Field(min_length=1)
    """The kinds of matter it may be asked about."""
    situation: str
    """When it fits, in plain words."""
    text: str
    """The question without slots, for where there are no notes."""
    templates: tuple[str, ...] = Field(min_length=1)
    """Forms with slots that the notes fill."""
    listen_for: str
    follow_up: str
    tried: tuple[Trial, ...] = ()
    """What it came to on two notes."""


class ClaimKind(Entry):
    """A kind of claim, what would show it, and how to ask for that."""

    id: str
    title: str
    sounds_like: tuple[str, ...] = Field(min_length=2)
    artefacts: tuple[str, ...] = Field(min_length=2)
    requests: tuple[str, ...] = Field(min_length=3)
    """Forms with the slots {deal}, {person}, {artefact}, {quote}; at least one without {deal}."""


class Library(Entry):
    """Everything the knowledge files hold, the manager's own over the shipped ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    principles: dict[str, Principle]
    questions: tuple[BankQuestion, ...]
    claim_kinds: dict[str, ClaimKind]

    @cached_property
    def digest(self) -> str:
        """Changes when any word of the knowledge does."""
        return sha256(self.model_dump_json().encode()).hexdigest()

"""What the knowledge files hold: principles, bank questions, claim kinds, each with its line."""

from __future__ import annotations

import string
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from assistant.models import Value

Audience = Literal["seller", "manager"]
Grow = Literal["goal", "reality", "options", "will"]
Fit = Literal[
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
    "first-meeting",
    "trait",
]
"""The kinds of matter that a question can be asked about."""
FITS: tuple[str, ...] = get_args(Fit)
QUESTION_SLOTS = frozenset({"deal", "quote", "person", "date", "promise", "claim", "number", "contact"})
REQUEST_SLOTS = frozenset({"deal", "person", "artefact", "quote"})

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]


def _slots_in(allowed: frozenset[str]) -> AfterValidator:
    def check(form: str) -> str:
        for _, name, spec, _ in string.Formatter().parse(form):
            if name is not None and (name not in allowed or spec):
                raise ValueError(f"{{{name}}} is no slot; the slots are {', '.join(sorted(allowed))}")
        return form

    return AfterValidator(check)


class Phrase(Value):
    """One entry of a list in a principle file."""

    text: Text
    line: int
    """Where it starts in its file, from 1."""


class SoundsLike(Value):
    """The same moment, said badly and said well."""

    badly: Phrase
    well: Phrase


class Principle(Value):
    """One principle: what it says, how to see it in notes, what to do about it."""

    id: Id
    title: Text
    kind: Literal["trait", "area"]
    """A habit of managers, or an area of the role."""
    audience: Audience
    """Whose part it is above all."""
    aka: tuple[Text, ...] = ()
    """Other names that people give it."""
    statement: Text
    why: Text
    signs: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What a manager's notes hold when it is at stake."""
    instead: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """What to do instead, or to do more of."""
    to_try: Text
    """One thing for this week, as the end of a sentence."""
    sounds_like: tuple[SoundsLike, ...]
    situations: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """Situations in a manager's words that use none of the principle's own."""
    path: str
    """`knowledge/…` for what is shipped, `.showme/knowledge/…` for the manager's own."""
    line: int = 1


class Tried(Value):
    """A question as it came out on one note."""

    note: Text
    asked: Text


class BankQuestion(Value):
    """A coaching question that can be fitted to a note."""

    id: Id
    principle: Id
    """The file's name where the entry does not say."""
    audience: Audience = "seller"
    grow: Grow
    situation: Text
    """When it fits, in plain words."""
    fits: Annotated[tuple[Fit, ...], Field(min_length=1)]
    text: Text
    """The plain form, without slots."""
    templates: Annotated[tuple[Annotated[Text, _slots_in(QUESTION_SLOTS)], ...], Field(min_length=1)]
    listen_for: Text
    follow_up: Text
    tried: tuple[Tried, ...] = ()
    path: str = ""
    line: int = 1


class ClaimKind(Value):
    """A kind of claim: how it sounds, what would show it, how to ask for that."""

    id: Id
    title: Text
    sounds_like: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Examples as they stand in notes."""
    cues: tuple[Text, ...] = ()
    """Words and turns that give the kind away, lower case."""
    artefacts: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What would show it; each reads well after "which" and after "the"."""
    requests: Annotated[tuple[Annotated[Text, _slots_in(REQUEST_SLOTS)], ...], Field(min_length=1)]
    """Ways to ask; at least one does without {deal}."""
    stakes: Annotated[float, Field(ge=0, le=1)]
    """What rides on it; ranks requests, is never shown."""
    path: str = ""
    line: int = 1


class Library(Value):
    """All knowledge, the manager's own over what is shipped."""

    principles: dict[str, Principle]
    questions: tuple[BankQuestion, ...]
    claim_kinds: dict[str, ClaimKind]
    digest: str
    """SHA-256 over every file read: the same digest, the same knowledge."""

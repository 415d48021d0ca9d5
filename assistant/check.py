"""How good the reading is on the manager's own notes: a random sample, his marks, precision and recall with an interval.

Precision comes from findings drawn over all notes, recall from the notes that he read whole; the same finding is asked about once.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Literal

from assistant.ledger.marks import Marks
from assistant.models import BrightSpot, Claim, Commitment, Evidence, Ledger, Value

SAMPLE_SIZE = 20
ENOUGH = 20
"""With fewer marks, or fewer things in the notes read whole, there is no figure, only "too few to tell"."""
_Z = 1.96

Kind = Literal["claim", "promise", "bright spot"]


class Sampled(Value):
    """One finding to be marked."""

    id: str
    kind: Kind
    text: str
    evidence: Evidence


class Quality(Value):
    """The tool's own precision and recall on these notes, with 95 % intervals; None where there are too few marks."""

    marked: int
    notes: int = 0
    """How many notes were read whole."""
    there: int = 0
    """How much there was to find in them: what was found and is right, and what was missed."""
    precision: float | None = None
    low: float | None = None
    high: float | None = None
    recall: float | None = None
    recall_low: float | None = None
    recall_high: float | None = None


def findings_to_mark(ledgers: Iterable[Ledger]) -> list[Sampled]:
    """Everything that stands in the ledgers and can be right or wrong."""
    found: list[Sampled] = []
    for ledger in ledgers:
        found += [Sampled(id=c.id, kind="claim", text=c.text, evidence=c.evidence[0]) for c in ledger.claims]
        found += [Sampled(id=c.id, kind="promise", text=c.text, evidence=c.evidence[0]) for c in ledger.commitments]
        found += [
            Sampled(id=b.id, kind="bright spot", text=b.text, evidence=b.evidence[0]) for b in ledger.bright_spots
        ]
    return found


def found_in(ledgers: Iterable[Ledger], path: str) -> list[Sampled]:
    """What was found in one note, also what other notes say too; each with its line there."""
    found: list[Sampled] = []
    for ledger in ledgers:
        items: list[Claim | Commitment | BrightSpot] = [*ledger.claims, *ledger.commitments, *ledger.bright_spots]
        for item in items:
            against = item.contradicted_by if isinstance(item, Claim) else None
            line = next((line for line in item.evidence if line.path == path and line != against), None)
            if line is not None:
                found.append(Sampled(id=item.id, kind=_kind(item), text=item.text, evidence=line))
    return found


def _kind(item: Claim | Commitment | BrightSpot) -> Kind:
    return "claim" if isinstance(item, Claim) else "promise" if isinstance(item, Commitment) else "bright spot"


def draw_sample(found: Sequence[Sampled], marks: Marks, seed: int, size: int = SAMPLE_SIZE) -> list[Sampled]:
    """At most `size` findings that have no mark yet, each as likely as the next."""
    known = marks.known()
    unmarked = sorted((item for item in found if item.id not in known), key=lambda item: item.id)
    return random.Random(seed).sample(unmarked, min(size, len(unmarked)))  # noqa: S311 (a sample, not a secret)


def draw_note(paths: Iterable[str], marks: Marks, seed: int) -> str | None:
    """One note to read whole for what was missed, one that was begun first; None where all were read."""
    unread = sorted(set(paths) - marks.whole().keys())
    unread = [path for path in unread if path in marks.notes] or unread
    return random.Random(seed).choice(unread) if unread else None  # noqa: S311


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson; holds up at small numbers and at the ends."""
    if total == 0:
        return 0.0, 1.0
    share, square = right / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def measure(marks: Marks) -> Quality:
    """Precision over the findings that were drawn; recall over all that there was to find in the notes read whole."""
    answers = [mark.answer for mark in marks.findings.values()]
    right, marked = answers.count("right"), len(answers)
    notes = marks.whole().values()
    found = sum(len(note.right) for note in notes)
    there = found + sum(note.missed or 0 for note in notes)
    quality = Quality(marked=marked, notes=len(notes), there=there)
    if marked >= ENOUGH:
        low, high = wilson(right, marked)
        quality = quality.model_copy(update={"precision": right / marked, "low": low, "high": high})
    if there >= ENOUGH:
        low, high = wilson(found, there)
        quality = quality.model_copy(update={"recall": found / there, "recall_low": low, "recall_high": high})
    return quality


def figures(quality: Quality) -> dict[str, float] | None:
    """What stands on a brief as `quality`, or None where there are too few marks."""
    if quality.precision is None or quality.low is None or quality.high is None:
        return None
    return {
        "marked": quality.marked,
        "precision": quality.precision,
        "low": quality.low,
        "high": quality.high,
    }


def describe_quality(quality: Quality) -> str:
    """One line for a person."""
    if quality.precision is None or quality.low is None or quality.high is None:
        text = f"{quality.marked} of {ENOUGH} marks: too few to tell how often the findings are right."
    else:
        text = f"Of {quality.marked} findings that you marked, {quality.precision:.0%} were right ({quality.low:.0%} to {quality.high:.0%})."
    if not quality.notes:
        return text
    notes = "one note" if quality.notes == 1 else f"{quality.notes} notes"
    if quality.recall is None or quality.recall_low is None or quality.recall_high is None:
        return f"{text} {quality.there} of {ENOUGH} things in {notes} that you read whole: too few to tell how much is found."
    share = f"{quality.recall:.0%} was found ({quality.recall_low:.0%} to {quality.recall_high:.0%})"
    return f"{text} Of {quality.there} things in {notes} that you read whole, {share}."

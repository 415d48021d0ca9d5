"""How good the reading is on the manager's own notes: a random sample, his marks, precision and recall with an interval.

Marks lie in `<vault>/.showme/ledger/marks.toml`; the same finding is asked about once.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Date
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.ledger.tables import load_sides
from assistant.models import Evidence, Ledger, Value

if TYPE_CHECKING:
    from assistant.vault.vault import Vault

SAMPLE_SIZE = 20
ENOUGH = 20
"""With fewer marks than this there is no figure, only "too few to tell"."""
_Z = 1.96

Answer = Literal["right", "wrong", "missed"]


class Sampled(Value):
    """One finding to be marked."""

    id: str
    kind: Literal["claim", "promise", "bright spot"]
    text: str
    evidence: Evidence


class Mark(Value):
    """What the manager said of one finding, or of one thing that was missed."""

    answer: Answer
    kind: str
    on: Date


Marks = dict[str, Mark]
"""By finding id; things that were missed are called `missed-1`, `missed-2`, …"""


class Quality(Value):
    """The tool's own precision on these notes, with its 95 % interval; None where there are too few marks."""

    marked: int
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


def draw_sample(
    found: Sequence[Sampled], marks: Mapping[str, Mark], seed: int, size: int = SAMPLE_SIZE
) -> list[Sampled]:
    """At most `size` findings that have no mark yet, each as likely as the next."""
    unmarked = sorted((item for item in found if item.id not in marks), key=lambda item: item.id)
    return random.Random(seed).sample(unmarked, min(size, len(unmarked)))  # noqa: S311 (a sample, not a secret)


def draw_note(paths: Sequence[str], seed: int) -> str | None:
    """One note to read whole for what was missed."""
    return random.Random(seed).choice(sorted(paths)) if paths else None  # noqa: S311


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share after Wilson; holds up at small numbers and at the ends."""
    if total == 0:
        return 0.0, 1.0
    share, square = right / total, _Z * _Z
    middle = (share + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, middle - half), min(1.0, middle + half)


def measure(marks: Mapping[str, Mark]) -> Quality:
    """Precision over the marked findings; recall where something was looked for and counted as missed."""
    right = sum(mark.answer == "right" for mark in marks.values())
    wrong = sum(mark.answer == "wrong" for mark in marks.values())
    missed = sum(mark.answer == "missed" for mark in marks.values())
    if right + wrong < ENOUGH:
        return Quality(marked=right + wrong)
    low, high = wilson(right, right + wrong)
    recall_low, recall_high = wilson(right, right + missed)
    return Quality(
        marked=right + wrong,
        precision=right / (right + wrong),
        low=low,
        high=high,
        recall=right / (right + missed) if missed else None,
        recall_low=recall_low if missed else None,
        recall_high=recall_high if missed else None,
    )


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
        return f"{quality.marked} of {ENOUGH} marks: too few to tell how often the findings are right."
    text = f"Of {quality.marked} findings that you marked, {quality.precision:.0%} were right ({quality.low:.0%} to {quality.high:.0%})."
    if quality.recall is not None and quality.recall_low is not None and quality.recall_high is not None:
        text += f" Found of what there was to find: {quality.recall:.0%} ({quality.recall_low:.0%} to {quality.recall_high:.0%})."
    return text


def _marks_path(state: Path) -> Path:
    return state / "ledger" / "marks.toml"


def load_marks(state: Path) -> Marks:
    """The marks so far. Raises ConfigError that names the file when it cannot be read."""
    sides = load_sides(
        _marks_path(state), lambda table: {key: Mark.model_validate(value) for key, value in table.items()}
    )
    both = sorted((pair for side in sides for pair in side.items()), key=lambda pair: pair[1].on)
    return dict(both) if len(sides) > 1 else dict(*sides)


def save_marks(vault: Vault, marks: Mapping[str, Mark]) -> None:
    """Write all marks as one action that `undo` takes back."""
    import tomlkit

    from assistant.vault.journal import write_files

    document = tomlkit.document()
    document.add(tomlkit.comment("What you said of findings when `showme check` asked."))
    for key in sorted(marks):
        table = tomlkit.table()
        for field, value in marks[key].model_dump().items():
            table.add(field, value)
        document.add(key, table)
    path = _marks_path(vault.state).relative_to(vault.root).as_posix()
    write_files(vault, "marked findings", {path: tomlkit.dumps(document)})

"""What was sent to models: the log that the one line out keeps, read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from assistant.models import Value

LOG = "model-log.jsonl"


class Sent(Value):
    """One call, or how it ended."""

    at: str
    """Time in UTC, ISO 8601."""
    model: str
    host: str
    """Where the words went; `this process` where they stayed."""
    purpose: str
    pseudonyms: bool
    letters: int
    """Characters of the turns."""
    tokens_read: int = 0
    tokens_written: int = 0
    seconds: float = 0.0
    outcome: str
    """`sent`, `answered`, or what went wrong."""


def load_sent(state: Path) -> list[Sent]:
    """All calls of a vault, the oldest first; a line that was cut off is left out."""
    return list(_entries(state / LOG))


def _entries(path: Path) -> Iterator[Sent]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            yield Sent.model_validate_json(line)
        except ValidationError:
            continue

"""What was sent to models: the log that the one line out keeps, and reads back."""

from __future__ import annotations

import os
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
    digest: str = ""
    """SHA-256 of the body, which `--show-prompt` tells too; none in what older versions logged."""
    tokens_read: int = 0
    tokens_written: int = 0
    seconds: float = 0.0
    outcome: str
    """`sent`, `answered`, or what went wrong."""


def keep_sent(state: Path, entry: Sent) -> None:
    """Add one entry to a vault's log, which only its owner may read."""
    from assistant.vault.writing import private_folder

    private_folder(state)
    handle = os.open(state / LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8") as stream:
        stream.write(entry.model_dump_json() + "\n")


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

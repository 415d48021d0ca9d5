"""The entries of the journal: what each action wrote, and what stood there before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from assistant.models import Value
from assistant.vault.vault import Vault

UNDONE, LEFT = ".undone", ".left"
"""How an entry's name ends once its action was taken back, and once it stands for good."""


class Change(Value):
    """One file of an action; the digests are SHA-256 in hex, None where there was or is no file."""

    path: str
    """Relative to the vault."""
    before: str | None
    """The copy of what stood there, in the journal's folder."""
    digest_before: str | None
    digest: str | None
    mode_before: int | None = None
    """The permissions of what stood there."""


class Action(Value):
    """One thing the manager asked for, with every file it wrote."""

    name: str
    """As a person would say it: `captured Morgan Lee`."""
    at: str
    changes: tuple[Change, ...]


def standing(vault: Vault) -> Iterator[tuple[Path, Action]]:
    """Every action that was not taken back, the newest first, with its entry."""
    for file in sorted((vault.state / "journal").glob("*.json"), reverse=True):
        if file.stem.endswith(UNDONE):
            continue
        try:
            yield file, Action.model_validate_json(file.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError):
            continue


def is_as_written(vault: Vault, path: str) -> bool:
    """Whether a file of the vault stands as showme wrote it last; False also where the journal does not know."""
    now = digest_of(vault.root / path)
    return any(
        change.path == path and change.digest == now for _, action in standing(vault) for change in action.changes
    )


def written_by(vault: Vault, change: Change) -> bytes | None:
    """What an action wrote into a file, where a later action kept it before it wrote there again."""
    for _, action in standing(vault):
        for later in action.changes:
            if later.path == change.path and later.digest_before == change.digest and later.before is not None:
                return (vault.state / "journal" / later.before).read_bytes()
    return None


def digest_of(path: Path) -> str | None:
    """SHA-256 in hex of a file, None where there is none."""
    return hash_of(path.read_bytes()) if path.is_file() else None


def hash_of(content: bytes | None) -> str | None:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest() if content is not None else None

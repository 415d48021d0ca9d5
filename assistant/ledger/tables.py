"""The small TOML files of the ledger as they lie on the disk, also where a Git merge left both machines' sides in one.

The next write of the tool puts one file without marks in their place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from assistant.errors import ConfigError
from assistant.vault.conflicts import has_conflict, sides_of

Kept = TypeVar("Kept")


def load_sides(path: Path, read: Callable[[Mapping[str, Any]], Kept]) -> list[Kept]:
    """What `read` makes of the file: nothing where there is none, once as a rule, once a side where Git left conflicts.

    Raises ConfigError that names the file when it cannot be read as it stands.
    """
    try:
        return [read(tomllib.loads(side)) for side in sides_of(path.read_text(encoding="utf-8"))]
    except FileNotFoundError:
        return []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as fault:
        reason = str(fault).splitlines()[0]
        raise ConfigError(
            f"{path} cannot be read ({reason}).", "Mend that line by hand, or move the file aside."
        ) from fault


def merge_notices(state: Path) -> list[str]:
    """A line about each file of the ledger in which Git left conflicts."""
    return [
        f".showme/ledger/{path.name} holds Git's conflict marks: both sides count, the later word where they differ."
        for path in sorted((state / "ledger").glob("*.toml"))
        if has_conflict(path.read_text(encoding="utf-8", errors="replace"))
    ]

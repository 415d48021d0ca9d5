"""The raw text, on the disk before anything reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import ShowMeError
from assistant.vault.folding import slug
from assistant.vault.vault import Vault
from assistant.vault.writing import create_synced, faults_named

CHUNK = 64 * 1024
_FOLDER = "captures"
_REMEDY = "Nothing was processed; make room or see to the permissions, then capture it again."


def keep_raw(vault: Vault, whom: str, suffix: str, chunks: Iterable[bytes]) -> Path:
    """Put the bytes as they come under `.showme/captures/`, for the owner alone, each piece synced.

    `whom` is the name as it was typed: nobody has been looked up yet. Raises ShowMeError when the disk refuses.
    """
    ending = suffix if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", suffix) else ".txt"
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}"
    path = vault.state / _FOLDER / f"{stamp}-{slug(whom)[:40] or 'note'}{ending.lower()}"
    with faults_named(f"The raw text ({path})", _REMEDY):
        create_synced(path, chunks)
    return path


@contextmanager
def naming(raw: Path) -> Iterator[None]:
    """A fault from here on says where the raw text lies."""
    try:
        yield
    except ShowMeError as fault:
        fault.remedy = f"{fault.remedy} Your words lie in {raw}."
        raise

"""The raw text, on the disk before anything reads it; and the draft of what is still being typed."""

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
from assistant.vault.writing import create_synced, faults_named, private_folder, write_atomic

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


class Draft:
    """What somebody types about one person, kept until it has become a note."""

    def __init__(self, vault: Vault, whom: str) -> None:
        self.path = vault.state / _FOLDER / "drafts" / f"{slug(whom) or 'note'}.md"

    def load(self) -> str:
        """The words that were left, or none."""
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def save(self, text: str) -> None:
        """Keep the words in one step. Raises ShowMeError when the disk refuses."""
        with faults_named(f"The draft ({self.path})", "Copy your words elsewhere, then make room on the disk."):
            if text.strip():
                write_atomic(self.path, text)
            else:
                self.path.unlink(missing_ok=True)

    def begin(self) -> Path:
        """The file itself, made where it is not there: an editor of one's own writes into it."""
        private_folder(self.path.parent)
        os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600))
        return self.path

    def discard(self) -> None:
        """It has become a note."""
        self.path.unlink(missing_ok=True)

"""Writes that leave the old file or the new one, never half of either; and a journal to take them back."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ShowMeError

if TYPE_CHECKING:
    from assistant.vault.vault import Vault


def private_folder(path: Path) -> Path:
    """The folder, made with its missing parents for the owner alone; one that is there stays as it is."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def write_atomic(path: Path, text: str, mode: int = 0o600) -> None:
    """Put the text in place in one step: a temporary file beside it, fsync, rename.

    Missing folders are made for their owner alone.
    """
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=".showme-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def journaled_write(vault: Vault, relative: str, text: str) -> Path:
    """Write a file of the vault; what stood there before is kept in `.showme/journal/` first.

    The entry beside it names the path, both digests (SHA-256, hex) and the copy. Raises ShowMeError for a
    path that leads out of the vault.
    """
    path = vault.root / relative
    if not path.resolve().is_relative_to(vault.root.resolve()):
        raise ShowMeError(f"{relative} leads out of the vault.", "Name a file inside it.")
    journal = private_folder(vault.state / "journal")
    before = path.read_bytes() if path.is_file() else None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    if before is not None:
        _keep(journal / f"{stamp}.before", before)
    entry = {
        "path": relative,
        "before": f"{stamp}.before" if before is not None else None,
        "digest_before": hashlib.sha256(before).hexdigest() if before is not None else None,
        "digest": hashlib.sha256(text.encode()).hexdigest(),
    }
    write_atomic(journal / f"{stamp}.json", json.dumps(entry, ensure_ascii=False))
    write_atomic(path, text)
    return path


def _keep(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())

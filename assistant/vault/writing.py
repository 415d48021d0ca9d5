"""Writes that leave either the old file or the new one, never half of either; and a journal that can take them back."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.vault.vault import Vault


def write_atomic(path: Path, text: str, mode: int = 0o600) -> None:
    """Put the text in place in one step: a temporary file beside it, fsync, rename. Missing folders are made 0700."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
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
    """Write a file of the vault; what stood there before is kept in `.showme/journal/` first."""
    path = vault.root / relative
    journal = vault.state / "journal"
    before = path.read_bytes() if path.is_file() else None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    if before is not None:
        _keep(journal / f"{stamp}.before", before)
    entry = {
        "path": relative,
        "before": f"{stamp}.before" if before is not None else None,
        "digest": hashlib.sha256(text.encode()).hexdigest(),
    }
    write_atomic(journal / f"{stamp}.json", json.dumps(entry, ensure_ascii=False))
    write_atomic(path, text)
    return path


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())

"""Writes that leave the old file or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import ShowMeError

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS)


def private_folder(path: Path) -> Path:
    """The folder, made with its missing parents for the owner alone; one that is there stays as it is."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def write_atomic(path: Path, content: str | bytes, mode: int = 0o600) -> None:
    """Put the content in place in one step: a temporary file beside it, fsync, rename.

    Missing folders are made for their owner alone.
    """
    with _written_beside(path, content, mode) as name:
        name.replace(path)
    sync_folder(path.parent)


def create_atomic(path: Path, content: str | bytes, mode: int = 0o600) -> None:
    """The same for a file that must be new: whole or not there. Raises FileExistsError and leaves what is there."""
    with _written_beside(path, content, mode) as name:
        try:
            os.link(name, path)
        except OSError as fault:
            if fault.errno not in _NO_LINKS:
                raise
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))  # takes the name: no hard links here
            name.replace(path)
    sync_folder(path.parent)


def create_synced(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a new file for the owner alone as its content comes, each piece on the disk before the next is asked for."""
    private_folder(path.parent)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        sync_folder(path.parent)
        for chunk in chunks:
            stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """See that the names in a folder are on the disk too."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def faults_named(what: str, remedy: str) -> Iterator[None]:
    """A full disk or a folder that may not be written becomes one sentence that says what was not written."""
    try:
        yield
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise ShowMeError(f"{what} could not be written ({reason}).", remedy) from fault


@contextmanager
def _written_beside(path: Path, content: str | bytes, mode: int) -> Iterator[Path]:
    """A temporary file with the content, on the disk; gone at the end whatever happened."""
    private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=".showme-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fchmod(stream.fileno(), mode)
            os.fsync(stream.fileno())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)

"""The draft of what is still being typed: one file a sitting, so that no two sittings take each other's words."""

from __future__ import annotations

import itertools
import os
import re
import threading
from collections.abc import Iterable, Iterator
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import ShowMeError
from assistant.models import NoteKind, PersonId
from assistant.vault.decoding import NotTextError, decode
from assistant.vault.vault import Vault
from assistant.vault.writing import faults_named, private_folder, write_atomic

if TYPE_CHECKING:
    from filelock import FileLock

Meeting = tuple[Date, NoteKind]
_REMEDY = "Copy your words elsewhere, then make room on the disk or see to the folder's permissions."


class Draft:
    """What somebody types about one meeting, kept until it has become a note.

    One sitting holds it: until it is closed, or its process has died, nobody else is given it.
    """

    def __init__(self, path: Path, person: PersonId, meeting: Meeting, lock: FileLock) -> None:
        self.path = path
        self.person = person
        self.day, self.kind = meeting
        self.others: tuple[Meeting, ...] = ()
        """Further meetings with this person of which words wait."""
        self.kept = self._load()
        """What lies on the disk."""
        self.words = self.kept
        """As they were typed last: whoever types sets it, `save` puts it on the disk."""
        self._lock = lock
        self._writing = threading.Lock()

    def save(self) -> None:
        """Keep the words in one step. Raises ShowMeError when the disk refuses."""
        with self._writing, faults_named(f"The draft ({self.path})", _REMEDY):
            words = self.words
            if words.strip():
                write_atomic(self.path, words)
            else:
                self.path.unlink(missing_ok=True)
            self.kept = words

    def settle(self, noted: str) -> None:
        """These words have become a note; what was typed since stays."""
        with self._writing:
            if self.words == noted:
                self.words = self.kept = ""
                self.path.unlink(missing_ok=True)

    def begin(self) -> Path:
        """The file itself, made where it is not there: an editor of one's own writes into it."""
        os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600))
        return self.path

    def discard(self) -> None:
        """What an editor of one's own wrote has become a note."""
        self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of it: words that are left wait for the next sitting."""
        if not self.path.exists():
            Path(self._lock.lock_file).unlink(missing_ok=True)
        self._lock.release()

    def _load(self) -> str:
        try:
            return decode(self.path.read_bytes())[0]
        except FileNotFoundError:
            return ""
        except NotTextError as fault:
            raise ShowMeError(f"The draft {self.path} is no text ({fault}).", "Move it aside.") from fault


def open_draft(vault: Vault, person: PersonId, kind: NoteKind, day: Date | None, today: Date) -> Draft:
    """The words that were left about a person and nobody holds, else a new draft.

    Without a day the newest of the kind come back, with their own day. Raises ShowMeError when the disk refuses.
    """
    folder = vault.state / "captures" / "drafts"
    with faults_named(f"A draft in {folder}", "Make room on the disk or see to the folder's permissions."):
        private_folder(folder)
        waiting = _waiting(folder, person)
        fitting = [path for path, (on, what) in waiting.items() if what is kind and day in (None, on)]
        begun = day or today
        fresh = (folder / f"{person}.{begun}.{kind.value}.{number}.md" for number in itertools.count(1))
        unused = (path for path in fresh if path not in waiting)
        path, lock = next(_free(fitting, unused))
        draft = Draft(path, person, waiting.get(path, (begun, kind)), lock)
    draft.others = tuple(meeting for other, meeting in waiting.items() if other != path)
    return draft


def _waiting(folder: Path, person: PersonId) -> dict[Path, Meeting]:
    """Every draft about a person, the newest meeting first."""
    name = re.compile(rf"{re.escape(person)}\.(\d{{4}}-\d\d-\d\d)\.([a-z-]+)\.\d+\.md")
    found = {}
    for path in sorted(folder.glob("*.md")):
        if match := name.fullmatch(path.name):
            found[path] = Date.fromisoformat(match[1]), NoteKind(match[2])
    return dict(sorted(found.items(), key=lambda item: item[1][0], reverse=True))


def _free(waiting: Iterable[Path], fresh: Iterable[Path]) -> Iterator[tuple[Path, FileLock]]:
    """The drafts that no other sitting has, each held for this one; of the waiting, those that did not end meanwhile."""
    for path in waiting:
        if lock := _held(path):
            if path.exists():
                yield path, lock
            else:
                lock.release()
    for path in fresh:
        if lock := _held(path):
            yield path, lock


def _held(path: Path) -> FileLock | None:
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_suffix(".lock"), mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock

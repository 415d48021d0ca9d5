"""The folder itself: which files are notes, and each as a `Note`."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date as Date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.errors import NoteUnreadableError
from assistant.models import Fault, Note
from assistant.vault.config import Config, load_config
from assistant.vault.conflicts import has_conflict
from assistant.vault.dating import note_day
from assistant.vault.days import has_slashed_days, is_day_first
from assistant.vault.decoding import MAX_BYTES, NotTextError, decode
from assistant.vault.front import read_front_matter
from assistant.vault.kinds import kind_of
from assistant.vault.private import without_private

if TYPE_CHECKING:
    from pathspec import PathSpec

NOTE_ENDINGS = (".md", ".markdown", ".txt")
_PERSON_KEYS = (
    "person",
    "people",
    "with",
    "report",
    "seller",
    "rep",
    "attendees",
    "participants",
    "attendee",
)
_ISO_IN_NAME = re.compile(r"(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_ENOUGH_NAMED = 5
"""So many dated names tell how far the notes go."""
_SAMPLE = 200
"""How many notes are looked at to learn whether this manager writes the day or the month first."""
_OWN_WORDS = ("recap-sent", "plan-accepted")
"""What the tool wrote and the manager made his own."""


class FileStat(NamedTuple):
    """A file as the folder lists it. A path that ends in a slash is a folder that could not be opened."""

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True)
class Vault:
    """A folder of notes and the tool's own folder inside it."""

    root: Path
    state: Path

    @cached_property
    def config(self) -> Config:
        """What the manager corrected."""
        return load_config(self.state)

    def walk(self) -> list[FileStat]:
        """Every note file that is not ignored, in no particular order.

        Linked folders are followed once. What cannot be opened is listed all the same, so that `read` can
        name why.
        """
        ignored = self._ignored
        found: list[FileStat] = []
        seen: set[str] = set()
        folders = [("", str(self.root))]
        while folders:
            prefix, folder = folders.pop()
            try:
                entries = os.scandir(folder)
            except OSError:
                found.append(FileStat(prefix, 0, 0))
                continue
            with entries:
                for entry in entries:
                    name = entry.name
                    if name[0] == ".":
                        continue
                    path = prefix + name
                    if entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and self._may_follow(entry, seen)):
                        if ignored is None or not ignored.match_file(path + "/"):
                            folders.append((path + "/", entry.path))
                    elif name.lower().endswith(NOTE_ENDINGS) and (ignored is None or not ignored.match_file(path)):
                        try:
                            info = entry.stat()
                            found.append(FileStat(path, info.st_size, info.st_mtime_ns))
                        except OSError:
                            found.append(FileStat(path, 0, 0))
        return found

    def look_at(self, paths: Collection[str]) -> list[FileStat]:
        """Those of some paths that are files and are not ignored, as `walk` would list them."""
        found: list[FileStat] = []
        for path in paths:
            is_hidden = any(part.startswith(".") for part in path.split("/"))
            if is_hidden or not path.lower().endswith(NOTE_ENDINGS) or self.is_ignored(path):
                continue
            try:
                info = (self.root / path).stat()
            except OSError:
                continue
            found.append(FileStat(path, info.st_size, info.st_mtime_ns))
        return found

    def read(self, path: str) -> Note:
        """One file as a note. Raises NoteUnreadableError with the reason."""
        if path.endswith("/"):
            raise NoteUnreadableError("the folder cannot be opened", "Check its permissions.")
        try:
            info, raw = self._content(path)
        except OSError as fault:
            reason = (fault.strerror or "cannot be opened").lower()
            raise NoteUnreadableError(reason, "Check the file and its permissions.") from fault
        try:
            text, guessed = decode(raw)
        except NotTextError as fault:
            raise NoteUnreadableError(str(fault), "List it in .showmeignore.") from fault
        return self._note(path, raw, text, guessed, Date.fromtimestamp(info.st_mtime))

    def _content(self, path: str) -> tuple[os.stat_result, bytes]:
        """A file's status and bytes. Raises OSError, or NoteUnreadableError for a pipe, a device or a file too long."""
        file = os.path.join(self.root, path)  # noqa: PTH118 (ten thousand times a look)
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_NONBLOCK), "rb") as stream:
            info = os.fstat(stream.fileno())
            if not stat.S_ISREG(info.st_mode):
                raise NoteUnreadableError("no ordinary file", "List it in .showmeignore.")
            if info.st_size > MAX_BYTES:
                raise NoteUnreadableError(
                    f"too long for a note ({info.st_size / 1e6:.0f} MB)",
                    "Split it, or list it in .showmeignore.",
                )
            return info, stream.read()

    def note_of(self, path: str, text: str) -> Note:
        """A note that is not written yet, as it will be read under that path."""
        return self._note(path, text.encode(), text, None, Date.today())

    def is_ignored(self, path: str) -> bool:
        """Whether `.showmeignore` keeps a file out."""
        return self._ignored is not None and bool(self._ignored.match_file(path))

    def _note(self, path: str, raw: bytes, text: str, guessed: str | None, written: Date) -> Note:
        front = read_front_matter(text)
        reasons = [reason for reason in (guessed, front.fault) if reason]
        if not text.strip():
            reasons.append("empty")
        elif has_conflict(text):
            reasons.append("Git conflict marks; the lines between them are left out")
        near = min(written, max(self._newest_named, _newest_written(text, written)))
        day_first = self._day_first(text)
        values = front.values
        return Note(
            path=path,
            digest=hashlib.sha256(raw).hexdigest(),
            kind=kind_of(path, values),
            date=note_day(path, values, text, front.taken, near, day_first=day_first),
            title=path.rpartition("/")[2].rpartition(".")[0],
            is_private=_is_private(values),
            is_own=_is_own_writing(values.get("showme")),
            people=_names(values),
            body_line=front.taken + 1,
            near=near,
            is_day_first=day_first,
            text=without_private(text),
            faults=tuple(Fault(path=path, reason=reason, is_skipped=reason == "empty") for reason in reasons),
        )

    def _day_first(self, text: str) -> bool:
        if not has_slashed_days(text):
            return True
        told = is_day_first(text)
        return self.is_day_first if told is None else told

    @cached_property
    def is_day_first(self) -> bool:
        """What the vault's other notes show, where one note leaves it open."""
        heads: list[str] = []
        for file in sorted(self.walk())[:_SAMPLE]:
            try:
                heads.append(self._content(file.path)[1][:4000].decode("utf-8", "ignore"))
            except (OSError, NoteUnreadableError):
                continue
        return is_day_first("\n".join(heads)) is not False

    @cached_property
    def _newest_named(self) -> Date:
        """The newest day that a file's name gives: copies lose the day they were written, names do not."""
        today = Date.today()
        named = _ISO_IN_NAME.findall("\n".join(file.path for file in self.walk()))
        days = sorted(day for day in ("-".join(parts) for parts in named) if day <= today.isoformat())
        try:
            return Date.fromisoformat(days[-1]) if len(days) >= _ENOUGH_NAMED else today
        except ValueError:
            return today

    def _may_follow(self, entry: os.DirEntry[str], seen: set[str]) -> bool:
        """A linked folder is followed unless it leads back here or was followed before."""
        try:
            if not entry.is_dir():
                return False
        except OSError:
            return False
        target = os.path.realpath(entry.path)
        root = os.path.realpath(self.root)
        if target in seen or root == target or root.startswith(target + os.sep) or target.startswith(root + os.sep):
            return False
        seen.add(target)
        return True

    @cached_property
    def _ignored(self) -> PathSpec[Any] | None:
        file = self.root / ".showmeignore"
        if not file.is_file():
            return None
        from pathspec import PathSpec

        return PathSpec.from_lines("gitignore", file.read_text(encoding="utf-8", errors="replace").splitlines())


def open_vault(root: Path) -> Vault:
    """The vault of a folder; nothing is written."""
    return Vault(root, root / ".showme")


def _newest_written(text: str, written: Date) -> Date:
    """The newest full ISO date in a note that is not after the day it was written."""
    days = [day for day in ("-".join(parts) for parts in _ISO_IN_NAME.findall(text)) if day <= written.isoformat()]
    try:
        return Date.fromisoformat(max(days, default="2000-01-01"))
    except ValueError:
        return Date.min


def _is_private(values: dict[str, Any]) -> bool:
    tags = values.get("tags", values.get("tag", ""))
    tagged = {
        str(tag).strip("# ").casefold() for tag in (tags if isinstance(tags, list) else re.split(r"[,\s]+", str(tags)))
    }
    return "private" in tagged or str(values.get("private", "")).casefold() in ("true", "yes", "1", "on")


def _is_own_writing(value: object) -> bool:
    return value is not None and str(value).casefold() not in _OWN_WORDS


def _names(values: dict[str, Any]) -> tuple[str, ...]:
    for key in _PERSON_KEYS:
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return _clean(re.split(r"[,;&]| and ", value))
        if isinstance(value, list):
            return _clean(str(part) for part in value)
    return ()


def _clean(parts: Any) -> tuple[str, ...]:
    names = (re.sub(r"\|.*", "", str(part).replace("[[", "").replace("]]", "")).strip(" @[]\"'") for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))

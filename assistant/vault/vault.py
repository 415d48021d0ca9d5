"""The folder itself: which files are notes, and each as a `Note`."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.errors import NoteUnreadableError
from assistant.models import Fault, Note, NoteKind
from assistant.vault.config import Config, load_config
from assistant.vault.days import find_day
from assistant.vault.decoding import MAX_BYTES, NotTextError, decode
from assistant.vault.front import split_front_matter

if TYPE_CHECKING:
    from pathspec import PathSpec

NOTE_ENDINGS = (".md", ".markdown", ".txt")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_MONTH_FOLDER = re.compile(r"(?:^|/)(20\d\d)[-_ ./](0[1-9]|1[0-2])(?:/|$)")

_KIND_WORDS: dict[NoteKind, frozenset[str]] = {
    NoteKind.ONE_ON_ONE: frozenset(
        (
            "people person 1on1 1on1s 1-1 1-1s 1:1 one-on-one one-on-ones oneonone oneonones team-members reports "
            "mitarbeiter medewerkers personen personnes personas sellers reps directs gespraeche einzelgespraeche"
        ).split()
    ),
    NoteKind.CALL: frozenset(
        (
            "call calls meetings meeting customer customers visits visit ride-alongs ridealongs kunden "
            "kundentermine bezoeken transcripts transcript besuche rendez-vous demos"
        ).split()
    ),
    NoteKind.TEAM: frozenset(
        ["team", "teams", "team-calls", "team-meetings", "equipe", "teammeeting", "all-hands", "forecast"]
    ),
    NoteKind.DAILY: frozenset(
        ["daily", "dailies", "journal", "journals", "diary", "days", "dagboek", "tagebuch", "log", "logs"]
    ),
    NoteKind.INBOX: frozenset(["inbox", "unsorted", "posteingang"]),
    NoteKind.DOCUMENT: frozenset(["docs", "doc", "documents", "reference", "wiki", "templates", "attachments"]),
}
_KIND_NAMES = {
    "one-on-one": NoteKind.ONE_ON_ONE,
    "1on1": NoteKind.ONE_ON_ONE,
    "1:1": NoteKind.ONE_ON_ONE,
    "call": NoteKind.CALL,
    "meeting": NoteKind.CALL,
    "visit": NoteKind.CALL,
    "team": NoteKind.TEAM,
    "daily": NoteKind.DAILY,
    "inbox": NoteKind.INBOX,
    "document": NoteKind.DOCUMENT,
    "doc": NoteKind.DOCUMENT,
}


class FileStat(NamedTuple):
    """A file as the folder lists it."""

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
        """Every note file that is not ignored, in no particular order; a folder that cannot be opened is passed over."""
        ignored = self._ignored
        found: list[FileStat] = []
        folders = [("", str(self.root))]
        while folders:
            prefix, folder = folders.pop()
            try:
                entries = os.scandir(folder)
            except OSError:
                continue
            with entries:
                for entry in entries:
                    name = entry.name
                    if name[0] == ".":
                        continue
                    path = prefix + name
                    if entry.is_dir(follow_symlinks=False):
                        if ignored is None or not ignored.match_file(path + "/"):
                            folders.append((path + "/", entry.path))
                    elif name.lower().endswith(NOTE_ENDINGS) and (ignored is None or not ignored.match_file(path)):
                        try:
                            stat = entry.stat()
                        except OSError:
                            continue
                        found.append(FileStat(path, stat.st_size, stat.st_mtime_ns))
        return found

    def read(self, path: str) -> Note:
        """One file as a note. Raises NoteUnreadableError with the reason."""
        try:
            file = self.root / path
            size = file.stat().st_size
            if size > MAX_BYTES:
                raise NoteUnreadableError(
                    f"too long for a note ({size // 1_000_000} MB)", "Split it, or list it in .showmeignore."
                )
            raw = file.read_bytes()
            modified = file.stat().st_mtime
        except OSError as fault:
            raise NoteUnreadableError(fault.strerror or "cannot be opened", "Check its permissions.") from fault
        try:
            text, guessed = decode(raw)
        except NotTextError as fault:
            raise NoteUnreadableError(str(fault), "List it in .showmeignore.") from fault
        return make_note(path, raw, text, guessed, modified)

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


def make_note(path: str, raw: bytes, text: str, guessed: str | None, modified: float) -> Note:
    """A decoded file with what it says of itself."""
    values, taken, broken = split_front_matter(text)
    reasons = [reason for reason in (guessed, broken) if reason]
    if not text.strip():
        reasons.append("empty")
    elif _CONFLICT.search(text):
        reasons.append("Git conflict marks; the lines between them are left out")
    return Note(
        path=path,
        digest=hashlib.sha256(raw).hexdigest(),
        kind=kind_of(path, values),
        date=date_of(path, values, text, taken, modified),
        title=Path(path).stem,
        is_private=_is_true(values.get("private")),
        is_own=_is_own_writing(values.get("showme")),
        people=_names(values),
        body_line=taken + 1,
        text=text,
        faults=tuple(Fault(path=path, reason=reason, is_skipped=reason == "empty") for reason in reasons),
    )


def kind_of(path: str, values: dict[str, Any]) -> NoteKind:
    """The kind that the front matter names, else the nearest folder, else what the file's name suggests."""
    named = _KIND_NAMES.get(str(values.get("kind", values.get("type", ""))).casefold())
    if named:
        return named
    parts = [fold_word(part) for part in path.split("/")]
    for part in reversed(parts[:-1]):
        for kind, words in _KIND_WORDS.items():
            if part in words:
                return kind
    words_of_name = set(re.split(r"[^\w:]+", parts[-1]))
    for kind in (NoteKind.CALL, NoteKind.TEAM, NoteKind.ONE_ON_ONE):
        if words_of_name & _KIND_WORDS[kind]:
            return kind
    return NoteKind.DAILY if re.fullmatch(r"20\d\d-?\d\d-?\d\d", Path(path).stem) else NoteKind.DOCUMENT


def date_of(path: str, values: dict[str, Any], text: str, taken: int, modified: float) -> Date | None:
    """The day of the note: front matter, file name, folder, first lines."""
    value = values.get("date", values.get("created"))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, Date):
        return value
    written = Date.fromtimestamp(modified)
    if isinstance(value, str) and (day := find_day(value, near=written)):
        return day
    if day := find_day(Path(path).stem, near=written):
        return day
    head = " \n".join(text.split("\n")[taken : taken + 3])
    folder = _MONTH_FOLDER.search(path)
    near = Date(int(folder[1]), int(folder[2]), 28) if folder else written
    return find_day(head, near=near)


def fold_word(text: str) -> str:
    """Lower case, accents gone."""
    plain = unicodedata.normalize("NFKD", text).replace("ł", "l").replace("ø", "o").replace("ı", "i").replace("ß", "ss")
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _is_true(value: object) -> bool:
    return value is True or str(value).casefold() in ("true", "yes", "1")


def _is_own_writing(value: object) -> bool:
    return value is not None and str(value).casefold() not in ("recap-sent", "plan-accepted")


def _names(values: dict[str, Any]) -> tuple[str, ...]:
    for key in ("person", "people", "with", "report", "seller", "attendees"):
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return tuple(part.strip(" []\"'") for part in re.split(r"[,;]", value) if part.strip(" []\"'"))
        if isinstance(value, list):
            return tuple(str(part).strip(" []\"'") for part in value if str(part).strip(" []\"'"))
    return ()

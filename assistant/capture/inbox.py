"""`inbox/`: what was dropped there, whose it is and of which day; where that is not sure, the manager is asked."""

from __future__ import annotations

from collections import Counter
from datetime import date as Date
from pathlib import Path

from assistant.capture.capture import Captured, Incoming, capture
from assistant.capture.formats import read_incoming
from assistant.errors import NoteUnreadableError, ShowMeError
from assistant.models import NoteKind, Person, Value
from assistant.vault.roster import Roster
from assistant.workspace import Workspace

FOLDER = "inbox"
ENDINGS = (".md", ".markdown", ".txt", ".vtt", ".srt", ".docx")
_HEAD = 400
"""So many characters at the top name whose note it is."""


class Dropped(Value):
    """One file of the inbox as it was understood."""

    path: str
    person: str | None
    """The full name; None where nobody or more than one fits."""
    candidates: tuple[str, ...]
    """Full names it could be, the likeliest first."""
    date: Date
    is_date_sure: bool
    kind: NoteKind
    first_line: str
    fault: str = ""
    """Why it cannot be read."""

    @property
    def is_sure(self) -> bool:
        """Whether it can be sorted without a question."""
        return self.person is not None and self.is_date_sure and not self.fault


def look_into_inbox(workspace: Workspace) -> list[Dropped]:
    """Every file of the inbox, by name."""
    folder = workspace.vault.root / FOLDER
    if not folder.is_dir():
        return []
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in ENDINGS and p.name[0] != ".")
    return [_understood(workspace, p) for p in files]


def sort_in(workspace: Workspace, dropped: Dropped, person: str, date: Date) -> Captured:
    """Make a note of it under the person; the file leaves the inbox, and `undo` brings it back."""
    path = workspace.vault.root / dropped.path
    incoming = Incoming(person, [path.read_bytes()], date, path.suffix, dropped.kind, takes=dropped.path)
    return capture(workspace, incoming)


def _understood(workspace: Workspace, file: Path) -> Dropped:
    path = file.relative_to(workspace.vault.root).as_posix()
    written = Date.fromtimestamp(file.stat().st_mtime)
    nothing = Dropped(
        path=path, person=None, candidates=(), date=written, is_date_sure=False, kind=NoteKind.ONE_ON_ONE, first_line=""
    )
    try:
        text = read_incoming(file.read_bytes(), workspace.roster.knows)
        note = workspace.vault.note_of(path, text)
    except (ShowMeError, NoteUnreadableError, OSError) as fault:
        return nothing.model_copy(update={"fault": getattr(fault, "message", None) or str(fault)})
    if note.is_private:
        return nothing.model_copy(update={"fault": "private: it stays where it is"})
    sure, likely = _whose(text, note.people, note.title, workspace.roster)
    first = next((line.strip() for line in text.split("\n")[note.body_line - 1 :] if line.strip()), "")
    return Dropped(
        path=path,
        person=sure.name if sure else None,
        candidates=tuple(person.name for person in likely),
        date=note.date or written,
        is_date_sure=note.date is not None,
        kind=note.kind if note.kind in (NoteKind.CALL, NoteKind.TEAM) else NoteKind.ONE_ON_ONE,
        first_line=first[:80],
    )


def _whose(text: str, named: tuple[str, ...], title: str, roster: Roster) -> tuple[Person | None, list[Person]]:
    """Who it is for certain: named in the front matter, the file's name or at the top, and nobody else there; and who it
    could be by how often he is named."""
    for words in (*(f" {name} " for name in named), title, text[:_HEAD]):
        mentions = roster.mentions(words)
        people = dict.fromkeys(person for mention in mentions for person in mention.people)
        if len(people) == 1:
            only = roster.person(next(iter(people)))
            return only, [only]
        if people:
            break
    counts = Counter(person for mention in roster.mentions(text) for person in mention.people)
    return None, [roster.person(person) for person, _ in counts.most_common()]

"""What the manager said of findings when `check` asked, and of the notes that he read whole.

`<vault>/.showme/ledger/marks.toml` holds a table a finding, and under `notes` one a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from assistant.ledger.tables import load_sides
from assistant.models import Value

if TYPE_CHECKING:
    from assistant.vault.vault import Vault

Answer = Literal["right", "wrong"]


class Mark(Value):
    """What the manager said of one finding."""

    answer: Answer
    kind: str
    on: Date


class ReadNote(Value):
    """A note that he read whole: what was found in it, and how much was missed."""

    on: Date
    right: tuple[str, ...] = ()
    """Ids of what was found there and is right."""
    wrong: tuple[str, ...] = ()
    missed: int | None = None
    """None while it was not read to its end: then it does not count."""


class Marks(Value):
    """All of them: of findings drawn from all notes, and of notes read whole."""

    findings: dict[str, Mark] = Field(default_factory=dict)
    """By finding id."""
    notes: dict[str, ReadNote] = Field(default_factory=dict)
    """By the note's path when it was read."""

    def whole(self) -> dict[str, ReadNote]:
        """The notes that were read to their end."""
        return {path: note for path, note in self.notes.items() if note.missed is not None}

    def known(self) -> dict[str, Answer]:
        """Everything that has a mark, by id; it is not asked about again."""
        said: dict[str, Answer] = {}
        for note in self.notes.values():
            said |= dict.fromkeys(note.right, "right")
            said |= dict.fromkeys(note.wrong, "wrong")
        return said | {name: mark.answer for name, mark in self.findings.items()}


def load_marks(state: Path) -> Marks:
    """The marks so far. Raises ConfigError that names the file when it cannot be read."""
    sides = load_sides(_path(state), _read)
    findings = sorted((pair for side in sides for pair in side.findings.items()), key=lambda pair: pair[1].on)
    notes = sorted((pair for side in sides for pair in side.notes.items()), key=lambda pair: pair[1].on)
    return Marks(findings=dict(findings), notes=dict(notes))


def save_marks(vault: Vault, marks: Marks) -> None:
    """Write all marks as one action that `undo` takes back."""
    import tomlkit

    from assistant.vault.journal import write_files

    document = tomlkit.document()
    document.add(
        tomlkit.comment("What you said of findings when `showme check` asked, and of notes that you read whole.")
    )
    for name in sorted(marks.findings):
        document.add(name, tomlkit.item(marks.findings[name].model_dump()))
    if marks.notes:
        document.add("notes", tomlkit.item({path: _listed(marks.notes[path]) for path in sorted(marks.notes)}))
    path = _path(vault.state).relative_to(vault.root).as_posix()
    write_files(vault, "marked findings", {path: tomlkit.dumps(document)})


def _listed(note: ReadNote) -> dict[str, Any]:
    return {**note.model_dump(exclude_none=True), "right": list(note.right), "wrong": list(note.wrong)}


def _read(table: Mapping[str, Any]) -> Marks:
    # `missed-1` of earlier versions says of no note, so nothing can be told from it
    findings = {name: mark for name, mark in table.items() if name != "notes" and not name.startswith("missed-")}
    return Marks.model_validate({"findings": findings, "notes": table.get("notes", {})})


def _path(state: Path) -> Path:
    return state / "ledger" / "marks.toml"

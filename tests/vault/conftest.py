"""Folders of notes made on the spot, and what the vault makes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from assistant.errors import NoteUnreadableError
from assistant.models import Section
from assistant.vault.attribution import sections
from assistant.vault.roster import Roster, build_roster
from assistant.vault.signals import gather_signals
from assistant.vault.tally import tally_of
from assistant.vault.vault import Vault, open_vault


class Read(NamedTuple):
    """A folder, read to its end."""

    vault: Vault
    roster: Roster
    sections: list[Section]
    faults: dict[str, str]

    def of(self, path: str) -> list[Section]:
        return [section for section in self.sections if section.path == path]

    def names(self) -> list[str]:
        return [person.name for person in self.roster.people]


ReadFolder = Callable[..., Read]


@pytest.fixture
def read_folder(tmp_path: Path) -> ReadFolder:
    def read(files: Mapping[str, str | bytes], owners: tuple[str, ...] = ()) -> Read:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        vault = open_vault(tmp_path)
        faults: dict[str, str] = {}
        notes = []
        for stat in sorted(vault.walk()):
            try:
                notes.append(vault.read(stat.path))
            except NoteUnreadableError as fault:
                faults[stat.path] = fault.message
        faults |= {fault.path: fault.reason for note in notes for fault in note.faults}
        roster = build_roster(tally_of(map(gather_signals, notes)), owners, vault.config)
        return Read(vault, roster, [s for note in notes for s in sections(note, roster)], faults)

    return read

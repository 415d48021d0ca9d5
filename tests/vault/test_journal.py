"""What was written is taken back, newest first; what a person changed since is left alone, and blocks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ShowMeError
from assistant.vault.journal import create_file, leave_last, undo_last, write_files
from assistant.vault.vault import Vault, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault."""
    return open_vault(tmp_path)


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.mark.parametrize("mode", [0o644, 0o640])
def test_a_note_keeps_its_permissions_when_it_is_written_and_taken_back(vault: Vault, mode: int) -> None:
    note = vault.root / "a.md"
    note.write_text("- [ ] send the map\n")
    note.chmod(mode)
    write_files(vault, "done", {"a.md": "- [x] send the map\n"})
    assert _mode(note) == mode
    undo_last(vault)
    assert note.read_text() == "- [ ] send the map\n"
    assert _mode(note) == mode


def test_a_note_that_was_removed_comes_back_with_its_permissions(vault: Vault) -> None:
    note = vault.root / "inbox.md"
    note.write_text("short talk\n")
    note.chmod(0o644)
    create_file(vault, "captured", "a.md", "short talk\n", {"inbox.md": None})
    undo_last(vault)
    assert note.read_text() == "short talk\n"
    assert _mode(note) == 0o644


def test_one_edited_note_blocks_undo_until_it_is_left_as_it_is(vault: Vault) -> None:
    write_files(vault, "wrote the first", {"first.md": "one\n"})
    write_files(vault, "wrote the second", {"second.md": "two\n"})
    second = vault.root / "second.md"
    second.write_text("two\nand a line of mine\n")
    for _ in range(2):
        with pytest.raises(ShowMeError, match="changed since") as fault:
            undo_last(vault)
        assert "`showme undo --skip`" in fault.value.remedy
    assert leave_last(vault).name == "wrote the second"
    assert undo_last(vault).name == "wrote the first"
    assert second.read_text() == "two\nand a line of mine\n"
    with pytest.raises(ShowMeError, match="nothing to take back"):
        undo_last(vault)


def test_with_nothing_written_there_is_nothing_to_leave(vault: Vault) -> None:
    with pytest.raises(ShowMeError, match="nothing to take back"):
        leave_last(vault)

"""What was written is taken back, newest first; what a person changed since is left alone, and blocks nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ShowMeError
from assistant.vault.journal import create_file, leave_last, undo_last, write_files
from assistant.vault.merging import without_change
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


def test_an_action_left_as_it_is_keeps_its_lines_when_the_one_before_is_taken_back(vault: Vault) -> None:
    ledger, first, second = ".showme/ledger.toml", "[a]\nverb = 1\n\n", "[c]\nverb = 1\n\n"
    write_files(vault, "began", {ledger: f"{first}{second}"})
    write_files(vault, "captured one", {"one.md": "one\n", ledger: f"{first}[b]\nverb = 1\n\n{second}"})
    with_both = f"{first}[b]\nverb = 1\n\n{second}[d]\nverb = 1\n\n"
    write_files(vault, "captured two", {"two.md": "two\n", ledger: with_both})
    (vault.root / "two.md").write_text("two\nmine\n")
    leave_last(vault)
    assert undo_last(vault).name == "captured one"
    assert not (vault.root / "one.md").exists()
    assert (vault.root / "two.md").read_text() == "two\nmine\n"
    assert (vault.root / ledger).read_text() == f"{first}{second}[d]\nverb = 1\n\n"


def test_nothing_of_an_action_is_taken_back_where_a_file_of_it_cannot_be(vault: Vault) -> None:
    write_files(vault, "wrote both", {"one.md": "one\n", "two.md": "two\n"})
    (vault.root / "two.md").write_text("mine\n")
    with pytest.raises(ShowMeError, match=r"two\.md was changed since"):
        undo_last(vault)
    assert (vault.root / "one.md").read_text() == "one\n"


@pytest.mark.parametrize(
    ("before", "written", "now", "left"),
    [
        ("a\nb\n", "a\nx\nb\n", "a\nx\nb\nc\n", "a\nb\nc\n"),
        ("a\nb\n", "a\nx\nb\n", "n\na\nx\nb\n", "n\na\nb\n"),
        ("a\nb\nc\n", "a\nB\nc\n", "a\nB\nc\nd\n", "a\nb\nc\nd\n"),
        ("a\nb\nc\nd\n", "x\na\nb\nC\nd\n", "x\na\nn\nb\nC\nd\n", "a\nn\nb\nc\nd\n"),
        ("a\nb\n", "a\nx\nb\n", "a\ny\nb\n", None),
        ("a\n", "a\nx\ny\n", "a\nx\nmine\ny\n", None),
    ],
)
def test_a_change_is_taken_out_from_under_later_ones(before: str, written: str, now: str, left: str | None) -> None:
    merged = without_change(before.encode(), written.encode(), now.encode())
    assert merged == (left.encode() if left is not None else None)


def test_a_note_that_was_made_is_gone_whole_or_not_at_all(vault: Vault) -> None:
    write_files(vault, "captured", {"one.md": "one\ntwo\n"})
    write_files(vault, "put right", {"one.md": "one\ntwo\nthree\n"})
    (vault.root / "one.md").write_text("one\ntwo\nthree\nmine\n")
    leave_last(vault)
    with pytest.raises(ShowMeError, match="changed since"):
        undo_last(vault)
    assert (vault.root / "one.md").read_text() == "one\ntwo\nthree\nmine\n"

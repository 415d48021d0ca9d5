"""Files as they come: encodings, broken front matter, what is left out and why."""

from __future__ import annotations

import os
import stat
from datetime import date
from pathlib import Path

import pytest

from assistant.errors import NoteUnreadableError, ShowMeError
from assistant.vault.journal import write_files
from assistant.vault.vault import open_vault
from assistant.vault.writing import write_atomic

from .conftest import ReadFolder

A = "people/Ana Lima/"


def test_odd_files_are_named_and_the_rest_goes_on(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            A + "latin.md": "Château\r\nnaïve".encode("latin-1"),
            A + "utf16.md": "über uns".encode("utf-16"),
            A + "utf16le.md": "plain words here".encode("utf-16-le"),
            A + "binary.md": bytes(range(256)) * 10,
            A + "empty.md": " \n",
            A + "huge.md": b"a" * 6_000_000,
            A + "open.md": "---\nperson: Ana Lima\ndate: 2026-08-19\n# Ana back\n\nfine\n",
            A + "broken.md": "---\nperson: Ana Lima\ntitle: 1:1: notes\ndate: 2026-10-01\n---\nhi\n",
            A + "rule.md": "---\nsome prose here\n---\nmore\n",
            A + "setext.md": "Title\n=======\n\ntext\n",
            A + "conflict.md": "# 3 Oct 2026\nok\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> b\nend\n",
            A + "markup.md": "[red] 4 late / [/] and [bold]HELP[/bold]\n",
        }
    )
    assert set(read.faults) == {
        A + n + ".md" for n in ("latin", "utf16le", "binary", "empty", "huge", "open", "broken", "conflict")
    }
    assert "binary" in read.faults[A + "binary.md"]
    assert "6 MB" in read.faults[A + "huge.md"]
    assert "not closed" in read.faults[A + "open.md"]
    assert read.of(A + "latin.md")[0].text == "Château\nnaïve"
    assert read.of(A + "utf16.md")[0].text == "über uns"
    assert [s.date for s in read.of(A + "open.md")] == [date(2026, 8, 19)]
    assert read.of(A + "open.md")[0].line_start == 4
    assert [s.date for s in read.of(A + "broken.md")] == [date(2026, 10, 1)]
    assert [(s.line_start, s.line_end) for s in read.of(A + "conflict.md")] == [(1, 2), (8, 8)]
    assert "mine" not in "".join(s.text for s in read.sections)


def test_private_and_own_writing_give_nothing(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            A + "a.md": "---\nprivate: true\n---\nHealth matter\n",
            A + "b.md": "---\ntags: [ana, private]\n---\nsecret\n",
            A + "c.md": "---\nshowme: brief\n---\nq\n",
            A + "d.md": "---\nshowme: recap-sent\n---\nas agreed\n",
        }
    )
    assert [s.path for s in read.sections] == [A + "d.md"]
    assert read.vault.read(A + "a.md").is_private


def test_ignored_linked_and_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "b.md").write_text("b")
    (tmp_path / ".showmeignore").write_text("private/\n*.txt\n")
    (tmp_path / "c.txt").write_text("c")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.md")
    vault = open_vault(tmp_path)
    assert sorted(f.path for f in vault.walk()) == ["a.md", "gone.md", "pipe.md"]
    assert vault.is_day_first  # looks into notes without waiting at the pipe
    for path in ("gone.md", "pipe.md"):
        with pytest.raises(NoteUnreadableError):
            vault.read(path)


def test_nothing_is_written_by_opening(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    vault = open_vault(tmp_path)
    vault.read("a.md")
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_write_keeps_what_stood_there(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    write_files(vault, "wrote", {"briefs/a.md": "one"})
    write_files(vault, "wrote", {"briefs/a.md": "two"})
    assert (tmp_path / "briefs/a.md").read_text() == "two"
    [before] = (tmp_path / ".showme/journal").glob("*.before")
    assert before.read_text() == "one"
    assert stat.S_IMODE((tmp_path / ".showme").stat().st_mode) == 0o700
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o600 for p in (tmp_path / ".showme/journal").iterdir())
    with pytest.raises(ShowMeError):
        write_files(vault, "wrote", {"../out.md": "x"})


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_atomic(path, "old")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(path, "\ud800")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_conflict_over_dated_headings_is_left_out_whole(read_folder: ReadFolder) -> None:
    log = (
        "# 3 Oct 2026\nok\n<<<<<<< HEAD\n# 10 Oct 2026\nmine, call on 11 Oct\n=======\n# 12 Oct 2026\ntheirs\n"
        ">>>>>>> b\n# 20 Oct 2026\nend\n<<<<<<< HEAD\n# 27 Oct 2026\nnever closed\n"
    )
    read = read_folder({A + "log.md": log})
    assert [(s.line_start, s.line_end, s.date) for s in read.of(A + "log.md")] == [
        (1, 2, date(2026, 10, 3)),
        (10, 11, date(2026, 10, 20)),
        (13, 14, date(2026, 10, 27)),
    ]

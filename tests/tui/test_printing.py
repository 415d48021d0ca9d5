"""What somebody who waits at a terminal sees."""

from __future__ import annotations

import io
import sys

import pytest

from assistant.events import Embedded, Listed, Noticed, Read, Scanned
from tui.printing import StderrProgress


class Terminal(io.StringIO):
    """Standard error of somebody who looks at it."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, *events: Embedded | Listed | Noticed | Read | Scanned) -> str:
    """What a terminal was sent."""
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    progress = StderrProgress(patience=0)
    for event in events:
        progress(event)
    return screen.getvalue()


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Listed(done=250, total=1000), "looking over the notes [#######.......................] 250/1000"),
        (Read(done=3, total=30), "reading the notes [###...........................] 3/30"),
        (Embedded(done=0, total=90), "indexing [..............................] 0/90"),
    ],
)
def test_long_work_has_a_bar(monkeypatch: pytest.MonkeyPatch, event: Listed | Read | Embedded, words: str) -> None:
    assert shown(monkeypatch, event) == f"\r\x1b[K{words}"


def test_work_that_is_done_at_once_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, Read(done=30, total=30)) == ""


def test_a_pipe_and_the_first_moment_have_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    StderrProgress(patience=0)(Read(done=3, total=30))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    StderrProgress(patience=60)(Read(done=3, total=30))
    assert screen.getvalue() == ""


def test_a_notice_and_the_end_of_the_look_stand_on_lines_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(
        monkeypatch,
        Listed(done=1, total=3),
        Scanned(notes=3, changed=3),
        Read(done=1, total=3),
        Noticed(text="Something else."),
    )
    assert [line.rpartition(" ")[2] for line in told.split("\n")] == ["1/3", "1/3", "else.", ""]

"""A long note is read in pieces, and gives what it gives in one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.events import Event, Read
from assistant.reading.note import read_note
from assistant.readings import pieces_of
from assistant.workspace import Workspace

TODAY = date(2026, 11, 23)


@pytest.fixture
def work(make_vault: Callable[[dict[str, str]], Path]) -> Workspace:
    """A log of 40 entries and one note more."""
    log = "\n".join(
        f"## 2026-{1 + n // 4:02}-{1 + 7 * (n % 4):02}\n- Ana will send the plan number {n} by Friday\n"
        for n in range(40)
    )
    files = {"people/Ana Ruiz/log.md": log, "people/Ana Ruiz/2026-11-16.md": "- Ana says the budget is approved\n"}
    return Workspace(make_vault(files), today=TODAY)


def test_pieces_give_what_the_whole_gives(work: Workspace) -> None:
    sections = work.catalog.sections_about("ana-ruiz")
    log = [section for section in sections if section.path.endswith("log.md")]
    assert len(log) == 40
    assert [len(piece) for piece in pieces_of(log)] == [16, 16, 8]
    [found] = work.findings(log)
    assert found == read_note(log[0].path, log, work.context)
    assert len(found.promises) > 30
    work.close()


def test_it_tells_how_many_notes_were_read_and_keeps_what_was_read_when_it_is_stopped(work: Workspace) -> None:
    sections = work.catalog.sections_about("ana-ruiz")
    told: list[Event] = []

    def stop_at_the_second(event: Event) -> None:
        told.append(event)
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work.findings(sections, stop_at_the_second)
    assert len(work.findings(sections, told.append)) == 2
    assert told[-1] == Read(done=2, total=2)
    assert len(told) == 4  # four pieces in all, none of them twice
    assert work.findings(sections, told.append)
    assert len(told) == 4
    work.close()

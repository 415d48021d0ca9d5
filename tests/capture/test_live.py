"""Reading while somebody types finds what the whole reading finds, and only reads what changed."""

from __future__ import annotations

from assistant.capture.live import LiveReader
from assistant.models import NoteKind
from assistant.workspace import Workspace
from tests.capture.conftest import TODAY

LINES = [
    line
    for n in range(60)
    for line in (
        f"- topic {n}",
        f"- I'll send him sheet {n} by Friday",
        "talked for a while",
        f"he says deal {n} is signed",
    )
]


def test_a_long_text_has_the_findings_of_its_lines(workspace: Workspace) -> None:
    reader = LiveReader(workspace.context, "morgan-lee", TODAY, NoteKind.ONE_ON_ONE)
    found = reader.read("\n".join(LINES))
    mine = [p for p in found.promises if p.owner == "manager"]
    assert len(mine) == 60
    assert all(p.evidence.quote in LINES[p.evidence.line_start - 1] for p in mine)


def test_a_line_above_moves_the_lines_below(workspace: Workspace) -> None:
    reader = LiveReader(workspace.context, "morgan-lee", TODAY, NoteKind.ONE_ON_ONE)
    before = reader.read("\n".join(LINES))
    after = reader.read("\n".join(["one more line", *LINES]))
    assert [p.evidence.line_start for p in after.promises] == [p.evidence.line_start + 1 for p in before.promises]

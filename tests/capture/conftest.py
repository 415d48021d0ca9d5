"""A small team on the disk, and a workspace over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.capture.capture import Captured, Incoming, capture
from assistant.models import NoteKind
from assistant.workspace import Workspace

TODAY = date(2026, 11, 24)
NOTES = {
    "people/Morgan Lee/2026-11-10.md": "# 1:1 Morgan\n\n- [ ] Morgan to send me the Pentlow map by Friday\n"
    "- I'll ask legal about the Harkstow DPA by Tuesday\n- Morgan says the Pentlow board has approved the budget\n",
    "people/Ana Sá/2026-11-12.md": "# 1:1 Ana\n\n- Ana says Foxlow want to sign in December\n- ready for the pitch\n",
    "pipeline/2026-11-20.csv": "Deal,Account,Owner,Stage,Amount,Close Date,Next Step\n"
    "Pentlow,Pentlow,Morgan Lee,Proposal,50000,2026-12-18,map\n"
    "Harkstow,Harkstow,Morgan Lee,Proposal,40000,2026-12-18,DPA\n"
    "Foxlow,Foxlow,Ana Sá,Proposal,30000,2026-12-30,pilot\n",
}
Capture = Callable[..., Captured]


@pytest.fixture
def root(make_vault: Callable[[dict[str, str]], Path]) -> Path:
    """The folder of notes."""
    return make_vault(NOTES)


@pytest.fixture
def workspace(root: Path) -> Iterator[Workspace]:
    """The folder, opened."""
    opened = Workspace(root, today=TODAY)
    yield opened
    opened.close()


@pytest.fixture
def take(workspace: Workspace) -> Capture:
    """Captures a text about Morgan."""

    def take_text(
        text: str | bytes, whom: str = "Morgan", day: date = TODAY, kind: str = "one-on-one", **given: object
    ) -> Captured:
        content = text.encode() if isinstance(text, str) else text
        return capture(workspace, Incoming(whom, [content], day, kind=NoteKind(kind), **given))  # type: ignore[arg-type]

    return take_text

"""The options that many commands share, and how they open a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from assistant.settings import vault_root
from assistant.workspace import Workspace, parse_day
from tui.printing import StderrProgress

VaultOption = Annotated[
    Path | None,
    typer.Option("--vault", metavar="DIR", help="The folder of notes; else SHOWME_VAULT, else the one of `init`."),
]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="YYYY-MM-DD", help="Act as if it were this day; else SHOWME_TODAY."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@contextmanager
def open_workspace(vault: Path | None, today: str | None) -> Iterator[Workspace]:
    """The workspace that the options mean, closed again at the end."""
    day = parse_day(today, "--today") if today else None
    workspace = Workspace(vault_root(vault), today=day, on_event=StderrProgress())
    try:
        yield workspace
    finally:
        workspace.close()

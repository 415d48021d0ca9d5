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
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", help="offline, embedded, gguf:FILE, ollama:NAME, openai:NAME …; else SHOWME_MODEL."
    ),
]
StrategyOption = Annotated[
    str | None, typer.Option("--strategy", metavar="auto|adapt|draft", help="One call an item, or all items at once.")
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Ask the model again, also what it answered before.")]
ShowPromptOption = Annotated[
    bool, typer.Option("--show-prompt", help="Print what would be sent to the model, and send nothing.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit 1 when anything went wrong with the model.")]
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

"""`prep` and `demo`: the brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant import verbs
from assistant.brief.render import render_markdown
from assistant.sample.copy import SAMPLE_DAY, open_sample
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import is_interactive, print_json, print_notice, print_text

DEMO_PERSON = "André"
"""Whose brief the demo prints where there is no terminal."""


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(prep)
    app.command()(demo)


def prep(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Name, nickname or initials.")],
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the brief to this file.")] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say which passage, principle and scores chose each question.")
    ] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Print the one-on-one brief for one person."""
    with open_workspace(vault, today) as workspace:
        brief = verbs.prep(workspace, person)
        if out is not None:
            written = verbs.write_brief(workspace, brief, render_markdown(brief, with_why=why), out)
            print_notice(f"Wrote {written}.")
        if json:
            print_json(brief)
        elif out is None:
            print_text(render_markdown(brief, with_why=why).split("---\n", 2)[2].strip())


def demo(
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over with a new copy of the sample team.")] = False,
    today: TodayOption = None,
) -> None:
    """Open the app on a copy of the sample team; without a terminal, print one brief."""
    root = open_sample(fresh=fresh)
    day = today or SAMPLE_DAY
    if is_interactive():
        from tui.app import run_app

        run_app(root, day)
        return
    print_notice(f"The sample team lies in {root}; the date is taken to be {day}.")
    prep(DEMO_PERSON, vault=root, today=day)

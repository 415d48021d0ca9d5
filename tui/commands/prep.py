"""`prep` and `demo`: the brief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from assistant import verbs
from assistant.brief.render import render_markdown
from assistant.events import Event, Finished
from assistant.language.wish import Wish
from assistant.models import Brief
from assistant.sample.copy import SAMPLE_DAY, open_sample
from tui.options import (
    JsonOption,
    ModelOption,
    NoCacheOption,
    ShowPromptOption,
    StrategyOption,
    StrictOption,
    TodayOption,
    VaultOption,
    open_workspace,
)
from tui.payload import print_payloads
from tui.printing import StderrProgress, is_interactive, print_json, print_notice, print_text

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
    model: ModelOption = None,
    strategy: StrategyOption = None,
    no_cache: NoCacheOption = False,
    strict: StrictOption = False,
    show_prompt: ShowPromptOption = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Print the one-on-one brief for one person."""
    wish = Wish(model, strategy, use_cache=not no_cache)
    with open_workspace(vault, today) as workspace:
        if show_prompt:
            print_payloads(verbs.prep_payloads(workspace, person, wish), as_json=json)
            return
        brief = _followed(verbs.prep_events(workspace, person, wish))
        if out is not None:
            written = verbs.write_brief(workspace, brief, render_markdown(brief, with_why=why), out)
            print_notice(f"Wrote {written}.")
        if json:
            print_json(brief)
        elif out is None:
            print_text(render_markdown(brief, with_why=why).split("---\n", 2)[2].strip())
    if strict and brief.tailoring and (brief.tailoring.fault or brief.tailoring.replaced):
        raise typer.Exit(1)


def _followed(events: Iterator[Event]) -> Brief:
    """The finished brief; what comes before it is told on stderr."""
    progress = StderrProgress()
    for event in events:
        progress(event)
        if isinstance(event, Finished):
            return event.brief
    raise AssertionError("the last event is the finished brief")


def demo(
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over with a new copy of the sample team.")] = False,
    model: ModelOption = None,
    today: TodayOption = None,
) -> None:
    """Open the app on a copy of the sample team; without a terminal, print one brief."""
    root = open_sample(fresh=fresh)
    day = today or SAMPLE_DAY
    if is_interactive():
        from tui.app import run_app

        run_app(root, day, model=model)
        return
    print_notice(f"The sample team lies in {root}; the date is taken to be {day}.")
    prep(DEMO_PERSON, model=model, vault=root, today=day)

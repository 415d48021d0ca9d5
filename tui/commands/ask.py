"""`ask`: a question over the notes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant import verbs
from assistant.asking.answer import NOT_SAID
from assistant.brief.words import day
from assistant.language.wish import Wish
from assistant.models import Answer, Evidence
from tui.options import (
    JsonOption,
    ModelOption,
    NoCacheOption,
    ShowPromptOption,
    StrictOption,
    TodayOption,
    VaultOption,
    open_workspace,
)
from tui.payload import print_payloads
from tui.printing import print_json, print_line, print_notice, print_text


def register(app: typer.Typer) -> None:
    """Add this family's command."""
    app.command()(ask)


def ask(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="A question in plain words, or - for one a line from stdin.")
    ],
    person: Annotated[str | None, typer.Option("--person", metavar="P", help="Whom it is about.")] = None,
    model: ModelOption = None,
    no_cache: NoCacheOption = False,
    strict: StrictOption = False,
    show_prompt: ShowPromptOption = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Answer a question from the notes, each sentence with the lines that say it; or say that they do not say."""
    questions = [line.strip() for line in sys.stdin] if question == "-" else [question]
    wish = Wish(model, use_cache=not no_cache)
    has_fault = False
    with open_workspace(vault, today) as workspace:
        for text in questions:
            if show_prompt:
                print_payloads(verbs.ask_payloads(workspace, text, person, wish), as_json=json)
                continue
            answer = verbs.ask(workspace, text, person, wish)
            has_fault |= bool(answer.warnings)
            if json:
                print_line(answer) if question == "-" else print_json(answer)
            else:
                _print_answer(answer)
    if strict and has_fault:
        raise typer.Exit(1)


def _print_answer(answer: Answer) -> None:
    for warning in answer.warnings:
        print_notice(warning)
    for sentence in answer.sentences:
        print_text(f"- {sentence.text}")
        for line in sentence.evidence:
            print_text(f"  {_place(line)}")
    if not answer.answered:
        print_text(answer.why_not or NOT_SAID)


def _place(line: Evidence) -> str:
    lines = f"{line.line_start}" if line.line_start == line.line_end else f"{line.line_start}-{line.line_end}"
    return f"({line.path}:{lines}{', ' + day(line.date) if line.date else ''})"

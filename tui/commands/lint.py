"""`lint`: coaching or critique."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from assistant.lint.lint import lint as judge
from assistant.models import Verdict
from tui.options import JsonOption
from tui.printing import print_json, print_line, print_text


def register(app: typer.Typer) -> None:
    """Add this family's command."""
    app.command()(lint)


def lint(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A sentence, or - for one a line from stdin.")],
    json: JsonOption = False,
) -> None:
    """Say whether a sentence coaches or criticises, why, and how it could be asked."""
    if text != "-":
        verdict = judge(text)
        print_json(verdict) if json else _print_verdict(verdict)
        return
    for line in sys.stdin:
        verdict = judge(line.rstrip("\r\n"))
        print_line(verdict) if json else _print_verdict(verdict)


def _print_verdict(verdict: Verdict) -> None:
    print_text(f"{verdict.verdict}: {verdict.text}")
    for reason in verdict.reasons:
        print_text(f"  {reason.kind}: “{reason.span}” {reason.message}")
    if verdict.rewrite:
        print_text(f"  try: {verdict.rewrite}")

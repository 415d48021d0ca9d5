"""`sent`: what went to a language model, where, when and how much."""

from __future__ import annotations

import typer

from assistant.language.sent import load_sent
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_notice, print_table

_DIGEST = 12
"""So many letters tell one body from another in a table; `--json` prints all."""


def register(app: typer.Typer) -> None:
    """Add this family's command."""
    app.command()(sent)


def sent(json: JsonOption = False, vault: VaultOption = None, today: TodayOption = None) -> None:
    """List what was sent to a language model: when, where to, how much, and how it ended."""
    with open_workspace(vault, today) as workspace:
        calls = load_sent(workspace.vault.state)
    if json:
        print_json({"calls": calls})
    elif not calls:
        print_notice("Nothing was ever sent to a model from here.")
    else:
        head = ("when (UTC)", "model", "host", "for", "letters", "names", "SHA-256", "seconds", "outcome")
        print_table(
            head,
            (
                (
                    c.at,
                    c.model,
                    c.host,
                    c.purpose,
                    str(c.letters),
                    "hidden" if c.pseudonyms else "real",
                    c.digest[:_DIGEST],
                    f"{c.seconds:.1f}",
                    c.outcome,
                )
                for c in calls
            ),
        )

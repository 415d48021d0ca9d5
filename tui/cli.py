"""The command line: `showme` with its commands. Faults end in one clear sentence and exit code 1."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import typer

from assistant.errors import ShowMeError
from assistant.workspace import parse_day
from tui.commands import ask, capture, check, ledger, lint, model, notes, prep, sent, team
from tui.options import ModelOption, TodayOption, VaultOption
from tui.printing import is_interactive, print_notice

app = typer.Typer(
    name="showme",
    help="One-on-ones that coach: a grounded brief from your own notes, offline.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for family in (prep, ask, capture, ledger, lint, notes, team, check, model, sent):
    family.register(app)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    model: ModelOption = None,
    vault: VaultOption = None,
    today: TodayOption = None,
    version: bool = False,
) -> None:
    """Open the app on the configured vault."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("showme"))
        raise typer.Exit
    if today:
        parse_day(today, "--today")
    if context.invoked_subcommand is not None:
        pass_on(context, context.invoked_subcommand, {"model": model, "vault": vault, "today": today})
        return
    if not is_interactive():
        print_notice("`showme` alone opens the app and needs a terminal; `showme --help` lists the commands.")
        raise typer.Exit(2)
    open_app(vault, today, model)


def pass_on(context: typer.Context, command: str, options: Mapping[str, object]) -> None:
    """Make what stands before a command the defaults of its own options, so that those still go before it.

    Raises BadParameter for a folder of notes before `demo`, which has one of its own.
    """
    given = {name: str(value) for name, value in options.items() if value is not None}
    if command == "demo" and "vault" in given:
        raise typer.BadParameter("`demo` has a folder of its own.", param_hint="'--vault'")
    if command == "init" and "vault" in given:
        given["folder"] = given["vault"]  # the one command that is told its folder by an argument
    context.default_map = {command: given}


def open_app(vault: Path | None, today: str | None, model: str | None) -> None:
    """Run the Textual app; with no vault configured it starts with its welcome."""
    from tui.app import run_app

    run_app(vault, today, model=model)


def main() -> None:
    """The entry point: known faults become one sentence and a remedy, exit code 1."""
    os.umask(0o077)  # what is written, by the vector store too, is for its owner alone
    try:
        app()
    except ShowMeError as fault:
        print_notice(f"{fault.message} {fault.remedy}")
        sys.exit(1)
    except KeyboardInterrupt:
        print_notice("Stopped.")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()

"""`model list` and `model get`: language models that run on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from tui.options import JsonOption
from tui.printing import StderrProgress, print_json, print_table, print_text

_MEGABYTE = 1_000_000


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    family = typer.Typer(help="Language models that run on this machine.", no_args_is_help=True, rich_markup_mode=None)
    family.command("list")(list_models)
    family.command("get")(get)
    app.add_typer(family, name="model")


def list_models(json: JsonOption = False) -> None:
    """Show the models that lie here: name, size, licence."""
    from assistant.language.weights import EMBEDDED, list_weights

    found = list_weights()
    if json:
        print_json({"models": found})
    elif not found:
        print_text(f"No model lies here. `showme model get {EMBEDDED}` fetches one of 98 MB (Apache-2.0).")
    else:
        rows = [
            (
                "embedded" if item.name == EMBEDDED else f"gguf:{item.name}",
                f"{item.size / _MEGABYTE:.0f} MB",
                item.licence,
                item.title,
            )
            for item in found
        ]
        print_table(("--model", "size", "licence", "what it calls itself"), rows)


def get(
    name: Annotated[str, typer.Argument(metavar="NAME", help="smollm2, the address of a .gguf file, or a file.")],
    sha256: Annotated[str | None, typer.Option("--sha256", metavar="HEX", help="What the file must hash to.")] = None,
    json: JsonOption = False,
) -> None:
    """Fetch a model and check it."""
    from assistant.language.fetching import fetch
    from assistant.language.weights import EMBEDDED

    item = fetch(name, StderrProgress(), sha256)
    if json:
        print_json(item)
    else:
        use = "embedded" if item.name == EMBEDDED else f"gguf:{item.name}"
        print_text(
            f"{item.title or item.name}: {item.size / _MEGABYTE:.0f} MB, {item.licence}. Use it with --model {use}."
        )

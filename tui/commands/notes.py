"""`init`, `index`, `search`, `doctor`: the notes and what is made of them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant import verbs
from assistant.brief.words import clip
from assistant.errors import ShowMeError, VaultNotFoundError
from assistant.models import Evidence
from assistant.settings import remember_vault, vault_root
from assistant.understood import describe, understand
from assistant.workspace import Workspace
from tui.options import JsonOption, ModelOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_line, print_notice, print_text

if TYPE_CHECKING:
    from assistant.library.search import PrincipleHit


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(init)
    app.command()(index)
    app.command()(search)
    app.command()(doctor)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="The folder of notes; made if it is not there.")
    ] = Path(),
    json: JsonOption = False,
    today: TodayOption = None,
) -> None:
    """Make a vault, or adopt a folder of notes as it is, and say what was understood."""
    root = folder.expanduser().resolve()
    if root.exists() and not root.is_dir():
        raise ShowMeError(f"{root} is a file.", "Name the folder that holds your notes.")
    root.mkdir(parents=True, exist_ok=True)
    with open_workspace(root, today) as workspace:
        report = understand(workspace)
        remember_vault(root)
    if json:
        print_json(report)
    else:
        print_text(describe(report))


def index(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Throw the index away and make it anew.")] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
) -> None:
    """Bring the index up to date."""
    with open_workspace(vault, None) as workspace:
        report = verbs.index(workspace, rebuild=rebuild)
        for fault in report.faults:
            print_notice(f"{fault.path}: {fault.reason}")
    if json:
        print_json(report)
    else:
        print_text(
            f"{report.notes} notes, {report.passages} passages, {report.embedded} embedded now, {len(report.faults)} with faults."
        )


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Plain words, or - for one query a line from stdin.")],
    person: Annotated[str | None, typer.Option("--person", metavar="P", help="Only what is about this person.")] = None,
    knowledge: Annotated[bool, typer.Option("--knowledge", help="Find the principle for a situation instead.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="How many hits.")] = 10,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Find passages in the notes, or the principle for a situation told in plain words."""
    queries = [line.rstrip("\r\n") for line in sys.stdin] if query == "-" else [query]
    if knowledge:
        answers = [
            [_principle(hit) for hit in hits] for hits in verbs.search_knowledge(queries, _state(vault), max(limit, 5))
        ]
    else:
        with open_workspace(vault, today) as workspace:
            answers = [_answer(workspace, text, person, limit) for text in queries]
    for text, hits in zip(queries, answers, strict=True):
        if json:
            document = {"query": text, "hits": hits}
            print_line(document) if query == "-" else print_json(document)
        else:
            for hit in hits:
                print_text(_hit_line(hit))


def doctor(
    model: ModelOption = None, json: JsonOption = False, vault: VaultOption = None, today: TodayOption = None
) -> None:
    """Say what is configured, whether its model answers, what was understood and which files could not be read."""
    from assistant.language.health import look_at_model

    with open_workspace(vault, today) as workspace:
        report = understand(workspace)
        health = look_at_model(workspace, model)
    if json:
        print_json(report.model_dump(mode="json") | {"model": health.model, "model_health": health})
    else:
        print_text(f"{describe(report)}\n{health.describe()}")


def _state(vault: Path | None) -> Path | None:
    """The manager's own knowledge counts where a vault is configured; the shipped one needs none."""
    try:
        return vault_root(vault) / ".showme"
    except VaultNotFoundError:
        if vault is not None:
            raise
        return None


def _answer(workspace: Workspace, text: str, person: str | None, limit: int) -> list[dict[str, Any]]:
    hits, is_complete = verbs.search(workspace, text, person, limit)
    if not is_complete:
        print_notice("The index is still being made: found by words alone. `showme index` completes it.")
    return [
        {"score": round(hit.score, 4), "text": hit.passage.text, "principle": None, "evidence": hit.evidence}
        for hit in hits
    ]


def _principle(hit: PrincipleHit) -> dict[str, Any]:
    evidence = Evidence(path=hit.path, line_start=hit.line, line_end=hit.line, quote=hit.text)
    return {"score": hit.score, "text": hit.text, "principle": hit.principle, "evidence": evidence}


def _hit_line(hit: dict[str, Any]) -> str:
    name = f"{hit['principle']}  " if hit["principle"] else f"{hit['evidence'].path}:{hit['evidence'].line_start}  "
    return f"{hit['score']:.2f}  {name}{clip(hit['text'], 24)}"

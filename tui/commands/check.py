"""`check`: the manager marks a sample of findings; the tool says how good it is on his notes."""

from __future__ import annotations

import json as jsonlib
import sys
from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from assistant import check as quality
from assistant import verbs
from assistant.errors import ShowMeError
from assistant.workspace import Workspace
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_notice, print_text

_KEYS: dict[str, Literal["right", "wrong"]] = {"r": "right", "w": "wrong"}


def register(app: typer.Typer) -> None:
    """Add this family's command."""
    app.command()(check)


def check(
    seed: Annotated[int, typer.Option("--seed", help="Draws another sample.")] = 0,
    marks: Annotated[
        Path | None,
        typer.Option("--marks", metavar="FILE", help="Read marks from a JSON object of id: right|wrong."),
    ] = None,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Mark twenty findings as right or wrong, and see how often the tool is right on your notes."""
    with open_workspace(vault, today) as workspace:
        kept = quality.load_marks(workspace.vault.state)
        sample = quality.draw_sample(verbs.all_findings(workspace), kept, seed + len(kept))
        if marks is not None:
            given = _given_marks(marks, workspace, {item.id: item for item in verbs.all_findings(workspace)})
            kept = kept | given
            quality.save_marks(workspace.vault, kept)
        elif sys.stdin.isatty() and not json:
            _ask(workspace, sample, kept, seed)
            kept = quality.load_marks(workspace.vault.state)
        report = quality.measure(kept)
    if json:
        print_json({"quality": report, "sample": sample})
    else:
        print_text(quality.describe_quality(report))


def _ask(workspace: Workspace, sample: list[quality.Sampled], kept: quality.Marks, seed: int) -> None:
    print_text(f"{len(sample)} findings. r right, w wrong, s skip, q stop here.")
    for number, item in enumerate(sample, 1):
        evidence = item.evidence
        print_text(f"\n{number}. {item.kind}: {item.text}\n   {evidence.path}:{evidence.line_start}: {evidence.quote}")
        key = typer.prompt("   r/w/s/q", default="s", show_default=False).strip().casefold()[:1]
        if key == "q":
            return
        if key in _KEYS:
            kept[item.id] = quality.Mark(answer=_KEYS[key], kind=item.kind, on=workspace.today)
            quality.save_marks(workspace.vault, kept)
    _ask_for_missed(workspace, kept, seed)


def _ask_for_missed(workspace: Workspace, kept: quality.Marks, seed: int) -> None:
    path = quality.draw_note(verbs.one_on_one_paths(workspace), seed + len(kept))
    if path is None:
        return
    print_text(f"\nOne note to read whole, {path}:\n\n{workspace.vault.read(path).text}\n")
    print_text("Found in it: " + ("; ".join(verbs.found_in(workspace, path)) or "nothing"))
    count = typer.prompt("How many claims, promises or bright spots were missed", default=0, type=int)
    before = sum(name.startswith("missed-") for name in kept)
    for number in range(before + 1, before + 1 + max(0, count)):
        kept[f"missed-{number}"] = quality.Mark(answer="missed", kind="note", on=workspace.today)
    quality.save_marks(workspace.vault, kept)


def _given_marks(path: Path, workspace: Workspace, known: dict[str, quality.Sampled]) -> quality.Marks:
    try:
        table = jsonlib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ShowMeError(
            f"{path} cannot be read as JSON ({fault}).", "Give an object of id: right or wrong."
        ) from fault
    given: quality.Marks = {}
    for key, answer in table.items() if isinstance(table, dict) else ():
        if key not in known or answer not in _KEYS.values():
            print_notice(f"{key}: {answer} is no mark for a finding of these notes; left out.")
            continue
        right_or_wrong = cast(Literal["right", "wrong"], answer)
        given[key] = quality.Mark(answer=right_or_wrong, kind=known[key].kind, on=workspace.today)
    return given

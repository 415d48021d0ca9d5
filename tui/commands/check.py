"""`check`: the manager marks a sample of findings; the tool says how good it is on his notes."""

from __future__ import annotations

import json as jsonlib
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant import check as quality
from assistant import verbs
from assistant.errors import ShowMeError
from assistant.ledger.marks import Answer, Mark, Marks, ReadNote, load_marks, save_marks
from assistant.workspace import Workspace
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_notice, print_text

_KEYS: dict[str, Answer] = {"r": "right", "w": "wrong"}


def register(app: typer.Typer) -> None:
    """Add this family's command."""
    app.command()(check)


def check(
    seed: Annotated[int, typer.Option("--seed", help="Draws another sample.")] = 0,
    marks: Annotated[
        Path | None,
        typer.Option(
            "--marks",
            metavar="FILE",
            help="Read marks from a JSON object of id: right|wrong, and under `notes` path: the same with `missed`: how many.",
        ),
    ] = None,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Mark twenty findings as right or wrong, and see how often the tool is right on your notes."""
    with open_workspace(vault, today) as workspace:
        kept = load_marks(workspace.vault.state)
        number = seed + len(kept.findings) + len(kept.notes)
        sample = quality.draw_sample(verbs.all_findings(workspace), kept, number)
        path = quality.draw_note(verbs.one_on_one_paths(workspace), kept, number)
        if marks is not None:
            kept = _with_given(kept, _read_marks(marks), workspace)
            save_marks(workspace.vault, kept)
        elif sys.stdin.isatty() and not json:
            kept = _ask(workspace, sample, kept, path)
        report = quality.measure(kept)
        found = verbs.found_in(workspace, path) if json and path else []
    if json:
        print_json({"quality": report, "sample": sample, "note": {"path": path, "found": found} if path else None})
    else:
        print_text(quality.describe_quality(report))


def _ask(workspace: Workspace, sample: list[quality.Sampled], kept: Marks, path: str | None) -> Marks:
    print_text(f"{len(sample)} findings. r right, w wrong, s skip, q stop here.")
    for number, item in enumerate(sample, 1):
        key = _key(number, item)
        if key == "q":
            return kept
        if key in _KEYS:
            mark = Mark(answer=_KEYS[key], kind=item.kind, on=workspace.today)
            kept = Marks(findings=kept.findings | {item.id: mark}, notes=kept.notes)
            save_marks(workspace.vault, kept)
    return _ask_whole(workspace, kept, path) if path else kept


def _key(number: int, item: quality.Sampled) -> str:
    line = item.evidence
    print_text(f"\n{number}. {item.kind}: {item.text}\n   {line.path}:{line.line_start}: {line.quote}")
    return str(typer.prompt("   r/w/s/q", default="s", show_default=False)).strip().casefold()[:1]


def _ask_whole(workspace: Workspace, kept: Marks, path: str) -> Marks:
    """One note with all that was found in it; it counts once each of that has a mark."""
    print_text(f"\nOne note to read whole, {path}:\n\n{workspace.vault.read(path).text}\n\nFound in it:")
    known = kept.known()
    found = verbs.found_in(workspace, path)
    for number, item in enumerate(found, 1):
        key = "" if item.id in known else _key(number, item)
        if key in _KEYS:
            known[item.id] = _KEYS[key]
            kept = _with_note(kept, path, found, known, None, workspace)
            save_marks(workspace.vault, kept)
        elif key:
            print_text(
                "The note counts once everything that was found in it has a mark; the next check goes on with it."
            )
            return kept
        else:
            print_text(f"\n{number}. {item.kind}: {item.text}: {known[item.id]}, you said")
    missed = typer.prompt("How many claims, promises or bright spots were missed", default=0, type=int)
    kept = _with_note(kept, path, found, known, max(0, missed), workspace)
    save_marks(workspace.vault, kept)
    return kept


def _with_note(
    kept: Marks,
    path: str,
    found: list[quality.Sampled],
    known: dict[str, Answer],
    missed: int | None,
    workspace: Workspace,
) -> Marks:
    right = tuple(item.id for item in found if known.get(item.id) == "right")
    wrong = tuple(item.id for item in found if known.get(item.id) == "wrong")
    read = ReadNote(on=workspace.today, right=right, wrong=wrong, missed=missed)
    return Marks(findings=kept.findings, notes=kept.notes | {path: read})


def _read_marks(path: Path) -> dict[str, Any]:
    try:
        table = jsonlib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ShowMeError(
            f"{path} cannot be read as JSON ({fault}).", "Give an object of id: right or wrong."
        ) from fault
    return table if isinstance(table, dict) else {}


def _with_given(kept: Marks, table: dict[str, Any], workspace: Workspace) -> Marks:
    notes = table.pop("notes", {})
    known = {item.id: item for item in verbs.all_findings(workspace)}
    marks = dict(kept.findings)
    for name, answer in table.items():
        if name in known and answer in ("right", "wrong"):
            marks[name] = Mark(answer=answer, kind=known[name].kind, on=workspace.today)
        else:
            print_notice(f"{name}: {answer} is no mark for a finding of these notes; left out.")
    kept = Marks(findings=marks, notes=kept.notes)
    paths = set(verbs.one_on_one_paths(workspace))
    for path, said in notes.items() if isinstance(notes, dict) else ():
        found = verbs.found_in(workspace, path)
        given = kept.known() | (
            {k: v for k, v in said.items() if v in ("right", "wrong")} if isinstance(said, dict) else {}
        )
        missed = said.get("missed") if isinstance(said, dict) else None
        is_whole = path in paths and all(item.id in given for item in found)
        if is_whole and isinstance(missed, int) and missed >= 0:
            kept = _with_note(kept, path, found, given, missed, workspace)
        else:
            print_notice(f"{path}: wants a mark for everything found in it, and `missed`: how many; left out.")
    return kept

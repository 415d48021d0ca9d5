"""`capture`, `undo`: what was said becomes a note, and second thoughts take it back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

import click
import typer

from assistant.brief.words import clip, day
from assistant.capture.capture import Captured, Incoming, confirm_all, update_index
from assistant.capture.capture import capture as capture_words
from assistant.capture.raw import CHUNK, Draft
from assistant.errors import IndexBusyError, ShowMeError
from assistant.models import NoteKind
from assistant.workspace import Workspace, parse_day
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import is_interactive, print_json, print_notice, print_text

PersonArgument = Annotated[str, typer.Argument(metavar="PERSON", help="Name, nickname or initials.")]
FileArgument = Annotated[
    str | None, typer.Argument(metavar="[FILE|-]", help="Text, .vtt, .srt or .docx; - reads standard input.")
]
Kind = Literal["one-on-one", "call", "team"]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(capture)
    app.command()(undo)


def capture(
    person: PersonArgument,
    file: FileArgument = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the meeting; else today.")
    ] = None,
    kind: Annotated[Kind, typer.Option("--kind", help="What sort of note it is.")] = "one-on-one",
    editor: Annotated[bool, typer.Option("--editor", help="Write in $EDITOR.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Confirm everything that is found.")] = False,
    new: Annotated[bool, typer.Option("--new", help="The person is new: there are no notes yet.")] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Turn what was said into a dated note; the raw text is on the disk first."""
    if file is None and not editor and is_interactive():
        from tui.app import run_app

        run_app(vault, today, capture=(person, date, kind))
        return
    with open_workspace(vault, today) as workspace:
        day_of = parse_day(date, "--date") if date else workspace.today
        draft = Draft(workspace.vault, person) if editor and file is None else None
        chunks = _typed(draft) if draft else _chunks(file)
        suffix = Path(file).suffix if file and file != "-" else ".md" if draft else ".txt"
        incoming = Incoming(person, chunks, day_of, suffix or ".txt", NoteKind(kind), is_new=new)
        made = capture_words(workspace, incoming)
        if draft:
            draft.discard()
        if yes:
            confirm_all(workspace, made)
        if json:
            print_json(as_json(made))
        else:
            _print_made(made)
        sys.stdout.flush()
        _index(workspace)


def undo(json: JsonOption = False, vault: VaultOption = None) -> None:
    """Take back the last thing showme wrote into the vault."""
    from assistant.vault.journal import paths_of, undo_last

    with open_workspace(vault, None) as workspace:
        action = undo_last(workspace.vault)
    if json:
        print_json(action)
    else:
        print_text(f"Taken back: {action.name}. {' '.join(paths_of(action))}".rstrip())


def as_json(made: Captured) -> dict[str, object]:
    """The note, the raw text, and every finding under its own key."""
    head = {"note": made.note, "raw": made.raw, "person": made.person, "date": made.date.isoformat(), "kind": made.kind}
    return head | made.found.model_dump(mode="json")


def _chunks(file: str | None) -> Iterator[bytes]:
    """The bytes of a file or of standard input. Raises ShowMeError when it cannot be read."""
    if file in (None, "-"):
        yield from _read(sys.stdin.buffer)
        return
    try:
        with Path(str(file)).expanduser().open("rb") as stream:
            yield from _read(stream)
    except OSError as fault:
        raise ShowMeError(f"{file} cannot be read ({(fault.strerror or '').lower()}).", "Name another file.") from fault


def _read(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK):
        yield chunk


def _typed(draft: Draft) -> list[bytes]:
    """What was written in the manager's own editor; the draft stays until it is a note."""
    if draft.load():
        print_notice(f"Your draft is still there: {draft.path}")
    path = draft.begin()
    click.edit(filename=str(path))
    words = path.read_bytes()
    if not words.strip():
        draft.discard()
        raise ShowMeError("Nothing was written.", "The note was not made.")
    return [words]


def _index(workspace: Workspace) -> None:
    try:
        update_index(workspace)
    except IndexBusyError:
        print_notice("Another showme is writing the index; the next command brings it up to date.")


def _print_made(made: Captured) -> None:
    found = made.found
    print_text(f"{made.note}")
    rows = [
        *[
            (f"promise, {p.owner}", p.finding, clip(p.text, 18) + (f" · due {day(p.due)}" if p.due else ""))
            for p in found.commitments
        ],
        *[(f"{m.what}, {m.owner}", m.id, clip(m.text, 18)) for m in found.moved],
        *[("said, not shown", c.finding, clip(c.text, 18)) for c in found.claims],
        *[("contradicted", c.claim_id, clip(c.text, 18)) for c in found.contradicted],
        *[("shown", s.id, clip(s.text, 18)) for s in found.shown],
        *[("went well", s.id, clip(s.text, 18)) for s in found.bright_spots],
        *[(r.kind, r.id, clip(r.text, 18)) for r in found.remarks],
    ]
    for what, name, text in rows:
        print_text(f"  {what:<18} {name}  {text}")
    if rows:
        print_notice("A finding counts until you refuse it: showme refuse ID. showme undo takes the note back.")
    else:
        print_notice("Nothing was found in it; the words are kept. showme undo takes the note back.")

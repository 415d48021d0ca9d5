"""`capture`, `inbox`, `topics`, `asked`, `recap`, `undo`: before and after the meeting."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date as Date
from io import BufferedIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import click
import typer

from assistant.capture.capture import Captured, Incoming, person_meant, update_index
from assistant.capture.capture import capture as capture_words
from assistant.capture.drafts import Draft, open_draft
from assistant.capture.raw import CHUNK
from assistant.errors import IndexBusyError, ShowMeError
from assistant.models import NoteKind
from assistant.workspace import Workspace, parse_day
from tui.commands.made import as_json, print_made
from tui.options import JsonOption, ModelOption, TodayOption, VaultOption, open_workspace
from tui.printing import is_interactive, print_json, print_notice, print_text

if TYPE_CHECKING:
    from assistant.capture.inbox import Dropped
    from assistant.ledger.asked import Outcome

PersonArgument = Annotated[str, typer.Argument(metavar="PERSON", help="Name, nickname or initials.")]
FileArgument = Annotated[
    str | None, typer.Argument(metavar="[FILE|-]", help="Text, .vtt, .srt or .docx; - reads standard input.")
]
Kind = Literal["one-on-one", "call", "team"]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    for command in (capture, inbox, topics, asked, recap, undo):
        app.command()(command)


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
    model: ModelOption = None,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Turn what was said into a dated note; the raw text is on the disk first."""
    if file is None and not editor and is_interactive():
        from tui.app import run_app

        run_app(vault, today, capture=(person, date, kind), model=model)
        return
    with open_workspace(vault, today) as workspace:

        def take(chunks: Iterable[bytes], day_of: Date | str, suffix: str) -> None:
            given = Incoming(person, chunks, day_of, suffix, NoteKind(kind), is_new=new, is_confirmed=yes)
            _show_made(capture_words(workspace, given), is_json=json)

        if editor and file is None:
            someone = person_meant(workspace, person, is_new=new)
            on = parse_day(date, "--date") if date else None
            with closing(open_draft(workspace.vault, someone.id, NoteKind(kind), on, workspace.today)) as draft:
                take(_typed(draft), draft.day, ".md")
                draft.discard()
        else:
            suffix = Path(file).suffix if file and file != "-" else ""
            take(_chunks(file), date or workspace.today, suffix or ".txt")
        sys.stdout.flush()
        _index(workspace)


def inbox(
    yes: Annotated[bool, typer.Option("--yes", help="Sort what is sure without asking; leave the rest.")] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Sort what was dropped into inbox/ by person and date, asking where that is not sure."""
    from assistant.capture.inbox import look_into_inbox, sort_in

    with open_workspace(vault, today) as workspace:
        found = look_into_inbox(workspace)
        asks = is_interactive() and not yes and not json
        sorted_in: dict[str, str] = {}
        for item in found:
            answer = _ask_whose(item) if asks and not item.is_sure and not item.fault else None
            person, day_of = answer or (
                (item.person, item.date) if item.is_sure and (yes or asks) else (None, item.date)
            )
            if person is not None:
                sorted_in[item.path] = sort_in(workspace, item, person, day_of).note
        if sorted_in:
            _index(workspace)
    if json:
        rows = [item.model_dump(mode="json") | {"note": sorted_in.get(item.path)} for item in found]
        print_json({"inbox": rows})
        return
    if not found:
        print_text("The inbox is empty.")
    for item in found:
        print_text(f"{item.path}: {_state(item, sorted_in.get(item.path))}")
    if any(item.is_sure and item.path not in sorted_in for item in found):
        print_notice("`showme inbox --yes` sorts what is sure.")


def topics(
    person: PersonArgument,
    file: FileArgument = None,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Take what the seller wants to talk about, in his own words; it stands first on the next agenda."""
    from assistant.brief.topics import waiting_topics
    from assistant.capture.topics import take_topics

    with open_workspace(vault, today) as workspace:
        if file is None and sys.stdin.isatty():
            someone = workspace.find_person(person)
            waiting = waiting_topics(workspace.catalog.sections_about(someone.id), someone.id, workspace.today)
            print_json({"topics": waiting}) if json else print_text(
                "\n".join(f"- {topic.text}" for topic in waiting) or f"{someone.name} brought nothing yet."
            )
            return
        suffix = Path(file).suffix if file and file != "-" else ".txt"
        taken = take_topics(workspace, person, _chunks(file), suffix or ".txt")
    if json:
        print_json(taken)
    else:
        print_text("\n".join([taken.note, *(f"  - {topic.text}" for topic in taken.topics)]))


def asked(
    person: PersonArgument,
    marks: Annotated[
        list[str] | None, typer.Argument(metavar="[N=WHAT…]", help="1=commitment 2=shown 3=nothing 4=not-asked")
    ] = None,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Say what came of the questions of the last written brief; without marks, list them."""
    from assistant.ledger.asked import latest_questions, load_asked, mark_asked

    with open_workspace(vault, today) as workspace:
        someone = workspace.find_person(person)
        given = _marks(marks or [])
        if given:
            questions = mark_asked(workspace.vault, someone.id, given)
        else:
            questions = latest_questions(load_asked(workspace.vault.state), someone.id)
    if json:
        print_json({"questions": questions})
    elif not questions:
        print_text(f"No brief was written for {someone.name} yet: `showme prep {someone.name} --out FILE` writes one.")
    for item in [] if json else questions:
        print_text(f"{item.number}. {item.text}\n   {item.outcome or 'not said yet'}")


def recap(
    person: PersonArgument,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the mail to this file.")] = None,
    copy: Annotated[bool, typer.Option("--copy", help="Put the mail on the clipboard.")] = False,
    mail: Annotated[bool, typer.Option("--mail", help="Print it as a mailto: link and open it.")] = False,
    sent: Annotated[bool, typer.Option("--sent", help="It was sent: from now on it counts as your own words.")] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """After the meeting: what each of us promised, by when, and what we look at next time, as a short mail."""
    from assistant.capture.recap import recap as make_recap

    with open_workspace(vault, today) as workspace:
        made = make_recap(workspace, person, "sent" if sent else "mail" if mail or copy else "draft", out)
    if not made.is_confirmed:
        print_notice(
            f"A draft: nothing of it is confirmed yet, so it cannot be sent. `showme confirm {' '.join(made.unconfirmed)}` "
            "confirms all of it."
        )
    if made.withheld:
        what = "promise of yours speaks" if made.withheld == 1 else "promises of yours speak"
        print_notice(f"Left out: {made.withheld} {what} about {made.name} to others, or of what is not for him or her.")
    if out is not None:
        print_notice(f"Wrote {out}.")
    if copy:
        _copy(made.body)
    if json:
        print_json(made.model_dump(mode="json") | {"mailto": made.mailto if made.is_confirmed else None})
    elif mail:
        print_text(made.mailto)
        if is_interactive():
            click.launch(made.mailto)
    elif out is None:
        print_text(f"Subject: {made.subject}\n\n{made.body}".rstrip())
    print_notice(f"Kept in {made.note}.")


def undo(
    skip: Annotated[
        bool, typer.Option("--skip", help="Leave the last thing as it is, for good, and take back the one before.")
    ] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
) -> None:
    """Take back the last thing showme wrote into the vault."""
    from assistant.vault.journal import leave_last, paths_of, undo_last

    with open_workspace(vault, None) as workspace:
        if skip:
            print_notice(f"Left as it is: {leave_last(workspace.vault).name}.")
        action = undo_last(workspace.vault)
    if json:
        print_json(action)
    else:
        print_text(f"Taken back: {action.name}. {' '.join(paths_of(action))}".rstrip())


def _ask_whose(item: Dropped) -> tuple[str, Date] | None:
    """The manager's answer; None leaves the file where it is."""
    print_text(f"\n{item.path}: {item.first_line}")
    for number, name in enumerate(item.candidates[:9], 1):
        print_text(f"  {number} {name}")
    whose = typer.prompt("  Whose is it? number, name, or s to leave it", default="s", show_default=False).strip()
    if whose.casefold() in ("s", ""):
        return None
    if whose.isdigit() and 0 < int(whose) <= len(item.candidates):
        whose = item.candidates[int(whose) - 1]
    told = typer.prompt("  Of which day", default=item.date.isoformat()).strip()
    return whose, parse_day(told, "the day")


def _state(item: Dropped, note: str | None) -> str:
    if note:
        return f"→ {note}"
    if item.fault:
        return f"not read: {item.fault}"
    if item.is_sure:
        return f"{item.person}, {item.date}"
    names = " or ".join(item.candidates[:4]) or "nobody is named"
    sure = "" if item.is_date_sure else ", day not given"
    return f"not sure: {item.person or names}{sure}"


def _marks(given: list[str]) -> dict[int, Outcome]:
    from assistant.ledger.asked import OUTCOMES

    marks: dict[int, Outcome] = {}
    for text in given:
        number, _, word = text.partition("=")
        outcome = next((o for o in OUTCOMES if word and o.startswith(word.strip().casefold())), None)
        if not number.strip().isdigit() or outcome is None:
            raise ShowMeError(f"{text!r} is no mark.", f"Write the number, =, and one of {', '.join(OUTCOMES)}.")
        marks[int(number)] = outcome
    return marks


def _copy(text: str) -> None:
    import pyperclip

    try:
        pyperclip.copy(text)
    except pyperclip.PyperclipException as fault:
        raise ShowMeError("There is no clipboard here.", "Use --out FILE, or install xclip or wl-clipboard.") from fault
    print_notice("Copied.")


def _chunks(file: str | None) -> Iterator[bytes]:
    """The bytes of a file or of standard input. Raises ShowMeError when it cannot be read."""
    if file in (None, "-"):
        yield from _read(cast(BufferedIOBase, sys.stdin.buffer))
        return
    try:
        with Path(str(file)).expanduser().open("rb") as stream:
            yield from _read(stream)
    except OSError as fault:
        raise ShowMeError(f"{file} cannot be read ({(fault.strerror or '').lower()}).", "Name another file.") from fault


def _read(stream: BufferedIOBase) -> Iterator[bytes]:
    while chunk := stream.read1(CHUNK):  # what is there by now: `read` would hold it back until there is more
        yield chunk


def _typed(draft: Draft) -> list[bytes]:
    """What was written in the manager's own editor; the draft stays until it is a note."""
    if draft.kept:
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


def _show_made(made: Captured, *, is_json: bool) -> None:
    if is_json:
        print_json(as_json(made))
    else:
        print_made(made)

"""Capture: raw words to the disk, a dated note made of them, what was found in it below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path

from assistant.capture.formats import read_incoming
from assistant.capture.found import Found, see
from assistant.capture.notes import note_names, note_text, with_findings, with_findings_anew
from assistant.capture.raw import keep_raw, naming
from assistant.errors import PersonUnknownError, ShowMeError
from assistant.index.catalog import oldest_first
from assistant.ledger.asked import Outcome, marked_file
from assistant.ledger.decisions import (
    Decision,
    Decisions,
    decided_findings,
    deciding,
    load_decisions,
    with_fresh,
)
from assistant.models import Findings, Ledger, NoteKind, Person, PersonId, Section, Value
from assistant.vault.attribution import sections as sections_of
from assistant.vault.decoding import MAX_BYTES
from assistant.vault.folding import slug
from assistant.vault.journal import create_file
from assistant.vault.writing import faults_named
from assistant.workspace import Workspace, parse_day

_ATTEMPTS = 20


class Captured(Value):
    """A note that was made, the raw text it was made of, and what was found in it."""

    note: str
    """Relative to the vault, like `raw`."""
    raw: str
    person: str
    date: Date
    kind: NoteKind
    found: Found


@dataclass(frozen=True)
class Incoming:
    """What is to be captured: the bytes as they come, and what the manager says about them."""

    whom: str
    """A name, nickname or initials, as typed."""
    chunks: Iterable[bytes]
    date: Date | str
    """The day of the meeting, or what was typed for it: that is read once the words are kept."""
    suffix: str = ".txt"
    kind: NoteKind = NoteKind.ONE_ON_ONE
    is_new: bool = False
    """Whether the person may be one of whom there are no notes yet."""
    is_confirmed: bool = False
    """Whether the manager says beforehand that all that is found is right."""
    takes: str | None = None
    """A file of the vault that this note takes the place of: one of the inbox."""


def capture(
    workspace: Workspace,
    incoming: Incoming,
    decided: Mapping[str, Decision] | None = None,
    came: Mapping[int, Outcome] | None = None,
) -> Captured:
    """Keep the raw text, then make the note; all that is written besides it is one action with it.

    `decided` holds what the manager has decided already about findings, by finding id, `came` what came of the questions
    of the last written brief, by number. Raises ShowMeError when the person is not known, when there are no words, for
    a question that the brief does not have, or when the disk refuses; from the moment the raw text is kept the error says
    where it lies.
    """
    raw = keep_raw(workspace.vault, incoming.whom, incoming.suffix, incoming.chunks)
    with naming(raw):
        return _capture_kept(workspace, incoming, raw, dict(decided or {}), came or {})


def update_index(workspace: Workspace) -> None:
    """Give the new note's passages their vectors."""
    from assistant.index.sync import embed_passages

    embed_passages(workspace.vault, workspace.catalog, on_event=workspace.on_event)


def found_in_note(workspace: Workspace, path: str, decisions: Decisions | None = None) -> Found:
    """What stands in one note of the vault, as the ledger has it today; `decisions` takes the place of those that are kept."""
    known = load_decisions(workspace.vault.state) if decisions is None else decisions
    sections = workspace.catalog.sections_of(path)
    whose = list(dict.fromkeys(person for section in sections for person in section.people))
    ledgers = [workspace.ledger(person, decisions=known) for person in whose]
    return _seen(workspace, path, sections, ledgers, known)


def person_meant(workspace: Workspace, whom: str, *, is_new: bool = False) -> Person:
    """Whom a name means; somebody nobody knows yet where he may be new. Raises ShowMeError for nobody and for two."""
    try:
        return workspace.find_person(whom)
    except PersonUnknownError as fault:
        name = " ".join(whom.split())
        if is_new and slug(name):
            return Person(id=slug(name), name=name)
        fault.remedy = f"{fault.remedy} `--new` begins the notes of somebody new."
        raise


def found_while_typing(workspace: Workspace, person: PersonId, date: Date, findings: Findings) -> Found:
    """What words that are no note yet say, seen against the ledger of the person; lines count from 1, without a path."""
    ledger = workspace.ledger(person, also=findings, as_of=max(workspace.today, date))
    return see(findings, [ledger], frozenset())


def with_fresh_findings(workspace: Workspace, path: str, decisions: Decisions) -> bytes | None:
    """The file of a captured note with its block of findings as these decisions have it, all else as it is.

    None where nothing changes. Raises ShowMeError when the file cannot be read.
    """
    people = [p for s in workspace.catalog.sections_of(path) for p in s.people]
    name = next((p.name for p in workspace.roster.people if p.id in people), "")
    found = found_in_note(workspace, path, decisions)
    try:
        content = (workspace.vault.root / path).read_bytes()  # only now: an editor may have saved it meanwhile
    except OSError as fault:
        raise ShowMeError(
            f"{path} cannot be read ({(fault.strerror or '').lower()}).", "See to the file and its permissions."
        ) from fault
    fresh = with_findings_anew(content, found, name)
    return None if fresh == content else fresh


def _capture_kept(
    workspace: Workspace, incoming: Incoming, raw: Path, decided: dict[str, Decision], came: Mapping[int, Outcome]
) -> Captured:
    content = raw.read_bytes()
    words = read_incoming(content, workspace.roster.knows)
    if not words.strip():
        raise ShowMeError("There are no words to capture.", "Type or paste the notes of the meeting.")
    if len(words.encode()) > MAX_BYTES:
        raise ShowMeError("This is too long for one note.", "Capture it in parts.")
    day = parse_day(incoming.date, "--date") if isinstance(incoming.date, str) else incoming.date
    person = person_meant(workspace, incoming.whom, is_new=incoming.is_new)
    text = note_text(person, day, incoming.kind, words)
    known = workspace.catalog.sections_about(person.id)
    action = f"captured {person.name}, {day.isoformat()}"
    with faults_named("The note", "Make room or see to the folder's permissions, then capture it again."):
        for _ in range(_ATTEMPTS):
            path, found = _planned(workspace, incoming, person, day, text, known, decided)
            said = _confirmed(found, max(workspace.today, day)) | decided if incoming.is_confirmed else decided
            with deciding(workspace.vault, said) as files:
                also: dict[str, str | None] = {**files, **marked_file(workspace.vault, person.id, came)}
                also |= {incoming.takes: None} if incoming.takes else {}
                if create_file(workspace.vault, action, path, with_findings(text, found, person.name), also):
                    break  # else another capture took the name meanwhile
        else:
            raise _no_name(day)
    workspace.wrote([path, *([incoming.takes] if incoming.takes else [])])
    return Captured(
        note=path,
        raw=raw.relative_to(workspace.vault.root).as_posix(),
        person=person.id,
        date=day,
        kind=incoming.kind,
        found=found,
    )


def _confirmed(found: Found, on: Date) -> dict[str, Decision]:
    return dict.fromkeys(found.finding_ids(), Decision(verb="confirmed", on=on))


def _planned(
    workspace: Workspace,
    incoming: Incoming,
    person: Person,
    date: Date,
    text: str,
    known: Sequence[Section],
    decided: Mapping[str, Decision],
) -> tuple[str, Found]:
    """A free name, and what the note will hold under it: read before it is written, so that it is written once."""
    vault = workspace.vault
    path = next((p for p in note_names(person, date, incoming.kind, known) if not (vault.root / p).exists()), "")
    if not path:
        raise _no_name(date)
    note = vault.note_of(path, text)
    fresh = sections_of(note, workspace.roster, workspace.catalog.accounts())
    if incoming.is_new and not any(section.people for section in fresh):
        fresh = [section.model_copy(update={"people": (person.id,)}) for section in fresh]
    decisions = with_fresh(load_decisions(vault.state), decided)
    whose = list(dict.fromkeys(p for section in fresh for p in section.people)) or [person.id]
    day = max(workspace.today, date)
    ledgers = [_ledger_with(workspace, p, fresh, decisions, day) for p in whose]
    return path, _seen(workspace, path, fresh, ledgers, decisions)


def _ledger_with(
    workspace: Workspace,
    person: str,
    fresh: Sequence[Section],
    decisions: Decisions,
    day: Date,
) -> Ledger:
    mine = [section for section in fresh if person in section.people]
    known = workspace.catalog.sections_about(person)
    return workspace.ledger(person, sorted([*known, *mine], key=oldest_first), decisions=decisions, as_of=day)


def _seen(
    workspace: Workspace,
    path: str,
    sections: Sequence[Section],
    ledgers: Sequence[Ledger],
    decisions: Mapping[str, Sequence[Decision]],
) -> Found:
    confirmed = frozenset(key for key, words in decisions.items() if any(w.verb == "confirmed" for w in words))
    found = decided_findings(workspace.findings(sections), decisions)
    return see(found[0] if found else Findings(path=path), ledgers, confirmed)


def _no_name(date: Date) -> ShowMeError:
    return ShowMeError(f"There is no free name for a note of {date}.", "Give another --date.")

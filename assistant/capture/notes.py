"""Where a captured note goes and what stands in it: the words as they were typed, the findings below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date as Date

from assistant.brief.words import clip, day
from assistant.capture.found import Found
from assistant.models import Evidence, NoteKind, Person, Section
from assistant.vault.folding import slug
from assistant.vault.found import as_block, found_lines, with_block
from assistant.vault.front import read_front_matter

_TITLES = {NoteKind.ONE_ON_ONE: "one-on-one", NoteKind.CALL: "call", NoteKind.TEAM: "team"}
_MOST_OF_A_DAY = 99
_WORDS = 30
"""A finding in the note is no longer than this; the line it points at says the rest."""


def note_names(person: Person, date: Date, kind: NoteKind, known: Sequence[Section]) -> Iterator[str]:
    """Names for the note, the first one that is free is taken: where this person's notes of the kind lie already.

    A note of that day is never written over: the second one has a number.
    """
    folder, title = _folder(person, kind, known), _TITLES[kind]
    whom = "" if kind is NoteKind.ONE_ON_ONE else f" {person.name}"
    for number in range(1, _MOST_OF_A_DAY):
        yield f"{folder}/{date.isoformat()} {title}{whom}{f' {number}' if number > 1 else ''}.md"


def note_text(person: Person, date: Date, kind: NoteKind, text: str) -> str:
    """The words whole, under front matter that says whose they are; front matter of their own is completed."""
    wanted = {"person": person.name, "date": date.isoformat(), "kind": kind.value}
    if kind is NoteKind.TEAM:
        del wanted["person"]
    front = read_front_matter(text)
    body = text if text.endswith("\n") else text + "\n"
    if front.taken and text.startswith("---"):
        opening, _, rest = body.partition("\n")
        missing = [f"{key}: {value}" for key, value in wanted.items() if key not in front.values]
        return "\n".join([opening, *missing, rest])
    lines = [f"{key}: {value}" for key, value in wanted.items()]
    return "\n".join(["---", *lines, "---", "", body])


def with_findings(text: str, found: Found, name: str) -> str:
    """The note with what was found in it below, each finding with the line it comes from."""
    block = _block(found, name, lambda line: line)
    return f"{text.rstrip()}\n\n{block}" if block else text


def with_findings_anew(content: bytes, found: Found, name: str) -> bytes:
    """A note's file with its block of findings put right; what stands above and below stays byte for byte.

    `found` has the lines as the file has them now; those below the block move with its length.
    """
    where = found_lines(content)
    if where is None:
        return content
    length = _block(found, name, lambda line: line).count("\n")
    return with_block(
        content, where, _block(found, name, lambda line: line + length - len(where) if line > where.stop else line)
    )


def _block(found: Found, name: str, stands: Callable[[int], int]) -> str:
    body = list(_findings(found, name.split(" ", maxsplit=1)[0], lambda line: f"(line {stands(line)})"))
    return as_block("Found in this note", body) if body else ""


def _findings(found: Found, name: str, at: Callable[[int], str]) -> Iterator[str]:
    for promise in found.commitments:
        who = {"manager": "I", "report": name, "other": "Others"}[promise.owner]
        due = f", by {day(promise.due)}" if promise.due else ""
        yield f"- Promise, {who}: {clip(promise.text, _WORDS)}{due} {at(promise.evidence[0].line_start)}"
    for moved in found.moved:
        words = {"done": "Kept", "dropped": "Called off", "postponed": "Moved", "outstanding": "Still open"}[moved.what]
        due = f", now by {day(moved.due)}" if moved.due and moved.what == "postponed" else ""
        yield f"- {words}: {clip(moved.text, _WORDS)}{due} {at(moved.now.line_start)}"
    for item in found.contradicted:
        place = "" if item.said.path == item.against.path else _place(item.said)
        here = at(item.against.line_start)
        yield f"- Does not agree: {_quoted(item.said)}{place}, against {_quoted(item.against)} {here}"
    for claim in found.claims:
        is_told = any(item.claim_id == claim.id for item in found.contradicted)
        against = f", against {_quoted(claim.against)}{_place(claim.against)}" if claim.against and not is_told else ""
        yield f"- Said, not shown yet: {clip(claim.text, _WORDS)}{against} {at(claim.evidence[0].line_start)}"
    for seen in found.shown:
        yield f"- Shown ({seen.artefact}): {clip(seen.text, _WORDS)} {at(seen.evidence[0].line_start)}"
    for spot in found.bright_spots:
        yield f"- Went well: {clip(spot.text, _WORDS)} {at(spot.evidence[0].line_start)}"
    titles = {
        "decision": "Decided",
        "objection": "Objection",
        "marketing": "For marketing",
        "market": "From the market",
    }
    for remark in found.remarks:
        yield f"- {titles[remark.kind]}: {clip(remark.text, _WORDS)} {at(remark.evidence[0].line_start)}"


def _quoted(evidence: Evidence) -> str:
    return f"“{clip(evidence.quote, _WORDS)}”"


def _place(evidence: Evidence) -> str:
    return f" ({evidence.path}:{evidence.line_start})"


def _folder(person: Person, kind: NoteKind, known: Sequence[Section]) -> str:
    """The folder that holds this person's newest note of the kind, if it is his or of the kind; else the usual one."""
    usual = {NoteKind.CALL: "calls", NoteKind.TEAM: "team"}.get(kind, f"people/{person.name}")
    names = {slug(name) for name in (person.name, *person.aliases)}
    for section in reversed(known):
        folder = section.path.rpartition("/")[0]
        if section.kind is not kind or not folder or section.path.startswith(".showme/"):
            continue
        if kind is not NoteKind.ONE_ON_ONE or slug(folder.rpartition("/")[2]) in names:
            return folder
    return usual

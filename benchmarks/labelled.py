"""The labelled lines and notes in benchmarks/data as examples: masked tokens, the signs around them, what they are.

Three formats: `lines-own.txt` (a letter a line), `*.jsonl` (lines with their promises or claims), folders with `vault/` and
`expect.json` (docs/quality.md says who labelled which).
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date as Date
from pathlib import Path
from typing import NamedTuple

from assistant.models import Manager, NoteKind, Person, PersonId, Section
from assistant.reading.context import ReadingContext
from assistant.reading.place import Placed, place_statements
from assistant.vault.folding import slug
from assistant.vault.roster import Roster
from assistant.workspace import Workspace

DATA = Path(__file__).resolve().parent / "data"
KINDS = {
    "M": "manager", "P": "report", "C": "claim", "S": "shown", "B": "bright", "D": "closed", "X": "closed", "L": "still", "V": "moved",
}  # fmt: skip
"""Letters of `lines-own.txt` and the names of the kinds."""


class Example(NamedTuple):
    """One statement with its labels; `weights` below 1 for kinds of which its set says less than all."""

    hand: str
    """Whose notes: lines of one hand are never learnt from when that hand is judged."""
    placed: Placed
    kinds: frozenset[str]
    weights: dict[str, float]
    context: ReadingContext


def all_examples() -> list[Example]:
    """Everything that may be learnt from: never set B."""
    found = [
        *own_lines(DATA / "lines-own.txt"),
        *promise_lines(DATA / "promises-own.jsonl"),
        *claim_notes(DATA / "claims-own.jsonl"),
    ]
    for name in ("set-a", "roofing"):
        found += vault_lines(DATA / name)
    return found


def own_lines(path: Path) -> Iterator[Example]:
    """Lines with a letter each. A line that is still to come may be a promise too, so it says nothing of promises.

    `= heading` begins a list: the heading and the lines up to the next blank one stand in one note. `= talk` begins a
    conversation, `= From: name` a mail.
    """
    context, person, hand = ReadingContext(roster=Roster([], None)), "", ""
    unsaid = {"manager": 0.0, "report": 0.0}
    weights: dict[str, dict[str, float]] = {
        "L": {**unsaid, "moved": 0.5},
        "V": {**unsaid, "still": 0.5},
        "D": {"shown": 0.0},
        "S": {"closed": 0.0, "bright": 0.0},
        "C": {"closed": 0.3},
    }
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        heading = ""
        listed: list[tuple[str, str]] = []
        for line in block.splitlines():
            if line.startswith("@"):
                manager, report = (name.strip() for name in line[1:].split("|"))
                context, person, hand = context_of(manager, [report]), id_of(report), manager
            elif line.startswith("="):
                heading = line[1:].strip()
            elif line and not line.startswith("#"):
                letter, text = line.split("\t", 1)
                if heading:
                    listed.append((letter, text))
                    continue
                parts = place_statements(section_of(text, person, Date(2026, 10, 14)), context)
                for placed in parts:
                    if len(parts) > 1 and len(placed.tokens) < 5:
                        continue  # `Great.` before what counts
                    yield Example(hand, placed, _kinds(letter), weights.get(letter, {}), context)
        if heading == "talk" or heading.startswith("From:"):
            note = "\n".join(
                [heading, "", *(text for _, text in listed)] if heading != "talk" else [text for _, text in listed]
            )
            letters = [letter for letter, _ in listed]
            before = 0 if heading == "talk" else 2
            for placed in place_statements(section_of(note, person, Date(2026, 10, 14)), context):
                letter = letters[placed.statement.line - before - 1]
                if len(placed.tokens) > 3:
                    yield Example(hand, placed, _kinds(letter), weights.get(letter, {}), context)
        elif heading:
            mark = "" if heading.startswith("|") or any(text.startswith(("[", "- ")) for _, text in listed) else "- "
            heading = heading if heading.startswith("|") or heading.endswith(":") else f"## {heading}"
            note = "\n".join([heading, *(mark + text for _, text in listed)])
            letters = [letter for letter, _ in listed]
            for placed in place_statements(section_of(note, person, Date(2026, 10, 14)), context):
                letter = letters[placed.statement.line - 2] if placed.statement.line > 1 else "N"
                yield Example(hand, placed, _kinds(letter), weights.get(letter, {}), context)


def _kinds(letter: str) -> frozenset[str]:
    return frozenset((KINDS[letter],)) if letter in KINDS else frozenset()


def promise_lines(path: Path) -> Iterator[Example]:
    """Short notes with every promise in them; they say nothing of the other kinds."""
    nothing = dict.fromkeys(("claim", "shown", "bright"), 0.0)
    became = {"done": "closed", "cancelled": "closed", "outstanding": "still", "postponed": "moved"}
    for row in rows_of(path):
        if row["kind"] != "line":
            continue
        context = context_of(row["manager"], [row["report"], *row["others"]], month_first=not row["day_first"])
        section = section_of(row["text"], id_of(row["report"]), Date.fromisoformat(row["date"]))
        for placed in place_statements(section, context):
            kinds = {promise["owner"] for promise in row["promises"] if is_of(promise["quote"], placed)}
            kinds |= {became[one["outcome"]] for one in row["outcomes"]}
            text = placed.statement.text
            parts = {one["owner"] for one in row["promises"] if is_part(text, one["quote"])}
            weights = nothing | dict.fromkeys(parts, 0.0)
            yield Example(f"promises {row['habit']}", placed, frozenset(kinds - parts), weights, context)


def claim_notes(path: Path) -> Iterator[Example]:
    """Whole notes with their claims, proofs and bright spots."""
    for row in rows_of(path):
        if row["kind"] != "one-on-one":
            continue
        others = [name for name in row["people"] if name != row["person"]]
        context = context_of(row["manager"], [row["person"], *others], accounts=row["accounts"])
        section = section_of(row["text"], id_of(row["person"]), Date.fromisoformat(row["date"]))
        names = {"claim": "claim", "shown": "shown", "bright": "bright"}
        for placed in place_statements(section, context):
            kinds = {
                names[one["kind"]] for one in row["labels"] if one["kind"] in names and is_of(one["quote"], placed)
            }
            yield Example(
                f"claims {row['style']}",
                placed,
                frozenset(kinds),
                dict.fromkeys(("manager", "report", "closed", "still", "moved"), 0.0),
                context,
            )


def vault_lines(root: Path) -> list[Example]:
    """A labelled vault and its captures. Promises are labelled in full, the other kinds in part."""
    expected = json.loads((root / "expect.json").read_text(encoding="utf-8"))
    quotes: dict[str, list[tuple[str, str]]] = {}

    def say(path: str | None, quote: str | None, kind: str) -> None:
        if path and quote:
            quotes.setdefault(path, []).append((quote, kind))

    for labels in expected["sellers"].values():
        for item in labels["unproven_claims"]:
            say(item["file"], item["quote"], "claim")
        for item in labels["proven_claims"]:
            say(item["claim_file"], item["quote"], "claim")
            say(item["proof_file"], item["proof_quote"], "shown")
        for item in (*labels["open_commitments"], *labels["closed_commitments"]):
            say(item["file"], item["quote"], item["owner"])
            say(item.get("closed_file"), item.get("closed_quote"), "closed")
            again = item.get("restated_in") or {}
            say(again.get("file"), again.get("quote"), "again")
        for item in labels["bright_spots"]:
            say(item["file"], item["quote"], "bright")
    found: list[Example] = []
    partly = {"claim": 0.4, "shown": 0.3, "closed": 0.2, "bright": 0.5, "still": 0.1, "moved": 0.1}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "vault", Path(folder) / "vault")
        work = Workspace(Path(folder) / "vault", today=Date.fromisoformat(expected["today"]))
        for section in work.catalog.all_sections():
            if section.kind is not NoteKind.DOCUMENT:
                found += labelled(root.name, section, work.context, quotes.get(section.path, ()), partly)
        for row in rows_of(root / "capture.jsonl"):
            person = work.find_person(row["person"]).id
            section = section_of(row["text"], person, Date.fromisoformat(row["date"]))
            told = [(item["quote"], item["owner"]) for item in row["commitments"]]
            names = (("claims", "claim"), ("shown", "shown"), ("bright_spots", "bright"), ("closes", "closed"))
            told += [(item["quote"], kind) for name, kind in names for item in row.get(name, ())]
            found += labelled(root.name, section, work.context, told, {})
        work.catalog.close()
    return found


def labelled(
    hand: str,
    section: Section,
    context: ReadingContext,
    quotes: Iterable[tuple[str, str]],
    partly: dict[str, float],
) -> Iterator[Example]:
    """The statements of a section; a kind that is labelled only in part weighs less where it is missing."""
    quotes = list(quotes)
    for placed in place_statements(section, context):
        kinds = frozenset(kind for quote, kind in quotes if is_of(quote, placed))
        weights = {kind: weight for kind, weight in partly.items() if kind not in kinds}
        text = placed.statement.text
        whole = {kind for quote, kind in quotes if is_of(quote, placed) and not is_part(text, quote)}
        weights |= dict.fromkeys(kinds - whole, 0.0)  # which part of the quote it is, the label does not say
        kinds = kinds & whole
        if any(
            kind == "again" and is_of(quote, placed) for quote, kind in quotes
        ):  # a promise said again: which of several things it is, its label does not say
            weights |= dict.fromkeys(("manager", "report", "still", "moved", "closed"), 0.0)
        yield Example(hand, placed, kinds, weights, context)


def is_of(quote: str, placed: Placed) -> bool:
    """Whether a quote is this statement, or most of it."""
    text, line = placed.statement.text, placed.statement.line_text
    if quote not in line and line.strip() not in quote:
        return False
    shared = set(quote.split()) & set(text.split())
    return quote in text or text in quote or len(shared) >= max(2.0, 0.6 * min(len(quote.split()), len(text.split())))


def is_part(text: str, quote: str) -> bool:
    """Whether a statement is a small part of a longer quote."""
    return text in quote and len(text) < 0.7 * len(quote)


def context_of(
    manager: str, people: Iterable[str], *, accounts: Iterable[str] = (), month_first: bool = False
) -> ReadingContext:
    """A team without a folder."""
    letters = "".join(part[0] for part in manager.split())
    return ReadingContext(
        roster=Roster(
            [Person(id=id_of(name), name=name) for name in people],
            Manager(name=manager, aliases=(manager.split(maxsplit=1)[0], letters)),
        ),
        accounts=tuple(accounts),
        month_first=month_first,
    )


def section_of(text: str, person: PersonId, day: Date) -> Section:
    """A one-on-one note of one person."""
    return Section(
        path="note.md",
        line_start=1,
        line_end=text.count("\n") + 1,
        kind=NoteKind.ONE_ON_ONE,
        date=day,
        heading="",
        people=(person,),
        ambiguous=(),
        text=text,
    )


def id_of(name: str) -> PersonId:
    """The id that a name has in a vault."""
    return slug(name)


def rows_of(path: Path) -> list[dict]:
    """A JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


os.environ.setdefault("SHOWME_TODAY", "2026-11-23")

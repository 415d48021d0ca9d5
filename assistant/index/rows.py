"""One note into its rows: sections, whom they name, passages and whose each is."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.index.passages import split_passages
from assistant.index.schema import DONE, STALE, WAITING, Tables
from assistant.models import PersonId, Section
from assistant.vault.dealings import dealings_in
from assistant.vault.roster import Roster

_SECTION = (
    "INSERT INTO sections (file, line_start, line_end, kind, date, heading, people, ambiguous, text) "
    "VALUES (?,?,?,?,?,?,?,?,?)"
)
_PASSAGE = (
    "INSERT INTO passages (key, section, line_start, line_end, people, marks, text, face, content, state) "  # noqa: S608 (our own numbers)
    "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9, coalesce((SELECT CASE face WHEN ?8 "
    f"THEN {DONE} ELSE {STALE} END FROM vectors WHERE key = ?1), {WAITING}))"
)


def put_note(
    tables: Tables, file: Mapping[str, object], tokens: str, sections: Sequence[Section], roster: Roster
) -> None:
    """Put a file's rows in place of those it had. Passages that stayed the same keep their vectors."""
    names = ", ".join(file)
    marks = ", ".join("?" * len(file))
    update = ", ".join(f"{name} = excluded.{name}" for name in file)
    tables.run(
        f"INSERT INTO files ({names}) VALUES ({marks}) ON CONFLICT (path) DO UPDATE SET {update}",  # noqa: S608 (our own names)
        tuple(file.values()),
    )
    row = tables.value("SELECT id FROM files WHERE path = ?", (file["path"],))
    tables.run("DELETE FROM sections WHERE file = ?", (row,))
    tables.run("INSERT OR REPLACE INTO tokens (file, words) VALUES (?, ?)", (row, tokens))
    seen: Counter[str] = Counter()
    for section in sections:
        _put_section(tables, row, section, roster, seen)


def person_mark(person: PersonId) -> str:
    """One word that stands for a person in the index of words."""
    return f"q{hashlib.sha256(person.encode()).hexdigest()[:14]}q"


def _put_section(tables: Tables, file: int, section: Section, roster: Roster, seen: Counter[str]) -> None:
    values: tuple[object, ...] = (
        file,
        section.line_start,
        section.line_end,
        section.kind.value,
        section.date.isoformat() if section.date else None,
        section.heading,
        " ".join(section.people),
        json.dumps(section.ambiguous, ensure_ascii=False) if section.ambiguous else "[]",
        section.text,
    )
    row = tables.run(_SECTION, values)
    named = _named(section.text, roster).union(section.people)
    tables.run_many("INSERT INTO mentions (person, section) VALUES (?, ?)", [(name, row) for name in named])
    dealings = [(name, section.people[0], row, placed) for name, placed in dealings_in(section, roster).items()]
    tables.run_many("INSERT INTO named (name, person, section, is_placed) VALUES (?, ?, ?, ?)", dealings)
    holders: list[tuple[str, int]] = []
    for run in split_passages(section.text, section.line_start):
        whose = _whose(section, run.text, roster)
        content = _digest(run.text)[:32]
        key = _digest("\0".join((section.path, content, *whose)))[:24]
        seen[key] += 1
        values = (
            f"{key}-{seen[key]}",
            row,
            run.first,
            run.last,
            " ".join(whose),
            " ".join(map(person_mark, whose)),
            run.text,
            f"{run.first}-{run.last} {section.kind.value} {section.date or ''}",
            content,
        )
        passage = tables.run(_PASSAGE, values)
        holders += [(person, passage) for person in whose]
    tables.run_many("INSERT INTO holders (person, passage) VALUES (?, ?)", holders)


def _whose(section: Section, text: str, roster: Roster) -> tuple[PersonId, ...]:
    """Of an entry about several people, each passage is those people's whom it names; everybody's where it names none."""
    if len(section.people) < 2:
        return section.people
    named = _named(text, roster)
    return tuple(person for person in section.people if person in named) or section.people


def _named(text: str, roster: Roster) -> frozenset[PersonId]:
    return frozenset(m.people[0] for m in roster.mentions(text) if len(m.people) == 1)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

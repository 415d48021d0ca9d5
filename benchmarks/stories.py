"""Stories: the notes of invented managers, what stands in them marked inside the text (docs/definitions.md says what counts).

A file begins with `@manager`, `@team`, `@accounts`, `@dates`, `@today`; `=== Name | date | kind` opens a note; `{M1 2026-10-16|…}` marks a promise of
the manager's, `{P1 …|…}` one of the report's, `{C1|…}` a claim, `{D P1|…}` kept, `{X P1|…}` called off, `{V M1 date|…}` moved, `{L M1|…}` still to come,
`{S C1|…}` shown, `{K C1|…}` contradicted, `{B|…}` a bright spot, `{O M|…}` open to doubt. What is not marked is none of these.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Date
from pathlib import Path
from typing import Any

from labelled import id_of

HELD = (
    "hand-3 07", "hand-3 08", "hand-3 09", "hand-4 10", "hand-5 10", "hand-6 10", "hand-7 10", "hand-8 10", "hand-9 10",
    "hand-10 10", "hand-11 10", "hand-12 10", "hand-13 10", "hand-14 10", "hand-15 10",
)  # fmt: skip
"""Stories that the models do not learn from: thresholds, and how much each model counts, are chosen on them."""
_MARK = re.compile(r"\{([MPDXVLCSKBO][^{}|\n]*)\|([^{}\n]*)\}")
_HEAD = re.compile(r"^=== *(.*?) *\| *(\d{4}-\d\d-\d\d) *(?:\| *([\w -]+?))?(?: *\|? *file +(\d+))? *$")
_ID = re.compile(r"\b(?:[MPC]\d+|all)\b")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


@dataclass(frozen=True)
class Mark:
    """One labelled stretch of a line; `line` counts from 1 in the note."""

    label: str
    """The letter."""
    ids: tuple[str, ...]
    """The promises or claims meant: the own number for M, P and C, the others' for D, X, V, L, S and K."""
    due: Date | None
    line: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class StoryNote:
    """One note without its marks."""

    person: str | None
    date: Date
    kind: str
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]
    file: str = ""
    """For a capture: the story that it continues."""


@dataclass
class Story:
    """One manager's notes."""

    name: str
    manager: str = ""
    manager_aliases: tuple[str, ...] = ()
    team: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Full names with the other names that the notes use."""
    accounts: tuple[str, ...] = ()
    month_first: bool = False
    today: Date = Date(2026, 11, 23)
    notes: list[StoryNote] = field(default_factory=list)

    def paths(self) -> list[str]:
        """Where each note lies in the vault, in order; two of a day get a number."""
        used: Counter[str] = Counter()
        found = []
        for note in self.notes:
            where = {"call": f"calls/{note.date} {note.person or ''}", "team": f"team/{note.date}"}
            stem = where.get(note.kind, f"people/{note.person}/{note.date}" if note.person else f"daily/{note.date}")
            if note.kind in ("mail", "chat"):
                stem += f" {note.kind}"
            used[stem] += 1
            found.append(f"{stem.strip()}{f' {used[stem]}' if used[stem] > 1 else ''}.md")
        return found

    def write(self, root: Path) -> None:
        """Lay the notes out as a vault, the names of the team in its configuration, the accounts in an export."""
        for path, note in zip(self.paths(), self.notes, strict=True):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text("\n".join(note.lines) + "\n", encoding="utf-8")
        (root / ".showme").mkdir(parents=True, exist_ok=True)
        quoted = lambda words: "[" + ", ".join(f'"{word}"' for word in words) + "]"  # noqa: E731
        config = (
            [f'[manager]\nname = "{self.manager}"\naliases = {quoted(self.manager_aliases)}'] if self.manager else []
        )
        config += [
            f'[people.{id_of(name)}]\nname = "{name}"\naliases = {quoted(also)}' for name, also in self.team.items()
        ]
        (root / ".showme" / "config.toml").write_text("\n".join(config) + "\n", encoding="utf-8")
        (root / "pipeline").mkdir(exist_ok=True)
        with (root / "pipeline" / f"{self.today} open.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["Opportunity", "Account", "Owner", "Stage", "Next step"])
            for account in self.accounts:
                named = Counter(n.person for n in self.notes if n.person and account.split()[0] in "\n".join(n.lines))
                if named:
                    rows.writerow([account, account, named.most_common(1)[0][0], "Open", "see notes"])


def read_story(path: Path) -> Story:
    """One file. Raises ValueError with file and line where a mark or a head is broken."""
    story = Story(path.stem)
    head: tuple[str, Date, str, str] | None = None
    lines: list[str] = []
    marks: list[Mark] = []

    def close() -> None:
        if head is None:
            return
        while lines and not lines[-1].strip():
            lines.pop()
        person = next((full for full in story.team if full == head[0]), head[0] if head[0] not in ("-", "") else None)
        story.notes.append(StoryNote(person, head[1], head[2], tuple(lines), tuple(marks), head[3]))

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@") and head is None:
            _take_head(story, line)
        elif found := _HEAD.match(line):
            close()
            lines, marks = [], []
            head = (found[1], Date.fromisoformat(found[2]), found[3] or "one-on-one", found[4] or "")
        elif line.startswith("==="):
            raise ValueError(f"{path}:{number}: no head of a note: {line}")
        elif head is not None:
            plain, here = _unmarked(line, len(lines) + 1)
            if re.search(r"\{[MPDXVLCSKBO]\b[^}]*\|", plain) or re.search(r"\{[MPC]\d", plain):
                raise ValueError(f"{path}:{number}: broken mark: {line}")
            lines.append(plain)
            marks += here
    close()
    return story


def _take_head(story: Story, line: str) -> None:
    key, _, value = line.partition(" ")
    match key:
        case "@manager":
            name, *also = (part.strip() for part in value.split("|"))
            story.manager = name
            story.manager_aliases = tuple(a.strip() for part in also for a in re.split("[,;]", part) if a.strip())
        case "@team":
            for one in value.split(";"):
                name, _, also = one.partition("=")
                if name.strip():
                    story.team[name.strip()] = tuple(a.strip() for a in also.split(",") if a.strip())
        case "@accounts":
            story.accounts = tuple(a.strip() for a in re.split("[,;]", value) if a.strip())
        case "@dates":
            story.month_first = value.strip() == "us"
        case "@today":
            story.today = Date.fromisoformat(value.strip()[:10])


def _unmarked(line: str, number: int) -> tuple[str, list[Mark]]:
    plain, at, found = "", 0, []
    for match in _MARK.finditer(line):
        plain += line[at : match.start()]
        label, quote = match[1].strip(), match[2]
        day = _DAY.search(label)
        lead = len(quote) - len(quote.lstrip())
        found.append(
            Mark(
                label[0],
                tuple(_ID.findall(label)) if label[0] != "O" else tuple(label.split()[1:2]),
                Date.fromisoformat(day.group()) if day else None,
                number,
                len(plain) + lead,
                len(plain) + len(quote.rstrip()),
                quote.strip(),
            )
        )
        plain += quote
        at = match.end()
    return plain + line[at:], found


def all_stories(root: Path) -> Iterator[Story]:
    """Every story below a folder, named after folder and file."""
    for path in sorted(root.rglob("*.notes")):
        story = read_story(path)
        story.name = f"{path.parent.name} {path.stem}"
        yield story


def expectations(story: Story) -> dict[str, Any]:
    """The labels of a story in the layout of a labelled set's `expect.json`: what stands at the end of its notes."""
    sellers: dict[str, dict[str, list[dict[str, Any]]]] = {
        name: {
            k: []
            for k in ("unproven_claims", "proven_claims", "open_commitments", "closed_commitments", "bright_spots")
        }
        for name in story.team
    }
    told = [(path, note, mark) for path, note in zip(story.paths(), story.notes, strict=True) for mark in note.marks]
    told.sort(key=lambda one: one[1].date)
    for path, note, mark in told:
        person = note.person or _named(story, note.lines[mark.line - 1])
        if person not in sellers:
            continue
        labels, here = sellers[person], {"file": path, "quote": mark.quote}
        key = {"key_terms": [mark.quote, "\n"]}
        if mark.label == "B":
            labels["bright_spots"].append({"id": f"{path}:{mark.line}", **here, **key})
        if mark.label not in "MPC" or not mark.ids:
            continue
        name = mark.ids[0]
        first = next(m for _, _, m in told if m.label == mark.label and m.ids[:1] == (name,))
        if first is not mark:
            continue
        later = [
            (p, n, m)
            for p, n, m in told
            if m is not mark
            and (
                name in m.ids
                or ("all" in m.ids and mark.label != "C" and n.person == note.person and n.date > note.date)
            )
        ]
        if mark.label == "C":
            proof = next(((p, m) for p, _, m in later if m.label == "S"), None)
            if proof:
                labels["proven_claims"].append(
                    {
                        "id": name,
                        "claim_file": path,
                        "quote": mark.quote,
                        "proof_file": proof[0],
                        "proof_quote": proof[1].quote,
                        **key,
                    }
                )
            elif not any(m.label == "K" for _, _, m in later):
                labels["unproven_claims"].append({"id": name, **here, "kind": "", **key})
            continue
        owner = "manager" if mark.label == "M" else "report"
        is_ticked = bool(re.match(r"\s*(?:[-*] )?\[[xX]\]", note.lines[mark.line - 1]))
        closed = next(((p, m) for p, _, m in later if m.label in "DX"), None)
        if closed or is_ticked:
            end = closed or (path, mark)
            labels["closed_commitments"].append(
                {"owner": owner, **here, "closed_file": end[0], "closed_quote": end[1].quote, **key}
            )
            continue
        again = [(p, m) for p, _, m in later if m.label in "VL"]
        moved = [m.due for _, m in again if m.label == "V"]
        due = moved[-1] if moved else mark.due
        label = {
            "owner": owner,
            **here,
            "due": due.isoformat() if due else None,
            "overdue": bool(due and due < story.today),
            **key,
        }
        if again:
            label["restated_in"] = {"file": again[-1][0], "quote": again[-1][1].quote}
        labels["open_commitments"].append(label)
    return {"today": story.today.isoformat(), "sellers": sellers, "vault": {}, "manager": {"name": story.manager}}


def _named(story: Story, line: str) -> str | None:
    """Of whom a line of a team note speaks: the first of the team whose name stands in it."""
    places = [
        (found.start(), full)
        for full, also in story.team.items()
        for name in (full, full.split()[0], *also)
        if (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line))
    ]
    return min(places)[1] if places else None


def write_set(story: Story, folder: Path, captures: Story | None = None) -> None:
    """A story as a labelled set: `vault/`, `expect.json` and, with the captures that continue it, `capture.jsonl`."""
    story.write(folder / "vault")
    text = json.dumps(expectations(story), ensure_ascii=False, indent=1)
    (folder / "expect.json").write_text(text, encoding="utf-8")
    if captures is not None:
        rows = [json.dumps(row, ensure_ascii=False) for row in capture_rows(captures, story.name.split()[-1])]
        (folder / "capture.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")


def capture_rows(captures: Story, number: str) -> list[dict[str, Any]]:
    """The captures that continue the story of a number, in the layout of a labelled set's `capture.jsonl`."""
    rows = []
    for place, note in enumerate(captures.notes):
        if note.file != number:
            continue
        name = f"{number}-{place}"
        of = lambda label, note=note, name=name: [  # noqa: E731
            {"id": f"{name}-{label}{n}", "quote": m.quote, "key_terms": [m.quote, "\n"]}
            for n, m in enumerate(note.marks)
            if m.label == label
        ]
        promises = [
            {"id": f"{name}-p{n}", "owner": "manager" if m.label == "M" else "report", "quote": m.quote,
             "due": m.due.isoformat() if m.due else None}
            for n, m in enumerate(note.marks)
            if m.label in "MP"
        ]  # fmt: skip
        rows.append(
            {"id": name, "person": note.person, "date": note.date.isoformat(), "text": "\n".join(note.lines) + "\n",
             "commitments": promises, "claims": of("C"), "shown": of("S"), "bright_spots": of("B"),
             "closes": [{"quote": m.quote, "what": ", ".join(m.ids)} for m in note.marks if m.label in "DX"], "traps": []}
        )  # fmt: skip
    return rows

"""Which questions stood in a written brief, which were asked, and what came of them.

`<vault>/.showme/ledger/questions.toml` holds one table a question, oldest first: readable, and repairable by hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.errors import ShowMeError
from assistant.ledger.tables import load_sides
from assistant.models import Brief, PersonId, Value

if TYPE_CHECKING:
    from filelock import FileLock

    from assistant.vault.vault import Vault

Outcome = Literal["commitment", "shown", "nothing", "not-asked"]
OUTCOMES: tuple[Outcome, ...] = ("commitment", "shown", "nothing", "not-asked")


class Asked(Value):
    """One question of a written brief."""

    person: PersonId
    brief: Date
    """The brief's date: a later one of the same day takes its place, except for what was said already."""
    written: int = 1
    """Which of that day's briefs it is, from 1: a number belongs to one of them."""
    number: int
    """As it stands in the brief, from 1."""
    question: str
    """The bank's id."""
    kind: str
    """What it was about: the kind of matter."""
    text: str
    outcome: Outcome | None = None
    """None as long as nobody said."""


def questions_path(state: Path) -> Path:
    """Where the questions of a vault lie."""
    return state / "ledger" / "questions.toml"


def load_asked(state: Path) -> list[Asked]:
    """Every question that was written down, oldest first. Raises ConfigError that names the file."""
    sides = load_sides(
        questions_path(state), lambda table: [Asked.model_validate(row) for row in table.get("question", [])]
    )
    return _merged(*sides) if len(sides) > 1 else [row for side in sides for row in side]


def _merged(ours: Sequence[Asked], theirs: Sequence[Asked]) -> list[Asked]:
    """The questions of two machines; one that both wrote down stands once, with what was said of it last."""
    rows = {(row.person, row.brief, row.written, row.question): row for row in ours}
    for row in theirs:
        key = (row.person, row.brief, row.written, row.question)
        known = rows.get(key)
        if known is None or row.outcome is not None:
            rows[key] = row if known is None else known.model_copy(update={"outcome": row.outcome})
    numbers: dict[tuple[PersonId, Date, int], set[int]] = defaultdict(set)
    merged = []
    for (person, day, written, _), row in rows.items():
        taken = numbers[person, day, written]
        number = row.number if row.number not in taken else max(taken) + 1
        taken.add(number)
        merged.append(row.model_copy(update={"number": number}))
    return sorted(merged, key=lambda row: row.brief)


def remembered(known: Sequence[Asked], brief: Brief, shown: int) -> list[Asked]:
    """The questions with those of a brief that was written out; what was said about an earlier one of the day stays."""
    today = [a for a in known if a.person == brief.person.id and a.brief == brief.date]
    said = {a.question: a.outcome for a in today if a.outcome is not None}
    fresh = {q.id for q in brief.questions[:shown]}
    kept = [a for a in known if a not in today or (a.outcome is not None and a.question not in fresh)]
    written = 1 + max((a.written for a in kept if a in today), default=0)
    return [
        *kept,
        *(
            Asked(
                person=brief.person.id,
                brief=brief.date,
                written=written,
                number=number,
                question=question.id,
                kind=question.about,
                text=question.text,
                outcome=said.get(question.id),
            )
            for number, question in enumerate(brief.questions[:shown], 1)
        ),
    ]


def latest_questions(known: Sequence[Asked], person: PersonId) -> list[Asked]:
    """Those of the person's newest written brief, by number."""
    mine = [a for a in known if a.person == person]
    newest = max(((a.brief, a.written) for a in mine), default=None)
    return sorted((a for a in mine if (a.brief, a.written) == newest), key=lambda a: a.number)


def remember_brief(vault: Vault, brief: Brief, shown: int, also: Mapping[str, str]) -> None:
    """Keep the questions of a brief that is written out, and write the brief itself, as one action."""
    from assistant.vault.journal import write_files

    with _writing(vault):
        asked = remembered(load_asked(vault.state), brief, shown)
        write_files(vault, f"wrote the brief for {brief.person.name}", {**also, **_file(vault, asked)})


def mark_asked(vault: Vault, person: PersonId, marks: Mapping[int, Outcome]) -> list[Asked]:
    """Say what came of questions of the person's newest written brief, by number; gives them all.

    Raises ShowMeError when no brief was written, or for a number it does not have.
    """
    from assistant.vault.journal import write_files

    with _writing(vault):
        write_files(vault, "marked what came of questions", marked_file(vault, person, marks))
    return latest_questions(load_asked(vault.state), person)


def marked_file(vault: Vault, person: PersonId, marks: Mapping[int, Outcome]) -> dict[str, str]:
    """The file as it is to be once these questions are marked, by its path in the vault, for whoever holds the ledger's lock
    and writes it; nothing without marks. Raises ShowMeError as `mark_asked` does.
    """
    if not marks:
        return {}
    known = load_asked(vault.state)
    latest = latest_questions(known, person)
    if not latest:
        raise ShowMeError(
            "No brief was written for this person yet.", "`prep PERSON --out FILE` or w in the app writes one."
        )
    numbers = {a.number for a in latest}
    for number in marks:
        if number not in numbers:
            raise ShowMeError(
                f"The brief of {latest[0].brief} has no question {number}.",
                f"It has {', '.join(map(str, sorted(numbers)))}.",
            )
    changed = [
        a.model_copy(update={"outcome": marks[a.number]}) if a in latest and a.number in marks else a for a in known
    ]
    return _file(vault, changed)


def _writing(vault: Vault) -> FileLock:
    """Whoever changes the file does so alone, from reading it on."""
    from filelock import FileLock

    from assistant.vault.writing import private_folder

    folder = private_folder(questions_path(vault.state).parent)
    return FileLock(folder / "write.lock", mode=0o600, timeout=30)


def _file(vault: Vault, asked: Sequence[Asked]) -> dict[str, str]:
    """The file as it is to be, by its path in the vault."""
    import tomlkit

    document = tomlkit.document()
    document.add(
        tomlkit.comment("Questions of written briefs and what came of them: commitment, shown, nothing or not-asked.")
    )
    tables = tomlkit.aot()
    for item in asked:
        table = tomlkit.table()
        for field, value in item.model_dump(exclude_none=True).items():
            table.add(field, value)
        tables.append(table)
    document.add("question", tables)
    return {questions_path(vault.state).relative_to(vault.root).as_posix(): tomlkit.dumps(document)}

"""Which questions stood in a written brief, which were asked, and what came of them.

`<vault>/.showme/ledger/questions.toml` holds one table a question, oldest first: readable, and repairable by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date as Date
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError

from assistant.errors import ConfigError, ShowMeError
from assistant.models import Brief, PersonId, Value

if TYPE_CHECKING:
    from filelock import FileLock

    from assistant.vault.vault import Vault

Outcome = Literal["commitment", "shown", "nothing", "not-asked"]
OUTCOMES: tuple[Outcome, ...] = ("commitment", "shown", "nothing", "not-asked")
ENOUGH = 10
"""Under so many uses of a kind with one person nothing is learnt from it."""
_RESTS = timedelta(days=84)
"""A question that was written down or asked does not come again for so long."""


class Asked(Value):
    """One question of a written brief."""

    person: PersonId
    brief: Date
    """The brief's date: a later one of the same day takes its place."""
    number: int
    """As it stands in the brief, from 1."""
    question: str
    """The bank's id."""
    kind: str
    """What it was about: the kind of matter."""
    text: str
    outcome: Outcome | None = None
    """None as long as nobody said."""


class Yield(Value):
    """What questions of one kind led to with one person."""

    uses: int = 0
    led: int = 0
    """How many ended in a commitment or in something shown."""

    @property
    def is_enough(self) -> bool:
        """Whether there is anything to learn from."""
        return self.uses >= ENOUGH

    @property
    def factor(self) -> float:
        """What the score of a question of this kind is multiplied with: 1 where it is too few to tell, 0.5 to 1.5 else."""
        return 0.5 + (self.led + 1) / (self.uses + 2) if self.is_enough else 1.0

    def describe(self, kind: str) -> str:
        """For `prep --why`."""
        if not self.is_enough:
            return f"{kind} so far {self.uses} of {ENOUGH} uses: too few to tell"
        return f"{kind} led somewhere {self.led} of {self.uses} times: score × {self.factor:.2f}"


def questions_path(state: Path) -> Path:
    """Where the questions of a vault lie."""
    return state / "ledger" / "questions.toml"


def load_asked(state: Path) -> list[Asked]:
    """Every question that was written down, oldest first. Raises ConfigError that names the file."""
    path = questions_path(state)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return [Asked.model_validate(row) for row in table.get("question", [])]
    except FileNotFoundError:
        return []
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as fault:
        reason = str(fault).splitlines()[0]
        raise ConfigError(
            f"{path} cannot be read ({reason}).", "Mend that line by hand, or move the file aside."
        ) from fault


def remembered(known: Sequence[Asked], brief: Brief, shown: int) -> list[Asked]:
    """The questions with those of a brief that was written out; what was said about an earlier one of the day stays."""
    fresh = [
        Asked(person=brief.person.id, brief=brief.date, number=n, question=q.id, kind=q.about, text=q.text)
        for n, q in enumerate(brief.questions[:shown], 1)
        if q.basis == "notes"
    ]
    today = [a for a in known if a.person == brief.person.id and a.brief == brief.date]
    marked = {a.question for a in today if a.outcome is not None}
    kept = [a for a in known if a not in today or a.outcome is not None]
    return [*kept, *(a for a in fresh if a.question not in marked)]


def latest_questions(known: Sequence[Asked], person: PersonId) -> list[Asked]:
    """Those of the person's newest written brief, by number."""
    days = [a.brief for a in known if a.person == person]
    return sorted((a for a in known if a.person == person and a.brief == max(days)), key=lambda a: a.number)


def yields(known: Sequence[Asked], person: PersonId) -> dict[str, Yield]:
    """What each kind of question led to with one person; what was not asked does not count."""
    found: dict[str, Yield] = {}
    for item in known:
        if item.person == person and item.outcome in ("commitment", "shown", "nothing"):
            old = found.get(item.kind, Yield())
            found[item.kind] = Yield(uses=old.uses + 1, led=old.led + (item.outcome != "nothing"))
    return found


def resting(known: Sequence[Asked], person: PersonId, today: Date) -> frozenset[str]:
    """Bank questions that are not to come again yet; what was not asked may, what today's own brief holds too."""
    return frozenset(
        a.question
        for a in known
        if a.person == person
        and a.outcome != "not-asked"
        and today - _RESTS < a.brief
        and (a.brief < today or a.outcome)
    )


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
    day, numbers = latest[0].brief, {a.number for a in latest}
    for number in marks:
        if number not in numbers:
            raise ShowMeError(
                f"The brief of {day} has no question {number}.", f"It has {', '.join(map(str, sorted(numbers)))}."
            )
    changed = [
        a.model_copy(update={"outcome": marks[a.number]})
        if a.person == person and a.brief == day and a.number in marks
        else a
        for a in known
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

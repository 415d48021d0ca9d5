"""Tries every question of the bank on two notes and keeps what it came to, under `tried`.

Notes are the sample team's where one fits, else lines of the kind in NOTES. Run it after a change in the bank:
python benchmarks/try_questions.py
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import yaml

from assistant.brief.fitting import fit
from assistant.brief.matters import Matter, note_matter, open_matters, team_matter
from assistant.library.load import load_library
from assistant.library.models import BankQuestion
from assistant.models import Evidence, Hit, NoteKind, Passage, Person
from assistant.sample.copy import SAMPLE_DAY, copy_sample
from assistant.workspace import Workspace

BANK = Path(__file__).resolve().parent.parent / "knowledge" / "questions"
ANA = Person(id="ana-ruiz", name="Ana Ruiz")
NOTES = (
    ("Mott Packaging", "Mott: their plant manager counts 14 stops a week by hand"),
    ("Torvik Bakery", "Torvik: owner said the ovens cost him £2,300 a month in gas"),
    ("Sable & Co", "asked who else looks at it at Sable, nobody knew"),
)
DISPUTED = (
    ("Torvik Bakery", "the order is signed", "their buyer is still comparing two offers"),
    ("Sable & Co", "nobody else is in there", "she has the other offer on her desk"),
)
TOLD = (
    ("Mott Packaging", "The reference sheet for Mott is ready, with the audit figures"),
    ("Torvik Bakery", "Gas prices: marketing has a page on it that Torvik could use"),
)
"""What the team was told of a customer."""
OWN = ("Introduce Ana to the plant manager at Mott", "Bring the price sheet for Torvik")
HABITS = (
    "Told them all to do forty calls a day until Christmas",
    "Read the memo out as it came, no time for questions",
)


def main() -> None:
    """Write `tried` into every file of the bank."""
    matters = sample_matters()
    for file in sorted(BANK.glob("*.yaml")):
        entries = yaml.safe_load(file.read_text(encoding="utf-8"))
        for entry in entries:
            entry.pop("tried", None)
            question = BankQuestion.model_validate({"principle": file.stem, **entry})
            entry["tried"] = trials(question, matters)
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=110)
        file.write_text(text.replace("\n- id:", "\n\n- id:"), encoding="utf-8")
    short = [q.id for q in load_library().questions if len(q.tried) < 2]
    print(f"{len(load_library().questions)} questions tried; fewer than two notes fit: {short or 'none'}")


def sample_matters() -> list[Matter]:
    """The open matters of the sample team, and a few invented notes for what it lacks."""
    found: list[Matter] = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        copy_sample(root)
        workspace = Workspace(root, today=date.fromisoformat(SAMPLE_DAY))
        as_of = workspace.pipeline.date if workspace.pipeline else None
        for person in workspace.roster.people:
            deals = workspace.open_deals(person.id)
            found += open_matters(workspace.ledger(person.id), deals, as_of, person, workspace.today)
        workspace.close()
    for deal, line in NOTES:
        found.append(note_matter("", _hit(line), deal, ANA, date.fromisoformat(SAMPLE_DAY)))
    for deal, line in TOLD:
        found.append(team_matter(_evidence(line), deal, ANA, date.fromisoformat(SAMPLE_DAY)))
    for line in OWN:
        found.append(Matter("own-promise-open", line, 0.4, (_evidence(line),), slots={"promise": f"“{line}”"}))
    for count in ("14", "17"):
        deals = f"Mott Packaging, Torvik Bakery and {int(count) - 2} more"
        line = f"{count} open now, he says each of them could still come"
        found.append(
            Matter(
                "overloaded",
                line,
                1.0,
                (_evidence(line),),
                slots={"count": count, "deals": deals, "quote": f"“{line}”"},
            )
        )
    for deal, line, against in DISPUTED:
        slots = {
            "deal": deal,
            "date": "3 Nov",
            "date_against": "9 Nov",
            "claim": f"“{line}”",
            "against": f"“{against}”",
        }
        found.insert(0, Matter("contradicted-claim", line, 1.0, (_evidence(line),), deal, slots))
    for line in HABITS:
        found.append(
            Matter("trait", line, 1.0, (_evidence(line),), slots={"quote": f"“{line}”"}),
        )
    return found


def trials(question: BankQuestion, matters: list[Matter]) -> list[dict[str, str]]:
    """What the question comes to on the first two matters of different notes that it fits."""
    tried: list[dict[str, str]] = []
    for matter in matters:
        if matter.kind not in question.fits:
            continue
        asked = fit(question, matter)
        note = matter.evidence[0].quote.split("\n")[0][:160]
        if asked and all(asked != other["asked"] and note != other["note"] for other in tried):
            tried.append({"note": note, "asked": asked})
        if len(tried) == 2:
            break
    return tried


def _hit(line: str) -> Hit:
    evidence = _evidence(line)
    passage = Passage(id="", path=evidence.path, line_start=1, line_end=1, text=line, kind=NoteKind.ONE_ON_ONE)
    return Hit(passage=passage, score=1.0, evidence=evidence)


def _evidence(line: str) -> Evidence:
    return Evidence(path="people/Ana Ruiz.md", line_start=1, line_end=1, quote=line, date=date(2026, 11, 3))


if __name__ == "__main__":
    main()

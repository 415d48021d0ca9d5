"""What a new person, contact or customer does not touch is not read again; what it touches reads as if everything were read anew."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.models import Findings
from assistant.reading.lines import SeenLine
from assistant.reading.reader import Chances, ReadingModel
from assistant.workspace import Workspace

MakeVault = Callable[[dict[str, str]], Path]
TODAY = date(2026, 3, 30)
HEAD = "Deal,Account,Owner,Stage,Amount,Close Date\n"
NOTES = {
    "people/Priya Raman/2026-03-02.md": "Priya will send me the map by Friday.\n",
    "people/Priya Raman/2026-03-09.md": "- Corriedale: says the budget is signed\n",
    "people/Tom Hale/2026-03-03.md": "I'll ring Karin Moss about the pilot on Monday.\n",
    "people/Tom Hale/2026-03-10.md": "- Torvik: says the dock plan is agreed\n",
    "pipeline/2026-03-01.csv": f"{HEAD}Dock,Torvik,Tom Hale,Proposal,1000,2026-06-01\n",
}


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that the reading model is given, as they come."""
    seen: list[str] = []
    weigh_lines = ReadingModel.weigh_lines

    def counted(self: ReadingModel, lines: Sequence[SeenLine]) -> list[tuple[Chances, ...]]:
        seen.extend(line.text for line in lines)
        return weigh_lines(self, lines)

    monkeypatch.setattr(ReadingModel, "weigh_lines", counted)
    return seen


def _findings(root: Path) -> dict[str, Findings]:
    workspace = Workspace(root, today=TODAY)
    found = workspace.findings(workspace.catalog.all_sections())
    workspace.close()
    return {item.path: item for item in found}


def _read_anew(root: Path) -> dict[str, Findings]:
    """The same with nothing kept."""
    kept = root / ".showme"
    aside = root.parent / "aside"
    shutil.move(kept, aside)
    found = _findings(root)
    shutil.rmtree(kept)
    shutil.move(aside, kept)
    return found


@pytest.mark.parametrize(
    ("path", "text", "touched"),
    [
        ("people/Priya Raman/2026-03-16.md", "Met Tom Baker and Priya Kahn of the board there.\n", 1),
        ("people/Zoe Lindqvist/2026-03-12.md", "Zoe will bring the plan of the site.\n", 1),
        ("people/Karin Moss/2026-03-12.md", "Karin will bring the plan of the site.\n", 2),
        ("people/Corriedale Ames/2026-03-12.md", "Will bring the plan of the site.\n", 2),
        ("pipeline/2026-03-20.csv", f"{HEAD}Dock,Torvik,Tom Hale,Proposal,1,2026-06-01\nAir,Kestrel,Tom Hale,Proposal,1,2026-06-01\n", 0),
        ("pipeline/2026-03-21.csv", f"{HEAD}Dock,Torvik,Tom Hale,Proposal,1,2026-06-01\nAir,Corriedale,Priya Raman,Proposal,1,2026-06-01\n", 1),
        ("pipeline/2026-03-22.csv", f"{HEAD}Air,Kestrel,Tom Hale,Proposal,1,2026-06-01\n", 1),
    ],
    ids=["contacts", "person", "person-named", "person-called-as-a-deal", "account", "account-named", "account-gone"],
)  # fmt: skip
def test_only_notes_that_hold_what_is_new_are_read_again(
    make_vault: MakeVault, weighed: list[str], path: str, text: str, touched: int
) -> None:
    root = make_vault(NOTES)
    _findings(root)
    weighed.clear()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)
    found = _findings(root)
    assert len(weighed) == touched, weighed
    weighed.clear()
    assert found == _findings(root)
    assert weighed == []
    assert found == _read_anew(root)


LINES = (
    "Bea says the buyer at Hexham has the budget",
    "- Priya: will send me the map by Friday",
    "Sam: I'll ring the plant manager",
    "From: Sammy\nTo: Dana Cole\nHi Dana,\nI will send the plan by Friday.\nSam",
    "met Sam Okafor and Tom Baker of Hexham",
    "BQ = Beatriz Quintal, Pri (Priya Raman)",
    "T.H. sent the signed plan to Torviks buyer",
    "Tom: wants the price before the board",
    "- Torvik: Tom says the board agreed to the dock",
    "written by Dana Cole",
    "I'll ring Tom Hale about the pilot on Monday",
)
PLACES = (
    "people/Priya Raman/{day}.md",
    "people/Beatriz Quintal/{day}.md",
    "people/Sam Okafor/{day}.md",
    "people/Tom Hale/{day}.md",
    "calls/{day} Tom Torvik.md",
    "team/{day} all hands.md",
)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_through_random_changes_is_what_a_first_look_reads(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    root = tmp_path / "vault"
    for _ in range(10):
        day = f"2026-03-{dice.randint(1, 4):02}"
        file = root / dice.choice(PLACES).format(day=day)
        if file.exists() and dice.random() < 0.5:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join(dice.choices(LINES, k=dice.randint(1, 4))) + "\n")
        if dice.random() < 0.4:
            export = root / "pipeline" / f"{day}.csv"
            export.parent.mkdir(exist_ok=True)
            rows = [
                f"D,{name},{dice.choice(('Tom Hale', 'Sam'))},Won,1,2026-06-01"
                for name in ("Hexham", "Torvik")
                if dice.random() < 0.6
            ]
            export.write_text(HEAD + "\n".join(rows) + "\n")
        assert _findings(root) == _read_anew(root)

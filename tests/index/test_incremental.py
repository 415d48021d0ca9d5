"""What was brought up to date step by step is what reading everything anew gives."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from assistant.index.catalog import Catalog, open_catalog
from assistant.index.stale import roster_to_json
from assistant.vault.signals import gather_signals
from assistant.vault.tally import signs_of
from assistant.vault.vault import Vault, open_vault

PLACES = (
    "people/Priya Raman/2026-03-{day:02} one-on-one.md",
    "people/Beatriz Quintal/2026-02-{day:02}.md",
    "people/Sam/log.md",
    "people/Sam Okafor/2026-01-{day:02}.md",
    "2026-03/2026-03-{day:02}.md",
    "calls/2026-03-{day:02} Tom Baker.md",
    "team/2026-03-{day:02} all hands.md",
    "1-1 Tom Hale/notes {day}.md",
    "inbox/{day}.txt",
)
LINES = (
    "Bea says the buyer at Hexham has the budget",
    "Priya will send me the map by Friday",
    "# 1:1 Sam",
    "## 2026-02-{day:02}",
    "met Sam Okafor and Tom Baker of Hexham",
    "BQ = Beatriz Quintal, Pri (Priya Raman)",
    "Tom: wants the price before the board",
    "written by Dana Cole",
    "Hello Dana, thanks for the note. Regards Dana Cole",
    "Samuel Okafor (Sam) brought the plan of the site",
    "I'll ring Tom Hale about the pilot on Monday",
    "[[Priya Raman]] and [[Tom Hale]] share the dock",
    "done, she sent it",
)
EXPORT = "Deal,Account,Owner,Stage,Amount,Close Date\nDock,Hexham,{owner},Proposal,1000,2026-06-01\n"


@pytest.mark.parametrize("seed", range(5))
def test_a_catalog_kept_up_with_random_changes_is_that_of_a_first_look(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    root = tmp_path / "vault"
    root.mkdir()
    vault = open_vault(root)
    kept = open_catalog(vault)
    for _ in range(12):
        changed = {_change(root, dice) for _ in range(dice.choice((1, 1, 3)))}
        kept.sync(only=changed if dice.random() < 0.5 else None)
        kept.sync()
        held = {person.id: kept.sections_about(person.id) for person in kept.roster().people}
        anew = _first_look(vault, tmp_path / "anew")
        assert roster_to_json(kept.roster()) == roster_to_json(anew.roster())
        assert kept.accounts() == anew.accounts()
        assert kept.customers() == anew.customers()
        assert kept.all_sections() == anew.all_sections()
        assert held == {person.id: anew.sections_about(person.id) for person in anew.roster().people}
        anew.close()
    assert _signs(kept) == _signs_of_notes(vault)


def test_only_the_paths_that_are_named_are_looked_at(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    (tmp_path / "one.md").write_text("# 1:1 Priya Raman\nshe sent the map\n")
    catalog = open_catalog(vault)
    catalog.sync()
    (tmp_path / "two.md").write_text("# 1:1 Priya Raman\nthe board signed\n")
    (tmp_path / "three.md").write_text("# 1:1 Priya Raman\nthe pilot began\n")
    assert catalog.sync(only=["two.md", "missing.md", ".showme/x.md"]).changed == 1
    assert {section.path for section in catalog.all_sections()} == {"one.md", "two.md"}
    (tmp_path / "two.md").unlink()
    assert catalog.sync(only=["two.md"]).removed == 1
    assert {section.path for section in catalog.all_sections()} == {"one.md"}


def _change(root: Path, dice: random.Random) -> str:
    """Write, change or remove one file; gives its path."""
    path = dice.choice(PLACES).format(day=dice.randint(1, 28))
    known = sorted(p.relative_to(root).as_posix() for p in root.rglob("*.md") if ".showme" not in p.parts)
    if dice.random() < 0.1:
        (root / "pipeline").mkdir(exist_ok=True)
        (root / "pipeline" / "2026-03-01.csv").write_text(
            EXPORT.format(owner=dice.choice(("Priya Raman", "Sam Okafor")))
        )
    if known and dice.random() < 0.35:
        path = dice.choice(known)
        if dice.random() < 0.5:
            (root / path).unlink()
            return path
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [dice.choice(LINES).format(day=dice.randint(1, 28)) for _ in range(dice.randint(1, 6))]
    file.write_text("\n".join(lines) + "\n")
    return path


def _first_look(vault: Vault, state: Path) -> Catalog:
    """A catalog of the same folder that knows nothing yet."""
    shutil.rmtree(state, ignore_errors=True)
    catalog = open_catalog(Vault(vault.root, state / ".showme"))
    catalog.sync()
    return catalog


def _signs(catalog: Catalog) -> dict[tuple[str, str, str], int]:
    rows = catalog._tables.rows("SELECT kind, first, second, count FROM signs")
    return {(kind, first, second): count for kind, first, second, count in rows}


def _signs_of_notes(vault: Vault) -> dict[tuple[str, str, str], int]:
    counts: dict[tuple[str, str, str], int] = {}
    for stat in vault.walk():
        for (kind, first, second), count in signs_of(gather_signals(vault.read(stat.path))).items():
            counts[kind, first, second] = counts.get((kind, first, second), 0) + count
    return counts

"""What of a team note bears on whom, by the export and by the names that people's own notes keep coming back to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.index.bearing import Bearing
from assistant.index.catalog import Catalog, open_catalog
from assistant.index.retriever import open_retriever
from assistant.vault.vault import open_vault

MakeVault = Callable[[dict[str, str]], Path]
DPA = "Product: the DPA template is ready; Legal can send it within two days"
NOTES = {
    "people/Sarah Lindqvist/2026-11-02.md": "Hexham: says legal read the draft of the agreement\nMet the foreman at Calder Vale.\n",
    "people/Sarah Lindqvist/2026-11-09.md": "She was with Hexham again, the Budget is theirs to spend\n",
    "people/Tomasz Wrona/2026-11-03.md": "- Torvik: legal wants the software purchases in one contract\nwants a DPA soon\n",
    "people/Tomasz Wrona/2026-11-10.md": "- Torvik: the plant manager likes it, as at Hexham\n",
    "calls/2026-11-12 Sarah Calder Vale.md": "Sarah let the foreman count the stops.\n",
    "team/2026-11-16 Monday.md": f"# Monday\n\n- {DPA}. Bears on Hexham\n- Tomasz takes legal through the software purchases list\n- The kitchen is closed on Friday.\n",
}  # fmt: skip
SARAH, TOMASZ = "sarah-lindqvist", "tomasz-wrona"


def _catalog(root: Path) -> Catalog:
    catalog = open_catalog(open_vault(root))
    catalog.sync()
    return catalog


def test_without_an_export_customers_are_what_ones_own_notes_come_back_to(make_vault: MakeVault) -> None:
    catalog = _catalog(make_vault(NOTES))
    assert catalog.customers() == {SARAH: ["Calder Vale"], TOMASZ: ["Torvik"]}  # Hexham stands in Tomasz's notes too
    root = catalog._vault.root
    (root / "people/Sarah Lindqvist/2026-11-15.md").write_text("Hexham: says the board meets on Friday\n")
    catalog.sync()
    assert catalog.customers()[SARAH] == ["Calder Vale", "Hexham"]
    (root / "people/Sarah Lindqvist/2026-11-15.md").unlink()
    catalog.sync()
    assert catalog.customers()[SARAH] == ["Calder Vale"]


def test_what_the_export_gives_to_somebody_is_nobody_elses(make_vault: MakeVault) -> None:
    export = "Deal,Account,Owner,Stage,Amount,Close Date\nDock,Torvik Foods,Sarah Lindqvist,Proposal,1,2027-01-01\n"
    catalog = _catalog(make_vault({**NOTES, "pipeline/2026-11-20.csv": export}))
    assert catalog.customers() == {SARAH: ["Torvik Foods", "Calder Vale"]}


@pytest.fixture
def catalog(make_vault: MakeVault) -> Catalog:
    """Hexham is Sarah's alone, Torvik Tomasz's."""
    notes = {**NOTES, "people/Tomasz Wrona/2026-11-10.md": "- Torvik: the plant manager likes it\n"}
    return _catalog(make_vault(notes))


def test_a_line_bears_on_him_whose_customer_it_names(catalog: Catalog) -> None:
    [line] = Bearing(catalog, SARAH).lines()
    assert (line.customer, line.evidence.quote) == ("Hexham", DPA + ".")
    assert (line.evidence.path, line.evidence.line_start) == ("team/2026-11-16 Monday.md", 3)
    assert list(Bearing(catalog, TOMASZ).lines()) == []


def test_nothing_is_quoted_to_one_that_is_told_of_a_colleagues_customer(catalog: Catalog) -> None:
    retriever = open_retriever(catalog._vault, catalog, dense_weight=0)
    query = "DPA template legal software purchases"
    quotes = {hit.evidence.quote for hit in retriever.search(query, person=TOMASZ)}
    assert "Tomasz takes legal through the software purchases list" in quotes
    assert not [quote for quote in quotes if "DPA template" in quote]
    sarahs = {hit.evidence.quote for hit in retriever.search(query, person=SARAH)}
    assert DPA + "." in sarahs
    assert not [quote for quote in sarahs if "Tomasz" in quote]
    assert DPA + "." in {hit.evidence.quote for hit in retriever.search(query)}

"""Exports of many makes to deals."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from assistant.models import Deal, Pipeline
from assistant.pipeline.columns import is_closed, read_amount
from assistant.pipeline.load import account_owners, load_pipeline, owners
from assistant.pipeline.state import deal_state, load_of
from assistant.vault.config import Config
from assistant.vault.roster import Roster, build_roster
from assistant.vault.tally import tally_of
from assistant.vault.vault import open_vault

TEAM = ["Priya Raman", "Tomasz Wilk", "Zdeněk Hrubý"]
NAME = "pipeline/deals 2026-11-20.csv"


def load(root: Path, files: dict[str, str | bytes]) -> Pipeline:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    pipeline = load_pipeline(open_vault(root), team())
    assert pipeline is not None
    return pipeline


def team() -> Roster:
    return build_roster(tally_of([]), TEAM, Config())


def facts(deal: Deal) -> tuple[object, ...]:
    return (
        deal.name,
        deal.account,
        deal.owner,
        deal.amount,
        deal.close,
        deal.last_activity,
        deal.next_step,
        deal.is_open,
    )


EXPORTS = {
    "salesforce": (
        '\ufeff"Opportunity ID","Opportunity Name","Account Name","Opportunity Owner","Stage","Amount",'
        '"Probability (%)",'
        '"Close Date","Created Date","Last Activity","Next Step","Forecast Category"\n'
        '"0061","Lark - Dock","Lark, Ltd","Zdenek Hruby","Proposal","£118,000.00","50",'
        '"20/11/2026","07/09/2026","14/09/2026","","Best Case"\n',
        (
            "Lark - Dock",
            "Lark, Ltd",
            "zdenek-hruby",
            118000.0,
            date(2026, 11, 20),
            date(2026, 9, 14),
            "",
            True,
        ),
    ),
    "hubspot": (
        "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,"
        "Last Activity Date,Next Step,Is Closed Won\n"
        "1,Lark rollout,Closed won,2026-10-01 00:00,tomasz.wilk@firm.example,"
        "5000.5,2026-09-30 10:22,send it,true\n",
        (
            "Lark rollout",
            "Lark rollout",
            "tomasz-wilk",
            5000.5,
            date(2026, 10, 1),
            date(2026, 9, 30),
            "send it",
            False,
        ),
    ),
    "pipedrive": (
        "Deal - Title;Deal - Organization;Deal - Owner;Deal - Value;Deal - Stage;Deal - Status;"
        "Deal - Expected close date;"
        "Deal - Last activity date;Deal - Next activity date\n"
        "Lark deal;Lark;Wilk, Tomasz;38.400 €;Proposal Made;Open;13.11.2026;01.11.2026;12.12.2026\n",
        ("Lark deal", "Lark", "tomasz-wilk", 38400.0, date(2026, 11, 13), date(2026, 11, 1), "", True),
    ),
    "dynamics": (
        "Topic\tPotential Customer\tEst. Close Date\tEst. Revenue\tOwner\t"
        "Status Reason\tStatus\tModified On\n"
        "Tarn big\tTarn Mills\t11/30/2026\t$1.2k\tP. Raman\tIn Progress\tOpen\t10/2/2026\n",
        ("Tarn big", "Tarn Mills", "priya-raman", 1200.0, date(2026, 11, 30), date(2026, 10, 2), "", True),
    ),
    "own sheet, German, cp1252": (
        "Kunde;Wer;Phase;Wert;Abschluss;Letzter Kontakt;Nächster Schritt\nMüller;ZH;Gewonnen;"
        "1.200,50 €;15.12.2026;2.11.2026;anrufen\n".encode("cp1252"),
        ("Müller", "Müller", "zdenek-hruby", 1200.5, date(2026, 12, 15), date(2026, 11, 2), "anrufen", False),
    ),
    "below a title, with a sum": (
        "Pipeline as of 20 Nov\n\nAccount,Owner,Stage,Close,Amount\nLark,Priya,Won back talks,Dec 2026,5\nTotal,,,,5\n",
        ("Lark", "Lark", "priya-raman", 5.0, date(2026, 12, 31), None, "", True),
    ),
}


@pytest.mark.parametrize("make", EXPORTS)
def test_columns_by_name_and_content(tmp_path: Path, make: str) -> None:
    content, told = EXPORTS[make]
    pipeline = load(tmp_path, {NAME: content})
    assert [facts(deal) for deal in pipeline.deals] == [told]
    assert pipeline.date == date(2026, 11, 20)


def test_evidence_is_the_row_as_it_stands(tmp_path: Path) -> None:
    text = 'Deal,Owner,Stage\n"Lark ""big""\nrow two",Tomasz Wilk,Won\nTarn,Priya Raman,Open\n'
    deals = load(tmp_path, {NAME: text}).deals
    assert (deals[0].evidence.line_start, deals[0].evidence.line_end) == (2, 3)
    assert deals[0].evidence.quote == '"Lark ""big""\nrow two",Tomasz Wilk,Won'
    assert deals[1].evidence.line_start == 4


def test_the_newest_by_name_then_by_cells(tmp_path: Path) -> None:
    head = "Deal,Owner,Stage,Last Activity,Close\n"
    files: dict[str, str | bytes] = {
        "pipeline/a 2026-09-25.csv": head + "Old,Priya Raman,Open,,\n",
        "pipeline/b 2026-11-20.csv": head + "New,Priya Raman,Open,,\n",
    }
    assert load(tmp_path, files).deals[0].name == "New"
    other = tmp_path / "other"
    found = load(other, {"crm/export.csv": head + "X,Priya Raman,Open,2026-10-14,2027-01-31\n"})
    assert found.date == date(2026, 10, 14)


def test_what_cannot_be_used_is_named(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "pipeline/x 2026-11-21.xlsx": b"PK\x03\x04",
        "pipeline/y 2026-11-21.csv": "a,b\n1,2\n",
        NAME: "Deal,Owner,Stage\nLark,Priya Raman,Open\n",
    }
    pipeline = load(tmp_path, files)
    assert pipeline.path == NAME
    assert {fault.path for fault in pipeline.faults} == {
        "pipeline/x 2026-11-21.xlsx",
        "pipeline/y 2026-11-21.csv",
    }


def test_owners_are_those_of_open_deals(tmp_path: Path) -> None:
    load(tmp_path, {NAME: "Deal,Owner,Stage\nA,Priya Raman,Open\nB,Colin Strake,Closed Won\n"})
    assert owners(open_vault(tmp_path)) == ["Priya Raman"]


def test_no_export_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a")
    assert load_pipeline(open_vault(tmp_path), team()) is None
    assert owners(open_vault(tmp_path)) == []


def test_states_of_a_deal(tmp_path: Path) -> None:
    head = "Deal,Owner,Stage,Close Date,Last Activity,Next Step\n"
    rows = (
        "A,Priya Raman,Open,2026-11-19,2026-10-06,\nB,Priya Raman,Open,2026-11-20,2026-10-07,call\n"
        "C,Priya Raman,Lost,2026-01-01,,\n"
    )
    pipeline = load(tmp_path, {NAME: head + rows})
    states = [deal_state(deal, pipeline.date) for deal in pipeline.deals]
    assert states == [{"slipped", "stale", "no_next_step"}, set(), set()]


@pytest.mark.parametrize(("count", "told"), [(5, "under"), (6, "within"), (12, "within"), (13, "over")])
def test_load(count: int, told: str) -> None:
    assert load_of(count) == told


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("£118,000.00", 118000.0),
        ("38.400 €", 38400.0),
        ("$1.2k", 1200.0),
        ("1.200,50", 1200.5),
        ("USD 1,200,000", 1.2e6),
        ("", None),
    ],
)
def test_amounts(cell: str, amount: float | None) -> None:
    assert read_amount(cell) == amount


@pytest.mark.parametrize(
    "stage",
    [
        "Closed Won",
        "Closed Lost - No Decision",
        "Lost",
        "Dead",
        "Disqualified",
        "Omitted",
        "ClosedWon",
        "Gewonnen",
    ],
)
def test_closed_stages(stage: str) -> None:
    assert is_closed(stage, "")


@pytest.mark.parametrize("stage", ["Negotiation", "Closing", "Not closed", "Won back talks", "Proposal"])
def test_open_stages(stage: str) -> None:
    assert not is_closed(stage, "Open")


def test_whose_a_customer_is(tmp_path: Path) -> None:
    pipeline = load(
        tmp_path,
        {
            NAME: (
                "Deal,Account,Owner,Stage\nA,Lark,Priya Raman,Open\nB,Tarn,Priya Raman,Open\nC,Tarn,Tomasz Wilk,Open\n"
            )
        },
    )
    assert account_owners(pipeline) == {"Lark": "priya-raman"}


def test_an_export_named_by_nothing_takes_its_files_day(tmp_path: Path) -> None:
    file = tmp_path / "pipeline.csv"
    file.write_text("Deal,Owner,Stage\nA,Priya Raman,Open\n")
    os.utime(file, (1_790_000_000, 1_790_000_000))
    pipeline = load_pipeline(open_vault(tmp_path), team())
    assert pipeline is not None
    assert pipeline.date == date.fromtimestamp(1_790_000_000)

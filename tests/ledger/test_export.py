"""What a claim says, held against the newest export: what truly disagrees, what agrees, and what stays open."""

from __future__ import annotations

from datetime import date as Date

import pytest

from assistant.ledger.barred import Barred
from assistant.ledger.claims import settle_claims
from assistant.ledger.export import gainsaid_by
from assistant.models import ClaimFinding, Deal, Evidence, Findings
from assistant.reading.dates import days_in
from assistant.reading.reader import open_reading_model
from tests.reading.team import SELLER

EXPORT = Date(2026, 11, 20)
SAID = Date(2026, 11, 9)


def deal(account: str, line: int, **fields: object) -> Deal:
    row = Evidence(path="pipeline/2026-11-20.csv", line_start=line, line_end=line, quote=f"{account},…", date=EXPORT)
    told: dict[str, object] = {"stage": "Proposal", "close": Date(2026, 12, 15), "last_activity": Date(2026, 11, 17)}
    told |= {"next_step": "call on Monday"} | fields
    return Deal.model_validate(
        {"name": account, "account": account, "owner": SELLER, "owner_as_written": "Nina Okoro", "evidence": row} | told
    )


ALDERMOOR = deal(
    "Aldermoor", 2, stage="Discovery", close=Date(2027, 2, 28), last_activity=Date(2026, 9, 20), next_step=""
)
OPAL = deal("Opal Marine", 3, stage="Discovery", close=Date(2026, 12, 31), last_activity=Date(2026, 9, 1))
TESSERA = deal("Tessera", 4, stage="4 - Negotiation", close=Date(2026, 11, 30))
NEGLECTED, SOUND = (ALDERMOOR, OPAL), (TESSERA, deal("Norvik", 5))


def said(text: str, about: str | None, on: Date = SAID) -> ClaimFinding:
    days = [day.date for day in days_in(text, on) if day.date >= on]
    quote = Evidence(path="people/Nina Okoro/note.md", line_start=3, line_end=3, quote=text, date=on)
    return ClaimFinding(
        person=SELLER, text=text, kind="other", deal=about, day=days[0] if days else None, evidence=quote
    )


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Aldermoor lands this month, in commit", ALDERMOOR),
        ("Aldermoor closes before Xmas", ALDERMOOR),
        ("Aldermoor is in commit", ALDERMOOR),
        ("Aldermoor: PO comes next week", ALDERMOOR),
        ("Aldermoor has a clear next step", ALDERMOOR),
        ("Aldermoor: now in procurement", ALDERMOOR),
        ('Opal Marine will sign this month, "no question"', OPAL),
        ("Opal Marine: spoke to them last week", OPAL),
        ("Opal Marine - they're already in contract review", OPAL),
        ("Tessera has moved to stage 5", TESSERA),
    ],
)
def test_a_deal_that_disagrees(text: str, row: Deal) -> None:
    deals = (*NEGLECTED, *SOUND)
    about = row.account
    assert gainsaid_by([said(text, about)], deals) == row.evidence


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Aldermoor closes end of Feb", "Aldermoor"),
        ("Tessera signs by the end of the month", "Tessera"),
        ("Tessera is in commit", "Tessera"),
        ("Tessera is now in legal", "Tessera"),
        ("Tessera: spoke to them last week", "Tessera"),
        ("Tessera has a clear next step", "Tessera"),
        ("Norvik will sign by 10 December", "Norvik"),
        ("Tessera has moved to stage 4", "Tessera"),
    ],
)
def test_a_deal_that_agrees(text: str, about: str) -> None:
    assert gainsaid_by([said(text, about)], (*NEGLECTED, *SOUND)) is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Aldermoor won't close this month", "Aldermoor"),
        ("Aldermoor might sign this month", "Aldermoor"),
        ("Aldermoor closes this month?", "Aldermoor"),
        ("Aldermoor: their tender closes this month", "Aldermoor"),
        ("Aldermoor signs the NDA this week", "Aldermoor"),
        ("Aldermoor: legal sign-off by Friday", "Aldermoor"),
        ("Aldermoor: the contract lands on the FD's desk tomorrow", "Aldermoor"),
        ("Aldermoor's board meets on 24 November", "Aldermoor"),
        ("Aldermoor: she will call them on Friday", "Aldermoor"),
        ("Aldermoor has no next step", "Aldermoor"),
        ("Opal Marine is in evaluation", "Opal Marine"),
        ("Opal Marine: champion is rock solid", "Opal Marine"),
        ("Pentlow lands this month", "Pentlow"),
        ("somebody lands this month", None),
        ("14 open questions at the customer", None),
        ("every deal in commit has a next step", None),
        ("not every deal has a next step", None),
        ("the team is healthy", None),
    ],
)
def test_what_is_left_open(text: str, about: str | None) -> None:
    assert gainsaid_by([said(text, about)], (*NEGLECTED, *SOUND)) is None


@pytest.mark.parametrize(
    ("text", "is_so_of"),
    [
        ("14 open now", (deal("Halden", 9),) * 13),
        ("she has fourteen open deals", (deal("Halden", 9),) * 15),
        ("pipeline is healthy, 4x coverage", SOUND),
        ("every deal has a next step", SOUND),
        ("touched every deal this week", SOUND),
        ("CRM is up to date", SOUND),
    ],
)
def test_the_whole_pipeline(text: str, is_so_of: tuple[Deal, ...]) -> None:
    assert gainsaid_by([said(text, None)], NEGLECTED) == ALDERMOOR.evidence
    assert gainsaid_by([said(text, None)], is_so_of) is None


def test_long_before_or_after_the_export_nothing_is_held_against_it() -> None:
    for on in (Date(2026, 9, 1), Date(2026, 12, 20)):
        assert gainsaid_by([said("Aldermoor is in commit", "Aldermoor", on)], NEGLECTED) is None


def test_the_newest_word_decides() -> None:
    older, newer = said("Aldermoor lands this month", "Aldermoor"), said("Aldermoor closes end of Feb", "Aldermoor")
    assert gainsaid_by([newer, older], NEGLECTED) is None
    assert gainsaid_by([said("Aldermoor: all good", "Aldermoor"), older], NEGLECTED) == ALDERMOOR.evidence


def test_a_deal_named_twice_disagrees_only_as_a_whole() -> None:
    soon = deal("Aldermoor", 7, close=Date(2026, 11, 30))
    assert gainsaid_by([said("Aldermoor lands this month", "Aldermoor")], (ALDERMOOR, soon)) is None


def test_the_ledger_tells_of_it() -> None:
    found = Findings(path="people/Nina Okoro/note.md", claims=(said("Aldermoor lands this month", "Aldermoor"),))
    [claim] = settle_claims([found], SELLER, NEGLECTED, EXPORT, open_reading_model().weigh_pairs, Barred())
    assert (claim.status, claim.contradicted_by) == ("contradicted", ALDERMOOR.evidence)
    assert claim.evidence[1] == ALDERMOOR.evidence

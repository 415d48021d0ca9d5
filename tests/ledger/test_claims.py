"""Claims over several notes: shown, gainsaid by later lines, or neither."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assistant.ledger.barred import Barred
from assistant.ledger.claims import settle_claims
from assistant.ledger.denial import denies
from assistant.models import Claim
from assistant.reading.note import read_note
from assistant.reading.reader import open_reading_model
from assistant.reading.words import content_words
from tests.reading.team import CONTEXT, DAY, SELLER, note


def story(*texts: str) -> list[Claim]:
    days = [DAY + timedelta(days=7 * number) for number in range(len(texts))]
    findings = []
    for day, text in zip(days, texts, strict=True):
        section = note(text, day=day)
        findings.append(read_note(section.path, [section], CONTEXT))
    return settle_claims(findings, SELLER, (), days[-1], open_reading_model().weigh_pairs, Barred())


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (
            "Halden Paper: apparently legal is happy, Nina says",
            "Halden Paper: legal came back w/ redlines - 17 of them!! so not happy",
        ),
        (
            "Halden Paper: Nina says she has a verbal yes from Ruth",
            "Halden Paper: Ruth has left the company, so much for verbal yes",
        ),
    ],
)
def test_a_later_line_that_is_no_proof_gainsays(claim: str, line: str) -> None:
    told = next(c for c in story(claim, line) if c.evidence[0].quote in claim)
    assert told.status == "contradicted"
    assert told.contradicted_by is not None
    assert told.contradicted_by.quote in line


def test_a_line_about_another_deal_gainsays_nothing() -> None:
    claims = story(
        "Orsted Dairy: Nina says their FD has our contract on his desk",
        "Halden Paper: saw the mail thread, the board has not approved anything yet",
    )
    assert [c.status for c in claims if c.deal == "Orsted Dairy"] == ["claimed"]


@pytest.mark.parametrize(
    ("claim", "line", "is_denied"),
    [
        ("the board has approved it", "board has not approved anything yet", True),
        ("verbal yes from Ruth", "so much for the verbal yes", True),
        ("Ruth is our champion", "Ruth has left the company", True),
        ("Ruth is our champion", "Ruth has left a message", False),
        ("legal is happy", "procurement is not happy", False),
        ("the board has approved it", "the board meets on Thursday, not here", False),
        ("legal is not happy", "legal still not happy", False),
        ("Ruth is our champion", "Tom has left the company", False),
    ],
)
def test_what_denies_in_so_many_words(claim: str, line: str, is_denied: bool) -> None:
    assert denies(claim, line, content_words(claim)) is is_denied

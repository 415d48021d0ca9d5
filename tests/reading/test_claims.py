"""What the seller says is so, in words that are in no labelled set; what only sounds like it."""

from __future__ import annotations

import pytest

from assistant.models import ClaimFinding, NoteKind
from assistant.reading.claims import read_claims
from assistant.reading.weighing import weigh_statements
from tests.reading.team import CONTEXT, SELLER, note


def claims(text: str, kind: NoteKind = NoteKind.ONE_ON_ONE) -> list[ClaimFinding]:
    section = note(text, kind=kind)
    return read_claims(weigh_statements([section], CONTEXT)[0], section, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "Halden Paper: says the plant director has signed off the budget",
        "she's got the purchasing manager on our side, she tells me",
        "according to Nina their legal has no objections left",
        "Orsted - nobody else is being considered, she says",
        "Nina swears she has rung every customer on the list",
        "NO: “it's only a formality now”",
    ],
)
def test_what_could_be_shown_is_a_claim(text: str) -> None:
    found = claims(text)
    assert [claim.person for claim in found] == [SELLER]
    assert found[0].evidence.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "I doubt that the budget is there",
        "she finds the price list too complicated",
        "she's not sure who decides at Halden",
        "their director told me himself that the money is there",
        "Is the budget really approved?",
        "Halden Paper: 120k, stage 3, close 30 Nov",
        "Nina will send me the plan by Friday",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert claims(text) == []


def test_in_a_chat_the_seller_speaks_for_himself() -> None:
    chat = "Nina Okoro  9:41 AM\ntheir board has approved the budget, the CFO told me yesterday"
    [claim] = claims(chat)
    assert (claim.person, claim.evidence.line_start) == (SELLER, 2)

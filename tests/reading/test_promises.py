"""Whose promise it is, by when, and what is none; in words that are in no labelled set."""

from __future__ import annotations

from datetime import date as Date

import pytest

from assistant.models import NoteKind, PromiseFinding
from assistant.reading.promises import read_promises
from assistant.reading.weighing import weigh_statements
from tests.reading.team import CONTEXT, SELLER, note


def promises(text: str, kind: NoteKind = NoteKind.ONE_ON_ONE) -> list[PromiseFinding]:
    section = note(text, kind=kind)
    return read_promises(weigh_statements([section], CONTEXT)[0], section, CONTEXT)


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Nina will send me the Halden org chart by Friday", "report", Date(2026, 10, 16)),
        ("she'll have the renewal figures ready by the 20th", "report", Date(2026, 10, 20)),
        ("I'll ask finance about the deposit and tell her by Monday", "manager", Date(2026, 10, 19)),
        ("JW: get the contract template from legal by 30/10", "manager", Date(2026, 10, 30)),
        ("NO to call the dairy before next Wednesday", "report", Date(2026, 10, 21)),
        ("I owe her an answer on the company phone", "manager", None),
        ("She promised to show me the close plan next time", "report", None),
        ("- [ ] Nina: draft the letter to the plant manager, to me by Thu", "report", Date(2026, 10, 15)),
    ],
)
def test_promises_of_both_sides(text: str, owner: str, due: Date | None) -> None:
    found = promises(text)
    assert [(p.person, p.owner, p.due) for p in found] == [(SELLER, owner, due)]
    assert found[0].evidence.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Their controller will get back to us by Friday",
        "If the board agrees she will move the date",
        "maybe I should come along one day",
        "what will she do when they say no?",
        "She wants to become a team lead",
        "Nina sent the offer on Monday",
        "it will be a hard quarter",
        "The customer sends the drawings next week",
        "11 deals open, three without a next step",
    ],
)
def test_what_is_no_promise(text: str) -> None:
    assert promises(text) == []


def test_two_promises_in_one_sentence() -> None:
    found = promises("I'll talk to the depot manager tomorrow and she'll send me the list of complaints by Friday")
    assert [(p.owner, p.due) for p in found] == [
        ("manager", Date(2026, 10, 15)),
        ("report", Date(2026, 10, 16)),
    ]


def test_on_a_call_a_promise_to_the_customer_is_none() -> None:
    call = "Nina Okoro: I'll send you the offer by Friday.\nPeter Holm: Good.\nNina Okoro: Great.\nPeter Holm: Bye."
    assert promises(call, NoteKind.CALL) == []


def test_a_ticked_box_is_a_promise_kept() -> None:
    assert [p.is_ticked for p in promises("- [x] Nina: update the close dates")] == [True]


def test_a_promise_that_says_only_it_keeps_the_sentence_before() -> None:
    [promise] = promises("Halden wants a page on the service levels. She'll do it by Friday")
    assert promise.text == "Halden wants a page on the service levels. She'll do it by Friday"
    assert promise.due == Date(2026, 10, 16)


@pytest.mark.parametrize(
    "text",
    ["I told her I'd jump on the Halden call and close it myself", "I'll close that one for her"],
)
def test_taking_the_deal_away_is_no_promise(text: str) -> None:
    assert promises(text) == []


def test_what_marketing_is_asked_for_is_promised_by_nobody() -> None:
    assert promises("Nina asks marketing for a one-pager on Halden") == []
    [promise] = promises("Nina will ask marketing for a one-pager by Friday")
    assert promise.owner == "report"

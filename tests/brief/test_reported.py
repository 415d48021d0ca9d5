"""What somebody said, without who said it."""

from __future__ import annotations

import pytest

from assistant.brief.reported import said
from assistant.brief.words import quoted

GREGOR = ("Gregor Hale", "GH")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("says the budget is there", "the budget is there"),
        ("G. says pipeline is healthy", "pipeline is healthy"),
        ("GH reckons they will sign", "they will sign"),
        ("Gregor still says the champion is solid", "the champion is solid"),
        ("G: they signed it off, he reckons", "they signed it off"),
        ("champion is rock solid per Gregor", "champion is rock solid"),
        ("Judith will sign before Christmas, G. says", "Judith will sign before Christmas"),
        ("Halden: says legal's done, only the signature missing", "legal's done, only the signature missing"),
        ("Halden:G says the board is on our side", "the board is on our side"),
        ("Rail is quiet, he says, they all buy in autumn", "Rail is quiet"),
        ("Logbrook, he says, are everywhere", "Logbrook, he says, are everywhere"),
    ],
)
def test_what_was_said_without_who(text: str, expected: str) -> None:
    assert said(text, GREGOR) == expected


def test_a_buyer_keeps_his_name_beside_his_words() -> None:
    assert said('Giles said "we will be doing this"', GREGOR) == 'Giles said "we will be doing this"'


@pytest.mark.parametrize(
    ("text", "without", "whole"),
    [
        ("Larkspur: T says the CFO is on board", "the CFO is on board", "Larkspur: the CFO is on board"),
        ("Larkspur, 66k: the money is there", "the money is there", "Larkspur: the money is there"),
        ("Larkspur (92k): he says it is fine", "it is fine", "Larkspur: it is fine"),
        ("Larkspur: 22k, five garden sites", "five garden sites", "Larkspur: five garden sites"),
        ('Larkspur "as good as done"', '"as good as done"', 'Larkspur: "as good as done"'),
        ("Larkspur and Hexham stand still", "Larkspur and Hexham stand still", "Larkspur and Hexham stand still"),
        ("Next step: the money is there", "Next step: the money is there", "Next step: the money is there"),
    ],
)
def test_the_deal_ahead_of_the_words(text: str, without: str, whole: str) -> None:
    assert said(text, GREGOR, "Larkspur Foods") == without
    assert said(text, GREGOR, "Larkspur Foods", keeps_deal=True) == whole


def test_of_a_table_row_the_cell_that_says_something() -> None:
    assert said("| Brightwater | champion is rock solid per Gregor | demo 4 Nov |", GREGOR, "Brightwater") == (
        "champion is rock solid"
    )


def test_a_long_quote_ends_with_a_clause_and_without_dots() -> None:
    text = "He named six straight away and then began to defend the others one by one to me"
    assert quoted(text) == "“He named six straight away”"

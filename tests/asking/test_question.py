"""What a question asks for, and what an answer to it has to be about."""

from __future__ import annotations

import pytest

from assistant.asking.question import read_question


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("When does the board of Larkspur meet?", "when"),
        ("By what date did we want the plan?", "when"),
        ("What does a missed slot cost Hexham?", "money"),
        ("How much has the FD put aside?", "money"),
        ("How many depots are in the pilot?", "number"),
        ("How long is the notice period?", "number"),
        ("What is the name of the plant manager?", "name"),
        ("Who is the buyer at Hexham?", "name"),
        ("Who signs above 50k at Larkspur?", "who"),
        ("Where is the second site?", "where"),
        ("Why did Mercer go elsewhere?", "why"),
        ("Has Tomasz sent the plan?", "whether"),
        ("What became of the workshop?", "became"),
        ("How did the committee vote?", "became"),
        ("What did Piet say about the price?", "said"),
        ("Which depot goes first?", "which"),
        ("What did we agree with Piet about the pilot?", "what"),
    ],
)
def test_what_is_asked_for(question: str, asked: str) -> None:
    assert read_question(question).asked == asked


def test_words_that_an_answer_has_to_be_about() -> None:
    asking = read_question("What did Piet's boss at Larkspur say about the price?")
    assert [(term.word, term.is_name) for term in asking.terms] == [
        ("piet", True),
        ("boss", False),
        ("larkspur", True),
        ("price", False),
    ]


def test_the_manager_is_meant_where_he_says_so() -> None:
    assert read_question("What did I promise Tomasz?").is_of_manager
    assert not read_question("What did Tomasz promise Piet?").is_of_manager


def test_nothing_asked_has_no_words() -> None:
    assert read_question("  ").terms == ()
    assert read_question("and then?").terms == ()

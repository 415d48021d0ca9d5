"""Names, days and numbers are masked, whoever writes them and however they are short."""

from __future__ import annotations

import pytest

from assistant.reading.masked import mask
from assistant.reading.place import place_statements
from assistant.reading.shape import shape
from tests.reading.team import CONTEXT, DAY, SELLER, note


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Nina'll send me the map by Fri", "<P> will send <M> the map by DUE"),
        ("NO to redo the 3 slides", "<P> to redo the 9 slides"),
        ("N. brings it", "<P> brings it"),
        ("shes gonna call Karl b4 their CFO does", "<P> is will call <T> before their <C> does"),
        ("JW → ask legal", "<M> -> ask <C>"),
        ("I've told her", "<M> has tell <him>"),
        ("Halden Paper: says it's signed", "X : say it is signed"),
        ("what will Petersen do?", "what will X do ?"),
    ],
)
def test_a_line_as_tokens(text: str, tokens: str) -> None:
    assert mask(text, SELLER, CONTEXT, DAY) == tokens.split()


def test_in_a_transcript_i_is_who_speaks() -> None:
    text = "Nina Okoro: I'll send it.\nJudith Weiss: I'll read your map.\nNina Okoro: Tomorrow.\nJudith Weiss: Fine."
    first, second = place_statements(note(text), CONTEXT)[:2]
    assert first.tokens == ["<P>", "say", "<P>", "will", "send", "it"]
    assert first.person == SELLER
    assert second.tokens == ["<M>", "will", "read", "<him>", "map"]
    assert second.person is None


@pytest.mark.parametrize("line", ["Nina Okoro  9:41 AM", "[09:41] Nina Okoro", "**Nina Okoro** 14/10/2026, 09:41"])
def test_a_chat_names_the_speaker_on_a_line_of_his_own(line: str) -> None:
    placed = place_statements(note(f"{line}\nthey signed"), CONTEXT)
    assert [(p.statement.text, p.person) for p in placed] == [("they signed", SELLER)]


def test_a_mail_is_its_writers() -> None:
    placed = place_statements(note("Hi Judith,\nHalden have said yes.\nBest\nNina"), CONTEXT)
    assert {p.person for p in placed} == {SELLER}


def test_shape_hides_the_things_and_keeps_the_deed() -> None:
    assert shape("<P> will rehearse the new deck DUE".split()) == ["<P>", "will", "V", "the", ".", "DUE"]
    assert shape("<M> asked for two sites".split())[:3] == ["<M>", "asked", "for"]


def test_long_sentences_are_cut_where_another_subject_begins() -> None:
    text = (
        "she told me about the trip to Oslo with the two engineers and what they ate there, and she will write down "
        "the three steps for Halden"
    )
    parts = [p.statement.text for p in place_statements(note(text), CONTEXT)]
    assert parts[-1] == "she will write down the three steps for Halden"
    assert all(part in text for part in parts)

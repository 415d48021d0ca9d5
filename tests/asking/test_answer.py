"""Which lines are said: three at most, the same said once with all its places, the newest first where they differ."""

from __future__ import annotations

from datetime import date

from assistant.asking.answer import Weighed, sentences_of
from assistant.asking.lines import Line
from assistant.asking.question import read_question
from assistant.models import NoteKind

TODAY = date(2026, 11, 23)


def line(text: str, day: date, number: int = 1) -> Line:
    return Line(f"people/T/{day}.md", number, text, day, NoteKind.ONE_ON_ONE, (), "", "", "", "", "")


def test_the_newest_counts_and_the_older_says_when_it_was() -> None:
    asking = read_question("What share does Korva have at Mainz?")
    old = Weighed(line("Korva have 60 % there, he says", date(2026, 6, 2)), 0.5)
    new = Weighed(line("Kessl himself: Korva have 40 %", date(2026, 9, 22)), 0.3)
    first, second = sentences_of(asking, [old, new], TODAY)
    assert first.text == "Kessl himself: Korva have 40 %"
    assert second.text == "Earlier, on 2 June: Korva have 60 % there, he says"
    assert [s.evidence[0].quote for s in (first, second)] == [new.line.text, old.line.text]


def test_what_is_said_twice_is_one_sentence_with_both_places_newest_first() -> None:
    asking = read_question("When does Thornholt decide?")
    old = Weighed(line("go/no-go on 3 Dec, he thinks", date(2026, 10, 26)), 0.5)
    new = Weighed(line("Their mail: the go/no-go is on 3 Dec in Doncaster", date(2026, 11, 4)), 0.4)
    (only,) = sentences_of(asking, [old, new], TODAY)
    assert [evidence.date for evidence in only.evidence] == [date(2026, 11, 4), date(2026, 10, 26)]
    assert only.text == new.line.text


def test_unlikely_lines_are_left_out_and_there_are_three_at_most() -> None:
    asking = read_question("What did Piet say about the pilot?")
    said = [
        Weighed(line(text, date(2026, 10, number), number), chance)
        for number, (text, chance) in enumerate(
            [
                ("Piet: the pilot needs a second gate", 0.3),
                ("Piet wants it before harvest", 0.2),
                ("The pilot is his baby, Piet says", 0.2),
                ("Piet thinks the union will like it", 0.1),
            ],
            1,
        )
    ]
    assert len(sentences_of(asking, said, TODAY)) == 3
    assert len(sentences_of(asking, [said[0], said[3]._replace(chance=0.01)], TODAY)) == 1

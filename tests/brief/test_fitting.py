"""Which words of a note a bank question takes up."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.brief.fitting import fit
from assistant.brief.matters import team_matter
from assistant.library.models import BankQuestion
from assistant.models import Evidence, Person

QUESTION = BankQuestion(
    id="a.b",
    principle="enable-coach",
    grow="goal",
    fits=("team-message",),
    situation="Something was said.",
    text="What would you like to come of it?",
    templates=(
        "What would you like {quote} to make possible at {deal}?",
        "What would you like to come of it at {deal}?",
    ),
    listen_for="",
    follow_up="",
)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("the template is ready", "What would you like “the template is ready” to make possible at Hexham?"),
        ("Next week.", "What would you like to come of it at Hexham?"),
    ],
)
def test_words_that_say_nothing_by_themselves_are_not_quoted(said: str, asked: str) -> None:
    found = Evidence(path="team/a.md", line_start=1, line_end=1, quote=said, date=date(2026, 11, 16))
    assert (
        fit(
            QUESTION,
            team_matter(found, "Hexham", Person(id="sarah-lindqvist", name="Sarah Lindqvist"), date(2026, 11, 23)),
        )
        == asked
    )

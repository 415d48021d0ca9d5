"""Which questions touch a private matter, and which only sound like it."""

from __future__ import annotations

import pytest

from assistant.asking.private import is_private


@pytest.mark.parametrize(
    "question",
    [
        "why is Nina signed off?",
        "Why has Nina Okoro been signed off?",
        "why is nina signed off",
        "Is his wife pregnant?",
    ],
)
def test_a_private_matter(question: str) -> None:
    assert is_private(question)


@pytest.mark.parametrize(
    "question",
    ["Is the Halden contract signed off?", "Who signs off the budget at Aldermoor?", "When does Aldermoor land?"],
)
def test_a_matter_of_work(question: str) -> None:
    assert not is_private(question)

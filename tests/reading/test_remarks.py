"""What a customer holds against it, and what marketing is asked for."""

from __future__ import annotations

import pytest

from assistant.reading.remarks import read_remarks
from tests.reading.team import CONTEXT, note


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("customers object that our onboarding takes too long", ["objection"]),
        ("two buyers object to the minimum term", ["objection"]),
        ("the object of their visit: our price list", []),
        ("Nina asks marketing for a one-pager on Halden", ["marketing"]),
    ],
)
def test_remarks(text: str, kinds: list[str]) -> None:
    assert [remark.kind for remark in read_remarks(note(text), CONTEXT)] == kinds

"""A promise over several notes: kept, moved, called off, or still to come."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta

import pytest

from assistant.ledger.barred import Barred
from assistant.ledger.commitments import settle_commitments
from assistant.models import Commitment
from assistant.reading.note import read_note
from assistant.reading.reader import open_reading_model
from tests.reading.team import CONTEXT, DAY, SELLER, note

LATER = DAY + timedelta(days=14)


def story(*texts: str) -> list[Commitment]:
    findings = []
    for number, text in enumerate(texts):
        section = note(text, day=DAY + timedelta(days=14 * number))
        findings.append(read_note(section.path, [section], CONTEXT))
    return settle_commitments(findings, SELLER, Date(2026, 11, 23), open_reading_model().weigh_pairs, Barred())


@pytest.mark.parametrize(
    ("given", "later"),
    [
        (
            "Nina will send me the account plan for Halden by Friday",
            "Halden account plan came on Thursday, twelve lines",
        ),
        ("I'll get her a seat on the negotiation course", "negotiation course is booked for her, 3 March"),
        ("JW: ask finance about her travel budget by 20/10", "finance came back on the travel budget, it's a yes"),
        ("She brings the reference letter next time", "reference letter: she had it with her, signed"),
    ],
)
def test_closed_by_a_later_line_in_other_words(given: str, later: str) -> None:
    [commitment] = story(given, later)
    assert commitment.status == "done"
    assert commitment.closed_by is not None
    assert commitment.closed_by.date == LATER


def test_called_off() -> None:
    [commitment] = story("I'll arrange the joint workshop with marketing", "workshop with marketing is cancelled")
    assert commitment.status == "dropped"


def test_another_deals_delivery_does_not_close_it() -> None:
    [commitment] = story("Nina sends me the Halden pricing sheet by Friday", "Orsted Dairy sent their order, 14 pages")
    assert commitment.status == "open"
    assert commitment.overdue


def test_moved_to_another_day() -> None:
    [commitment] = story("Nina sends me the Halden pricing sheet by Friday", "pricing sheet not ready, new date 30/11")
    assert (commitment.status, commitment.due, commitment.overdue) == ("open", Date(2026, 11, 30), False)
    assert commitment.slips == 1


def test_said_again_is_the_same_promise() -> None:
    first = "Nina sends me the Halden pricing sheet by Friday"
    [commitment] = story(first, "still no pricing sheet for Halden. She says Friday now")
    assert commitment.status == "open"
    assert len(commitment.evidence) > 1


def test_everything_done_closes_what_was_promised_before() -> None:
    found = story(
        "Nina: map of Halden to me by Friday\n\nI'll find the old offer for her", "all actions from last time are done"
    )
    assert {c.status for c in found} == {"done"}

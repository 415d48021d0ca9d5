"""A figure that a question can build on, and numbers that are none."""

from __future__ import annotations

import pytest

from assistant.brief.figures import figure_in


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("Kröner usage 14 of 40 seats", "14 of 40 seats"),
        ("Torvik: owner said the ovens cost him £2,300 a month in gas", "£2,300 a month"),
        ("the cost of downtime himself (40k a month)", "40k a month"),
        ("they lose 12% on every run", "12%"),
        ("rolled out to 12 sites last year", "12 sites"),
        ("spend 6 hours a week on the forms", "6 hours a week"),
        ("Mott: their plant manager counts 14 stops a week", "14 stops a week"),
    ],
)
def test_money_shares_and_counts_are_figures(line: str, figure: str) -> None:
    assert figure_in(line) == figure


@pytest.mark.parametrize(
    "line",
    [
        "Otto call took place on the 22nd, they have a slot from 18 Jan for Vexin",
        "they want it live in 2026",
        "we met in room 214",
        "due 2026-01-20",
        "She showed me the demo she runs: 48 minutes, 61 screens",
        "Quoted £45k for four plants",
        "First time she dropped 10% within forty seconds.",
        "70 dials a day",
        "version 3.2 went out",
    ],
)
def test_dates_rooms_and_our_own_numbers_are_none(line: str) -> None:
    assert figure_in(line) is None

"""Numbers in digits and words, fractions and lengths of time."""

from __future__ import annotations

import pytest

from assistant.language.numerals import days_told, numbers_of, parts_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("forty-five minutes", [45]),
        ("two hundred and ten units", [210]),
        ("eighty thousand", [80_000]),
        ("46.5k against 46,500", [46_500, 46_500]),
        ("£1.2m", [1_200_000]),
        ("samples sent 3x in 12 mo", [3, 12]),
        ("five and two", [5, 2]),
        ("the two first of the twenty-first", [2, 1, 21]),
        ("half a dozen", [0.5, 12]),
        ("nobody counted", []),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers_of(text)] == values


@pytest.mark.parametrize(
    ("text", "share"), [("a third of them", 1 / 3), ("three quarters", 0.75), ("that last tenth", 0.1)]
)
def test_fractions_are_no_ranks(text: str, share: float) -> None:
    assert [value for _, value in parts_of(text)] == [pytest.approx(share)]
    assert numbers_of(text) == []


@pytest.mark.parametrize(
    ("text", "days"), [("12 mo", 364.8), ("one year", 365), ("two full weeks", 14), ("three lots", None)]
)
def test_lengths_of_time_are_told_in_days(text: str, days: float | None) -> None:
    assert days_told(text, numbers_of(text)[0]) == (pytest.approx(days) if days else None)

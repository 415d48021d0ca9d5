"""The years that a running log leaves out, by the order of its entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta
from itertools import pairwise

from assistant.vault.days import Written, resolve

_SLACK = timedelta(days=45)
"""So far may an entry stand out of order before it is taken for another year's."""
_AHEAD = timedelta(days=7)
_CLEARLY = 0.5


def settle_years(days: Sequence[Written], near: Date) -> list[Date | None]:
    """Each entry's date.

    Missing years follow from the entries around, oldest or newest first; the newest is not after
    `near`.

    Numeric dates that could be read both ways are read the way that keeps the entries in order.
    """
    straight, cost = _settled(days, near)
    if sum(day.is_open for day in days) > 2:
        turned, other = _settled([day.swapped() for day in days], near)
        if other < cost * _CLEARLY:
            return turned
    return straight


def _settled(days: Sequence[Written], near: Date) -> tuple[list[Date | None], float]:
    rising = _walk(days, near)
    falling = _walk(days[::-1], near)
    falling.reverse()
    return min(((rising, _cost(rising, near)), (falling, _cost(falling, near))), key=lambda pair: pair[1])


def _walk(days: Sequence[Written], near: Date) -> list[Date | None]:
    """The dates of entries that are taken to rise."""
    dates: list[Date | None] = [day.on(day.year) if day.year is not None else None for day in days]
    anchor = next((i for i, date in enumerate(dates) if date), None)
    if anchor is None:
        anchor = len(days) - 1
        dates[anchor] = resolve(days[anchor], near)
    for i in range(anchor + 1, len(days)):
        before = next((date for date in reversed(dates[:i]) if date), None)
        if dates[i] is None and before is not None:
            dates[i] = _first_after(days[i], before - _SLACK)
    for i in range(anchor - 1, -1, -1):
        after = next((date for date in dates[i + 1 :] if date), None)
        if dates[i] is None and after is not None:
            dates[i] = _last_before(days[i], min(after + _SLACK, near + _AHEAD))
    return dates


def _first_after(day: Written, floor: Date) -> Date | None:
    made = (day.on(year) for year in (floor.year, floor.year + 1))
    return next((date for date in made if date and date >= floor), None)


def _last_before(day: Written, ceiling: Date) -> Date | None:
    made = (day.on(year) for year in (ceiling.year, ceiling.year - 1))
    return next((date for date in made if date and date <= ceiling), None)


def _cost(dates: Sequence[Date | None], near: Date) -> float:
    """How far the entries jump about and end before `near`, in days; days to come weigh most."""
    there = [date for date in dates if date]
    jumps = sum(abs((later - earlier).days) for earlier, later in pairwise(there))
    to_come = sum(max(0, (date - near).days - 7) for date in there)
    since = abs((near - max(there, default=near)).days)
    return jumps + since + 10.0 * to_come + 400.0 * (len(dates) - len(there))

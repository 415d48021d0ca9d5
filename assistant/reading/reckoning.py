"""The calendar behind words like `this week` and `in three weeks`: from the day of the note to the day that is meant."""

from __future__ import annotations

import calendar
from datetime import date as Date
from datetime import timedelta

_LATE = 90
"""A day without a year is the one nearest to so many days after the note: rather ahead of it than behind."""


def make(year: int, month: int, day: int) -> Date | None:
    """The date, or None where there is no such day."""
    try:
        return Date(year, month, day)
    except ValueError:
        return None


def nearest(on: Date, month: int, day: int, year: str | None = None) -> Date | None:
    """A day of a month; its year is as written (two digits or four) or the one that suits a note of that day."""
    if year:
        return make(int(year) + (2000 if len(year) == 2 else 0), month, day)
    options = [made for y in (on.year - 1, on.year, on.year + 1) if (made := make(y, month, day))]
    return min(options, key=lambda made: abs((made - on).days - _LATE), default=None)


def in_month(on: Date, day: int) -> Date | None:
    """`the 3rd`: the next day with that number, the note's own day included."""
    for months in range(3):
        year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
        made = make(year, month + 1, day)
        if made and made >= on:
            return made
    return None


def weekday_after(on: Date, weekday: int) -> Date:
    """The next such day after a day."""
    return on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)


def week_day(on: Date, weekday: int, weeks: int = 0) -> Date:
    """A weekday of the week of a day, or of one so many weeks later; a weekend belongs to the week that follows."""
    monday = on - timedelta(days=on.weekday()) + timedelta(days=7 * (weeks + (weeks == 0 and on.weekday() > 4)))
    return monday + timedelta(days=weekday)


def friday(on: Date, weeks: int = 0) -> Date:
    """The Friday that ends this week, or one so many weeks later."""
    return week_day(on, 4, weeks)


def later(on: Date, count: int, unit: str) -> Date:
    """So many units (`UNITS` of day_names) after a day; a month later is the same day of that month, or its last."""
    match unit:
        case "working day":
            day = on
            while count:
                day += timedelta(days=1)
                count -= day.weekday() < 5
            return day
        case "hour":
            return on + timedelta(days=count // 24)
        case "day":
            return on + timedelta(days=count)
        case "month":
            year, month = divmod(on.year * 12 + on.month - 1 + count, 12)
            return Date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))
        case _:
            return on + timedelta(days=count * (14 if unit == "fortnight" else 7))


def month_end(on: Date, months: int = 0) -> Date:
    """The last day of the month, or of one so many months later."""
    day = later(on.replace(day=1), months, "month")
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_of(on: Date, month: int) -> Date:
    """The first day of a month by its number: this year's, or the next year's where it has passed."""
    return Date(on.year + (month < on.month), month, 1)


def quarter_end(on: Date, quarter: int | None = None) -> Date:
    """The last day of the quarter, or of one by its number that has not passed."""
    number = quarter or (on.month - 1) // 3 + 1
    year = on.year + (number * 3 < on.month)
    return month_end(Date(year, number * 3, 1))


def nth_weekday(month: Date, weekday: int, nth: int) -> Date:
    """The first (1), second … or last (-1) such weekday of a month."""
    if nth < 0:
        last = month_end(month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = month.replace(day=1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def iso_week(on: Date, week: int) -> Date | None:
    """The Friday of a numbered week: this year's, or the next year's where it has long passed."""
    for year in (on.year, on.year + 1):
        try:
            day = Date.fromisocalendar(year, week, 5)
        except ValueError:
            return None
        if day >= on - timedelta(days=_LATE):
            return day
    return None

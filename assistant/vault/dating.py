"""The day of a note, by its front matter, its name, its folders and its first lines."""

from __future__ import annotations

import re
from datetime import date as Date
from datetime import datetime
from typing import Any

from assistant.vault.days import MONTHS, Written, find_day, resolve, written_days
from assistant.vault.folding import fold_word

_DATE_KEYS = (
    "date",
    "meeting-date",
    "meeting date",
    "day",
    "when",
    "datum",
    "created",
    "created_at",
    "creation date",
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_MONTH_FOLDER = re.compile(r"^(20\d\d)[-_ .]?(0[1-9]|1[0-2])(?!\d)")
_MONTH_ALONE = re.compile(r"^\W*(0?[1-9]|1[0-2])(?:[-_ .]+[a-z]+)?$")
_SHORT_STEM = re.compile(r"^(\d\d)[-_ .]?(\d\d)[-_ .]?(\d\d)(?!\d)")
_MONTH_DAY_STEM = re.compile(r"^(0?[1-9]|1[0-2])[-_ .](0?[1-9]|[12]\d|3[01])(?![\d])")
_DAY_STEM = re.compile(r"^(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?(?=$|[\s_-])")
_LABELLED = re.compile(
    r"^\W*(?:date|datum|when|day|meeting date|fecha|data)\W*[:=]\W*(.+)$", re.IGNORECASE | re.MULTILINE
)
_NOT_THEN = re.compile(
    r"(?:\b(?:by|due|until|till|til|before|after|since|from|to|bis|ab|seit|vor|nach|von|tot|voor|deadline|close[sd]?|start(?:s|ed|ing)?|joined|hired|born|birthday|since:|live|"
    r"latest|moved|planned|next|vs|through|thru|ends?|ending|renewal)\b|[-–—/>])[\s:(]*(?:the|on|in|am|den)?\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s*)?$"
)
"""What stands before a date that is not the day of the note."""
_NOTES_FROM = re.compile(
    r"\b(?:notes?|meeting|mtg|call|chat|1:1|1-1|catch[- ]?up|review|minutes|recap|debrief"
    r"|session)\s+(?:from|of|on|for)\s*$"
)
_HEAD_LINES = 4
_SHORT_LINE = 70


def path_day(path: str, near: Date | None, *, day_first: bool = True) -> Date | None:
    """The day that a file's name gives, completed by its folders: `2026-10/06 Tomasz.md`, `2026/10/06.md`."""
    *folders, name = path.split("/")
    stem = fold_word(name.rpartition(".")[0] or name)
    year, month = _folder_month(folders)
    if short := _SHORT_STEM.match(stem):
        day = _made(2000 + int(short[1]), int(short[2]), int(short[3]))
        if day and 2010 <= day.year <= 2040 and (near is None or day <= near):
            return day
    for written in written_days(stem, day_first=day_first):
        if written.year is None and year is not None:
            return written.on(year)
        if found := resolve(written, near):
            return found
    if year is None:
        return None
    if (both := _MONTH_DAY_STEM.match(stem)) and month in (None, int(both[1])):
        return _made(year, int(both[1]), int(both[2]))
    if month is not None and (alone := _DAY_STEM.match(stem)):
        return _made(year, month, int(alone[1]))
    return None


_STEM_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_ .]?(0[1-9]|1[0-2])(?![\d-])")


def month_told(path: str) -> int | None:
    """The month that a file is named after: `2026-11.md`, `Jerome 2026_11.md`, `november 2026.md`."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    numbers = _STEM_MONTH.search(stem)
    if numbers:
        return int(numbers[2])
    named = {MONTHS[word] for word in re.findall(r"[^\W\d_]+", fold_word(stem)) if word in MONTHS}
    return named.pop() if len(named) == 1 else None


def year_told(path: str, head: str) -> int | None:
    """The year that folders, file name or title give, for dates that lack it: `log 2026.md`, `# 2026`."""
    for text in [*reversed(path.rpartition(".")[0].split("/")), head]:
        years = {int(year) for year in _YEAR.findall(text)}
        if len(years) == 1:
            return years.pop()
    return None


def note_day(
    path: str, values: dict[str, Any], text: str, taken: int, near: Date | None, *, day_first: bool = True
) -> Date | None:
    """The day of the note: front matter, then name and folders, then what the first lines say."""
    for key in _DATE_KEYS:
        value = values.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, Date):
            return value
        if isinstance(value, str) and (day := find_day(value, near=near, day_first=day_first)):
            return day
    if day := path_day(path, near, day_first=day_first):
        return day
    year, month = _folder_month(path.split("/")[:-1])
    if year:
        near = min(near or Date.max, _made(year, month or 12, 28) or Date.max)
    lines = [line for line in text[:3000].split("\n")[taken:] if line.strip() and line[0] != "|"]
    labelled = _LABELLED.search("\n".join(lines[:12]))
    if labelled and (day := find_day(labelled[1], near=near, day_first=day_first)):
        return day
    for line in lines[:_HEAD_LINES]:
        if (written := day_of_line(line, day_first=day_first)) and (day := resolve(written, near)):
            return day
    return None


def day_of_line(line: str, *, day_first: bool = True) -> Written | None:
    """The date that a line carries as its own: at its beginning or end, or in a short line; no due date."""
    days = written_days(line, day_first=day_first)
    if not days:
        return None
    folded = fold_word(line).rstrip(" .:)*_")
    for day in days:
        before = folded[: day.start].rstrip()
        is_first = not re.search(
            r"[^\W\d_]{2}",
            re.sub(r"\b(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*\b", "", before),
        )
        if is_first and not before.endswith(("-", "–", ">")):
            return day
        if _NOT_THEN.search(f"{before} ") and not _NOTES_FROM.search(f"{before} "):
            continue
        if day.end >= len(folded) - 2 or len(folded) <= _SHORT_LINE:
            return day
    return None


def _folder_month(folders: list[str]) -> tuple[int | None, int | None]:
    year: int | None = None
    month: int | None = None
    for folder in folders:
        folded = fold_word(folder)
        if both := _MONTH_FOLDER.match(folded):
            year, month = int(both[1]), int(both[2])
        elif found := _YEAR.search(folded):
            year = int(found[1])
        if named := next((MONTHS[word] for word in re.findall(r"[a-z]{3,}", folded) if word in MONTHS), None):
            month = named
        elif year and (alone := _MONTH_ALONE.match(folded)):
            month = int(alone[1])
    return year, month


def _made(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None

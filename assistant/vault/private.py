"""Passages that a note marks as private: taken out before anybody else sees the note, its line numbers kept.

`%%private%%` on a line of its own, or before words, opens a passage; `%%/private%%`, or the same mark again, ends it. Without an end it goes on to
the next heading, or to what the tool wrote below. Behind words it marks the line it stands in. What stands in any other comment of Obsidian's (`%% … %%`) is private too.
"""

from __future__ import annotations

import re

from assistant.vault.found import BEGINS

_MARK = re.compile(r"%%\s*(/|end[ -]?)?\s*private\s*%%", re.IGNORECASE)
_COMMENT = re.compile(r"(?<!\d)%%.*?%%", re.DOTALL)
_OPEN_COMMENT = re.compile(r"(?<!\d)%%.*?(?=\n\s*\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s")


def without_private(text: str) -> str:
    """The text without its private passages; every line that is left keeps its number."""
    if "%%" not in text:
        return text
    lines: list[str] = []
    is_open = False
    for line in text.split("\n"):
        if is_open and (_HEADING.match(line) or line.startswith(BEGINS)):
            is_open = False
        kept, is_open = _of_line(line, is_open)
        lines.append(kept)
    plain = "\n".join(lines)
    for comment in (_COMMENT, _OPEN_COMMENT):
        plain = comment.sub(lambda match: "\n" * match[0].count("\n"), plain)
    return plain


def _of_line(line: str, is_open: bool) -> tuple[str, bool]:
    """What of a line may be read, and whether a private passage goes on behind it."""
    kept, place = "", 0
    for mark in _MARK.finditer(line):
        kept += "" if is_open else line[place : mark.start()]
        place = mark.end()
        if is_open or mark[1]:
            is_open = False
        elif kept.strip(" \t>-*+[]") and not line[place:].strip():
            return "", False  # a mark behind words means the words before it
        else:
            is_open = True
    return kept + ("" if is_open else line[place:]), is_open

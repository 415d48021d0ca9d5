"""Sections to passages: a few lines that are embedded and found together, never across sections."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from assistant.models import Passage, Section

TARGET_WORDS = 60
"""A passage is closed once it has so many words."""
MAX_WORDS = 120
"""A line longer than this is cut at sentence ends."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def split_passages(section: Section) -> list[Passage]:
    """The section's lines in runs of about sixty words; ids stay the same after an edit elsewhere in the file."""
    seen: Counter[str] = Counter()
    found: list[Passage] = []
    for first, last, text in _runs(section):
        key = hashlib.sha256(f"{section.path}\x00{text}".encode()).hexdigest()[:24]
        seen[key] += 1
        found.append(
            Passage(
                id=f"{key}-{seen[key]}",
                path=section.path,
                line_start=first,
                line_end=last,
                text=text,
                kind=section.kind,
                date=section.date,
                people=section.people,
            )
        )
    return found


def _runs(section: Section) -> Iterator[tuple[int, int, str]]:
    lines = section.text.split("\n")
    run: list[str] = []
    first = section.line_start
    words = 0
    for offset, line in enumerate(lines):
        number = section.line_start + offset
        count = len(line.split())
        if count > MAX_WORDS:
            if run:
                yield first, number - 1, "\n".join(run)
            for piece in _pieces(line):
                yield number, number, piece
            run, words = [], 0
            continue
        if not run and not line.strip():
            continue
        if not run:
            first = number
        run.append(line)
        words += count
        if words >= TARGET_WORDS:
            yield first, number, "\n".join(run).rstrip()
            run, words = [], 0
    if any(line.strip() for line in run):
        text = "\n".join(run).rstrip()
        yield first, first + text.count("\n"), text


def _pieces(line: str) -> Iterator[str]:
    """A long line cut at sentence ends, or at words where it has none."""
    piece: list[str] = []
    for sentence in _SENTENCE.split(line):
        words = sentence.split(" ")
        for start in range(0, len(words), MAX_WORDS):
            part = words[start : start + MAX_WORDS]
            if piece and len(piece) + len(part) > MAX_WORDS:
                yield " ".join(piece)
                piece = []
            piece += part
    if piece:
        yield " ".join(piece)

"""Sections to passages: a few lines that are embedded and found together, never across sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TARGET_WORDS = 60
"""A passage is closed once it has so many words."""
MAX_WORDS = 120
"""A line longer than this is cut at sentence ends."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


class Run(NamedTuple):
    """Lines of a file that make one passage; both ends count."""

    first: int
    last: int
    text: str


def split_passages(text: str, line_start: int) -> Iterator[Run]:
    """Lines in runs of about sixty words; each run starts at a line that is not blank.

    A line longer than two passages comes in pieces that all bear its number.
    """
    run: list[str] = []
    first, words = line_start, 0
    for number, line in enumerate(text.split("\n"), line_start):
        count = line.count(" ") + 1 if line else 0
        if count > MAX_WORDS:
            yield from _closed(first, run)
            for piece in _pieces(line):
                yield Run(number, number, piece)
            run, words = [], 0
            continue
        if not run:
            if not line.strip():
                continue
            first = number
        run.append(line)
        words += count
        if words >= TARGET_WORDS:
            yield from _closed(first, run)
            run, words = [], 0
    yield from _closed(first, run)


def _closed(first: int, run: list[str]) -> Iterator[Run]:
    while run and not run[-1].strip():
        run.pop()
    if run:
        yield Run(first, first + len(run) - 1, "\n".join(run).rstrip())


def _pieces(line: str) -> Iterator[str]:
    """A long line cut at sentence ends, or at words where it has none; every piece stands verbatim in the line."""
    start = end = 0
    words = 0
    for first, last in _spans(line):
        count = len(line[first:last].split())
        if words and words + count > MAX_WORDS:
            yield line[start:end]
            words = 0
        if not words:
            start = first
        end = last
        words += count
    if line[start:end].strip():
        yield line[start:end]


def _spans(line: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands; one that is itself too long in parts."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(line)), len(line)]:
        words = [(m.start(), m.end()) for m in re.finditer(r"\S+", line[start:end])]
        for at in range(0, len(words), MAX_WORDS):
            part = words[at : at + MAX_WORDS]
            yield start + part[0][0], start + part[-1][1]
        start = end

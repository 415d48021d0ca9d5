"""A section's lines as sentences and clauses, each knowing where in the file it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Evidence, Section

_BULLET = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX/-]\]\s+)?(?:->\s*|→\s*)?")
_STOP = re.compile(r"(?<=[.!?…])[\"”’')]?\s+(?=[\"“‘'(]?[^\W\d_a-z]|[\"“‘'(]?[a-z]{2,})|\s+(?:->|→|=>)\s+|;\s+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|nos|approx|incl|excl|vs|etc|e\.g|i\.e|ca|inc|ltd|co|dept|mtg|w/c|p|pp|tel|hrs|wk|wks|mth|yr|yrs)"
    r")\.$",
    re.IGNORECASE,
)
_ARROW = re.compile(r"->|→|=>")
_ARROW_NEEDS = 4
_INITIAL = re.compile(r"\b[A-Z]\.$")
_BOX = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–]\s+|\d{1,2}[.)]\s+)?\[([ xX/-])\]")


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or half of one: `text` is `line_text[start:end]`, `line` counts from 1 in the file."""

    text: str
    line: int
    start: int
    end: int
    line_text: str
    section: Section

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The clause, or the part of it between two offsets, as a verbatim citation."""
        quote = self.text[start:end].strip()
        return Evidence(
            path=self.section.path,
            line_start=self.line,
            line_end=self.line,
            quote=quote,
            date=self.section.date,
        )

    @property
    def box(self) -> str | None:
        """The mark in the line's check box: ` `, `x`, `/`, `-`; None where it has none."""
        found = _BOX.match(self.line_text)
        return found.group(1).lower() if found else None


def split_clauses(section: Section) -> list[Clause]:
    """Every sentence of the section in order, bullets and boxes stripped; quotes stay within one line."""
    clauses: list[Clause] = []
    for offset, line in enumerate(section.text.split("\n")):
        bullet = _BULLET.match(line)
        start = bullet.end() if bullet else 0
        for begin, end in _sentences(line, start):
            text = line[begin:end]
            if text.strip():
                lead = len(text) - len(text.lstrip())
                tail = len(text.rstrip())
                clauses.append(
                    Clause(text.strip(), section.line_start + offset, begin + lead, begin + tail, line, section)
                )
    return clauses


def _sentences(line: str, start: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _STOP.finditer(line, start):
        if _ARROW.search(stop.group()) and len(line[begin : stop.start()].split()) < _ARROW_NEEDS:
            continue  # `Pentlow -> says …`, `A: me → book …`: the arrow belongs to its label
        before = line[begin : stop.start()].rstrip("\"”’')")
        if _ABBREVIATION.search(before) or _INITIAL.search(before):
            continue
        spans.append((begin, stop.start() + (stop.group()[:1] in '"”')))
        begin = stop.end()
    spans.append((begin, len(line)))
    return spans

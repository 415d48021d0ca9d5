"""A section's lines as clauses, each knowing where in the file it stands.

A clause is a sentence, a table cell, or a piece of a run-on sentence that was dictated without stops; it never crosses a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.models import Evidence, Section
from assistant.reading.subject import folded

_BULLET = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–]\s+|\d{1,2}[.)]\s+)?(?:\[[ xX/-]\]\s+)?(?:->\s*|→\s*)?")
_STOP = re.compile(r"(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(*_:\[£$€]{0,3}[^\W_])|\s+(?:->|→|=>)\s+|;\s+|\s*\|+\s*|\s+//\s+")
_FULL_STOP = re.compile(r"(?<=[.!?…])[\"”’')]*\s+(?=[\"“‘'(*_:\[£$€]{0,3}[^\W_])|\s+//\s+")
_AND_WILL = re.compile(
    r",?\s+(?:and|but|so|then)\s+(?=(?:he|she|i)(?:['’]ll|\s+will|['’]m going|\s+is going|['’]s going)\b)",
    re.IGNORECASE,
)
"""Where a new promise begins inside a sentence."""
_THOUGHT = re.compile(
    r",?\s+(?:and|but|so|then|because|anyway|also)\s+(?:then\s+|also\s+|so\s+|that\s+)?(?=(?:he|she|i|they|we|his|her|there)\b)|[,;]\s+(?=(?:he|she|I|they|we)\b)|\s[-–—]+\s",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|once|as soon as|when|provided)\b", re.IGNORECASE)
_LONG_THOUGHT, _SHORT_THOUGHT = 17, 3
"""Statements of more words are cut; no part has fewer."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nos|approx|incl|excl|vs|etc|e\.g|i\.e|ca|inc|ltd|co|corp|dept|mtg|w/c|p|pp|tel|hrs|wk|wks|mth|yr|yrs|acc|resp|tel|ext|vol|ver|fig|bzw|z\.b|nr|fr|hr|mgr|dir)"
    r"|\b[A-Z]|\b\d{1,2})\.$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$", re.IGNORECASE)
_BOX = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–]\s+|\d{1,2}[.)]\s+)?\[([ xX/-])\]")
_LONG = 24
"""A sentence of more words than this, with few commas, is taken for dictated and cut where somebody begins to speak or act."""
_CUT = re.compile(
    r"(?<=\w) (?=(?:(?:and|but|so|then|now|oh|anyway|also|because|right)\s+){0,2}"
    r"(?:(?:he|she)(?:'s| is| was)? (?:also |still |now |just |basically )?(?:says?|said|tells?|told|reckons?|swears?|claims?|asked|asks|thinks?|wonder\w*|goes|mentioned|had|has|sent|got|put|rang|wants?|would|went|never|saying)\b"
    r"|i (?:met|said|asked|told|think|do|don't|haven't|hadn't|have|had|was|wasn't|sat|saw|seen|read|heard|went|want|wonder|meant|should|might|talked|am|'m)\b"
    r"|i'(?:m|ve|d|ll)\b|according to |we (?:counted|read|went|opened|looked|sat|met)\b|what i loved|one thing i))",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:what|which|who|whom|that|if|when|because|where|whether|as|than|once|while|after|before|until|how|why|and|like|thing|way|time|one|said|says|told|tells|"
    r"asked|know|sure|think|loved|liked|anyway|so|now|then|but|or|of|for|to|with|me|him|her|best|most|first|everything|all|whatever)$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[\s|:\-–—=_*]*$")


@dataclass(frozen=True)
class Clause:
    """One sentence or a piece of one: `text` is `line_text[start:end]`, `line` counts from 1 in the file."""

    text: str
    line: int
    start: int
    end: int
    line_text: str
    section: Section

    def evidence(self, start: int = 0, end: int | None = None) -> Evidence:
        """The clause, or the part of it between two offsets, as a verbatim citation."""
        return Evidence(
            path=self.section.path,
            line_start=self.line,
            line_end=self.line,
            quote=self.text[start:end].strip(),
            date=self.section.date,
        )

    @cached_property
    def plain(self) -> str:
        """The text folded for patterns."""
        return folded(self.text)

    @cached_property
    def box(self) -> str | None:
        """The mark in the line's check box: ` `, `x`, `/`, `-`; None where it has none."""
        found = _BOX.match(self.line_text)
        return found.group(1).lower() if found else None


_latest: tuple[Section, list[Clause]] | None = None
_latest_statements: tuple[Section, list[Clause]] | None = None


def split_clauses(section: Section) -> list[Clause]:
    """Every clause of the section in order, bullets and boxes stripped; the readers of one section share one list."""
    global _latest  # noqa: PLW0603
    latest = _latest  # another thread may put its own in place meanwhile
    if latest is None or latest[0] is not section:
        _latest = latest = (section, [clause for line in _lines(section) for clause in _of_line(*line, section)])
    return latest[1]


def split_statements(section: Section) -> list[Clause]:
    """Every sentence of the section in order, and every row of a table whole: who is to do what stands on both sides
    of an arrow or a rule. The readers of one section share one list."""
    global _latest_statements  # noqa: PLW0603
    latest = _latest_statements
    if latest is None or latest[0] is not section:
        parts = [
            part
            for line in _lines(section)
            for statement in _of_line(*line, section, _FULL_STOP)
            for short in _promises_apart(statement)
            for part in _thoughts_apart(short)
        ]
        _latest_statements = latest = (section, parts)
    return latest[1]


def _lines(section: Section) -> Iterator[tuple[str, int]]:
    for offset, line in enumerate(section.text.split("\n")):
        if not _RULE.match(line):
            yield line, section.line_start + offset


def _promises_apart(statement: Clause) -> Iterator[Clause]:
    """A statement cut where a second promise begins, as long as both parts say something."""
    begin = 0
    for cut in _AND_WILL.finditer(statement.text):
        if statement.text.count(" ", begin, cut.start()) > 1:
            yield _part(statement, begin, cut.start())
            begin = cut.end()
    yield _part(statement, begin, len(statement.text)) if begin else statement


def _thoughts_apart(statement: Clause) -> Iterator[Clause]:
    """A long statement cut where another subject begins; what hangs on a condition stays with it."""
    if statement.text.count(" ") < _LONG_THOUGHT or statement.line_text.count("|") > 1:
        yield statement
        return
    begin = 0
    for cut in _THOUGHT.finditer(statement.text):
        before, after = statement.text[begin : cut.start()], statement.text[cut.end() :]
        if (
            min(before.count(" "), after.count(" ")) < _SHORT_THOUGHT
            or _CONDITION.search(before)
            or _HELD.search(before)
        ):
            continue
        yield _part(statement, begin, cut.start())
        begin = cut.end()
    yield _part(statement, begin, len(statement.text)) if begin else statement


def _part(statement: Clause, begin: int, end: int) -> Clause:
    at = statement.start + begin
    return replace(statement, text=statement.text[begin:end], start=at, end=at + end - begin)


def _of_line(line: str, number: int, section: Section, stop: re.Pattern[str] = _STOP) -> Iterator[Clause]:
    bullet = _BULLET.match(line)
    for begin, end in _sentences(line, bullet.end() if bullet else 0, stop):
        text = line[begin:end]
        if len(text.strip()) > 1:
            lead = len(text) - len(text.lstrip())
            yield Clause(text.strip(), number, begin + lead, begin + len(text.rstrip()), line, section)


def _sentences(line: str, start: int, stops: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in stops.finditer(line, start):
        if stop.group().strip("\"”’')").strip() == "" and _ABBREVIATION.search(line[begin : stop.start()]):
            continue
        if line[stop.end() : stop.end() + 1].isdigit() and _MONTH.search(line[begin : stop.start()]):
            continue
        closing = len(stop.group()) - len(stop.group().lstrip("\"”’')"))
        yield from _pieces(line, begin, stop.start() + closing)
        begin = stop.end()
    yield from _pieces(line, begin, len(line))


def _pieces(line: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is, or a run-on one cut into what each person says or does."""
    text = line[begin:end]
    if text.count(" ") < _LONG or text.count(" ") < 14 * (text.count(",") + text.count(":")):
        yield begin, end
        return
    last = 0
    for cut in _CUT.finditer(text):
        before = text[last : cut.start()]
        rest = text[cut.end() :]
        if before.count(" ") < 3 or rest.count(" ") < 3 or _HELD.search(before) or text[: cut.start()].count('"') % 2:
            continue
        yield begin + last, begin + cut.start()
        last = cut.end()
    yield begin + last, end

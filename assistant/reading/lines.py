"""A line as the reading model sees it: names are replaced by what their bearers are, and what stands before it is told.

`DW'll send Marcus the map` becomes `manager will send seller the map`, whoever DW and Marcus are, so that what was learnt from one
note fits another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.models import PersonId, Section
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.masked import dotted_names, initials_of
from assistant.reading.place import Placed
from assistant.reading.subject import without_label

_WORD = re.compile(r"[^\W_]+")
_OF_MARK = {"<M>": "manager", "<P>": "seller"}
_BEFORE = 110
"""So many characters of the line before are told."""
_SPEAKS = {"person": "seller: ", "manager": "manager: ", "other": "customer: "}
_SHORT_LINE = 200
"""A line of fewer characters is read whole beside an earlier promise or claim."""
_SPACES = re.compile(r"\s+")


class SeenLine(NamedTuple):
    """What the model is given of one line of a note."""

    before: str
    """The kind of note, the heading, the end of the line before."""
    text: str
    spans: tuple[tuple[int, int], ...]
    """Where in `text` each statement of the line stands."""


def seen_lines(placed: Sequence[Placed], section: Section, context: ReadingContext) -> list[SeenLine]:
    """One for each line that holds a statement, in order; its spans are the line's statements in order."""
    own = own_person(section)
    found: list[SeenLine] = []
    last = ""
    for _, group in groupby(placed, key=lambda p: p.statement.line):
        statements = list(group)
        text, spans = _line(statements, own, context)
        heading = statements[0].heading
        before = f"{section.kind.value}{' | ' + heading if heading else ''} | {last[-_BEFORE:]}"
        found.append(SeenLine(before, text, spans))
        last = text
    return found


def _line(
    statements: Sequence[Placed], own: PersonId | None, context: ReadingContext
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text of a line and where its statements stand in it."""
    first = statements[0]
    parts = [_SPEAKS[first.voice]] if first.voice else []
    if first.statement.box is not None:
        parts.append("[x] " if first.statement.box == "x" else "[ ] ")
    at = sum(map(len, parts))
    spans: list[tuple[int, int]] = []
    end: int | None = None
    for placed in statements:
        statement = placed.statement
        gap = _gap(statement, end)
        own_text = without_label(statement.text) if placed.voice else statement.text
        words = stand_ins(own_text, own, context)
        parts += [gap, words]
        spans.append((at + len(gap), at + len(gap) + len(words)))
        at += len(gap) + len(words)
        end = statement.end
    return "".join(parts), tuple(spans)


def _gap(statement: Clause, end: int | None) -> str:
    """What stands between two statements of a line."""
    if end is None:
        return ""
    between = _SPACES.sub(" ", statement.line_text[end : statement.start])
    return between or " "


def stand_ins(text: str, own: PersonId | None, context: ReadingContext) -> str:
    """A text with `seller`, `manager` and `colleague` in place of their names."""
    spans = [(start, end, _OF_MARK[mark]) for start, end, mark in dotted_names(text, own, context)]
    seller = own
    for mention in context.roster.mentions(text, own):
        if seller is None:
            seller = mention.people[0]
        spans.append((mention.start, mention.end, "seller" if seller in mention.people else "colleague"))
    pieces: list[str] = []
    at = 0
    for start, end, word in sorted(spans):
        if start < at:
            continue
        pieces += [_unnamed(text[at:start], own, context), word]
        at = end
    pieces.append(_unnamed(text[at:], own, context))
    return _SPACES.sub(" ", "".join(pieces)).replace("’", "'")


def _unnamed(text: str, own: PersonId | None, context: ReadingContext) -> str:
    def replaced(match: re.Match[str]) -> str:
        word = match.group()
        if context.is_manager(word):
            return "manager"
        mark = initials_of(word, own, context)
        return _OF_MARK[mark] if mark else word

    return _WORD.sub(replaced, text)


def pair_text(placed: Placed, context: ReadingContext, verb: str) -> str:
    """One side of a pair: the statement with what stands around it in a short line, its deal, and who `promises` or `claims`."""
    statement = placed.statement
    section = statement.section
    own = own_person(section)
    text = statement.text
    if not verb and len(statement.line_text) < _SHORT_LINE:
        text = statement.line_text.strip(" -*•\t")
    deal = context.deal_at(statement.line_text, statement.start, statement.end, section)
    about = f"{deal}: " if deal and deal.split()[0] not in text else ""
    voice = _SPEAKS[placed.voice] if placed.voice else ""
    if placed.voice:
        text = without_label(text)
    return f"{verb + ': ' if verb else ''}{voice}{about}{stand_ins(text, own, context)}"

"""What the reading model learns from: lines with the kinds of their statements, pairs of lines with what one says of the other, and sentences.

Everything comes from benchmarks/data (docs/quality.md says who wrote what); set B is never read here.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from labelled import DATA, Example, all_examples, rows_of
from private_rows import sentences
from stories import Mark, Story, all_stories
from train_asking import examples, taught
from train_lint import LINES

from assistant.asking.ask import MOST_READ
from assistant.asking.near import read_together
from assistant.asking.sense import open_judge
from assistant.models import NoteKind, Section
from assistant.reading.context import ReadingContext
from assistant.reading.heads import CLAIM_PAIRS, LINE_KINDS, PROMISE_PAIRS
from assistant.reading.lines import SeenLine, pair_text, seen_lines
from assistant.reading.place import Placed, place_statements
from assistant.reading.words import content_words
from assistant.workspace import Workspace

_LETTERS = {
    "M": "manager", "P": "report", "C": "claim", "S": "shown", "B": "bright", "D": "closed", "X": "closed", "V": "moved", "L": "still", "K": "against",
}  # fmt: skip
_MOST_WRONG = 8
"""So many lines that do not answer a question are put beside it."""
_MOST_PAIRS = 4
"""So many lines that say nothing of a promise or claim are paired with it."""


class LineExample(NamedTuple):
    """A line, and for each of its statements what is known of each kind: (yes or no, weight)."""

    hand: str
    line: SeenLine
    placed: tuple[Placed, ...]
    told: tuple[dict[str, tuple[float, float]], ...]


class PairExample(NamedTuple):
    """Something promised or claimed, a later line, and what the line says of it."""

    hand: str
    task: str
    first: str
    second: str
    answer: int


def line_examples(hands: Path | None = None) -> list[LineExample]:
    """All labelled lines."""
    return [*_old_lines(), *story_line_examples(hands)]


def story_line_examples(hands: Path | None = None) -> list[LineExample]:
    """The labelled lines of stories alone."""
    return [example for story in _stories(hands) for example in _story_lines(story)]


def pair_examples(hands: Path | None = None) -> list[PairExample]:
    """All labelled pairs."""
    return [pair for story in _stories(hands) for pair in _story_pairs(story)]


def _stories(hands: Path | None) -> Iterator[_Opened]:
    for story in all_stories(hands or DATA / "stories"):
        if not story.team:
            continue  # captures that continue other stories
        with tempfile.TemporaryDirectory() as folder:
            story.write(Path(folder))
            work = Workspace(Path(folder), today=story.today)
            yield _Opened(story, work)
            work.close()


class _Opened:
    """A story with its statements and their marks."""

    def __init__(self, story: Story, work: Workspace) -> None:
        self.story = story
        self.context: ReadingContext = work.context
        self.sections: list[Section] = sorted(work.catalog.all_sections(), key=lambda s: (s.path, s.line_start))
        marks: dict[tuple[str, int], list[Mark]] = defaultdict(list)
        for path, note in zip(story.paths(), story.notes, strict=True):
            for mark in note.marks:
                marks[path, mark.line].append(mark)
        self.marks = marks

    def placed(self) -> Iterator[tuple[Section, list[Placed]]]:
        for section in self.sections:
            if section.kind is not NoteKind.DOCUMENT:
                yield section, list(place_statements(section, self.context))

    def of(self, placed: Placed) -> list[tuple[Mark, float]]:
        """The marks that a statement carries, each with how much of the smaller of the two is shared."""
        statement = placed.statement
        found = []
        for mark in self.marks.get((statement.section.path, statement.line), ()):
            shared = min(mark.end, statement.end) - max(mark.start, statement.start)
            if shared > 0:
                found.append((mark, shared / max(1, min(mark.end - mark.start, statement.end - statement.start))))
        return found


def _story_lines(opened: _Opened) -> Iterator[LineExample]:
    for section, placed in opened.placed():
        told = []
        for one in placed:
            known = {kind: (0.0, 1.0) for kind in LINE_KINDS if kind != "sensitive"}
            for mark, share in opened.of(one):
                if mark.label == "O":
                    for kind in _doubted(mark):
                        known[kind] = (0.0, 0.0)
                    continue
                kind = _LETTERS[mark.label]
                known[kind] = (1.0, 1.0) if share >= 0.5 else (0.0, 0.0)
                if mark.label == "L":  # a line that says again what was promised may read as a promise
                    known["manager"] = known["report"] = (0.0, 0.0)
            told.append(known)
        yield from _by_line(opened.story.name, section, placed, told, opened.context)


def _doubted(mark: Mark) -> Sequence[str]:
    named = [_LETTERS[letter] for letter in mark.ids if letter in _LETTERS]
    return named or [kind for kind in LINE_KINDS if kind != "sensitive"]


def _old_lines() -> Iterator[LineExample]:
    groups: dict[int, list[Example]] = defaultdict(list)
    for example in all_examples():
        groups[id(example.placed.statement.section)].append(example)
    for group in groups.values():
        section, context = group[0].placed.statement.section, group[0].context
        by_place = {(e.placed.statement.line, e.placed.statement.start): e for e in group}
        placed = list(place_statements(section, context))
        told: list[dict[str, tuple[float, float]]] = []
        for one in placed:
            example = by_place.get((one.statement.line, one.statement.start))
            told.append(_known(example) if example else {})
        yield from _by_line(group[0].hand, section, placed, told, context)


def _known(example: Example) -> dict[str, tuple[float, float]]:
    silent = ("sensitive", "against")
    return {
        kind: (float(kind in example.kinds), example.weights.get(kind, 1.0))
        for kind in LINE_KINDS
        if kind not in silent
    }


def _by_line(
    hand: str,
    section: Section,
    placed: Sequence[Placed],
    told: Sequence[dict[str, tuple[float, float]]],
    context: ReadingContext,
) -> Iterator[LineExample]:
    known = iter(zip(placed, told, strict=True))
    for line in seen_lines(placed, section, context):
        here = [next(known) for _ in line.spans]
        if any(answers for _, answers in here):
            yield LineExample(hand, line, tuple(one for one, _ in here), tuple(answers for _, answers in here))


def _story_pairs(opened: _Opened) -> Iterator[PairExample]:
    dice = random.Random(opened.story.name)
    told: list[tuple[Section, Placed, list[Mark]]] = []
    for section, placed in opened.placed():
        told += [(section, one, [m for m, share in opened.of(one) if share >= 0.5]) for one in placed]
    told.sort(key=lambda t: (t[0].date, t[1].statement.section.path, t[1].statement.line))
    for here, (section, placed, marks) in enumerate(told):
        for mark in marks:
            if mark.label not in "MPC" or not mark.ids or not section.people:
                continue
            is_claim = mark.label == "C"
            answers = CLAIM_PAIRS if is_claim else PROMISE_PAIRS
            said = (
                {"S": "shown", "K": "against", "C": "again"}
                if is_claim
                else {"D": "closed", "X": "closed", "V": "moved", "L": "still"}
            )
            first = pair_text(placed, opened.context, "claims" if is_claim else "promises")
            found, none = [], []
            for other_section, other, other_marks in told[here + 1 :]:
                if not set(other_section.people) & set(section.people):
                    continue
                about = next((m for m in other_marks if set(m.ids) & set(mark.ids) and m.label in said), None)
                if about is not None:
                    found.append((other, answers.index(said[about.label])))
                elif not any("all" in m.ids or set(m.ids) & set(mark.ids) for m in other_marks):
                    words = content_words(placed.statement.text) & content_words(other.statement.text)
                    is_alike = bool(other_marks and any(m.label in said for m in other_marks))
                    none.append((2 * len(words) + 1.5 * is_alike + dice.random(), other))
            none.sort(key=lambda pair: -pair[0])
            for other, answer in [*found, *((other, 0) for _, other in none[:_MOST_PAIRS])]:
                second = pair_text(other, opened.context, "")
                yield PairExample(opened.story.name, "claim" if is_claim else "promise", first, second, answer)


def lint_rows() -> Iterator[dict[str, Any]]:
    """Sentences said to somebody, with what they do to him."""
    for hand, name in LINES.items():
        for row in rows_of(DATA / name):
            answer = {"critique": 1, row["kind"]: 1} if row["label"] == "critique" else {"critique": 0}
            yield {"task": "lint", "hand": hand, "before": "say", "text": row["text"], "answer": answer}


def private_rows() -> Iterator[dict[str, Any]]:
    """Sentences with whether they tell of a private matter."""
    for hand, text, is_private in sentences():
        yield {"task": "private", "hand": hand, "before": "note", "text": text, "answer": int(is_private)}


def ask_rows() -> Iterator[dict[str, Any]]:
    """A question with a line that answers it or that does not: those somebody in haste would take, and those that the product thinks of first."""
    judge = open_judge()
    for example in examples(taught(held=False)):
        order = sorted(range(len(example.lines)), key=lambda n: -judge.first_score(example.seen[n]))
        wrong = [n for n in (*sorted(example.near), *order[:MOST_READ]) if not example.right[n]]
        right = [n for n in range(len(example.lines)) if example.right[n]]
        for n in dict.fromkeys((*right, *wrong[:_MOST_WRONG])):
            first, second = read_together(example.asking, example.lines[n])
            hand = example.vault.removeprefix("stories/").replace("/", " ")
            yield {"task": "ask", "hand": hand, "first": first, "second": second, "answer": int(example.right[n])}


def dump(path: Path, hands: Path | None = None) -> None:
    """Write everything as JSON lines, so that training needs nothing of the product."""
    with path.open("w", encoding="utf-8") as file:

        def put(row: dict[str, Any]) -> None:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")

        for example in line_examples(hands):
            line = example.line
            put(
                {"task": "line", "hand": example.hand, "before": line.before, "text": line.text}
                | {"spans": line.spans, "told": example.told}
            )
        for pair in pair_examples(hands):
            put(pair._asdict())
        for row in (*lint_rows(), *private_rows(), *ask_rows()):
            put(row)


if __name__ == "__main__":
    import sys

    dump(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

"""By when: of every promise marked in the stories, and every day to which one was moved, whether its due day is read right.

python benchmarks/due.py [FOLDER …]      (benchmarks/data/apart and benchmarks/data/stories where none is named; `--errors` prints what is wrong in
the stories, never in `apart`)

What is given to the reader is the statement that carries the mark, its line and its note, as when notes are read. *Missed*: a day is due, none
was read. *Wrong*: another day was read, or one where none is due; that is what makes a promise overdue that is not.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stories import Mark, Story, all_stories

from assistant.check import wilson
from assistant.models import NoteKind
from assistant.reading.due import due_of
from assistant.reading.place import Placed, place_statements
from assistant.workspace import Workspace

DATA = Path(__file__).resolve().parent / "data"
APART = "apart"
"""The managers on whom nobody tuned: their lines are never shown."""


class Answer(NamedTuple):
    """What became of one mark."""

    what: str
    """`right`, `missed` or `wrong`."""
    said: str
    """For the list of errors."""


def main(arguments: list[str]) -> None:
    """A row a hand."""
    folders = [Path(one) for one in arguments if not one.startswith("-")] or [DATA / APART, DATA / "stories"]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for story in (story for folder in folders for story in all_stories(folder) if story.team):
        hand = story.name.split()[0]
        for answer in answers(story):
            counts[hand][answer.what] += 1
            if "--errors" in arguments and hand != APART and answer.what != "right":
                print(f"{answer.what}: {story.name}: {answer.said}")
    print("| hand | right | of | share | 95 % | missed | wrong |\n| --- | --- | --- | --- | --- | --- | --- |")
    for hand, count in counts.items():
        right, total = count["right"], count.total()
        low, high = wilson(right, total)
        print(
            f"| {hand} | {right} | {total} | {right / total:.1%} | {low:.0%} to {high:.0%} | {count['missed'] / total:.1%} | {count['wrong'] / total:.1%} |"
        )


def answers(story: Story) -> Iterator[Answer]:
    """One for each mark of a promise, or of a day to which it was moved."""
    with tempfile.TemporaryDirectory() as folder:
        story.write(Path(folder))
        workspace = Workspace(Path(folder), today=story.today)
        placed: dict[tuple[str, int], list[Placed]] = defaultdict(list)
        for section in workspace.catalog.all_sections():
            if section.kind is not NoteKind.DOCUMENT:
                for one in place_statements(section, workspace.context):
                    placed[section.path, one.statement.line].append(one)
        for path, note in zip(story.paths(), story.notes, strict=True):
            for mark in note.marks:
                here = [one for one in placed[path, mark.line] if _shared(mark, one) > 0]
                if mark.label in "MPV" and here:
                    statement = max(here, key=lambda one: _shared(mark, one)).statement
                    read = due_of(statement.text, statement.line_text, statement.section, workspace.context)
                    what = "right" if read == mark.due else "missed" if read is None else "wrong"
                    yield Answer(what, f"{note.date:%a %Y-%m-%d} due {mark.due}, read {read}: {mark.quote}")
        workspace.close()


def _shared(mark: Mark, placed: Placed) -> int:
    return min(mark.end, placed.statement.end) - max(mark.start, placed.statement.start)


if __name__ == "__main__":
    main(sys.argv[1:])

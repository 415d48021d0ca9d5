"""How well the models tell lines and pairs apart, alone and together, on notes of hands that they never learnt from.

python benchmarks/line_quality.py [FOLDER]      (benchmarks/data/apart where none is named)
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from labelled import DATA
from reader_data import LineExample, PairExample, pair_examples, story_line_examples

from assistant.reading.heads import CLAIM_PAIRS, PROMISE_PAIRS, SENSED_KINDS
from assistant.reading.reader import open_reading_model
from assistant.reading.sense import open_sense
from assistant.reading.weighing import together

AT = 0.4
"""The threshold at which the models are compared; each reader has its own."""
Chances = Mapping[str, float]


def main() -> None:
    print_lines(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "apart")


def print_lines(folder: Path) -> None:
    """Two Markdown tables: kinds of statements, and what later lines say of earlier ones."""
    examples, pairs = story_line_examples(folder), pair_examples(folder)
    print(
        f"### lines of {folder.name}, at {AT}\n\n| kind | lines | model | P | R | F1 |\n| --- | --- | --- | --- | --- | --- |"
    )
    rows: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for told, chances in _told(examples):
        for model, said in chances.items():
            for kind in SENSED_KINDS:
                yes, counts = told.get(kind, (0.0, 0.0))
                if counts == 1.0:
                    rows[kind, model].append((said[kind], yes > 0))
    for (kind, model), row in rows.items():
        _print(kind, model, row, AT)
    print("\n### pairs\n\n| says of the earlier line | pairs | | P | R | F1 |\n| --- | --- | --- | --- | --- | --- |")
    for task, names in (("promise", PROMISE_PAIRS), ("claim", CLAIM_PAIRS)):
        mine = [pair for pair in pairs if pair.task == task]
        said_of = _judged(task, mine)
        for number, name in enumerate(names[1:], 1):
            row = [(said[name], pair.answer == number) for said, pair in zip(said_of, mine, strict=True)]
            _print(f"{task} {name}", "", row, 0.5)
    print()


def _told(examples: Iterable[LineExample]) -> Iterable[tuple[Mapping[str, tuple[float, float]], Mapping[str, Chances]]]:
    lines = list(examples)
    sense = open_sense()
    for example, read in zip(lines, open_reading_model().weigh_lines([e.line for e in lines]), strict=True):
        for placed, told, chances in zip(example.placed, example.told, read, strict=True):
            leans = sense.lean(placed.tokens, placed.signs)
            linear = {kind: 1 / (1 + math.exp(-lean)) for kind, lean in leans.items()}
            yield told, {"linear": linear, "transformer": chances, "together": together(chances, leans)}


def _judged(task: str, pairs: Iterable[PairExample]) -> list[dict[str, float]]:
    return open_reading_model().weigh_pairs(
        "claim" if task == "claim" else "promise", [(p.first, p.second) for p in pairs]
    )


def _print(what: str, model: str, row: list[tuple[float, bool]], at: float) -> None:
    hit = sum(score > at and yes for score, yes in row)
    precise = hit / max(1, sum(score > at for score, _ in row))
    recall = hit / max(1, sum(yes for _, yes in row))
    f1 = 2 * precise * recall / max(1e-9, precise + recall)
    print(
        f"| {what} | {sum(yes for _, yes in row)} of {len(row)} | {model} | {precise:.2f} | {recall:.2f} | {f1:.2f} |"
    )


if __name__ == "__main__":
    main()

"""Learns which words lean to critique and writes `assistant/lint/words.txt`: python benchmarks/train_lint.py [--without HAND …]

It learns from the labelled lines in LINES; set-b and the frozen test file are none of them. `--without` judges the hands it names by words that
were learnt without them, alone and beside the phrases, and writes nothing. Needs scikit-learn (`pip install -e '.[bench]'`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from math import sqrt
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from assistant.lint.lint import PHRASES, critique_signs
from assistant.lint.reading import read
from assistant.lint.shape import plain
from assistant.lint.words import leaning, runs_of

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "assistant" / "lint" / "words.txt"
LINES = {
    "own": "lint-own.jsonl",
    "wide": "lint-wide.jsonl",
    "hands": "hands/lint-train.jsonl",
    "more": "hands/lint-more.jsonl",
    "set-a": "set-a/lint.jsonl",
    "roofing": "roofing/lint.jsonl",
}
LEAST_SEEN = 2
"""A run counts that stands in so many lines."""
STRENGTH = 25.0
"""How freely the words may follow the lines (the inverse of the penalty)."""


def main() -> None:
    """Learn and save, or judge."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--without", nargs="*", default=[], choices=LINES)
    without = arguments.parse_args().without
    told = [
        (hand, row["text"], row["label"] == "critique")
        for hand, name in LINES.items()
        for row in map(json.loads, (ROOT / "benchmarks" / "data" / name).read_text(encoding="utf-8").splitlines())
    ]
    for hand in without:
        weights = learn([(text, bad) for whose, text, bad in told if whose != hand])
        judge(hand, [(text, bad) for whose, text, bad in told if whose == hand], weights)
    if without:
        return
    weights = learn([(text, bad) for _, text, bad in told])
    OUT.write_text("".join(f"{weight:.2f}\t{run}\n" for run, weight in sorted(weights.items())), encoding="utf-8")
    print(f"{len(told)} lines, {len(weights)} runs, {OUT.stat().st_size} bytes")


def learn(lines: list[tuple[str, bool]]) -> dict[str, float]:
    """The weight of each run, and `bias`."""
    held = [set(runs_of(plain(text))) for text, _ in lines]
    seen = Counter(run for runs in held for run in runs)
    runs = sorted(run for run, times in seen.items() if times >= LEAST_SEEN)
    place = {run: n for n, run in enumerate(runs)}
    rows = [[place[run] for run in mine if run in place] for mine in held]
    values = [1 / sqrt(len(row)) for row in rows for _ in row]
    starts = np.cumsum([0, *map(len, rows)])
    features = csr_matrix((values, [n for row in rows for n in row], starts), shape=(len(rows), len(runs)))
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(features, [bad for _, bad in lines])
    weights = dict(zip(runs, model.coef_[0].round(2).tolist(), strict=True))
    return {"bias": float(model.intercept_[0])} | {run: weight for run, weight in weights.items() if weight}


def judge(hand: str, lines: list[tuple[str, bool]], weights: dict[str, float]) -> None:
    """Print F1 of the phrases, of the words, and of both."""
    truth = np.array([bad for _, bad in lines])
    phrases = np.array([PHRASES if critique_signs(read(text)) else -PHRASES for text, _ in lines])
    words = np.array([leaning(plain(text), weights) for text, _ in lines])
    for name, worth in (("phrases", phrases), ("words", words), ("both", phrases + words)):
        found = worth > 0
        right = int((found & truth).sum())
        print(
            f"{hand}, {name}: {right} of {truth.sum()} critiques, {int((found & ~truth).sum())} of {(~truth).sum()} "
            f"coaching lines flagged, F1 {2 * right / (found.sum() + truth.sum()):.3f}"
        )


if __name__ == "__main__":
    main()

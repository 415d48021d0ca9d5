"""Fits the private head of the reading model anew on the trained encoder: python benchmarks/train_private.py

The labelled sentences are one half private, which no notes are: beside them stand the marked lines of the stories, promises, claims and proof, of which
none tells a private matter. Prints how many of such lines of stories not learnt from (`HELD`) it would withhold. Needs scikit-learn
(`pip install -e '.[bench]'`) and two minutes; run it after train_reader.py.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from labelled import DATA
from private_rows import sentences
from sklearn.linear_model import LogisticRegression
from stories import HELD, all_stories

from assistant.reading.reader import open_reading_model

HEADS = Path(__file__).resolve().parent.parent / "assistant" / "reading" / "weights" / "reader-heads.npz"
STRENGTH = 0.02
"""How freely weights may grow (`C` of the logistic regression)."""
MOST = 6000
"""So many marked lines."""


def marked(*, held: bool) -> Iterator[str]:
    """The lines of the stories that hold a mark."""
    for story in all_stories(DATA / "stories"):
        if (story.name in HELD) is held:
            for note in story.notes:
                for number in sorted({mark.line for mark in note.marks}):
                    line = note.lines[number - 1].strip(" \t-*#>|")
                    if 15 < len(line) < 160:
                        yield line


def main() -> None:
    told = list(sentences())
    others = list(marked(held=False))
    random.Random(1).shuffle(others)
    texts = [one.text for one in told] + others[:MOST]
    truth = np.array([one.is_private for one in told] + [False] * len(others[:MOST]))
    fit = LogisticRegression(C=STRENGTH, max_iter=2000).fit(states(texts), truth)
    with np.load(HEADS) as kept:
        heads = {name: kept[name] for name in kept.files}
    heads["private.weight"] = fit.coef_.astype(np.float32)
    heads["private.bias"] = fit.intercept_.astype(np.float32)
    np.savez(HEADS, **heads)
    lines = list(marked(held=True))
    chances = fit.predict_proba(states(lines))[:, 1]
    for at in (0.1, 0.3, 0.5, 0.7):
        print(f"from {at} on: {(chances > at).sum()} of {len(lines)} work lines withheld")


def states(texts: Sequence[str]) -> np.ndarray:
    """What the encoder makes of each sentence, as the head sees it, shape (texts, 768)."""
    return np.stack(open_reading_model().states(texts))


if __name__ == "__main__":
    main()

"""Fits the private head of the reading model anew on the trained encoder: python benchmarks/train_private.py

The labelled sentences are one half private, which no notes are: beside them stand lines of the stories. Of the marked ones, promises, claims and proof,
none tells a private matter, of the unmarked ones hardly any. Prints how many of such lines of stories not learnt from (`HELD`) it would withhold. Needs scikit-learn
(`pip install -e '.[bench]'`) and two minutes; run it after train_reader.py.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from labelled import DATA
from private_rows import sentences
from sklearn.linear_model import LogisticRegression
from stories import HELD, all_stories

from assistant.reading.reader import open_reading_model
from assistant.reading.sensitive import sensitive_spans

HEADS = Path(__file__).resolve().parent.parent / "assistant" / "reading" / "weights" / "reader-heads.npz"
STRENGTH = 0.02
"""How freely weights may grow (`C` of the logistic regression)."""
MOST_MARKED, MOST_UNMARKED = 6000, 3000
"""So many lines of the stories."""


def lines_of_stories(*, held: bool, marked: bool) -> list[str]:
    """The lines of the stories that hold a mark, or those that hold none and no word that a rule knows as private, in random order."""
    found = []
    for story in all_stories(DATA / "stories"):
        if (story.name in HELD) is held:
            for note in story.notes:
                with_marks = {mark.line for mark in note.marks}
                for number, text in enumerate(note.lines, 1):
                    line = text.strip(" \t-*#>|")
                    if (
                        (number in with_marks) is marked
                        and 15 < len(line) < 160
                        and (marked or not sensitive_spans(line))
                    ):
                        found.append(line)
    random.Random(1).shuffle(found)
    return found


def main() -> None:
    told = list(sentences())
    others = [
        *lines_of_stories(held=False, marked=True)[:MOST_MARKED],
        *lines_of_stories(held=False, marked=False)[:MOST_UNMARKED],
    ]
    texts = [one.text for one in told] + others
    truth = np.array([one.is_private for one in told] + [False] * len(others))
    fit = LogisticRegression(C=STRENGTH, max_iter=2000).fit(states(texts), truth)
    with np.load(HEADS) as kept:
        heads = {name: kept[name] for name in kept.files}
    heads["private.weight"] = fit.coef_.astype(np.float32)
    heads["private.bias"] = fit.intercept_.astype(np.float32)
    np.savez(HEADS, **heads)
    lines = lines_of_stories(held=True, marked=True)
    chances = fit.predict_proba(states(lines))[:, 1]
    for at in (0.1, 0.3, 0.5, 0.7):
        print(f"from {at} on: {(chances > at).sum()} of {len(lines)} work lines withheld")


def states(texts: Sequence[str]) -> np.ndarray:
    """What the encoder makes of each sentence, as the head sees it, shape (texts, 768)."""
    return np.stack(open_reading_model().states(texts))


if __name__ == "__main__":
    main()

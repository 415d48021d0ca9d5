"""Trains the linear model over masked tokens on all labelled lines; writes assistant/reading/weights/lines.json.

python benchmarks/train_sense.py [--hold HAND …]

The hands that `--hold` names, `HELD` if none, are not learnt from. Needs scikit-learn (`pip install -e '.[bench]'`); takes a minute.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader_data import line_examples
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from stories import HELD

from assistant.reading.heads import SENSED_KINDS
from assistant.reading.place import Placed
from assistant.reading.sense import features
from assistant.reading.sense import values as counts_of

WEIGHTS = Path(__file__).resolve().parent.parent / "assistant" / "reading" / "weights" / "lines.json"
STRENGTH = 30.0
"""How freely weights may grow (`C` of the logistic regression)."""
SMALL = 0.25
"""Weights below this are left out of the package."""


class Known(NamedTuple):
    """A statement and what is known of it: for each kind yes or no, and how much that counts."""

    placed: Placed
    told: dict[str, tuple[float, float]]


def main() -> None:
    """Train on everything but the held hands, and keep what tells."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--hold", nargs="*", default=[*HELD])
    arguments.add_argument("--stories", type=Path, default=None)
    given = arguments.parse_args()
    known = [
        Known(placed, told)
        for example in line_examples(given.stories)
        if not example.hand.startswith(tuple(given.hold))
        for placed, told in zip(example.placed, example.told, strict=True)
        if told
    ]
    names = vocabulary(known)
    models = [fit(known, names, kind) for kind in SENSED_KINDS]
    kept = {}
    for feature, column in names.items():
        row = [float(model.coef_[0][column]) for model in models]
        if max(map(abs, row)) > SMALL:
            kept[feature] = [round(value, 2) for value in row]
    start = [round(float(model.intercept_[0]), 3) for model in models]
    told = {"kinds": SENSED_KINDS, "start": start, "weights": dict(sorted(kept.items()))}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("0.0,", "0,").replace("0.0]", "0]")
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(f"{len(kept)} features of {len(names)}, {len(known)} statements, {len(text) / 1e6:.1f} MB")


def fit(known: Sequence[Known], names: dict[str, int], kind: str) -> LogisticRegression:
    """One kind against all else."""
    sure = [one for one in known if one.told.get(kind, (0.0, 0.0))[1] > 0]
    return LogisticRegression(C=STRENGTH, max_iter=500).fit(
        matrix([one.placed for one in sure], names),
        [one.told[kind][0] > 0 for one in sure],
        sample_weight=[one.told[kind][1] for one in sure],
    )


def vocabulary(known: Sequence[Known]) -> dict[str, int]:
    """Features that stand in three lines or more."""
    seen = Counter(feature for one in known for feature in features(one.placed.tokens, one.placed.signs))
    return {feature: n for n, feature in enumerate(sorted(f for f, count in seen.items() if count > 2))}


def matrix(placed: Sequence[Placed], names: dict[str, int]) -> sparse.csr_matrix:
    """One row a statement, scaled as the product does it."""
    values, columns, ends = [], [], [0]
    for one in placed:
        seen = features(one.tokens, one.signs)
        row = [(names[feature], value) for feature, value in counts_of(seen) if feature in names]
        columns += [column for column, _ in row]
        values += [value for _, value in row]
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(placed), len(names)))


if __name__ == "__main__":
    main()

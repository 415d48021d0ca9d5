"""Trains the small models that tell promises, claims and proofs apart; writes assistant/reading/weights.

python benchmarks/train_reading.py [--judge]

With `--judge` nothing is written: each hand's lines are judged by a model that never saw that hand, and precision, recall and F1
are printed. Needs scikit-learn (`pip install -e '.[bench]'`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from labelled import Example, all_examples
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from assistant.reading.sense import features
from assistant.reading.sense import values as counts_of

WEIGHTS = Path(__file__).resolve().parent.parent / "assistant" / "reading" / "weights"
MODELS = {
    "promises": ("manager", "report"),
    "claims": ("claim",),
    "outcomes": ("closed",),
    "shown": ("shown",),
    "bright": ("bright",),
}
STRENGTH = 30.0
"""How freely weights may grow (`C` of the logistic regression)."""
_SMALL = 0.1
"""Weights below this are left out of the package."""


def main() -> None:
    """Train on everything, or judge hand by hand."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--judge", action="store_true")
    arguments.add_argument("--errors", action="store_true")
    given = arguments.parse_args()
    examples = all_examples()
    for name, kinds in MODELS.items():
        if given.judge:
            judge(examples, kinds, errors=given.errors)
        else:
            write(name, examples, kinds)


def judge(examples: list[Example], kinds: tuple[str, ...], *, errors: bool) -> None:
    """Every hand by a model that did not see it."""
    hands = sorted({example.hand for example in examples})
    folds = {hand: hand if hand in ("set-a", "roofing") else f"fold {number % 4}" for number, hand in enumerate(hands)}
    chances = np.zeros((len(examples), len(kinds)))
    for fold in sorted(set(folds.values())):
        learn = [e for e in examples if folds[e.hand] != fold]
        names = vocabulary(learn)
        here = [n for n, e in enumerate(examples) if folds[e.hand] == fold]
        for k, kind in enumerate(kinds):
            model = fit(learn, names, kind)
            chances[here, k] = model.predict_proba(matrix([examples[n] for n in here], names))[:, 1]
    groups = {
        hand: hand.split()[0] if hand.startswith(("promises", "claims")) else hand if hand in folds.values() else "own"
        for hand in hands
    }
    print("| kind | hands | lines | threshold | P | R | F1 |\n| --- | --- | --- | --- | --- | --- | --- |")
    for k, kind in enumerate(kinds):
        for group in (*sorted(set(groups.values())), "all"):
            rows = [
                n
                for n, e in enumerate(examples)
                if group in ("all", groups[e.hand]) and (kind in e.kinds or e.weights.get(kind, 1) == 1)
            ]
            truth = np.array([kind in examples[n].kinds for n in rows])
            if not truth.any():
                continue
            score = chances[rows, k]
            for at in (0.3, 0.4, 0.5) if group == "all" else (0.35,):
                hit = (score > at) & truth
                p, r = hit.sum() / max(1, (score > at).sum()), hit.sum() / truth.sum()
                print(
                    f"| {kind} | {group} | {truth.sum()} of {len(rows)} | {at:.2f} | {p:.2f} | {r:.2f} | {2 * p * r / max(p + r, 1e-9):.2f} |"
                )
    if errors:
        for n, example in enumerate(examples):
            for k, kind in enumerate(kinds):
                if example.weights.get(kind, 1) == 1 or kind in example.kinds:
                    is_so, is_told = kind in example.kinds, chances[n, k] > 0.35
                    if is_so != is_told:
                        what = "missed" if is_so else "false"
                        print(
                            f"{what} {kind} {chances[n, k]:.2f} {example.hand} | {example.placed.statement.text[:110]} | {' '.join(example.placed.tokens)[:110]} | {' '.join(example.placed.signs)}"
                        )


def write(name: str, examples: list[Example], kinds: tuple[str, ...]) -> None:
    """Train on all and keep what tells."""
    names = vocabulary(examples)
    models = [fit(examples, names, kind) for kind in kinds]
    kept = {}
    for feature, column in names.items():
        row = [float(model.coef_[0][column]) for model in models]
        if max(map(abs, row)) > _SMALL:
            kept[feature] = [round(value, 2) for value in row]
    start = [round(float(model.intercept_[0]), 3) for model in models]
    WEIGHTS.mkdir(exist_ok=True)
    told = {"kinds": kinds, "start": start, "weights": dict(sorted(kept.items()))}
    (WEIGHTS / f"{name}.json").write_text(
        json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print(f"{name}: {len(kept)} features, {len(examples)} statements")


def fit(examples: list[Example], names: dict[str, int], kind: str) -> LogisticRegression:
    """One kind against all else."""
    told = [e for e in examples if e.weights.get(kind, 1) > 0]
    weights = [e.weights.get(kind, 1.0) for e in told]
    return LogisticRegression(C=STRENGTH, max_iter=500).fit(
        matrix(told, names), [kind in e.kinds for e in told], sample_weight=weights
    )


def vocabulary(examples: list[Example]) -> dict[str, int]:
    """Features that stand in two lines or more."""
    seen = Counter(feature for e in examples for feature in features(e.placed.tokens, e.placed.signs))
    return {feature: n for n, feature in enumerate(sorted(f for f, count in seen.items() if count > 1))}


def matrix(examples: list[Example], names: dict[str, int]) -> sparse.csr_matrix:
    """One row a line, scaled as the product does it."""
    values, columns, ends = [], [], [0]
    for example in examples:
        seen = features(example.placed.tokens, example.placed.signs)
        row = [(names[feature], value) for feature, value in counts_of(seen) if feature in names]
        columns += [column for column, _ in row]
        values += [value for _, value in row]
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(examples), len(names)))


if __name__ == "__main__":
    main()

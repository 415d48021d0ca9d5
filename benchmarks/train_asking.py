"""Trains what decides which line answers a question, and whether any does; writes assistant/asking/weights.json.

python benchmarks/train_asking.py [--check]

The questions: those of set A and of the roofing vault, benchmarks/data/ask-own.jsonl over these and the sample team, ask-stories.jsonl over
stories of invented managers, and those of ask-taught.jsonl over stories that the reading model has not learnt from (`HELD`). The model is a softmax over the lines that were found and one more outcome, that the notes do not say; figures are
printed for vaults that were not learnt from, a sixth of them in turn. With `--check` nothing is written. Set B and the questions of the independent hand
are never read here.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from labelled import rows_of
from stories import HELD, read_story

from assistant import verbs
from assistant.asking.ask import MOST_READ, seen_lines
from assistant.asking.lines import Line
from assistant.asking.near import likeness
from assistant.asking.question import Asking, read_question
from assistant.asking.sense import of_best, of_question
from assistant.index.retriever import open_retriever
from assistant.workspace import Workspace

DATA = Path(__file__).resolve().parent / "data"
WEIGHTS = DATA.parent.parent / "assistant" / "asking" / "weights.json"
Floats = npt.NDArray[np.float64]
FIRST_STEPS, STEPS, RATE, SHRINK = 100, 200, 0.1, 0.015
SHRINK_SAID = 30.0
FOLDS = 6


@dataclass
class Example:
    """A question, the lines that were found for it, and which of them answer."""

    vault: str
    asking: Asking
    is_answerable: bool
    lines: list[Line]
    seen: list[dict[str, float]]
    right: npt.NDArray[np.bool_]
    near: frozenset[int] = frozenset()
    """Which lines somebody in haste would take for the answer."""


Told = tuple[Example, tuple[Floats, float]]
"""A question with its best lines, the chance of each, and that of silence."""


Rows = dict[str, list[dict[str, object]]]
"""Questions by vault."""


def questions() -> Rows:
    """The questions to learn from here."""
    found: Rows = {}
    for name in ("set-a", "roofing"):
        found[name] = rows_of(DATA / name / "ask.jsonl")
    for row in rows_of(DATA / "ask-own.jsonl"):
        found.setdefault(str(row["vault"]), []).append(row)
    for row in rows_of(DATA / "ask-stories.jsonl"):
        found.setdefault(f"stories/{row['story']}", []).append(row)
    return {**found, **taught(held=True)}


def taught(*, held: bool) -> Rows:
    """Questions of ask-taught.jsonl: those over `HELD` stories, or those over the stories that the reading model learns from."""
    found: Rows = {}
    for row in rows_of(DATA / "ask-taught.jsonl"):
        if (str(row["story"]).replace("/", " ") in HELD) is held:
            found.setdefault(f"stories/{row['story']}", []).append(row)
    return found


def examples(questions: Rows) -> Iterator[Example]:
    """Every question with its lines, as the product sees them."""
    for name, rows in questions.items():
        with tempfile.TemporaryDirectory() as folder:
            root = lay_out(name, Path(folder) / "vault")
            work = Workspace(root)
            verbs.index(work)
            retriever = open_retriever(work.vault, work.catalog, today=work.today)
            for row in rows:
                asking = read_question(str(row["question"]))
                person = work.find_person(str(row["person"])).id if row["person"] else None
                lines, seen = seen_lines(work, retriever, asking, person)
                right = np.array([answers(row, line) for line in lines], dtype=bool)
                yield Example(name, asking, bool(row["answerable"]), lines, seen, right, _near_misses(row, lines))
            work.close()


def lay_out(name: str, root: Path) -> Path:
    """A copy of a vault by its name in the data."""
    if name.startswith("stories/"):
        read_story(DATA / f"{name}.notes").write(root)
        return root
    source = DATA.parent.parent / "assistant" / "sample" / "vault" if name == "sample" else DATA / name / "vault"
    shutil.copytree(source, root)
    return root


def _near_misses(row: dict[str, object], lines: Sequence[Line]) -> frozenset[int]:
    wrong: dict[str, object] = {"quotes": row.get("near", [])}
    return frozenset(n for n, line in enumerate(lines) if answers(wrong, line) and not answers(row, line))


def answers(row: dict[str, object], line: Line) -> bool:
    """Whether a line is one of those that the row names."""
    files, quotes = row.get("files"), row["quotes"]
    assert isinstance(quotes, list)
    if isinstance(files, list) and files and line.path not in files:
        return False
    return any(
        quote in line.text or (len(line.text) > 12 and line.text in quote) or _shares(quote, line.text)
        for quote in quotes
    )


def _shares(quote: str, text: str, letters: int = 24) -> bool:
    return len(quote) >= letters and any(quote[at : at + letters] in text for at in range(len(quote) - letters + 1))


def matrix(examples: Sequence[Example], names: Sequence[str]) -> list[Floats]:
    """The features of each question's lines, a row a line."""
    place = {name: n for n, name in enumerate(names)}
    found = []
    for example in examples:
        rows = np.zeros((len(example.seen), len(names)))
        for n, seen in enumerate(example.seen):
            for name, value in seen.items():
                if name in place:
                    rows[n, place[name]] = value
        found.append(rows)
    return found


def fit(
    examples: Sequence[Example], rows: Sequence[Floats], asks: Sequence[Floats], steps: int
) -> tuple[Floats, Floats]:
    """Weights for lines and for silence: the most likely ones, kept small, by Adam over all questions at once."""
    kept = [n for n, e in enumerate(examples) if e.right.any() or not e.is_answerable]
    weights, silence = np.zeros(rows[0].shape[1]), np.zeros(len(asks[0]))
    moment = speed = np.zeros(len(weights) + len(silence))
    everything = np.concatenate([rows[n] for n in kept])
    ends = np.cumsum([0, *(len(rows[n]) for n in kept)])
    for step in range(1, steps + 1):
        scores = everything @ weights
        pull, quiet = np.zeros(len(scores)), np.zeros(len(silence))
        for place, n in enumerate(kept):
            here = slice(ends[place], ends[place + 1])
            chances, none = softmax(scores[here], float(asks[n] @ silence))
            right = np.where(examples[n].right, chances, 0.0)
            is_said = examples[n].is_answerable
            pull[here] = chances - (right / right.sum() if is_said else 0.0)
            quiet += asks[n] * (none - (0.0 if is_said else 1.0))
        slope = np.concatenate(
            [everything.T @ pull / len(kept) + SHRINK * weights, quiet / len(kept) + SHRINK * silence]
        )
        moment = 0.9 * moment + 0.1 * slope
        speed = 0.99 * speed + 0.01 * slope * slope
        move = RATE * (moment / (1 - 0.9**step)) / (np.sqrt(speed / (1 - 0.99**step)) + 1e-8)
        weights, silence = weights - move[: len(weights)], silence - move[len(weights) :]
    return weights, silence


def softmax(scores: Floats, silence: float) -> tuple[Floats, float]:
    """The chance of each line, and that none answers."""
    most = max(float(scores.max(initial=silence)), silence)
    powers, none = np.exp(scores - most), float(np.exp(silence - most))
    total = powers.sum() + none
    return powers / total, none / total


class Trained:
    """Both steps: all lines without reading them for meaning, then the best with it."""

    def __init__(self, known: Sequence[Example]) -> None:
        self.names = sorted({name for example in known for seen in example.seen for name in seen})
        self.ask_names = sorted({name for example in known for name in of_question(example.asking)})
        asks = [self.ask(example) for example in known]
        self.first, _ = fit(known, matrix(known, self.names), asks, FIRST_STEPS)
        read = [self.read(example) for example in known]
        self.all_names = [*self.names, *sorted({n for e in read for s in e.seen for n in s} - set(self.names))]
        self.second, self.silence = fit(read, matrix(read, self.all_names), asks, STEPS)

    def ask(self, example: Example) -> Floats:
        told = of_question(example.asking)
        return np.array([told.get(name, 0.0) for name in self.ask_names])

    def read(self, example: Example) -> Example:
        """The example with its best lines alone, read for their meaning."""
        scores = matrix([example], self.names)[0] @ self.first
        order = [int(n) for n in np.argsort(-scores, kind="stable")[:MOST_READ]]
        lines = [example.lines[n] for n in order]
        near = _near(example.asking, lines)
        seen = [example.seen[n] | extra for n, extra in zip(order, near, strict=True)]
        return Example(example.vault, example.asking, example.is_answerable, lines, seen, example.right[order])

    def tell(self, example: Example) -> tuple[Example, tuple[Floats, float]]:
        read = self.read(example)
        return read, softmax(matrix([read], self.all_names)[0] @ self.second, float(self.ask(example) @ self.silence))


_READ: dict[tuple[str, tuple[Line, ...]], list[dict[str, float]]] = {}


def _near(asking: Asking, lines: Sequence[Line]) -> list[dict[str, float]]:
    key = (asking.text, tuple(lines))
    if key not in _READ:
        _READ[key] = likeness(asking, lines)
    return _READ[key]


def learn_said(told: Sequence[Told]) -> dict[str, float]:
    """Weights that say from the best line whether a right one is among the first three: logistic, by Newton's steps."""
    rows = [of_best(e.asking, e.seen, list(chances), none) for e, (chances, none) in told]
    names = sorted({name for row in rows for name in row} - {"always"})
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    middle, spread = values.mean(0), values.std(0) + 1e-6
    scaled = np.c_[(values - middle) / spread, np.ones(len(rows))]
    right = np.array([is_right(one) for one in told], dtype=float)
    shrink = SHRINK_SAID * np.r_[np.ones(len(names)), 1e-6]
    weights = np.zeros(len(names) + 1)
    for _ in range(25):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - right) + shrink * weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + np.diag(shrink)
        weights -= np.linalg.solve(curve, slope)
    plain = weights[:-1] / spread
    return dict(zip(names, plain, strict=True)) | {"always": weights[-1] - float(plain @ middle)}


def is_right(told: Told) -> bool:
    """Whether a right line stands among the first three."""
    example, (chances, _) = told
    return bool(example.is_answerable and example.right[np.argsort(-chances, kind="stable")[:3]].any())


def said_chance(weights: dict[str, float], told: Told) -> float:
    example, (chances, none) = told
    seen = of_best(example.asking, example.seen, list(chances), none)
    return (
        float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) * value for name, value in seen.items())))) if seen else 0.0
    )


def figures(told: Sequence[Told], said: Sequence[float], threshold: float) -> tuple[float, str]:
    """The score as the labelled sets count it, and its parts."""
    yes = sum(example.is_answerable for example, _ in told)
    no = len(told) - yes
    answered = sum(one.is_answerable and chance > threshold for (one, _), chance in zip(told, said, strict=True))
    right = sum(is_right(one) and chance > threshold for one, chance in zip(told, said, strict=True))
    silent = sum(not one.is_answerable and chance <= threshold for (one, _), chance in zip(told, said, strict=True))
    score = 60 * right / max(1, yes) + 40 * silent / max(1, no)
    return score, f"{score:.1f}: right line {right}/{yes} (answered {answered}), left alone {silent}/{no}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true", help="print the figures, write nothing")
    given = arguments.parse_args()
    known = list(examples(questions()))
    vaults = sorted({example.vault for example in known})
    fold_of = {vault: n % FOLDS for n, vault in enumerate(vaults)}
    folds = np.array([fold_of[example.vault] for example in known])
    by_place: dict[int, Told] = {}
    for fold in range(FOLDS):
        trained = Trained([example for example, at in zip(known, folds, strict=True) if at != fold])
        by_place |= {n: trained.tell(example) for n, example in enumerate(known) if folds[n] == fold}
    told = [by_place[n] for n in range(len(known))]
    said = [0.0] * len(told)
    for fold in range(FOLDS):
        weights = learn_said([one for one, at in zip(told, folds, strict=True) if at != fold])
        said = [
            said_chance(weights, one) if at == fold else was for one, at, was in zip(told, folds, said, strict=True)
        ]
    threshold = max(np.arange(0.1, 0.9, 0.02), key=lambda at: figures(told, said, float(at))[0])
    print(f"{len(known)} questions, threshold {threshold:.2f}")
    for name in ("", "set-a", "roofing", "sample", "stories"):
        part = [n for n, example in enumerate(known) if example.vault.startswith(name)]
        print(f"{name or 'all':8}", figures([told[n] for n in part], [said[n] for n in part], float(threshold))[1])
    if given.check:
        return
    trained = Trained(known)
    rounded = lambda values: {name: round(float(value), 3) for name, value in values.items()}  # noqa: E731
    weights = {
        "first": rounded(dict(zip(trained.names, trained.first, strict=True))),
        "line": rounded(dict(zip(trained.all_names, trained.second, strict=True))),
        "silence": rounded(dict(zip(trained.ask_names, trained.silence, strict=True))),
        "said": rounded(learn_said(told)),
        "threshold": round(float(threshold), 2),
    }
    WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

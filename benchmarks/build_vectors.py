"""Makes `knowledge/vectors.npz`: vectors of the shipped principle texts, and two linear readings of situations, by meaning and by words.

Run it after a change in knowledge/principles: python benchmarks/build_vectors.py [--without HAND …]

It learns from the pages and from the labelled situations in SITUATIONS; set-b and the frozen test file are none of them. `--without` judges the
hands it names by readings that never saw them, and writes nothing. Needs scikit-learn (`pip install -e '.[bench]'`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from assistant.index.embedding import embed_texts
from assistant.library.load import load_library
from assistant.library.search import Linear, Readings, measured, text_key, texts_of, weighed
from assistant.library.terms import terms_of

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "knowledge" / "vectors.npz"
SITUATIONS = {
    "own": "principles-own.jsonl",
    "wide": "principles-wide.jsonl",
    "hands": "hands/principles-train.jsonl",
    "set-a": "set-a/principles.jsonl",
    "roofing": "roofing/principles.jsonl",
}
LEAST_SEEN = 2
"""A term counts that stands in so many texts."""
STRENGTHS = {"words": 10.0, "meaning": 9.0}
"""How freely each reading may follow its examples (the inverse of the penalty)."""


class Example(NamedTuple):
    """A text, whose it is, and the principles that are right for it."""

    hand: str
    text: str
    topics: tuple[str, ...]


def main() -> None:
    """Learn and save, or judge."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--without", nargs="*", default=[], choices=SITUATIONS)
    without = arguments.parse_args().without
    principles = load_library().principles
    ids = tuple(sorted(principles))
    pages = [Example("pages", text, (key,)) for key in ids for text in texts_of(principles[key])]
    told = [
        Example(hand, row["situation"], tuple(row["topics"]))
        for hand, name in SITUATIONS.items()
        for row in map(json.loads, (ROOT / "benchmarks" / "data" / name).read_text(encoding="utf-8").splitlines())
    ]
    examples = pages + told
    vectors = embed_texts([example.text for example in examples])
    for hand in without:
        judge(hand, examples, vectors, ids)
    if without:
        return
    readings = learn(examples, vectors, ids)
    np.savez_compressed(
        OUT,
        ids=np.array(ids),
        keys=np.array([text_key(page.text) for page in pages]),
        vectors=vectors[: len(pages)].astype(np.float16),
        terms=np.array(list(readings.places)),
        rarity=readings.rarity.astype(np.float16),
        word_weights=readings.words.weights.astype(np.float16),
        word_bias=readings.words.bias.astype(np.float16),
        weights=readings.meaning.weights.astype(np.float16),
        bias=readings.meaning.bias.astype(np.float16),
    )
    print(
        f"{len(pages)} texts of pages, {len(told)} situations, {len(readings.places)} terms, {OUT.stat().st_size} bytes"
    )


def learn(examples: list[Example], vectors: np.ndarray, ids: tuple[str, ...]) -> Readings:
    """The readings of some examples; the same examples give the same readings."""
    counted = [Counter(terms_of(example.text)) for example in examples]
    seen = Counter(term for counts in counted for term in counts)
    terms = tuple(sorted(term for term, times in seen.items() if times >= LEAST_SEEN))
    rarity = np.array([np.log((1 + len(examples)) / (1 + seen[term])) + 1 for term in terms], dtype=np.float32)
    place = {term: n for n, term in enumerate(terms)}
    rows = [measured(example.text, place, rarity) for example in examples]
    words = csr_matrix(
        (
            np.concatenate([values for _, values in rows]),
            np.concatenate([places for places, _ in rows]),
            np.cumsum([0, *(len(places) for places, _ in rows)]),
        ),
        shape=(len(rows), len(terms)),
    )
    return Readings(
        ids, place, rarity, fitted(words, examples, ids, "words"), fitted(vectors, examples, ids, "meaning")
    )


def fitted(features: np.ndarray, examples: list[Example], ids: tuple[str, ...], what: str) -> Linear:
    """Multinomial logistic regression; a text with two right principles counts half for each."""
    pairs = [(n, ids.index(topic), 1 / len(e.topics)) for n, e in enumerate(examples) for topic in e.topics]
    model = LogisticRegression(C=STRENGTHS[what], max_iter=1000)
    model.fit(features[[n for n, _, _ in pairs]], [t for _, t, _ in pairs], sample_weight=[w for _, _, w in pairs])
    return Linear(model.coef_.T.astype(np.float32), model.intercept_.astype(np.float32))


def judge(hand: str, examples: list[Example], vectors: np.ndarray, ids: tuple[str, ...]) -> None:
    """Print how often the right principle is first and among three for a hand not learnt from."""
    known = [n for n, example in enumerate(examples) if example.hand != hand]
    readings = learn([examples[n] for n in known], vectors[known], ids)
    pages = [n for n, example in enumerate(examples) if example.hand == "pages"]
    owners = np.array([ids.index(examples[n].topics[0]) for n in pages])
    first = three = total = 0
    for n, example in enumerate(examples):
        if example.hand == hand:
            total += 1
            worth = weighed(example.text, vectors[n], vectors[pages], owners, readings)
            best = [ids[i] for i in np.argsort(-worth)[:3]]
            first += best[0] in example.topics
            three += bool(set(best) & set(example.topics))
    print(f"{hand}: {total} situations, right one first {first / total:.1%}, among three {three / total:.1%}")


if __name__ == "__main__":
    main()

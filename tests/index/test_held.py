"""Vectors in memory: what the shadow misses, and that it keeps in step."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from assistant.index.embedding import embed_texts
from assistant.index.held import HeldVectors

Vectors = npt.NDArray[np.float32]
COUNT = 6_000
LIMIT = 30


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """Vectors of real lines, and of many between two of them."""
    notes = sorted(str(path) for path in (Path(str(files("assistant"))) / "sample" / "vault").rglob("*.md"))
    lines = [line for path in notes for line in Path(path).read_text(encoding="utf-8").splitlines() if len(line) > 20]
    real = embed_texts(lines[:300])
    dice = np.random.default_rng(3)
    one, other = dice.integers(len(real), size=(2, COUNT - len(real)))
    share = dice.uniform(0.2, 0.8, size=(len(one), 1)).astype(np.float32)
    mixed = share * real[one] + (1 - share) * real[other]
    return np.concatenate([real, mixed / np.linalg.norm(mixed, axis=1, keepdims=True)]).astype(np.float32)


def exact(vectors: Vectors, query: Vectors, limit: int) -> set[str]:
    return {str(place) for place in np.argsort(-(vectors @ query))[:limit]}


def test_the_shadow_misses_few_of_the_nearest(vectors: Vectors) -> None:
    held = HeldVectors([str(n) for n in range(COUNT)], vectors)
    queries = embed_texts(
        ["who showed the price by mail", "risk of the next step", "did legal sign the order", "when is the pilot"]
    )
    found = [{key for key, _ in held.nearest(query, LIMIT)} for query in queries]
    hits = sum(len(mine & exact(vectors, query, LIMIT)) for mine, query in zip(found, queries, strict=True))
    assert hits >= 0.98 * LIMIT * len(queries)


def test_the_scores_are_those_of_the_whole_vectors(vectors: Vectors) -> None:
    held = HeldVectors([str(n) for n in range(COUNT)], vectors)
    for key, score in held.nearest(vectors[7], 5):
        assert score == pytest.approx(float(vectors[int(key)] @ vectors[7]), abs=1e-5)


def test_what_is_put_and_dropped_keeps_in_step(vectors: Vectors) -> None:
    held = HeldVectors([str(n) for n in range(5_000)], vectors[:5_000].copy())
    held.put([str(n) for n in range(5_000, COUNT)], vectors[5_000:])
    held.put(["3"], -vectors[3:4])
    held.drop(["11", "4999", "no such key"])
    assert len(held) == COUNT - 2
    assert held.nearest(vectors[5_500], 1)[0][0] == "5500"
    assert held.nearest(-vectors[3], 1)[0][0] == "3"
    assert "11" not in {key for key, _ in held.nearest(vectors[11], LIMIT)}

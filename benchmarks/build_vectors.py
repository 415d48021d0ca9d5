"""Makes `knowledge/vectors.npz`: a vector for each phrase of the principle files, and the classifier trained on them.

Run it after a change to `knowledge/principles/`:  python benchmarks/build_vectors.py
"""

from __future__ import annotations

import numpy as np

from assistant.index.embedding import embed_texts
from assistant.library.load import load_library
from assistant.library.search import VECTORS, key_of, read_texts, sentences

PENALTY = 2e-4
"""Weight of the squared weights; chosen by `benchmarks/principles.py --cross`."""
PART_WEIGHT = 0.5
"""What one sentence of a longer phrase counts beside the whole phrase."""
STEPS = 400


def training_rows(texts: list[tuple[str, str]]) -> tuple[list[str], list[str], list[float]]:
    """Every phrase and each sentence of it: text, principle, weight."""
    rows = []
    for name, text in texts:
        rows.append((text, name, 1.0))
        parts = sentences(text)
        if len(parts) > 1:
            rows += [(part, name, PART_WEIGHT) for part in parts]
    words, names, counts = zip(*rows, strict=True)
    return list(words), list(names), list(counts)


def train(
    vectors: np.ndarray, labels: np.ndarray, counts: np.ndarray, classes: int, penalty: float = PENALTY
) -> np.ndarray:
    """Multinomial logistic regression by Adam; the weights, shape (dimensions + 1, classes), bias last."""
    rows = np.hstack([vectors, np.ones((len(vectors), 1))])
    weights = np.zeros((rows.shape[1], classes))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    target = np.eye(classes)[labels]
    for step in range(1, STEPS + 1):
        scores = rows @ weights
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = rows.T @ ((shares - target) * counts[:, None]) / counts.sum()
        slope[:-1] += penalty * weights[:-1]
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def main() -> None:
    """Embed, train, write."""
    texts = list(read_texts(load_library(None)))
    phrases = list(dict.fromkeys(text for _, text in texts))
    words, names, counts = training_rows(texts)
    classes = list(dict.fromkeys(names))
    labels = np.array([classes.index(name) for name in names])
    weights = train(embed_texts(words), labels, np.array(counts), len(classes))
    np.savez_compressed(
        VECTORS,
        keys=np.array([key_of(text) for text in phrases], dtype=np.uint64),
        vectors=embed_texts(phrases).astype(np.float16),
        classes=np.array(classes),
        weights=weights.astype(np.float16),
    )
    print(f"{len(phrases)} phrases, {len(words)} training rows, {VECTORS.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()

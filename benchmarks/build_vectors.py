"""Makes `knowledge/vectors.npz`: vectors of the shipped principle texts, and a linear reading trained on them.

Run it after a change in knowledge/principles: python benchmarks/build_vectors.py
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from assistant.index.embedding import embed_texts
from assistant.library.load import load_library
from assistant.library.search import text_key, texts_of

OUT = Path(__file__).resolve().parent.parent / "knowledge" / "vectors.npz"
SHARPNESS, DECAY, STEPS, RATE = 10.0, 3e-4, 400, 2.0


def main() -> None:
    """Embed, train, save."""
    principles = load_library().principles
    ids = sorted(principles)
    texts = [(text, i) for i, key in enumerate(ids) for text in texts_of(principles[key])]
    vectors = embed_texts([text for text, _ in texts]).astype(np.float16)
    weights, bias = train(vectors.astype(np.float64), np.array([i for _, i in texts]), len(ids))
    np.savez_compressed(
        OUT,
        keys=np.array([text_key(text) for text, _ in texts]),
        vectors=vectors,
        weights=weights.astype(np.float16),
        bias=bias.astype(np.float16),
    )
    print(f"{len(texts)} texts, {OUT.stat().st_size} bytes")


def train(vectors: np.ndarray, owners: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Multinomial logistic regression by plain gradient descent; the same texts give the same weights."""
    weights, bias = np.zeros((vectors.shape[1], count)), np.zeros(count)
    wanted = np.eye(count)[owners]
    for _ in range(STEPS):
        logits = SHARPNESS * vectors @ weights + bias
        chance = np.exp(logits - logits.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = (chance - wanted) / len(vectors)
        weights -= RATE * (vectors.T @ slope + DECAY * weights)
        bias -= RATE * slope.sum(axis=0)
    return weights, bias


if __name__ == "__main__":
    main()

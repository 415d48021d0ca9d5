"""Finds the principle for a situation told in plain words: nearest phrases and a small classifier.

Vectors of the shipped phrases and the classifier's weights come precomputed (`knowledge/vectors.npz`,
made by `benchmarks/build_vectors.py`); what is not in there, such as the manager's own files, is embedded
when asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.library.load import SHIPPED
from assistant.library.models import Library, Phrase, Principle
from assistant.models import Evidence, Value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Matrix = npt.NDArray[np.float32]

VECTORS = SHIPPED / "vectors.npz"
NEAREST = 5
"""How many of a principle's phrases are averaged."""
SHARPNESS = 18.0
"""What the averaged cosine is multiplied with, so that it can stand beside the classifier's scores."""
NEAREST_SHARE = 0.3
"""How much the nearest phrases count beside the classifier."""
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_SHORTEST = 3
"""Words; anything shorter is not weighed as a sentence of its own."""


class PrincipleHit(Value):
    """A principle that fits a situation, and the phrase of it that comes nearest."""

    principle: str
    score: float
    """0 to 1; all principles together make 1."""
    text: str
    """Title and nearest phrase."""
    evidence: Evidence
    """The nearest phrase in its knowledge file."""


class _Shelf(NamedTuple):
    """The phrases of a library in one matrix."""

    ids: tuple[str, ...]
    phrases: tuple[tuple[str, Phrase], ...]
    vectors: Matrix
    owner: npt.NDArray[np.int64]
    """For each phrase the position of its principle in `ids`."""
    weights: Matrix
    """Shape (385, len(ids)); the last row is the bias. NaN for a principle that was not learned."""


def search_principles(query: str, library: Library, limit: int = 27) -> list[PrincipleHit]:
    """The principles that fit a situation, best first, one hit a principle, at most `limit`."""
    import numpy as np

    shelf = _shelf(library.digest, _Held(library))
    weights, nearest = _weigh(query, shelf)
    hits = []
    for position in np.argsort(-weights, kind="stable")[:limit]:
        principle = library.principles[shelf.ids[position]]
        phrase = shelf.phrases[nearest[position]][1]
        hits.append(
            PrincipleHit(
                principle=principle.id,
                score=round(float(weights[position]), 4),
                text=f"{principle.title}: {phrase.text}",
                evidence=Evidence(
                    path=principle.path, line_start=phrase.line, line_end=phrase.line, quote=phrase.text
                ),
            )
        )
    return hits


def principle_scores(words: str, library: Library) -> Mapping[str, float]:
    """How much each principle is at stake in some words, 0 to 1."""
    shelf = _shelf(library.digest, _Held(library))
    weights, _ = _weigh(words, shelf)
    return {name: float(weight) ** 0.5 for name, weight in zip(shelf.ids, weights, strict=True)}


def phrases_of(principle: Principle) -> list[Phrase]:
    """What a situation is compared with."""
    return [*principle.signs, *principle.situations]


def sentences(text: str) -> list[str]:
    """The sentences of a situation that are long enough to mean something; the whole where none is."""
    parts = [part for part in _SENTENCE_END.split(text.strip()) if len(part.split()) >= _SHORTEST]
    return parts or [text]


def key_of(text: str) -> int:
    """What a text's vector is filed under."""
    import hashlib

    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _weigh(query: str, shelf: _Shelf) -> tuple[Matrix, list[int]]:
    """A share for each principle, together 1, and for each the position of its nearest phrase."""
    import numpy as np

    from assistant.index.embedding import embed_texts

    parts = sentences(query)
    asked = embed_texts([query, *parts])
    likeness = asked @ shelf.vectors.T
    nearest = [int(np.where(shelf.owner == n, likeness[0], -2.0).argmax()) for n in range(len(shelf.ids))]
    pooled = np.stack(
        [
            np.sort(likeness[:, shelf.owner == n], axis=1)[:, -NEAREST:].mean(axis=1)
            for n in range(len(shelf.ids))
        ],
        axis=1,
    )
    by_phrase = _shares((SHARPNESS * pooled).astype(np.float32))
    learned = _shares(asked @ shelf.weights[:-1] + shelf.weights[-1])
    learned = np.where(np.isnan(learned), by_phrase, learned)
    both = (1 - NEAREST_SHARE) * learned + NEAREST_SHARE * by_phrase
    shares = both[0] + both[1:].mean(axis=0)
    return (shares / shares.sum()).astype(np.float32), nearest


def _shares(scores: Matrix) -> Matrix:
    """Softmax over each row; what is unknown stays unknown."""
    import numpy as np

    raised = np.exp(scores - np.nanmax(scores, axis=1, keepdims=True))
    result: Matrix = raised / np.nansum(raised, axis=1, keepdims=True)
    return result


class _Held:
    """Carries a library past the cache, which goes by the digest alone."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=2)
def _shelf(_digest: str, held: _Held) -> _Shelf:
    """The phrases with their vectors, and the classifier's weights in the order of the principles."""
    import numpy as np

    principles = held.library.principles
    ids = tuple(principles)
    phrases = tuple((name, phrase) for name in ids for phrase in phrases_of(principles[name]))
    with np.load(VECTORS) as stored:
        known = {int(key): row for row, key in enumerate(stored["keys"])}
        shipped, learned, classes = stored["vectors"], stored["weights"], [str(c) for c in stored["classes"]]
    rows = [known.get(key_of(phrase.text)) for _, phrase in phrases]
    vectors = np.zeros((len(phrases), shipped.shape[1]), dtype=np.float32)
    found = [n for n, row in enumerate(rows) if row is not None]
    vectors[found] = shipped[[rows[n] for n in found]]
    missing = [n for n, row in enumerate(rows) if row is None]
    if missing:
        from assistant.index.embedding import embed_texts

        vectors[missing] = embed_texts([phrases[n][1].text for n in missing])
    weights = np.full((learned.shape[0], len(ids)), np.nan, dtype=np.float32)
    for position, name in enumerate(ids):
        if name in classes:
            weights[:, position] = learned[:, classes.index(name)]
    owner = np.array([ids.index(name) for name, _ in phrases], dtype=np.int64)
    return _Shelf(ids, phrases, vectors, owner, weights)


def read_texts(library: Library) -> Sequence[tuple[str, str]]:
    """Every phrase with its principle's id, in order: what `vectors.npz` is made from."""
    return [(p.id, phrase.text) for p in library.principles.values() for phrase in phrases_of(p)]

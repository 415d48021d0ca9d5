"""Vectors held in memory and asked exactly: for some tens of thousands that is faster than any index of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors


class HeldVectors:
    """Unit vectors by passage key, kept in step with what is written to the store."""

    def __init__(self, keys: Sequence[str], vectors: Vectors) -> None:
        self._keys = list(keys)
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._matrix = vectors
        """One row a key, and room for more below."""

    def __len__(self) -> int:
        return len(self._keys)

    def put(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Add vectors, or put others in the place of those that are there."""
        import numpy as np

        fresh = [key for key in keys if key not in self._places]
        if (needed := len(self._keys) + len(fresh)) > len(self._matrix):
            room = np.empty((max(needed, len(self._matrix) * 5 // 4), vectors.shape[1]), dtype=np.float32)
            room[: len(self._keys)] = self._matrix[: len(self._keys)]
            self._matrix = room
        for key in fresh:
            self._places[key] = len(self._keys)
            self._keys.append(key)
        self._matrix[[self._places[key] for key in keys]] = vectors

    def drop(self, keys: Sequence[str]) -> None:
        """Take vectors out; the last one takes the place of one that is gone. Keys that are not there are passed over."""
        for key in keys:
            if (place := self._places.pop(key, None)) is None:
                continue
            last = self._keys.pop()
            if last != key:
                self._keys[place], self._places[last] = last, place
                self._matrix[place] = self._matrix[len(self._keys)]

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Keys and cosine similarities of the nearest, best first."""
        import numpy as np

        # Memory is what it waits for, so one thread is as fast as many, and leaves the others to whoever searches beside it.
        scores = np.einsum("ij,j->i", self._matrix[: len(self._keys)], vector)
        first = np.argpartition(scores, -limit)[-limit:] if limit < len(scores) else np.arange(len(scores))
        ranked = sorted(
            ((float(scores[place]), self._keys[place]) for place in first), key=lambda hit: (-hit[0], hit[1])
        )
        return [(key, score) for score, key in ranked]

    def likeness(self, vector: Vectors, keys: Sequence[str]) -> list[tuple[str, float]]:
        """Cosine similarity of each of some passages; what is not there is left out."""
        known = [key for key in keys if key in self._places]
        scores = self._matrix[[self._places[key] for key in known]] @ vector
        return list(zip(known, map(float, scores), strict=True))

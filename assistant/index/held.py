"""Vectors held in memory: of some tens of thousands looking through all of them is faster than any index of them.

Of many only a shadow is looked through, on the few axes along which they differ most; those nearest there are weighed in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from assistant.index.embedding import Vectors

_MANY = 4_000
"""From so many vectors on there is a shadow; so many of them say along which axes they differ."""
_AXES = 64
_WIDE = 600
"""So many of those nearest in the shadow are weighed in full: fewer would miss some of the nearest (tests/index/test_held.py)."""


class HeldVectors:
    """Unit vectors by passage key, kept in step with what is written to the store."""

    def __init__(self, keys: Sequence[str], vectors: Vectors) -> None:
        self._keys = list(keys)
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._matrix = vectors
        """One row a key, and room for more below."""
        self._axes = _axes_of(vectors) if len(vectors) >= _MANY else None
        self._shadow = self._matrix[:, :0] if self._axes is None else vectors @ self._axes
        """The rows of the matrix along the axes."""

    def __len__(self) -> int:
        return len(self._keys)

    def put(self, keys: Sequence[str], vectors: Vectors) -> None:
        """Add vectors, or put others in the place of those that are there."""
        fresh = [key for key in keys if key not in self._places]
        if (needed := len(self._keys) + len(fresh)) > len(self._matrix):
            most = max(needed, len(self._matrix) * 5 // 4)
            self._matrix = _with_room(self._matrix, len(self._keys), most)
            self._shadow = _with_room(self._shadow, len(self._keys), most)
        for key in fresh:
            self._places[key] = len(self._keys)
            self._keys.append(key)
        places = [self._places[key] for key in keys]
        self._matrix[places] = vectors
        if self._axes is not None:
            self._shadow[places] = vectors @ self._axes

    def drop(self, keys: Sequence[str]) -> None:
        """Take vectors out; the last one takes the place of one that is gone. Keys that are not there are passed over."""
        for key in keys:
            if (place := self._places.pop(key, None)) is None:
                continue
            last = self._keys.pop()
            if last != key:
                self._keys[place], self._places[last] = last, place
                self._matrix[place] = self._matrix[len(self._keys)]
                self._shadow[place] = self._shadow[len(self._keys)]

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """Keys and cosine similarities of the nearest, best first."""
        places = self._may_be_near(vector, max(_WIDE, 20 * limit))
        scores = _dots(self._matrix[: len(self._keys)] if places is None else self._matrix[places], vector)
        first = _greatest(scores, limit)
        found = first if places is None else places[first]
        ranked = sorted(
            ((float(scores[n]), self._keys[place]) for n, place in zip(first, found, strict=True)),
            key=lambda hit: (-hit[0], hit[1]),
        )
        return [(key, score) for score, key in ranked]

    def likeness(self, vector: Vectors, keys: Sequence[str]) -> list[tuple[str, float]]:
        """Cosine similarity of each of some passages; what is not there is left out."""
        known = [key for key in keys if key in self._places]
        scores = self._matrix[[self._places[key] for key in known]] @ vector
        return list(zip(known, map(float, scores), strict=True))

    def _may_be_near(self, vector: Vectors, most: int) -> npt.NDArray[np.intp] | None:
        """The places of those that are nearest in the shadow; None where all are to be weighed."""
        if self._axes is None or most >= len(self._keys):
            return None
        return _greatest(_dots(self._shadow[: len(self._keys)], vector @ self._axes), most)


def _axes_of(vectors: Vectors) -> Vectors:
    """The directions along which vectors differ most, shape (384, 64), from evenly spread ones of them."""
    import numpy as np

    some = vectors[:: max(1, len(vectors) // _MANY)]
    _, axes = np.linalg.eigh(some.T @ some)  # in the order of how much lies along them, the least first
    return np.ascontiguousarray(axes[:, -_AXES:])


def _dots(rows: Vectors, vector: Vectors) -> Vectors:
    import numpy as np

    # Memory is what it waits for, so one thread is as fast as many, and leaves the others to whoever searches beside it.
    found: Vectors = np.einsum("ij,j->i", rows, vector)
    return found


def _greatest(scores: Vectors, most: int) -> npt.NDArray[np.intp]:
    import numpy as np

    return np.argpartition(scores, -most)[-most:] if most < len(scores) else np.arange(len(scores))


def _with_room(rows: Vectors, used: int, most: int) -> Vectors:
    import numpy as np

    room = np.empty((most, rows.shape[1]), dtype=np.float32)
    room[:used] = rows[:used]
    return room

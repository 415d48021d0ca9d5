"""Finds the principle for a situation told in plain words: by the nearest signs and situations, and by a small linear reading of all.

The vectors of the shipped texts come with them (`knowledge/vectors.npz`, made by `benchmarks/build_vectors.py`); a manager's own texts are
embedded when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from assistant.library.models import Library, Principle
from assistant.models import Value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

_NEAREST = 3
_LINEAR = 0.3
_SHARPNESS = 10.0


class PrincipleHit(Value):
    """A principle and the line of its page that is nearest to the situation."""

    principle: str
    score: float
    """0 to 1; higher is better."""
    text: str
    path: str
    line: int


@dataclass(frozen=True)
class _Field:
    """The texts of all principles as vectors."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    owners: Array
    vectors: Array
    centres: Array
    weights: Array
    bias: Array


def texts_of(principle: Principle) -> tuple[str, ...]:
    """What search compares a situation with."""
    return (*principle.situations, *principle.signs)


def text_key(text: str) -> str:
    """The key of a text's vector."""
    return sha256(text.encode()).hexdigest()[:16]


def search_principles(query: str, library: Library, limit: int = 10) -> list[PrincipleHit]:
    """The principles for a situation, best first, one hit a principle."""
    scores = principle_scores(query, library)
    best = sorted(scores, key=lambda key: (-scores[key], key))[:limit]
    nearest = _nearest_texts(query, library)
    return [
        PrincipleHit(
            principle=key,
            score=round(scores[key], 4),
            text=text,
            path=f"knowledge/principles/{key}.md",
            line=line,
        )
        for key in best
        for text, line in [(nearest[key], _line_of(nearest[key], key))]
    ]


def principle_scores(query: str, library: Library) -> dict[str, float]:
    """How much each principle is at stake in some words: 0 to 1, the best one 1."""
    import numpy as np

    field, vector = _field(library), _embed(query)
    near = field.vectors @ vector
    raw = np.array(
        [np.sort(near[field.owners == i])[-_NEAREST:].mean() for i in range(len(field.ids))], dtype=np.float32
    )
    raw += field.centres @ vector
    logits = _SHARPNESS * vector @ field.weights + field.bias
    chance = np.exp(logits - logits.max())
    raw += _LINEAR * chance / chance.sum()
    low, high = float(raw.min()), float(raw.max())
    spread = max(high - low, 1e-9)
    return {key: float((score - low) / spread) for key, score in zip(field.ids, raw, strict=True)}


def _nearest_texts(query: str, library: Library) -> dict[str, str]:
    import numpy as np

    field = _field(library)
    near = field.vectors @ _embed(query)
    return {
        key: field.texts[int(np.argmax(np.where(field.owners == i, near, -2.0)))] for i, key in enumerate(field.ids)
    }


@lru_cache(maxsize=512)
def _embed(query: str) -> Array:
    from assistant.index.embedding import embed_texts

    vector: Array = embed_texts([query])[0]
    return vector


@lru_cache(maxsize=2)
def _built(digest: str, ids: tuple[str, ...], texts: tuple[str, ...], owners: tuple[int, ...]) -> _Field:
    import numpy as np

    del digest
    with np.load(str(files("knowledge") / "vectors.npz")) as kept:
        known = dict(zip(kept["keys"].tolist(), kept["vectors"].astype(np.float32), strict=True))
        weights, bias = kept["weights"].astype(np.float32), kept["bias"].astype(np.float32)
    missing = [text for text in texts if text_key(text) not in known]
    if missing:
        from assistant.index.embedding import embed_texts

        known |= {text_key(t): v for t, v in zip(missing, embed_texts(missing), strict=True)}
    vectors = np.stack([known[text_key(text)] for text in texts])
    owner = np.array(owners)
    centres = np.stack([vectors[owner == i].mean(axis=0) for i in range(len(ids))])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    return _Field(ids, texts, owner, vectors, centres, weights, bias)


def _field(library: Library) -> _Field:
    ids = tuple(sorted(library.principles))
    pairs = [(text, i) for i, key in enumerate(ids) for text in texts_of(library.principles[key])]
    return _built(library.digest, ids, tuple(text for text, _ in pairs), tuple(i for _, i in pairs))


def _line_of(text: str, principle: str) -> int:
    page = files("knowledge") / "principles" / f"{principle}.md"
    lines: Sequence[str] = page.read_text(encoding="utf-8").split("\n") if page.is_file() else ()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)

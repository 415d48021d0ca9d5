"""Finds the principle for a situation told in plain words: by the nearest signs and situations of the pages, and by readings that
were taught on labelled situations, of words, of meaning, and the reading model's.

Vectors and weights of the shipped texts come with them (`knowledge/vectors.npz`, made by `benchmarks/build_vectors.py`); a manager's own
texts are embedded when they are first asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from assistant.library.models import Library, Principle
from assistant.library.terms import terms_of
from assistant.models import Value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]
    Places = npt.NDArray[np.int64]

_NEAREST = 3
_NEAR, _MEANING = 6.0, 0.5
"""What nearness and the reading of meaning count beside the reading of words, chosen on hands not learnt from."""
_FLOOR = 1e-3
"""No reading may rule a principle out."""


class PrincipleHit(Value):
    """A principle and the line of its page that is nearest to the situation."""

    principle: str
    score: float
    """0 to 1; higher is better."""
    text: str
    path: str
    line: int


class Linear(NamedTuple):
    """A linear reading: weights of shape (features, principles), bias of shape (principles,)."""

    weights: Array
    bias: Array


class Readings(NamedTuple):
    """What was learnt from labelled situations."""

    ids: tuple[str, ...]
    """The principles, in the order of every bias."""
    places: Mapping[str, int]
    """The known terms and where each stands in `rarity` and among the weights of words."""
    rarity: Array
    """How rare each term is, shape (terms,)."""
    words: Linear
    meaning: Linear


class _Field(NamedTuple):
    """The texts of all principles as vectors, and whose each is by its place in `ids`."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    owners: Places
    vectors: Array


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
    field = _field(library)
    worth = weighed(query, _embed(query), field.vectors, field.owners, _readings())
    low, high = float(worth.min()), float(worth.max())
    spread = max(high - low, 1e-9)
    return {key: float((one - low) / spread) for key, one in zip(field.ids, worth, strict=True)}


def weighed(query: str, vector: Array, vectors: Array, owners: Places, readings: Readings) -> Array:
    """The worth of each principle for a situation, shape (principles,), on no particular scale."""
    import numpy as np

    near = vectors @ vector
    count = len(readings.ids)
    nearness = np.array([np.sort(near[owners == i])[-_NEAREST:].mean() for i in range(count)], dtype=np.float32)
    places, values = measured(query, readings.places, readings.rarity)
    by_words = _chances(values @ readings.words.weights[places] + readings.words.bias)
    by_meaning = _chances(vector @ readings.meaning.weights + readings.meaning.bias)
    worth: Array = np.log(by_words + _FLOOR) + _MEANING * np.log(by_meaning + _FLOOR) + _NEAR * nearness
    return worth


def measured(text: str, place: Mapping[str, int], rarity: Array) -> tuple[Places, Array]:
    """The known terms of a text by their place, and what each counts: often and rare counts more; together of length one."""
    import numpy as np

    counts = Counter(place[term] for term in terms_of(text) if term in place)
    places = np.array(sorted(counts), dtype=np.int64)
    values = np.array([1 + np.log(counts[n]) for n in places.tolist()], dtype=np.float32) * rarity[places]
    return places, values / max(float(np.linalg.norm(values)), 1e-9)


def _chances(raw: Array) -> Array:
    import numpy as np

    power = np.exp(raw - raw.max())
    chances: Array = power / power.sum()
    return chances


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


@lru_cache(maxsize=1)
def _readings() -> Readings:
    import numpy as np

    with np.load(_kept()) as kept:

        def floats(name: str) -> Array:
            array: Array = kept[name].astype(np.float32)
            return array

        return Readings(
            tuple(kept["ids"].tolist()),
            {term: n for n, term in enumerate(kept["terms"].tolist())},
            floats("rarity"),
            Linear(floats("word_weights"), floats("word_bias")),
            Linear(floats("weights"), floats("bias")),
        )


@lru_cache(maxsize=2)
def _built(digest: str, ids: tuple[str, ...], texts: tuple[str, ...], owners: tuple[int, ...]) -> _Field:
    import numpy as np

    del digest
    with np.load(_kept()) as kept:
        known = dict(zip(kept["keys"].tolist(), kept["vectors"].astype(np.float32), strict=True))
    missing = [text for text in texts if text_key(text) not in known]
    if missing:
        from assistant.index.embedding import embed_texts

        known |= {text_key(t): v for t, v in zip(missing, embed_texts(missing), strict=True)}
    return _Field(ids, texts, np.array(owners), np.stack([known[text_key(text)] for text in texts]))


def _kept() -> str:
    return str(files("knowledge") / "vectors.npz")


def _field(library: Library) -> _Field:
    ids = tuple(sorted(library.principles))
    pairs = [(text, i) for i, key in enumerate(ids) for text in texts_of(library.principles[key])]
    return _built(library.digest, ids, tuple(text for text, _ in pairs), tuple(i for _, i in pairs))


def _line_of(text: str, principle: str) -> int:
    page = files("knowledge") / "principles" / f"{principle}.md"
    lines: Sequence[str] = page.read_text(encoding="utf-8").split("\n") if page.is_file() else ()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)

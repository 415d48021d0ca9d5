"""What an answer means: near enough to the item it stands for, unlike the others, and about this person's notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.index.embedding import embed_texts
from assistant.language.gate_names import bank_words
from assistant.language.ground import Answer, Ground, Refusal
from assistant.reading.words import content_words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

NEAR = 0.7
"""Sum of the cosines to the question that was given and to the cited lines, below which an adapted question asks something else."""
SAME = 0.93
"""Cosine to another item of the brief from which on it says the same."""
_ENOUGH = 2.0
_PART = 0.6
"""So much of the offline item's words from the notes an answer must share, unless it has enough of them anyway."""


def check_sense(answer: Answer, ground: Ground) -> list[Refusal]:
    """What is wrong with the meaning; vectors are made only here."""
    reasons = []
    if _own_words(answer.text, ground, answer) < min(_ENOUGH, _PART * _own_words(ground.offline, ground, answer)):
        reasons.append(
            Refusal(kind="generic", reason="It fits anybody: name the customer and the thing the line is about.")
        )
    texts = [
        answer.text,
        ground.offline,
        *([ground.bank] if ground.bank else []),
        *ground.standing,
        ground.lines(answer),
    ]
    near = [_cosine(answer.text, other) for other in texts[1:]]
    own = 2 if ground.bank else 1
    if ground.is_adapted and max(near[:own]) + near[-1] < NEAR:
        reasons.append(Refusal(kind="meaning", reason="It asks something else than the question that was given."))
    if any(cosine >= SAME for cosine in near[own:-1]):
        reasons.append(Refusal(kind="repeat", reason="Another item already says this."))
    return reasons


def is_repeat(text: str, others: Sequence[str]) -> bool:
    """Whether one of the others says the same."""
    return any(_cosine(text, other) >= SAME for other in others)


def _cosine(one: str, other: str) -> float:
    return float(_vector(one) @ _vector(other))


@lru_cache(maxsize=1024)
def _vector(text: str) -> Vector:
    """The vector of one text; the other items of a brief are compared with every answer."""
    vector: Vector = embed_texts([text])[0]
    return vector


def _own_words(text: str, ground: Ground, answer: Answer) -> float:
    """The weight of what a text shares with the cited lines: names, numbers and what no bank question would say count most."""
    lines = ground.lines(answer)
    held = ground.held(answer).split()
    names = content_words(" ".join(word for word in held if word[:1].isupper() or word[:1].isdigit()))
    told = content_words(text)
    shared = told & content_words(lines)
    deal = (told & names & content_words(ground.offline)) - shared
    return sum(_telling(word, names) for word in shared) + len(deal)


def _telling(word: str, names: frozenset[str]) -> float:
    if word in names or (word[0].isdigit() and len(word) > 1):
        return 2.0
    return 0.5 if word in bank_words() or word[0].isdigit() else 1.0

"""What an answer means: near enough to the item it stands for, unlike the others, and about this person's notes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.index.embedding import embed_texts
from assistant.language.ground import Answer, Ground, Refusal
from assistant.reading.words import content_words, weight

NEAR = 0.45
"""Cosine to the offline item or the bank's question below which an adapted question asks something else."""
SAME = 0.93
"""Cosine to another item of the brief from which on it says the same."""
_ENOUGH = 3.0
"""Weight of the notes' words that makes any item specific, whatever the offline item holds."""


def check_sense(answer: Answer, ground: Ground) -> list[Refusal]:
    """What is wrong with the meaning; vectors are made only here."""
    reasons = []
    if _own_words(answer.text, ground, answer) < min(_ENOUGH, _own_words(ground.offline, ground, answer)):
        reasons.append(
            Refusal(kind="generic", reason="It fits anybody: name the customer and the thing the line is about.")
        )
    texts = [answer.text, ground.offline, *([ground.bank] if ground.bank else []), *ground.standing]
    vectors = embed_texts(texts)
    near = vectors[1:] @ vectors[0]
    own = 2 if ground.bank else 1
    if ground.is_adapted and max(near[:own]) < NEAR:
        reasons.append(Refusal(kind="meaning", reason="It asks something else than the question that was given."))
    if any(near[own:] >= SAME):
        reasons.append(Refusal(kind="repeat", reason="Another item already says this."))
    return reasons


def is_repeat(text: str, others: Sequence[str]) -> bool:
    """Whether one of the others says the same."""
    if not others:
        return False
    vectors = embed_texts([text, *others])
    return bool(max(vectors[1:] @ vectors[0]) >= SAME)


def _own_words(text: str, ground: Ground, answer: Answer) -> float:
    """The weight of what a text shares with the cited lines; a name or a number counts double."""
    shared = content_words(text) & content_words(ground.lines(answer))
    names = content_words(
        " ".join(word for word in ground.held(answer).split() if word[:1].isupper() or word[:1].isdigit())
    )
    deal = content_words(text) & names & content_words(ground.offline)
    return sum(weight(word) * (2 if word in names or word[0].isdigit() else 1) for word in shared) + len(deal - shared)

"""What an answer means: near enough to the item it stands for, unlike the others, and about this person's notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.index.embedding import embed_texts
from assistant.language.gate_names import NAMED, bank_words
from assistant.language.ground import Answer, Ground, Refusal
from assistant.language.numerals import in_digits
from assistant.reading.words import content_words
from assistant.vault.folding import fold_plain, fold_word

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

NEAR = 0.7
"""Sum of the cosines to the question that was given and to the cited lines, below which an adapted question asks something else."""
SAME = 0.93
"""Cosine to another item of the brief from which on it says the same."""
_NEAR_ENOUGH, _NEAR_AT_ALL = 0.5, 0.4
"""The same where the answer shares enough with the cited lines, and where it shares much: paraphrases are far apart in vectors."""
_MUCH = 3.0
_LIKE, _LIKE_GIVEN = 0.55, 0.8
"""Cosines to another item, of the answer and of the offline item, from which on the same kind of question about the same is a repeat."""
_ENOUGH = 1.5
_PART = 0.5
"""So much of the offline item's words from the notes an answer must share, unless it has enough of them anyway."""


_OF_HIMSELF = re.compile(
    r"\b(?:which|what) skills?\b|\byou (?:most |least |best )?(?:enjoy\w*|proud|good at)\b|\byou (?:would )?like to (?:practi[sc]e|improve|develop|get better)\b(?! with me| it| this| that)|"
    r"\byou (?:need|want) from me\b|\byour (?:career|development|strengths?|ambitions?|holidays?)\b|\blearn(?:ed|t|ing)? about yourself\b"
)
"""A question about the seller's own growth, wishes or pleasure."""
_GIVES_UP = re.compile(
    r"\b(?:walk(?:ing)? away|giv(?:e|ing) up|let(?:ting)? (?:\w+ )?go\b|drop(?:ping)? (?:them|it|the deal|out)|say(?:ing)? no|turn(?:ing)? (?:us|them|it) down|pull(?:ing)? out)\b"
)
"""A question about the end of it."""
_ASKED = {
    "cause": re.compile(
        r"\b(?:would|could|might|will|can|does)(?: it)? (?:have to (?:happen|be|change)|need to (?:happen|be|change)|make|bring|move|get|take|tip|persuade|win|lead|help|convince)\b"
    ),
    "who": re.compile(
        r"\b(?:who|whom|whose|which person|which people)\b[^?]*\b(?:decid\w*|decisions?|final|last word|sign\w*|approv\w*|choice|choos\w*|chos\w+|say|vote|budget|power)\b"
    ),
    "against": re.compile(r"\b(?:compar\w*|against|measur\w*|next to|beside|relative to)\b"),
    "which first": re.compile(
        r"\b(?:which|where|what|whom|who)\b[^?]*\b(?:first|most|best|priority|before the (?:others|rest))\b"
    ),
    "done": re.compile(r"\b(?:has|have|did)\b[^?]*\b(?:done|shown|do|show|proved)\b"),
    "firm": re.compile(r"\b(?:firm\w*|solid|hold|better|safer|sure|different this time|real)\b[^?]*"),
    "else": re.compile(
        r"\b(?:who|what|where|which|how) else\b|\b(?:which|what) other\b|\bapart from\b|\bbesides\b|\boutside\b"
    ),
    "when": re.compile(
        r"\b(?:by when|how (?:soon|long)|which (?:day|date|week|month))\b|(?:^|[.:;,] )when (?:will|would|could|do|does|can|is|are)\b"
    ),
    "meant": re.compile(
        r"\b(?:tells?|means?|say about|suggests?|read|make of|lessons?|learn\w*|take from|took from)\b"
    ),
    "how": re.compile(r"\bhow (?:could|can|might|would|will|should) (?:we|you)\b|\bin (?:what|which) ways?\b"),
    "why": re.compile(
        r"\bwhy\b|\b(?:behind|reasons?|explains?|caus(?:e|es|ed)|lies? (?:behind|at)|keep(?:s|ing)?|hold(?:s|ing)? (?:\w+ )?(?:up|back))\b"
    ),
    "want": re.compile(
        r"\b(?:want|wants|hop(?:e|es|ing)|need|needs|looking for|after|expect\w*|get out of|worr\w+|afraid|care\w*)\b"
    ),
}
"""What kind of thing is asked for."""


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
    if ground.is_adapted and (
        max(near[:own]) + near[-1] < _least(answer.text, ground, answer) or _is_elsewhere(answer.text, ground, answer)
    ):
        reasons.append(Refusal(kind="meaning", reason="It asks something else than the question that was given."))
    others = zip(ground.standing, near[own:-1], strict=True)
    if any(cosine >= SAME or _asks_same(answer, other, cosine, ground) for other, cosine in others):
        reasons.append(Refusal(kind="repeat", reason="Another item already says this."))
    return reasons


def _asks_same(answer: Answer, other: str, cosine: float, ground: Ground) -> bool:
    """Whether another item puts the same kind of question about the same."""
    if not _asked(answer.text) & _asked(other):
        return False
    if cosine >= _LIKE or _cosine(ground.offline, other) >= _LIKE_GIVEN:
        return True
    names = content_words(" ".join(NAMED.findall(ground.held(answer))))
    return bool((content_words(other) & content_words(ground.lines(answer))) - names)


def _asked(text: str) -> set[str]:
    """The kinds of question in a text."""
    plain = fold_plain(text)
    return {kind for kind, pattern in _ASKED.items() if pattern.search(plain)}


def _least(text: str, ground: Ground, answer: Answer) -> float:
    """How near an answer must be: the more it shares with the cited lines, the less."""
    own = _own_words(text, ground, answer)
    return _NEAR_AT_ALL if own >= _MUCH else _NEAR_ENOUGH if own >= 1 else NEAR


def _is_elsewhere(text: str, ground: Ground, answer: Answer) -> bool:
    """Whether a text asks about the seller himself, or about giving up, where neither the question given nor a line does."""
    held = fold_plain(f"{ground.offline}\n{ground.bank}\n{ground.lines(answer)}")
    plain = fold_plain(text)
    return any(pattern.search(plain) and not pattern.search(held) for pattern in (_OF_HIMSELF, _GIVES_UP))


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
    told = content_words(in_digits(fold_word(text)))
    shared = told & content_words(in_digits(fold_word(lines)))
    deal = (told & names & content_words(ground.offline)) - shared
    return sum(_telling(word, names) for word in shared) + len(deal)


def _telling(word: str, names: frozenset[str]) -> float:
    if word in names or (word[0].isdigit() and len(word) > 1):
        return 2.0
    return 0.5 if word in bank_words() or word[0].isdigit() else 1.0

"""Words and pairs of words as the linear reading of situations counts them: stems, so that `drops` and `dropped` are one."""

from __future__ import annotations

import re
from itertools import pairwise

_WORD = re.compile(r"[a-z0-9']+")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly", "er", "ers")
_LEAST = 3
"""So many letters of a word stay when an ending goes."""


def terms_of(text: str) -> list[str]:
    """The stems of a text in order, then each two that stand side by side, joined by a blank."""
    stems = [_stem(word) for word in _WORD.findall(text.lower().replace("’", "'"))]
    return [*stems, *(f"{first} {second}" for first, second in pairwise(stems))]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
            break
    return word[:-1] if word.endswith("e") and len(word) > _LEAST + 1 else word

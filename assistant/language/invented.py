"""Invented words that stand for real ones: no word of any language we read, none that stands in another, each for one real word.

Which word stands for which is fixed by a secret of the vault, so that it is the same every time and tells nobody else anything.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import chain, product

from assistant.vault.given import GIVEN_NAMES

_ONSETS = "b br d dr f g gr k kl l m n p pl r s t tr v z".split()
_VOWELS = "a e i o u".split()
_MIDDLES = "lv rd nv lk rv sk mb nz lm rn ld zk".split()
_CODAS = "n k s l r x m".split()
_MARKS = "QXZ"
_SIZES = (6, 7)
_FREE = 2
"""The spellings and short forms of one name begin alike: so many letters at the end differ."""
_ENDINGS = ("o", "y", "a", "i", "u", "ek", "or", "am", "ix", "us")


@lru_cache(maxsize=1)
def words_by_rank() -> dict[str, int]:
    """The packaged model's words, lower case, each with its rank: low numbers are the commonest words of English."""
    table = json.loads((files("assistant.index") / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = table["model"]["vocab"]
    return {word: rank for word, rank in vocabulary.items() if word.isalpha()}


@lru_cache(maxsize=1)
def invented_words() -> tuple[str, ...]:
    """All words there are to choose from, lower case, no two of them with the same first letters."""
    parts = {
        word[start : start + size]
        for word in (*words_by_rank(), *GIVEN_NAMES)
        for size in _SIZES
        for start in range(len(word) - size + 1)
    }
    found: dict[str, str] = {}
    for word in _candidates():
        if word not in parts:
            found.setdefault(word[:-_FREE], word)
    return tuple(found.values())


def _candidates() -> Iterator[str]:
    """Two syllables, neighbours unlike each other; the last letter goes round."""
    for number, (last, middle, first, onset) in enumerate(product(_VOWELS, _MIDDLES, _VOWELS, _ONSETS)):
        yield onset + first + middle + last + _CODAS[number % len(_CODAS)]


def is_real(word: str) -> bool:
    """Whether a word in small letters is one of English, or a first name."""
    return word in words_by_rank() or word in GIVEN_NAMES


class Inventory:
    """Which invented word stands for which real one, both ways."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._given: dict[str, str] = {}
        self.real: dict[str, str] = {}
        """By the invented word, lower case; by the code, in capitals; by the number, digits alone."""

    def word_for(self, real: str, family: str = "") -> str:
        """The invented word, lower case, for a real one; those of one `family` begin alike. Always the same for the same."""
        key = f"word {real}"
        if key not in self._given:
            pool = invented_words()
            start = self._number(f"word {family or real}") % len(pool)
            alone = (pool[(start + n) % len(pool)] + ending for ending in ("", *_ENDINGS) for n in range(len(pool)))
            kin: tuple[str, ...] = ()
            if family and family != real:
                first = self.word_for(family)
                kin = tuple(word for ending in _ENDINGS if not is_real(word := first[:-_FREE] + ending))
            self._take(key, real, next(word for word in chain(kin, alone) if word not in self.real))
        return self._given[key]

    def code_for(self, real: str) -> str:
        """Three capitals that are no abbreviation, for initials and other abbreviations."""
        key = f"code {real}"
        if key not in self._given:
            start = self._number(key)
            codes = (_code((start + n) % 234) + (_code(n)[0] if n >= 234 else "") for n in range(234 * 26))
            self._take(key, real, next(code for code in codes if code not in self.real))
        return self._given[key]

    def number_for(self, real: str) -> str:
        """Twelve digits that begin with 999, which no telephone has."""
        key = f"number {real}"
        if key not in self._given:
            start = self._number(key)
            numbers = (f"999{(start + n) % 10**9:09d}" for n in range(10**6))
            self._take(key, real, next(number for number in numbers if number not in self.real))
        return self._given[key]

    def _take(self, key: str, real: str, invented: str) -> None:
        self._given[key] = invented
        self.real[invented] = real

    def _number(self, text: str) -> int:
        return int.from_bytes(hmac.digest(self._secret, text.encode(), "sha256")[:8], "big")


def _code(number: int) -> str:
    number, first = divmod(number, 26)
    number, second = divmod(number, len(_MARKS))
    number, third = divmod(number, len(_MARKS))
    return chr(ord("A") + first) + _MARKS[second] + _MARKS[third]

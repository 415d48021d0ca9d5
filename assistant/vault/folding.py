"""Text made comparable: case and accents folded away, with the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_LETTERS = {
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "ß": "ss",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "’": "'",
}
"""Letters that Unicode does not take apart, and the typographic apostrophe."""


class _Plain(dict[int, str]):
    """A translation table that fills itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
        folded = "".join(_LETTERS.get(c, c) for c in plain.casefold())
        self[code] = folded
        return folded


_PLAIN = _Plain()


def fold_word(text: str) -> str:
    """Lower case, accents gone."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters where it stands in the original."""
    folded = fold_word(text)
    if text.isascii() or all(len(_PLAIN[ord(char)]) == 1 for char in set(text)):
        return folded, range(len(text))
    offsets: list[int] = []
    for index, char in enumerate(text):
        offsets += [index] * len(_PLAIN[ord(char)])
    return folded, offsets


def fold_plain(text: str) -> str:
    """A folded text with plain apostrophes, for patterns that hold `n't` and `'ll`."""
    return fold_word(text).replace("’", "'")


def slug(name: str) -> str:
    """`Zdeněk Hrubý` as `zdenek-hruby`."""
    return re.sub(r"[^a-z0-9]+", "-", fold_word(name)).strip("-")


def initials(name: str) -> str:
    """`Mirae Lee` as `ml`; a single name has none."""
    parts = fold_word(name).replace("-", " ").split()
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def composed(text: str) -> str:
    """The text with accents composed (NFC), as most file systems and editors write it."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is kept as text, so that it can be read."""
    return frozenset(text.split())

"""Mail and web addresses, telephone numbers and secrets in a text, in whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

AddressKind = Literal["mail", "web", "phone", "secret"]

_ENDINGS = (
    "com|org|net|io|co|ai|app|dev|biz|info|eu|uk|de|at|ch|nl|be|fr|es|it|pt|pl|cz|sk|hu|ro|se|no|dk|fi|ie|us|ca|mx|br|in|au|nz|jp|kr|cn|sg|za|ae|"
    "gov|edu|tech|cloud|online|shop|company|group|solutions|invalid"
)
_NAME = r"[^\W_](?:[\w-]*[^\W_])?"
_HOST = rf"{_NAME}(?:\.{_NAME})*"
_KINDS: tuple[tuple[AddressKind, re.Pattern[str]], ...] = (
    ("mail", re.compile(rf"(?:mailto:)?[\w.+%'-]*[\w+]\s?(?:@|\[at\]|\(at\)|＠)\s?{_HOST}\.[^\W\d_]{{2,}}", re.IGNORECASE)),
    ("web", re.compile(r"\b(?:https?|ftp|file|obsidian|slack|tel|sms|webcal|data|javascript|www)(?:://|:(?=[\w+/])|\.(?=\w+\.))[^\s<>\"'`\]]+[^\s<>\"'`\].,;:!?)]", re.IGNORECASE)),
    ("web", re.compile(rf"(?<![\w@./-])(?:{_NAME}\.)+(?:{_ENDINGS})(?:/[^\s<>\"'`)\]]*)?(?![\w-]|\.\w)")),
    ("web", re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\w.])")),
    ("phone", re.compile(r"(?<![\w/.£$€+-])(?:\+|00)\d{1,3}[\s.-]?\(?\d(?:[\s.()/-]{0,2}\d){5,13}(?![\w/])")),
    ("phone", re.compile(r"(?<![\w/.£$€-])(?:\(?0\d{2,5}\)?|\(\d{3}\)|\d{3}[.-])[\s./-]?\d{3,4}[\s.-]?\d{2,4}(?:[\s.-]?\d{2,4})?(?![\w/%])")),
)  # fmt: skip


class Address(NamedTuple):
    """Where something stands in a text that is no word."""

    start: int
    end: int
    kind: AddressKind


def find_addresses(text: str, secrets: Iterator[tuple[int, int]]) -> list[Address]:
    """All of them in order, none over another; secrets first, then what is longest."""
    found = [Address(start, end, "secret") for start, end in secrets]
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            if not any(match.start() < one.end and one.start < match.end() for one in found):
                found.append(Address(match.start(), match.end(), kind))
    return sorted(found)

"""Lines that gainsay a claim in so many words: they say its own words with a `not`, take it back, or tell that whoever was named has gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.subject import folded
from assistant.reading.words import content_words, names_in, stem

_NOT = re.compile(r"\b(?:not|never|no longer|nobody|none|cannot)\b|n't\b")
_BEHIND = 3
"""So many words behind a `not` are what it denies."""
_TAKEN_BACK = re.compile(
    r"\bso much for\b(?P<what>(?: [\w'-]+){1,5})|\b(?:is|was|are|were)(?:n't| not) (?:true|so|the case)\b|\bnothing of the (?:sort|kind)\b|\bnever (?:said|agreed|happened)\b|"
    r"\b(?:turns|turned) out\b.{0,30}(?:\bnot\b|n't\b|\bnever\b|\bwrong\b|\bno\b)|\b(?:denies|denied|took it back|takes it back|backtracked|backed out|pulled out|withdrew)\b"
)
_GONE = re.compile(
    r"\b(?:has|had|'s|have)? ?(?:just )?(?:left|leaves|leaving|resigned|quit)(?: (?:the|their) (?:company|firm|business|job|bank|group)\b|\s*(?:$|[.,;(!]))|\b(?:has left|is gone|was let go|was fired|no longer (?:there|with them|works there))(?! (?:a|me|us|it|for)\b)"
)
_WORD = re.compile(r"[\w'’-]+")


def denies(claim: str, line: str, about: frozenset[str]) -> bool:
    """Whether a line about the same deal gainsays a claim by its words alone.

    `about` are the claim's content words without the customer's name.
    """
    plain = folded(line)
    common = content_words(line) & about
    if not common:
        return False
    taken = _TAKEN_BACK.search(plain)
    if taken:
        what = taken["what"]
        return bool(content_words(what) & about) if what else len(common) > 1
    if _GONE.search(plain) and _names(claim) & _names(line) & about:
        return True
    if _NOT.search(folded(claim)):
        return False
    denied = frozenset().union(*_denied(plain)) & about
    return bool(denied) and bool(common - denied)


def _denied(plain: str) -> Iterator[frozenset[str]]:
    """The content words behind each `not`, in the same sentence."""
    for match in _NOT.finditer(plain):
        rest = re.split(r"[.,;:!?]", plain[match.end() :], maxsplit=1)[0]
        yield content_words(" ".join(_WORD.findall(rest)[:_BEHIND]))


def _names(text: str) -> frozenset[str]:
    """Names, also where one begins the text or follows the customer's."""
    head = re.match(r"\W*(?:[^:]{1,40}:\s*)?([A-ZÀ-Ž][\w’'-]+)", text)
    return names_in(text) | ({stem(head[1].casefold())} if head else frozenset())

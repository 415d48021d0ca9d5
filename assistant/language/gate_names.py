"""No person, customer or quotation that the cited lines do not hold."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from assistant.language.ground import Answer, Ground, Refusal
from assistant.reading.words import content_words
from assistant.vault.folding import fold_word
from assistant.vault.given import GIVEN_NAMES

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_STARTS = re.compile(r"(?:^|[.?!:;…–—]\s+|[\"“”‘'(]\s*)$")
_FREE = frozenset("i i'm i'd i'll i've ok crm christmas easter xmas".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Judged with the numbers."""
_ROLES = frozenset(
    "ceo cfo cto coo cio cmo md vp fd hr director chairman chairwoman chairperson president lawyer lawyers controller treasurer auditor "
    "secretary chancellor minister consultant consultants investor investors professor dean principal headteacher matron surgeon".split()
)
_QUOTE = re.compile(r"[“\"]([^“”\"]+)[”\"]|(?<!\w)[‘']([^‘’']{3,}(?:['’]\w[^‘’']*)*)[’'](?!\w)")
_LETTERS = re.compile(r"[\W_]+")


def check_names(answer: Answer, ground: Ground) -> list[Refusal]:
    """Names and quotations that come from nowhere."""
    held = set(_words(ground.held(answer)))
    reasons = []
    for part in (answer.text, answer.listen_for, answer.follow_up):
        for word in _strangers(part, held, ground):
            reasons.append(Refusal(kind="name", reason=f"{word} does not stand in the lines it cites."))
    quotable = _letters(ground.held(answer))
    for part in (answer.text, answer.listen_for, answer.follow_up):
        for match in _QUOTE.finditer(part):
            said = match[1] or match[2]
            pieces = [_letters(piece) for piece in re.split(r"…|\.\.\.", said)]
            if any(piece not in quotable for piece in pieces):
                reasons.append(Refusal(kind="quote", reason=f"“{said}” does not stand in the lines word for word."))
    return reasons


def _strangers(text: str, held: set[str], ground: Ground) -> list[str]:
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group().rstrip(".")
        plain = _bare(word)
        if plain in held or plain in _FREE or plain in _DAYS or all(piece in held for piece in plain.split("-")):
            continue
        begins = bool(_STARTS.search(text[: match.start()]))
        if (
            plain in _ROLES
            or plain in ground.known
            or any(char.isupper() for char in word[1:])
            or (word[0].isupper() and not begins)
            or (begins and word[0].isupper() and plain not in english())
            or (plain in GIVEN_NAMES and plain not in english())
        ):
            found.append(word)
    return found


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Words that the knowledge files write in lower case: no names."""
    found: set[str] = set()
    for folder in ("principles", "questions", ""):
        for file in (files("knowledge") / folder).iterdir():
            if file.name.endswith((".md", ".yaml")):
                found.update(
                    _bare(word)
                    for word in _TOKEN.findall(_without_trials(file.read_text(encoding="utf-8")))
                    if word[0].islower()
                )
    return frozenset(found | OPENERS)


OPENERS = frozenset(
    "what which how where when who whose whom why on in at for with from before after since if as by to of your you my our we the this that these "
    "those it its their there here thinking looking given between two three suppose imagine tell show bring walk take let picture during over under "
    "once now next last both each every some any all no nothing nobody one until while because though although without within across about around".split()
)
"""With which a coaching question may begin."""


@lru_cache(maxsize=1)
def bank_words() -> frozenset[str]:
    """The stems of all words that the knowledge files use: they say nothing about one person's notes."""
    return content_words(" ".join(sorted(english())))


def _without_trials(text: str) -> str:
    """A knowledge file without the notes on which its questions were tried."""
    return re.sub(r"^  tried:\n(?:  .*\n?)+?(?=\n|- id:|\Z)", "", text, flags=re.MULTILINE)


def _words(text: str) -> list[str]:
    words = []
    for match in _TOKEN.finditer(text):
        plain = _bare(match.group())
        words += [plain, *plain.split("-")]
    return words


def _bare(word: str) -> str:
    plain = fold_word(word.replace("’", "'")).rstrip(".")
    return plain.removesuffix("'s").removesuffix("'")


def _letters(text: str) -> str:
    return _LETTERS.sub("", fold_word(text))

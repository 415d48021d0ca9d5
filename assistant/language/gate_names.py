"""No person, customer or quotation that the cited lines do not hold."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from assistant.language.ground import Answer, Ground, Refusal
from assistant.language.numerals import numbers_of
from assistant.language.strangers import is_english
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
_SHORTENED = re.compile(r"n't$|'(?:ve|d|ll|re|m|s)?$")
_ENDINGS = re.compile(r"(?:tion|sion|ment|ness|ity|ance|ence|ship)s?$")
_MADE_OF = re.compile(r"(?:ing|ed|ly|s)$")
_LEADS_ON = re.compile(
    r",|\s+(?:[A-Z]\w|(?:a|an|the|this|that|it|them|us|you|me|him|her|their|our|your|his|its|my|one|two|three|for|on|in|at|by|to|with|from|about|over|out|up|"
    r"down|off|of|back|into|through|between|before|after|all|both|each|every|some|any|more|no|what|which|who|how|as|than)\b)"
)
"""What stands behind `Spreading`, `Asked`, `Recently` where they begin a sentence, and not behind a surname."""
_RELATED = frozenset(
    "deputy assistant accountant solicitor successor predecessor wife husband brother sister son daughter nephew niece cousin".split()
)
"""Somebody told of beside another one, whom the lines do not know."""
_DETERMINERS = re.compile(
    r"\b(?:a|an|the|this|that|one|two|each|every|their|your|our|his|her|its|my|any|some|no|to|single|first|last|next)\s+(?:\w+ )?$"
)
_BEFORE = frozenset("mid early late pre post non re ex semi half".split())
NAMED = re.compile(r"(?<![.?!:;] )\b[A-ZÀ-Ž][\w’'-]+")
"""A word with a capital that does not begin a sentence."""
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
        if (
            plain in held
            or plain in _FREE
            or plain in _DAYS
            or ("-" in plain and all(_is_plain(piece, held) for piece in plain.split("-")))
        ):
            continue
        begins = bool(_STARTS.search(text[: match.start()]))
        if (
            plain in _ROLES
            or plain in _RELATED
            or plain in ground.known
            or any(char.isupper() for char in word[1:])
            or (word[0].isupper() and not begins)
            or (begins and word[0].isupper() and not _opens(plain, text[match.end() :]))
            or (plain in GIVEN_NAMES and plain not in english() and not _is_noun(text, match))
        ):
            found.append(word)
    return found


def _is_plain(piece: str, held: set[str]) -> bool:
    """Whether a part of a hyphened word is no name: held, a day, a number, or a word of English."""
    return piece in held or piece in _DAYS or piece in _BEFORE or piece in english() or bool(numbers_of(piece))


def _opens(plain: str, rest: str) -> bool:
    """Whether a word that begins a sentence is one of English: known, a number, or formed as only words of English are."""
    if plain in english() or numbers_of(plain):
        return True
    if plain in GIVEN_NAMES or not is_english(plain):
        return False
    root = _MADE_OF.sub("", plain)
    is_formed = (
        root != plain and any(form in english() for form in (root, f"{root}e", root[:-1])) and _LEADS_ON.match(rest)
    )
    return bool(_ENDINGS.search(plain) or is_formed)


def _is_noun(text: str, match: re.Match[str]) -> bool:
    """Whether a word that is a first name too stands in small letters behind an article: `one bill for all`."""
    return match.group().islower() and bool(_DETERMINERS.search(text[: match.start()].lower()))


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
    return _SHORTENED.sub("", plain)


def _letters(text: str) -> str:
    return _LETTERS.sub("", fold_word(text))

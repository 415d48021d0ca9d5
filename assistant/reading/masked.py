"""A line as tokens in which names, dates and numbers are masked, so that what was learnt from one note fits another.

`Marcus'll send me the map by Fri` becomes `<P> will send <M> the map DUE`: P is the person, M the manager, T somebody else of
the team, X any other name, C a role on the customer's side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date
from typing import Literal

from assistant.models import PersonId
from assistant.reading.context import ReadingContext
from assistant.reading.dates import resolve_due
from assistant.reading.shape import shape
from assistant.reading.subject import folded
from assistant.vault.folding import fold_word

Voice = Literal["manager", "person", "other"]
"""Who says `I`: the manager in his notes, anybody in a transcript."""

_TOKEN = re.compile(r"[^\W_]+(?:['’`][^\W_]+)?|->|→|=>|[:\[\]()|?!\"“”@,;/–—+-]|[✓✅✔☑📅]")
_NUMBER = re.compile(r"\d")
_ROLES = frozenset(
    (
        "cfo ceo coo cio cto ciso md fd vp director buyer procurement purchasing customer client prospect owner boss board committee council "
        "legal finance head chief partner champion sponsor bursar engineer surgeon consultant doctor nurse matron pharmacist chef supervisor "
        "foreman superintendent trustees landlord architect investor dealer distributor supplier competitor incumbent contractor"
    ).split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri tomorrow tmrw tonight today".split()
)
_MONTHS = frozenset(
    "january february april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec".split()
)
_ENDS = frozenset("eow eod eom eoq cob eob asap".split())
_FIRST = {
    "i": (), "me": (), "myself": (), "im": ("is",), "i'm": ("is",), "ill": ("will",), "i'll": ("will",), "ive": ("has",), "i've": ("has",),
    "i'd": ("'d",), "id": ("'d",), "mine": (),
}  # fmt: skip
_THIRD = {
    "he": (), "she": (), "hes": ("is",), "shes": ("is",), "he's": ("is",), "she's": ("is",), "he'll": ("will",), "she'll": ("will",),
    "hell": ("will",), "shell": ("will",), "he'd": ("'d",), "she'd": ("'d",),
}  # fmt: skip
_MEANT: dict[Voice, dict[str, tuple[str, ...]]] = {"other": {}, "person": {"you": ("<M>",)}, "manager": {
    "you": ("<P>",), "your": ("<him>",), "yours": ("<him>",), "you'll": ("<P>", "will"), "you're": ("<P>", "is"), "you've": ("<P>", "has"),
    "you'd": ("<P>", "would"),
}}  # fmt: skip
"""What `you` means where one of the two speaks to the other."""
_SHORT = {"ll": "will", "d": "'d", "s": "is", "m": "is", "ve": "has", "re": "is"}
_ALIKE = {
    "gonna": "will", "gunna": "will", "shall": "will", "w": "with", "w/": "with", "b4": "before", "till": "by", "until": "by", "til": "by",
    "u": "you", "n": "and", "&": "and", "→": "->", "=>": "->", "–": "-", "—": "-", "“": '"', "”": '"', "✅": "✓", "✔": "✓", "☑": "✓",
    "says": "say", "said": "say", "reckons": "say", "claims": "say", "tells": "tell", "told": "tell",
}  # fmt: skip
_COMMON = frozenset("it that there this what who where here how they we you everything nobody let one".split())
_ENDING = re.compile(r"['’`](ll|d|s|ve|re)\b")
_DOTTED = re.compile(r"(?<![\w.])[A-Z]\.(?:\s?[A-Z]\.)?(?=\s|$|['’:,)])")
_MOST_REMEMBERED = 20_000
"""A few thousand words make up nearly all of anybody's notes."""
_SHORTENED = re.compile(r"(\w+)'(ll|d|s|m|ve|re)")


def mask(
    text: str,
    own: PersonId | None,
    context: ReadingContext,
    on: Date | None,
    voice: Voice = "manager",
    *,
    is_between_two: bool = False,
) -> list[str]:
    """The tokens of a text about one person (`own`; None in a note about several).

    `is_between_two` says that manager and person talk or write to each other: `you` is then the other one.
    """
    tokens: list[str] = []
    other = _MEANT[voice] if is_between_two else {}
    for word, is_masked, is_first in _words(text, own, context, on):
        if is_masked:
            tokens.append(word)
        elif (meant := other.get(folded(word))) is not None:
            tokens += meant
        else:
            tokens += _remembered(word, own, context, voice, is_first=is_first)
    if "'d" not in tokens:
        return tokens
    return [_would_or_had(tokens, here) if word == "'d" else word for here, word in enumerate(tokens)]


def _would_or_had(tokens: list[str], here: int) -> str:
    """`I'd half expected` is had, `I'd expect` is would."""
    return "had" if "Ved" in shape(tokens[here + 1 : here + 3]) else "would"


def _words(
    text: str, own: PersonId | None, context: ReadingContext, on: Date | None
) -> Iterator[tuple[str, bool, bool]]:
    """Each word, whether it is masked already, and whether it is the first."""
    spans = [*dotted_names(text, own, context)]
    spans += [
        (m.start, m.end, "<P>" if own in m.people or own is None else "<T>") for m in context.roster.mentions(text, own)
    ]
    taken = [span[:2] for span in spans]
    spans += [
        (*span, "X")
        for span in context.deal_spans(text)
        if not any(start < span[1] and span[0] < end for start, end in taken)
    ]
    due = resolve_due(text, on, month_first=context.month_first) if on else None
    if due:
        spans = [span for span in spans if span[1] <= due.start or span[0] >= due.end]
        spans.append((due.start, due.end, "DUE" if on and due.date >= on else "PAST"))
    at = 0
    for start, end, token in sorted(spans):
        if start < at:
            continue
        yield from _plain(text, at, start)
        yield token, True, False
        at = end
        if (ending := _ENDING.match(text, end)) is not None:
            yield "'s" if ending[1] == "s" else _SHORT[ending[1]], True, False
            at = ending.end()
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[tuple[str, bool, bool]]:
    """Words that are not masked; the first is one that stands behind no other."""
    for found in _TOKEN.finditer(text, start, end):
        at = found.start()
        while at and text[at - 1].isspace():
            at -= 1
        yield found.group(), False, not at or not (text[at - 1].isalnum() or text[at - 1] in "'’,")


def _remembered(word: str, own: PersonId | None, context: ReadingContext, voice: Voice, *, is_first: bool) -> list[str]:
    key = (word, own, voice, is_first)
    if (kept := context.masks.get(key)) is None:
        if len(context.masks) >= _MOST_REMEMBERED:
            context.masks.clear()
        kept = context.masks[key] = _token(word, own, context, voice, is_first=is_first)
    return kept


def _token(word: str, own: PersonId | None, context: ReadingContext, voice: Voice, *, is_first: bool) -> list[str]:
    plain = folded(word)
    speaker = {"manager": "<M>", "person": "<P>", "other": "X"}[voice]
    if plain in _FIRST and (plain != "ill" or is_first):
        return [speaker, *_FIRST[plain]]
    if plain == "my":
        return ["<my>" if voice == "manager" else "my"]
    if plain in _THIRD and (plain not in ("hell", "shell") or is_first):
        return ["<P>", *_THIRD[plain]]
    if plain in ("him", "her", "his"):
        return ["<him>"]
    if context.is_manager(word):
        return ["<M>"]
    if (initials := initials_of(word, own, context)) is not None:
        return [initials]
    if plain in _ALIKE:
        return [_ALIKE[plain]]
    if _NUMBER.search(plain):
        return ["9"]
    if plain in _DAYS or plain in _ENDS or (plain in ("sat", "sun") and word[0].isupper()):
        return ["DAY"]
    if plain in _MONTHS:
        return ["MONTH"]
    if plain in _ROLES:
        return ["<C>"]
    if (short := _SHORTENED.fullmatch(plain)) is not None:
        is_name = word[0].isupper() and not (is_first and short[1] in _COMMON)
        first = "X" if is_name else "<C>" if short[1] in _ROLES else short[1]
        return [first, "'s" if short[2] == "s" and short[1] not in _COMMON else _SHORT[short[2]]]
    if word[0].isupper() and len(word) > 1 and not is_first:
        return ["X"]
    return [plain]


def dotted_names(text: str, own: PersonId | None, context: ReadingContext) -> Iterator[tuple[int, int, str]]:
    """`L.T.` and `L.`, where they are somebody's initials."""
    for found in _DOTTED.finditer(text):
        who = initials_of(found.group().replace(".", "").replace(" ", ""), own, context)
        if who is not None:
            yield found.start(), found.end(), who


def initials_of(word: str, own: PersonId | None, context: ReadingContext) -> str | None:
    """`LT` or `L` for the person, `WD` for the manager."""
    if not (word.isupper() and word.isalpha() and len(word) <= 3):
        return None
    manager = context.roster.manager
    if manager and manager.name and len(word) > 1 and word.casefold() == _first_letters(manager.name):
        return "<M>"
    person = context.roster.get(own) if own else None
    if person is None:
        return None
    letters = _first_letters(person.name)
    if word.casefold() == letters or (len(word) == 1 and word not in "IAQ" and word.casefold() == letters[:1]):
        return "<P>"
    return None


def _first_letters(name: str) -> str:
    return "".join(part[0] for part in fold_word(name).split())

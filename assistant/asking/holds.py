"""Where in a line something stands that could be the answer: a day, a sum, a number, a name, a place, a reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from assistant.vault.folding import fold_plain, fold_with_offsets, fold_word, word_set

_MONTHS = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|"
    "eighty|ninety|hundred|thousand|million|dozen|half|twice|double|none|once|third|quarter|couple|zero"
)
_KINDS = {
    "when": re.compile(
        rf"\b(?:mon|tues?|wed(?:s|nes)?|thur?s?|fri|satur|sun)(?:day)?s?\b|\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:{_MONTHS})\b(?: \d{{1,2}}\b)?|\b\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?\b|"
        r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:today|tonight|tomorrow|tmrw|yesterday|eow|eom|eoy|easter|christmas|xmas|new year|weekend|spring|summer|autumn|"
        r"winter|q[1-4]|h[12]|w/c|week \d+|next (?:week|month|year|quarter)|last (?:week|month|year|night)|this (?:week|month|year)|end of|mid[- ]\w+|fortnight|20[12]\d|"
        r"night shift|\d{1,2}(?::\d\d| ?am| ?pm)|half past|noon|midnight)\b|'2\d\b"
    ),
    "money": re.compile(
        r"[£$€]\s?\d[\d.,]*\s?\w?\b|\b\d[\d.,]*\s?(?:k|m|mn|bn|grand|euros?|eur|gbp|usd|dollars?|pounds?|quid|per ?cent|pct|net|basic|cents?|bps?)\b|\b\d[\d.,]*\s?%|\b(?:thousand|million|percent|per cent)\b"
    ),
    "number": re.compile(rf"\b\d[\d.,/]*\b|\b(?:{_NUMBERS})\b"),
    "old": re.compile(r"\b(?:aged?|years? old|born|turn(?:s|ed|ing) \d+|birthday|in (?:his|her|their) (?:twenties|thirties|forties|fifties|sixties)|\d\d ?yrs? old)\b"),
    "share": re.compile(r"\b\d[\d.,]*\s?%|\b(?:per ?cent|percent|pct|points?|bps?|half|third|quarter)\b|\b\d+ (?:of|in|out of) \d+\b"),
    "said": re.compile(r"[\"“]|\b(?:says?|said|tells?|told|reckons?|thinks?|thought|wrote|writes|mails?|acc|asked|calls?|per)\b|:"),
    "figure": re.compile(r"\b\d[\d.,]*(?:k|m)?\b"),
    "often": re.compile(r"\b(?:every|each|daily|weekly|monthly|yearly|quarterly|once|twice|times|per|a (?:day|week|month|year))\b"),
    "far": re.compile(r"\b\d[\d.,]*\s?(?:km|miles?|mi|metres?|mins?|minutes?|hrs?|hours?)\b"),
    "long": re.compile(
        rf"\b(?:\d[\d.,]*|an?|{_NUMBERS})[- ]?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|wks?|weeks?|fortnights?|mths?|months?|yrs?|years?|quarters?|metres?)\b|"
        r"\b(?:till|until|since|from \d+)\b"
    ),
    "late": re.compile(rf"\b(?:\d[\d.,]*|an?|{_NUMBERS})[- ]?(?:mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|mths?|months?|yrs?|years?)\b"),
    "role": re.compile(
        r"\b(?:md|ceo|cfo|coo|cio|cto|fd|vp|director|owner|boss|board|committee|council|trustees?|head of|chief|manager|mgr|buyer|purchasing|procurement|partners?|founder|chair\w*|secretary|engineer|"
        r"foreman|lawyers?|legal|finance|daughter|son|brother|mother|father|deputy|assistant|clerk|nurse|matron)\b"
    ),
    "why": re.compile(
        r"\b(?:because|cos|coz|since|so that|therefore|hence|due to|thanks to|owing to|reason|blamed|so (?:he|she|they|it|we|i)|for (?:fear|lack|want) of|too \w+|couldn'?t|can'?t|wants?|needs?|worr\w+|"
        r"afraid|as (?:he|she|they|it|we|the))\b|->|→|: | - | – |\("
    ),
    "whether": re.compile(
        r"\b(?:no|not|never|nothing|nobody|none|\w+n'?t|without|neither|nor|yet|still|cancelled|dropped|scrapped|off|lost|gone|yes|ok|okay|done|confirmed|agreed|signed|true|right|happy|works?|sent|came|arrived|passed|"
        r"approved|moved|late)\b|\[x\]|✓|✔|✅"
    ),
}  # fmt: skip
_NAME = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|M)\.? )?\b[A-ZÀ-Ž][\w’'&-]+(?: [A-ZÀ-Ž][\w’'&-]+)*")
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|M)\b")
_OPENS = re.compile(r"(?:^|[.!?:;|>•*\]]\s*|[-–—] |\d[.)] |[\"“(‘'])$")
_PLACE = re.compile(r"\b(?:in|at|from|near|to|into|via|on|round|outside|off|ex)\s+(?:the\s+)?([A-ZÀ-Ž][\w’'-]+)")
_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_PLAIN_NAMES = word_set(
    "i i'm i'll i've i'd ok crm ceo cfo coo cio cto md fd vp hr it qa poc mon tue wed thu fri sat sun"
)
_UNKNOWN = re.compile(
    r"\bnot known\b|\bno idea\b|\b(?:don'?t|didn'?t|doesn'?t|does not|did not|do not) (?:know|say|ask|catch|tell|find)\b|\bnobody (?:of us )?(?:knows?|knew|asked|could|at)\b|\bcould(?:n'?t| not) say\b|\bnot sure\b|\bnot clear\b|"
    r"\bunclear\b|\btbc\b|\btbd\b|\bno (?:name|date|figure|price|number|word)\b|\bwithout a (?:name|date)\b|\bfind out\b|\bnot (?:yet )?(?:said|met|seen|named|asked)\b|\bwhoever\b|\bask(?:ed|s)? (?:who|when|how|what|why|which)\b|\?\s*$"
)


def unknown_in(text: str) -> bool:
    """Whether a line says that something is not known, or only asks it."""
    return bool(_UNKNOWN.search(fold_plain(text)))


@lru_cache(8192)
def spans_of(kind: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where a text holds something of a kind, by character."""
    if kind == "who":
        return tuple(_names(text))
    if kind == "where":
        return tuple(match.span(1) for match in _PLACE.finditer(text))
    folded, offsets = fold_with_offsets(text)
    folded = folded.replace("’", "'")
    found = tuple((offsets[m.start()], offsets[m.end() - 1] + 1) for m in _KINDS[kind].finditer(folded))
    if kind not in ("money", "number", "figure"):
        return found
    days = spans_of("when", text)  # the 8 of `by 8 May` counts nothing
    return tuple(span for span in found if not any(a < span[1] and span[0] < b for a, b in days))


def _names(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _NAME.finditer(text):
        name = match[0]
        opens = bool(_OPENS.search(text[: match.start()]))
        if fold_word(name) in _PLAIN_NAMES or (
            opens and " " not in name and not _TITLE.match(name) and not _is_name_by_place(text, match.end())
        ):
            continue
        found.append(match.span())
    return found


def _is_name_by_place(text: str, end: int) -> bool:
    """Whether what follows a first word marks it as a name: `Lorna confirmed`, `Gary (site)`, `Kestrel: …`."""
    return bool(
        re.match(
            r"(?:'s|’s)?(?:\s*\(|:|,? (?:said|says|told|tells|asked|asks|wants|confirmed|signs?|decides?|has|had|is|was|will|can)\b)",
            text[end:],
        )
    )


def without(text: str, words: frozenset[str]) -> str:
    """A text with the question's own words blanked out, as long as before: an answer says something new."""
    plain = text
    for match in _WORD.finditer(text):
        word = fold_plain(match[0])
        if word in words or word.removesuffix("'s") in words or f"{word}s" in words or f"{word}'s" in words:
            plain = plain[: match.start()] + "·" * len(match[0]) + plain[match.end() :]
    return plain


def distance(text: str, one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> int:
    """The fewest words between any of some places and any of others; many where there are none."""
    starts = [match.start() for match in _WORD.finditer(text)]
    ones, others = ({bisect_right(starts, at) for at, _ in places} for places in (one, other))
    return min((abs(a - b) for a in ones for b in others), default=99)

"""The shape of what was said: same-length plain text, sentences, and what each one does (asks, orders, states)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Mood = Literal["open", "closed", "order", "invitation", "permission", "statement", "nudge"]

CURLY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": ".", "\n": " ", "\t": " "}
)

# Words whose letters are often swapped in haste, and same-letter words that are themselves right.
SWAPPED = (
    "what when where which who why how could would should have haven't didn't don't your you there their because the that "
    "did does was were been this with from about they and are tell show make need send call just still never always "
    "again before think"
).split()
RIGHT_AS_WRITTEN = {
    "form", "won", "own", "saw", "how", "who", "ear", "era", "dan", "dna", "lets", "sned", "seen", "ward", "hire", "hose",
    "siht", "wont", "dose", "lost", "now", "three", "eden", "make", "kame", "dean", "dene", "hate", "heat",
}  # fmt: skip
BY_LETTERS = {"".join(sorted(word)): word for word in SWAPPED if len(word) > 2}

QUOTED = re.compile(r'"[^"]{1,300}"|(?<![\w])\'[^\']{1,300}?\'(?![a-z])')
BOUNDARY = re.compile(r"(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bdr)(?<!\bst)[.?!;:]+(?=[\s\"')]|$)|\s[-–—]+\s|—")
LEAD_IN = re.compile(
    r"^[\s\"'(,]*(?:(?:and|but|so|now|ok|okay|right|well|then|also|yes|yeah|hmm?|mm|ah|oh|hi|hey|look(?=,)|listen(?=,)|sorry|"
    r"thanks|great|good|fine|first|again|just|please|kindly|maybe|perhaps|honestly|frankly|remind me|tell me|go on then|um+|uh+|erm?)\b[\s,]+)*"
)
WH = (
    r"(?:(?:and|but|so|or)\s+)?(?:(?:in|on|at|by|from|for|to|of|with|until|since|after|under|about|between)\s+)?"
    r"(?:what|how|which|who|whom|whose|where|when|why)(?:'s|'d|'re|'ll|s)?\b"
)
AUX = (
    r"(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|am|ain't|need|dare)"
)
OPEN_START = re.compile(rf"^{WH}")
OPEN_LATER = re.compile(
    rf"(?:,|\bthen|\bbut|\band|\bto me|\bwonder|\bwondering|\bcurious)\s+{WH}\s+(?:\w+(?:\s+\w+){{0,3}}\s+)?(?:{AUX}|\w+'(?:s|d|re|ll)|"
    r"made|makes|tells|told|comes|came|helps|helped|needs|else|happens|happened|stops|keeps|gives|gave)\b"
)
CLOSED_START = re.compile(
    rf"^(?:{AUX}(?:n'?t)?|cant|couldnt|wouldnt|shouldnt|didnt|dont|doesnt|isnt|arent|wasnt|havent|hasnt)\b"
)


@dataclass(frozen=True)
class Act:
    """One sentence or clause that stands by itself."""

    text: str
    """Plain, lower case, quoted speech blanked."""
    start: int
    end: int
    """Offsets in the original."""
    asked: bool
    """Ends in a question mark."""


def plain(text: str) -> str:
    """The text in lower case with straight quotes, swapped letters put right and quoted speech blanked; same length."""
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text).translate(CURLY)
    lowered = re.sub(r"[a-z']{3,}", _put_right, lowered)
    return QUOTED.sub(lambda found: '"' + "q" * (len(found[0]) - 2) + '"', lowered)


def _put_right(found: re.Match[str]) -> str:
    word = found[0]
    if word in RIGHT_AS_WRITTEN:
        return word
    meant = BY_LETTERS.get("".join(sorted(word)), word)
    return meant if meant[0] == word[0] or word[:2] == meant[1::-1] else word


def split_acts(said: str) -> list[Act]:
    """The sentences of plain text in order; a colon, semicolon or dash ends one too."""
    acts: list[Act] = []
    start = 0
    for found in [*BOUNDARY.finditer(said), None]:
        end = found.start() if found else len(said)
        mark = found[0] if found else ""
        body = said[start:end]
        lead = len(body) - len(body.lstrip(" \"')"))
        if body.strip(" \"'(),.-"):
            acts.append(Act(body[lead:].rstrip(), start + lead, found.end() if found else end, "?" in mark))
        start = found.end() if found else end
    return acts


def without_lead_in(sentence: str) -> str:
    """The sentence without its first `so`, `and`, `well`, `please`."""
    return sentence[LEAD_IN.match(sentence).end() :]  # type: ignore[union-attr]

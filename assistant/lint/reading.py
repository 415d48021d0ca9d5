"""Reads a text: its sentences, what each does, and the signs of critique that count in such a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.lint.mood import mood_of
from assistant.lint.phrases import find
from assistant.lint.shape import CLOSED_START, OPEN_START, Act, Mood, plain, split_acts, without_lead_in


@dataclass(frozen=True)
class Sign:
    """A phrase that marks critique of one kind, by its offsets in the text."""

    kind: str
    start: int
    end: int


@dataclass
class Reading:
    """What was found in one text."""

    said: str
    acts: list[Act]
    moods: list[Mood]
    signs: list[Sign] = field(default_factory=list)


KINDS = (
    "threat", "comparison", "blame", "judgement", "activity_only", "rescue", "platitude", "sarcasm", "leading", "directive",
    "disguised_advice",
)  # fmt: skip
"""In the order in which a sentence that carries several is named."""
OPEN_KINDS = (
    "sarcasm",
    "threat",
    "comparison",
    "activity_only",
    "blame",
    "disguised_advice",
    "leading",
    "directive",
    "hidden_critique",
)
LOOKED_FOR: dict[Mood, tuple[str, ...]] = {
    "open": tuple(f"open_{kind}" for kind in OPEN_KINDS),
    "closed": (
        "threat",
        "comparison",
        "activity_only",
        "disguised_advice",
        "leading",
        "sarcasm",
        "rescue",
        "open_hidden_critique",
        "blame",
        "directive",
    ),
    "permission": ("leading", "threat", "sarcasm", "comparison", "rescue"),
    "invitation": (
        "open_hidden_critique",
        "threat",
        "open_comparison",
        "sarcasm",
        "blame",
        "directive",
        "open_activity_only",
    ),
    "nudge": ("open_hidden_critique", "threat", "comparison", "sarcasm", "blame", "judgement"),
    "order": (
        "threat",
        "activity_only",
        "rescue",
        "platitude",
        "sarcasm",
        "comparison",
        "disguised_advice",
        "directive",
    ),
    "statement": (*KINDS, "open_hidden_critique"),
}
ADMIRED = {"blame", "judgement", "comparison", "activity_only", "directive", "threat", "leading"}
OWN_PART = re.compile(
    r"\b(?:i (?:was late|forgot|left|missed|cut|promised|owe|pushed|got|regret|dropped|should have)|on me|my (?:fault|mistake|part|own|doing))\b"
)
DEMAND = re.compile(
    r"^(?:(?:and|so|now|just|well|ok|okay|right|then)\b,?\s+)*show me (?:the |some |any |your |more )?(?:evidence|proof|numbers|figures|data)\b"
    r"(?!.*\b(?:please|let's|let us|together|could we|shall we)\b)"
)
"""Bare proof asked for as an order: no artefact, nothing to look at together."""


def read(text: str) -> Reading:
    """The reading of one text; cost grows with its length alone."""
    said = plain(text)
    acts = split_acts(said)
    reading = Reading(said, acts, [mood_of(act) for act in acts])
    for act, mood in zip(acts, reading.moods, strict=True):
        reading.signs.extend(_signs(act, mood))
    _count_questions(reading)
    if any(m == "open" and find("success", a.text) for a, m in zip(acts, reading.moods, strict=True)):
        # "You never raised your voice. How do you do that?" admires: its statements are no reproach.
        admired = [a for a, m in zip(acts, reading.moods, strict=True) if m in ("statement", "nudge")]
        reading.signs = [s for s in reading.signs if not (s.kind in ADMIRED and _within(s, admired))]
    return reading


def _within(sign: Sign, acts: list[Act]) -> bool:
    return any(act.start <= sign.start < act.end for act in acts)


def _signs(act: Act, mood: Mood) -> Iterable[Sign]:
    if OWN_PART.search(act.text):
        return
    if not act.asked and (match := DEMAND.match(act.text)):
        yield Sign("directive", act.start, act.start + match.end())
    body = without_lead_in(act.text)
    shift = len(act.text) - len(body)
    for name in LOOKED_FOR[mood]:
        kind = name.removeprefix("open_")
        if match := find(name, act.text):
            yield Sign(kind, act.start + match.start(), act.start + match.end())
        elif shift and (match := find(name, body)):
            yield Sign(kind, act.start + shift + match.start(), act.start + shift + match.end())


COORDINATED = re.compile(
    r"(?:,|,? and|,? or|,? then)\s+(?:by the way\s+)?(?:what|how|which|who|whom|whose|where|when|why|is|are|was|were|do|does|did|can|will|has|have|anything|since when|with whom)(?:'s|'re)?\b"
)


def _count_questions(reading: Reading) -> None:
    asked = [
        a
        for a, m in zip(reading.acts, reading.moods, strict=True)
        if m in ("open", "closed") and (a.asked or m == "open")
    ]
    parts = 0
    for act in asked:
        body = without_lead_in(act.text)
        parts += bool(OPEN_START.match(body) or CLOSED_START.match(body)) + len(COORDINATED.findall(body))
    marks = [act for act in asked if act.asked and len(act.text.split()) > 2]
    if parts >= 3 or len(marks) >= 2:
        reading.signs.append(Sign("stacked", asked[0].start, asked[-1].end))

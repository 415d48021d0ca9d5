"""Turns a critique into one open question about the same deal, person or thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from zlib import crc32

from assistant.lint.subject import activity, subjects
from assistant.lint.turn import turned

FORMS = {
    "blame": (
        "When you look back on {it}, what do you notice today?",
        "What do you take from {it} for the next time?",
        "What would help us both with {it} from here?",
    ),
    "judgement": (
        "How did things go with {it}, from where you stood?",
        "Where would you like us to start with {it}?",
        "How do you see {it} yourself?",
    ),
    "leading": ("What do you make of {it}?", "How do you read {it} at the moment?", "What do you see in {it}?"),
    "disguised_advice": (
        "What options do you see with {it}?",
        "What would you like to try with {it}?",
        "What ideas do you have for {it}?",
    ),
    "closed": (
        "Where do things stand with {it}, as you see it?",
        "What do you know so far about {it}?",
        "What is the latest on {it}?",
    ),
    "stacked": (
        "Where would you like to start with {it}?",
        "What matters most to you about {it}?",
        "What would be most useful to talk through about {it}?",
    ),
    "directive": (
        "How would you like to go about {it}?",
        "What do you want to do about {it}, and by when?",
        "What would be a good next step with {it}?",
    ),
    "sarcasm": (
        "What would you like me to understand about {it}?",
        "What is going on with {it}, from your side?",
        "What would help with {it}?",
    ),
    "comparison": (
        "What would help you most with {it}?",
        "What would you like to be different with {it}?",
        "What works for you already with {it}?",
    ),
    "threat": (
        "What would help things go well with {it} from here?",
        "What support would help you with {it}?",
        "What do you need from me with {it}?",
    ),
    "platitude": (
        "What would help you in the next conversation about {it}?",
        "What would make a difference with {it} this week?",
        "What have you learned lately about {it}?",
    ),
    "rescue": (
        "What do you need from me so that you can take {it} forward yourself?",
        "How would you like to handle {it}, and where can I help?",
        "What would prepare you best for {it}?",
    ),
    "hidden_critique": (
        "What do you see when you look at {it} today?",
        "What has happened around {it}, as you see it?",
        "What would you need to move forward with {it}?",
    ),
}
ACTIVITY_FORMS = (
    "Which of your recent {it} moved something for the customer?",
    "What would you like your {it} to achieve?",
    "What did you learn in the best of your {it} this month?",
)
MEASURED_AGAINST = re.compile(r"\b(?:predecessors?|colleagues?|peers?|team|squad|joiner|trainee|junior|others|rest)\b")
CONSEQUENCE = re.compile(
    r"\b(?:hr|file|bonus|review|probation|registration|phones|job|contract|record|warning)\b", re.IGNORECASE
)
BARE_FORMS = {
    "blame": ("What do you notice when you look back on it today?", "What do you take from it for the next time?"),
    "judgement": ("How did it look from where you stood?", "How do you see it yourself?"),
    "leading": ("What do you make of it?", "How do you read it at the moment?"),
    "disguised_advice": ("What options do you see?", "What would you like to try?"),
    "closed": ("Where do things stand, as you see it?", "What do you know so far?"),
    "stacked": ("Where would you like to start?", "What matters most to you in all of this?"),
    "directive": ("How would you like to go about it?", "What would be a good next step, as you see it?"),
    "sarcasm": ("What is going on, from your side?", "What would you like me to understand?"),
    "comparison": ("What would help you most?", "What works for you already?"),
    "threat": ("What would help this go well from here?", "What support would help you?"),
    "platitude": ("What would help you in your next conversation?", "What have you learned lately that helps you?"),
    "rescue": ("What do you need from me to take it forward yourself?", "How would you like to handle it?"),
    "hidden_critique": ("What has happened, as you see it?", "What would you need to move forward?"),
}
"""For a text that names nothing at all."""


def rewrite(text: str, kind: str, is_coaching: Callable[[str], bool]) -> str:
    """The first question that is itself coaching, of the text's own words or else about its subject; never empty."""
    for candidate in _candidates(text, kind):
        if is_coaching(candidate):
            return candidate
    return "How do you see this, and what would help you most?"


def _candidates(text: str, kind: str) -> Iterator[str]:
    yield from turned(text, kind)
    counted = activity(text) if kind == "activity_only" else None
    turn = crc32(text.encode("utf-8", "replace"))
    if counted:
        yield from (form.format(it=counted) for form in _from(ACTIVITY_FORMS, turn))
    forms = FORMS.get(kind, FORMS["leading"])
    named = subjects(_at_stake(text) if kind == "threat" else text)[:6]
    if kind == "comparison":
        # Whom he is measured against is not the subject; the thing compared is.
        named = [it for it in named if it.startswith(("the ", "your ", "our ")) and not MEASURED_AGAINST.search(it)]
    for it in named:
        for form in _from(forms, turn):
            yield form.format(it=it)
    yield from _from(BARE_FORMS.get(kind, BARE_FORMS["leading"]), turn)


def _at_stake(text: str) -> str:
    """What a threat is about, without what would follow: the condition, or the text less the words of the consequence."""
    condition = re.search(
        r"\b(?:if|unless)\s+([^,]+)|^([^,]*?\b(?:one more|another|next)\b[^,]*?)(?:,| and\b)", text, re.IGNORECASE
    )
    return CONSEQUENCE.sub("", (condition[1] or condition[2]) if condition else text)


def _from(forms: tuple[str, ...], turn: int) -> tuple[str, ...]:
    first = turn % len(forms)
    return forms[first:] + forms[:first]

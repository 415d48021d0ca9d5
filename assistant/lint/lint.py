"""Tells coaching from critique: `lint(text)` gives the verdict, each offence with its span, and a coaching rewrite."""

from __future__ import annotations

from assistant.lint.messages import MESSAGES
from assistant.lint.reading import Reading, Sign, read
from assistant.lint.rewrite import rewrite
from assistant.lint.shape import Mood
from assistant.models import Offence, Verdict

DEFAULT_KIND = {"closed": "closed", "order": "directive", "statement": "judgement", "nudge": "closed"}
"""What a text is called that opens nothing and carries no other sign."""
OPENING: set[Mood] = {"open", "invitation", "permission"}
"""One of these makes a text coaching unless a sign of critique stands beside it."""


def lint(text: str) -> Verdict:
    """Coaching or critique, why, and for a critique a coaching rewrite that keeps the subject; never raises."""
    reading = read(text)
    signs = critique_signs(reading)
    if not signs:
        return Verdict(text=text, verdict="coaching")
    reasons = tuple(
        Offence(kind=sign.kind, span=text[sign.start : sign.end].strip() or text, message=MESSAGES[sign.kind])
        for sign in signs
    )
    return Verdict(
        text=text, verdict="critique", reasons=reasons, rewrite=rewrite(text, signs[0].kind, is_coaching=_is_coaching)
    )


def _is_coaching(text: str) -> bool:
    return not critique_signs(read(text))


def critique_signs(reading: Reading) -> list[Sign]:
    """The signs that make the text critique; empty for coaching."""
    if reading.signs:
        return reading.signs
    moods = reading.moods
    if OPENING & set(moods) or ("nudge" in moods and not {"closed", "order"} & set(moods)):
        return []
    spoken = sorted(zip(reading.acts, moods, strict=True), key=lambda pair: pair[1] not in ("closed", "order"))
    return [Sign(DEFAULT_KIND[mood], act.start, act.end) for act, mood in spoken[:1]]

"""Tells coaching from critique: `lint(text)` gives the verdict, each offence with its span, and a coaching rewrite.

Readable phrases (`signs/`) say what offends and where; what its words lean to, learnt from labelled lines, is weighed with them: it hears what no
phrase says, and lets a good question pass that a phrase caught.
"""

from __future__ import annotations

from assistant.lint.messages import MESSAGES
from assistant.lint.reading import Reading, Sign, read
from assistant.lint.rewrite import rewrite
from assistant.lint.shape import Act, Mood
from assistant.lint.words import leaning
from assistant.models import Offence, Verdict

DEFAULT_KIND = {"closed": "closed", "order": "directive", "statement": "judgement", "nudge": "closed"}
"""What a text is called that opens nothing and carries no other sign."""
UNNAMED_KIND = "hidden_critique"
"""What a text is called that opens something in form and whose words lean to critique."""
OPENING: set[Mood] = {"open", "invitation", "permission"}
"""One of these makes a text coaching unless a sign of critique stands beside it."""
PHRASES = 2.0
"""What a phrase that was found, or none found, counts beside the words' log odds; chosen on hands not learnt from."""


def lint(text: str) -> Verdict:
    """Coaching or critique, why, and for a critique a coaching rewrite that keeps the subject; never raises."""
    signs = offences(text)
    if not signs:
        return Verdict(text=text, verdict="coaching")
    reasons = tuple(
        Offence(kind=sign.kind, span=text[sign.start : sign.end].strip() or text, message=MESSAGES[sign.kind])
        for sign in signs
    )
    return Verdict(
        text=text, verdict="critique", reasons=reasons, rewrite=rewrite(text, signs[0].kind, is_coaching=is_coaching)
    )


def is_coaching(text: str) -> bool:
    """The verdict alone."""
    return not offences(text)


def offences(text: str) -> list[Sign]:
    """What makes the text critique, by phrases and words together; empty for coaching."""
    reading = read(text)
    signs = critique_signs(reading)
    if not reading.acts or (PHRASES if signs else -PHRASES) + leaning(reading.said) <= 0:
        return []
    return signs or [_unnamed(reading)]


def critique_signs(reading: Reading) -> list[Sign]:
    """The signs that make the text critique by its phrases; empty for coaching."""
    if reading.signs:
        return reading.signs
    moods = reading.moods
    if OPENING & set(moods) or ("nudge" in moods and not {"closed", "order"} & set(moods)):
        return []
    spoken = sorted(zip(reading.acts, moods, strict=True), key=lambda pair: pair[1] not in ("closed", "order"))
    return [Sign(DEFAULT_KIND[mood], act.start, act.end) for act, mood in spoken[:1]]


def _unnamed(reading: Reading) -> Sign:
    """The sentence whose words lean most to critique, where no phrase says what offends."""

    def lean(pair: tuple[Act, Mood]) -> float:
        return leaning(pair[0].text)

    act, mood = max(zip(reading.acts, reading.moods, strict=True), key=lean)
    return Sign(UNNAMED_KIND if mood in OPENING else DEFAULT_KIND[mood], act.start, act.end)

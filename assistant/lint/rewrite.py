"""A coaching question about the same subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import Offence

PROPER = re.compile(r"(?<=[\w,;:'\"’] )[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*")
NOUN = re.compile(r"\b(?:the|your|our|their|his|her|my)\s+((?:[a-z][\w-]*\s+){0,1}[a-z][\w-]{3,})\b")


def rewrite(text: str, reasons: Sequence[Offence]) -> str:
    """One open question that keeps the subject of the original."""
    del reasons
    names = [n for n in PROPER.findall(text) if n not in {"I", "I'm", "I'd", "I'll", "I've"}]
    if names:
        return f"What do you see as the next step with {names[0]}?"
    if nouns := NOUN.findall(text):
        return f"How do you see the {nouns[0].split()[-1]} from where you stand?"
    return "How do you see this one from where you stand?"

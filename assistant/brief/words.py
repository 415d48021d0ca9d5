"""Small turns of phrase that several parts of a brief share."""

from __future__ import annotations

import re
from datetime import date as Date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_LEAD = re.compile(r"^(?:[\s\-*+•–>#]|\[[ xX/-]\]|\d{1,2}[.)]\s)+")
_EDGE = " \t,;:.-–—>"


def day(value: Date, today: Date | None = None) -> str:
    """`20 Oct`, with the year where it is not this one's."""
    text = f"{value.day} {_MONTHS[value.month - 1]}"
    return text if today is None or value.year == today.year else f"{text} {value.year}"


def ago(value: Date, today: Date) -> str:
    """How long ago, in the words one would say."""
    days = (today - value).days
    if days < 0:
        return f"in {-days} days" if days < -1 else "tomorrow"
    if days < 14:
        return ("today", "yesterday")[days] if days < 2 else f"{days} days ago"
    return f"{days // 7} weeks ago"


_LONGEST_WORD = 80
"""What is longer is a link or no word at all."""
_PAUSES = (", ", "; ", ": ", ". ", " (", " - ", " – ", " and ", " but ", " because ", " so that ", " while ")
"""Where a clause ends."""


def clip(text: str, words: int) -> str:
    """At most so many words of a text, cut at a pause where there is one, without bullets or loose ends."""
    short, is_whole, _ = _cut(text, words)
    return short if is_whole else f"{short} …"


def _cut(text: str, words: int) -> tuple[str, bool, bool]:
    """So many words of a text; whether that is all of it, and whether a clause ends there."""
    plain = _LEAD.sub("", " ".join(text.split())).strip(_EDGE)
    parts = [word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…" for word in plain.split(" ")]
    if len(parts) <= words:
        return " ".join(parts), True, True
    short = " ".join(parts[:words])
    pause = max(short.rfind(mark) for mark in _PAUSES)
    at_pause = len(short[: max(pause, 0)].split()) > words // 4
    return (short[:pause] if at_pause else short).strip(_EDGE), False, at_pause


_PROMISING = re.compile(
    r"^(?:(?:and|also|then|so|in return)[,\s]+)*(?:(?i:(?:I |he |she |we )?(?:said|told (?:him|her|me)|agreed|promised (?:him|her|me)))\s+(?:that\s+)?)?"
    r"(?:(?:I|[Hh]e|[Ss]he|[Tt]hey|[Mm]e|[A-Z][a-zà-ž]+|[A-Z]{2,3})(?:['’](?:ll|d)|\s+(?:will|would|is to|am to|is going to|am going to|has to|promised to|agreed to|promises to|to)|\s*(?::|->|→))"
    r"|[Oo]n me:|[Mm]y job:)\s+(?:to\s+)?(?=[a-z])"
)


def promised(text: str) -> str:
    """What was promised, without who promised it: `She'll send me the map` gives `send me the map`."""
    plain = " ".join(text.split())
    words = _PROMISING.sub("", plain, count=1)
    return words if len(words.split()) > 2 else plain


_MARKUP = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]+)\]\([^)\s]*\)|\*\*|__|`")
"""Links, of which the words stay, and marks of emphasis."""


def quoted(text: str, words: int = 12) -> str:
    """The words between quotation marks; marks at their ends are not doubled, a question in them is left out
    so that the sentence around them stays one question. Cut at the end of a clause, they need no dots."""
    short, _, at_clause = _cut(_MARKUP.sub(r"\1\2", text), words)
    plain = max((short if at_clause else f"{short} …").split("?"), key=len).strip(' ."“”')
    return "“" + re.sub(r"[\"“”]", "", plain).strip() + "”"


def listed(names: list[str], at_most: int = 3) -> str:
    """`A, B and C`, the rest as a number."""
    if len(names) > at_most:
        return ", ".join(names[:at_most]) + f" and {len(names) - at_most} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

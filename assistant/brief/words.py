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


def clip(text: str, words: int) -> str:
    """At most so many words of a text, cut at a pause where there is one, without bullets or loose ends."""
    plain = _LEAD.sub("", " ".join(text.split())).strip(_EDGE)
    parts = [word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…" for word in plain.split(" ")]
    if len(parts) <= words:
        return " ".join(parts)
    short = " ".join(parts[:words])
    pause = max(short.rfind(mark) for mark in (", ", "; ", ": ", " (", " - "))
    if pause > len(short) // 2:
        short = short[:pause]
    return short.strip(_EDGE) + " …"


_REPORTED = re.compile(
    r"^(?i:(?:and|but|also|again|still|now|so)[,\s]+)*(?:per \w+,? |acc(?:ording|\.)? to (?:\w+),? )?(?:(?:[Hh]e|[Ss]he|[A-Z]\w*)\s+)?(?:(?:also|again|still|now|keeps?)\s+)*"
    r"(?i:says|said|saying|tells me|told me|tells us|claims|swears|insists|reckons|assures me|maintains|mentions|confirms|is (?:sure|certain|confident|convinced)|keeps telling me)\b"
    r"(?:\s+again)?[\s,:]*(?:that\s+)?",
)
_REPORTED_AFTER = re.compile(
    r"[,\s–-]+(?:(?:he|she|[A-Z]\w*\.?)\s+(?:says|said|tells me|told me|reckons|claims|swears)|(?:says|said)\s+(?:he|she)|acc(?:ording|\.)? to (?:him|her|[A-Z]\w*))(?:\s+again)?[.!]?\s*$"
)
_PER = re.compile(r"^(?:as )?per [A-Z]\w*,?\s+|^acc(?:ording|\.)? to \w+,?\s+")


_OF_DEAL = re.compile(
    r"^[A-Z][^:.?!“”]{1,40}(?::| -| –)\s+(?=(?:[Hh]e |[Ss]he )?(?:says?|said|tells|told|reckons|claims)\b)"
)
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


def said(text: str) -> str:
    """What somebody said, without the words that report it: `says they have the money` gives `they have the money`."""
    plain = _REPORTED_AFTER.sub("", _PER.sub("", _OF_DEAL.sub("", " ".join(text.split()))))
    words = _REPORTED.sub("", plain, count=1)
    return words if len(words.split()) >= 2 else plain


_MARKUP = re.compile(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]|\[([^\]]+)\]\([^)\s]*\)|\*\*|__|`")
"""Links, of which the words stay, and marks of emphasis."""


def quoted(text: str, words: int = 12) -> str:
    """The words between quotation marks; marks at their ends are not doubled, a question in them is left out
    so that the sentence around them stays one question."""
    plain = max(clip(_MARKUP.sub(r"\1\2", text), words).split("?"), key=len).strip(' "“”')
    return "“" + re.sub(r"[\"“”]", "", plain).strip() + "”"


def listed(names: list[str], at_most: int = 3) -> str:
    """`A, B and C`, the rest as a number."""
    if len(names) > at_most:
        return ", ".join(names[:at_most]) + f" and {len(names) - at_most} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)

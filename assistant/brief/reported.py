"""What somebody said, out of a line that tells who said it and about which deal."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SAYS = (
    r"(?:says?|said|saying|tells? (?:me|us)|told (?:me|us)|claims?|swears?|insists?|reckons?|assures? me|maintains?|mentions?"
    r"|confirms?|thinks|is (?:sure|certain|confident|convinced)|keeps telling me)"
)
_WHO = r"(?:[Hh]e|[Ss]he|[A-Z]{1,2}\.?)"
"""The seller in short: initials are always his, as a buyer is called by name."""
_LEAD = re.compile(r"^(?P<lead>[A-Z][^:.?!“”\"]{1,40}?)\s*(?::(?![/\d])\s*|\s[-–]\s+)(?P<rest>\S.*)$")
_SPOKEN = re.compile(r"^[\s>*+•-]+|^\[[ xX/-]\]\s*")
_AMOUNT = re.compile(r"[\W\d_]*\b\d[\d.,]*\s?(?:k|m|K|M)?\b\W*$")
_QUOTES = re.compile(r"^(?P<lead>[A-Z][^:.?!“”\"]{1,40}?)\s+(?P<rest>[“\"].*)$")
_AMOUNT_AHEAD = re.compile(r"^[£$€]?\d[\d.,]*\s?[kKmM]?\b[,;]\s+")
_ON = r"(?i:for|to|of|with|by|in|at|on|about|are|is|was|were|will|has|have)"
_FEWEST = 2
"""A quote of fewer words says nothing."""


def said(text: str, speaker: Sequence[str] = (), deal: str = "", *, keeps_deal: bool = False) -> str:
    """The words themselves, without who reports them: `T says they have the money` gives `they have the money`.

    `speaker` holds the names of the person; others are left in, as a buyer's name is part of what was said. A deal
    ahead of the words goes too, unless it is to be kept; of a row of a table the cell that says something is taken.
    """
    line = _SPOKEN.sub("", _cell(" ".join(text.split())))
    ahead, words = _after_deal(line, deal, _names(speaker))
    words = _without_speaker(words, _names(speaker))
    return f"{ahead}: {words}" if keeps_deal and ahead else words


def _cell(line: str) -> str:
    if not line.startswith("|") or line.count("|") < 2:
        return line
    return max((cell.strip() for cell in line.strip("| ").split("|")), key=lambda cell: len(cell.split()))


def _names(speaker: Sequence[str]) -> str:
    known = {name for whole in speaker for name in (whole, *whole.split()) if name[:1].isupper()}
    return f"(?:{'|'.join([_WHO, *(re.escape(name) for name in sorted(known, key=len, reverse=True))])})"


def _after_deal(line: str, deal: str, who: str) -> tuple[str, str]:
    """The deal ahead of a line, empty where there is none, and the rest."""
    match = _LEAD.match(line)
    if match is None and deal and (quoting := _QUOTES.match(line)) and _is_all_of(quoting["lead"], deal):
        return quoting["lead"], quoting["rest"]
    if match is None:
        return "", line
    lead, rest = match["lead"], match["rest"]
    told_after = re.match(rf"(?:{who}\s+)?{_SAYS}\b|{who}:\s", rest)
    if (_is_named(lead, deal) or told_after) and len(rest.split()) >= _FEWEST and not re.fullmatch(who, lead):
        return _AMOUNT.sub("", lead).rstrip(" ,("), _AMOUNT_AHEAD.sub("", rest)
    return "", line


def _is_all_of(lead: str, deal: str) -> bool:
    return bool(re.match(rf"{re.escape(lead.casefold())}\b", deal.casefold()))


def _is_named(lead: str, deal: str) -> bool:
    words = {word.casefold() for word in re.findall(r"\w{4,}", deal)}
    return len(lead.split()) <= len(deal.split()) + 2 and bool(
        words & {word.casefold() for word in re.findall(r"\w{4,}", lead)}
    )


def _without_speaker(line: str, who: str) -> str:
    """The line without the words that report it, ahead of it, after it or between its halves."""
    often = r"(?:(?:also|again|still|now|just|keeps?)\s+)*"
    ahead = (
        rf"^(?i:(?:and|but|also|again|still|now|so)[,\s]+)*(?:(?i:as )?(?i:per) {who},?\s+|(?i:acc(?:ording|\.)? to) {who},?\s+)",
        rf"^{who}\s*:\s+",
        rf"^(?i:(?:and|but|also|again|still|now|so)[,\s]+)*(?:{who}\s+)?{often}(?i:{_SAYS})\b(?:\s+again)?[\s,:]*(?:that\s+)?",
    )
    teller = rf"(?:{who}\s+{often}{_SAYS}|{_SAYS}\s+{who})(?:\s+again)?"
    after = (
        rf"[,\s–-]+(?:{teller}|(?:as )?per {who}|acc(?:ording|\.)? to (?:{who}|him|her))[.!]?\s*$",
        rf"(?:,\s+|\s[–-]\s){teller}[,.;](?!\s+{_ON}\b).*$",
    )
    for pattern in (*ahead, *after):
        shorter = re.sub(pattern, "", line, count=1).strip()
        if len(shorter.split()) >= _FEWEST:
            line = shorter
    return line

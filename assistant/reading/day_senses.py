"""Whether what reads like a day is one: where it stands, and whether it only says which thing is meant.

`Monday's call` and `the 9/30 deck` name a thing, `since the 4th` and `from 1 July on` say since when: none is a day by which.
"""

from __future__ import annotations

import re

from assistant.reading.day_forms import BY, END, LEADS, STOP, Loose

_THING = (
    r"(?:calls?|meetings?|mtg|recording|deck|visit|numbers|notes|mails?|e-?mails?|session|review|qbr|demo|invoice|version|workshop|class|course|figures|"
    r"minutes|event|show|trip|seats?|units?|people|pieces|deals?|accounts?|sites?|split|shift|1:1|one-on-one|board|stand-?up|catch-?up|webinar|training|"
    r"overdues?|targets?|bonus|results|forecast|pipeline|slot|crew|run|ones?)\b"
)
"""What is named after its day: `the Monday call`."""
_OWNS = re.compile(
    rf"['’](?:s\s+(?!(?:fine|ok|okay|good|close|E|latest|best|when|my|the)\b)|\s+)[a-z]|s?\s+(?:team\s+|sales\s+|steering\s+|status\s+|review\s+)?{_THING}"
)
_ITS = re.compile(r"\b(?:the|his|her|my|our|your|their|that|last|a|an|Z)\s+$")
_NOUN = re.compile(r"\s+(?!\w+(?:ing|ly)\b|(?:what|who|where|how|which)\b)[a-z][a-z-]+")
_PAPER = re.compile(
    r"\s+(?:proposal|list|plan|offer|quote|draft|agenda|paper|story|letter|report|note|order|thing|file|sheet|version|copy|release|install\w*|trial|delivery)\b"
)
_NTH = re.compile(
    r"\s+(?:times?|rounds?|visit|meeting|call|attempt|try|half|quarter|year|floor|page|line|phase|stage|step|item|name|week|session|draft|quote|offer|version|option|"
    r"party|person|choice|reading|pass|reference|question|deal|customer|account|site|sample|one|Uq|Uw|Uy|Um|H)\b"
)
"""What is counted: `the second visit`."""
_NOT_THEN = re.compile(
    r"(?:\b(?:after|since|(?<!Uw )(?<!Ud )from|last|past|was|ab|seit|nach|sinds|as of|starting|effective|every|each|depuis|desde|dal|apres|"
    r"dated|(?<!E )(?<!close )(?<!late )(?<!ahead )(?<!course )of|not(?: on| before| until| till)?|no earlier than|nicht vor|"
    r"(?:was|were) (?:due|meant|supposed|promised|down)(?: to be| for| by| on)?|"
    r"(?:did|had|has|have|was|were)(?:n't|nt| not) (?:\w+ ){1,2}(?:on|by)?)|[➕✅🛫❌])\s*(?:the\s+)?$"
)
_WE_DID = re.compile(
    r"\b(?:we|they|he|she|i)\s+(?:showed|discussed|saw|had|met|talked|spoke|went|got|sent|did|wrote|held|ran|lost|found|heard|raised)\b[^,.;]{0,24}$"
)
_LEADING = re.compile(
    rf"\b{LEADS}\s+(?:around\s+|about\s+|roughly\s+|ca\.?\s+)?(?:(?:the|de|le|la|el|il|den|dem|het|zum)\s+)?(?:E of\s+)?$|[📅⏳@]\s*\{{?$|\b(?:due|deadline|dl|eta|by|by when|when|termin|frist|deadline)\s*:{{1,2}}\s*$"
)
_BY = re.compile(rf"\b(?:{BY}|for|in time for)\s+(?:(?:the|our|his|her|my|your|their)\s+)?$")
_STARTS = re.compile(r"(?:^|[,;:.!?(\[|–—=>→*]|->|\s-|/\s)\s*[\"']?$")
_SOFTLY = re.compile(
    r"\b(?:be|is|now|to|say|says|said|ok|him|her|them|me|us|it|back|done|ready|answer|date|at|latest|it's|its|landing|due|and)\s+$"
)
_COPULA = re.compile(r"\b(?:be|is|now|it's|its)\s+$")
_BEHIND, _BEHIND_SPAN = re.compile(STOP), re.compile(END)


def is_led(plain: str, start: int) -> bool:
    """Whether a word like `by` or `for` leads to what begins there in a line of signs."""
    return _LEADING.search(plain[:start]) is not None


def is_in_place(plain: str, start: int, end: int, loose: Loose) -> bool:
    """Whether what could be something else stands where a day stands: behind a word like `by`, or between stops."""
    before = plain[:start]
    if loose == "number" and _NTH.match(plain, end):
        return False
    if not loose or (loose != "span" and _LEADING.search(before)):
        return True
    stops = (_BEHIND_SPAN if loose == "span" else _BEHIND).match(plain, end) is not None
    if _STARTS.search(before):
        return stops and loose != "led"
    if loose != "number":
        return False
    return bool(_COPULA.search(before)) or (stops and bool(_SOFTLY.search(before)))


def is_of_something(plain: str, start: int, end: int) -> bool:
    """Whether a day only says which thing is meant, or what was before or from then on."""
    before = plain[:start]
    if _NOT_THEN.search(before) or (_WE_DID.search(before) and not _BY.search(before)):
        return True
    if _BY.search(before):
        return False
    if _OWNS.match(plain, end):
        return True
    if _COPULA.search(before) or plain[start] in "VZ":
        return False
    is_its = _ITS.search(before) is not None or plain.startswith("the ", start)
    noun = _PAPER if _LEADING.search(before.removesuffix("the ")) else _NOUN
    return is_its and _BEHIND.match(plain, end) is None and noun.match(plain, end) is not None

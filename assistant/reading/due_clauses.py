"""Whether a day of a statement belongs to another clause than the promise: a condition, what was before, an event, an absence."""

from __future__ import annotations

import re

from assistant.reading.dates import Due

_CONDITION = re.compile(
    r"(?P<out>\b(?:out|know|tell \w+|ask \w*|see|check|say|me|him|her|us)\s+)?\b(?P<word>if|unless|in case|once|when(?:ever)?|as soon as|after|because|wenn|sobald|falls|zodra|als)\s+"
    r"(?!(?:at all )?poss|need(?:ed| be)|(?:he|she|i|we) can\b)(?P<then>[^,;:.]*)$"
)
_SUBJECT = re.compile(r"\b(?:i|he|she|we|they|you|it)(?:'\w+)?\s")
_AND = re.compile(r"\b(?:and|then|me|us)\b")
_BEFORE = re.compile(
    r"\b(?:as\s+)?(?:rang|phoned|spoke|met|talked|called|asked|told|promised|said|agreed|discussed|mentioned|wrote|mailed|emailed|texted|saw|showed|sat|went|came|raised|"
    r"presented|heard|visited|committed|decided|signed|missed|walked|reviewed|looked at it|looked)(?:\s+(?:me|him|her|us|them|with \w+|to \w+))?\s+(?:on\s+)?$"
)
_GOES_ON = re.compile(
    r"^(?:\s+(?:morning|afternoon|evening))?\s*(?:[,:;–—-]|(?:to|and|that|he|she|i|will|but|so|when)\b)\s*\S"
)
_EVENT = re.compile(
    r"\b(?:demo|meeting|call|board|review|renewal|contract|go-?live|launch|kick-?off|trial|visit|event|tender|pilot|budget|qbr|workshop|decision|they|fair|audit|exam|install\w*)\s+"
    r"(?:is|are|meets?|ends?|closes?|starts?|runs? out|expires?|opens?|goes? live|decides?|signs?|renews?)\s*(?:on|until|till|by|the)?\s*(?:the\s+)?$"
)
_GOES_LIVE = re.compile(r"\bgo(?:es|ing)? live\s*(?:on|in)?\s*(?:the\s+)?$")
_ITS_VERB = re.compile(r"^\s+(?:is|are|needs?|wants?|closes?|ends?|starts?|will be)\b")
_NAMED = re.compile(r"\b(?:the|their|its|a)\s+[\w-]+\s+(?:on|of|by)?\s*(?:the\s+)?$")
_AWAY = re.compile(
    r"\b(?:he|she|i|they|we)(?:'s|'m|'re| is| am| are|'ll be| will be)\s+(?:away|off|out|on (?:leave|holiday|vacation|hols)|travell?ing|abroad|not in)\b[^,;.]{0,16}$"
)


def is_elsewhere(text: str, day: Due) -> bool:
    """Whether a day says when something else is, was or may come: `once they sign on Friday he sends it`."""
    before, behind = text[: day.start].casefold(), text[day.end :].casefold()
    if _is_conditional(before, behind) or _EVENT.search(before) or _GOES_LIVE.search(before) or _AWAY.search(before):
        return True
    goes_on = _GOES_ON.match(behind) is not None
    return (goes_on and _BEFORE.search(before) is not None) or (
        _ITS_VERB.match(behind) is not None and _NAMED.search(before) is not None
    )


def _is_conditional(before: str, behind: str) -> bool:
    """`once they sign on Friday he sends it`; what comes at the end, `he sends it once he is back Monday`, says when."""
    condition = _CONDITION.search(before)
    if condition is None or condition["out"] or _AND.search(condition["then"]):
        return False
    subjects = [found.start() for found in _SUBJECT.finditer(condition["then"])]
    if len(subjects) > 1 or (subjects and subjects[0] > 0):
        return False
    return condition["word"] in ("if", "unless", "in case") or _GOES_ON.match(behind) is not None

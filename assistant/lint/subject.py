"""Finds what a sentence is about: the deal, the person or the thing that a rewrite must keep."""

from __future__ import annotations

import re
from functools import cache

from assistant.lint.phrases import lists

WORD = re.compile(r"[^\W\d_][\w'’-]*|\d+[A-Za-z]?")
DETERMINER = re.compile(
    r"\b(the|your|our|their|his|her|its|this|that|these|those|a|an|any|another|every|each|no|some|my|all|which|whose|what|"
    r"two|three|four|five|six|ten|twelve|twenty|next|last|first|new|big|main|only|right|whole|of|more)\s+"
    r"(?=((?:[^\W_][\w'’-]*\s*){1,5}))",
    re.IGNORECASE,
)
PASSED_OVER = {
    "next",
    "last",
    "first",
    "second",
    "whole",
    "new",
    "old",
    "same",
    "real",
    "big",
    "own",
    "only",
    "main",
    "two",
    "three",
    "of",
}
NOUNS_TOO = {
    "call",
    "calls",
    "work",
    "talk",
    "start",
    "close",
    "move",
    "read",
    "ask",
    "stop",
    "sitting",
    "test",
    "count",
    "ring",
}
"""Verbs that are things after an article."""
KEPT = {"your": "your", "our": "our", "their": "their", "his": "his", "her": "her"}
PRONOUNS = {"him": "him", "her": "her", "them": "them", "he": "him", "she": "her", "they": "them"}
ROLES = {
    "CEO",
    "CFO",
    "CTO",
    "COO",
    "CIO",
    "CMO",
    "CRO",
    "CISO",
    "VP",
    "MD",
    "GP",
    "IT",
    "HR",
    "PM",
    "CRM",
    "ERP",
    "QA",
}
THEN_VERBS = {
    "offend",
    "sign",
    "agree",
    "decide",
    "approve",
    "expect",
    "happen",
    "behave",
    "behaves",
    "belong",
    "lapse",
    "seem",
    "seems",
}
"""Verbs that no thing ends in: `the senior person behaves` is about the senior person."""
LONGEST = 3
AFTER_PREPOSITION = re.compile(
    r"\b(?:of|with|without|about|for|in|on|at|from|into|through|over|before|after|until|by)\s+(?:more |less |another )?([a-z][\w-]{3,})\b(?! of\b)"
)
COUNTED = re.compile(r"\b(?:how many|how much|any|enough|about|before|told|tell|on) ([a-z]{3,}s|[a-z]{5,})\b")
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""The last resort: `Are we still on for Friday?` is about Friday."""
AT_THE_END = re.compile(r"\b(?:stop|start|keep|log|formatting|like|than|enough|more|no)\s+(?:your )?([a-z][\w-]{4,})\b")


def subjects(text: str) -> list[str]:
    """What the text names, best first, each ready to stand in a sentence: `Harbury`, `the drug chart`, `your forecast`."""
    things = _things(text)
    names = [_with_article(name, text, things) for name in _names(text)]
    held = " ".join([*names, *things]).lower()
    loose = [word for word in _loose_nouns(text) if word.removeprefix("the ") not in held]
    stops = stops_of()
    counted = [word for word in COUNTED.findall(text.lower()) if word not in stops and word not in held]
    someone = [PRONOUNS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in PRONOUNS]
    return list(
        dict.fromkeys([*names, *things, *loose, *(f"the {word}" for word in counted), *someone, *DAY.findall(text)])
    )


@cache
def stops_of() -> frozenset[str]:
    """Words that are never what a sentence is about."""
    return frozenset(word for name in ("common", "not_subjects", "orders") for word in lists()[name])


def activity(text: str) -> str | None:
    """The activity that is counted, as a plural: `calls`, `site visits`."""
    counted = "|".join(lists()["activity"])
    found = re.search(rf"\b((?:site |sales |customer |patient )?(?:{counted}))\b", text, re.IGNORECASE)
    if not found or " did you" in found[0]:
        return None
    word = found[1].lower()
    return word if word.endswith("s") or word in {"activity", "volume", "outreach"} else f"{word}s"


def _names(text: str) -> list[str]:
    """Runs of capitalised words that are no ordinary words at a sentence's start."""
    common = set(lists()["common"]) | set(lists()["orders"])
    found: list[str] = []
    run: list[str] = []
    last_end = 0
    for match in [*WORD.finditer(text), None]:
        word = re.sub(r"['’](?:s|d|ll|re|ve|m)$", "", match[0]) if match else ""
        if (
            match
            and not text[: match.start()].strip(" \"'“‘")
            and (re.search(r"(?:ly|tion|ment|ness|ity)$", word) or text[match.end() : match.end() + 1] in {",", ":"})
        ):
            # `Impressive: …` and `Frankly …` name nothing, and `Sarah, …` is whom it is said to.
            last_end = match.end()
            continue
        joins = bool(match) and text[last_end : match.start()] == " " if match else False
        if run and not (joins and word[:1].isupper() and word.lower() not in common):
            found.append(" ".join(run))
            run = []
        if match and word[:1].isupper() and word.lower() not in common and not run and len(word) > 1:
            run = [word]
        elif match and run:
            run.append(word)
        if match:
            last_end = match.start() + len(word) if word != match[0] else match.end()
    return [f"the {name}" if name in ROLES else name for name in found if not name.isupper() or len(name) <= 5]


def _with_article(name: str, text: str, things: list[str]) -> str:
    """`the QBR` and `the Hendricks account` stay what they are; `Larkspur` stands alone."""
    before = re.search(rf"\b(the|your|our|their|his|her)\s+{re.escape(name)}\b", text, re.IGNORECASE)
    if not before:
        return name
    whole = [thing for thing in things if re.search(rf"\b{re.escape(name)}\b", thing)]
    return whole[0] if whole else f"{before[1].lower()} {name}"


def _things(text: str) -> list[str]:
    skipped = set(lists()["not_subjects"])
    stops = set(lists()["common"]) - NOUNS_TOO
    poor = re.compile(rf"(?:{'|'.join(lists()['poor'])})$")
    found: list[str] = []
    for match in DETERMINER.finditer(text):
        if match[2][:1].isupper() and match[1].lower() not in {"the", "our", "your"}:
            continue
        words: list[str] = []
        for word in WORD.findall(match[2]):
            low = word.lower()
            possessive = re.sub(r"['’]s$", "", low)
            if possessive != low and possessive not in stops:
                words.append(low)
                continue
            if words and low in THEN_VERBS:
                break
            if low in PASSED_OVER and (not words or words[-1].endswith(("'s", "’s"))):
                continue
            if low in stops or (low.endswith("ly") and len(low) > 4) or "'" in low or "’" in low:
                break
            if words and re.search(r"(?:ed|ing)$", low):
                break
            words.append(word if word[1:].lower() != word[1:] or word[:1].isupper() else low)
            if len(words) == LONGEST:
                break
        while len(words) > 1 and words[-1] in skipped and words[0].endswith(("'s", "’s")):
            words.pop()
        if words:
            words[-1] = re.sub(r"['’]s$", "", words[-1])
        while words and (poor.match(words[0].lower()) or words[0].lower() in skipped) and len(words) > 1:
            words = words[1:]
        if not words or words[-1].lower() in skipped or poor.match(words[-1].lower()) or len(words[-1]) < 3:
            continue
        found.append(f"{KEPT.get(match[1].lower(), 'the')} {' '.join(words)}")
    return found


def _loose_nouns(text: str) -> list[str]:
    """Words without an article where a thing is likely: after a preposition, after `stop`."""
    stops = stops_of()
    poor = re.compile(rf"(?:{'|'.join(lists()['poor'])})$")
    found = [*AFTER_PREPOSITION.findall(text), *AT_THE_END.findall(text.lower())]
    return [word for word in found if word not in stops and not word.endswith("ly") and not poor.match(word)]

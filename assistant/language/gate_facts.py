"""No fact that the cited lines do not hold: what an answer takes for granted, promises, or turns from said into so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.ground import Answer, Ground, Refusal
from assistant.reading.words import content_words, stem
from assistant.vault.folding import fold_word

_DONE = frozenset(
    "signed closed won agreed approved confirmed bought paid committed delivered lost cancelled canceled rejected refused failed resigned quit "
    "promised secured finished completed shipped ordered chosen chose picked accepted declined withdrew ended renewed missed ignored forgot "
    "dropped stalled slipped admitted complained threatened escalated".split()
)
"""Words that say that something came about."""
_NOT_YET = re.compile(
    r"\b(?:would|could|should|might|may|must|to be|will be|be|being|gets?|get|before|until|till|unless|if|when|once|whether|what|which|who|how|not|never|n't|nobody|no|needs?|want\w*|have to|has to|see|hear)\b[^,;:.?!]{0,25}$"
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|hasn't|haven't|hadn't|didn't|doesn't|don't|isn't|wasn't|aren't|won't|can't|couldn't|without|refuses?|hasnt|havent|didnt|doesnt|dont|isnt|wasnt|yet to|no one|neither)\b"
)
_PREMISE = re.compile(
    r"\b(?:now that|since|given that|given|because|seeing that|considering that|as you know|after you|now)\b([^,;:.?]{6,90})[,;:.?]"
)
_LEAD = re.compile(r"^([^?]{8,}?)(?:[:;.!–—]\s|, (?=(?:what|which|how|who|where|when)\b))")
_OFFER = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall| am going to| are going to| can offer| promise| guarantee)\b(?! (?:we|i)\b)"
)
_ASKED_FIRST = re.compile(r"\b(?:what|which|how|when|where|who|by which day|if)\b[^,;:.]*$")
_REWARDS = frozenset(
    "raise bonus promotion promote promoted pip fired sacked dismissal warning disciplinary rating ranking rank score salary commission award "
    "termination terminate probation redundancy performer performers bottom".split()
)
_PRAISE = re.compile(
    r"\b(?:great (?:job|work|stuff|effort)|well done|good (?:job|work)|nice work|brilliant|amazing|fantastic|awesome|excellent|outstanding|impressive|impressed|superb|proud of|love how|congratulations|keep it up|star performer)\b"
)
_SAID = re.compile(
    r"\b(?:say|says|said|saying|tell|tells|told|claims?|claimed|reckons?|swears?|thinks?|thought|sure|heard|hear|hears|put it|call(?:s|ed)|mention\w*|sounds?|feels?|described?|report(?:s|ed)?|note|notes|word|words|writes?|wrote|acc)\b|[“\"]"
)
_MUCH = 0.5


def check_facts(answer: Answer, ground: Ground) -> list[Refusal]:
    """What is taken for granted without a line that holds it."""
    held = fold_word(ground.held(answer)).replace("’", "'")
    lines = fold_word(ground.lines(answer)).replace("’", "'")
    words = content_words(held)
    reasons = []
    for part in (answer.text, answer.follow_up):
        plain = fold_word(part).replace("’", "'")
        reasons += [
            Refusal(kind="fact", reason=f"No line says that it is {word}.") for word in _came_about(plain, words)
        ]
        reasons += [Refusal(kind="fact", reason=f"No line holds “{clause}”.") for clause in _unheld(plain, words)]
        reasons += [
            Refusal(kind="fact", reason=f"The lines say the opposite of “{word}”.") for word in _turned(plain, lines)
        ]
        if any(
            not _ASKED_FIRST.search(plain[: match.start()]) and match.group() not in held
            for match in _OFFER.finditer(plain)
        ):
            reasons.append(Refusal(kind="promise", reason="It promises something in the manager's name."))
        if any(word in _REWARDS and word not in held for word in re.findall(r"[a-z]+", plain)):
            reasons.append(Refusal(kind="promise", reason="It speaks of pay, rank or the job itself."))
        praised = _PRAISE.search(plain)
        if praised and praised.group() not in held:
            reasons.append(Refusal(kind="lint", reason="It praises; ask instead."))
    if _is_said_made_so(fold_word(answer.text), lines):
        reasons.append(Refusal(kind="fact", reason="What was said is told as if it were so."))
    return reasons


def _came_about(plain: str, words: frozenset[str]) -> Iterator[str]:
    for match in re.finditer(r"[a-z]+", plain):
        word = match.group()
        if word in _DONE and not content_words(word) & words and not _NOT_YET.search(plain[: match.start()]):
            yield word


def _unheld(plain: str, words: frozenset[str]) -> Iterator[str]:
    for clause in premises(plain):
        told = content_words(clause)
        if len(told) >= 2 and len(told & words) < _MUCH * len(told):
            yield clause.strip()


def premises(plain: str) -> list[str]:
    """The parts of a folded text that state instead of asking."""
    found = [match[1] for match in _PREMISE.finditer(plain)]
    lead = _LEAD.match(plain)
    if lead and not re.match(r"(?:what|which|how|who|where|when|bring|show|walk|tell)\b", lead[1]):
        found.append(lead[1])
    return found


def _turned(plain: str, lines: str) -> Iterator[str]:
    """Words that the lines deny and a premise asserts, or the other way round."""
    for clause in premises(plain):
        for word in re.findall(r"[a-z']{4,}", clause):
            root = stem(word)
            there = _denials(lines, root)
            if not there:
                continue
            here = _denials(clause, root)
            if (all(there) and not any(here)) or (not any(there) and all(here)):
                yield word


def _denials(text: str, root: str) -> list[bool]:
    """For each place where a word of this root stands: whether it is denied there."""
    found = []
    for match in re.finditer(r"[a-z']{4,}", text):
        if stem(match.group()) == root:
            before = re.split(r"[.;:!?\n]", text[: match.start()])[-1].split()[-4:]
            found.append(bool(_NEGATED.search(" ".join(before))))
    return found


def _is_said_made_so(plain: str, lines: str) -> bool:
    """Whether the lines only report, and a premise of the answer states the same as a fact."""
    reported = [line for line in lines.split("\n") if line.strip()]
    if not reported or not all(_SAID.search(line) for line in reported):
        return False
    held = content_words(lines)
    for clause in premises(plain):
        told = content_words(clause)
        if len(told & held) >= 3 and len(told & held) >= 0.7 * len(told) and not _SAID.search(clause):
            return True
    return False

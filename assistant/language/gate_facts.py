"""No fact that the cited lines do not hold: what an answer takes for granted, promises, or turns from said into so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.gate_names import NAMED, bank_words
from assistant.language.gate_turned import NOT_YET, OPEN, turned_round
from assistant.language.ground import Answer, Ground, Refusal
from assistant.language.numerals import numbers_of
from assistant.reading.words import content_words, stem
from assistant.vault.folding import fold_plain, fold_word

_DONE = frozenset(
    "signed closed won agreed approved confirmed bought paid committed delivered lost cancelled canceled rejected refused failed resigned quit "
    "promised secured finished completed shipped ordered chosen chose picked accepted declined withdrew ended renewed missed ignored forgot "
    "dropped stalled slipped admitted complained threatened escalated joined attended installed launched hired fired blamed doubled halved tripled "
    "renegotiated terminated extended upgraded downgraded converted".split()
)
"""Words that say that something came about."""
_WORD = re.compile(r"[a-z']+")
_DENIED = re.compile(
    r"(?:\b\w+n't|\b(?:not|never|hasnt|havent|hadnt|didnt|doesnt|dont|isnt|wasnt|wont))\s+(?:yet |even |really |been |ever |actually |to |him |her |them |me )*([a-z']{3,})|"
    r"\b(?:nobody|no one|none|neither)\b[^.;:!?]{0,30}?\b(?:has|have|had|is|was|will)\s+(?:yet |ever |been )*([a-z']{3,})"
)
"""A verb that is denied: `hasn't met`, `nobody from legal has seen`."""
_ABSENT = re.compile(
    r"\b(?:without|nobody|no one|no)\s+(?:anybody |anyone |one )?(?:from |of )?(?:the |their )?([a-z]{3,})"
)
_SAME = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "slipped moved postponed delayed shifted",
        "bought ordered reordered purchased",
        "won wins closed landed signed",
        "lost gone",
        "resigned quit left",
        "finished completed done ended",
        "chosen chose picked prefers",
        "declined rejected refused",
        "hired started joined",
        "cancelled canceled dropped",
        "attended came joined",
        "missed absent",
        "ignored unanswered",
        "installed fitted mounted",
    )
)
"""Words that say that the same came about, as stems."""
_LACKS = re.compile(
    r"\b(?:not|never|no|none|nothing|nobody|w/out|w/o|hasnt|havent|didnt|doesnt|dont|isnt|wasnt|wont|stopped|only|without|missing|absent|yet|away|n't)\b|n't\b"
)
_PREMISE = re.compile(
    r"\b(?:now that|since|given that|given|because|seeing that|considering that|as you know|after you|now)\b([^,;:.?]{6,90})[,;:.?]"
)
_NO_PREMISE = re.compile(
    r"(?:what|which|how|who|whom|whose|where|when|once|bring|show|walk|tell|if|suppose|imagine|say|let|it is \w+ (?:months|weeks|years) on)\b"
)
_LEAD = re.compile(r"^([^?]{8,}?)(?:[:;.!–—]\s|, (?=(?:what|which|how|who|where|when)\b))")
_SAID = re.compile(
    r"\b(?:say|says|said|saying|tell|tells|told|claims?|claimed|reckons?|swears?|thinks?|thought|sure|heard|hear|hears|put it|call(?:s|ed)|mention\w*|sounds?|feels?|described?|report(?:s|ed)?|note|notes|word|words|writes?|wrote|acc|named?|names|spoke|speaks?|ha(?:s|ve|d) [^,;:]{1,40} as|want)\b|[“\"]"
)
_REPORTED = re.compile(
    r"(?:\b(?<!i )(?:says|said|thinks|reckons|claims|swears|insists|is (?:sure|certain|convinced|confident)|assures me|promises)(?: that)? ([^.;!?\n]{8,}))|"
    r"^([^.;!?\n]{8,}), (?:he|she|they) (?:says?|said|reckons?|swears?|thinks?)\s*(?=[.;!?\n]|$)|[“\"]([^“”\"]{8,})[”\"]",
    re.MULTILINE,
)
"""The seller's words: after a verb of saying, before one, or between quotation marks."""
_HEDGED = re.compile(r"\b(?:maybe|perhaps|might|may|could|would|probably|likely|supposed)\b")
_TELLING, _MUCH = 3, 0.34


def check_facts(answer: Answer, ground: Ground) -> list[Refusal]:
    """What is taken for granted without a line that holds it."""
    held = fold_plain(ground.held(answer))
    lines = fold_plain(ground.lines(answer))
    words = content_words(held)
    reasons = []
    plain = fold_plain(answer.text)
    reasons += [
        Refusal(kind="fact", reason=f"No line says that it is {word}.") for word in _came_about(plain, held, lines)
    ]
    reasons += [Refusal(kind="fact", reason=f"No line holds “{clause}”.") for clause in _unheld(plain, words)]
    reasons += [
        Refusal(kind="fact", reason=f"The lines say that {word} was not there.") for word in _present(plain, lines)
    ]
    reasons += [
        Refusal(kind="fact", reason=f"The lines say the opposite of “{word}”.") for word in _turned(plain, lines)
    ]
    reasons += [Refusal(kind="fact", reason=reason) for reason in turned_round(plain, lines, held)]
    named = frozenset(stem(fold_word(word)) for word in NAMED.findall(ground.lines(answer)))
    if _is_said_made_so(fold_word(answer.text), lines, named):
        reasons.append(Refusal(kind="fact", reason="What was said is told as if it were so."))
    return reasons


def _came_about(plain: str, held: str, lines: str) -> Iterator[str]:
    """Words that say that something came about, which no line says."""
    roots, told = ({stem(word) for word in _WORD.findall(text)} for text in (held, lines))
    for match in _WORD.finditer(plain):
        word = match.group()
        if (
            word in _DONE
            and stem(word) not in roots
            and not _is_told(stem(word), told)
            and not NOT_YET.search(plain[: match.start()])
        ):
            yield word


def _is_told(root: str, roots: set[str]) -> bool:
    """Whether the lines hold another word that says that the same came about."""
    return any(root in same and same & roots for same in _SAME)


def _unheld(plain: str, words: frozenset[str]) -> Iterator[str]:
    """Premises most of whose telling words stand in no line; words that any bank question could say tell nothing."""
    for clause in premises(plain):
        told = content_words(_without_numbers(clause)) - bank_words()
        if len(told) >= _TELLING and len(told & words) < _MUCH * len(told) and not OPEN.search(clause):
            yield clause.strip()


def _without_numbers(clause: str) -> str:
    """A clause without its numbers, which are judged by themselves."""
    for number in reversed(numbers_of(clause)):
        clause = f"{clause[: number.start]} {clause[number.end :]}"
    return clause


def premises(plain: str) -> list[str]:
    """The parts of a folded text that state instead of asking."""
    found = [match[1] for match in _PREMISE.finditer(plain)]
    lead = _LEAD.match(plain)
    if lead and not _NO_PREMISE.match(lead[1]):
        found.append(lead[1])
    return found


def _turned(plain: str, lines: str) -> Iterator[str]:
    """Verbs that the lines deny and a premise asserts, or the other way round."""
    denied_there = _denied(lines)
    for clause in premises(plain):
        denied_here = _denied(clause)
        here, there = _roots(clause), _roots(lines)
        for root in denied_there & here:
            if root not in denied_here and _count(lines, root) == 1 and not _LACKS.search(clause):
                yield root
        for root in denied_here & there:
            if root not in denied_there and not _is_lacking(lines, root):
                yield root


def _is_lacking(lines: str, root: str) -> bool:
    """Whether a sentence that has the word says of anything that it is not there."""
    return any(root in _roots(part) and _LACKS.search(part) for part in re.split(r"[.;!?\n]", lines))


def _denied(text: str) -> set[str]:
    return {stem(match[1] or match[2]) for match in _DENIED.finditer(text)}


def _roots(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[a-z']{3,}", text) if content_words(word)}


def _count(text: str, root: str) -> int:
    return sum(stem(word) == root for word in re.findall(r"[a-z']{3,}", text))


def _present(plain: str, lines: str) -> Iterator[str]:
    """Who the lines say was absent, told of in a premise as if he had been there."""
    absent = {match[1] for match in _ABSENT.finditer(lines)}
    for clause in premises(plain):
        first = re.match(r"\s*(?:the |their |our )?([a-z]+)", clause)
        if first and first[1] in absent and not _SAID.search(clause) and not _LACKS.search(clause):
            yield first[1]


def _is_said_made_so(plain: str, lines: str, named: frozenset[str]) -> bool:
    """Whether a premise of the answer states as a fact what the lines hold only as somebody's words."""
    reported = " ".join(match[1] or match[2] or match[3] for match in _REPORTED.finditer(lines))
    rest = _REPORTED.sub(" ", lines)
    only_said = {word for word in content_words(reported) - content_words(rest) - named if not word[0].isdigit()}
    for clause in premises(plain):
        told = content_words(clause) - named
        is_open = _SAID.search(clause) or _HEDGED.search(clause)
        if len(told & only_said) >= 2 and len(told & only_said) >= 0.6 * len(told) and not is_open:
            return True
    return False

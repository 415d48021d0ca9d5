"""What the lines hold only as possible, or of the other side, is not told as having come about, or of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.reading.words import content_words, stem

NOT_YET = re.compile(
    r"\b(?:would|could|should|might|may|must|to be|will be|be|being|gets?|get|before|until|till|unless|if|think|thinks|believe|feel|feels|expect|likely|when|once|whether|what|which|who|how|not|never|n't|nobody|no|needs?|want\w*|have to|has to|see|hear)\b[^,;:.?!]{0,25}$"
)
_HAPPENED = re.compile(
    r"(?:\b(?:has|have|had|is|are|was|were)|'(?:ve|s|re|d))\s+(?:(?:already|just|now|finally|since|both|all|been|being)\s+)*([a-z]{2,}(?:ed|en|ld|nt|ht))\b"
)
_MAYBE = re.compile(
    r"\b(?:may|might|would|could|should|will|shall|can|wants?|hop(?:es?|ing)|plan(?:s|ning)?|thinking|considering|about|rumou?rs?|expects?|if|whether|needs?|"
    r"likely|probably|perhaps|maybe|to|not|never|no)\b[^.;:!?]{0,40}$|n't\b[^.;:!?]{0,40}$|'ll\b[^.;:!?]{0,40}$"
)
"""Before a verb that has not come about yet."""
_WE_OWE = re.compile(
    r"\b(?:we|i) (?:still )?(?:owe|promised|need to send|have to send|should send)\b|\bon our side\b|\b(?:waiting|waits?) (?:for|on) us\b"
)
_THEY_OWE = re.compile(
    r"\b(?:they|he|she) (?:still )?(?:owes?|promised) us\b|\bowes? us\b|\bwe(?:'re| are)? (?:still )?wait(?:ing)? (?:for|on)\b|\bon their side\b"
)
_TO_US = re.compile(
    r"\b(?:send|sending|giv(?:e|ing)|deliver(?:ing)?|return(?:ing)?|bring(?:ing)?|get(?:ting)?|hand(?:ing)?|show(?:ing)?|let(?:ting)?) us\b|\b(?:send|sending|giving|delivering|returning)\b[^.;:!?]{1,40} (?:to )us\b|\bowes? us\b"
)
_FROM_US = re.compile(
    r"\b(?:we|i) (?:still )?owe\b|\b(?:keep|keeps|keeping|stop|stops|stopping|prevent\w*|hold\w*) us from (?:sending|giving|delivering|returning)\b|\bon our side\b"
)
_CLAUSES = re.compile(r"[,;.]\s*(?:but |and |while |whereas )?|\s(?:but|while|whereas)\s")
_AT_WHOM = re.compile(r"\b(?:at|of|from|in|with) \w+(?: \w+)?")
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("more bigger larger higher", "less fewer smaller lower"),
        (
            "rise rises rose rising grow grows grew growing growth increase increased",
            "fall falls fell falling drop drops dropped shrink shrinking decrease decreased",
        ),
        ("faster sooner quicker earlier", "slower later"),
        ("stay stays staying stayed keep keeps", "leave leaves leaving left switch"),
        ("like likes liked love loves prefer prefers", "dislike dislikes hate hates"),
        ("win wins won winning", "lose loses lost losing"),
        ("cheaper cheap", "dearer expensive pricier"),
        ("accept accepts accepted", "refuse refuses refused reject rejected decline declined"),
        ("for", "against"),
        ("longer long", "shorter short"),
        ("stronger strong", "weaker weak"),
        ("happy pleased delighted", "unhappy angry upset"),
    )
)
_LETTERS = re.compile(r"[a-z']+")
OPEN = re.compile(r"\b(?:might|could|would|may|if|suppose|imagine|whether)\b")
"""In a clause that supposes instead of stating."""


def turned_round(plain: str, lines: str, held: str) -> Iterator[str]:
    """Reasons why a folded text says of the folded lines what they do not: a sentence each; `held` is all that the answer may lean on."""
    for word in _only_maybe(plain, lines):
        yield f"The lines only say that “{word}” may come."
    if _is_other_way(plain, lines):
        yield "The lines say it of the other side."
    told, there = (set(_LETTERS.findall(text)) for text in (plain, held))
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if told & one and not told & other and there & other and not there & one:
                yield f"The lines say the opposite of “{min(told & one)}”."


def _only_maybe(plain: str, lines: str) -> Iterator[str]:
    """Verbs told as having come about, of which every line says only that they may, would or are to."""
    for match in _HAPPENED.finditer(plain):
        if NOT_YET.search(plain[: match.start()]) or OPEN.search(plain[: match.start()]):
            continue
        root = stem(match[1])
        there = [one for one in re.finditer(r"[a-z']{3,}", lines) if stem(one.group()) == root]
        if there and all(_MAYBE.search(lines[: one.start()].rpartition("\n")[2]) for one in there):
            yield match[1]


def _is_other_way(plain: str, lines: str) -> bool:
    """Whether who owes whom is turned round, or one is given what the lines say of another."""
    if _WE_OWE.search(lines) and not _THEY_OWE.search(lines) and _TO_US.search(plain):
        return True
    if _THEY_OWE.search(lines) and not _WE_OWE.search(lines) and _FROM_US.search(plain):
        return True
    told = content_words(plain)
    for line in lines.split("\n"):
        clauses = [clause.split() for clause in _CLAUSES.split(line) if clause]
        for one, other in pairwise(clauses):
            if _is_swapped(told, one, other):
                return True
    return False


def _is_swapped(told: frozenset[str], one: list[str], other: list[str]) -> bool:
    """Whether a text has the subject of one clause and the object of the next, where both have the same verb."""
    for at, word in enumerate(one):
        for there, again in enumerate(other):
            if len(word) > 3 and stem(word) == stem(again):
                parts = [
                    content_words(_AT_WHOM.sub(" ", " ".join(part)))
                    for part in (one[:at], one[at + 1 :], other[:there], other[there + 1 :])
                ]
                subject, thing, subject2, thing2 = (part - {stem(word)} for part in parts)
                has = [bool((part - others) & told) for part, others in (
                    (subject, subject2 | thing2), (thing, thing2), (subject2, subject | thing), (thing2, thing)
                )]  # fmt: skip
                if (has[2] and has[1] and not has[0] and not has[3]) or (
                    has[0] and has[3] and not has[1] and not has[2]
                ):
                    return True
    return False

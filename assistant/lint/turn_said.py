"""Critique that says, as an open question: an order, a threat, a blame, a comparison, work taken over."""

from __future__ import annotations

import re

from assistant.lint.clauses import base, lowered
from assistant.lint.phrases import lists
from assistant.lint.turn_asked import CAME_ABOUT

NO_ORDER = {"always", "just", "kindly", "please", "dont", "forget", "remember", "look", "think"}
"""Words of the list that begin an order and are not the thing to be done."""


def because(said: str) -> str | None:
    """`we lost the account because you sat on the drawings`, `because you didn't ring, they rang the others`"""
    found = re.match(
        r"(.+?)(?:,?\s+(?:because|since|thanks to)\s+(?:of\s+)?(?:you|your|nobody|no one|somebody|someone)\b|,\s+and you\b)",
        said,
        re.I,
    ) or re.match(r"(?:because|since) (?:you|nobody|no one|somebody|someone)\b[^,]+,\s+(.+)", said, re.I)
    if not found or len(found[1].split()) < 3 or re.match(r"(?:you|if|it)\b", found[1], re.I):
        return None
    return CAME_ABOUT.format(it=re.sub(r"^(?:that|this) (?!is\b|was\b)", "the ", lowered(found[1])))


def ordered(said: str) -> str | None:
    """`send me the rota by noon`, `you need to ring the buyer`"""
    evidence = re.match(r"show me (?:the |some |any |your )?(evidence|proof|numbers|figures|data)\b(.*)", said, re.I)
    if evidence:
        return f"Which {evidence[1].lower()}{evidence[2]} could we look at together?"
    asked = re.search(
        r"^(?:you(?:'ll)? (?:need to|have to|should|must|ought to|had better|'d better|are to)|you'd better|i(?:'d| would)? (?:need|want|expect|like) you to|"
        r"(?:could|can|would|will) you(?: please| just| kindly)?|make sure(?: that)? you|"
        r"(?:i|it) would (?:appreciate it|be (?:great|good|nice|lovely|wonderful)) if you(?: could)?)\s+(.+)$",
        said,
        re.I,
    )
    order = asked[1] if asked else said
    order = re.sub(r"^(?:(?:try|remember|take care|be sure) to|do me a favour and|just)\s+", "", order, flags=re.I)
    ensured = re.match(r"(?:make sure|see to it|ensure)(?: that)?\s+((?!you\b).+)", order, re.I)
    if ensured:
        return f"What do you need so that {ensured[1]}?"
    verb = order.split(" ")[0].lower()
    refused = re.fullmatch(r"(?:don't|do not|never)\s+(.+)", order, re.I)
    if refused:
        return f"What would help you not to {refused[1]}?"
    if verb not in set(lists()["orders"]) - NO_ORDER or len(order.split()) < 3:
        return None
    order = re.split(r",|\s+(?:and|or) (?=(?:then|i|we|you|no|there|the|come)\b)|\bplease$", order)[0].strip()
    if re.search(r"\b(?:more|again)$", order) or re.search(r"\b(?:as soon as possible|asap)\b", order, re.I):
        return None
    needs = "What would help you to" if verb == "be" else "What do you need to"
    return f"{needs} {verb}{order[len(verb) :]}?"


def threatened(said: str) -> str | None:
    """`if this slips again we will have a different conversation`, `one more complaint and …`"""
    found = re.match(
        r"(if|unless)\s+(.+?)(?:,|\s+(?=(?:then\b|(?:i|we|you|they|there|it|he|she)(?:'ll|'m|'re| will| can't| won't| am| are| have to| need to)\b)))",
        said,
        re.I,
    )
    if found and not re.search(r"\b(?:were|was|had|did|took|would)\b|'d\b", found[2]) and len(found[2].split()) > 1:
        likely = "less" if found[1].lower() == "if" else "more"
        return f"What would make it {likely} likely that {found[2]}?"
    counted = re.match(r"(?:just )?(?:one more|another)\s+([\w' -]+?)(?:,| and\b| like\b)", said, re.I)
    if counted and counted[1].split()[0] not in {"of", "time", "thing", "word"}:
        return f"What would help to prevent another {counted[1]}?"
    return None


def compared(said: str) -> str | None:
    """`Sarah closes three a month, what's stopping you`"""
    found = re.match(
        r"[A-Z][\w'-]+\s+([a-z]+s)\s+(.+?),\s+(?:so |and )?what(?:'s| is) (?:stopping|keeping|holding)", said
    )
    return f"What would help you to {base(found[1])} {found[2]}?" if found else None


OFFERS = r"(?:i can|why don't i|shall i|let me|i'd better|i had better)"
TAKES = rf"(?:{OFFERS}|i'll|i will|i could|i'm going to)"


def taken_over(said: str) -> str | None:
    """`I'll smooth it over with purchasing`"""
    return _given_back(TAKES, said)


def offered(said: str) -> str | None:
    """The same where only an offer is surely one: `I'll take it higher` may be a threat."""
    return _given_back(OFFERS, said)


def _given_back(opening: str, said: str) -> str | None:
    found = re.match(
        rf"{opening}(?: just)? (?!come|go\b|be\b|have|give|find|show|help|tell|say)(.+?)"
        r"(?:,| myself\b| and\b| from here| for you|$)",
        said,
        re.I,
    )
    if not found or len(found[1].split()) < 3 or re.search(r"\b(?:you|me|i)\b", found[1], re.I):
        return None
    return f"What would help you to {found[1]} yourself?"

"""Tells what one sentence does: asks openly, checks, asks leave, invites, orders, listens or states."""

from __future__ import annotations

import re

from assistant.lint.phrases import find, lists
from assistant.lint.shape import AUX, CLOSED_START, OPEN_LATER, OPEN_START, WH, Act, Mood, without_lead_in

STATES = re.compile(
    r"(?:and |but |so )?(?:(?:when|where|how|why|whatever) (?:i|we|you|he|she|they|it|the|my|your|our|a|an|this|that|there)\b|"
    r"what (?:a|an|i|we|you)\b|how \w+ of\b)"
)
"""A why-word that opens a clause or an outcry, not a question: `when I had your patch …`."""
FRONTED = re.compile(rf"^(?:between|from|on|out of|if|in|after|before|with|of)\b[^,]{{3,60}}?\s{WH} (?:\w+ )?{AUX}\b")
"""`between one and five how clear is the brief`"""
AFTER_COMMA = re.compile(rf",\s+{WH}")


def _invites_after_comma(body: str) -> bool:
    return any(find("invited", part) for part in body.split(", ")[1:])


def mood_of(act: Act) -> Mood:
    """What one sentence does."""
    body = without_lead_in(act.text)
    if not body:
        body = act.text
    first = re.match(r"[a-z']+", body)
    invited = find("invited", body) or find("invited", act.text)
    if OPEN_START.match(body) and (act.asked or not STATES.match(body)):
        return "open"
    if act.asked:
        if find("invitations", act.text) or find("invitations", body):
            return "invitation"
        if OPEN_LATER.search(body) or (AFTER_COMMA.search(body) and not CLOSED_START.match(body)):
            return "open"
        if invited or _invites_after_comma(body):
            return "permission"
        if (find("listening", act.text) or find("listening", body)) and len(act.text.split()) < 8:
            return "nudge"
        return "closed"
    if invited and CLOSED_START.match(body):
        return "permission"
    if find("invitations", act.text) or find("invitations", body):
        return "invitation"
    if find("listening", act.text):
        return "nudge"
    if first and first[0] in lists()["orders"] and not re.match(r"\w+(?:'s| of| is| was| are)\b", body):
        return "order"
    if OPEN_LATER.search(body) or FRONTED.match(body):
        return "open"
    return "statement"

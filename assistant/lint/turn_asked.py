"""Critique that asks, as an open question: what is checked, taken for known or reproached with a why."""

from __future__ import annotations

import re

from assistant.lint.clauses import doing, going, lowered, statement, told

AUXILIARY = r"(is|are|was|were|has|have|had|did|do|does|can|could|will|would|should)(n't)?"
OPENS = r"(?:who|whose|what|when|where|which|how|why|whether)"
TAG = re.compile(
    r",\s+(?:(?:is|are|was|were|do|does|did|has|have|had|would|could|should|can|will|wo|ca)(?:n't)?\s+(?:it|you|we|they|he|she|i|there|that|this)|no|right|eh)$",
    re.I,
)
WOULD_TELL = "What would tell us {it}?"
CAME_ABOUT = "How did it come about that {it}?"
UNNAMED = {"anybody", "anyone", "nobody", "somebody", "someone", "one", "i"}


def known(said: str) -> str | None:
    """`somebody ought to know who signs`"""
    found = re.search(
        rf"\b(?:know|knows|known|find out|no idea|tell (?:me|us))\s+({OPENS}\s.+)$", TAG.sub("", said), re.I
    )
    if not found or re.search(r"\byou\b", found[1]) or re.search(r"^i\b|n't know", said, re.I):
        return None
    return WOULD_TELL.format(it=found[1])


def thought(said: str) -> str | None:
    """`don't you think finance should have been invited`"""
    found = re.match(
        r"(?:(?:do|would|ca|can|could)(?:n't)? you (?:not |really |honestly |seriously )?(?:think|feel|agree|say|admit|see|believe)"
        r"|is(?:n't)? it (?:not )?(?:obvious|clear|true|rather|possible|fair to say)(?: by now)?"
        r"|you (?:do |must )?(?:realise|realize|know|agree|see|'ve known|have known)|you'd have to (?:admit|agree)"
        r"|surely|we (?:all|both) know"
        r"|i (?:take it|suppose|assume|guess|presume))(?: that)?,?\s+(.+)$",
        TAG.sub("", said),
        re.I,
    )
    return _whether(found[1]) if found else None


def tagged(said: str) -> str | None:
    """`so it's dead, isn't it`"""
    clause = TAG.sub("", said)
    return _whether(re.split(r",\s+(?:so|and|but)\s+", clause)[-1]) if clause != said else None


def _whether(clause: str) -> str | None:
    if re.match(rf"(?:you\b|you'|i\b|i'|{OPENS}\b|if\b|because\b|we both\b)", clause, re.I) or len(clause.split()) < 2:
        return None
    missed = re.fullmatch(r"(.+?) should(n't| not)? have (.+)", clause)
    if missed:
        wanted = "had" if not missed[2] else "had not"
        return f"What would have been different if {lowered(missed[1])} {wanted} {missed[3]}?"
    return WOULD_TELL.format(it=f"whether {lowered(clause)}")


def checked(said: str) -> str | None:
    """`has the anaesthetist seen the new pump`, `did you ring the dispensary`"""
    found = re.fullmatch(rf"{AUXILIARY}\s+(.+)", said, re.I)
    if not found or re.search(r",|\bor\b", found[3]):
        return None
    auxiliary = found[1].lower()
    parts = told(auxiliary, found[3])
    if not parts or parts[0].lower().split()[0] in {"that", "this", "there"}:
        return None
    if parts[0].lower() == "you":
        done = re.sub(r"^(?:actually|ever|already|even|just|really)\s+|^(?:manage|get|remember) to\s+", "", parts[1])
        verb, _, rest = done.partition(" ")
        if auxiliary == "have":
            way = doing(verb)
            return f"Where are you with {way} {rest}".strip() + "?" if way and rest else None
        if auxiliary not in {"did", "do", "will", "can"} or verb in {
            "think",
            "know",
            "want",
            "like",
            "agree",
            "need",
            "have",
            "see",
            "feel",
            "understand",
            "believe",
            "remember",
        }:
            return None
        return f"Where are you with {going(verb)} {rest}".strip() + "?"
    clause = statement(auxiliary, False, found[3])
    return WOULD_TELL.format(it=f"whether {clause}") if clause else None


def expected(said: str) -> str | None:
    """`shouldn't the apprentice have worn gloves`, `hasn't the buyer gone quiet`"""
    found = re.fullmatch(rf"{AUXILIARY}\s+(.+)", said, re.I)
    if not found or not found[2] or "," in found[3]:
        return None
    missed = re.fullmatch(r"(.+?) have (.+)", found[3])
    if found[1].lower() == "should" and missed:
        return _whether(f"{missed[1]} should have {missed[2]}")
    clause = statement(found[1].lower(), False, found[3])
    return _whether(clause) if clause and not clause.startswith(("that ", "this ", "there ", "it ")) else None


def why(said: str) -> str | None:
    """`why would the crew leave the site without sign-off`, `why hasn't the family had an answer`, `how come …`"""
    told_so = re.fullmatch(r"(?:how come|(?:why|how) is it (?:possible )?that)\s+(.+)", said, re.I)
    if told_so:
        return None if re.search(r"\byours\b", told_so[1]) else CAME_ABOUT.format(it=told_so[1])
    found = re.fullmatch(rf"(?:why|how)(?: on earth| the hell| in the world)?\s+{AUXILIARY}\s+(.+)", said, re.I)
    if not found or (said.lower().startswith("how") and found[1].lower() not in {"could", "would", "can"}):
        return None
    auxiliary, negated = found[1].lower(), bool(found[2])
    parts = told(auxiliary, found[3])
    if not parts or parts[0].lower() in UNNAMED:
        return None
    if not negated and auxiliary in {"could", "would", "did", "can"}:
        who, what = parts
        return (
            f"What led {who} to {what}?"
            if who.lower() not in {"we", "they", "he", "she", "it", "this", "that"}
            else None
        )
    clause = statement(auxiliary, negated, found[3])
    return CAME_ABOUT.format(it=clause) if clause else None

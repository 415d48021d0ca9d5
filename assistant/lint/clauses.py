"""Small grammar for rewrites: a question told as a statement, and the forms of a verb."""

from __future__ import annotations

import re
from functools import cache

from assistant.lint.phrases import lists

PAST = dict(
    pair.split("/")
    for pair in (
        "bring/brought buy/bought build/built catch/caught choose/chose come/came cut/cut do/did draw/drew drive/drove eat/ate fall/fell "
        "feel/felt find/found forget/forgot get/got give/gave go/went have/had hear/heard hit/hit hold/held keep/kept know/knew lead/led "
        "leave/left let/let lose/lost make/made mean/meant meet/met pay/paid put/put read/read ring/rang run/ran say/said see/saw sell/sold "
        "send/sent set/set show/showed shut/shut sit/sat speak/spoke spend/spent stand/stood take/took teach/taught tell/told think/thought "
        "understand/understood win/won write/wrote"
    ).split()
)
DONE = {past: verb for verb, past in PAST.items()} | {
    "chosen": "choose",
    "done": "do",
    "drawn": "draw",
    "given": "give",
    "rung": "ring",
    "run": "run",
    "seen": "see",
    "shown": "show",
    "spoken": "speak",
    "taken": "take",
    "written": "write",
}
"""Verbs by what `have` takes."""
BASES = (
    "accept afford agree approve arrive ask believe belong break care change cost decide deserve expect fail happen help join like look "
    "manage matter move need notice offend own pay reach realise receive reply respond return sign start sound trust want work".split()
)
PARTICIPLE = (
    r"(?:\w+ed|been|begun|bought|brought|built|caught|chosen|come|cut|done|drawn|driven|eaten|fallen|felt|forgotten|found|given|gone|"
    r"got|had|heard|held|hit|kept|known|led|left|let|lost|made|meant|met|paid|put|read|run|rung|said|seen|sent|set|shown|shut|sold|"
    r"spent|spoken|stood|taken|taught|thought|told|understood|won|written)"
)
STATE = r"(?:\w+ing|\w+-checked|in|on|at|off|out|over|under|with|for|from|up|down|back|ready|late|here|there|still|not|so|too|open|right|sure|safe|dead)"
BETWEEN = r"(?:(?:already|actually|really|ever|even|also|all|both|just|finally|always|never|still|yet|not)\s+)*"
ONE = (
    r"(?:i|you|we|they|he|she|it|this|that|there|everybody|everyone|somebody|someone|anybody|anyone|nobody|everything)"
)
THING = r"(?:(?:the|your|our|their|his|her|its|my|this|that|these|those|a|an|all|both)\s+)?[\w'-]+(?:\s+[\w'-]+){0,3}?"


@cache
def _told(kind: str) -> re.Pattern[str]:
    bases = "|".join(sorted({*lists()["orders"], *PAST, *BASES} - {"don't", "dont"}))
    then = {"have": PARTICIPLE, "be": rf"(?:{PARTICIPLE}|{STATE})", "do": f"(?:{bases})"}[kind]
    return re.compile(rf"({ONE}|(?!{ONE}\b){THING})\s+({BETWEEN}{then}\b.*)", re.IGNORECASE)


def told(auxiliary: str, rest: str) -> tuple[str, str] | None:
    """Who and what of a question after its auxiliary: `has`, `the nurse seen it` gives `the nurse` and `seen it`; none if unclear."""
    kind = (
        "have" if auxiliary in {"have", "has", "had"} else "be" if auxiliary in {"is", "are", "was", "were"} else "do"
    )
    found = _told(kind).fullmatch(rest)
    return (found[1], found[2]) if found else None


def statement(auxiliary: str, negated: bool, rest: str) -> str | None:
    """The question as a statement, its tense and negation kept: `did`, `the plumber come` gives `the plumber came`."""
    parts = told(auxiliary, rest)
    if not parts:
        return None
    who, what = parts
    if negated:
        stem = {"can": "ca", "will": "wo"}.get(auxiliary, auxiliary)
        return f"{who} {stem}n't {what}"
    verb, _, tail = what.partition(" ")
    if auxiliary == "did":
        return f"{who} {past(verb)} {tail}".strip()
    if auxiliary == "does":
        return f"{who} {third(verb)} {tail}".strip()
    return f"{who} {what}" if auxiliary == "do" else f"{who} {auxiliary} {what}"


def lowered(clause: str) -> str:
    """The clause as it stands within a sentence: its first letter small unless it is a name."""
    first = clause.split(" ", maxsplit=1)[0]
    return clause[0].lower() + clause[1:] if first.lower() in lists()["common"] and first != "I" else clause


def past(verb: str) -> str:
    """`come` gives `came`, `sign` gives `signed`."""
    low = verb.lower()
    if low in PAST:
        return PAST[low]
    if low.endswith("e"):
        return f"{low}d"
    return f"{low[:-1]}ied" if re.search(r"[^aeiou]y$", low) else f"{_doubled(low)}ed"


def third(verb: str) -> str:
    """`have` gives `has`, `understand` gives `understands`."""
    low = verb.lower()
    if low == "have":
        return "has"
    if re.search(r"[^aeiou]y$", low):
        return f"{low[:-1]}ies"
    return f"{low}es" if re.search(r"(?:s|sh|ch|x|z|o)$", low) else f"{low}s"


def doing(participle: str) -> str | None:
    """`updated` gives `updating`, `told` gives `telling`; none for `got` and `been`, which say nothing done."""
    low = participle.lower()
    if low in {"got", "been", "had"}:
        return None
    if low in DONE:
        return going(DONE[low])
    if low.endswith("ied"):
        return f"{low[:-3]}ying"
    return f"{low[:-1]}ing" if low.endswith("eed") else f"{low[:-2]}ing" if low.endswith("ed") else None


def going(verb: str) -> str:
    """`ring` gives `ringing`, `make` gives `making`."""
    low = verb.lower()
    if re.search(r"[^eoy]e$", low) and low != "be":
        return f"{low[:-1]}ing"
    return f"{_doubled(low)}ing"


def base(verb: str) -> str:
    """The verb of `she closes` as in `to close`."""
    low = verb.lower()
    if low in {"does", "goes"}:
        return low[:-2]
    if low == "has":
        return "have"
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low[:-2] if re.search(r"(?:ss|sh|ch|x)es$", low) else low[:-1]


def _doubled(verb: str) -> str:
    return verb + verb[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", verb) else verb

"""Words that carry content, folded to stems and a few concepts, for telling whether two lines speak of the same thing."""

from __future__ import annotations

import re

from assistant.vault.folding import fold_word

_TOKEN = re.compile(r"[^\W_]+(?:[/'’][^\W_]+)*")
_EMPTY = frozenset(
    "a about after again all also am an and any are as at be been before being but by came can could did do does doing done down each for from "
    "get gets getting got had has have having he her here him his how i if in into is it its just know let like made make me mine more most my "
    "new next no not now of off ok on once one only or our ours out over own per put says said say she so some still such take tell tells than "
    "that the their them then there they this those thru through to today told too until up us very via vs was we week went were what when "
    "where which while who will with would yes yet you your yesterday tomorrow last back till w w/ w/c w/out wk mth month day days weeks "
    "months mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "i'll he'll she'll they'll we'll i'm he's she's they're it's i've i'd he'd she'd we've isn't hasn't haven't don't doesn't didn't won't can't "
    "im ill hes shes theyre dont didnt hasnt havent isnt re eom eow eod asap".split()
)
_CONCEPTS = {
    "money": "money budget budgets spend spending funds funding fund cash capex opex price pricing priced cost costs gbp usd eur",
    "agree": "agree agreed agrees approve approved approves approval signed sign signoff ok okay fine accept accepted happy yes nod green go-ahead",
    "compete": "competitor competitors competition rival rivals vendor vendors supplier suppliers incumbent",
    "boss": "md ceo cfo coo cio fd director owner vp chief",
    "board": "board committee steerco council panel",
    "contract": "contract contracts order orders paper paperwork agreement terms msa dpa legal lawyer lawyers redlines",
    "email": "mail mails mailed email emails emailed message messages letter",
    "agenda": "meeting meetings mtg mtgs appointment slot invite",
    "trial": "pilot pilots trial trials poc test tests",
    "visit": "visit visits joint ride-along ridealong accompany along tour shadow",
    "role": "roleplay role-play role",
}
_CONCEPT_OF = {word: f"~{concept}" for concept, words in _CONCEPTS.items() for word in words.split()}
_GENERIC = frozenset("plan note notes call calls list thing things deal deals work time send sent bring write".split())
_MONTH = re.compile(r"^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$")
_NUMBER = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}


def stem(word: str) -> str:
    """A word's stem, roughly: enough that `redone`/`redo`, `prices`/`pricing` and `plans`/`plan` meet."""
    if _MONTH.match(word):
        return word[:3]
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    if word in _NUMBER:
        return _NUMBER[word]
    for ending in ("ings", "ing", "ied", "ies", "edly", "ed", "ers", "er", "es", "ne", "s", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 + (len(ending) == 1):
            word = word[: -len(ending)]
            break
    return word[:7]


def content_words(text: str) -> frozenset[str]:
    """The stems and concepts of the words that carry content, and numbers as they stand."""
    found: set[str] = set()
    for match in _TOKEN.finditer(fold_word(text)):
        word = match.group().replace("’", "'")
        if word in _EMPTY:
            continue
        concept = _CONCEPT_OF.get(word)
        if concept:
            found.add(concept)
        if word[0].isdigit():
            found.add(re.sub(r"(?:st|nd|rd|th)$", "", word))
        elif len(word) > 1:
            found.add(stem(word))
    if re.search(r"[£$€]\s?\d", text):
        found.add("~money")
    return frozenset(found)


def weight(word: str) -> float:
    """How much a shared word says: names and rare things most, words of the trade least."""
    if word in _GENERIC:
        return 0.35
    if word.startswith("~"):
        return 0.6
    return 0.5 if word.isdigit() and len(word) < 2 else 1.0


def shared_weight(one: frozenset[str], other: frozenset[str]) -> float:
    """The weight of what two lines share; a word and its own concept count once."""
    both = one & other
    names = {word for word in both if not word.startswith("~")}
    concepts = {word for word in both if word.startswith("~")}
    covered = {_CONCEPT_OF.get(word) for word in names}
    return sum(map(weight, names)) + sum(weight(c) for c in concepts if c not in covered)

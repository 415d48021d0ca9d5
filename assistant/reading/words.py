"""Words that carry content, folded to stems and a few concepts, for telling whether two lines speak of the same thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.vault.folding import fold_word

_TOKEN = re.compile(r"[^\W_]+(?:[/'’][^\W_]+)*")
_EMPTY = frozenset(
    (
        "mr mrs ms dr a about after again all also am an and any are as at be been before being but by came "
        "can could did do does doing done down each for from get gets getting got had has have having he her "
        "here him his how i if in into is it its just know let like made make me mine more most my new next "
        "no not now of off ok on once one only or our ours out over own per put says said say she so some "
        "still such take tell tells than that the their them then there they this those thru through to today "
        "told too until up us very via vs was we week went were what when where which while who will with "
        "would yes yet you your yesterday tomorrow last back till w w/ w/c w/out wk mth month day days weeks "
        "months mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday "
        "saturday sunday i'll he'll she'll they'll we'll i'm he's she's they're it's i've i'd he'd she'd "
        "we've isn't hasn't haven't don't doesn't didn't won't can't im ill hes shes theyre dont didnt hasnt "
        "havent isnt re eom eow eod asap"
    ).split()
)
_CONCEPTS = {
    "money": "money budget budgets spend spending funds funding fund cash capex opex price pricing priced cost costs gbp usd eur",
    "agree": "agree agreed agrees approve approved approves approval signed sign signoff ok okay fine accept accepted happy yes nod green go-ahead",
    "compete": "competitor competitors competition rival rivals vendor vendors supplier suppliers incumbent",
    "boss": "md ceo cfo coo cio fd director owner vp chief",
    "board": "board committee steerco council panel",
    "contract": "contract contracts order orders paper paperwork agreement terms msa dpa legal counsel lawyer lawyers redlines",
    "email": "mail mails mailed email emails emailed message messages letter",
    "agenda": "meeting meetings mtg mtgs appointment slot invite",
    "use": "pilot pilots trial trials poc test tests use uses used using usage logged logs login daily booking bookings active",
    "phone": "ring rings rang rung phone phones phoned call calls called dial dialled dialed",
    "visit": "visit visits joint ride-along ridealong accompany along tour shadow",
    "role": "roleplay role-play role",
}
_CONCEPT_OF = {word: f"~{concept}" for concept, words in _CONCEPTS.items() for word in words.split()}
_ONE_THING = frozenset({"~email", "~agenda", "~board", "~boss", "~money", "~agree"})
"""Concepts whose words are the same thing for our purpose: the concept stands for the word."""
_GENERIC = frozenset(
    ("plan note notes call calls list thing things deal deals work time send sent bring write").split()
)
_NAME = re.compile(r"(?<=[\w,;)] )([A-ZÀ-Ž][\w’'-]+)")
_MONTH = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$"
)
_NUMBER = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}


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


@lru_cache(maxsize=16_384)
def content_words(text: str) -> frozenset[str]:
    """The stems and concepts of the words that carry content, and numbers as they stand."""
    found: set[str] = set()
    for match in _TOKEN.finditer(fold_word(text)):
        word = match.group().replace("’", "'").removesuffix("'s")
        if word in _EMPTY:
            continue
        concept = _CONCEPT_OF.get(word)
        if concept:
            found.add(concept)
            if concept in _ONE_THING:
                continue
        if word[0].isdigit():
            found.add(re.sub(r"(?:st|nd|rd|th)$", "", word))
        elif len(word) > 1:
            found.add(stem(word))
    if re.search(r"[£$€]\s?\d", text):
        found.add("~money")
    return frozenset(found)


@lru_cache(16_384)
def weight(word: str) -> float:
    """How much a shared word says: names and rare things most, words of the trade least."""
    if word in _GENERIC:
        return 0.35
    if word.startswith("~"):
        return 0.6
    return 0.5 if word.isdigit() and len(word) < 2 else 1.0


@lru_cache(maxsize=8192)
def names_in(text: str) -> frozenset[str]:
    """The stems of the words that are written like names: with a capital, and not because a sentence begins."""
    return frozenset(stem(fold_word(match[1])) for match in _NAME.finditer(text))


def rarity(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """How telling each word is among some texts: 1 for a word of one text, less the more share it."""
    counts = Counter(word for words in texts for word in words)
    return {word: 1.0 / (1.0 + math.log(count)) for word, count in counts.items()}


def shared_weight(one: frozenset[str], other: frozenset[str], rare: Mapping[str, float] | None = None) -> float:
    """The weight of what two texts share, by how telling each word is where `rare` says so."""
    if not rare:
        return sum([weight(word) for word in one & other])
    return sum([weight(word) * rare.get(word, 1.0) for word in one & other])

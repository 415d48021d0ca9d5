"""Words that are probably names although nobody said whose: capitals where none would be, first names, words that no dictionary has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.language.invented import words_by_rank
from assistant.vault.folding import fold_word, word_set
from assistant.vault.given import GIVEN_NAMES
from assistant.vault.names import NO_NAME, OPENERS

_RUN = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_OPENS = re.compile(
    r"(?:^|[.?!:;…–—|>#*•/(\[{“”\"‘=]|\s[-+]|\d[.)]?|→|\]|\}|(?<!\w)['’])\s*$|(?:^|\n)[ \t]*[-+]?[ \t]*$"
)
_GERMAN = re.compile(
    r"\b(?:der|die|das|und|ist|nicht|ich|mit|fuer|für|auf|ein|eine|den|dem|wir|hat|zum|zur|bei|noch)\b"
)
_TITLE = re.compile(r"\b(?:herr|herrn|frau|mr|mrs|ms|dr|prof|sir|lady|madame|monsieur|mevrouw|meneer|firma|signor|signora|señor|señora|pan|pani)\.?\s+$", re.IGNORECASE)  # fmt: skip
_COMMONEST = 4_000
"""Words of a lower rank are so common that only a capital makes them a name."""
_RARE = 12_000
_ALLOWED = word_set(
    """
    i i'm i'd i'll i've monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january february
    march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec montag dienstag mittwoch
    donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    prospecting qualification qualified proposal negotiation procurement renewal
    christmas easter xmas mr mrs ms dr prof english german french dutch spanish italian polish czech european american british excel word powerpoint outlook teams zoom
    slack salesforce hubspot linkedin google microsoft sharepoint jira notion obsidian whatsapp json markdown csv pdf
    """
)
_ABBREVIATIONS = word_set(
    """
    a ab ae aha ai aka am api apac arr asap b2b b2c bau bc bd bdr bid btw capex cc ceo cfo cio cmo co coo cpq crm cs csm csv cta cto cv dach dc dm
    doc docx dpa ebc edi emea eod eom eoq eow erp eta etc eu eur ev fd faq fw fy fyi fx ga gbp gdpr gm gtm h1 h2 hq hr hse icp id ie imo inc ip ipo iso it
    itt jd k kpi kpis l1 l2 l3 latam llc ltd m md meddic meddicc meddpicc mfa ml mo mom mou mqr msa mrr mvp n na nb nda nda's no nok nps npv oem ok okr okrs ooo
    opex ot otd p1 p2 p3 pa pc pdf plc pm pmo po poc pos pov ppt pptx pr ps pto pt q1 q2 q3 q4 qa qbr qbrs qr r&d re rfi rfp rfps rfq roi rma rsvp s saas
    sdr se sep sf sfdc shs sko sla slas sme sms so soc sop sow sql ss sso std tba tbc tbd tco td todo tv uat ui uk un us usa usb usd ux va vat vip vp vps vs
    w wbr wfh wip wms wo wtp x xls xlsx y yoy ytd gmbh ag kg bv nv sa srl oy as spa sarl kgaa se user assistant system show me json e id ids q r
    """
)


class Word(NamedTuple):
    """A word in a text."""

    start: int
    end: int
    text: str
    plain: str
    """Folded: lower case, no accents."""
    begins: bool
    """Whether it opens a sentence, a line, a list item, so that a capital says nothing."""


def words_of(text: str) -> list[Word]:
    """The words of a text, runs of letters, taken apart where a capital stands within: `CorvaneHub` is two."""
    return [
        Word(start, end, text[start:end], fold_word(text[start:end]), _begins(text, start))
        for start, end in _runs(text)
    ]


def is_common(plain: str) -> bool:
    """Whether a folded word is one of the commonest of English, or one with which sentences open."""
    return words_by_rank().get(plain, _COMMONEST) < _COMMONEST or plain in OPENERS


def is_rare(plain: str) -> bool:
    """Whether a folded word is none of the commoner ones of English as it stands."""
    return words_by_rank().get(plain, _RARE) >= _RARE


@lru_cache(maxsize=8192)
def is_english(plain: str) -> bool:
    """Whether a folded word is known as a word, as it stands or without its ending, and is no first name."""
    ranks = words_by_rank()
    if plain in ranks:
        return plain not in GIVEN_NAMES or ranks[plain] < _COMMONEST
    return any(root in ranks and len(root) > 3 for root in _roots(plain))


def strangers(text: str, words: list[Word], seen: frozenset[str] = frozenset()) -> Iterator[Word]:
    """The words that are probably names, `seen` among them. In doubt it is one: a name too much is put back, a name too little has left."""
    seen_small = {word.plain for word in words if word.text.islower()}
    headings = _headings(text)
    for word in words:
        if word.text.islower():
            is_name = word.plain in seen and is_rare(word.plain) and word.plain not in _ALLOWED
            if is_name or (word.plain in GIVEN_NAMES and not is_english(word.plain) and word.plain not in OPENERS):
                yield word
        elif word.text.isupper() and len(word.text) > 1:
            if (
                word.plain not in _ABBREVIATIONS
                and not (len(word.text) > 4 and is_english(word.plain))
                and word.plain not in _ALLOWED
            ):
                yield word
        elif (
            len(word.text) > 1
            and word.plain not in _ALLOWED
            and (word.plain in seen or _is_strange(word, text, seen_small, headings))
        ):
            yield word


def _is_strange(word: Word, text: str, seen_small: set[str], headings: list[tuple[int, int]]) -> bool:
    if _TITLE.search(text[max(0, word.start - 12) : word.start]):
        return True
    if any(start <= word.start < end for start, end in headings):
        return not is_english(word.plain)
    if word.begins or word.plain in seen_small:
        return not is_english(word.plain) and word.plain not in seen_small and word.plain not in OPENERS
    return word.plain not in NO_NAME or word.plain in GIVEN_NAMES


def _headings(text: str) -> list[tuple[int, int]]:
    """Lines in which nearly every word has a capital, or which are German: there a capital says little."""
    found, start = [], 0
    for line in text.split("\n"):
        words = _RUN.findall(line)
        capital = sum(word[0].isupper() for word in words)
        is_titled = (
            len(words) > 2
            and capital * 10 >= len(words) * 6
            and sum(len(w) > 2 for w in words) > 2
            and line.lstrip().startswith("#")
        )
        if is_titled or len(set(_GERMAN.findall(line.lower()))) > 1:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _begins(text: str, start: int) -> bool:
    return bool(_OPENS.search(text[max(0, start - 12) : start] if start > 12 else text[:start]))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for match in _RUN.finditer(text):
        start = match.start()
        for hump in _HUMP.finditer(match[0]):
            yield start, match.start() + hump.start()
            start = match.start() + hump.start()
        yield start, match.end()


def _roots(plain: str) -> Iterator[str]:
    for ending in (
        "s",
        "es",
        "d",
        "ed",
        "ing",
        "ings",
        "er",
        "ers",
        "ly",
        "ness",
        "able",
        "less",
        "ment",
        "ation",
        "ations",
        "n",
    ):
        if plain.endswith(ending):
            root = plain.removesuffix(ending)
            yield from (root, f"{root}e", root[:-1] if len(root) > 2 and root[-1] == root[-2] else root)
            if root.endswith("i"):
                yield f"{root[:-1]}y"
    for beginning in ("un", "re", "de", "pre", "non", "mis", "over", "co"):
        if plain.startswith(beginning) and len(plain) > len(beginning) + 3:
            rest = plain.removeprefix(beginning)
            yield from (rest, *_roots(rest))

"""What a person's name looks like in notes, and what looks like one and is none."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath

from assistant.vault.folding import composed, fold_word, word_set
from assistant.vault.kinds import KIND_OF_WORD, ONE_ON_ONE_WORDS

_UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x250)) if c.isupper())
NAME = rf"[{_UPPER}][^\W\d_]*(?:['’-][^\W\d_]+)*[^\W\d_]"
"""One capitalised word of two letters or more: `Zdeněk`, `O'Brien`, `Anne-Marie`."""
_LINKING = r"(?:van|von|de|del|der|den|da|di|du|dos|la|le|ter|ten|bin|ibn|al|el|af|zu|y|e)"
FULL = rf"{NAME}(?:[ ]{_LINKING}){{0,2}}(?:[ ][{_UPPER}]\.)?[ ]{NAME}"
"""First and last name with what may stand between them."""
_FULL = re.compile(rf"{FULL}(?![\w@])")
_CAMEL = re.compile(r"(?<=[a-zà-ž])(?=[A-Z])")
_BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_DIGITS = re.compile(r"\d[\d.:_/-]*(?:st|nd|rd|th)?\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")

NO_NAME = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat
    sun montag dienstag mittwoch donnerstag freitag samstag sonntag january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    january januar februar maerz marz mai juni juli oktober dezember kw cw wk team call calls meeting
    meetings mtg note notes notizen week weekly one ones all hands forecast pipeline review reviews the
    and und et en with von mit met avec people person persons running log logs new old q1 q2 q3 q4 fy h1
    h2 daily inbox sales demo visit prep catch up catchup check in coaching session sessions template
    templates readme index overview moc dashboard todo todos ideas questions agenda summary recap debrief
    follow followup actions action plan plans goals okr okrs feedback archive archived former leavers left
    ex alumni misc other general stuff draft drafts copy final untitled unnamed report reports profile bio
    background history master main my me i am pm via re fw fwd hi hello dear thanks regards best cheers
    kind yours sincerely from to cc subject date on at for of by house account accounts unassigned queue
    user admin integration system none nobody unknown tbd open territory region inbound channel partner
    partners marketing support customer client prospect lead leads manager director head ceo cfo coo cto
    cio vp svp md gm it hr qa legal finance procurement ops operations emea apac dach uk us usa north
    south east west central
    """
) | frozenset(word for word in KIND_OF_WORD if word.isalpha())
"""Words, folded, that stand where a name could and are none."""
_COMPANY = word_set(
    """
    ltd limited inc llc plc gmbh srl spa group holding holdings corp corporation
    company co foods food hotels hotel logistics freight haulage bank insurance solutions systems software
    services partners industries pharma motors retail print packaging council university hospital trust
    energy water airlines rail ports port media studios labs technologies technology consulting capital
    manufacturing engineering electronics textiles chemicals steel glass timber dairy farms brewery wines
    spirits clinic school college networks telecom health foundation institute association cloud analytics
    data digital security street road lane park house hall
    """
)
# Legal forms of two letters are surnames too (Ana Sá, Li Ag): only in capitals do they name a firm.
_LEGAL_FORM = re.compile(r"\b(?:AG|KG|BV|B\.V\.|NV|N\.V\.|SA|S\.A\.|OY|Oy|AB|AS|A/S)(?![\w.])")
OPENERS = word_set(
    """
    a an the this that these those then there here he she it they we you i my his her our their asked told
    said says saw met call called did does do was were is are has have had will would can could should
    must may might if when while where why how what who which but and or so not no yes ok okay also still
    just only again after before since until during next last first second third then today tomorrow
    yesterday morning both each every some any most more less very good great nice bad big small new old
    dear hi hello hey thanks thank with without from for about on in at by to of off out up down over
    under between because once twice maybe perhaps suggested gave got let lets let's make made sent send
    read heard think thought need needs want wants spoke talked talking discussed reviewed agreed promised
    ask tell see show watch listen joint shadow shadowed debrief quick long short per poor well sat went
    came took back ich er sie wir mit von bei und der die das dann heute morgen gestern mein meine kein
    keine nicht auch noch schon
    """
)
"""Words, folded, that begin sentences with a capital."""


@lru_cache(maxsize=8192)
def tidy_name(text: str) -> str:
    """A name as it is written in a folder, a file, a column: one spelling.

    Empty where nothing of a name is left.

    Turns `Hruby, Zdenek`, `tomasz_wilk`, `TomaszWilk`, `a.novak@firm.example`, `1-1 Priya (AE)` into plain
    names.
    """
    plain = _BRACKETED.sub(" ", composed(text))
    if "@" in plain:
        plain = re.sub(r"[._-]+", " ", plain.partition("@")[0].strip()).title()
    if plain.count(",") == 1 and not any(char.isdigit() for char in plain):
        last, _, first = plain.partition(",")
        plain = f"{first.strip()} {last.strip()}" if first.strip() else last
    words = name_words(plain)
    return " ".join(words) if 1 <= len(words) <= 4 else ""


def name_words(text: str, *, any_case: bool = True) -> list[str]:
    """The words that can belong to a name, capitalised: no dates, no words of the trade.

    `any_case` takes words in lower case where the text has no capitals at all.
    """
    plain = _DIGITS.sub(" ", ONE_ON_ONE_WORDS.sub(" ", text.replace("_", " ")))
    if " " not in plain.strip():
        plain = _CAMEL.sub(" ", plain.replace("-", " ").replace(".", " "))
    plain = re.sub(r"\s[-–—|/+&]+\s|[–—+&|]", " ", f" {plain} ")
    any_case = any_case and not re.search(rf"(?<![\w])[{_UPPER}]", plain)
    words: list[str] = []
    for word in (found.rstrip(".") for found in _WORD.findall(plain)):
        folded = fold_word(word)
        if folded in NO_NAME or not word:
            continue
        if word[0].isupper() or (words and re.fullmatch(_LINKING, word)):
            words.append(word)
        elif any_case:
            words.append(word.title())
    while words and words[-1].islower():
        words.pop()
    return words


def stem_of(path: str) -> str:
    """The file's name without its ending, accents composed."""
    return composed(PurePosixPath(path).name.rpartition(".")[0])


def full_names(text: str, limit: int) -> list[str]:
    """First and last names as they stand in the text, each once.

    Firms, weekdays and sentence openers left out.
    """
    found: dict[str, None] = {}
    place = 0
    while len(found) < limit and (match := _FULL.search(text, place)):
        words = fold_word(match[0]).split()
        before = text[match.start() - 1] if match.start() else " "
        if before.isalnum() or before in "@/_":
            place = match.start() + len(match[0].split()[0])
            continue
        is_other = any(word in NO_NAME for word in words) or is_company_like(match[0])
        if words[0] in OPENERS or is_other:
            place = match.start() + len(match[0].split()[0])
            continue
        found[match[0]] = None
        place = match.end()
    return list(found)


def is_company_like(name: str) -> bool:
    """Whether a name has a word that firms have and people have not."""
    return bool(_LEGAL_FORM.search(name)) or any(word in _COMPANY for word in fold_word(name).split())

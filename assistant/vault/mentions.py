"""Names in running text: fast, case and accents folded, places given in the original."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.models import Person, PersonId
from assistant.vault.folding import fold_with_offsets, fold_word, initials, word_set

_TOKENS = re.compile(r"[^\W_]+")
_SHORT = 4
"""Forms shorter than this are seen only with their capital."""
WORDLIKE = word_set(
    """
    will mark may april june august art pat rob bill sue rich drew jack grant guy dean frank faith hope
    grace joy rose dot don jean skip chase max ray nick bob tom sam pri bea mike pete dan ed al jo victor
    miles pierce wade reed penny robin jay carol chip chuck ned stu tad gene earl duke king prince bishop
    buck cliff clay dale glen heath lance lane mason hunter parker carter trip van wolf angel mercy temple
    pearl ruby jade crystal ginger olive sage sandy rusty sunny misty dawn eve iris ivy holly amber summer
    autumn sky skye page paige price stone baker cook smith field fields wood woods hill young long short
    white black brown green gray grey day knight bell ball ford rice power powers cash banks rivers waters
    best good love moon star winter frost snow bond case cross marsh moss church park parks fox bird
    """
)
"""Forms that are words too: they need their capital, and something other than a sentence opener's place."""
OPENING = re.compile(
    r"\s+(?:you|he|she|it|i|we|they|the|a|an|be|do|this|that|these|my|his|her|their|our|not|there|out|up|down|for|all|any|some|\d)\b"
)
"""What follows `Will` or `Mark` where it opens a sentence and is no name."""
_NO_INITIALS = word_set(
    """
    i a x it hr pr qa uk us eu ok md pm am vp ai tv po id ip dc se as at is in on or an be by do go he me
    my no of so to up we fd cs ae bd ps pc cv roi poc sow rfp rfi crm erp ceo cfo coo cto cio ebc qbr kpi
    okr eow eom eod eta tbc tbd asap nda msa dpa sla api sso gm re fw cc pa sr jr st rd ave ltd inc plc ag
    kg bv nv sa usa dach emea apac hq r&d wip mvp b2b aob fyi tba
    """
)
"""Capital letters that mean something else in a manager's notes; an alias in the configuration or `PM =
Priya` brings one back."""
_AFTER_LETTER = re.compile(
    r"(?:['’]s\b|:|\s+(?!and\b|or\b|of\b|in\b|is\b for\b)[a-z][\w'’]*|\s*[,+&/]|\s+\d|\s*$|\s*\n|\s+[–—-]\s)"
)
_BEFORE_LETTER = re.compile(
    r"(?:^|[\n.;!?:(>,+&/]|[-*•]|\]|\b(?:with|w/|and|for|from|to|told|asked|ask|tell|by|of|at|me"
    r"|says|said|than))[ \t]*$",
    re.IGNORECASE,
)
_BEFORE_NO_NAME = re.compile(
    r"\b(?:plan|option|gen|series|class|type|vitamin|phase|team|round|group|grade|block|tier|appendix|annex|building|gate|hall|terminal|section|item|part)\s+$",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A name in a text and whom it can mean; more than one person where it is ambiguous."""

    start: int
    end: int
    people: tuple[PersonId, ...]


class Forms(NamedTuple):
    """Every form of a name, folded, with whom it can mean, and how it must be written to be seen."""

    people: dict[str, tuple[PersonId, ...]]
    by_first: dict[str, tuple[str, ...]]
    """Forms by their first word."""
    upper: frozenset[str]
    """Initials: seen in capitals only."""
    capital: frozenset[str]
    """Seen with a capital only."""
    others: frozenset[str]
    """Full names, folded, of people outside the team."""
    patterns: dict[frozenset[str], re.Pattern[str]]
    """Compiled as texts need them, by the first words present."""


def forms_of(people: Sequence[Person], taken: Iterable[str] = (), others: Iterable[str] = ()) -> Forms:
    """The forms of these people. `taken` are the manager's own: initials among them are nobody else's."""
    derived: defaultdict[str, dict[PersonId, None]] = defaultdict(dict)
    declared: defaultdict[str, dict[PersonId, None]] = defaultdict(dict)
    upper: set[str] = set()
    capital: set[str] = set()
    mine = set(taken)
    for person in people:
        name = fold_word(person.name)
        parts = name.split()
        own = {name, parts[0]}
        marks = {initials(name), parts[0][0]} - _NO_INITIALS - mine - {""}
        if len(parts) > 1:
            own |= {
                f"{parts[0]} {parts[-1][0]}",
                f"{parts[-1]} {parts[0]}",
                f"{parts[-1]}, {parts[0]}",
                f"{parts[0][0]}. {parts[-1]}",
                f"{parts[0][0]} {parts[-1]}",
                f"{parts[0]} {parts[-1]}",
            }
            if len(parts[-1]) >= _SHORT - 1 and parts[-1] not in WORDLIKE:
                own.add(parts[-1])
            capital |= {parts[-1], f"{parts[0]} {parts[-1][0]}"}
        for form in own | marks:
            derived[form][person.id] = None
        upper |= marks
        for alias in person.aliases:
            folded = fold_word(alias)
            declared[folded][person.id] = None
            (upper if alias.isupper() and len(alias) <= 3 else capital).add(folded)
    found = {form: tuple(ids) for form, ids in derived.items()} | {form: tuple(ids) for form, ids in declared.items()}
    for form in set(declared) & {fold_word(p.name).split()[0] for p in people}:
        # A nickname of one that is the first name of another fits both.
        found[form] = tuple(dict.fromkeys((*declared[form], *derived[form])))
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for form in found:
        by_first[_TOKENS.findall(form)[0]].append(form)
    capital |= {form for form in found if len(form) < _SHORT or form in WORDLIKE}
    return Forms(
        found,
        {first: tuple(forms) for first, forms in by_first.items()},
        frozenset(upper),
        frozenset(capital - upper),
        frozenset(others),
        {},
    )


def find_mentions(text: str, forms: Forms) -> list[Mention]:
    """Every name in the text, in order; where forms overlap, the longest."""
    folded, offsets = fold_with_offsets(text)
    present = frozenset(forms.by_first.keys() & set(_TOKENS.findall(folded)))
    if not present:
        return []
    found: list[Mention] = []
    bare: set[str] = set()
    last = len(text) - 1
    for match in _pattern(forms, present).finditer(folded):
        start, end = offsets[match.start()], offsets[match.end() - 1] + 1
        while end <= last and not fold_word(text[end]):
            end += 1
        form = " ".join(match[0].split())
        if forms.others and _is_other(form, folded, match.start(), forms):
            bare.add(form)
        elif _is_seen(form, text, start, end, forms):
            found.append(Mention(start, end, forms.people[form]))
    return _without_others(found, bare, text) if bare else found


def _without_others(found: list[Mention], bare: set[str], text: str) -> list[Mention]:
    """Where a text names `Tom Baker` of the customer, a plain `Tom` is he unless ours is there in full."""
    full = {person for m in found if " " in text[m.start : m.end].strip() for person in m.people}
    return [m for m in found if fold_word(text[m.start : m.end]) not in bare or set(m.people) & full]


def _pattern(forms: Forms, present: frozenset[str]) -> re.Pattern[str]:
    if present not in forms.patterns:
        wanted = sorted((form for first in present for form in forms.by_first[first]), key=len, reverse=True)
        either = "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in wanted)
        forms.patterns[present] = re.compile(rf"(?<![\w@])(?<!\w\.)(?:{either})(?![\w@]|\.[a-z])")
    return forms.patterns[present]


def _is_seen(form: str, text: str, start: int, end: int, forms: Forms) -> bool:
    written = text[start:end]
    if form in forms.upper:
        return written.isupper() and (len(form) > 1 or _is_letter_for_name(text, start, end))
    if form in forms.capital:
        if not written[0].isupper():
            return False
        if form in WORDLIKE and not text[:start].rstrip(" \t*_#>-").endswith(tuple("abcdefghijklmnopqrstuvwxyz,/&+(")):
            return OPENING.match(text, end) is None
    return not (text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper())


def _is_letter_for_name(text: str, start: int, end: int) -> bool:
    """Whether a single capital stands where a name would: `Z says`, `w/ Z,`, `- [ ] M to redo`."""
    if text[end : end + 1] in (".", "-", "'") and text[end : end + 2] != "'s":
        return False
    before = text[max(0, start - 24) : start]
    return bool(_AFTER_LETTER.match(text, end) and _BEFORE_LETTER.search(before)) and not _BEFORE_NO_NAME.search(before)


def _is_other(form: str, folded: str, start: int, forms: Forms) -> bool:
    """Whether a first name belongs to somebody outside the team, named in full: `Tom Baker`."""
    if " " in form:
        return False
    after = folded[start : start + 48].split()
    return len(after) > 1 and f"{after[0]} {after[1].strip('.,:;!?()')}".removesuffix("'s") in forms.others

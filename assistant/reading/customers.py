"""How notes name the customers of a pipeline: in full, by the first telling word, by initials."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.vault.folding import fold_word
from assistant.vault.roster import Roster

_ABBREVIATED = re.compile(r"\b([A-Z])[a-z]+\s(?:&|and|\+)\s([A-Z])[a-z]+")
_SUFFIX = frozenset(
    (
        "ltd limited inc corp llc gmbh ag bv nv plc group holding holdings company co sa spa kg partners "
        "services solutions systems international industries brothers bros sons"
    ).split()
)
_GENERIC_FIRST = frozenset(
    (
        "klinikum praxis uniklinik university hospital hospitals clinic college school city county council stadt gemeente ville hotel haus st san saint the "
        "new north south east west great grand grupo groupe gruppe royal national united general first central metro brouwerij brauerei ferme textiel "
        "bank banque banco praxis kreiskrankenhaus mvz holy port"
    ).split()
)
"""Words that begin many names: such a customer is called by its last word."""


def customer_forms(accounts: Iterable[str], roster: Roster) -> dict[str, str]:
    """Every form, folded, with the account that it means; a word that is somebody's name, or fits two accounts, is none."""
    forms: dict[str, str] = {}
    first_words: dict[str, list[str]] = {}
    for account in accounts:
        words = [w for w in re.findall(r"[^\W_]+", fold_word(account)) if w not in _SUFFIX]
        if not words:
            continue
        forms[" ".join(words)] = account
        first_words.setdefault(words[0], []).append(account)
        initials = _ABBREVIATED.search(account)
        if initials:
            forms[f"{initials[1]}&{initials[2]}".casefold()] = account
        if words[0] in _GENERIC_FIRST and len(words) > 1:
            first_words.setdefault(words[-1], []).append(account)
    for word, theirs in first_words.items():
        if word in _GENERIC_FIRST:
            continue
        if len(theirs) == 1 and len(word) > 3 and not roster.resolve(word):
            forms.setdefault(word, theirs[0])
    return forms

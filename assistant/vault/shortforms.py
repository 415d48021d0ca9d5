"""Nicknames and initials, learnt from how the notes use them."""

from __future__ import annotations

from collections import Counter, defaultdict

from assistant.models import Person, PersonId
from assistant.vault.folding import fold_word, initials
from assistant.vault.names import NO_NAME, OPENERS
from assistant.vault.nicknames import is_nickname, is_short_for
from assistant.vault.tally import SignKind, Tally

_ENOUGH = 2.0
_MANY = 1_000_000
"""The spelling of a folder's name goes before all others."""
_AT_HOME, _IN_TITLE, _AT_START = 2.0, 1.0, 0.5
"""What a sighting weighs: in the head of the person's own note, in another note's head, at the beginning
of a line."""


def learn_short_forms(people: dict[PersonId, Person], tally: Tally) -> dict[PersonId, Person]:
    """The people with the nicknames and initials that the notes use for exactly one of them."""
    learnt: defaultdict[PersonId, dict[str, None]] = defaultdict(dict)
    for word, owner in [*_nicknames(people, tally), *_told(people, tally)]:
        learnt[owner][word] = None
    return {
        key: person.model_copy(update={"aliases": tuple(dict.fromkeys((*person.aliases, *learnt.get(key, ()))))})
        for key, person in people.items()
    }


def others_named(people: dict[PersonId, Person], tally: Tally) -> tuple[str, ...]:
    """Full names of people outside the team who share a first name with somebody in it, folded."""
    firsts = {fold_word(person.name).split()[0] for person in people.values()}
    known = {fold_word(person.name) for person in people.values()}
    found = {
        folded
        for name in tally.names("full")
        if (folded := fold_word(name)).split()[0] in firsts and folded not in known
    }
    return tuple(sorted(found))


def _nicknames(people: dict[PersonId, Person], tally: Tally) -> list[tuple[str, PersonId]]:
    firsts = {key: fold_word(person.name).split()[0] for key, person in people.items()}
    parts = {part for person in people.values() for part in fold_word(person.name).split()}
    homes = _homes(people)
    weight: defaultdict[str, defaultdict[PersonId, float]] = defaultdict(lambda: defaultdict(float))
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    fits: dict[str, tuple[PersonId, ...]] = {}
    kinds: tuple[tuple[SignKind, float], ...] = (("head", _IN_TITLE), ("start", _AT_START))
    for kind, value in kinds:
        for (own, word), count in tally.pairs(kind).items():
            folded = fold_word(word)
            if word not in fits:
                is_none = folded in parts or folded in NO_NAME or folded in OPENERS or len(folded) < 2
                fits[word] = () if is_none else tuple(k for k, n in firsts.items() if is_short_for(folded, n))
            home = homes.get(own)
            for key in fits[word]:
                written[folded][word] += count
                if key == home:
                    weight[folded][key] += count * _AT_HOME
                elif home is None and (value > _AT_START or is_nickname(folded, firsts[key])):
                    weight[folded][key] += count * value
    for name, count in tally.names("strong").items():
        folded = fold_word(name)
        owners = tuple(k for k, first in firsts.items() if " " not in folded and is_short_for(folded, first))
        if len(owners) == 1 and folded not in parts:
            weight[folded][owners[0]] += count * _ENOUGH
            written[folded][name] += _MANY
    found: list[tuple[str, PersonId]] = []
    for folded, counts in sorted(weight.items()):
        (most, owner), *others = sorted(((count, key) for key, count in counts.items()), reverse=True)
        if most >= _ENOUGH and all(most >= _ENOUGH * other for other, _ in others):
            found.append((written[folded].most_common(1)[0][0], owner))
    return found


def _told(people: dict[PersonId, Person], tally: Tally) -> list[tuple[str, PersonId]]:
    """`ML = Mirae`, `Beatriz Quintal (Bea)`: what the notes say outright, where it means one person."""
    found: dict[str, set[PersonId]] = {}
    for short, full in tally.pairs("equals"):
        owners = [key for key, person in people.items() if _names(full, person)]
        if len(owners) == 1 and _can_mean(short, people[owners[0]], full):
            found.setdefault(short, set()).add(owners[0])
    firsts = {fold_word(person.name).split()[0] for person in people.values()}
    return [
        (short, owners.pop()) for short, owners in found.items() if len(owners) == 1 and fold_word(short) not in firsts
    ]


def _names(name: str, person: Person) -> bool:
    folded, own = fold_word(name), fold_word(person.name)
    return folded == own or folded == own.split()[0] or folded in map(fold_word, person.aliases)


def _can_mean(short: str, person: Person, full: str) -> bool:
    """Whether a short form fits the name: `ML` for Mirae Lee; `(CFO)` behind a name says what somebody is."""
    folded, own = fold_word(short), fold_word(person.name)
    if short.isupper() and len(short) <= 3:
        return folded == initials(own) or (len(folded) < 3 and own.startswith(folded[0]))
    if folded in NO_NAME or folded in OPENERS or folded in own.split():
        return False
    return is_short_for(folded, own.split()[0]) or " " in full


def _homes(people: dict[PersonId, Person]) -> dict[str, PersonId]:
    """Whose own note it is that lies under a name, folded, where that is one person's."""
    by_name: defaultdict[str, list[PersonId]] = defaultdict(list)
    for key, person in people.items():
        for form in {fold_word(person.name), fold_word(person.name).split()[0]}:
            by_name[form].append(key)
    return {form: keys[0] for form, keys in by_name.items() if len(keys) == 1}

"""Who the people of the team are, and who writes: put together from what all notes say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.models import Manager, Person
from assistant.vault.config import Config
from assistant.vault.folding import fold_word, initials, slug
from assistant.vault.given import GIVEN_NAMES
from assistant.vault.names import is_company_like, tidy_name
from assistant.vault.nicknames import is_short_for
from assistant.vault.tally import Tally

_FEW = 2
"""Where folders, front matter and the pipeline give fewer people than this, weaker signs count."""
_OFTEN = 3


def people_of(tally: Tally, owners: Sequence[str], manager: Manager | None) -> list[str]:
    """One name a person, the fullest and best spelled, of everybody whom the signs make one of the team."""
    own = _forms_of(manager)
    names = _merged([*tally.names("strong"), *map(tidy_name, owners)], tally, own)
    if len(names) < _FEW:
        names = _merged([*names, *_likely(tally)], tally, own)
    return names


def manager_of(tally: Tally, owners: Sequence[str], config: Config) -> Manager | None:
    """Who writes: the configuration, else whom the notes call `me`, greet, or sign with.

    None where nothing tells.
    """
    given = config.manager
    told = tally.names("self")
    if given.name is None and not given.aliases:
        told = _without_the_team(told, tally, owners)
        best = max(told, key=lambda name: (told[name] + 2 * (" " in name), name), default=None)
        if best is None or (told[best] < _FEW and len(told) > 1 and " " not in best and not _kin(best, told)):
            return None
        fuller = (name for name, _ in told.most_common() if " " in name and _is_form_of(best, name))
        full = best if " " in best else next(fuller, best)
    else:
        full = given.name or given.aliases[0]
    near = [name for name in sorted(told) if name != full and _is_form_of(name, full)]
    first = full.split()[0] if " " in full else None
    aliases = dict.fromkeys([*given.aliases, *near, *([first, initials(full).upper()] if first else [])])
    return Manager(name=full, aliases=tuple(alias for alias in aliases if alias and alias != full))


def with_corrections(people: dict[str, Person], config: Config) -> dict[str, Person]:
    """The people with what the manager corrected: names, aliases, role, cadence; hidden ones left out."""
    result = dict(people)
    for key, given in config.people.items():
        if given.is_hidden:
            result.pop(key, None)
            continue
        before = result.get(key) or Person(id=key, name=given.name or key.replace("-", " ").title())
        result[key] = before.model_copy(
            update={
                "name": given.name or before.name,
                "aliases": tuple(dict.fromkeys((*before.aliases, *given.aliases))),
                "role": given.role or before.role,
                "cadence_days": given.cadence_days or before.cadence_days,
            }
        )
    return result


def _merged(names: Iterable[str], tally: Tally, own: frozenset[str]) -> list[str]:
    """One spelling a person: accents and the longer form win.

    A single name takes its full one where just one fits.
    """
    best: dict[str, str] = {}
    for name in names:
        key = fold_word(name)
        if not name or key in own or (key not in best and is_company_like(name)):
            continue
        if key not in best or (best[key].isascii() and not name.isascii()):
            best[key] = name
    turned = {key for key in best if (back := " ".join(reversed(key.split()))) != key and back in best and back < key}
    full = {key: name for key, name in best.items() if " " in key and key not in turned}
    abbreviated = {key for key in full if len(key.split()[-1]) == 1}
    full = {k: n for k, n in full.items() if k not in abbreviated or not any(o.startswith(k) for o in full if o != k)}
    for key, name in best.items():
        if " " in key or any(_is_form_of(key, other) for other in full):
            continue
        whole = _full_of(name, tally, own)
        full[fold_word(whole)] = whole
    return list(full.values())


def _full_of(single: str, tally: Tally, own: frozenset[str]) -> str:
    """The full name of somebody whose folder has the first name alone, where his own notes give just one."""
    key = fold_word(single)
    at_home = Counter({name: count for (home, name), count in tally.pairs("full at home").items() if home == key})
    anywhere = Counter({name: tally.names("full")[name] for name in (*tally.full_by_first.get(key, ()), *at_home)})
    for counts, pairs in ((anywhere, tally.pairs("equals")), (at_home, tally.pairs("equals at home"))):
        for (short, full), count in pairs.items():
            if " " in full and fold_word(short) == key:
                counts[full] += count
    told: Counter[str] = Counter()
    for name in sorted(anywhere):
        folded = fold_word(name)
        first = folded.split()[0]
        if folded not in own and first == key:
            told[name] = anywhere[name] + at_home[name]
        elif folded not in own and is_short_for(key, first):
            told[name] = 2 * at_home[name]
    ranked = told.most_common(2)
    if ranked and ranked[0][1] >= _FEW and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return ranked[0][0]
    return single


def _likely(tally: Tally) -> list[str]:
    """Names that notes are about, where no folder and no pipeline says who the people are.

    A name counts when it is twice by itself the title of a note or an entry, stands beside a word for a
    one-on-one, or is a page that one-on-ones link; and then only if it begins with a first name or does so
    twice. Names that lines begin with count where there is nothing else.
    """
    titled, met, linked, starts = tally.names("titled"), tally.names("met"), tally.names("linked"), tally.starts
    written = {*tally.names("full"), *tally.names("link")}
    found = [
        name
        for name in {*titled, *met, *linked}
        if not is_company_like(name)
        and (
            _seen(name, met, written) >= (1 if _is_given(name) else _FEW)
            or (_is_given(name) and _seen(name, titled, written) >= _FEW)
            or (_is_given(name) and linked[name] >= (_FEW if name in titled else _OFTEN))
        )
    ]
    if not found:
        found = [name for name in starts if _is_given(name) and _seen(name, starts, written) >= _FEW]
    return sorted(found)


def _seen(name: str, counts: Counter[str], written: set[str]) -> int:
    """How often a name was seen; the first name alone counts for the full one where notes write that out.

    `Jonas Falkenbrück` as the title of a call may be a person and a customer: without a text that says so
    it stands alone.
    """
    first = name.split(maxsplit=1)[0]
    if first == name:
        return counts[name] + sum(count for key, count in counts.items() if key.startswith(f"{first} "))
    return counts[name] + (counts[first] if counts[name] and name in written else 0)


def _is_given(name: str) -> bool:
    return fold_word(name).split()[0] in GIVEN_NAMES


def _without_the_team(told: Counter[str], tally: Tally, owners: Sequence[str]) -> Counter[str]:
    """Names that are nobody's folder: a report who is greeted in a pasted mail is no manager."""
    led = {fold_word(name) for name in tally.names("strong")} | {fold_word(tidy_name(name)) for name in owners}
    firsts = {name.split()[0] for name in led if name}
    short = {name for name in told for first in firsts if is_short_for(fold_word(name), first)}
    marks = {initials(name) for name in led}
    return Counter(
        {
            name: count
            for name, count in told.items()
            if fold_word(name) not in led | firsts | marks and name not in short and not is_company_like(name)
        }
    )


def _kin(name: str, told: Counter[str]) -> bool:
    return any(other != name and (_is_form_of(name, other) or _is_form_of(other, name)) for other in told)


def _is_form_of(short: str, full: str) -> bool:
    """Whether a name is the first name, a nickname or the initials of a fuller one."""
    one, whole = fold_word(short), fold_word(full).split()
    if len(whole) < _FEW:
        return one == " ".join(whole)
    return one in (whole[0], initials(full), f"{whole[0]} {whole[-1][0]}") or is_short_for(one, whole[0])


def _forms_of(manager: Manager | None) -> frozenset[str]:
    if manager is None:
        return frozenset()
    return frozenset(fold_word(name) for name in (manager.name or "", *manager.aliases) if len(name) > 1)


def ids_of(names: Iterable[str]) -> dict[str, Person]:
    """The people by id."""
    return {key: Person(id=key, name=name) for name in names if (key := slug(name))}

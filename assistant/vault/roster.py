"""Whom a name means. Knows nicknames, initials and spellings; never guesses between two."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from assistant.errors import PersonAmbiguousError, PersonUnknownError
from assistant.models import Manager, Person, PersonId
from assistant.vault.config import Config
from assistant.vault.folding import fold_word
from assistant.vault.mentions import Forms, Mention, find_mentions, forms_of
from assistant.vault.nicknames import is_short_for
from assistant.vault.people import ids_of, manager_of, people_of, with_corrections
from assistant.vault.shortforms import learn_short_forms, others_named
from assistant.vault.tally import Tally

__all__ = ["Mention", "Roster", "build_roster"]

_REMEMBERED = 64
"""So many texts are remembered with their mentions: one is looked through several times in a row."""


class Roster:
    """The people of a vault, and the manager.

    `others` are full names, folded, that share a first name with somebody here.
    """

    def __init__(self, people: Sequence[Person], manager: Manager | None, others: Iterable[str] = ()) -> None:
        self.people = tuple(sorted(people, key=lambda person: person.id))
        self.manager = manager
        self.others = tuple(sorted(others))
        self._by_id = {person.id: person for person in self.people}
        self._recent: dict[str, tuple[Mention, ...]] = {}
        self._resolved: dict[str, tuple[PersonId, ...]] = {}

    @cached_property
    def digest(self) -> str:
        """Changes when anybody, or a form of a name, changes."""
        text = "\n".join(person.model_dump_json() for person in self.people)
        text += self.manager.model_dump_json() if self.manager else ""
        return hashlib.sha256("\n".join([text, *self.others]).encode()).hexdigest()

    def person(self, person_id: PersonId) -> Person:
        """Somebody by id. Raises KeyError."""
        return self._by_id[person_id]

    def get(self, person_id: PersonId) -> Person | None:
        """Somebody by id; None where the notes do not know him yet."""
        return self._by_id.get(person_id)

    def resolve(self, name: str) -> tuple[PersonId, ...]:
        """Everybody whom a name can mean.

        Empty for nobody. Takes `Hruby, Zdenek`, `m.lee@firm.example`, `Ify's` as well.
        """
        if (kept := self._resolved.get(name)) is None:
            if len(self._resolved) >= _REMEMBERED:
                self._resolved.clear()
            kept = self._resolved[name] = self._resolve(name)
        return kept

    def _resolve(self, name: str) -> tuple[PersonId, ...]:
        for form in _readings(name):
            if found := self.forms.people.get(form):
                return found
        wanted = _readings(name)[0]
        if not wanted:
            return ()
        if " " in wanted:
            return tuple(p.id for p in self.people if _is_abbreviated(wanted, fold_word(p.name)))
        return tuple(p.id for p in self.people if is_short_for(wanted, fold_word(p.name).split()[0]))

    def find(self, query: str) -> Person:
        """The one person whom a name, nickname, initials or id means.

        Raises PersonAmbiguousError with everybody it fits, or PersonUnknownError with the nearest names.
        """
        wanted = " ".join(fold_word(query).replace("-", " ").split())
        exact = [p for p in self.people if wanted in (p.id.replace("-", " "), fold_word(p.name).replace("-", " "))]
        found = exact or [self._by_id[i] for i in self.resolve(query)]
        if not found and self.is_manager(query):
            raise PersonUnknownError(
                f"{query} is you, by your notes.",
                "A brief is for somebody you lead; if this is wrong, set [manager] in .showme/config.toml.",
            )
        if not found and wanted:
            found = [p for p in self.people if all(_starts(p.name, part) for part in wanted.split())]
        if len(found) == 1:
            return found[0]
        if found:
            names = " or ".join(f"{person.name} ({person.id})" for person in found)
            raise PersonAmbiguousError(f"{query!r} fits {len(found)} people.", f"Say {names}.")
        raise PersonUnknownError(f"Nobody in the notes answers to {query!r}.", self._nearest(wanted))

    def mentions(self, text: str, home: PersonId | None = None) -> list[Mention]:
        """Every name in the text, in order, the longest form of each.

        More than one person where it is ambiguous.

        `home` is whose own note the text stands in: a first name or letter that fits him and another means
        him there.
        """
        if (kept := self._recent.get(text)) is None:
            if len(self._recent) >= _REMEMBERED:
                self._recent.clear()
            kept = self._recent[text] = tuple(find_mentions(text, self.forms))
        found = list(kept)
        if home is None:
            return found
        return [
            mention._replace(people=(home,)) if len(mention.people) > 1 and home in mention.people else mention
            for mention in found
        ]

    def knows(self, name: str) -> bool:
        """Whether somebody of the team, or the manager, is called so."""
        return bool(self.resolve(name)) or self.is_manager(name)

    def shares_a_name(self, person_id: PersonId) -> bool:
        """Whether a form of the person's name fits somebody else too; initials of one letter aside."""
        return any(len(ids) > 1 and len(form) > 1 and person_id in ids for form, ids in self.forms.people.items())

    def is_manager(self, name: str) -> bool:
        """Whether a name is the manager's own."""
        plain = fold_word(name).strip()
        return plain in self.manager_forms or self._is_spelt_out(plain)

    def _is_spelt_out(self, plain: str) -> bool:
        """`Wouter Dijkstra` where the notes call the manager WD and nobody of the team is called so."""
        short = self.manager.name if self.manager else None
        if not short or len(short) < 2 or not short.isupper() or len(plain.split()) != len(short):
            return False
        return "".join(word[0] for word in plain.split()) == short.casefold() and not self.resolve(plain)

    @cached_property
    def manager_forms(self) -> frozenset[str]:
        """The manager's name and aliases, folded."""
        names = (self.manager.name or "", *self.manager.aliases) if self.manager else ()
        return frozenset(fold_word(name) for name in names if name)

    @cached_property
    def forms(self) -> Forms:
        """Every form of a name under which anybody is seen in a text."""
        return forms_of(self.people, self.manager_forms, self.others)

    def _nearest(self, wanted: str) -> str:
        if not self.people:
            return "Name the people in .showme/config.toml, or put their notes under people/<Name>/."
        from rapidfuzz import fuzz, process

        names = {person.name: fold_word(person.name) for person in self.people}
        scored = process.extract(wanted, names, scorer=fuzz.WRatio, limit=3)
        near = [name for _, score, name in scored if score > 50]
        return f"The nearest: {', '.join(near or sorted(names)[:8])}."


def build_roster(tally: Tally, owners: Sequence[str], config: Config) -> Roster:
    """Put together what the notes, the pipeline's owner column and the manager's own corrections say."""
    manager = manager_of(tally, owners, config)
    people = with_corrections(ids_of(people_of(tally, owners, manager)), config)
    people = learn_short_forms(people, tally)
    return Roster(list(people.values()), manager, others_named(people, tally))


def _readings(name: str) -> list[str]:
    """The folded forms under which a written name is looked up, the plainest first."""
    plain = re.sub(r"['’]s?$", "", " ".join(fold_word(name).split()))
    readings = [plain]
    if "," in plain:
        last, _, first = plain.partition(",")
        readings.append(f"{first.strip()} {last.strip()}")
    if "@" in plain:
        local = plain.partition("@")[0]
        readings += [" ".join(re.split(r"[._-]+", local)), local]
    readings.append(re.sub(r"\s*\([^)]*\)", "", plain).strip())
    readings.append(" ".join(re.split(r"[._-]+", plain)).strip())
    return list(dict.fromkeys(reading for reading in readings if reading)) or [""]


def _is_abbreviated(wanted: str, name: str) -> bool:
    """`z hruby`, `zdenek h`, `zden hruby`, `zhruby` read against `zdenek hruby`."""
    parts, own = wanted.replace(".", " ").split(), name.split()
    if len(parts) == 1:
        return len(own) > 1 and parts[0] in (own[0][0] + own[-1], own[0] + own[-1], own[0] + own[-1][0])
    firsts = own[0].startswith(parts[0]) or is_short_for(parts[0], own[0])
    return len(own) > 1 and firsts and own[-1].startswith(parts[-1])


def _starts(name: str, part: str) -> bool:
    return any(word.startswith(part) for word in fold_word(name).replace("-", " ").split())

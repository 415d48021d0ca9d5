"""Which notes read differently once other people, or other forms of their names, are known.

Whose a part of a note is depends on its own words and on the roster. So a note is read again for a new roster only if
it holds every word of a form of a name that changed, or if its front matter names somebody who is now somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from assistant.models import Manager, Note, Person
from assistant.vault.faces import faces_of, words_in, words_of
from assistant.vault.roster import Roster


def tokens_of(note: Note) -> str:
    """The different words of a note and of its path, folded, each between two blanks; none of a private one."""
    if note.is_private:
        return ""
    return f" {' '.join(sorted(words_in(f'{note.path} {note.text}')))} "


def roster_to_json(roster: Roster) -> str:
    """All that makes a roster."""
    return json.dumps(
        {
            "people": [person.model_dump(mode="json", exclude_defaults=True) for person in roster.people],
            "manager": roster.manager.model_dump(mode="json") if roster.manager else None,
            "others": roster.others,
        },
        ensure_ascii=False,
    )


def roster_from_json(text: str) -> Roster:
    """The roster that `roster_to_json` wrote."""
    told = json.loads(text)
    manager = Manager.model_validate(told["manager"]) if told["manager"] else None
    return Roster([Person.model_validate(person) for person in told["people"]], manager, told["others"])


class Change:
    """What became different between two rosters, and between two tables of whose customer is whose."""

    def __init__(self, old: Roster, new: Roster, *, has_other_accounts: bool) -> None:
        self._old, self._new = old, new
        self._needs = _changed_forms(old, new)
        if has_other_accounts:
            ambiguous = (form for form, people in new.forms.people.items() if len(people) > 1)
            self._needs |= {words_of(form) for form in ambiguous}
        self._names: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._needs) or self._old.digest != self._new.digest

    def touches(self, tokens: str, given: Iterable[str]) -> bool:
        """Whether a note with these words, and these names in its front matter, has to be read again."""
        return any(all(f" {word} " in tokens for word in need) for need in self._needs) or any(
            self._is_other(name) for name in given
        )

    def _is_other(self, name: str) -> bool:
        if name not in self._names:
            self._names[name] = self._old.resolve(name) != self._new.resolve(name)
        return self._names[name]


def _changed_forms(old: Roster, new: Roster) -> set[frozenset[str]]:
    before, after = faces_of(old), faces_of(new)
    return {words_of(form) for form in before.keys() | after.keys() if before.get(form) != after.get(form)}

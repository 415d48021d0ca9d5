"""How a roster looks to one text: the forms of names that its words hold, and whom they mean.

Whom a text names depends on its own words and on these alone. Two rosters that look the same to a text are read the same in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.vault.folding import fold_word
from assistant.vault.roster import Roster

_TOKEN = re.compile(r"[^\W_]+")


def words_in(text: str) -> frozenset[str]:
    """The different words of a text, folded."""
    return frozenset(_TOKEN.findall(fold_word(text)))


def words_of(form: str) -> frozenset[str]:
    """The words of a folded form: a text that does not hold them all does not hold the form."""
    return frozenset(_TOKEN.findall(form))


def faces_of(roster: Roster) -> Mapping[str, str]:
    """What each form, folded, says: whom it can mean and how it must be written; and who is somebody outside the team."""
    forms = roster.forms
    faces = {
        form: f"{' '.join(people)} {form in forms.upper} {form in forms.capital}"
        for form, people in forms.people.items()
    }
    for name in forms.others:
        faces[name] = f"{faces.get(name, '')} outside"
    for name in filter(words_of, roster.manager_forms):
        faces[name] = f"{faces.get(name, '')} manager"
    return faces

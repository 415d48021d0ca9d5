"""Entries whose only name fits several people, so that they were given to nobody: said rather than guessed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.brief.words import listed
from assistant.models import Person, Section
from assistant.vault.roster import Roster

_NAMED = 3
"""So many files are named in a warning; `doctor` names them all."""


def unplaced_warnings(person: Person, sections: Sequence[Section], roster: Roster) -> tuple[str, ...]:
    """A line for each name in these entries that can mean this person or another, with the newest files."""
    paths: dict[str, dict[str, None]] = {}
    for section in reversed(sections):
        for name in section.ambiguous:
            if person.id in roster.resolve(name):
                paths.setdefault(name, {})[section.path] = None
    return tuple(_warning(name, list(found), person, roster) for name, found in sorted(paths.items()))


def _warning(name: str, paths: list[str], person: Person, roster: Roster) -> str:
    others = [roster.person(other).name for other in roster.resolve(name) if other != person.id]
    notes = f"{len(paths)} note{' names' if len(paths) == 1 else 's name'}"
    files = ", ".join(paths[:_NAMED])
    more = f" and {len(paths) - _NAMED} more (`showme doctor` lists them)" if len(paths) > _NAMED else ""
    return f"{notes} only {name}, which fits {listed(others)} as well (given to nobody): {files}{more}."

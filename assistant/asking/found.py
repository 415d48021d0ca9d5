"""Where an answer can stand: the lines of the passages that the retriever finds, with what it thinks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from assistant.asking.alike import keys_of
from assistant.asking.lines import Line, lines_of
from assistant.asking.question import Asking
from assistant.models import Hit, NoteKind, PersonId
from assistant.vault.folding import fold_word
from assistant.workspace import Workspace

if TYPE_CHECKING:
    from assistant.index.retriever import Retriever

_PASSAGES = 30
"""So many passages are looked into, of everybody; of the person meant as many more."""
_AWAY = 0.8
"""How near a line of a found note counts whose own passage was not found."""


class Candidate(NamedTuple):
    """A line, and how near its passage is to the question."""

    line: Line
    near: float
    """By meaning, 0 to 1."""
    told: float
    """By words, 0 to 1."""
    rank: int
    """Place of the passage among those found, from 0."""


def find_lines(workspace: Workspace, retriever: Retriever, asking: Asking, person: PersonId | None) -> list[Candidate]:
    """The lines to choose from, those of the nearest passages first.

    Of a call or a document whose title names what the question names, every line competes: they need not name it again.
    """
    hits = {hit.passage.id: hit for hit in retriever.search(asking.text, limit=_PASSAGES)}
    if person:
        hits |= {hit.passage.id: hit for hit in retriever.search(asking.text, person, _PASSAGES)}
    ranked = sorted(hits.values(), key=lambda hit: (-hit.score, hit.passage.id))
    by_path: dict[str, list[tuple[int, Hit]]] = {}
    for rank, hit in enumerate(ranked):
        by_path.setdefault(hit.passage.path, []).append((rank, hit))
    found: list[Candidate] = []
    for path, places in by_path.items():
        for line in lines_of(workspace.catalog.sections_of(path)):
            inside = next((place for place in places if _holds(place[1], line)), None)
            if inside is not None:
                rank, hit = inside
                found.append(Candidate(line, hit.dense or 0.0, hit.lexical or 0.0, rank))
            elif _is_about(line, asking):
                rank, hit = places[0]
                found.append(Candidate(line, _AWAY * (hit.dense or 0.0), 0.0, _PASSAGES + rank))
    return sorted(found, key=lambda one: (one.rank, one.line.path, one.line.number, one.line.text))


def _holds(hit: Hit, line: Line) -> bool:
    return hit.passage.line_start <= line.number <= hit.passage.line_end


def _is_about(line: Line, asking: Asking) -> bool:
    if line.kind not in (NoteKind.CALL, NoteKind.DOCUMENT):
        return False
    title = keys_of(line.title)
    return any(term.is_name and term.keys & title for term in asking.terms)


def names_of(workspace: Workspace, people: tuple[PersonId, ...]) -> frozenset[str]:
    """Every word of the names and aliases of some people, folded."""
    words: set[str] = set()
    for one in people:
        person = workspace.roster.person(one)
        for name in (person.name, *person.aliases):
            words.update(fold_word(name).split())
    return frozenset(words)

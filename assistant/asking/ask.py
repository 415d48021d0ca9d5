"""A question over the notes, answered without a model: found, weighed, decided, worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.asking.answer import Weighed, sentences_of
from assistant.asking.found import find_lines, names_of
from assistant.asking.lines import Line
from assistant.asking.near import likeness
from assistant.asking.private import NOT_FROM_PRIVATE, is_private
from assistant.asking.question import Asking, read_question
from assistant.asking.sense import open_judge
from assistant.asking.weigh import features
from assistant.models import Answer, PersonId
from assistant.workspace import Workspace

if TYPE_CHECKING:
    from assistant.index.retriever import Retriever

MOST_READ = 20
"""So many lines are read for their meaning: it is what takes time."""


@dataclass(frozen=True)
class Considered:
    """The offline answer, and what it was chosen from."""

    asking: Asking
    answer: Answer
    weighed: tuple[Weighed, ...]
    """The likeliest lines, best first, whether or not they are said."""
    is_private: bool = False


def consider(workspace: Workspace, retriever: Retriever, text: str, person: PersonId | None = None) -> Considered:
    """Answer from the lines that the retriever finds; without a line that answers there are no sentences.

    A question that touches a private matter is answered from no line.
    """
    asking = read_question(text)
    if is_private(text):
        return Considered(asking, Answer(question=text, answered=False, why_not=NOT_FROM_PRIVATE), (), is_private=True)
    lines, seen = seen_lines(workspace, retriever, asking, person)
    weighed, answered = _weigh(asking, lines, seen)
    sentences = sentences_of(asking, weighed, workspace.today) if answered else ()
    return Considered(asking, Answer(question=text, answered=answered, sentences=sentences), tuple(weighed))


def seen_lines(
    workspace: Workspace, retriever: Retriever, asking: Asking, person: PersonId | None
) -> tuple[list[Line], list[dict[str, float]]]:
    """The lines that compete, and of each what can be seen of it without reading it for its meaning."""
    found = find_lines(workspace, retriever, asking, person) if asking.terms else []
    rare = {term.word: workspace.catalog.words.rarity(term.word) for term in asking.terms}
    names = {people: names_of(workspace, people) for people in {one.line.people for one in found}}
    team = names_of(workspace, tuple(person.id for person in workspace.roster.people))
    seen = [
        features(asking, one.line, rare, names[one.line.people], team)
        | {"near": one.near, "told": one.told, "early": 1 / (1 + one.rank), "of him": float(person in one.line.people)}
        for one in found
    ]
    return [one.line for one in found], seen


def _weigh(asking: Asking, lines: Sequence[Line], seen: Sequence[Mapping[str, float]]) -> tuple[list[Weighed], bool]:
    """The likeliest lines with their chances, best first, and whether the best one answers."""
    judge = open_judge()
    first = [judge.first_score(one) for one in seen]
    order = sorted(range(len(lines)), key=lambda n: (-first[n], n))[:MOST_READ]
    chosen = [lines[n] for n in order]
    read = [{**seen[n], **near} for n, near in zip(order, likeness(asking, chosen), strict=True)]
    chances, none = judge.chances(asking, [judge.score(one) for one in read])
    weighed = [Weighed(line, chance) for line, chance in zip(chosen, chances, strict=True)]
    return sorted(weighed, key=lambda one: -one.chance), judge.is_said(asking, read, chances, none)

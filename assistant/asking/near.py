"""How near lines are to a question by meaning: the question's vector against that of each line in its place."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.asking.lines import Line
from assistant.asking.question import Asking

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

_PLACE_WORDS = 12
_REMEMBERED = 8192
"""So many lines keep their vectors while the process lives: the next question is likely about the same notes."""
_known: OrderedDict[str, Vectors] = OrderedDict()


def likeness(asking: Asking, lines: Sequence[Line]) -> list[dict[str, float]]:
    """For each line what its meaning says, each value about 0 to 1."""
    if not lines:
        return []
    question, *others = _vectors([asking.text, *(in_place(line) for line in lines)])
    likes = [float(question @ other) for other in others]
    most = max(likes)
    return [{"like": like, "nearest": float(like == most)} for like in likes]


def _vectors(texts: Sequence[str]) -> list[Vectors]:
    from assistant.index.embedding import embed_texts

    if missing := [text for text in dict.fromkeys(texts) if text not in _known]:
        _known.update(zip(missing, embed_texts(missing), strict=True))
    found = [_known[text] for text in texts]
    while len(_known) > _REMEMBERED:
        _known.popitem(last=False)
    return found


def in_place(line: Line) -> str:
    """A line with what it is about before it: the title of its note and the heading over it, else the line above."""
    about = " ".join(part for part in (line.title, line.head) if part) or line.above
    words = " ".join(about.split()[:_PLACE_WORDS])
    return f"{words}: {line.text}" if words else line.text

"""How near lines are to a question by meaning: the question's vector against that of each line, and both read together."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.asking.lines import Line
from assistant.asking.question import Asking
from assistant.reading.reader import open_reading_model

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

_PLACE_WORDS = 12
_BESIDE_WORDS = 10
_LEAST, _LEANS = 1e-3, 7.0
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
    answers = open_reading_model().weigh_answers([read_together(asking, line) for line in lines])
    best = max(answers)
    return [
        {
            "like": like,
            "nearest": float(like == most),
            "answers": answer,
            "leans to answer": _lean(answer),
            "answers best": float(answer == best),
        }
        for like, answer in zip(likes, answers, strict=True)
    ]


def _lean(chance: float) -> float:
    """The logit of a chance, about -1 to 1."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept)) / _LEANS


def _vectors(texts: Sequence[str]) -> list[Vectors]:
    from assistant.index.embedding import embed_texts

    if missing := [text for text in dict.fromkeys(texts) if text not in _known]:
        _known.update(zip(missing, embed_texts(missing), strict=True))
    found = [_known[text] for text in texts]
    while len(_known) > _REMEMBERED:
        _known.popitem(last=False)
    return found


def read_together(asking: Asking, line: Line) -> tuple[str, str]:
    """What the reading model is given: the question with what the line is about, and the line."""
    beside = " ".join((line.before or line.above).split()[-_BESIDE_WORDS:])
    about = " · ".join(dict.fromkeys(part for part in (line.title, line.head, beside) if part))
    return (f"{asking.text} ({about})" if about else asking.text), line.text


def in_place(line: Line) -> str:
    """A line with what it is about before it: the title of its note and the heading over it, else the line above."""
    about = " ".join(part for part in (line.title, line.head) if part) or line.above
    words = " ".join(about.split()[:_PLACE_WORDS])
    return f"{words}: {line.text}" if words else line.text

"""From lines with their chances to an answer: which lines are shown, which say the same, which of two counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from typing import NamedTuple

from assistant.asking.holds import spans_of, without
from assistant.asking.lines import Line
from assistant.asking.question import Asking
from assistant.brief.words import clip, day
from assistant.models import AnswerSentence

NOT_SAID = "The notes do not say."
_MOST_SENTENCES = 3
_MOST_WORDS = 40
_SHARE = 0.12
"""A line with a smaller share of the best line's chance is left out."""
_OF_STATE = frozenset(("whether", "became", "when"))
"""What is asked for changes with time: of two lines that differ, the newest counts."""
_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]{3,}")


class Weighed(NamedTuple):
    """A line and how likely it answers."""

    line: Line
    chance: float


def sentences_of(asking: Asking, weighed: Sequence[Weighed], today: Date) -> tuple[AnswerSentence, ...]:
    """The sentences of the answer, at most three. `weighed` are lines that may answer, the likeliest first.

    Lines that give the same answer are one sentence that cites them all; where they give different ones, the newest stands first and
    the others say that they are older.
    """
    groups: list[list[Line]] = []
    for line, chance in weighed:
        if chance < _SHARE * weighed[0].chance:
            break
        same = next((group for group in groups if _says_the_same(asking, group[0], line)), None)
        if same is not None:
            same.append(line)
        elif len(groups) < _MOST_SENTENCES:
            groups.append([line])
    for group in groups:
        group.sort(key=_age)
    differ = asking.asked in _OF_STATE or _disagree(asking, groups)
    if differ:
        groups.sort(key=lambda group: _age(group[0]))
    return tuple(
        AnswerSentence(
            text=_worded(group[0], groups[0][0], today, is_older=differ and place > 0),
            evidence=tuple(line.evidence() for line in group),
        )
        for place, group in enumerate(groups)
    )


def _worded(line: Line, first: Line, today: Date, *, is_older: bool) -> str:
    text = clip(line.text, _MOST_WORDS)
    if is_older and line.date and first.date and line.date < first.date:
        return f"Earlier, on {day(line.date, today)}: {text}"
    return text


def _age(line: Line) -> tuple[int, str, int]:
    return (-line.date.toordinal() if line.date else 0, line.path, line.number)


def _values(asking: Asking, line: Line) -> frozenset[str]:
    """What of the asked kind a line holds, comparable: `£38,400` and `38.400` are one."""
    kinds = {"money": ("money", "number"), "number": ("number",), "when": ("when",)}.get(asking.asked, ())
    new = without(line.text, asking.words)
    found = (new[start:end].casefold() for kind in kinds for start, end in spans_of(kind, new))
    return frozenset(re.sub(r"[^\w]", "", text) for text in found)


def _says_the_same(asking: Asking, one: Line, other: Line) -> bool:
    values, others = _values(asking, one), _values(asking, other)
    if values and others:
        return values <= others or others <= values
    words = [frozenset(match.casefold() for match in _FIGURE.findall(line.text)) for line in (one, other)]
    return len(words[0] & words[1]) > 0.8 * max(1, min(len(words[0]), len(words[1])))


def _disagree(asking: Asking, groups: Sequence[Sequence[Line]]) -> bool:
    values = [_values(asking, group[0]) for group in groups]
    return len(values) > 1 and all(values) and not frozenset.intersection(*values)

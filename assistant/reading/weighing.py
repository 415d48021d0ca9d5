"""How likely each statement of a note is a promise, a claim, a proof …: two models, heard together.

One is linear and knows turns of phrase and who stands before what; the other is a small transformer and knows what words mean. They
err in different places: the mean of what they lean to is right more often than either (docs/quality.md has the figures).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from assistant.models import NoteKind, Section
from assistant.reading.context import ReadingContext
from assistant.reading.heads import SENSED_KINDS
from assistant.reading.lines import seen_lines
from assistant.reading.place import Placed, place_statements
from assistant.reading.reader import open_reading_model
from assistant.reading.sense import open_sense

_SENSE_COUNTS = 0.5
"""What the linear model's word counts for; the rest is the transformer's. Chosen on hands that neither had seen."""
_LEAST = 1e-6


def weigh_statements(sections: Sequence[Section], context: ReadingContext) -> list[list[Placed]]:
    """The statements of each section with their chances; the lines of a note are weighed together."""
    placed = [place_statements(section, context) for section in sections]
    prose = [(s, here) for s, here in zip(sections, placed, strict=True) if s.kind is not NoteKind.DOCUMENT and here]
    lines = [line for section, here in prose for line in seen_lines(here, section, context)]
    if lines:
        sense = open_sense()
        told = (chances for line in open_reading_model().weigh_lines(lines) for chances in line)
        for _, here in prose:
            for one in here:
                one.chances = together(next(told), sense.lean(one.tokens, one.signs))
    return placed


def together(read: Mapping[str, float], leans: Mapping[str, float]) -> dict[str, float]:
    """The chances of both, by the mean of their logits."""
    joined = dict(read)
    for kind in SENSED_KINDS:
        chance = min(max(read[kind], _LEAST), 1 - _LEAST)
        lean = _SENSE_COUNTS * leans[kind] + (1 - _SENSE_COUNTS) * math.log(chance / (1 - chance))
        joined[kind] = 1 / (1 + math.exp(-lean))
    return joined

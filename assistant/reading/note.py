"""One note to everything it holds. Clauses with sensitive words yield nothing; the same bytes and roster give the same findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from assistant.models import (
    BrightSpotFinding,
    ClaimFinding,
    Evidence,
    Findings,
    OutcomeFinding,
    PromiseFinding,
    Section,
    ShownFinding,
    TraitFinding,
)
from assistant.reading.bright import read_bright_spots
from assistant.reading.claims import read_claims
from assistant.reading.clauses import split_clauses
from assistant.reading.context import ReadingContext
from assistant.reading.promises import read_promises
from assistant.reading.sensitive import is_fit_to_show, sensitive_spans
from assistant.reading.shown import read_shown
from assistant.reading.subject import folded
from assistant.reading.traits import read_traits

READER_VERSION = "1"
"""Changes whenever a reader finds something else in the same words."""

Found = TypeVar("Found", ClaimFinding, ShownFinding, PromiseFinding, OutcomeFinding, BrightSpotFinding, TraitFinding)

_DECIDED = re.compile(
    r"\b(?:we (?:decided|agreed)|decided (?:to|that|on|together)|decision:|agreed (?:to|that|on|we|with (?:him|her))|settled on|we'll go with|"
    r"conclusion:|besluit|entschieden|vereinbart|from (?:now on|today|next week) we)\b"
)


def read_note(path: str, sections: Sequence[Section], context: ReadingContext) -> Findings:
    """Everything that the sections of one note hold, in the order of the lines."""
    claims: list[ClaimFinding] = []
    shown: list[ShownFinding] = []
    promises: list[PromiseFinding] = []
    outcomes: list[OutcomeFinding] = []
    bright: list[BrightSpotFinding] = []
    traits: list[TraitFinding] = []
    decisions: list[Evidence] = []
    for section in sections:
        given, became = read_promises(section, context)
        promises += _fit(given)
        outcomes += _fit(became)
        claims += _fit(read_claims(section, context))
        shown += _fit(read_shown(section, context))
        bright += _fit(read_bright_spots(section, context))
        traits += _fit(read_traits(section, context))
        decisions += [e for e in _decisions(section) if is_fit_to_show(e.quote)]
    return Findings(
        path=path,
        claims=tuple(claims),
        shown=tuple(shown),
        promises=tuple(promises),
        outcomes=tuple(outcomes),
        bright_spots=tuple(bright),
        traits=tuple(traits),
        decisions=tuple(decisions),
        withheld=sum(len({span.line for span in sensitive_spans(section.text)}) for section in sections),
    )


def _fit(findings: Iterable[Found]) -> list[Found]:
    """Those whose words may stand in a brief."""
    return [found for found in findings if is_fit_to_show(found.evidence.quote) and is_fit_to_show(found.text)]


def _decisions(section: Section) -> list[Evidence]:
    return [clause.evidence() for clause in split_clauses(section) if _DECIDED.search(folded(clause.text))]

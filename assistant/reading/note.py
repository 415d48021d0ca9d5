"""All that one note holds: every reader over every section, and nothing that must not be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from assistant.models import (
    BrightSpotFinding,
    ClaimFinding,
    Evidence,
    Findings,
    NoteKind,
    OutcomeFinding,
    PromiseFinding,
    RemarkFinding,
    Section,
    ShownFinding,
    TraitFinding,
)
from assistant.reading.bright import read_bright_spots
from assistant.reading.claims import read_claims
from assistant.reading.context import ReadingContext
from assistant.reading.promises import read_outcomes, read_promises
from assistant.reading.remarks import read_remarks
from assistant.reading.sensitive import are_fit_to_show, is_fit_to_show
from assistant.reading.shown import read_shown
from assistant.reading.subject import is_transcript, without_label
from assistant.reading.traits import read_traits
from assistant.reading.weighing import weigh_statements

READER_VERSION = "38"
"""Part of the key of kept findings: raise it when the same note would be read otherwise."""

AnyFinding = (
    ClaimFinding | ShownFinding | PromiseFinding | OutcomeFinding | BrightSpotFinding | TraitFinding | RemarkFinding
)
Finding = TypeVar("Finding", bound=AnyFinding)


def read_note(path: str, sections: Sequence[Section], context: ReadingContext) -> Findings:
    """The findings of one note; a line that is not fit to be shown gives none and is counted."""
    claims: list[ClaimFinding] = []
    shown: list[ShownFinding] = []
    promises: list[PromiseFinding] = []
    outcomes: list[OutcomeFinding] = []
    bright: list[BrightSpotFinding] = []
    traits: list[TraitFinding] = []
    remarks: list[RemarkFinding] = []
    withheld = 0
    for section, placed in zip(sections, weigh_statements(sections, context), strict=True):
        talks = is_transcript(section)
        withheld += are_fit_to_show(section.text.split("\n")).count(False)
        shown += _bare(read_shown(placed, section, context), talks)
        traits += _bare(read_traits(section, context), talks)
        remarks += _bare(read_remarks(section, context), talks)
        if section.kind is not NoteKind.DOCUMENT:
            promises += _bare(read_promises(placed, section, context), talks)
            outcomes += _bare(read_outcomes(placed, section, context), talks)
            claims += _bare(read_claims(placed, section, context), talks)
            bright += _bare(read_bright_spots(placed, section, context), talks)
    return Findings(
        path=path,
        claims=_fit(claims),
        shown=_fit(shown),
        promises=_fit(promises),
        outcomes=_fit(outcomes),
        bright_spots=_fit(bright),
        traits=_fit(traits),
        remarks=_fit(remarks),
        withheld=withheld,
    )


def _bare(findings: Iterable[Finding], talks: bool) -> list[Finding]:
    """The findings of a conversation without the speaker's name before what he says."""
    if not talks:
        return list(findings)
    bare: list[Finding] = []
    for item in findings:
        quote = item.evidence.model_copy(update={"quote": without_label(item.evidence.quote)})
        bare.append(item.model_copy(update={"text": without_label(item.text), "evidence": quote}))  # type: ignore[arg-type]  # the same kind
    return bare


def _fit(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those whose quote and words may be shown, each once."""
    seen: set[tuple[str, str, str, int, str]] = set()
    kept: list[Finding] = []
    for item in findings:  # one kind of finding at a time
        key = (
            getattr(item, "person", ""),
            item.kind if isinstance(item, RemarkFinding) else "",
            *_place(item.evidence),
        )
        if key not in seen and is_fit_to_show(item.evidence.quote) and is_fit_to_show(item.text):
            seen.add(key)
            kept.append(item)
    return tuple(kept)


def _place(evidence: Evidence) -> tuple[str, int, str]:
    return evidence.path, evidence.line_start, evidence.quote

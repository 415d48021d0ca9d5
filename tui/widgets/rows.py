"""One finding as a row: what kind it is, its words, its line, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import TYPE_CHECKING, Literal

from textual.content import Content

from assistant.brief.words import clip, day

if TYPE_CHECKING:
    from assistant.capture.found import Found
    from assistant.models import Evidence, Findings, Owner

State = Literal["found", "accepted", "refused"]
_MARKS: dict[State, tuple[str, str]] = {
    "found": ("·", "dim"),
    "accepted": ("✓", "$text-success"),
    "refused": ("✗", "$text-error"),
}
_MOVED = {"done": "Kept", "dropped": "Called off", "postponed": "Moved", "outstanding": "Still open"}
_REMARKS = {"decision": "Decided", "objection": "Objection", "marketing": "For marketing", "market": "Market"}


@dataclass(frozen=True)
class Row:
    """One finding as it stands in the list."""

    id: str
    title: str
    text: str
    line: int
    owner: Owner | None = None
    due: Date | None = None
    is_changed: bool = False
    earlier: str = ""
    """Where the promise or claim stands of which the line says something; empty for what is new."""


def rows_of(found: Findings) -> list[Row]:
    """What is new in the words."""
    from assistant.ledger.ids import finding_id

    return [
        *[
            Row(finding_id(p), "Promise", p.text, p.evidence.line_start, p.owner, p.due)
            for p in found.promises
            if not p.is_ticked
        ],
        *[Row(finding_id(c), "Said, not shown", c.text, c.evidence.line_start) for c in found.claims],
        *[Row(finding_id(s), f"Shown ({s.artefact})", s.text, s.evidence.line_start) for s in found.shown if s.is_sure],
        *[Row(finding_id(b), "Went well", b.text, b.evidence.line_start) for b in found.bright_spots],
        *[Row(finding_id(r), _REMARKS[r.kind], r.text, r.evidence.line_start) for r in found.remarks],
    ]


def earlier_rows(found: Found) -> list[Row]:
    """What the words say of earlier promises and claims."""
    rows = [
        Row(m.finding, _MOVED[m.what], m.text, m.now.line_start, due=m.due, earlier=f"given {_place(m.given)}")
        for m in found.moved
    ]
    rows += [
        Row(
            c.finding,
            "Does not agree",
            f"“{c.said.quote}”",
            c.against.line_start,
            earlier=f"said {_place(c.said)}\n  against “{clip(c.against.quote, 24)}”",
        )
        for c in found.contradicted
    ]
    return rows


def line_of(row: Row, state: State) -> Content:
    """The row as it is drawn."""
    mark, style = _MARKS[state]
    who = {"manager": ", you", "report": ", theirs", "other": ", others", None: ""}[row.owner]
    due = f"  by {day(row.due)}" if row.due else ""
    words = clip(row.text, 24)
    is_off = state == "refused"
    return Content.assemble(
        (f"{mark} ", style),
        (f"{row.title}{who}", "bold dim" if is_off else "bold"),
        (f"  line {row.line}", "dim"),
        (due, "$text-accent"),
        (f"\n  {words}", "dim strike" if is_off else "italic" if row.is_changed else ""),
        (f"\n  {row.earlier}" if row.earlier else "", "dim"),
    )


def _place(evidence: Evidence) -> str:
    on = f"{day(evidence.date)}, " if evidence.date else ""
    return f"{on}{evidence.path or 'here'}:{evidence.line_start}"

"""A capture that was made, as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.brief.words import clip, day
from tui.printing import print_notice, print_text

if TYPE_CHECKING:
    from assistant.capture.capture import Captured
    from assistant.capture.found import FoundClaim
    from assistant.models import Evidence


def as_json(made: Captured) -> dict[str, object]:
    """The note, the raw text, and every finding under its own key."""
    head = {"note": made.note, "raw": made.raw, "person": made.person, "date": made.date.isoformat(), "kind": made.kind}
    return head | made.found.model_dump(mode="json")


def print_made(made: Captured) -> None:
    """The note, and a line a finding with its id."""
    found = made.found
    print_text(f"{made.note}")
    contradicted = {item.claim_id for item in found.contradicted}
    rows = [
        *[
            (f"promise, {p.owner}", p.finding, clip(p.text, 18) + (f" · due {day(p.due)}" if p.due else ""))
            for p in found.commitments
        ],
        *[(f"{m.what}, {m.owner}", m.finding, clip(m.text, 18)) for m in found.moved],
        *[("said, not shown", c.finding, _told(c)) for c in found.claims if c.id not in contradicted],
        *[("contradicted", c.finding, f"{_quoted(c.said)}, against {_quoted(c.against)}") for c in found.contradicted],
        *[("shown", s.id, clip(s.text, 18)) for s in found.shown],
        *[("went well", s.id, clip(s.text, 18)) for s in found.bright_spots],
        *[(r.kind, r.id, clip(r.text, 18)) for r in found.remarks],
    ]
    for what, name, text in rows:
        print_text(f"  {what:<18} {name}  {text}")
    if rows:
        print_notice(
            "A finding counts until you refuse it: showme refuse ID. showme confirm ID says that it is right; a recap goes out "
            "with confirmed ones alone. showme undo takes the note back."
        )
    else:
        print_notice("Nothing was found in it; the words are kept. showme undo takes the note back.")


def _told(claim: FoundClaim) -> str:
    return clip(claim.text, 18) + (f", against {_quoted(claim.against)}" if claim.against else "")


def _quoted(evidence: Evidence) -> str:
    return f"“{clip(evidence.quote, 18)}” ({evidence.path}:{evidence.line_start})"

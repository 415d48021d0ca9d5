"""What the reading model tells apart: the kinds of a statement, what one line says of an earlier one, what a sentence is."""

from __future__ import annotations

from collections.abc import Mapping

LINE_KINDS = ("manager", "report", "claim", "shown", "bright", "closed", "moved", "still", "against", "sensitive")
"""Kinds of a statement, each with a chance of its own: a promise of the manager's, one of the report's, a claim, proof seen, a bright spot, a
promise kept or called off, moved, still to come, a claim gainsaid, a private matter."""
SENSED_KINDS = LINE_KINDS[:9]
"""Those that the linear model tells too: the two are heard together."""
PROMISE_PAIRS = ("none", "closed", "moved", "still")
"""What a later line says of a promise."""
CLAIM_PAIRS = ("none", "shown", "against", "again")
"""What a later line says of a claim."""
ANSWERS = ("answers",)
"""Whether a line answers a question."""
PRIVATE = ("private",)
"""Whether a sentence tells a private matter."""
HEADS: Mapping[str, tuple[str, ...]] = {
    "line": LINE_KINDS,
    "promise": PROMISE_PAIRS,
    "claim": CLAIM_PAIRS,
    "private": PRIVATE,
    "ask": ANSWERS,
}
"""What each head of the packaged weights tells apart, one row of its weights a kind."""

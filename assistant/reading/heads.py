"""What the reading model tells apart: the kinds of a statement, what one line says of an earlier one, what a sentence is."""

from __future__ import annotations

LINE_KINDS = ("manager", "report", "claim", "shown", "bright", "closed", "moved", "still", "against", "sensitive")
"""Kinds of a statement, each with a chance of its own: a promise of the manager's, one of the report's, a claim, proof seen, a bright spot, a
promise kept or called off, moved, still to come, a claim gainsaid, a private matter."""
SENSED_KINDS = LINE_KINDS[:9]
"""Those that the linear model tells too: the two are heard together."""
PROMISE_PAIRS = ("none", "closed", "moved", "still")
"""What a later line says of a promise."""
CLAIM_PAIRS = ("none", "shown", "against", "again")
"""What a later line says of a claim."""
LINT_KINDS = (
    "critique", "blame", "judgement", "leading", "disguised_advice", "closed", "stacked", "directive", "sarcasm", "comparison", "threat",
    "platitude", "activity_only", "rescue", "hidden_critique",
)  # fmt: skip
"""What a sentence said to somebody does to him, each with a chance of its own; the first says whether it is critique at all."""
PRINCIPLES = (
    "morale-over-method", "activity-obsession", "hopeless-turnaround", "deal-hijacking", "excuse-making", "detachment", "spreadsheet-focus",
    "platitudes", "knee-jerk-changes", "unfiltered-relay", "performance-avoidance", "rules-of-engagement", "baseline-process",
    "capacity-competency", "governance-show-me", "enable-coach", "discovery-questions", "value-story", "objection-plays",
    "good-practice-sharing", "marketing-interlock", "voice-of-reason", "performance-management", "culture-climate", "continual-learning",
    "seller-growth-attrition", "metrics-beyond-revenue",
)  # fmt: skip
"""What a situation is about: the chances add up to one."""
PRIVATE = ("private",)
"""Whether a sentence tells a private matter."""
ANSWERS = ("answers",)
"""Whether a line answers a question."""

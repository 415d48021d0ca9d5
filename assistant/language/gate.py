"""The gate: every item a model gives passes all of these checks, or the offline item stands in its place."""

from __future__ import annotations

import re

from assistant.language.gate_facts import check_facts
from assistant.language.gate_names import check_names
from assistant.language.gate_numbers import check_numbers
from assistant.language.gate_orders import check_orders
from assistant.language.gate_sense import check_sense
from assistant.language.gate_shape import check_shape
from assistant.language.gate_tone import check_tone
from assistant.language.ground import Answer, Ground, Refusal
from assistant.lint.lint import lint
from assistant.reading.sensitive import is_fit_to_show

GATE_VERSION = "3"
"""Part of the key of a kept brief: raise it when the same answer would be judged otherwise."""

_OPENS_LATE = re.compile(
    r"(?:^|[.!;:–—] )(?:behind|under|with|for|at|in|on|by|from|to|of|after|before|against|through|over) (?:which|what|whom|whose|how)\b[^?]*\?$",
    re.IGNORECASE,
)
"""A question that is open behind a preposition, which the lint takes for a closed one: `Behind which of them is …?`"""


def judge(answer: Answer, ground: Ground) -> list[Refusal]:
    """Why an answer is not fit to be shown; empty where it is. Cheap checks first, those with vectors only if they pass."""
    reasons = [
        *check_shape(answer, ground),
        *_check_evidence(answer, ground),
        *_check_private(answer),
        *check_orders(answer, ground),
    ]
    if not reasons:
        reasons += [*check_names(answer, ground), *check_numbers(answer, ground), *check_facts(answer, ground)]
        reasons += [*check_tone(answer, ground), *_check_lint(answer)]
    return reasons or check_sense(answer, ground)


def _check_evidence(answer: Answer, ground: Ground) -> list[Refusal]:
    unknown = [name for name in answer.evidence if name not in ground.offered]
    if unknown:
        return [Refusal(kind="evidence", reason=f"It cites {', '.join(unknown)}, which was not offered.")]
    if not answer.evidence:
        return [Refusal(kind="evidence", reason="It cites no line.")]
    return []


def _check_private(answer: Answer) -> list[Refusal]:
    if all(is_fit_to_show(text) for text in (answer.text, answer.listen_for, answer.follow_up)):
        return []
    return [Refusal(kind="sensitive", reason="It touches a private matter.")]


def _check_lint(answer: Answer) -> list[Refusal]:
    verdict = lint(answer.text)
    if verdict.verdict == "coaching":
        return []
    if all(reason.kind == "closed" for reason in verdict.reasons) and _OPENS_LATE.search(answer.text):
        return []
    return [Refusal(kind="lint", reason=reason.message) for reason in verdict.reasons[:2]]

"""The gate: every item a model gives passes all of these checks, or the offline item stands in its place."""

from __future__ import annotations

from assistant.language.gate_beside import check_beside
from assistant.language.gate_facts import check_facts
from assistant.language.gate_lint import check_lint
from assistant.language.gate_names import check_names
from assistant.language.gate_numbers import check_numbers
from assistant.language.gate_orders import check_orders
from assistant.language.gate_sense import check_sense
from assistant.language.gate_shape import check_shape
from assistant.language.gate_tone import check_tone
from assistant.language.ground import Answer, Ground, Refusal
from assistant.reading.sensitive import is_fit_to_show

GATE_VERSION = "4"
"""Part of the key of a kept brief: raise it when the same answer would be judged otherwise."""


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
        reasons += [*check_tone(answer, ground), *check_lint(answer.text)]
    return reasons or check_sense(answer, ground)


def with_fit_lines(answer: Answer, ground: Ground) -> Answer:
    """An answer that may be shown, without what stands beside it where that may not: the bank's two lines stand there then."""
    return answer.model_copy(update={"listen_for": "", "follow_up": ""}) if check_beside(answer, ground) else answer


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

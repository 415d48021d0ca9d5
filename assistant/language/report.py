"""What a model did for a brief, counted; what went wrong, in sentences for the manager."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from assistant.brief.words import listed
from assistant.errors import ShowMeError
from assistant.language.outcome import Outcome
from assistant.language.prompts import Prompt
from assistant.language.setting import ModelSetting
from assistant.language.turns import Reply
from assistant.models import Tailoring

REASONS = {
    "schema": "not in the agreed form",
    "evidence": "citing lines that were not offered",
    "instruction": "holding more than a question",
    "sensitive": "touching private matters",
    "name": "naming people or customers that the cited notes do not hold",
    "number": "with figures that the cited notes do not hold",
    "date": "with dates that the cited notes do not hold",
    "quote": "with quotations that the notes do not hold",
    "fact": "taking for granted what the notes do not say",
    "promise": "promising or deciding in your name",
    "lint": "critique rather than coaching",
    "stacked": "several questions in one",
    "meaning": "asking something else",
    "repeat": "said already",
    "generic": "fitting anybody",
}


def tailoring_of(
    setting: ModelSetting,
    strategy: Literal["adapt", "draft"],
    outcomes: Sequence[Outcome],
    replies: Sequence[Reply],
    prompts: Mapping[str, Prompt],
    *,
    asked: int,
    seconds: float,
    fault: str,
) -> Tailoring:
    """The counts of one run; `asked` is how many items the model was to tailor."""
    passed = [outcome for outcome in outcomes if outcome.is_new]
    kept = [reply for reply in replies if reply.is_kept]
    costs = [reply.usage.cost for reply in replies if reply.usage.cost is not None and not reply.is_kept]
    return Tailoring(
        model=setting.name,
        strategy=strategy,
        prompts={prompt.id: prompt.digest for prompt in prompts.values()},
        adapted=len(passed) if strategy == "adapt" else 0,
        drafted=len(passed) if strategy == "draft" else 0,
        repaired=sum(outcome.is_repaired for outcome in passed),
        replaced=asked - len(passed),
        refused=refused_kinds(outcomes),
        calls=len(replies) - len(kept),
        kept=len(kept),
        tokens_read=sum(reply.usage.read for reply in replies if not reply.is_kept),
        tokens_written=sum(reply.usage.written for reply in replies if not reply.is_kept),
        seconds=round(seconds, 2),
        cost=sum(costs) if costs else None,
        fault=fault,
    )


def refused_kinds(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How many items each kind of reason kept out, the most frequent first."""
    counts: dict[str, int] = {}
    for outcome in outcomes:
        for kind in {refusal.kind for refusal in outcome.refusals} if outcome.answer is None else ():
            counts[kind] = counts.get(kind, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def warnings_of(fault: ShowMeError | None, tailoring: Tailoring) -> list[str]:
    """At most two sentences: what failed, and what the gate refused."""
    sentences = []
    if fault is not None:
        left = tailoring.adapted + tailoring.drafted
        stand = (
            "every item stands as it is offline"
            if left == 0
            else f"{tailoring.replaced} items stand as they are offline"
        )
        sentences.append(f"{fault.message.rstrip('.')}: {stand}. {fault.remedy}")
    if tailoring.refused:
        refused = min(sum(tailoring.refused.values()), tailoring.replaced)
        why = listed([REASONS[kind] for kind in tailoring.refused], at_most=2)
        what = "1 suggestion" if refused == 1 else f"{refused} suggestions"
        verb = "was" if refused == 1 else "were"
        sentences.append(
            f"{what} of {tailoring.model} {verb} not fit to show and replaced by the offline item ({why})."
        )
    return sentences

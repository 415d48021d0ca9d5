"""The strategy for small models: one call an item, two worked examples, one sentence out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from assistant.brief.words import day
from assistant.language.budget import Budget
from assistant.language.faults import ModelError
from assistant.language.gate import judge
from assistant.language.ground import Answer, Ground, Refusal
from assistant.language.line import Line
from assistant.language.outcome import Outcome, plain_answer
from assistant.language.prompts import Prompt, quoted_data
from assistant.language.tasks import Task
from assistant.language.turns import Call, Turn
from assistant.models import Evidence, ShowMe

_SECOND_EXAMPLE = {"note": "bright spot", "bright spot": "note"}
_MOST_TOKENS = 120


@dataclass(frozen=True)
class AdaptPrompts:
    """The files that this strategy uses."""

    adapt: Prompt
    request: Prompt
    repair: Prompt


def adapt_item(task: Task, ground: Ground, line: Line, prompts: AdaptPrompts, budget: Budget) -> Outcome:
    """Ask for one sentence; if the gate refuses it, once more with the reasons."""
    call = call_for(task, ground, prompts)
    try:
        first = line.ask(call, budget)
    except ModelError as fault:
        return Outcome(task, fault=fault)
    answer, refusals = _judged(first.text, task, ground)
    if not refusals:
        return Outcome(task, answer, replies=(first,))
    try:
        second = line.ask(_repair(call, answer, refusals, prompts.repair), budget)
    except ModelError as fault:
        return Outcome(task, refusals=refusals, replies=(first,), fault=fault)
    answer, refusals = _judged(second.text, task, ground)
    passed = None if refusals else answer
    return Outcome(task, passed, refusals, is_repaired=passed is not None, replies=(first, second))


def call_for(task: Task, ground: Ground, prompts: AdaptPrompts) -> Call:
    """The first call about an item."""
    today = ground.today
    notes = "\n".join(f'Note ({_when(line, today)}): "{_inside(line.quote)}"' for line in task.evidence.values())
    item = task.item
    inputs = {"person": ground.first_name, "deal": quoted_data(task.deal or "none"), "notes": notes}
    if isinstance(item, ShowMe):
        prompt, examples = prompts.request, prompts.request.kinds[:2]
        inputs |= {"artefact": quoted_data(item.artefact), "request": quoted_data(task.bank)}
    else:
        kinds = prompts.adapt.kinds
        chosen = task.example if task.example in kinds else kinds[-1]
        prompt, examples = prompts.adapt, (_SECOND_EXAMPLE.get(chosen, "note"), chosen)
        inputs |= {"question": quoted_data(task.bank)}
    turns = prompt.render(inputs, [kind for kind in examples if kind in prompt.kinds])
    return Call(purpose=prompt.id, prompt=prompt.digest, turns=turns, most_tokens=_MOST_TOKENS)


def _when(line: Evidence, today: Date) -> str:
    return day(line.date, today) if line.date else "no date"


def _inside(text: str) -> str:
    """Words of a note that stand between quotation marks."""
    return quoted_data(text).replace('"', "'")


def _judged(text: str, task: Task, ground: Ground) -> tuple[Answer, tuple[Refusal, ...]]:
    answer = Answer(text=plain_answer(text), evidence=tuple(task.evidence))
    return answer, tuple(judge(answer, ground))


def _repair(call: Call, answer: Answer, refusals: tuple[Refusal, ...], repair: Prompt) -> Call:
    reasons = " ".join(dict.fromkeys(refusal.reason for refusal in refusals))
    turns = (*call.turns, Turn(role="assistant", text=answer.text), *repair.render({"reasons": quoted_data(reasons)}))
    return call.model_copy(update={"purpose": "repair", "prompt": f"{call.prompt} {repair.digest}", "turns": turns})

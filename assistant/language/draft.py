"""The strategy for capable models: evidence with ids in, structured items out, each judged as it arrives."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from assistant.brief.words import day
from assistant.language.budget import Budget
from assistant.language.faults import ModelError, not_agreed
from assistant.language.gate import judge, with_fit_lines
from assistant.language.ground import Answer, Ground, Refusal
from assistant.language.line import Line
from assistant.language.outcome import Outcome
from assistant.language.prompts import Prompt, quoted_data
from assistant.language.tasks import Task
from assistant.language.turns import Call, Reply, Turn
from assistant.models import ShowMe

_TOKENS_AN_ITEM = 220
_TEXT = {"type": "string"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["items"],
    "properties": {
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["for", "text", "evidence", "listen_for", "follow_up"],
                "properties": {
                    "for": _TEXT,
                    "text": _TEXT,
                    "evidence": {"type": "array", "items": _TEXT},
                    "listen_for": _TEXT,
                    "follow_up": _TEXT,
                },
            },
        }
    },
}
GroundOf = Callable[[Task], Ground]
OnOutcome = Callable[[Outcome], None]


@dataclass(frozen=True)
class DraftPrompts:
    """The files that this strategy uses."""

    draft: Prompt
    redraft: Prompt


def draft_items(
    tasks: Sequence[Task], ground_of: GroundOf, line: Line, prompts: DraftPrompts, budget: Budget, on_outcome: OnOutcome
) -> list[Reply]:
    """Ask for all items in one call and tell of each that passes the gate as soon as it is whole.

    Those that were refused are asked for once more together; what is wrong then keeps its offline item. Every task gets
    one outcome. The replies are what it took. Raises ModelError when the first call brings nothing; outcomes told until
    then stand.
    """
    call = call_for(tasks, ground_of(tasks[0]), prompts.draft)
    open_tasks = {task.id: task for task in tasks}
    refused: dict[str, Outcome] = {}

    def hear(text: str) -> None:
        for task, answer in _answers(text, open_tasks):
            refusals = judge(answer, ground_of(task)) if answer else [_SHAPELESS]
            del open_tasks[task.id]
            if refusals or answer is None:
                refused[task.id] = Outcome(task, refusals=tuple(refusals))
            else:
                on_outcome(Outcome(task, with_fit_lines(answer, ground_of(task))))

    first = line.ask(call, budget, hear)
    hear(first.text)
    if len(open_tasks) == len(tasks):
        raise not_agreed("the model")
    refused |= {name: Outcome(task, refusals=(_MISSING,)) for name, task in open_tasks.items()}
    if not refused:
        return [first]
    return [first, *_again(call, first, refused, ground_of, line, prompts.redraft, budget, on_outcome)]


_SHAPELESS = Refusal(kind="schema", reason="It does not have the agreed form.")
_MISSING = Refusal(kind="schema", reason="It is missing.")


def _again(
    call: Call,
    first: Reply,
    refused: Mapping[str, Outcome],
    ground_of: GroundOf,
    line: Line,
    redraft: Prompt,
    budget: Budget,
    on_outcome: OnOutcome,
) -> list[Reply]:
    reasons = "\n".join(
        f"{name}: {' '.join(dict.fromkeys(refusal.reason for refusal in outcome.refusals))}"
        for name, outcome in refused.items()
    )
    turns = (*call.turns, Turn(role="assistant", text=first.text), *redraft.render({"reasons": quoted_lines(reasons)}))
    again = call.model_copy(update={"purpose": redraft.id, "prompt": f"{call.prompt} {redraft.digest}", "turns": turns})
    try:
        second = line.ask(again, budget)
    except ModelError as fault:
        for outcome in refused.values():
            on_outcome(replace(outcome, fault=fault))
        return []
    repaired = {task.id: answer for task, answer in _answers(second.text, {n: o.task for n, o in refused.items()})}
    for name, outcome in refused.items():
        answer = repaired.get(name)
        refusals = judge(answer, ground_of(outcome.task)) if answer else outcome.refusals
        passed = with_fit_lines(answer, ground_of(outcome.task)) if answer and not refusals else None
        on_outcome(Outcome(outcome.task, passed, tuple(refusals), is_repaired=passed is not None))
    return [second]


def call_for(tasks: Sequence[Task], ground: Ground, prompt: Prompt) -> Call:
    """The one call about all items."""
    today = ground.today
    lines = {name: line for task in tasks for name, line in task.evidence.items()}
    evidence = "\n".join(
        f"{name} ({day(line.date, today) if line.date else 'no date'}): {quoted_data(line.quote)}"
        for name, line in lines.items()
    )
    turns = prompt.render(
        {
            "person": ground.first_name,
            "today": today.isoformat(),
            "evidence": evidence,
            "matters": "\n".join(_matter(task) for task in tasks),
        }
    )
    most = _TOKENS_AN_ITEM * len(tasks)
    return Call(purpose=prompt.id, prompt=prompt.digest, turns=turns, schema_=SCHEMA, most_tokens=most)


def _matter(task: Task) -> str:
    item = task.item
    cites = ", ".join(task.evidence)
    if isinstance(item, ShowMe):
        return f"{task.id}: something the seller said that nothing shows yet; evidence {cites}; would show it: {quoted_data(item.artefact)}; the bank asks: {quoted_data(task.bank)}"
    return f"{task.id}: {item.why} Evidence {cites}; about {item.principle}; the bank asks: {quoted_data(task.bank)}"


def _answers(text: str, tasks: Mapping[str, Task]) -> Iterator[tuple[Task, Answer | None]]:
    """The whole items in a text, complete or not, that are for one of these tasks; None for one without the agreed form."""
    for value in list(json_objects(text)):
        task = tasks.get(str(value.get("for")).strip().casefold())
        if task is not None:
            try:
                yield task, Answer.model_validate({key: value[key] for key in value if key != "for"})
            except ValidationError:
                yield task, None


def json_objects(text: str) -> Iterator[dict[str, Any]]:
    """The innermost JSON objects that are whole in a text, whatever stands around them."""
    start, in_string, is_escaped = None, False, False
    for index, char in enumerate(text):
        if in_string:
            is_escaped, in_string = (char == "\\" and not is_escaped), not (char == '"' and not is_escaped)
        elif char == '"':
            in_string = start is not None
        elif char == "{":
            start = index
        elif char == "}" and start is not None:
            try:
                value = json.loads(text[start : index + 1])
            except ValueError:
                value = None
            if isinstance(value, dict):
                yield value
            start = None


def quoted_lines(text: str) -> str:
    """Lines as data, each kept on its own."""
    return "\n".join(quoted_data(line) for line in text.split("\n"))

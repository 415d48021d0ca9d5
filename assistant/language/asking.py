"""A question over the notes, put to a model: lines with ids go in, sentences that name them come out, each judged before it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.asking.ask import Considered
from assistant.brief.words import day
from assistant.errors import ConfigError, ShowMeError
from assistant.language.budget import Budget
from assistant.language.gate_answer import ground_of, judge_sentence, sentences_in
from assistant.language.ground import Answer as Sentence
from assistant.language.opening import open_line
from assistant.language.prompts import Prompt, load_prompt, quoted_data
from assistant.language.report import REASONS
from assistant.language.setting import ModelSetting
from assistant.language.tailor import known_names, strategy_of
from assistant.language.turns import Call, Payload, Turn
from assistant.models import Answer, AnswerSentence, Evidence
from assistant.workspace import Workspace

_OFFERED = 12
"""So many of the likeliest lines are offered."""
_MOST_TOKENS = 500
_TEXT = {"type": "string"}
_SENTENCE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["text", "evidence"],
    "properties": {"text": _TEXT, "evidence": {"type": "array", "items": _TEXT}},
}
_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["sentences"],
    "properties": {"sentences": {"type": "array", "items": _SENTENCE}},
}


def answer_with(
    workspace: Workspace, considered: Considered, setting: ModelSetting, *, use_cache: bool = True
) -> Answer:
    """The model's answer, or the offline one with a sentence in `warnings` that says why it stands; raises nothing of its own."""
    offered = _offered(considered)
    offline = considered.answer
    if not offered:
        return offline
    try:
        if reason := _why_not_sent(considered, setting):
            return _warned(offline, f"{reason}: this is the offline answer.")
        text = _asked(workspace, considered, setting, offered, use_cache=use_cache)
        sentences = sentences_in(text, setting.name)
    except ShowMeError as fault:
        return _warned(offline, f"{fault.message.rstrip('.')}: this is the offline answer. {fault.remedy}")
    known = known_names(workspace)
    question = considered.asking.text
    refusals = [
        reason
        for one in sentences
        for reason in judge_sentence(one, ground_of(workspace, offered, question, known), question)
    ]
    if refusals:
        why = REASONS[refusals[0].kind]
        return _warned(offline, f"The answer of {setting.name} was refused ({why}): this is the offline answer.")
    return Answer(
        question=offline.question,
        answered=bool(sentences),
        sentences=tuple(_cited(one, offered) for one in sentences),
        model=setting.name,
    )


def payloads(workspace: Workspace, considered: Considered, setting: ModelSetting) -> list[Payload]:
    """What would go to a model for this question, where it would go: one call, or none where no line could answer.

    Raises ShowMeError, also for a question that is sent to no model, or to none so small; calls nothing.
    """
    if reason := _why_not_sent(considered, setting):
        raise ConfigError(f"{reason}: nothing is sent.", "The answer comes from this machine alone.")
    offered = _offered(considered)
    if not offered:
        return []
    call = call_for(considered.asking.text, offered, workspace, load_prompt("ask", workspace.vault.state))
    return [open_line(workspace, setting).payload(call)]


def _offered(considered: Considered) -> dict[str, Evidence]:
    return {f"e{number}": one.line.evidence() for number, one in enumerate(considered.weighed[:_OFFERED], 1)}


def _why_not_sent(considered: Considered, setting: ModelSetting) -> str:
    if considered.is_private:
        return "A question that touches a private matter goes to no model"
    return f"{setting.name} is too small to answer questions" if strategy_of(setting) == "adapt" else ""


def call_for(question: str, offered: Mapping[str, Evidence], workspace: Workspace, prompt: Prompt) -> Call:
    """The one call: the question, and the lines with ids and days, newest first."""
    return Call(
        purpose=prompt.id,
        prompt=prompt.digest,
        turns=_turns(question, offered, workspace, prompt),
        schema_=_SCHEMA,
        most_tokens=_MOST_TOKENS,
    )


def _turns(question: str, offered: Mapping[str, Evidence], workspace: Workspace, prompt: Prompt) -> tuple[Turn, ...]:
    newest = sorted(offered.items(), key=lambda one: _age(one[1]))
    lines = [
        f"{name} ({day(line.date, workspace.today) if line.date else 'no date'}): {quoted_data(line.quote)}"
        for name, line in newest
    ]
    return prompt.render(
        {"question": quoted_data(question), "today": workspace.today.isoformat(), "evidence": "\n".join(lines)}
    )


def _asked(
    workspace: Workspace,
    considered: Considered,
    setting: ModelSetting,
    offered: Mapping[str, Evidence],
    *,
    use_cache: bool,
) -> str:
    prompt = load_prompt("ask", workspace.vault.state)
    line = open_line(workspace, setting, use_cache=use_cache)
    try:
        call = call_for(considered.asking.text, offered, workspace, prompt)
        return line.ask(call, Budget(setting.total_seconds)).text
    finally:
        line.close()


def _cited(sentence: Sentence, offered: Mapping[str, Evidence]) -> AnswerSentence:
    lines: Sequence[Evidence] = [offered[name] for name in dict.fromkeys(sentence.evidence)]
    return AnswerSentence(text=sentence.text, evidence=tuple(sorted(lines, key=_age)))


def _age(line: Evidence) -> int:
    return -line.date.toordinal() if line.date else 0


def _warned(answer: Answer, sentence: str) -> Answer:
    return answer.model_copy(update={"warnings": (*answer.warnings, " ".join(sentence.split()))})

"""What a model says to a question, taken apart and judged: every sentence leans on lines that were offered, or none is shown."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import ValidationError

from assistant.asking.alike import keys_of
from assistant.language.draft import json_objects
from assistant.language.faults import not_agreed
from assistant.language.gate_facts import check_facts
from assistant.language.gate_names import check_names
from assistant.language.gate_numbers import check_numbers
from assistant.language.ground import Answer as Sentence
from assistant.language.ground import Ground, Refusal
from assistant.language.outcome import plain_answer
from assistant.models import Evidence
from assistant.reading.sensitive import is_fit_to_show
from assistant.workspace import Workspace

_MOST_SENTENCES = 4
_MOST_STRANGE = 0.5
"""No more than this share of a sentence's words may be new to both the cited lines and the question."""


def sentences_in(text: str, model: str) -> list[Sentence]:
    """The sentences of a reply. Raises ModelError where it has another form than was agreed."""
    plain = plain_answer(text)
    start, end = plain.find("{"), plain.rfind("}")
    try:
        told = json.loads(plain[start : end + 1])["sentences"]
        sentences = [Sentence.model_validate(one) for one in told]
    except (ValueError, KeyError, TypeError, ValidationError):
        found = [one for one in json_objects(plain) if one.keys() == {"text", "evidence"}]
        if not found:
            raise not_agreed(model) from None
        try:
            sentences = [Sentence.model_validate(one) for one in found]
        except ValidationError:
            raise not_agreed(model) from None
    if len(sentences) > _MOST_SENTENCES:
        raise not_agreed(model)
    return sentences


def ground_of(workspace: Workspace, offered: Mapping[str, Evidence], question: str, known: frozenset[str]) -> Ground:
    """What a sentence of an answer may lean on. The question lends its names; figures and facts have to stand in the lines."""
    return Ground(offered=offered, person="", today=workspace.today, offline="", bank=question, known=known)


def judge_sentence(sentence: Sentence, ground: Ground, question: str) -> list[Refusal]:
    """Why a sentence is not fit to be shown; empty where it is."""
    unknown = [name for name in sentence.evidence if name not in ground.offered]
    if unknown or not sentence.evidence:
        return [Refusal(kind="evidence", reason="It cites no line that was offered.")]
    if not is_fit_to_show(sentence.text):
        return [Refusal(kind="sensitive", reason="It touches a private matter.")]
    strict = Ground(offered=ground.offered, person="", today=ground.today, offline="", known=ground.known)
    words = keys_of(sentence.text)
    held = keys_of(ground.lines(sentence)) | keys_of(question)
    reasons = [*check_names(sentence, ground), *check_numbers(sentence, strict), *check_facts(sentence, strict)]
    if len(words - held) > _MOST_STRANGE * max(1, len(words)):
        reasons.append(Refusal(kind="fact", reason="The lines it cites do not say so."))
    return reasons

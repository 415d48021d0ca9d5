"""What became of one item that a model was asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.faults import ModelError
from assistant.language.ground import Answer, Refusal
from assistant.language.tasks import Task
from assistant.language.turns import Reply
from assistant.models import Question, ShowMe

_THINKING = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_LABEL = re.compile(r"^(?:question|answer|request|rewritten question)\s*:\s*", re.IGNORECASE)
_PAIRS = {'"': '"', "“": "”", "'": "'", "*": "*", "`": "`"}


@dataclass(frozen=True)
class Outcome:
    """One item, and how it came out."""

    task: Task
    answer: Answer | None = None
    """What passed the gate; None where the offline item stands."""
    refusals: tuple[Refusal, ...] = ()
    """Why the last answer was refused."""
    is_repaired: bool = False
    replies: tuple[Reply, ...] = ()
    fault: ModelError | None = None
    """Why there is no answer."""

    @property
    def is_new(self) -> bool:
        """Whether the item stands in a model's words now."""
        return self.answer is not None and self.answer.text != self.task.offline

    @property
    def item(self) -> Question | ShowMe:
        """The item as it stands in the brief now."""
        item = self.task.item
        if self.answer is None or not self.is_new:
            return item
        cited = tuple(self.task.evidence[name] for name in self.answer.evidence if name in self.task.evidence)
        if isinstance(item, ShowMe):
            return item.model_copy(update={"request": self.answer.text, "source": "model"})
        changes: dict[str, object] = {"text": self.answer.text, "source": "model", "evidence": cited or item.evidence}
        for name in ("listen_for", "follow_up"):
            if said := getattr(self.answer, name):
                changes[name] = said
        return item.model_copy(update=changes)


def plain_answer(text: str) -> str:
    """The sentence itself: without a model's thinking aloud, a label before it, or marks around the whole of it."""
    plain = _LABEL.sub("", _THINKING.sub("", text).strip())
    while len(plain) > 1 and _PAIRS.get(plain[0]) == plain[-1] and plain[-1] not in plain[1:-1]:
        plain = plain[1:-1].strip()
    return plain

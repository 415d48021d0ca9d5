"""No question that the notes themselves dictate: an item is written by the model, not by a line that it was shown."""

from __future__ import annotations

import re

from assistant.language.ground import Answer, Ground, Refusal
from assistant.vault.folding import fold_word

_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"(?<=[.!?:;])\s+")
_FEW = 6
"""Words that a sentence may share with a line, one after the other, before it is the line's and not the model's."""


def check_orders(answer: Answer, ground: Ground) -> list[Refusal]:
    """A sentence, or what stands behind a colon, that a cited line holds word for word although the offline item does not.

    Words between quotation marks are a quotation, which is judged elsewhere.
    """
    line, own = _words(ground.lines(answer)), _words(f"{ground.offline}\n{ground.bank}")
    for text in (answer.text, answer.listen_for, answer.follow_up):
        for part in _ENDS.split(re.sub(r"[“\"][^”\"]*[”\"]", " ", text)):
            said = _words(part)
            if said.count(" ") >= _FEW and part.rstrip().endswith("?") and said in line and said not in own:
                return [Refusal(kind="instruction", reason="It puts a question that stands in the line: ask your own.")]
    return []


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold_word(text)))} "

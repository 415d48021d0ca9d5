"""No question that the notes themselves dictate: an item is written by the model, not by a line that it was shown."""

from __future__ import annotations

import re

from assistant.language.ground import Answer, Ground, Refusal
from assistant.reading.orders import order_spans
from assistant.reading.words import content_words
from assistant.vault.folding import fold_word

_WORD = re.compile(r"[^\W_]+")
_ENDS = re.compile(r"(?<=[.!?:;])\s+")
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")
_FEW = 6
"""Words that a sentence may share with a line, one after the other, before it is the line's and not the model's."""


def check_orders(answer: Answer, ground: Ground) -> list[Refusal]:
    """A sentence, or what stands behind a colon, that a cited line holds word for word although the offline item does not.

    Words between quotation marks are a quotation, which is judged elsewhere.
    """
    obeyed = _ordered(ground, answer) & content_words(answer.text)
    if obeyed:
        return [Refusal(kind="instruction", reason="It does what a line orders: leave the order alone.")]
    line, own = _words(ground.lines(answer)), _words(f"{ground.offline}\n{ground.bank}")
    for text in (answer.text, answer.listen_for, answer.follow_up):
        for part in _ENDS.split(re.sub(r"[“\"][^”\"]*[”\"]", " ", text)):
            said = _words(part)
            if said.count(" ") >= _FEW and part.rstrip().endswith("?") and said in line and said not in own:
                return [Refusal(kind="instruction", reason="It puts a question that stands in the line: ask your own.")]
    return []


def _ordered(ground: Ground, answer: Answer) -> frozenset[str]:
    """The telling words of orders to a machine in the cited lines, which neither the rest of the lines nor the offline item has."""
    orders, rest = [], []
    for line in ground.lines(answer).split("\n"):
        plain = fold_word(line)
        starts = [start for start, _ in order_spans(line, plain)]
        for sentence in _SENTENCE.finditer(plain):
            at = min((start for start in starts if sentence.start() <= start < sentence.end()), default=sentence.end())
            rest.append(plain[sentence.start() : at])
            orders.append(plain[at : sentence.end()])
    told = content_words(" ".join(orders))
    return told - content_words(" ".join(rest)) - content_words(f"{ground.offline} {ground.bank}")


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold_word(text)))} "

"""Turns the critique's own words into an open question: who, what, tense and negation stay, the verdict goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.lint.shape import split_acts
from assistant.lint.turn_asked import checked, expected, known, tagged, thought, why
from assistant.lint.turn_said import because, compared, offered, ordered, taken_over, threatened

Rule = Callable[[str], str | None]
LEAD = re.compile(
    r"^(?:(?:and|but|so|well|honestly|frankly|really|then|oh|right|ok|okay|now|please|kindly|just|sorry|look|listen)\b,?\s+)+",
    re.I,
)
RULES: dict[str, tuple[Rule, ...]] = {
    "leading": (thought, tagged, expected),
    "blame": (because,),
    "judgement": (because, threatened, thought, offered),
    "directive": (ordered, thought),
    "closed": (thought, tagged, checked),
    "threat": (threatened,),
    "comparison": (compared,),
    "hidden_critique": (offered,),
    "rescue": (taken_over,),
}
"""Only where the kind makes the sentence mean that."""
ALWAYS: tuple[Rule, ...] = (known, why)


def turned(text: str, kind: str) -> Iterator[str]:
    """Questions made of the sentences of a critique, the surest first; none where its grammar is not plain."""
    straight = text.replace("’", "'").replace("‘", "'")
    if '"' in straight or "“" in straight or kind in {"stacked", "sarcasm", "activity_only", "platitude"}:
        # Several questions at once, a thing said for its opposite, a count and a saying have no sentence worth keeping.
        return
    for act in split_acts(straight):
        said = straight[act.start : act.end].strip(" .?!;:,\"'")
        said = LEAD.sub("", said)
        for rule in (*ALWAYS, *RULES.get(kind, ())):
            question = rule(said)
            if question and len(question.split()) <= 30:
                yield question

"""Whether words to a seller are coaching, as `showme lint` hears them."""

from __future__ import annotations

import re

from assistant.language.ground import Refusal
from assistant.lint.lint import lint

_OPENS_LATE = re.compile(
    r"(?:^|[.!;:–—] )(?:behind|under|with|for|at|in|on|by|from|to|of|after|before|against|through|over) (?:which|what|whom|whose|how)\b[^?]*\?$",
    re.IGNORECASE,
)
"""A question that is open behind a preposition, which the lint takes for a closed one: `Behind which of them is …?`"""


def check_lint(text: str) -> list[Refusal]:
    """What makes a text critique."""
    verdict = lint(text)
    if verdict.verdict == "coaching":
        return []
    if all(reason.kind == "closed" for reason in verdict.reasons) and _OPENS_LATE.search(text):
        return []
    return [Refusal(kind="lint", reason=reason.message) for reason in verdict.reasons[:2]]

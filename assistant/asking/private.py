"""Questions about a private matter: nothing is answered from it, with or without a model."""

from __future__ import annotations

import re

from assistant.reading.sensitive import is_fit_to_show, sensitive_spans

NOT_FROM_PRIVATE = "Private matters are not answered from."
_TURNED = re.compile(
    r"^\W*(?i:(?:why|when|where|how|long|come|since|until|till|what|and|so)\s+)*"
    r"(?i:(?P<verb>is|are|was|were|has|have|had))\s+"
    r"(?P<subject>(?:[A-Z][\w'’-]*\s+){1,3}|[\w'’-]+\s+)(?P<rest>.+?)\W*$"
)
"""`why is Nina signed off?`: the verb, of whom, the rest."""


def is_private(question: str) -> bool:
    """Whether a question touches a private matter: as it stands, or in the order of words in which a note would say it."""
    return not is_fit_to_show(question) or bool(sensitive_spans(_as_told(question)))


def _as_told(question: str) -> str:
    """`why is Nina signed off?` as `Nina is signed off`, how a note would say it; empty for other forms."""
    turned = _TURNED.match(question)
    return f"{turned['subject'].strip()} {turned['verb'].lower()} {turned['rest']}" if turned else ""

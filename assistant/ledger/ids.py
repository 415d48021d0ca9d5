"""Ids made of whose it is and what was said: the same after edits around it, a new file name, a new index.

What was said twice in the same words, and is not one thing, is numbered in the ledger.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import Literal

from assistant.models import (
    BrightSpotFinding,
    ClaimFinding,
    Evidence,
    Findings,
    PersonId,
    PromiseFinding,
    RemarkFinding,
    ShownFinding,
)

Prefix = Literal["c", "p", "b", "s", "r", "w"]
AnyItem = ClaimFinding | PromiseFinding | BrightSpotFinding | ShownFinding | RemarkFinding


def id_of(prefix: Prefix, person: PersonId, quote: str) -> str:
    """The id of what somebody said or did, by its words alone."""
    words = " ".join(re.findall(r"\w+", quote.casefold()))
    return f"{prefix}-" + hashlib.sha256(f"{person}|{words}".encode()).hexdigest()[:8]


def numbered(name: str, given: Counter[str]) -> str:
    """The id of the next thing in one ledger that has these words: the first has `name`, the second `name-2`, ….

    `given` counts what was named so far, oldest first.
    """
    given[name] += 1
    return name if given[name] == 1 else f"{name}-{given[name]}"


def word_target(name: str) -> str:
    """Of which promise or claim the id of a word speaks: its id without the letter."""
    return name[2:].rpartition("-")[0]


def all_items(found: Findings) -> list[AnyItem]:
    """Everything in the findings of a note that can be confirmed or refused."""
    return [*found.claims, *found.promises, *found.shown, *found.bright_spots, *found.remarks]


def word_id(item_id: str, line: Evidence) -> str:
    """The id of what a line says of an earlier promise or claim: that it is kept, or moved, or not so.

    It holds the other id, so that what was refused about one thing is found at once.
    """
    return f"w-{item_id[2:]}-{id_of('w', item_id, line.quote)[2:6]}"


def finding_id(item: AnyItem) -> str:
    """The id of one sighting, by its words; a claim or a promise has that of its first one, numbered where it is a repeat."""
    match item:
        case ClaimFinding():
            prefix: Prefix = "c"
        case PromiseFinding():
            prefix = "p"
        case BrightSpotFinding():
            prefix = "b"
        case ShownFinding():
            prefix = "s"
        case RemarkFinding():
            prefix = "r"
    return id_of(prefix, item.person, item.evidence.quote)

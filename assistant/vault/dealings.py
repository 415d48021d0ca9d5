"""Names that an entry uses as customers are used: what deals there are is in the notes, also where there is no export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from assistant.models import NoteKind, Section
from assistant.vault.folding import fold_word
from assistant.vault.given import GIVEN_NAMES
from assistant.vault.names import NAME, NO_NAME, OPENERS
from assistant.vault.roster import Roster

_LINKED = r"(?:&|and|of|de|de la|du|la|le|der|van|von)"
_NAMES = re.compile(rf"(?<![\w@/.-]){NAME}(?:\s(?:{_LINKED}\s)?{NAME})*(?![\w@])")
_LEAD = re.compile(r"(?:^|[.!?:;>])[\s\-*+•–>\[\]xX#\"“'*\d.)]*$")
"""What stands before the first word of a line or sentence."""
_PREFIX = re.compile(r"\s*(?:\([^)]{0,60}\))?\**\s*(?::|->|→|=|–| - |—)")
_PLACED = re.compile(r"\b(?:at|with|from|for|to|of|visit(?:ed)?|call(?:ed)?|met|lost|won)\s$", re.IGNORECASE)
_ACTING = re.compile(
    r"(?:['’]s?)?\s(?:says?|said|wants?|asks?|asked|signs?|signed|buyer|board|deal|needs?|still|is|are|has|have|will)\b"
)
_NO_CUSTOMER = (
    NO_NAME
    | OPENERS
    | frozenset(
        "mr mrs ms dr mme herr frau money role budget price pilot contract security product engineering crm poc nda dpa roi rfp ok todo asked told says".split()
    )
)
_KINDS = frozenset({NoteKind.ONE_ON_ONE, NoteKind.CALL})


def dealings_in(section: Section, roster: Roster) -> dict[str, bool]:
    """Capitalised names in one person's one-on-one or call that are no person's, and whether one is placed as a customer is:
    before a colon, behind `at` or `with`, before `says`, or in the title of a call."""
    if len(section.people) != 1 or section.kind not in _KINDS:
        return {}
    found: dict[str, bool] = {}
    lines = section.text.split("\n")
    if section.kind is NoteKind.CALL:
        lines.append(f"{PurePosixPath(section.path).stem}:")
    plain = {word for word in re.findall(r"[^\W\d_]+", section.text) if word.islower()}
    for line in lines:
        for name, is_placed in _names(_without_people(line, roster)):
            words = fold_word(name).split()
            is_none = words[0] in GIVEN_NAMES or any(word in _NO_CUSTOMER for word in (words[0], words[-1]))
            if len(name) > 2 and not is_none and not (len(words) == 1 and (name.lower() in plain or _is_letters(name))):
                found[name] = found.get(name, False) or is_placed
    return found


def _names(line: str) -> Iterator[tuple[str, bool]]:
    for match in _NAMES.finditer(line):
        name, before, after = match[0], line[: match.start()], line[match.end() :]
        is_opening = bool(_LEAD.search(before))
        is_placed = bool((_PREFIX.match(after) and is_opening) or _PLACED.search(before) or _ACTING.match(after))
        yield name.removesuffix("'s").removesuffix("’s"), is_placed
        first, _, rest = name.partition(" ")
        if is_opening and rest and fold_word(first) in _NO_CUSTOMER:
            yield rest, is_placed


def _without_people(line: str, roster: Roster) -> str:
    """A word that is none in place of everybody whom a line names."""
    pieces, at = [], 0
    for mention in roster.mentions(line):
        pieces += [line[at : mention.start], "x"]
        at = mention.end
    return "".join([*pieces, line[at:]])


def _is_letters(name: str) -> bool:
    """`CFO`, `POC`: letters that stand for a word of the trade."""
    return name.isupper() and len(name) <= 4

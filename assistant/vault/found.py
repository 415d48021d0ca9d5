"""The block of findings below a captured note: the tool's own words, which are never read back as the manager's."""

from __future__ import annotations

from collections.abc import Sequence

OPENING = "<!-- showme:found · made by Show Me from the text above; not read back as a note -->"
CLOSING = "<!-- /showme:found -->"
_BEGINS, _ENDS = "<!-- showme:found", "<!-- /showme:found"


def without_found(lines: list[str]) -> list[str]:
    """The lines with every block of findings blank, so that line numbers stay the file's."""
    if not any(line.startswith(_BEGINS) for line in lines):
        return lines
    kept: list[str] = []
    is_inside = False
    for line in lines:
        is_inside = is_inside or line.startswith(_BEGINS)
        kept.append("" if is_inside else line)
        is_inside = is_inside and not line.startswith(_ENDS)
    return kept


def as_block(title: str, body: Sequence[str]) -> str:
    """The block as it stands in the file; nothing in its lines can end it."""
    plain = [line.replace("<!--", "‹!--").replace("\n", " ") for line in body]
    return "\n".join([OPENING, f"## {title}", "", *plain, "", CLOSING, ""])

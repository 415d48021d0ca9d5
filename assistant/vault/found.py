"""The block of findings below a captured note: the tool's own words, which are never read back as the manager's."""

from __future__ import annotations

from collections.abc import Sequence

OPENING = "<!-- showme:found · made by Show Me from the text above; not read back as a note -->"
CLOSING = "<!-- /showme:found -->"
BEGINS = "<!-- showme:found"
_ENDS = "<!-- /showme:found"


def without_found(lines: list[str]) -> list[str]:
    """The lines with every block of findings blank, so that line numbers stay the file's."""
    if not any(line.startswith(BEGINS) for line in lines):
        return lines
    kept: list[str] = []
    is_inside = False
    for line in lines:
        is_inside = is_inside or line.startswith(BEGINS)
        kept.append("" if is_inside else line)
        is_inside = is_inside and not line.startswith(_ENDS)
    return kept


def as_block(title: str, body: Sequence[str]) -> str:
    """The block as it stands in the file; nothing in its lines can end it."""
    plain = [line.replace("<!--", "‹!--").replace("\n", " ") for line in body]
    return "\n".join([OPENING, f"## {title}", "", *plain, "", CLOSING, ""])


def found_lines(content: bytes) -> range | None:
    """The lines of a file, from 0, that hold its block of findings; None where there is none, or one without an end.

    Of several the last: one further up came in with the words.
    """
    found, first = None, None
    for at, line in enumerate(content.splitlines()):
        if line.startswith(BEGINS.encode()):
            first = at
        elif first is not None and line.startswith(_ENDS.encode()):
            found, first = range(first, at + 1), None
    return found


def with_block(content: bytes, where: range, block: str) -> bytes:
    """The file with other lines in the place of its block, in the file's own encoding and line ends; every other byte
    stays as it is."""
    lines = content.splitlines(keepends=True)
    end = next((e for e in (b"\r\n", b"\n", b"\r") if lines[where.start].endswith(e)), b"\n")
    fresh = end.join(line.encode(_encoding(content), "replace") for line in block.split("\n"))
    return b"".join([*lines[: where.start], fresh, *lines[where.stop :]])


def _encoding(content: bytes) -> str:
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"

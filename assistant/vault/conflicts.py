"""Git's conflict marks: which lines stand between them, and what a text is on either side."""

from __future__ import annotations

from collections.abc import Sequence

_MARK, _BASE, _MIDDLE, _END = "<<<<<<< ", "|||||||", "=======", ">>>>>>>"


def conflicts_in(lines: Sequence[str]) -> list[range]:
    """The line numbers of each conflict, from 1, marks included; one that is never closed costs its mark alone."""
    found: list[range] = []
    for number, line in enumerate(lines, 1):
        if line.startswith(_MARK) and not (found and number in found[-1]):
            end = next((n for n in range(number, len(lines) + 1) if lines[n - 1].startswith(_END)), number)
            found.append(range(number, end + 1))
    return found


def has_conflict(text: str) -> bool:
    """Whether Git left a conflict in it."""
    return text.startswith(_MARK) or f"\n{_MARK}" in text


def sides_of(text: str) -> list[str]:
    """The text, or where Git left conflicts in it first this machine's side, then the other one's."""
    if not has_conflict(text):
        return [text]
    ours: list[str] = []
    theirs: list[str] = []
    goes_to: tuple[list[str], ...] = (ours, theirs)
    is_inside = False
    for line in text.split("\n"):
        if line.startswith(_MARK):
            goes_to, is_inside = (ours,), True
        elif is_inside and line.startswith(_BASE):
            goes_to = ()
        elif is_inside and line.startswith(_MIDDLE):
            goes_to = (theirs,)
        elif is_inside and line.startswith(_END):
            goes_to, is_inside = (ours, theirs), False
        else:
            for side in goes_to:
                side.append(line)
    return ["\n".join(ours), "\n".join(theirs)]

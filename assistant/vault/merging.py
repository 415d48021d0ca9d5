"""One change of a text taken out again where others came after it, line by line."""

from __future__ import annotations

from difflib import SequenceMatcher


def without_change(before: bytes, written: bytes, now: bytes) -> bytes | None:
    """What stands there now, without the change that made `written` of `before`; None where later changes touch the same lines."""
    old, mine, lines = (text.splitlines(keepends=True) for text in (before, written, now))
    later = [block for block in SequenceMatcher(None, mine, lines, autojunk=False).get_opcodes() if block[0] != "equal"]
    result, shift = lines[:], 0
    for tag, start, end, old_start, old_end in SequenceMatcher(None, mine, old, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if any(
            (first < end and start < last) or start < first < end or first < start < last
            for _, first, last, *_ in later
        ):
            return None
        moved = shift + sum((to - at) - (last - first) for _, first, last, at, to in later if last <= start)
        result[start + moved : end + moved] = old[old_start:old_end]
        shift += (old_end - old_start) - (end - start)
    return b"".join(result)

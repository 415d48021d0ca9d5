"""Front matter: what a note says of itself, also where the block is broken or was never closed."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import Any, NamedTuple

_KEY = re.compile(r"^([^\W\d][\w -]{0,40}?)\s*:(?:[ \t]+(.*?))?\s*$")
_MORE = re.compile(r"^(?:\s+\S|\s*-\s+\S)")
_PLAIN = re.compile(r"^[\w.+/@(][^#:&*!|>%@`\"'\[\]{}]*(?::\d+)*$")
"""A value that means itself in YAML too."""
_PLAIN_LIST = re.compile(r"^\[[\w .+/@,-]*\]$")
_INLINE = re.compile(
    r"^[-*\s]*\**(person|people|with|date|kind|type|private)\**\s?::\s*(\S.*)$", re.IGNORECASE | re.MULTILINE
)
_CLOSING = ("---", "...")
_LONGEST = 200
"""A block longer than so many lines is no front matter."""


class Front(NamedTuple):
    """What the block gives: values by folded key, how many lines it takes, and what is wrong with it."""

    values: dict[str, Any]
    taken: int
    fault: str | None


def read_front_matter(text: str) -> Front:
    """The values of the block a note begins with, and of `key:: value` lines near its top.

    A block that is never closed ends at the first line that is no `key: value`; its values count all the
    same.
    """
    front = _block(text) if text.startswith("---") else Front({}, 0, None)
    if "::" in text[:600]:
        inline = {match[1].casefold(): match[2].strip(" *") for match in _INLINE.finditer(text[:600])}
        front = front._replace(values=inline | front.values)
    return front


def _block(text: str) -> Front:
    lines = text.split("\n", _LONGEST + 1)
    if lines[0].rstrip() != "---":
        return Front({}, 0, None)
    for number, line in enumerate(lines[1:_LONGEST], 1):
        if line.rstrip() in _CLOSING:
            return _closed(lines[1:number], number + 1)
    taken = 1
    for line in lines[1:]:
        if not (_KEY.match(line) or (taken > 1 and _MORE.match(line))):
            break
        taken += 1
    values = _by_lines(lines[1:taken])
    return Front(values, taken, "front matter is not closed") if values else Front({}, 0, None)


def _closed(block: list[str], taken: int) -> Front:
    values = _plain_values(block)
    if values is not None:
        return Front(values, taken, None)
    try:
        loaded = _load_yaml("\n".join(block))
    except ValueError:
        values = _by_lines(block)
        return Front(values, taken, "front matter is no valid YAML") if values else Front({}, 0, None)
    if isinstance(loaded, dict):
        return Front({str(key).casefold(): value for key, value in loaded.items()}, taken, None)
    # A rule, some prose, another rule: no front matter at all.
    return Front({}, taken if loaded is None else 0, None)


def _plain_values(block: list[str]) -> dict[str, Any] | None:
    """The values where every line is a plain `key: value`; None where YAML must read the block."""
    values: dict[str, Any] = {}
    for line in block:
        if not line.strip():
            continue
        match = _KEY.match(line)
        if match is None:
            return None
        value = match[2] or ""
        if value and not _PLAIN.match(value):
            if not _PLAIN_LIST.match(value):
                return None
            values[match[1].casefold()] = [part.strip() for part in value[1:-1].split(",") if part.strip()]
            continue
        values[match[1].casefold()] = _as_date(value)
    return values


def _by_lines(block: list[str]) -> dict[str, Any]:
    """What can be read of a broken block, line by line."""
    values: dict[str, Any] = {}
    key = ""
    for line in block:
        match = _KEY.match(line)
        if match:
            key = match[1].casefold()
            values[key] = _as_date((match[2] or "").strip("\"'[] "))
        elif key and not values[key] and line.strip().startswith("-"):
            values[key] = line.strip(" -\"'")
    return values


def _as_date(value: str) -> str | Date:
    try:
        return Date.fromisoformat(value) if len(value) == 10 else value
    except ValueError:
        return value


def _load_yaml(block: str) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(block, Loader=loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, ValueError) as fault:
        raise ValueError(str(fault)) from fault

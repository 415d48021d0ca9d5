"""Front matter: what a note says of itself, also where the block is broken or was never closed."""

from __future__ import annotations

import re
from typing import Any

_KEY = re.compile(r"^([A-Za-z][\w -]*):[ \t]*(.*?)\s*$")


def split_front_matter(text: str) -> tuple[dict[str, Any], int, str | None]:
    """The values, the number of lines they take (0 where there are none), and a reason where the block is broken.

    A block that is never closed ends at the first line that is no `key: value`; its values count all the same.
    """
    if not text.startswith("---\n"):
        return {}, 0, None
    lines = text.split("\n")
    for number, line in enumerate(lines[1:200], 1):
        if line.strip() in ("---", "..."):
            return *_parse(lines[1:number], number + 1), _fault(lines[1:number])
    values: dict[str, Any] = {}
    taken = 1
    for line in lines[1:]:
        found = _KEY.match(line)
        if not found:
            break
        values[found.group(1).strip().casefold()] = found.group(2).strip("\"'")
        taken += 1
    if not values:
        return {}, 0, None
    return values, taken, "front matter is not closed"


def _parse(block: list[str], taken: int) -> tuple[dict[str, Any], int]:
    try:
        loaded = _load_yaml("\n".join(block))
    except ValueError:
        loaded = None
    if isinstance(loaded, dict):
        return {str(key).casefold(): value for key, value in loaded.items()}, taken
    found = [match for match in map(_KEY.match, block) if match]
    return {match.group(1).strip().casefold(): match.group(2).strip("\"'") for match in found}, taken


def _fault(block: list[str]) -> str | None:
    try:
        loaded = _load_yaml("\n".join(block))
    except ValueError:
        return "front matter is no valid YAML"
    return None if loaded is None or isinstance(loaded, dict) else "front matter is no list of keys"


def _load_yaml(block: str) -> object:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(block, Loader=loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, ValueError) as fault:
        raise ValueError(str(fault)) from fault

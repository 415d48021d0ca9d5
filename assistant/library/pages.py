"""A principle's page: Markdown with front matter and fixed headings, to values."""

from __future__ import annotations

import re
from typing import Any

from assistant.errors import KnowledgeError

_SECTIONS = {
    "statement": "statement",
    "why it matters": "why",
    "signs in the notes": "signs",
    "what to do instead": "instead",
    "sounds like": "sounds_like",
    "situations": "situations",
}
_LISTS = ("signs", "instead", "situations")
_PAIR = re.compile(r"^(?:Badly|Poor):\s*(?P<bad>.+?)\s*(?:\||→|->)\s*(?:Well|Good):\s*(?P<good>.+)$")


def read_page(file: str, text: str) -> dict[str, Any]:
    """The values of a page. Raises KnowledgeError with file and line where it breaks its form."""
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise KnowledgeError(
            f"{file}:1: no front matter.",
            "Begin the page with id, title and kind between two lines of `---`.",
        )
    end = lines.index("---", 1)
    values: dict[str, Any] = {}
    for number, line in enumerate(lines[1:end], 2):
        key, mark, value = line.partition(":")
        if not mark:
            raise KnowledgeError(f"{file}:{number}: {line!r} is no `key: value`.", "Mend that line.")
        values[key.strip()] = value.strip()
    name: str | None = None
    for number, line in enumerate(lines[end + 1 :], end + 2):
        if line.startswith("## "):
            name = _SECTIONS.get(line[3:].strip().casefold())
            if name is None:
                raise KnowledgeError(
                    f"{file}:{number}: {line[3:]!r} is no section.", f"The sections: {', '.join(_SECTIONS)}."
                )
        elif line.strip() and name:
            _add(values, name, line.strip(), file, number)
    return values


def _add(values: dict[str, Any], name: str, line: str, file: str, number: int) -> None:
    if name == "sounds_like":
        pair = _PAIR.match(line.removeprefix("- "))
        if not pair:
            raise KnowledgeError(f"{file}:{number}: no pair.", "Write `- Badly: … | Well: …` on one line.")
        values.setdefault(name, []).append((pair["bad"].strip('“”"'), pair["good"].strip('“”"')))
    elif name in _LISTS:
        if line.startswith("- "):
            values.setdefault(name, []).append(line[2:].strip())
        elif values.get(name):
            values[name][-1] += " " + line
    else:
        values[name] = f"{values[name]} {line}" if name in values else line

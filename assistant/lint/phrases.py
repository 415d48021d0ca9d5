"""Reads the phrase files in `signs/` and finds their phrases in plain text.

A phrase is a line; `(a|b)` is a choice, `^` the start of the sentence, `{name}` a list of `lists.txt`, the rest a regular
expression. A phrase begins and ends at a word's edge, and any apostrophe may be missing.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    source = (files("assistant.lint.signs") / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in source.splitlines() if line.strip() and not line.startswith("#")]


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """The word lists by name."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines("lists"):
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            current = found.setdefault(heading[1], [])
        else:
            current.append(line)
    return {name: tuple(words) for name, words in found.items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_as_regex(line) for line in _lines(name)))


def _as_regex(phrase: str) -> str:
    for name, words in lists().items():
        phrase = phrase.replace(f"{{{name}}}", f"({'|'.join(words)})")
    phrase = re.sub(r"(?<!\\)\((?!\?)", "(?:", phrase).replace("'", "'?")
    left = "" if phrase[0] in "^\\," or phrase.startswith(("(?<", "(?!", "(?=")) else r"\b"
    right = "" if phrase[-1] in "$?*" else r"\b"
    return f"{left}(?:{phrase}){right}"


def find(name: str, text: str) -> re.Match[str] | None:
    """The first phrase of that file in the text."""
    return _pattern(name).search(text)

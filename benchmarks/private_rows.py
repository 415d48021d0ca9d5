"""What the private head of the reading model learns from: sentences with whether they tell of a private matter.

Everything comes from benchmarks/data (docs/quality.md says who wrote what); sensitive-test.jsonl and set B are never read here.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from labelled import rows_of

from assistant.reading.sensitive import is_fit_to_show

DATA = Path(__file__).parent / "data"
HANDS = DATA / "hands"
_KEPT = {"set-a": 450, "roofing": 450, "own": 600, "asked": 350}
"""So many harmless lines of each source."""


class Sentence(NamedTuple):
    """A sentence, who wrote it, and whether it tells of a private matter."""

    hand: str
    text: str
    is_private: bool


def sentences() -> Iterator[Sentence]:
    """Every labelled sentence to learn from."""
    for hand, name in (("w-sensitive", "sensitive-train"), ("w-sensitive", "harmless-train"), ("trades", "sensitive")):
        for row in rows_of(HANDS / f"{name}.jsonl"):
            yield Sentence(hand, row["text"], row["sensitive"])
    for row in rows_of(HANDS / "private-train.jsonl"):
        yield Sentence(row["hand"], row["text"], row["sensitive"])
    for name in ("set-a", "roofing"):
        yield from _of_vault(name)
    yield from _own()
    yield from _some("own", _lines_own())
    yield from _some("asked", (row["text"] for row in rows_of(DATA / "lint-own.jsonl")))


def _of_vault(name: str) -> Iterator[Sentence]:
    """The quotes labelled sensitive, and lines of the notes that hold none of them."""
    expect = json.loads((DATA / name / "expect.json").read_text(encoding="utf-8"))
    quotes = [item["quote"] for seller in _sellers(expect) for item in seller["sensitive"]]
    for quote in quotes:
        yield Sentence(name, quote, True)
    lines = (
        line.strip(" \t-*#>")
        for path in sorted((DATA / name / "vault").rglob("*.md"))
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if not any(quote in line for quote in quotes)
    )
    yield from _some(name, lines)


def _sellers(expect: dict[str, Any]) -> list[dict[str, Any]]:
    sellers = expect["sellers"]
    return sellers if isinstance(sellers, list) else list(sellers.values())


def _own() -> Iterator[Sentence]:
    """Lines under a heading that says of what they tell, or `none`."""
    heading = ""
    for line in (DATA / "private-own.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        else:
            yield Sentence("own", line, heading != "none")


def _lines_own() -> Iterator[str]:
    for line in (DATA / "lines-own.txt").read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            yield line.split("\t", 1)[1].strip()


def _some(name: str, lines: Iterator[str]) -> Iterator[Sentence]:
    """A fixed choice of harmless lines; what the rules call private is no sure example and left out."""
    kept = sorted({line for line in lines if len(line) > 15 and is_fit_to_show(line)})
    random.Random(1).shuffle(kept)
    for text in kept[: _KEPT[name]]:
        yield Sentence(name, text, False)

"""What capture finds in labelled texts: precision and recall per kind with 95 % intervals (Wilson). Prints a Markdown table a set.

python benchmarks/capture_quality.py

An item counts as the labelled one when their quotes overlap. Each text is captured into a fresh copy of its vault.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from stories import all_stories, read_story, write_set

from assistant.capture.capture import Incoming, capture
from assistant.check import wilson
from assistant.models import Evidence
from assistant.workspace import Workspace

DATA = Path(__file__).resolve().parent / "data"
SETS = (
    ("hands: ten texts of an independent hand", "roofing", "hands/captures.jsonl"),
    ("set-b", "set-b", "set-b/capture.jsonl"),
    ("own", "roofing", "roofing/capture-own.jsonl"),
    ("set-a", "set-a", "set-a/capture.jsonl"),
)
KINDS = ("commitments", "claims", "shown", "bright_spots")


def main() -> None:
    """A table a set."""
    measured = [(name, measure(DATA / vault, DATA / file)) for name, vault, file in SETS]
    for name, counts in [("apart: 24 texts of another independent hand", apart()), *measured]:
        print(
            f"### {name}\n\n| kind | found | of | recall | listed | precision |\n| --- | --- | --- | --- | --- | --- |"
        )
        for kind in (*KINDS, "closes"):
            found, wanted, listed = (counts[kind, what] for what in ("found", "wanted", "listed"))
            precise = _share(found, listed) if kind != "closes" else ""
            print(
                f"| {kind} | {found} | {wanted} | {_share(found, wanted)} | {listed if precise else ''} | {precise} |"
            )
        print()


def apart() -> Counter[tuple[str, str]]:
    """Counts over the texts that continue the stories of benchmarks/data/apart."""
    captures = read_story(DATA / "apart" / "captures.notes")
    counts: Counter[tuple[str, str]] = Counter()
    for story in all_stories(DATA / "apart"):
        if story.team:
            with tempfile.TemporaryDirectory() as folder:
                write_set(story, Path(folder), captures)
                counts += measure(Path(folder), Path(folder) / "capture.jsonl")
    return counts


def measure(folder: Path, texts: Path) -> Counter[tuple[str, str]]:
    """Counts by kind: `wanted`, `found`, `listed`."""
    today = date.fromisoformat(json.loads((folder / "expect.json").read_text(encoding="utf-8"))["today"])
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as place:
        read = Path(place) / "read"
        shutil.copytree(folder / "vault", read)
        _ = Workspace(read, today=today).catalog  # read once; each copy begins from there
        for number, line in enumerate(texts.read_text(encoding="utf-8").split("\n")):
            if not line:
                continue
            row = json.loads(line)
            copy = Path(place) / str(number)
            shutil.copytree(read, copy)
            workspace = Workspace(copy, today=today)
            given = Incoming(row["person"], [row["text"].encode()], date.fromisoformat(row["date"]))
            found = capture(workspace, given).found
            items = {
                "commitments": [item.evidence for item in found.commitments if item.owner != "other"],
                "claims": [item.evidence for item in found.claims],
                "shown": [item.evidence for item in found.shown],
                "bright_spots": [item.evidence for item in found.bright_spots],
            }
            for kind in KINDS:
                counts[kind, "wanted"] += len(row[kind])
                counts[kind, "listed"] += len(items[kind])
                counts[kind, "found"] += _matched([want["quote"] for want in row[kind]], items[kind])
            counts["closes", "wanted"] += len(row["closes"])
            done = [(step.now,) for step in found.moved if step.what == "done"]
            counts["closes", "found"] += _matched([want["quote"] for want in row["closes"]], done)
            workspace.catalog.close()
    return counts


def _matched(wanted: Sequence[str], items: Sequence[Sequence[Evidence]]) -> int:
    """How many quotes have an item of their own."""
    used: set[int] = set()
    for quote in map(_plain, wanted):
        for number, evidence in enumerate(items):
            if number not in used and any(quote in _plain(e.quote) or _plain(e.quote) in quote for e in evidence):
                used.add(number)
                break
    return len(used)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _share(right: int, total: int) -> str:
    low, high = wilson(right, total)
    return f"{right / max(1, total):.0%} ({low:.0%} to {high:.0%})"


if __name__ == "__main__":
    main()

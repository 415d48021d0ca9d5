"""What the reading gets right: claims, promises, bright spots, lint, principles; each with its 95 % interval (Wilson).

python benchmarks/quality.py [set …]      (all three sets in benchmarks/data where none is named)

A set holds `vault/`, `expect.json`, `lint.jsonl` and `principles.jsonl`; docs/definitions.md says what is labelled. An item counts as the
labelled one when it cites the same file with an overlapping quote. `apart` are the six managers of benchmarks/data/apart, of whom no model has
learnt; on their lines the models are judged one by one and together.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from labelled import rows_of
from line_quality import print_lines
from stories import all_stories, write_set

from assistant.brief.requests import rank_claims
from assistant.check import wilson
from assistant.library.load import load_library
from assistant.library.search import search_principles
from assistant.lint.lint import lint
from assistant.models import Evidence
from assistant.workspace import Workspace

Row = tuple[str, int, int]


DATA = Path(__file__).resolve().parent / "data"
SETS = ("set-b", "roofing", "set-a")


def main(folders: Sequence[Path]) -> None:
    """Print a table a set, then the stories that nothing was learnt from, then the models line by line."""
    for folder in folders or [DATA / name for name in SETS]:
        _table(folder.name, [*reading(folder), *judging(folder / "lint.jsonl"), *finding(folder / "principles.jsonl")])
    if not folders:
        frozen = [*judging(DATA / "hands" / "lint-test.jsonl"), *finding(DATA / "hands" / "principles-test.jsonl")]
        _table("hands, frozen", frozen)
        _table("apart", apart())
        print_lines(DATA / "apart")


def _table(name: str, rows: Iterable[Row]) -> None:
    print(f"### {name}\n\n| what | right | of | share | 95 % |\n| --- | --- | --- | --- | --- |")
    for what, right, total in rows:
        low, high = wilson(right, total)
        print(f"| {what} | {right} | {total} | {right / max(1, total):.0%} | {low:.0%} to {high:.0%} |")
    print()


def apart() -> list[Row]:
    """Claims and promises over the stories that nothing was learnt from, added up."""
    sums: dict[str, list[int]] = {}
    for story in all_stories(DATA / "apart"):
        if story.team:
            with tempfile.TemporaryDirectory() as folder:
                write_set(story, Path(folder))
                for what, right, total in reading(Path(folder)):
                    row = sums.setdefault(what, [0, 0])
                    row[0], row[1] = row[0] + right, row[1] + total
    return [(what, right, total) for what, (right, total) in sums.items()]


def reading(folder: Path) -> list[Row]:
    """Claims and promises over the set's vault."""
    expect = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    bright = praised = 0
    early = claims = again = proven = found = wanted = listed = matched = due = back = closed = 0
    with tempfile.TemporaryDirectory() as copy:
        root = Path(copy) / "vault"
        shutil.copytree(folder / "vault", root)
        workspace = Workspace(root, today=date.fromisoformat(expect["today"]))
        for name, labels in expect["sellers"].items():
            ledger = workspace.ledger(workspace.find_person(name).id)
            asked = rank_claims(ledger.claims, workspace.today)
            must = labels["unproven_claims"]
            first = asked[: len(must) + 2]
            claims += len(must)
            early += sum(any(cites(c.evidence, label["file"], label["quote"]) for c in first) for label in must)
            proven += len(labels["proven_claims"])
            again += sum(
                any(cites(c.evidence, p["claim_file"], p["quote"]) for c in asked) for p in labels["proven_claims"]
            )
            still = [c for c in ledger.commitments if c.status == "open" and c.owner != "other"]
            listed += len(still)
            matched += sum(any(same(c.evidence, label) for label in labels["open_commitments"]) for c in still)
            for label in labels["open_commitments"]:
                if label.get("optional"):
                    continue
                wanted += 1
                hits = [c for c in still if same(c.evidence, label) and c.owner == label["owner"]]
                found += any(c.overdue == bool(label.get("overdue")) for c in hits)
                due += any((c.due.isoformat() if c.due else None) == label["due"] for c in hits)
            must_praise = [label for label in labels["bright_spots"] if not label.get("optional")]
            praised += len(must_praise)
            bright += sum(
                any(cites(b.evidence, x["file"], x["quote"]) for b in ledger.bright_spots) for x in must_praise
            )
            closed += len(labels["closed_commitments"])
            back += sum(
                any(cites(c.evidence, k["file"], k["quote"]) for c in still) for k in labels["closed_commitments"]
            )
        workspace.close()
    return [
        ("unshown claims asked among the first n+2", early, claims),
        ("shown claims left alone", proven - again, proven),
        ("open promises found, owner and overdue right", found, wanted),
        ("open promises with the right date", due, wanted),
        ("promises listed that are open ones", matched, listed),
        ("closed promises left closed", closed - back, closed),
        ("bright spots found", bright, praised),
    ]


def judging(lines: Path) -> list[Row]:
    """The lint over labelled lines."""
    rows = rows_of(lines)
    caught = [lint(row["text"]).verdict == "critique" for row in rows]
    bad = [row["label"] == "critique" for row in rows]
    return [
        ("critique caught by the lint", sum(b and c for b, c in zip(bad, caught, strict=True)), sum(bad)),
        (
            "coaching left alone by the lint",
            sum(not b and not c for b, c in zip(bad, caught, strict=True)),
            len(bad) - sum(bad),
        ),
    ]


def finding(situations: Path) -> list[Row]:
    """The principle for each situation; weak performance may be found as its avoidance."""
    rows, library = rows_of(situations), load_library()
    first = three = 0
    for row in rows:
        right = set(row["topics"]) | ({"performance-avoidance"} if "performance-management" in row["topics"] else set())
        ids = [hit.principle for hit in search_principles(row["situation"], library, limit=3)]
        first += ids[0] in right
        three += bool(set(ids) & right)
    return [("right principle first", first, len(rows)), ("right principle among three", three, len(rows))]


def cites(evidence: Iterable[Evidence], file: str, quote: str) -> bool:
    """Whether one of the citations overlaps a labelled quote."""
    return any(item.path == file and (item.quote in quote or quote in item.quote) for item in evidence)


def same(evidence: Iterable[Evidence], label: dict[str, Any]) -> bool:
    """Whether the citations are of a labelled promise, where it was given or said again."""
    again = label.get("restated_in")
    items = list(evidence)
    return cites(items, label["file"], label["quote"]) or bool(again and cites(items, again["file"], again["quote"]))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])

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
from collections import Counter
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
from assistant.models import Claim, Commitment, Evidence
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


def _table(name: str, rows: Sequence[Row]) -> None:
    print(f"### {name}\n\n| what | right | of | share | 95 % |\n| --- | --- | --- | --- | --- |")
    for what, right, total in rows:
        low, high = wilson(right, total)
        print(f"| {what} | {right} | {total} | {right / max(1, total):.0%} | {low:.0%} to {high:.0%} |")
    print()
    share = {what: right / max(1, total) for what, right, total in rows}
    told = [(what, share[recall], share[precision]) for what, recall, precision in F1 if recall in share]
    if told:
        print("F1: " + ", ".join(f"{what} {2 * r * p / max(1e-9, r + p):.2f}" for what, r, p in told) + ".\n")


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
    """Claims, promises and bright spots over the set's vault."""
    expect = json.loads((folder / "expect.json").read_text(encoding="utf-8"))
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as copy:
        root = Path(copy) / "vault"
        shutil.copytree(folder / "vault", root)
        workspace = Workspace(root, today=date.fromisoformat(expect["today"]))
        for name, labels in expect["sellers"].items():
            ledger = workspace.ledger(workspace.find_person(name).id)
            seen.update(_of_claims(rank_claims(ledger.claims, workspace.today), labels))
            still = [c for c in ledger.commitments if c.status == "open" and c.owner != "other"]
            seen.update(_of_promises(still, labels))
            must_praise = [label for label in labels["bright_spots"] if not label.get("optional")]
            seen["praised"] += len(must_praise)
            seen["bright"] += sum(
                any(cites(b.evidence, x["file"], x["quote"]) for b in ledger.bright_spots) for x in must_praise
            )
            seen["told bright"] += len(ledger.bright_spots)
            seen["bright right"] += sum(
                any(cites(b.evidence, x["file"], x["quote"]) for x in labels["bright_spots"])
                for b in ledger.bright_spots
            )
        workspace.close()
    return [(what, seen[right], seen[of]) for what, right, of in READING]


READING = (
    ("unshown claims asked among the first n+2", "early", "claims"),
    ("shown claims left alone", "left alone", "proven"),
    ("open promises found, owner and overdue right", "found", "wanted"),
    ("open promises with the right date", "due", "wanted"),
    ("promises listed that are open ones", "matched", "listed"),
    ("closed promises left closed", "stays closed", "closed"),
    ("bright spots found", "bright", "praised"),
    ("unshown claims asked at all (recall)", "asked", "claims"),
    ("labelled claims asked that are unshown (precision)", "asked", "asked of labelled"),
    ("open promises found at all (recall)", "known", "wanted"),
    ("owner right, of those found", "owner right", "known"),
    ("date right, of those found", "date right", "known"),
    ("overdue or not right, of those found", "overdue right", "known"),
    ("bright spots told that are labelled (precision)", "bright right", "told bright"),
)
"""What is printed, and which counts it is made of; the first seven, in this order, are what thresholds are chosen by."""
F1 = (
    ("unshown claims", "unshown claims asked at all (recall)", "labelled claims asked that are unshown (precision)"),
    ("open promises", "open promises found at all (recall)", "promises listed that are open ones"),
    ("bright spots", "bright spots found", "bright spots told that are labelled (precision)"),
)


def _of_claims(asked: Sequence[Claim], labels: dict[str, Any]) -> dict[str, int]:
    must = labels["unproven_claims"]

    def hits(claims: Sequence[Claim]) -> int:
        return sum(any(cites(c.evidence, label["file"], label["quote"]) for c in claims) for label in must)

    again = sum(any(cites(c.evidence, p["claim_file"], p["quote"]) for c in asked) for p in labels["proven_claims"])
    return {
        "claims": len(must),
        "early": hits(asked[: len(must) + 2]),
        "asked": hits(asked),
        "asked of labelled": hits(asked) + again,
        "proven": len(labels["proven_claims"]),
        "left alone": len(labels["proven_claims"]) - again,
    }


def _of_promises(still: Sequence[Commitment], labels: dict[str, Any]) -> Counter[str]:
    seen = Counter({"listed": len(still)})
    seen["matched"] = sum(any(same(c.evidence, label) for label in labels["open_commitments"]) for c in still)
    for label in labels["open_commitments"]:
        if label.get("optional"):
            continue
        any_owner = [c for c in still if same(c.evidence, label)]
        hits = [c for c in any_owner if c.owner == label["owner"]]
        is_overdue, day = bool(label.get("overdue")), label["due"]
        seen["wanted"] += 1
        seen["known"] += bool(any_owner)
        seen["found"] += any(c.overdue == is_overdue for c in hits)
        seen["due"] += any(_day(c) == day for c in hits)
        seen["owner right"] += bool(hits)
        seen["date right"] += any(_day(c) == day for c in any_owner)
        seen["overdue right"] += any(c.overdue == is_overdue for c in any_owner)
    seen["closed"] = len(labels["closed_commitments"])
    seen["stays closed"] = sum(
        not any(cites(c.evidence, k["file"], k["quote"]) for c in still) for k in labels["closed_commitments"]
    )
    return seen


def _day(item: Commitment) -> str | None:
    return item.due.isoformat() if item.due else None


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

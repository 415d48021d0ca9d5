"""How much that is not fit to show gets through the gate, and how much that is fit it throws away.

python benchmarks/gate.py                 the project's own set, on which the gate was tuned
python benchmarks/gate.py --bad F --good F   another set of the same form: evidence, offline, text, kind, others
python benchmarks/gate.py … --last-third     only the last third of each kind, which is counted and not looked at while rules are made
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from labelled import rows_of

from assistant.language.gate import judge
from assistant.language.gate_beside import check_beside
from assistant.language.ground import Answer, Ground, Refusal
from assistant.models import Evidence

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 23)


def verdict(row: dict[str, Any]) -> list[Refusal]:
    """The gate's reasons against one row: an item adapted from its offline form, or with `is_free` drafted; it cites all its lines.

    Some rows hold what stands beside the question too, where what is not fit gives way to the bank's lines.
    """
    offered = {
        f"e{n}": Evidence(path="notes.md", line_start=n, line_end=n, quote=quote)
        for n, quote in enumerate(row["evidence"], 1)
    }
    ground = Ground(
        offered=offered,
        person=row.get("person", ""),
        today=TODAY,
        offline=row["offline"],
        is_adapted=not row.get("is_free", False),
        standing=row.get("others", ()),
    )
    beside = {name: row.get(name, "") for name in ("listen_for", "follow_up")}
    answer = Answer(text=row["text"], evidence=tuple(offered), **beside)
    return judge(answer, ground) or check_beside(answer, ground)


def last_third(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of each kind from two thirds of that kind on, in their order."""
    kinds = Counter(row.get("kind", "") for row in rows)
    seen: Counter[str] = Counter()
    kept = []
    for row in rows:
        kind = row.get("kind", "")
        if seen[kind] * 3 >= kinds[kind] * 2:
            kept.append(row)
        seen[kind] += 1
    return kept


def main() -> None:
    """Print the figures, and with --show the rows that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bad", type=Path, default=DATA / "gate-bad.jsonl")
    parser.add_argument("--good", type=Path, default=DATA / "gate-good.jsonl")
    parser.add_argument("--show", action="store_true", help="print the rows that came out wrong")
    parser.add_argument("--last-third", action="store_true", help="only the last third of each kind")
    options = parser.parse_args()
    bad, good = rows_of(options.bad), rows_of(options.good)
    if options.last_third:
        bad, good = last_third(bad), last_third(good)
    through = [row for row in bad if not verdict(row)]
    thrown = [(row, reasons) for row in good if (reasons := verdict(row))]
    if options.show:
        for row in through:
            print(f"through  {row['kind']:<12} {row['text']}")
        for row, reasons in thrown:
            print(f"thrown   {', '.join(r.kind + ': ' + r.reason for r in reasons)}\n         {row['text']}")
    kinds, passed = Counter(row["kind"] for row in bad), Counter(row["kind"] for row in through)
    for kind in sorted(kinds):
        print(f"{kind:<14} {kinds[kind] - passed[kind]:>3} of {kinds[kind]:>3} caught")
    print(f"bad let through: {len(through)} of {len(bad)} ({len(through) / len(bad):.1%})")
    print(f"good thrown away: {len(thrown)} of {len(good)} ({len(thrown) / len(good):.1%})")


if __name__ == "__main__":
    main()

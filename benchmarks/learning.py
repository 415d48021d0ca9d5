"""How many meetings until the order of kinds of questions is right, where it is known what each kind leads to. Prints a Markdown table.

python benchmarks/learning.py [--runs 300]

A meeting asks six questions, two of them of the kinds that rank first by what was learnt so far, the others by lot; each leads somewhere
with its kind's own chance. The order is right from the first meeting on after which it stays so for five meetings.
"""

from __future__ import annotations

import argparse
import random
import statistics
from datetime import date, timedelta

from assistant.ledger.asked import Asked
from assistant.ledger.learnt import Yield, yields

WORLDS = {
    "far apart": {"claim": 0.8, "promise": 0.5, "deal": 0.2},
    "near": {"claim": 0.6, "promise": 0.5, "deal": 0.4},
    "five kinds": {"claim": 0.8, "promise": 0.65, "bright": 0.5, "deal": 0.35, "habit": 0.2},
}
MEETINGS = 150
ASKED = 6
FIRST = 2
STAYS = 5
START = date(2024, 1, 1)


def main() -> None:
    """A row a world."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=300)
    runs = arguments.parse_args().runs
    print(
        "| known yields | best kind first after, median | 90 % of runs | whole order right after, median | 90 % of runs |"
    )
    print("| --- | --- | --- | --- | --- |")
    for name, truth in WORLDS.items():
        told = [meetings_until(truth, random.Random(seed)) for seed in range(runs)]
        cells = []
        for counts in zip(*told, strict=True):
            ordered = sorted(counts)
            cells += [_said(statistics.median(ordered)), _said(ordered[int(0.9 * runs)])]
        print(f"| {name} ({', '.join(f'{value:.0%}' for value in truth.values())}) | {' | '.join(cells)} |")


def meetings_until(truth: dict[str, float], dice: random.Random) -> tuple[int, int]:
    """Meetings until the best kind ranks first, and until the whole order is right; more than there were where never."""
    right = sorted(truth, key=lambda kind: -truth[kind])
    asked: list[Asked] = []
    best_for = order_for = 0
    best = whole = MEETINGS + 1
    for meeting in range(1, MEETINGS + 1):
        learnt = yields(asked, "someone")
        kinds = [*_ranked(truth, learnt, dice)[:FIRST], *dice.choices(list(truth), k=ASKED - FIRST)]
        for number, kind in enumerate(kinds, 1):
            asked.append(
                Asked(
                    person="someone",
                    brief=START + timedelta(weeks=meeting),
                    number=number,
                    question=f"{kind}-{meeting}-{number}",
                    kind=kind,
                    text="",
                    outcome="commitment" if dice.random() < truth[kind] else "nothing",
                )
            )
        now = _ranked(truth, yields(asked, "someone"), dice)
        best_for = best_for + 1 if now[0] == right[0] else 0
        order_for = order_for + 1 if now == right else 0
        best = min(best, meeting - STAYS + 1) if best_for == STAYS else best
        whole = min(whole, meeting - STAYS + 1) if order_for == STAYS else whole
        if whole <= MEETINGS and best <= MEETINGS:
            break
    return best, whole


def _ranked(kinds: dict[str, float], learnt: dict[str, Yield], dice: random.Random) -> list[str]:
    """By the factor of the product; kinds of which too little is known stand by lot."""
    return sorted(kinds, key=lambda kind: (-learnt.get(kind, Yield()).factor, dice.random()))


def _said(meetings: float) -> str:
    return f"{meetings:.0f}" if meetings <= MEETINGS else f"over {MEETINGS}"


if __name__ == "__main__":
    main()

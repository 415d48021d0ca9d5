"""Fits the weights of assistant/ledger/links.py: what two lines have in common, beside what the reading model says of them. Prints them.

python benchmarks/train_links.py

A logistic regression over pairs of notes that the model did not learn from (`HELD`, set A, roofing); each set is judged by the weights of the others, and from
which sum on a line shows a claim or ends a promise is chosen on those judgements. Needs scikit-learn (`pip install -e '.[bench]'`).
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
from labelled import DATA
from quality import cites
from sklearn.linear_model import LogisticRegression
from stories import HELD, all_stories, expectations, write_set

from assistant.ledger.links import Bond, Side, bond, is_same_deal, leads, lean_to
from assistant.models import Evidence, Findings, PromiseFinding
from assistant.reading.reader import open_reading_model
from assistant.reading.words import content_words, rarity
from assistant.workspace import Workspace

STRENGTH = 0.3
"""How freely weights may grow (`C` of the logistic regression)."""
NAMES = {
    "claim": (
        "shared", "of_first", "of_second", "is_one_deal", "other deal", "names", "numbers", "lacks_number", "is_one_note", "is_next", "said", "lead",
    ),
    "promise": ("shared", "of_first", "of_second", "is_one_note", "names", "numbers", "months", "said", "lead"),
}  # fmt: skip


class Pair(NamedTuple):
    """An earlier line and a later one."""

    hand: str
    first: str
    second: str
    common: tuple[float, ...]
    said: float
    """What the model leans to."""
    is_so: bool
    is_ended: bool
    """Whether any line shows the claim, or ends the promise."""


def main() -> None:
    """Print the weights, and the best threshold."""
    pairs: dict[str, list[Pair]] = {"claim": [], "promise": []}
    for name, workspace, labels in _folders():
        for seller, own in labels["sellers"].items():
            person = workspace.find_person(seller).id
            findings = workspace.findings(workspace.catalog.sections_about(person))
            pairs["claim"] += _claims(name, person, findings, own)
            pairs["promise"] += _promises(name, person, findings, own)
    for task, mine in pairs.items():
        ahead = leads([(pair.hand, pair.second) for pair in mine], [pair.said for pair in mine])
        rows = np.array([(*pair.common, pair.said, lead) for pair, lead in zip(mine, ahead, strict=True)])
        truth = np.array([pair.is_so for pair in mine])
        hands = np.array([pair.hand for pair in mine])
        sums = np.zeros(len(mine))
        for hand in sorted(set(hands)):
            sums[hands == hand] = fit(rows[hands != hand], truth[hands != hand]).decision_function(rows[hands == hand])
        whole = fit(rows, truth)
        print(f"{task}: {len(mine)} pairs, {truth.sum()} so; start {whole.intercept_[0]:.2f}")
        for name, weight in zip(NAMES[task], whole.coef_[0], strict=True):
            print(f"  {weight:+.2f} {name}")
        _print_best(mine, sums)


def fit(rows: np.ndarray, truth: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(rows, truth)


def _folders() -> Iterator[tuple[str, Workspace, dict[str, Any]]]:
    for story in all_stories(DATA / "stories"):
        if story.name not in HELD:
            continue
        with tempfile.TemporaryDirectory() as folder:
            write_set(story, Path(folder))
            workspace = Workspace(Path(folder) / "vault", today=story.today)
            yield story.name, workspace, expectations(story)
            workspace.close()
    for name in ("set-a", "roofing"):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(DATA / name / "vault", Path(folder) / "vault")
            labels = json.loads((DATA / name / "expect.json").read_text(encoding="utf-8"))
            workspace = Workspace(Path(folder) / "vault", today=date.fromisoformat(labels["today"]))
            yield name, workspace, labels
            workspace.close()


def _claims(name: str, person: str, findings: Sequence[Findings], labels: dict[str, Any]) -> list[Pair]:
    told = [c for f in findings for c in f.claims if c.person == person]
    shown = [s for f in findings for s in f.shown if s.person == person]
    rare = rarity([content_words(text) for text in (*(c.text for c in told), *(s.text for s in shown))])
    found = []
    for claim in told:
        proofs = [p for p in labels["proven_claims"] if cites([claim.evidence], p["claim_file"], p["quote"])]
        if not proofs and not any(cites([claim.evidence], u["file"], u["quote"]) for u in labels["unproven_claims"]):
            continue
        later = [s for s in shown if _day(s.evidence) >= _day(claim.evidence) and s.evidence != claim.evidence]
        said = _said("claim", "shown", [(claim.as_first, s.as_later) for s in later])
        for seen, lean in zip(later, said, strict=True):
            first = Side(claim.text, content_words(claim.text), _day(claim.evidence), claim.deal)
            second = Side(seen.text, content_words(seen.text), _day(seen.evidence), seen.deal)
            common = _bond(first, second, claim.evidence, seen.evidence, rare)
            one = bool(first.deal and second.deal) and is_same_deal(first.deal or "", second.deal or "")
            row = (*common[:3], one, bool(first.deal and second.deal) and not one, *common[3:8])
            is_so = any(cites([seen.evidence], p["proof_file"], p["proof_quote"]) for p in proofs)
            found.append(
                Pair(name, _key(claim.evidence), _key(seen.evidence), tuple(map(float, row)), lean, is_so, bool(proofs))
            )
    return found


def _promises(name: str, person: str, findings: Sequence[Findings], labels: dict[str, Any]) -> list[Pair]:
    steps = [s for f in findings for s in (*f.promises, *f.outcomes) if s.person == person]
    steps.sort(key=lambda s: (_day(s.evidence), s.evidence.path, s.evidence.line_start))
    words = [content_words(step.text) for step in steps]
    rare = rarity(words)
    found = []
    for number, promise in enumerate(steps):
        if not isinstance(promise, PromiseFinding) or promise.is_ticked:
            continue
        ends = [c for c in labels["closed_commitments"] if cites([promise.evidence], c["file"], c["quote"])]
        if not ends and not any(cites([promise.evidence], o["file"], o["quote"]) for o in labels["open_commitments"]):
            continue
        later = [n for n in range(number + 1, len(steps)) if steps[n].evidence != promise.evidence]
        said = _said("promise", "closed", [(promise.as_first, steps[n].as_later) for n in later])
        for n, lean in zip(later, said, strict=True):
            first = Side(promise.text, words[number], _day(promise.evidence), None)
            second = Side(steps[n].text, words[n], _day(steps[n].evidence), None)
            common = _bond(first, second, promise.evidence, steps[n].evidence, rare)
            row = (*common[:3], common.is_one_note, common.names, common.numbers, common.months)
            is_so = any(cites([steps[n].evidence], e["closed_file"], e["closed_quote"]) for e in ends)
            here, there = _key(promise.evidence), _key(steps[n].evidence)
            found.append(Pair(name, here, there, tuple(map(float, row)), lean, is_so, bool(ends)))
    return found


def _said(task: Literal["claim", "promise"], kind: str, pairs: list[tuple[str, str]]) -> list[float]:
    return [lean_to(told[kind]) for told in open_reading_model().weigh_pairs(task, pairs)]


def _key(evidence: Evidence) -> str:
    return f"{evidence.path}:{evidence.line_start} {evidence.quote}"


def _bond(first: Side, second: Side, here: Evidence, there: Evidence, rare: dict[str, float]) -> Bond:
    lines = there.line_start - here.line_start
    return bond(first, second, rare, is_one_note=here.path == there.path, lines=lines)


def _print_best(pairs: Sequence[Pair], sums: Sequence[float]) -> None:
    """The threshold at which most are ended rightly and fewest wrongly."""
    best: dict[tuple[str, str], float] = {}
    for pair, value in zip(pairs, sums, strict=True):
        key = (pair.hand, pair.first)
        best[key] = max(best.get(key, -1e9), float(value))
    truth = {(pair.hand, pair.first): pair.is_ended for pair in pairs}
    ended, still = sum(truth.values()), sum(not t for t in truth.values())
    rows = []
    for at in sorted(best.values()):
        right = sum(best[g] >= at and truth[g] for g in best) / max(1, ended)
        wrong = sum(best[g] >= at and not truth[g] for g in best) / max(1, still)
        rows.append((right - wrong, right, wrong, at))
    _, right, wrong, at = max(rows)
    print(f"  from {at:.2f} on {right:.0%} of {ended} ended rightly, {wrong:.0%} of {still} wrongly")


def _day(evidence: Evidence) -> date:
    return evidence.date or date.min


if __name__ == "__main__":
    main()

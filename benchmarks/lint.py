"""Measures the lint on labelled lines: `python -m benchmarks.lint [FILE.jsonl ...]`.

Without a file it reads the project's own lines, part by part. A line is `{"text", "label": "coaching|critique", "kind"}`.
Prints critique's precision, recall and F1 with a 95 % interval (bootstrap over lines), how many rewrites keep words of what they rewrite, then
every line it got wrong.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

from assistant.lint.lint import lint
from assistant.lint.phrases import lists

OWN = Path(__file__).parent / "data" / "lint-own.jsonl"
Outcome = tuple[bool, bool]
"""Is it critique by the label; is it by the lint."""


def score(outcomes: list[Outcome]) -> tuple[float, float, float]:
    """Precision, recall and F1 of critique."""
    right = sum(label and found for label, found in outcomes)
    found = sum(found for _, found in outcomes)
    labelled = sum(label for label, _ in outcomes)
    precision, recall = right / max(1, found), right / max(1, labelled)
    return precision, recall, 2 * right / max(1, found + labelled)


def interval(outcomes: list[Outcome], rounds: int = 1000) -> tuple[float, float]:
    """The 95 % bootstrap interval of F1."""
    chance = random.Random(1)
    figures = sorted(score(chance.choices(outcomes, k=len(outcomes)))[2] for _ in range(rounds))
    return figures[int(0.025 * rounds)], figures[int(0.975 * rounds)]


def kept(text: str, rewrite: str) -> int:
    """How many content words of the text its rewrite keeps, in whatever form: `sent` is lost, `closes` is kept in `close`."""
    common = set(lists()["common"])
    told, asked = (
        {word[:4] for word in re.findall(r"[a-z]{3,}", words.lower()) if word not in common}
        for words in (text, rewrite)
    )
    return len(told & asked)


def report(name: str, lines: list[dict[str, str]]) -> None:
    """Prints one set's figures and its errors."""
    verdicts = [lint(line["text"]) for line in lines]
    outcomes = [
        (line["label"] == "critique", verdict.verdict == "critique")
        for line, verdict in zip(lines, verdicts, strict=True)
    ]
    precision, recall, f1 = score(outcomes)
    low, high = interval(outcomes)
    print(
        f"{name}: {len(lines)} lines, precision {precision:.3f}, recall {recall:.3f}, "
        f"F1 {f1:.3f} [{low:.3f}, {high:.3f}]"
    )
    counts = [
        kept(line["text"], verdict.rewrite or "")
        for line, verdict in zip(lines, verdicts, strict=True)
        if line["label"] == verdict.verdict == "critique"
    ]
    print(
        f"  of {len(counts)} rewrites {sum(count > 0 for count in counts)} keep a content word of the original, "
        f"{sum(count > 1 for count in counts)} two or more"
    )
    for line, verdict in zip(lines, verdicts, strict=True):
        if line["label"] != verdict.verdict:
            print(f"  {line['label']} ({line['kind']}): {line['text']}")


def main(paths: list[str]) -> None:
    """Reports each file given, else the parts of the project's own set."""
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        report(path, [json.loads(line) for line in text.splitlines()])
    if not paths:
        own = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
        for part in dict.fromkeys(line["part"] for line in own):
            report(part, [line for line in own if line["part"] == part])


if __name__ == "__main__":
    main(sys.argv[1:])

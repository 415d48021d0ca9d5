"""Counts how `ask` answers, offline: the right line among the first three sentences, and the unanswerable left alone.

python benchmarks/asking.py [hands|more|set-b|set-a|roofing …]

`hands` are questions that an independent hand wrote (benchmarks/data/hands/ask.jsonl) over the vaults of benchmarks/data/apart. `more` are 540 of six more hands over
the stories (ask-more.jsonl), not learnt from. Only counts are printed: none of these, nor set B, are to be looked into.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from stories import read_story
from train_asking import DATA, lay_out

from assistant import verbs
from assistant.check import wilson
from assistant.models import Answer
from assistant.workspace import Workspace

Row = dict[str, object]


def questions(name: str) -> Iterator[tuple[Path, Row]]:
    """Each question with a copy of its vault, indexed."""
    with tempfile.TemporaryDirectory() as folder:
        for vault, rows in _by_vault(name).items():
            root = Path(folder) / vault.replace("/", "-")
            if name == "hands":
                read_story(DATA / "apart" / f"{vault}.notes").write(root)
            else:
                lay_out(vault, root)
            for row in rows:
                yield root, row


def _by_vault(name: str) -> dict[str, list[Row]]:
    own = {"hands": DATA / "hands" / "ask.jsonl", "more": DATA / "ask-more.jsonl"}
    path = own.get(name, DATA / name / "ask.jsonl")
    found: dict[str, list[Row]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        vault = f"stories/{row['story']}" if name == "more" else str(row.get("file", name))
        found.setdefault(vault, []).append(row)
    return found


def is_right(answer: Answer, row: Row) -> bool:
    """Whether one of the first three sentences cites a line that the row names."""
    quotes, files = row.get("quotes") or row.get("lines"), row.get("files")
    assert isinstance(quotes, list)
    cited = [line for sentence in answer.sentences[:3] for line in sentence.evidence]
    return any(
        line.quote in quote or quote in line.quote or _overlap(line.quote, quote)
        for line in cited
        for quote in map(str, quotes)
        if not isinstance(files, list) or line.path in files
    )


def _overlap(one: str, other: str, letters: int = 24) -> bool:
    return len(one) >= letters and any(one[at : at + letters] in other for at in range(len(one) - letters + 1))


def measure(name: str) -> None:
    """Print the counts of one set."""
    yes = no = right = said = silent = 0
    seconds: list[float] = []
    work: Workspace | None = None
    for root, row in questions(name):
        if work is None or work.vault.root != root:
            if work is not None:
                work.close()
            work = Workspace(root)
            verbs.index(work)
            verbs.ask(work, "Who is there?")  # loads the model
        begun = time.perf_counter()
        answer = verbs.ask(work, str(row["question"]), str(row["person"]) if row["person"] else None)
        seconds.append(time.perf_counter() - begun)
        if row["answerable"]:
            yes, said, right = yes + 1, said + answer.answered, right + is_right(answer, row)
        else:
            no, silent = no + 1, silent + (not answer.answered)
    if work is not None:
        work.close()
    seconds.sort()
    print(
        f"### {name}: {60 * right / yes + 40 * silent / no:.1f}, warm median {1000 * seconds[len(seconds) // 2]:.0f} ms\n"
    )
    print("| what | right | of | share | 95 % |\n| --- | --- | --- | --- | --- |")
    for what, count, of in (
        ("right line among three", right, yes),
        ("answered at all", said, yes),
        ("unanswerable left alone", silent, no),
    ):
        low, high = wilson(count, of)
        print(f"| {what} | {count} | {of} | {count / of:.0%} | {low:.0%} to {high:.0%} |")


if __name__ == "__main__":
    for chosen in sys.argv[1:] or ["hands", "set-a", "roofing"]:
        measure(chosen)

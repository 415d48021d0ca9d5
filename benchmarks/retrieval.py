"""Whether fusing words and meaning earns its place: real meetings, real queries, half to choose the weight, half to report.

python benchmarks/retrieval.py qmsum-val.jsonl  (Yale-LILY/QMSum, data/ALL/jsonl/val.jsonl, MIT)

The turns of each meeting are passages in windows of three; a query counts as hit when a passage that holds a relevant turn is among the
first k. The lexical score is BM25 (bm25s, stemmed); vectors are the packaged model's. Intervals are 95 % bootstrap over queries.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import bm25s
import numpy as np
import Stemmer

from assistant.index.embedding import embed_texts

WINDOW = 3
WEIGHTS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Share of meaning: 0 is words alone, 1 meaning alone."""


def main(path: Path) -> None:
    """Choose on even meetings, report on odd ones."""
    meetings = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    tuned, reported = [], []
    for number, meeting in enumerate(meetings):
        (tuned if number % 2 == 0 else reported).extend(scores_of(meeting))
    chosen = max(WEIGHTS[1:-1], key=lambda w: hits(tuned, w, 5).mean() + hits(tuned, w, 10).mean())
    print(f"{len(tuned)} queries to choose, {len(reported)} to report; chosen share of meaning: {chosen}\n")
    print("| | hit@5 | hit@10 |\n| --- | --- | --- |")
    for name, weight in (("words alone (BM25)", 0.0), ("meaning alone", 1.0), (f"fused, {chosen}", chosen)):
        print(f"| {name} | {shown(hits(reported, weight, 5))} | {shown(hits(reported, weight, 10))} |")
    for name, other in (("words alone", 0.0), ("meaning alone", 1.0)):
        gains = [shown(hits(reported, chosen, k) - hits(reported, other, k)) for k in (5, 10)]
        print(f"| fused minus {name} | {gains[0]} | {gains[1]} |")


def scores_of(meeting: dict) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """For each query: lexical and dense scores of the passages, and which of them are relevant."""
    turns = [f"{turn['speaker']}: {turn['content']}" for turn in meeting["meeting_transcripts"]]
    texts = ["\n".join(turns[i : i + WINDOW]) for i in range(0, len(turns), WINDOW)]
    stemmer = Stemmer.Stemmer("english")
    words = bm25s.BM25()
    words.index(bm25s.tokenize(texts, stopwords="en", stemmer=stemmer, show_progress=False), show_progress=False)
    vectors = embed_texts(texts)
    found = []
    for asked in meeting["specific_query_list"]:
        relevant = np.zeros(len(texts), dtype=bool)
        for first, last in asked["relevant_text_span"]:
            relevant[int(first) // WINDOW : int(last) // WINDOW + 1] = True
        tokens = bm25s.tokenize(
            [asked["query"]], stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False
        )
        lexical = words.get_scores(tokens[0]) if tokens[0] else np.zeros(len(texts))
        found.append((lexical, vectors @ embed_texts([asked["query"]])[0], relevant))
    return found


def hits(queries: list[tuple[np.ndarray, np.ndarray, np.ndarray]], weight: float, k: int) -> np.ndarray:
    """For each query whether a relevant passage is among the first k, scores fused as the product fuses them."""
    result = []
    for lexical, dense, relevant in queries:
        best = lexical.max()
        fused = weight * np.clip(dense, 0, 1) + (1 - weight) * (lexical / best if best > 0 else lexical)
        result.append(relevant[np.argsort(-fused, kind="stable")[:k]].any())
    return np.array(result, dtype=float)


def shown(values: np.ndarray) -> str:
    """Percent with its 95 % bootstrap interval."""
    dice = random.Random(1)
    means = sorted(np.mean([values[dice.randrange(len(values))] for _ in values]) for _ in range(1000))
    return f"{100 * values.mean():.1f} [{100 * means[25]:.1f}, {100 * means[974]:.1f}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

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
from assistant.index.fusion import fuse

Query = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Lexical scores, dense scores and relevance of each passage."""

WINDOW = 3
WEIGHTS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Share of meaning: 0 is words alone, 1 meaning alone."""


def main(path: Path) -> None:
    """Choose on one half of the meetings, report on the other, and the other way round."""
    meetings = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    halves: tuple[list[Query], list[Query]] = [], []
    for number, meeting in enumerate(meetings):
        halves[number % 2].extend(scores_of(meeting))
    fused, words, meaning = {5: [], 10: []}, {5: [], 10: []}, {5: [], 10: []}
    for tuned, reported in (halves, halves[::-1]):
        chosen = max(WEIGHTS[1:-1], key=lambda w: hits(tuned, w, 5).mean() + hits(tuned, w, 10).mean())
        print(f"{len(tuned)} queries to choose, {len(reported)} to report; chosen share of meaning: {chosen}")
        for weight, kept in ((chosen, fused), (0.0, words), (1.0, meaning)):
            for k in (5, 10):
                kept[k].extend(hits(reported, weight, k))
    print(f"\n{len(fused[5])} queries, each reported with the share that the other half chose.\n")
    print("| | hit@5 | hit@10 |\n| --- | --- | --- |")
    for name, kept in (("words alone (BM25)", words), ("meaning alone", meaning), ("fused", fused)):
        print(f"| {name} | {shown(np.array(kept[5]))} | {shown(np.array(kept[10]))} |")
    for name, other in (("words alone", words), ("meaning alone", meaning)):
        gains = [shown(np.array(fused[k]) - np.array(other[k])) for k in (5, 10)]
        print(f"| fused minus {name} | {gains[0]} | {gains[1]} |")


def scores_of(meeting: dict) -> list[Query]:
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


def hits(queries: list[Query], weight: float, k: int) -> np.ndarray:
    """For each query whether a relevant passage is among the first k, scores fused by the product."""
    result = []
    for lexical, dense, relevant in queries:
        near = dict(enumerate(dense.tolist())) if weight else {}
        told = {row: score for row, score in enumerate(lexical.tolist()) if score > 0}
        scores = fuse(near, told, weight)
        first = sorted(scores, key=lambda row: (-scores[row][0], row))[:k]
        result.append(relevant[first].any())
    return np.array(result, dtype=float)


def shown(values: np.ndarray) -> str:
    """Percent with its 95 % bootstrap interval."""
    dice = random.Random(1)
    means = sorted(np.mean([values[dice.randrange(len(values))] for _ in values]) for _ in range(1000))
    return f"{100 * values.mean():.1f} [{100 * means[25]:.1f}, {100 * means[974]:.1f}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]))

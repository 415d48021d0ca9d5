"""One retriever: dense and lexical together, filtered by person before ranking, the recent favoured a little."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

from assistant.index.catalog import Catalog
from assistant.index.store import StoreBrokenError, VectorStore, silence_vendors
from assistant.models import Evidence, Hit, Passage, PersonId
from assistant.vault.vault import Vault

DENSE_WEIGHT = 0.9
"""Share of meaning against words; chosen on one half of a public set of meetings, see docs/benchmarks.md."""
_POOL = 60
_RECENCY = 0.08
"""How much of the score age can cost at the most: enough to break ties, too little to hide the old."""
_HALF_LIFE_DAYS = 120
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n")
_WORD = re.compile(r"\w+")

silence_vendors()


class Retriever(BaseRetriever):
    """Finds passages. As a LangChain retriever it gives Documents, by `search` it gives hits with their scores."""

    person: PersonId | None = None
    """Only what is about this person competes."""
    limit: int = 10
    today: Date | None = None
    dense_weight: float = DENSE_WEIGHT

    _catalog: Catalog = PrivateAttr()
    _store: VectorStore | None = PrivateAttr(default=None)

    def __init__(self, catalog: Catalog, store: VectorStore | None, **fields: Any) -> None:
        super().__init__(**fields)
        self._catalog = catalog
        self._store = store

    @property
    def is_complete(self) -> bool:
        """Whether every passage that competes has its vector; otherwise words alone decide for the rest."""
        return self._store is not None and self._catalog.embedded_count(self.person) >= self._catalog.passage_count(
            self.person
        )

    def search(self, query: str, person: PersonId | None = None, limit: int | None = None) -> list[Hit]:
        """Passages for a query, best first, near-duplicates dropped."""
        wanted = limit or self.limit
        someone = person or self.person
        lexical = {p.id: (p, score) for p, score in self._catalog.lexical(query, someone, _POOL)}
        dense = dict(self._dense(query, someone))
        passages = {key: passage for key, (passage, _) in lexical.items()}
        passages |= self._catalog.by_keys([key for key in dense if key not in passages])
        words = _scaled({key: score for key, (_, score) in lexical.items()})
        share = self.dense_weight if dense else 0.0
        scored = []
        for key, passage in passages.items():
            near, word = dense.get(key), words.get(key)
            score = share * _clipped(near) + (1 - share) * (word or 0.0)
            scored.append((score * self._freshness(passage), near, word, passage))
        scored.sort(key=lambda row: (-row[0], row[3].path, row[3].line_start))
        return _distinct(scored, query, wanted)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        del run_manager
        return [
            Document(
                page_content=hit.passage.text,
                id=hit.passage.id,
                metadata={"score": hit.score, "evidence": hit.evidence.model_dump(mode="json")},
            )
            for hit in self.search(query)
        ]

    def _dense(self, query: str, person: PersonId | None) -> list[tuple[str, float]]:
        if self._store is None or self.dense_weight == 0 or not query.strip():
            return []
        from assistant.index.embedding import embed_texts

        try:
            return self._store.nearest(embed_texts([query])[0], person, _POOL)
        except StoreBrokenError:
            return []

    def _freshness(self, passage: Passage) -> float:
        if self.today is None or passage.date is None:
            return 1.0 - _RECENCY / 2
        age = max(0, (self.today - passage.date).days)
        return float(1.0 - _RECENCY * (1.0 - 0.5 ** (age / _HALF_LIFE_DAYS)))


def open_retriever(vault: Vault, catalog: Catalog, today: Date | None = None, **fields: Any) -> Retriever:
    """The retriever of a vault. Where no vectors can be read yet, words alone decide and `is_complete` says so."""
    from assistant.index.store import open_store
    from assistant.index.sync import has_store

    store = None
    if has_store(vault) and catalog.embedded_count():
        try:
            store = open_store(vault.state / "index" / "chroma")
        except StoreBrokenError:
            catalog.forget_vectors()  # the next writer makes them again
    return Retriever(catalog, store, today=today, **fields)


def _scaled(scores: dict[str, float]) -> dict[str, float]:
    """BM25 scores as a share of the best one."""
    best = max(scores.values(), default=0.0)
    return {key: max(0.0, score) / best for key, score in scores.items()} if best > 0 else {}


def _clipped(similarity: float | None) -> float:
    return min(1.0, max(0.0, similarity)) if similarity is not None else 0.0


def _distinct(scored: Sequence[tuple[float, float | None, float | None, Passage]], query: str, limit: int) -> list[Hit]:
    hits: list[Hit] = []
    seen: list[set[str]] = []
    for score, near, word, passage in scored:
        words = set(_WORD.findall(passage.text.casefold()))
        if any(len(words & other) >= 0.9 * max(len(words), len(other), 1) for other in seen):
            continue
        seen.append(words)
        hits.append(Hit(passage=passage, score=score, dense=near, lexical=word, evidence=best_line(passage, query)))
        if len(hits) == limit:
            break
    return hits


def best_line(passage: Passage, query: str) -> Evidence:
    """The sentence of a passage that shares most with the query, with its line; the longest where none does."""
    wanted = {word[:5] for word in _WORD.findall(query.casefold()) if len(word) > 2}
    best: tuple[float, int, str] = (-1.0, 0, passage.text.split("\n")[0].strip())
    for offset, line in enumerate(passage.text.split("\n")):
        for sentence in _SENTENCE.split(line):
            words = {word[:5] for word in _WORD.findall(sentence.casefold())}
            worth = len(words & wanted) + min(len(words), 12) / 100
            if sentence.strip() and not sentence.lstrip().startswith("#") and worth > best[0]:
                best = (worth, offset, sentence.strip())
    number = min(passage.line_start + best[1], passage.line_end)
    return Evidence(path=passage.path, line_start=number, line_end=number, quote=best[2], date=passage.date)

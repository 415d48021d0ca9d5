"""One retriever: dense and lexical together, filtered by person before ranking, the recent favoured a little."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import PrivateAttr

from assistant.index.bearing import Bearing
from assistant.index.catalog import Catalog
from assistant.index.fusion import DENSE_WEIGHT, Distinct, freshness, fuse
from assistant.index.quoting import best_sentence
from assistant.index.store import StoreBrokenError, VectorStore, open_store, silence_vendors
from assistant.index.sync import store_folder
from assistant.models import Hit, PersonId
from assistant.vault.vault import Vault

if TYPE_CHECKING:
    from assistant.index.embedding import Vectors

_POOL = 30
"""So many passages of each search compete, or three times what is asked for where that is more."""

silence_vendors()


class Retriever(BaseRetriever):
    """Finds passages. As a LangChain retriever it gives Documents, by `search` hits with their scores.

    Of a person's passages, and of those in team notes that name his customers, nothing else competes; what is quoted of a
    team note is what bears on him.
    """

    person: PersonId | None = None
    """Whose passages compete where the caller of `search` does not say."""
    limit: int = 10
    today: Date | None = None
    """The day from which age is counted; without it age does not matter."""
    dense_weight: float = DENSE_WEIGHT
    """Share of meaning against words; 0 asks no model and opens no vector store."""

    _catalog: Catalog = PrivateAttr()
    _folder: Path = PrivateAttr()
    _bearings: dict[PersonId, Bearing] = PrivateAttr(default_factory=dict)
    _aside: ThreadPoolExecutor = PrivateAttr(default_factory=lambda: ThreadPoolExecutor(1))

    def __init__(self, catalog: Catalog, folder: Path, **fields: Any) -> None:
        super().__init__(**fields)
        self._catalog = catalog
        self._folder = folder

    @property
    def is_complete(self) -> bool:
        """Whether every passage that competes has its vector; otherwise words alone decide for the rest."""
        return self._store() is not None and not self._catalog.waiting.has_any(self.person, unsearchable=True)

    def search(self, query: str, person: PersonId | None = None, limit: int | None = None) -> list[Hit]:
        """Passages for a query, best first, near-duplicates dropped."""
        wanted = limit or self.limit
        someone = person or self.person
        pool = max(_POOL, 3 * wanted)
        bearing = self.bearing(someone) if someone else None
        others = bearing.rows if bearing else []
        # SQLite, onnxruntime and Chroma all let other threads work meanwhile.
        lexical = self._aside.submit(self._lexical, query, someone, pool, others)
        dense = self._dense(*self._embedded(query), someone, pool, lexical, others)
        scores = fuse(dense, lexical.result(), self.dense_weight)
        days = self._catalog.days_by_row(list(scores))
        worth = {row: scores[row][0] * freshness(day, self.today) for row, (day, _) in days.items()}
        ranked = sorted(worth, key=lambda row: (-worth[row], days[row][1]))
        distinct = Distinct()
        hits: list[Hit] = []
        for start in range(0, len(ranked), wanted):
            part = ranked[start : start + wanted]
            passages = self._catalog.passages_by_row(part)
            for row in part:
                if len(hits) == wanted:
                    return hits
                if row not in passages:
                    continue
                quotable = bearing.offsets(passages[row]) if bearing else None
                if (quotable is None or quotable) and distinct.is_new(passages[row].text):
                    hits.append(
                        Hit.model_construct(
                            passage=passages[row],
                            score=worth[row],
                            dense=scores[row][1],
                            lexical=scores[row][2],
                            evidence=best_sentence(passages[row], query, quotable),
                        )
                    )
        return hits

    def bearing(self, person: PersonId) -> Bearing:
        """What team notes say that bears on one person: looked for once, however often is searched."""
        if person not in self._bearings:
            self._bearings[person] = Bearing(self._catalog, person)
        return self._bearings[person]

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

    def _lexical(self, query: str, person: PersonId | None, pool: int, others: Sequence[int]) -> dict[int, float]:
        words = self._catalog.words
        found = dict(words.find(query, person, pool))
        return found | dict(words.find(query, None, pool, among=others)) if others else found

    def _embedded(self, query: str) -> tuple[VectorStore | None, Vectors | None]:
        """The store and the query's vector; nothing where there are no vectors to ask."""
        if self.dense_weight == 0 or not query.strip() or (store := self._store()) is None:
            return None, None
        from assistant.index.embedding import embed_texts

        return store, embed_texts([query])[0]

    def _dense(
        self,
        store: VectorStore | None,
        vector: Vectors | None,
        person: PersonId | None,
        pool: int,
        by_words: Future[dict[int, float]],
        others: Sequence[int],
    ) -> dict[int, float]:
        """Cosine similarity by row id: of the nearest, and of what was found by its words."""
        if store is None or vector is None:
            return {}
        try:
            scores = dict(store.nearest(vector, person, pool))
            told = self._catalog.keys_by_row([*by_words.result(), *others])
            scores |= store.likeness(vector, person, [key for key in told.values() if key not in scores])
        except StoreBrokenError:
            self._catalog.waiting.mark_broken(is_broken=True)
            return {}
        return {row: scores[key] for key, row in self._catalog.rows_by_key(list(scores)).items()}

    def _store(self) -> VectorStore | None:
        books = self._catalog.waiting
        if books.is_broken() or not books.has_stored():
            return None
        try:
            return open_store(self._folder).at(books.generation())
        except StoreBrokenError:
            books.mark_broken(is_broken=True)
            return None


def open_retriever(
    vault: Vault,
    catalog: Catalog,
    today: Date | None = None,
    **fields: Any,
) -> Retriever:
    """The retriever of a vault. Where no vectors can be read yet, words alone decide and `is_complete` says so."""
    return Retriever(catalog, store_folder(vault), today=today, **fields)

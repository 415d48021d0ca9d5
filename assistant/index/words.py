"""Search by words: SQLite's full text index, BM25, English stems, accents folded."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations

from assistant.index.rows import person_mark
from assistant.index.schema import Tables
from assistant.models import NoteKind, PersonId

_WORD = re.compile(r"[^\W_]+")
STOP_WORDS = frozenset(
    """
    a about after again all also am an and any are as at be because been before being but by can could d did do does
    doing don down during each either else ever few for from further get gets give given gives go goes going got had
    has have having he her here hers him his how however i if in into is isn it its just let ll m me mine more most
    much my myself nor not now of off on once only or other our ours out over own re s said same say says she should
    since so some such t than that the their theirs them then there these they this those though through to too under
    until up upon us ve very was wasn we were what when where whether which while who whom whose why will with within
    without would yet you your yours
    """.split()
)
"""Words that say nothing of what is meant."""
_MOST_WORDS = 12
_COMMON = 0.2
"""A word that stands in more than this share of the passages is left out, as long as two rarer ones are left."""

_MANY = 2_000
"""From so many places on in which the query's words stand, only passages that hold two of them are weighed at first."""
_LEAST = 1e-6
"""What a word counts that stands in half of all passages, as in SQLite's own BM25."""
_PAIRED = 4
"""The rarest so many words are paired."""


class WordSearch:
    """Queries against the words of a catalog. Remembers how common a word is."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._counts: dict[str, int] = {}
        self._counted_at = 0

    def find(
        self, query: str, person: PersonId | None, limit: int, among: Sequence[int] | None = None
    ) -> list[tuple[int, float]]:
        """Row ids of passages that share words with the query, of one person or of all, with a score by BM25, best first.

        With `among` only these rows compete; how often a word stands in one of them does not count then. Where the words
        stand in very many places, passages that hold two of them go first, and only if those are too few the others are
        looked at: weighing is what costs time.
        """
        words = self._telling(query)
        if not words:
            return []
        if among is not None:
            return self._among(words, among)[:limit]
        if len(words) > 1 and sum(map(self._count, words)) > _MANY:
            pairs = combinations(words[:_PAIRED], 2)
            found = self._match(" OR ".join(f"({quoted(a)} AND {quoted(b)})" for a, b in pairs), person, limit)
            if len(found) == limit:
                return found
        return self._match(" OR ".join(map(quoted, words)), person, limit)

    def _among(self, words: Sequence[str], rows: Sequence[int]) -> list[tuple[int, float]]:
        """BM25 as it is for passages of middling length that hold a word once: so no more has to be read of them."""
        total, marks = self._total(), ",".join("?" * len(rows))
        sql = f"SELECT rowid FROM words WHERE words MATCH ? AND rowid IN ({marks})"  # noqa: S608 (only question marks)
        scores: dict[int, float] = {}
        for word in words:
            count = self._count(word)
            worth = max(_LEAST, math.log((total - count + 0.5) / (count + 0.5)))
            for (row,) in self._tables.rows(sql, (f"text : {quoted(word)}", *rows)):
                scores[row] = scores.get(row, 0.0) + worth
        return sorted(scores.items(), key=lambda hit: (-hit[1], hit[0]))

    def _match(self, wanted: str, person: PersonId | None, limit: int) -> list[tuple[int, float]]:
        match = f"text : ({wanted})"
        if person:
            match += f" AND marks : {quoted(person_mark(person))}"
        return self._tables.rows(
            "SELECT rowid, -rank FROM words WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 0.0)' ORDER BY rank LIMIT ?",
            (match, limit),
        )

    def naming(self, phrases: Sequence[str], kind: NoteKind, limit: int) -> list[tuple[int, str]]:
        """Passages of one kind of note that hold any of these phrases: row ids and texts, the newest first."""
        wanted = [" ".join(_WORD.findall(phrase)) for phrase in phrases]
        match = " OR ".join(quoted(phrase) for phrase in wanted if phrase)
        if not match:
            return []
        return self._tables.rows(
            "SELECT p.id, p.text FROM sections s JOIN passages p ON p.section = s.id "
            "WHERE s.kind = ? AND p.id IN (SELECT rowid FROM words WHERE words MATCH ?) "
            "ORDER BY s.date DESC, p.id LIMIT ?",
            (kind.value, f"text : ({match})", limit),
        )

    def rarity(self, word: str) -> float:
        """How telling a word is, by its stem: 1 where it stands in no passage, 0 where it stands in all."""
        return 1.0 - math.log1p(self._count(word)) / math.log1p(max(1, self._total()))

    def _telling(self, query: str) -> list[str]:
        """The query's words that tell passages apart, the rarest so many."""
        words = [w for w in dict.fromkeys(_WORD.findall(query.casefold())) if w not in STOP_WORDS]
        total = self._total()
        if len(words) < 3:
            return words
        ranked = sorted((self._count(word), n, word) for n, word in enumerate(words))
        ranked = [row for row in ranked if row[0]]
        kept = [row for n, row in enumerate(ranked) if n < 2 or row[0] <= total * _COMMON]
        return [word for _, _, word in kept[:_MOST_WORDS]]

    def _total(self) -> int:
        """How many passages there are, about; when it changed, what was counted before is forgotten."""
        total = int(self._tables.value("SELECT max(id) FROM passages") or 0)
        if total != self._counted_at:
            self._counts.clear()
            self._counted_at = total
        return total

    def _count(self, word: str) -> int:
        if word not in self._counts:
            sql = "SELECT count(*) FROM words WHERE words MATCH ?"
            self._counts[word] = int(self._tables.value(sql, (f"text : {quoted(word)}",)))
        return self._counts[word]


def quoted(phrase: str) -> str:
    """A phrase as FTS5 reads it literally."""
    return '"' + phrase.replace('"', "") + '"'

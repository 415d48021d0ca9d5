"""Promises over time: given once, restated, moved, kept or called off; each by the lines that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Date

from assistant.ledger.ids import id_of
from assistant.models import (
    Commitment,
    CommitmentStatus,
    Evidence,
    Findings,
    OutcomeFinding,
    PersonId,
    PromiseFinding,
)
from assistant.reading.words import content_words, rarity, weight

_SAME = 0.6
"""Two promises of one owner are the same from this share of common weight on."""
_CLOSES = 0.4
"""A line closes a promise from this share of the promise's own weight on."""

_OF_CLAUSE = 0.65
"""What a share of the line's words is worth against a share of the promise's own."""
_LITTLE = 1.5
"""`He'll have it Friday` says too little to be a promise of its own beside a line that says what is late."""
_SAME_DEAL = 0.08
_IN_SPITE_OF_DEAL = 0.7
"""A line that seems to be about another customer must have this much in common with a promise: it may speak of several."""
_OF_OUTCOMES = content_words(
    "needed longer done sent came come comes arrived works happy ready finished complete completed dropped cancelled skip skipped postponed moved new still "
    "received here there missing late agreed asked forgot read saw seen looked went gave given has have instead date"
)
"""Words that say what became of something, not what it was."""
_CLOSES_UNSURE = 0.55
"""Where the line does not say by itself that something is done."""
_RARE = 0.9
"""One word that no other promise has."""
_TELLING = 1.8
"""Or from so much shared weight on, however long the promise was."""


_HEAD = re.compile(r"(?:\S+\s+\S[^,:;]*|.*)", re.DOTALL)
"""Up to the first comma, where a line says what it is about."""


@dataclass
class _Open:
    """A promise on its way through the notes."""

    first: PromiseFinding
    words: frozenset[str]
    due: Date | None
    evidence: list[Evidence]
    slips: int = 0
    status: CommitmentStatus = "open"
    closed_by: Evidence | None = None
    deals: set[str] = field(default_factory=set)
    earlier: list[Date] = field(default_factory=list)

    def move(self, due: Date | None) -> None:
        """Take a new day, keep the old one."""
        if due is not None and due != self.due:
            self.earlier += [self.due] if self.due else []
            self.due = due


def settle_commitments(findings: Sequence[Findings], person: PersonId, today: Date) -> list[Commitment]:
    """One commitment a promise between the manager and one person, as it stands on a day; in the order given."""
    promises = [p for f in findings for p in f.promises if p.person == person]
    outcomes = [o for f in findings for o in f.outcomes if o.person == person]
    rare = rarity([content_words(p.text) for p in promises])
    book: list[_Open] = []
    steps: list[tuple[Date, str, int, int, PromiseFinding | OutcomeFinding]] = [
        *((_day(p.evidence), p.evidence.path, p.evidence.line_start, 0, p) for p in promises),
        *((_day(o.evidence), o.evidence.path, o.evidence.line_start, 1, o) for o in outcomes),
    ]
    for _, _, _, _, step in sorted(steps, key=lambda s: s[:4]):
        if isinstance(step, OutcomeFinding):
            _take_outcome(book, step, rare)
        elif not _is_said_again(book, step, outcomes, rare):
            _take_promise(book, step, rare)
    return [_settled(item, person, today) for item in book]


def _is_said_again(
    book: list[_Open], promise: PromiseFinding, outcomes: Sequence[OutcomeFinding], rare: dict[str, float]
) -> bool:
    """Whether the line of a promise says what became of an older one: `still no map. He'll have it Friday`."""
    is_short = _total(content_words(promise.text), rare) <= _LITTLE
    here = [
        o
        for o in outcomes
        if o.outcome in ("outstanding", "postponed")
        and (o.evidence.path, o.evidence.line_start) == (promise.evidence.path, promise.evidence.line_start)
        and (
            o.evidence.quote in promise.text
            or promise.text in o.evidence.quote
            or (is_short and promise.text in o.text)
        )
    ]
    return any(_best(book, outcome, content_words(outcome.text), rare) is not None for outcome in here)


def _take_promise(book: list[_Open], promise: PromiseFinding, rare: dict[str, float]) -> None:
    words = content_words(promise.text)
    deals = {promise.deal} if promise.deal else set()
    same = [item for item in book if item.first.owner == promise.owner and _is_same(item, words, deals, rare)]
    live = [item for item in same if item.status == "open"]
    if live:
        item = max(live, key=lambda i: _common(i.words, words, rare))
        item.evidence.append(promise.evidence)
        if item.due is not None and item.due < _day(promise.evidence):
            item.slips += 1
        item.move(promise.due)
        if promise.is_ticked:
            item.status, item.closed_by = "done", promise.evidence
        return
    item = _Open(promise, words, promise.due, [promise.evidence], deals=deals)
    if promise.is_ticked:
        item.status, item.closed_by = "done", promise.evidence
    book.append(item)


def _take_outcome(book: list[_Open], outcome: OutcomeFinding, rare: dict[str, float]) -> None:
    day = _day(outcome.evidence)
    if outcome.is_of_all:
        for item in book:
            if item.status == "open" and _day(item.first.evidence) < day:
                item.status, item.closed_by = "done", outcome.evidence
        return
    spoken_of = _best(book, outcome, content_words(outcome.text), rare)
    if spoken_of is None:
        return
    item = spoken_of
    match outcome.outcome:
        case "done":
            item.status, item.closed_by = "done", outcome.evidence
        case "cancelled":
            item.status, item.closed_by = "dropped", outcome.evidence
        case "postponed":
            item.slips += 1
            item.move(outcome.due)
            item.evidence.append(outcome.evidence)
        case "outstanding":
            if item.due is not None and item.due < day:
                item.slips += 1
            item.evidence.append(outcome.evidence)


def _best(book: list[_Open], outcome: OutcomeFinding, words: frozenset[str], rare: dict[str, float]) -> _Open | None:
    """The open promise of which an outcome speaks, by what they have in common."""
    found: list[tuple[float, int]] = []
    own = content_words(_HEAD.match(outcome.evidence.quote)[0])  # type: ignore[index]  # it matches anything
    for number, item in enumerate(book):
        if item.status != "open" or _is_own_line(item, outcome):
            continue
        deal = content_words(outcome.deal or "")
        score = _closeness(item.words, words - _OF_OUTCOMES, own - _OF_OUTCOMES, deal, rare)
        if outcome.deal and item.deals:
            is_same = outcome.deal in item.deals
            if not is_same and score < _IN_SPITE_OF_DEAL:
                continue
            score += _SAME_DEAL if score and is_same else 0.0
        found.append((score, -number))
    score, number = max(found, default=(0.0, 0))
    return book[-number] if score >= (_CLOSES if outcome.is_sure else _CLOSES_UNSURE) else None


def _closeness(
    promise: frozenset[str],
    line: frozenset[str],
    clause: frozenset[str],
    deal: frozenset[str],
    rare: dict[str, float],
) -> float:
    """How much a line has in common with a promise, 0 to 1, the customer's name apart: many lines share that.

    A short clause is about the promise when most of what it says is.
    """
    common = _total((promise & line) - deal, rare)
    of_promise = _share(promise - deal, line, rare)
    if common >= _TELLING:
        of_promise = max(of_promise, _CLOSES)
    shared = _total((promise & clause) - deal, rare)
    of_clause = _OF_CLAUSE * shared / _total(clause - deal, {}) if shared >= _RARE else 0.0
    return max(of_promise, of_clause)


def _is_own_line(item: _Open, outcome: OutcomeFinding) -> bool:
    """An outcome in the very line that gave the promise is none."""
    first = item.first.evidence
    if (first.path, first.line_start) == (outcome.evidence.path, outcome.evidence.line_start):
        return True
    return any(
        e.path == outcome.evidence.path
        and e.line_start == outcome.evidence.line_start
        and outcome.evidence.quote in e.quote
        for e in item.evidence
    )


def _is_same(item: _Open, words: frozenset[str], deals: set[str], rare: dict[str, float]) -> bool:
    if item.deals and deals and not item.deals & deals:
        return False
    smaller = min(_total(item.words, rare), _total(words, rare))
    return smaller > 0 and _common(item.words, words, rare) / smaller >= _SAME


def _share(promise: frozenset[str], words: frozenset[str], rare: dict[str, float]) -> float:
    total = _total(promise, rare)
    return _common(promise, words, rare) / total if total else 0.0


def _common(one: frozenset[str], other: frozenset[str], rare: dict[str, float]) -> float:
    return _total(one & other, rare)


def _total(words: frozenset[str], rare: dict[str, float]) -> float:
    return sum(weight(word) * rare.get(word, 1.0) for word in words if not _is_date_part(word))


def _is_date_part(word: str) -> bool:
    return bool(re.fullmatch(r"\d{1,2}(?:/\d{1,2})?|20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", word))


def _settled(item: _Open, person: PersonId, today: Date) -> Commitment:
    return Commitment(
        id=id_of("p", person, item.first.evidence.quote),
        person=person,
        owner=item.first.owner,
        text=item.first.text,
        due=item.due,
        status=item.status,
        overdue=item.status == "open" and item.due is not None and item.due < today,
        slips=item.slips,
        deal=item.first.deal,
        evidence=tuple(item.evidence),
        closed_by=item.closed_by,
        earlier_dues=tuple(item.earlier),
    )


def _day(evidence: Evidence) -> Date:
    return evidence.date or Date.min

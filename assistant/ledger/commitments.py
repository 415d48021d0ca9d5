"""Promises over time: given once, restated, moved, kept or called off; each by the lines that say so."""

from __future__ import annotations

import math
import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Date
from typing import NamedTuple

from assistant.ledger.barred import Barred
from assistant.ledger.ids import id_of, numbered
from assistant.ledger.links import CLOSED, Judge, Side, bond, end_of, leads, lean_to, nearest
from assistant.models import (
    Commitment,
    CommitmentStatus,
    Evidence,
    Findings,
    OutcomeFinding,
    PersonId,
    PromiseFinding,
)
from assistant.reading.words import content_words, rarity, shared_weight

_SPEAKS_OF = 0.25
"""From this chance on a line closes a promise, moves it, or says it is still to come."""
_SAME = 0.8
"""Two promises of one owner are the same from this share of common weight on, whatever the model says."""
_MOST = 12
"""So many later lines at the most are held against one promise: those with most in common."""
_ALONE = 0.2
"""A later line that shares no word with a promise is held against it if so much speaks for it by itself."""
_CALLED_OFF = re.compile(
    r"\b(?:cancel\w*|call(?:ed|s|ing)? off|off the (?:list|table)|dropp?(?:ed|ing)?|no longer|no more (?:need|necessary)|scrapp?ed|not needed|no need|"
    r"doesn't need|don't need|needn't|moot|with(?:drawn|drew)|fell away|falls away|let it go|shelved|superseded|overtaken|won't happen|not happening)\b"
)

Step = PromiseFinding | OutcomeFinding


class _Word(NamedTuple):
    """What a later step says of a promise."""

    end: float
    """How much speaks for it that the step ends it; see `links`."""
    moved: float
    still: float


Told = Mapping[tuple[int, int], _Word]
"""What step number two says of promise number one."""


@dataclass
class _Open:
    """A promise on its way through the notes."""

    number: int
    id: str
    first: PromiseFinding
    words: frozenset[str]
    due: Date | None
    evidence: list[Evidence]
    slips: int = 0
    status: CommitmentStatus = "open"
    closed_by: Evidence | None = None
    earlier: list[Date] = field(default_factory=list)

    def move(self, due: Date | None) -> None:
        """Take a new day, keep the old one; a day that has gone by, told again (`end of Sept has gone`), is the old one."""
        is_told_again = due is not None and self.due is not None and due == _a_year_on(self.due)
        if due != self.due and not is_told_again:
            self.earlier += [self.due] if self.due else []
            self.due = due


def settle_commitments(
    findings: Sequence[Findings], person: PersonId, today: Date, judge: Judge, barred: Barred
) -> list[Commitment]:
    """One commitment a promise between the manager and one person, as it stands on a day, oldest first."""
    all_steps: list[Step] = [promise for found in findings for promise in found.promises]
    all_steps += [outcome for found in findings for outcome in found.outcomes]
    steps = [step for step in all_steps if step.person == person and step.evidence.day <= today]
    steps.sort(key=lambda step: _place(step.evidence))
    told = _judged(steps, judge)
    book: list[_Open] = []
    given: Counter[str] = Counter()
    for number, step in enumerate(steps):
        _end_decided(book, step.evidence.day, barred)
        is_again = _take_word(book, number, step, told, barred)
        if isinstance(step, PromiseFinding) and not is_again:
            _take_promise(book, number, step, given, barred)
    return [_settled(item, person, today) for item in book]


def _judged(steps: Sequence[Step], judge: Judge) -> Told:
    """For every promise the later lines that may speak of it, judged in one go."""
    words = [content_words(step.text) for step in steps]
    rare = rarity(words)
    holders: dict[str, list[int]] = defaultdict(list)
    for n, held in enumerate(words):
        for word in held:
            holders[word].append(n)
    alone = [n for n, step in enumerate(steps) if _strength(step) >= _ALONE]
    asked: list[tuple[int, int]] = []
    for first, promise in enumerate(steps):
        if not isinstance(promise, PromiseFinding):
            continue
        near = {
            n for group in (alone, *(holders[word] for word in words[first])) for n in group[bisect(group, first) :]
        }
        later = sorted(n for n in near if not _is_one_line(steps[n].evidence, promise.evidence))
        scores = [shared_weight(words[first], words[n], rare) + _strength(steps[n]) for n in later]
        asked += [(first, later[at]) for at in nearest(scores, _MOST)]
    judged = judge("promise", [(_first(steps[one]), steps[two].as_later) for one, two in asked])
    sides = [Side(s.text, words[n], s.evidence.day, None) for n, s in enumerate(steps)]
    said = [lean_to(chances["closed"]) for chances in judged]
    ahead = leads([two for _, two in asked], said)
    told: dict[tuple[int, int], _Word] = {}
    for (one, two), chances, lean, lead in zip(asked, judged, said, ahead, strict=True):
        here, there = steps[one].evidence, steps[two].evidence
        lines = there.line_start - here.line_start
        common = bond(sides[one], sides[two], rare, is_one_note=here.path == there.path, lines=lines)
        told[one, two] = _Word(end_of(common, lean, lead), chances["moved"], chances["still"])
    return _one_end_a_note(told, steps)


def _one_end_a_note(told: Told, steps: Sequence[Step]) -> Told:
    """Of the lines of one note only the one that speaks most for the end of a promise ends it."""
    best: dict[tuple[int, str], float] = {}
    for (one, two), word in told.items():
        place = one, steps[two].evidence.path
        best[place] = max(best.get(place, word.end), word.end)
    return {
        (one, two): word if word.end == best[one, steps[two].evidence.path] else word._replace(end=-math.inf)
        for (one, two), word in told.items()
    }


def _take_word(book: Sequence[_Open], number: int, step: Step, told: Told, barred: Barred) -> bool:
    """Let a line say what became of the open promises; gives whether it says one of them again."""
    if isinstance(step, OutcomeFinding) and step.is_of_all:
        for item in book:
            is_meant = item.status == "open" and item.first.evidence.day < step.evidence.day
            if is_meant and not barred.settles_nothing(item.id, step.evidence):
                item.status, item.closed_by = "done", step.evidence
        return False
    is_again = False
    for item in book:
        word = told.get((item.number, number))
        if item.status != "open" or word is None or barred.is_refused(item.id, step.evidence):
            continue
        is_moved = word.moved > word.still
        if word.moved + word.still < _SPEAKS_OF:
            if word.end < CLOSED or barred.settles_nothing(item.id, step.evidence):
                continue
            is_off = bool(_CALLED_OFF.search(step.text.casefold()))
            item.status, item.closed_by = ("dropped" if is_off else "done"), step.evidence
            continue
        is_again = is_again or not isinstance(step, PromiseFinding) or step.owner == item.first.owner
        if is_moved or (item.due is not None and item.due < step.evidence.day):
            item.slips += 1
        if is_moved or step.due is not None:
            item.move(step.due)
        item.evidence.append(step.evidence)
    return is_again


def _end_decided(book: Sequence[_Open], day: Date, barred: Barred) -> None:
    """End what the manager had ended before a day: what is said from then on is something new."""
    for item in book if barred.ends else ():
        if item.status == "open":
            item.status = barred.ended(item.id, item.first.evidence.day, day) or "open"


def _take_promise(book: list[_Open], number: int, promise: PromiseFinding, given: Counter[str], barred: Barred) -> None:
    words = content_words(promise.text)
    same = [item for item in book if item.status == "open" and _is_same(item, promise, words)]
    if same:
        item = same[-1]
        item.evidence.append(promise.evidence)
        item.slips += item.due is not None and item.due < promise.evidence.day
        item.move(promise.due or item.due)
    else:
        name = numbered(id_of("p", promise.person, promise.evidence.quote), given)
        item = _Open(number, name, promise, words, promise.due, [promise.evidence])
        book.append(item)
    if promise.is_ticked and not barred.settles_nothing(item.id, promise.evidence):
        item.status, item.closed_by = "done", promise.evidence


def _is_same(item: _Open, promise: PromiseFinding, words: frozenset[str]) -> bool:
    if item.first.owner != promise.owner or (item.first.deal and promise.deal and item.first.deal != promise.deal):
        return False
    smaller = min(shared_weight(item.words, item.words), shared_weight(words, words))
    return smaller > 0 and shared_weight(item.words, words) / smaller >= _SAME


def _first(step: Step) -> str:
    return step.as_first if isinstance(step, PromiseFinding) else ""


def _strength(step: Step) -> float:
    return step.strength if isinstance(step, OutcomeFinding) else 0.5


def _is_one_line(one: Evidence, other: Evidence) -> bool:
    """Whether two quotes of one line share words: a line says nothing of itself."""
    is_here = (one.path, one.line_start) == (other.path, other.line_start)
    return is_here and (one.quote in other.quote or other.quote in one.quote)


def _settled(item: _Open, person: PersonId, today: Date) -> Commitment:
    return Commitment(
        id=item.id,
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


def _a_year_on(day: Date) -> Date:
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _place(evidence: Evidence) -> tuple[Date, str, int]:
    return evidence.day, evidence.path, evidence.line_start

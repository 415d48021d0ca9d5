"""The chain from notes to questions: matter → passages → principle → bank question, as one LangChain runnable."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.brief.fitting import fit
from assistant.brief.matters import Matter
from assistant.ledger.learnt import Yield
from assistant.library.models import BankQuestion, Library
from assistant.models import Hit, Question

FindPassages = Callable[[str], Sequence[Hit]]
"""The person's passages nearest to some words."""
WeighPrinciples = Callable[[str], Mapping[str, float]]
"""How much each principle is at stake in some words, 0 to 1."""

_WITHOUT_PASSAGE = 0.5
"""How much a matter counts that no passage was found for."""
_NOTHING_SAID = 0.75
"""How much a question counts that names the deal alone: it could be asked of whoever has to do with it."""


@dataclass(frozen=True)
class Found:
    """A matter and the passages that belong to it."""

    matter: Matter
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class Judged:
    """A matter, its passages, and the principles at stake in them."""

    found: Found
    principles: Mapping[str, float]


@dataclass(frozen=True)
class Candidate:
    """A question that would fit a matter, with the score that ranks it."""

    question: Question
    bank: BankQuestion
    matter: Matter
    score: float


def build_chain(
    library: Library,
    find_passages: FindPassages,
    weigh_principles: WeighPrinciples,
    learnt: Mapping[str, Yield],
    at_rest: frozenset[str] = frozenset(),
) -> Callable[[Sequence[Matter]], list[list[Candidate]]]:
    """A function from matters to their candidates, best first, run as a LangChain sequence a matter.

    `learnt` is what questions of each kind led to with this person; `at_rest` the bank questions he had not long ago.
    """
    from langchain_core.runnables import RunnableLambda

    def find(matter: Matter) -> Found:
        hits = find_passages(matter.text)[:3]
        return Found(matter, tuple(hits) if matter.hit is None else _led_by(matter.hit, hits))

    def judge(found: Found) -> Judged:
        words = " ".join([found.matter.text, *[hit.evidence.quote for hit in found.hits]])
        return Judged(found, weigh_principles(words))

    def choose(judged: Judged) -> list[Candidate]:
        return candidates_for(judged, library, learnt, at_rest)

    sequence = RunnableLambda(find) | RunnableLambda(judge) | RunnableLambda(choose)
    return lambda matters: [sequence.invoke(matter, config={"callbacks": []}) for matter in matters]


def _led_by(first: Hit, others: Sequence[Hit]) -> tuple[Hit, ...]:
    """The passage that a principle led to, as its own words find it, then what else is near."""
    own = next((hit for hit in others if hit.passage.id == first.passage.id), first)
    return own, *[hit for hit in others if hit is not own]


def candidates_for(
    judged: Judged, library: Library, learnt: Mapping[str, Yield], at_rest: frozenset[str]
) -> list[Candidate]:
    """Every bank question for the seller that fits the matter and can be put in its words, best first."""
    matter = judged.found.matter
    best = judged.found.hits[0] if judged.found.hits else None
    near = best.score if best else 0.0
    led = learnt.get(matter.kind, Yield())
    candidates = []
    for bank in library.questions:
        if bank.audience != "seller" or matter.kind not in bank.fits or bank.id in at_rest:
            continue
        if matter.principle is not None and bank.principle != matter.principle:
            continue
        text = fit(bank, matter)
        if text is None:
            continue
        at_stake = judged.principles.get(bank.principle, 0.0)
        score = matter.weight * (_WITHOUT_PASSAGE + (1 - _WITHOUT_PASSAGE) * near) * (0.4 + 0.6 * at_stake)
        score *= led.factor * (1.0 if _holds_what_was_said(text, matter) else _NOTHING_SAID)
        question = _question(bank, matter, text, score, best, at_stake, led.describe(matter.kind))
        candidates.append(Candidate(question, bank, matter, score))
    return sorted(candidates, key=lambda c: (-c.score, c.bank.id))


def _holds_what_was_said(text: str, matter: Matter) -> bool:
    """Whether the question quotes the note; of two versions it has to hold both to be fair."""
    quotes = [
        {words[slot] for words in (matter.slots, matter.slots_with_deal) if slot in words}
        for slot in (("against",) if "against" in matter.slots else ("promise", "claim", "quote"))
    ]
    return any(quote in text for either in quotes for quote in either)


def _question(
    bank: BankQuestion, matter: Matter, text: str, score: float, best: Hit | None, at_stake: float, led: str
) -> Question:
    passage = f"{best.evidence.path}:{best.evidence.line_start} (passage {best.score:.2f})" if best else "no passage"
    return Question(
        id=bank.id,
        text=text,
        principle=bank.principle,
        why=_WHY[matter.kind],
        listen_for=bank.listen_for,
        follow_up=bank.follow_up,
        evidence=matter.evidence[:2],
        grow=bank.grow,
        about=matter.kind,
        score=round(score, 4),
        trace=f"{matter.kind} (weight {matter.weight:.2f}), {passage}, {bank.principle} (at stake {at_stake:.2f}), score {score:.3f}; {led}",
    )


_WHY = {
    "unshown-claim": "Said, and nothing in the notes shows it yet.",
    "contradicted-claim": "Two sources in the notes disagree.",
    "stale-claim": "Said some time ago and not heard of since.",
    "own-promise-overdue": "You promised this and the day has passed: go first.",
    "own-promise-open": "You promised this.",
    "report-promise-overdue": "Agreed, and the day has passed.",
    "report-promise-open": "Agreed and still open.",
    "bright-spot": "It went well, and there is more in it.",
    "shown": "You saw it together; build on it.",
    "slipped-deal": "Open past its close date in the export.",
    "stale-deal": "No activity for 45 days in the export.",
    "no-next-step": "No next step in the export.",
    "overloaded": "More open deals than one person can work well.",
    "underloaded": "Fewer open deals than the role can bear.",
    "note": "It stands in the notes and nobody has taken it up.",
    "team-message": "The team was told, and it bears on this customer.",
    "trait": "Your own habit shows in the notes.",
    "first-meeting": "There are no notes yet.",
}

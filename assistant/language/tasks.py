"""What of a brief a model is asked to tailor: items with the evidence that may be shown to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.brief.render import SHOWN_QUESTIONS, SHOWN_REQUESTS
from assistant.library.models import Library
from assistant.models import Brief, Evidence, Question, ShowMe
from assistant.reading.sensitive import is_fit_to_show

Part = Literal["questions", "show_me"]

EXAMPLE_OF = {
    "contradicted-claim": "contradiction",
    "own-promise-overdue": "own promise",
    "own-promise-open": "own promise",
    "report-promise-overdue": "his promise",
    "report-promise-open": "his promise",
    "bright-spot": "bright spot",
    "shown": "bright spot",
    "slipped-deal": "deal",
    "stale-deal": "deal",
    "no-next-step": "deal",
    "overloaded": "deal",
    "underloaded": "deal",
    "unshown-claim": "claim",
    "stale-claim": "claim",
}
"""Which worked example of the prompt is nearest to a kind of matter; a note is a note."""
_MOST_LINES = 3


@dataclass(frozen=True)
class Task:
    """One item of the offline brief, and what a model may know of it."""

    id: str
    """`q1`, `r1`: what a draft calls it."""
    part: Part
    place: int
    item: Question | ShowMe
    bank: str
    """The question of the bank without its slots; for a request the offline request."""
    evidence: Mapping[str, Evidence]
    """What may be cited, by id."""
    deal: str = ""
    """The customer or deal that the item is about, where it is known."""

    @property
    def offline(self) -> str:
        """The words that stand there without a model."""
        return self.item.request if isinstance(self.item, ShowMe) else self.item.text

    @property
    def example(self) -> str:
        """The kind of worked example that is nearest."""
        return "note" if isinstance(self.item, ShowMe) else EXAMPLE_OF.get(self.item.about, "note")


def tasks_of(brief: Brief, library: Library, deal_in: Callable[[str], str | None]) -> list[Task]:
    """The items with evidence, those on the page first and in its order, then the questions behind them."""

    def deal_of(item: Question | ShowMe) -> str:
        text = item.request if isinstance(item, ShowMe) else item.text
        return deal_in("\n".join([text, *[line.quote for line in item.evidence[:1]]])) or ""

    ids: dict[tuple[str, int, str], str] = {}
    bank = {question.id: question.text for question in library.questions}
    requests = [
        Task(f"r{n + 1}", "show_me", n, item, item.request, offered(item.evidence, ids), deal_of(item))
        for n, item in enumerate(brief.show_me[:SHOWN_REQUESTS])
    ]
    questions = [
        Task(
            f"q{n + 1}", "questions", n, item, bank.get(item.id, item.text), offered(item.evidence, ids), deal_of(item)
        )
        for n, item in enumerate(brief.questions)
    ]
    shown, behind = questions[:SHOWN_QUESTIONS], questions[SHOWN_QUESTIONS:]
    return [task for task in (*requests, *shown, *behind) if task.evidence]


def is_on_page(task: Task) -> bool:
    """Whether the item is one of the first few that a view shows."""
    return task.place < (SHOWN_REQUESTS if task.part == "show_me" else SHOWN_QUESTIONS)


def offered(evidence: Sequence[Evidence], ids: dict[tuple[str, int, str], str]) -> dict[str, Evidence]:
    """The lines that are fit to be shown, each under an id that is the same wherever it is offered in one brief."""
    found = {}
    for line in evidence[:_MOST_LINES]:
        if is_fit_to_show(line.quote):
            found[ids.setdefault((line.path, line.line_start, line.quote), f"e{len(ids) + 1}")] = line
    return found

"""A brief while the manager works on it: what stands on the page, what waits behind it, what he changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from assistant.brief.agenda import plan_agenda
from assistant.brief.render import SHOWN_PROMISES, SHOWN_QUESTIONS, SHOWN_REQUESTS, SHOWN_SPOTS
from assistant.models import Brief, BrightItem, Evidence, FollowUp, MirrorItem, Question, ShowMe

Part = Literal["follow_ups", "show_me", "questions", "bright_spots", "mirror"]
Item = FollowUp | ShowMe | Question | BrightItem | MirrorItem

PARTS: tuple[tuple[Part, str, int], ...] = (
    ("follow_ups", "Promises, yours first", SHOWN_PROMISES),
    ("show_me", "Show me", SHOWN_REQUESTS),
    ("questions", "Questions", SHOWN_QUESTIONS),
    ("bright_spots", "Went well", SHOWN_SPOTS),
    ("mirror", "In the mirror", 3),
)
"""Every part that holds items, its title and how many of them stand on the page."""


def words_of(item: Item) -> str:
    """The words of an item that the manager may change."""
    return item.request if isinstance(item, ShowMe) else item.text


def with_words(item: Item, text: str) -> Item:
    """The same item in other words."""
    return item.model_copy(update={"request" if isinstance(item, ShowMe) else "text": text})


def evidence_of(item: Item) -> Sequence[Evidence]:
    """Where the item stands in the notes."""
    return item.evidence


@dataclass
class Draft:
    """The shown items of each part and the spares behind them, in order of rank."""

    brief: Brief
    shown: dict[Part, list[Item]] = field(init=False)
    spares: dict[Part, list[Item]] = field(init=False)
    has_changes: bool = False

    def __post_init__(self) -> None:
        self.shown, self.spares = {}, {}
        for part, _, count in PARTS:
            items: list[Item] = list(getattr(self.brief, part))
            self.shown[part], self.spares[part] = items[:count], items[count:]

    def edit(self, part: Part, index: int, text: str) -> None:
        """Put one item in other words."""
        self.shown[part][index] = with_words(self.shown[part][index], text)
        self.has_changes = True

    def swap(self, part: Part, index: int) -> bool:
        """Put the next best in its place; the old one waits last. False where nothing waits."""
        if not self.spares[part]:
            return False
        old = self.shown[part][index]
        self.shown[part][index] = self.spares[part].pop(0)
        self.spares[part].append(old)
        self.has_changes = True
        return True

    def drop(self, part: Part, index: int) -> None:
        """Take one item off the page."""
        self.shown[part].pop(index)
        self.has_changes = True

    def tailor(self, old: Question | ShowMe, new: Question | ShowMe) -> bool:
        """Put the model's words in the place of the item they were made from; False where the manager changed or dropped it."""
        part: Part = "show_me" if isinstance(old, ShowMe) else "questions"
        for items in (self.shown[part], self.spares[part]):
            if old in items:
                items[items.index(old)] = new
                return True
        return False

    def adopt(self, brief: Brief) -> None:
        """Take what a finished run says of itself: model, counts, warnings; the items stand as they are on the page."""
        told = {name: getattr(brief, name) for name in ("model", "prompt_versions", "tailoring", "warnings")}
        self.brief = self.brief.model_copy(update=told)

    def as_brief(self) -> Brief:
        """The brief as it stands on the page, its agenda planned for what is left there."""
        page = self.brief.model_copy(update={part: tuple(items) for part, items in self.shown.items()})
        planned = plan_agenda(page.person.name, page.topics, page.follow_ups, page.show_me, page.questions)
        return page.model_copy(update={"agenda": planned})

"""The note behind an item, with its lines lit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from assistant.models import Evidence

_AROUND = 12
"""How many lines before and after the lit ones are shown."""
_ABOVE = 3
"""So many rows of what stands before the lit lines stay in sight."""
_PARTS = ("told", "before", "lit", "after")


class EvidenceView(VerticalScroll):
    """Where an item comes from. Text of notes is content here, never markup."""

    BORDER_TITLE = "Evidence"
    can_focus = True

    def compose(self) -> ComposeResult:
        """What is said of the item, then the note in three parts, so that the lit one can be scrolled to."""
        for part in _PARTS:
            yield Static(id=part)

    def show_words(self, text: str) -> None:
        """Plain words instead of a note."""
        self.border_title = "Evidence"
        self._put(Content(text), *[Content("")] * 3)

    def show_note(self, evidence: Evidence, lines: Sequence[str], *, others: int = 0, about: str = "") -> None:
        """The note around the evidence, scrolled so that the lit lines can be seen."""
        first, last = evidence.line_start, min(len(lines), evidence.line_end)
        more = f" · {others} more sighting{'s' if others > 1 else ''}" if others else ""
        self.border_title = Content(f"{evidence.path}:{evidence.line_start}{more}")
        self._put(
            Content.styled(f"{about}\n", "dim") if about else Content(""),
            _numbered(lines, max(1, first - _AROUND), first - 1, "dim", "dim"),
            _numbered(lines, first, last, "$text-accent", "bold on $primary 30%"),
            _numbered(lines, last + 1, min(len(lines), last + _AROUND), "dim", "dim"),
        )
        self.call_after_refresh(self._scroll_to_lit)

    def _put(self, *contents: Content) -> None:
        for part, content in zip(_PARTS, contents, strict=True):
            static = self.query_one(f"#{part}", Static)
            static.display = bool(content.plain)
            static.update(content)

    def _scroll_to_lit(self) -> None:
        top = self.query_one("#lit").virtual_region.y
        self.scroll_to(y=max(0, top - _ABOVE), animate=False)


def _numbered(lines: Sequence[str], first: int, last: int, number: str, text: str) -> Content:
    """Lines `first` to `last`, counted from 1, each after its number."""
    rows = [
        Content.assemble((f"{place:>4} ", number), (lines[place - 1], text))
        for place in range(first, min(last, len(lines)) + 1)
    ]
    return Content("\n").join(rows)

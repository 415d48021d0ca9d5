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


class EvidenceView(VerticalScroll):
    """Where an item comes from. Text of notes is content here, never markup."""

    BORDER_TITLE = "Evidence"
    can_focus = True

    def compose(self) -> ComposeResult:
        """One static block that scrolls."""
        yield Static(id="note")

    def show_words(self, text: str) -> None:
        """Plain words instead of a note."""
        self.border_title = "Evidence"
        self.query_one("#note", Static).update(Content(text))

    def show_note(self, evidence: Evidence, lines: Sequence[str], *, others: int = 0, about: str = "") -> None:
        """The note around the evidence, scrolled so that the lit lines can be seen."""
        first = max(1, evidence.line_start - _AROUND)
        last = min(len(lines), evidence.line_end + _AROUND)
        parts: list[Content | str | tuple[str, str]] = []
        if about:
            parts += [(about + "\n\n", "dim")]
        for number in range(first, last + 1):
            is_lit = evidence.line_start <= number <= evidence.line_end
            parts.append((f"{number:>4} ", "$text-accent" if is_lit else "dim"))
            parts.append((lines[number - 1] + "\n", "bold on $primary 30%" if is_lit else "dim"))
        more = f" · {others} more sighting{'s' if others > 1 else ''}" if others else ""
        self.border_title = Content(f"{evidence.path}:{evidence.line_start}{more}")
        self.query_one("#note", Static).update(Content.assemble(*parts))
        lead = about.count("\n") + 2 if about else 0
        self.call_after_refresh(self.scroll_to, y=max(0, lead + evidence.line_start - first - 3), animate=False)

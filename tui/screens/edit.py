"""Changing the words of one item, with the lint looking on."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea


class EditScreen(ModalScreen[str | None]):
    """Gives back the new words, or None when nothing was to change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", priority=True),
        Binding("escape", "leave", "Leave as it was", priority=True),
    ]

    def __init__(self, words: str, *, is_question: bool) -> None:
        super().__init__()
        self._words = words
        self._is_question = is_question

    def compose(self) -> ComposeResult:
        """An editor and a line of advice."""
        with Vertical(id="edit"):
            yield TextArea(self._words, soft_wrap=True)
            yield Static(id="advice")
            yield Static(Content.styled("ctrl+s keeps · escape leaves it as it was", "dim"))

    def on_mount(self) -> None:
        """Stand at the end of the words."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def judge(self) -> None:
        """Say when a question has become a critique; never in the way."""
        if not self._is_question:
            return
        from assistant.lint.lint import lint

        verdict = lint(" ".join(self.query_one(TextArea).text.split()))
        advice = verdict.reasons[0].message if verdict.verdict == "critique" and verdict.reasons else ""
        self.query_one("#advice", Static).update(Content.styled(advice, "$text-warning"))

    def action_keep(self) -> None:
        """Give the words back as one line; nothing at all changes nothing."""
        self.dismiss(" ".join(self.query_one(TextArea).text.split()) or None)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

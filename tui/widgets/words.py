"""The editor of what was said at a meeting: nothing typed in it is ever lost, also while a note is made of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.widgets import TextArea

from assistant.errors import ShowMeError

if TYPE_CHECKING:
    from assistant.capture.drafts import Draft

_SAVED_EVERY = 2.0
"""Seconds between two looks whether the draft has to be saved: nothing older is ever lost."""


class WordsArea(TextArea):
    """Keeps what is typed as a draft, and only lets go of words that have become a note."""

    class Kept(Message):
        """The draft was saved, or it could not be: the words say which."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=True, disabled=True)
        self._draft: Draft | None = None
        self._noted: str | None = None
        """The words that a note is being made of."""

    def on_mount(self) -> None:
        """Save what was typed again and again."""
        self.set_interval(_SAVED_EVERY, self.keep_soon)

    def on_unmount(self) -> None:
        """The last words, however the screen was left."""
        if self._draft is not None:
            with suppress(ShowMeError):  # it was said every time the draft could not be saved
                self.keep()
            self._draft.close()

    def open(self, draft: Draft) -> None:
        """Put the draft back and let the manager write."""
        self._draft = draft
        self.disabled = False
        self._put(draft.kept)
        self.focus()

    def keep_soon(self) -> None:
        """Save what was typed since the last time, away from the screen's own thread."""
        if self._has_news():
            self._save(len(self.text.split()))

    def keep(self) -> None:
        """Save what was typed since the last time. Raises ShowMeError when the disk refuses."""
        if self._has_news() and self._draft is not None:
            self._draft.save()

    def begin_note(self) -> str:
        """The words as they stand; from now on they are the note's, and what is typed comes after it."""
        self.keep_soon()
        self._noted = self.text
        return self.text

    def end_note(self, *, is_made: bool) -> bool:
        """Take the words out that are in the note by now; whether others are left."""
        noted, self._noted = self._noted, None
        if is_made and noted is not None:
            self._put(self.text.removeprefix(noted))
        return bool(self.text.strip())

    def _has_news(self) -> bool:
        if self._draft is None or self.text == self._noted:
            return False
        self._draft.words = self.text
        return self.text != self._draft.kept

    @work(thread=True, exclusive=True, group="draft")
    def _save(self, count: int) -> None:
        if self._draft is None:
            return
        try:
            self._draft.save()
            self.post_message(self.Kept(f"Draft saved · {count} words"))
        except ShowMeError as fault:
            self.post_message(self.Kept(f"{fault.message} {fault.remedy}"))

    def _put(self, words: str) -> None:
        self.text = words
        self.move_cursor(self.document.end)

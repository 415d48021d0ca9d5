"""Right after the meeting: the words on one side, what is found in them on the other, while one types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Header, OptionList, Static, TextArea
from textual.worker import get_current_worker

from assistant.brief.words import clip, day
from assistant.errors import ShowMeError
from tui.messages import CaptureOpened, NoteMade, WorkFailed, WorkMoved
from tui.widgets.findings import FindingList, Row

if TYPE_CHECKING:
    from assistant.capture.live import LiveReader
    from assistant.ledger.asked import Outcome
    from tui.app import ShowMeApp

_WIDE = 110
_PAUSE = 0.25
"""Seconds without a key after which the words are read."""
_SAVED_EVERY = 2.0
"""Seconds between two looks whether the draft has to be saved: nothing older is ever lost."""


class CaptureScreen(Screen[None]):
    """Takes notes about one person; `ctrl+s` makes the note."""

    app: ShowMeApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "make_note", "Make the note", priority=True),
        Binding("f6", "other_side", "Words / found", priority=True),
        Binding("escape", "leave", "Leave", priority=True),
    ]

    def __init__(self, person: str, date: str | None = None, kind: str = "one-on-one") -> None:
        super().__init__()
        self._person = person
        self._date = date
        self._kind = kind
        self._reader: LiveReader | None = None
        self._timer: Timer | None = None
        self._saved = ""
        self._day: Date | None = None
        self._is_made = False

    def compose(self) -> ComposeResult:
        """The editor, the findings, a line about the work."""
        yield Header(icon="")
        with Container(id="sides"):
            yield TextArea(id="words", soft_wrap=True, show_line_numbers=True, disabled=True)
            yield FindingList(id="found")
        yield Static(id="state")
        yield Footer()

    def on_mount(self) -> None:
        """Begin to open what is needed; the editor can be used as soon as the draft is there."""
        self.sub_title = f"{self._person} · after the meeting"
        self.open_capture()
        self.set_interval(_SAVED_EVERY, self.keep_draft)

    def on_resize(self, event: Resize) -> None:
        """Side by side where there is room."""
        self.query_one("#sides").set_class(event.size.width >= _WIDE, "wide")

    @work(thread=True, exclusive=True, group="open")
    def open_capture(self) -> None:
        """Read draft, person and questions, away from the screen's own thread."""
        self.app.core.open_capture(self.post_message, self._person, self._date, self._kind)

    @on(CaptureOpened)
    def show_draft(self, message: CaptureOpened) -> None:
        """Put the draft back and let the manager write."""
        self._reader, self._saved, self._day = message.reader, message.draft, message.day
        self.sub_title = f"{message.name} · {day(message.day, self.app.today)}"
        area = self.query_one(TextArea)
        area.text = message.draft
        area.disabled = False
        area.move_cursor(area.document.end)
        area.focus()
        self.query_one(FindingList).set_questions(message.questions)
        self._say("Your draft is back." if message.draft else "Type or paste what was said. It is saved as you go.")
        self.read_soon()

    @on(TextArea.Changed)
    def read_soon(self) -> None:
        """Read the words once the hands rest."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self.read_words)

    @work(thread=True, exclusive=True, group="read")
    def read_words(self) -> None:
        """Find what is in the words, away from the screen's own thread."""
        if self._reader is None:
            return
        worker = get_current_worker()
        found = self._reader.read(self.app.call_from_thread(lambda: self.query_one(TextArea).text))
        if not worker.is_cancelled:
            self.app.call_from_thread(self.query_one(FindingList).show_findings, found)

    def keep_draft(self) -> None:
        """Save what was typed since the last time."""
        text = self.query_one(TextArea).text
        if text != self._saved and not self._is_made and self._reader is not None:
            self.save_draft(text)

    @work(thread=True, exclusive=True, group="draft")
    def save_draft(self, text: str) -> None:
        """Put the draft on the disk, away from the screen's own thread."""
        try:
            self.app.core.save_draft(self._person, text)
        except ShowMeError as fault:
            self.app.call_from_thread(self._say, f"{fault.message} {fault.remedy}")
            return
        self._saved = text
        self.app.call_from_thread(self._say, f"Draft saved · {len(text.split())} words")

    def action_other_side(self) -> None:
        """Between the words and what was found."""
        found, area = self.query_one(FindingList), self.query_one(TextArea)
        (area if found.has_focus else found).focus()

    @on(OptionList.OptionSelected)
    def go_to_line(self) -> None:
        """Enter on a finding goes to its line."""
        row = self.query_one(FindingList).row
        if row is not None and row.line:
            area = self.query_one(TextArea)
            area.focus()
            area.move_cursor((row.line - 1, 0), center=True)

    @on(FindingList.EditAsked)
    def edit(self, message: FindingList.EditAsked) -> None:
        """Put one finding in other words; a day in them is its day."""
        from tui.screens.edit import EditScreen

        row: Row = message.row

        def keep(text: str | None) -> None:
            if text:
                self.query_one(FindingList).put_right(row, text, self._day)

        self.app.push_screen(EditScreen(row.text, is_question=False), keep)

    @work(thread=True, exclusive=True, group="make")
    def action_make_note(self) -> None:
        """Make the note; from the first moment the raw text is on the disk."""
        if self._reader is None:
            return
        text = self.app.call_from_thread(lambda: self.query_one(TextArea).text)
        found = self.query_one(FindingList)
        marks: Mapping[int, Outcome] = found.outcomes()
        self.app.core.make_note(
            self.post_message, self._person, text, self._date, self._kind, found.decisions(self.app.today), marks
        )

    @on(NoteMade)
    def leave_with_note(self, message: NoteMade) -> None:
        """The note is there: go back to where the manager came from."""
        self._is_made = True
        count = len(message.made.found.finding_ids())
        moved = len(message.made.found.moved)
        closed = f", {moved} earlier promise{'s' if moved != 1 else ''} moved on" if moved else ""
        self.app.notify(f"{message.made.note}\n{count} findings{closed}. showme undo takes it back.", title="Note made")
        self._go_back()

    @on(WorkMoved)
    def show_work(self, message: WorkMoved) -> None:
        """Say what goes on."""
        self._say(f"{message.text} {message.done}/{message.total}" if message.total else f"{message.text} …")

    @on(WorkFailed)
    def show_fault(self, message: WorkFailed) -> None:
        """Say what is wrong; the words stay where they are."""
        self._say(clip(f"{message.message} {message.remedy}", 60))

    def action_leave(self) -> None:
        """Keep the draft and go back."""
        text = self.query_one(TextArea).text
        if text != self._saved and self._reader is not None:
            try:
                self.app.core.save_draft(self._person, text)
            except ShowMeError as fault:
                self._say(f"{fault.message} {fault.remedy}")
                return
        self._go_back()

    def _go_back(self) -> None:
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
        else:
            self.app.exit()

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(Content.styled(text, "dim"))

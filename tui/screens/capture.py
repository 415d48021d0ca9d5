"""Right after the meeting: the words on one side, what is found in them on the other, while one types."""

from __future__ import annotations

from collections.abc import Mapping
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
from tui.messages import CaptureOpened, EarlierFound, NoteMade, WordsRead, WorkFailed, WorkMoved
from tui.widgets.findings import FindingList
from tui.widgets.rows import Row
from tui.widgets.words import WordsArea

if TYPE_CHECKING:
    from assistant.capture.drafts import Draft
    from assistant.capture.live import LiveReader
    from assistant.ledger.asked import Outcome
    from assistant.ledger.decisions import Decision
    from assistant.models import Findings
    from tui.app import ShowMeApp

_WIDE = 110
_PAUSE = 0.25
"""Seconds without a key after which the words are read."""
_LONG_PAUSE = 0.8
"""Seconds without a key after which the words are held against what was promised and claimed before."""


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
        self._draft: Draft | None = None
        self._is_making = False

    def compose(self) -> ComposeResult:
        """The editor, the findings, a line about the work."""
        yield Header(icon="")
        with Container(id="sides"):
            yield WordsArea(id="words")
            yield FindingList(id="found")
        yield Static(id="state")
        yield Footer()

    def on_mount(self) -> None:
        """Begin to open what is needed; the editor can be used as soon as the draft is there."""
        self.sub_title = f"{self._person} · after the meeting"
        self.open_capture()

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
        draft = self._draft = message.draft
        self._reader = message.reader
        self.sub_title = f"{message.name} · {day(draft.day, self.app.today)}"
        self.query_one(WordsArea).open(draft)
        self.query_one(FindingList).set_questions(message.questions)
        said = "Your draft is back." if draft.kept else "Type or paste what was said. It is saved as you go."
        others = [f"--date {on} --kind {kind.value}" for on, kind in draft.others]
        self._say(f"{said} Another one waits: {', '.join(others)}." if others else said)
        self.read_soon()

    @on(TextArea.Changed)
    def read_soon(self) -> None:
        """Read the words once the hands rest."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self.read_words)

    def read_words(self) -> None:
        """Find what is in the words."""
        if self._reader is not None:
            self._read(self._reader, self.query_one(TextArea).text)

    @work(thread=True, exclusive=True, group="read")
    def _read(self, reader: LiveReader, text: str) -> None:
        worker = get_current_worker()
        found = reader.read(text)
        if not worker.is_cancelled:
            self.post_message(WordsRead(found))

    @work(thread=True, exclusive=True, group="earlier")
    def look_back(self, found: Findings) -> None:
        """Find what the words say of earlier promises and claims, away from the screen's own thread."""
        worker = get_current_worker()
        if self._reader is not None:
            self.app.core.show_earlier(self.post_message, self._reader, found, lambda: worker.is_cancelled)

    @on(EarlierFound)
    def show_earlier(self, message: EarlierFound) -> None:
        """Put it among the other findings."""
        self.query_one(FindingList).show_earlier(message.found)

    @on(WordsRead)
    def show_findings(self, message: WordsRead) -> None:
        """Lay out what was found beside the words; if the hands rest on, hold it against what was said before."""
        self.query_one(FindingList).show_findings(message.found)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_LONG_PAUSE - _PAUSE, lambda: self.look_back(message.found))

    @on(WordsArea.Kept)
    def show_kept(self, message: WordsArea.Kept) -> None:
        """Say that the draft lies on the disk, or why not."""
        self._say(message.text)

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
                self.query_one(FindingList).put_right(row, text, self._draft.day if self._draft else None)

        self.app.push_screen(EditScreen(row.text, is_question=False), keep)

    def action_make_note(self) -> None:
        """Make the note, once; from the first moment the raw text is on the disk."""
        if self._draft is None or self._is_making:
            return
        self._is_making = True
        self.query_one(WordsArea).call_later(self._begin_note)  # behind the keys that still wait there

    def _begin_note(self) -> None:
        found = self.query_one(FindingList)
        day = self._draft.day if self._draft else self.app.today
        said = found.decisions(max(self.app.today, day))
        self.make_note(self.query_one(WordsArea).begin_note(), said, found.outcomes())
        found.disabled = True

    @work(thread=True, group="make")
    def make_note(self, text: str, decided: Mapping[str, Decision], marks: Mapping[int, Outcome]) -> None:
        """Make the note, away from the screen's own thread."""
        if self._draft is not None:
            self.app.core.make_note(self.post_message, self._draft, text, decided, marks)

    @on(NoteMade)
    def leave_with_note(self, message: NoteMade) -> None:
        """The note is there: go back to where the manager came from, unless he has typed on."""
        count = len(message.made.found.finding_ids())
        moved = len(message.made.found.moved)
        closed = f", {moved} earlier promise{'s' if moved != 1 else ''} moved on" if moved else ""
        self.app.notify(f"{message.made.note}\n{count} findings{closed}. showme undo takes it back.", title="Note made")
        if self._end_note(is_made=True):
            self._say("The note is made. What you typed since is still here: ctrl+s makes a second note of it.")
        elif self.is_current:
            self._go_back()

    def _end_note(self, *, is_made: bool) -> bool:
        self._is_making = False
        found, area = self.query_one(FindingList), self.query_one(WordsArea)
        found.disabled = False
        if is_made:
            found.begin_anew()
        area.focus()
        return area.end_note(is_made=is_made)

    @on(WorkMoved)
    def show_work(self, message: WorkMoved) -> None:
        """Say what goes on."""
        self._say(message.text)

    @on(WorkFailed)
    def show_fault(self, message: WorkFailed) -> None:
        """Say what is wrong; the words stay where they are."""
        if self._is_making:
            self._end_note(is_made=False)
        self._say(clip(f"{message.message} {message.remedy}", 60))

    def action_leave(self) -> None:
        """Keep the draft and go back."""
        try:
            self.query_one(WordsArea).keep()
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

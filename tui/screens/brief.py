"""The brief of one person: its items on one side, the note behind the item on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widgets import Footer, Header, LoadingIndicator, OptionList, Static
from textual.worker import Worker, get_current_worker

from assistant.errors import ShowMeError
from assistant.models import Evidence, Question, ShowMe
from tui.draft import Draft, Item, evidence_of, words_of
from tui.messages import BriefMade, BriefTailored, FolderChanged, ItemTailored, WorkFailed, WorkMoved
from tui.widgets.evidence import EvidenceView
from tui.widgets.items import BriefItems, read_place

if TYPE_CHECKING:
    from tui.app import ShowMeApp

_WIDE = 110
"""From this many columns the note stands beside the items instead of under them."""


class BriefScreen(Screen[None]):
    """Shows, and lets change, the brief of one person."""

    app: ShowMeApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit"),
        Binding("x", "swap", "Swap"),
        Binding("d", "drop", "Drop"),
        Binding("w", "write", "Write"),
        Binding("y", "copy", "Copy"),
        Binding("c", "capture", "Capture"),
        Binding("n", "next_sighting", "Next sighting"),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
        Binding("escape", "leave", "Team"),
    ]

    def __init__(self, person: str) -> None:
        super().__init__()
        self._person = person
        self._sighting = 0
        self._tailoring: Worker[None] | None = None
        self.draft: Draft | None = None

    def compose(self) -> ComposeResult:
        """Items, note, a line about the work."""
        yield Header(icon="")
        yield LoadingIndicator()
        with Container(id="sides"):
            yield BriefItems()
            yield EvidenceView()
        yield Static(id="state")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Name the person; begin to make the brief."""
        self.sub_title = self._person
        self.query_one("#sides").display = False
        self.load()

    def on_resize(self, event: Resize) -> None:
        """Side by side where there is room."""
        self.query_one("#sides").set_class(event.size.width >= _WIDE, "wide")

    @work(thread=True, exclusive=True, group="brief")
    def load(self) -> None:
        """Make the brief, away from the screen's own thread."""
        worker = get_current_worker()
        self.app.core.make_brief(self.post_message, self._person, lambda: worker.is_cancelled)

    @on(BriefMade)
    def show_brief(self, message: BriefMade) -> None:
        """Lay the brief out."""
        self.draft = Draft(message.brief)
        self.query_one(LoadingIndicator).display = False
        self.query_one("#sides").display = True
        items = self.query_one(BriefItems)
        items.show(self.draft)
        items.focus()
        if item := self._item():
            self.show_evidence(item)
        self._say(f"Made {message.brief.model}, from {message.brief.notes_read} notes.")
        self._tailoring = self.tailor()

    @work(thread=True, exclusive=True, group="tailor")
    def tailor(self) -> None:
        """Take the brief through the configured model, if there is one, while it can be read already."""
        worker = get_current_worker()
        self.app.core.tailor_brief(self.post_message, self._person, lambda: worker.is_cancelled)

    @on(ItemTailored)
    def show_tailored(self, message: ItemTailored) -> None:
        """Put one item in the model's words, unless the manager has his own by now."""
        if self.draft is None or (self._tailoring and self._tailoring.is_cancelled):
            return
        if message.new != message.old and self.draft.tailor(message.old, message.new):
            items = self.query_one(BriefItems)
            items.show(self.draft, items.place)
        self._say(f"Tailoring {message.done}/{message.total}, escape stops it.")

    @on(BriefTailored)
    def show_outcome(self, message: BriefTailored) -> None:
        """Say what the model did, or why it did nothing."""
        self._tailoring = None
        if self.draft is None or message.brief.tailoring is None:
            return
        for old, new in zip(self.draft.brief.questions, message.brief.questions, strict=False):
            self.draft.tailor(old, new)
        for asked, request in zip(self.draft.brief.show_me, message.brief.show_me, strict=False):
            self.draft.tailor(asked, request)
        self.draft.adopt(message.brief)
        items = self.query_one(BriefItems)
        items.show(self.draft, items.place)
        done = message.brief.tailoring
        self._say(
            f"{done.adapted + done.drafted} items tailored by {done.model}, {done.replaced} stand as they are offline."
        )

    def action_leave(self) -> None:
        """Stop the model and keep what is there; with no model at work, back to the team."""
        if self._tailoring is not None and self._tailoring.is_running:
            self._tailoring.cancel()
            self._tailoring = None
            self._say("Stopped. What is there stays.")
        else:
            self.app.pop_screen()

    @on(WorkMoved)
    def show_work(self, message: WorkMoved) -> None:
        """Say what goes on."""
        self._say(message.text)

    @on(WorkFailed)
    def show_fault(self, message: WorkFailed) -> None:
        """A fault stands where the brief would."""
        self.query_one(LoadingIndicator).display = False
        self._say(f"{message.message} {message.remedy}")

    @on(OptionList.OptionHighlighted)
    def light(self, message: OptionList.OptionHighlighted) -> None:
        """Moving over an item shows its evidence."""
        place = read_place(message.option.id)
        if place and self.draft:
            self._sighting = 0
            self.show_evidence(self.draft.shown[place[0]][place[1]])

    @work(thread=True, exclusive=True, group="evidence")
    def show_evidence(self, item: Item) -> None:
        """Read the note behind an item and light its lines."""
        view = self.query_one(EvidenceView)
        evidence = evidence_of(item)
        if not evidence:
            self.app.call_from_thread(view.show_words, "From the knowledge base: no note is about this yet.")
            return
        chosen: Evidence = evidence[self._sighting % len(evidence)]
        try:
            lines = self.app.core.lines_around(chosen)
        except ShowMeError as fault:
            self.app.call_from_thread(view.show_words, f"{fault.message} {fault.remedy}")
            return
        self.app.call_from_thread(view.show_note, chosen, lines, others=len(evidence) - 1, about=_about(item))

    def action_next_sighting(self) -> None:
        """Go to the next place in the notes where this was seen."""
        item = self._item()
        if item:
            self._sighting += 1
            self.show_evidence(item)

    def action_edit(self) -> None:
        """Change the words of the item under the cursor."""
        from tui.screens.edit import EditScreen

        place, item = self.query_one(BriefItems).place, self._item()
        if place is None or item is None or self.draft is None:
            return
        draft = self.draft

        def keep(text: str | None) -> None:
            if text:
                draft.edit(*place, text)
                self.query_one(BriefItems).show(draft, place)

        self.app.push_screen(EditScreen(words_of(item), is_question=isinstance(item, Question | ShowMe)), keep)

    def action_swap(self) -> None:
        """Put the next best item in this one's place."""
        place = self.query_one(BriefItems).place
        if place is None or self.draft is None:
            return
        if self.draft.swap(*place):
            self.query_one(BriefItems).show(self.draft, place)
        else:
            self._say("Nothing else waits behind this one.")

    def action_drop(self) -> None:
        """Take the item off the page."""
        place = self.query_one(BriefItems).place
        if place is not None and self.draft is not None:
            self.draft.drop(*place)
            self.query_one(BriefItems).show(self.draft, place)

    def action_down(self) -> None:
        """One item down."""
        self.query_one(BriefItems).action_cursor_down()

    def action_up(self) -> None:
        """One item up."""
        self.query_one(BriefItems).action_cursor_up()

    @work(thread=True, group="write")
    def action_write(self) -> None:
        """Write the brief beside the notes."""
        if self.draft is None:
            return
        try:
            path = self.app.core.write_brief(self.draft.as_brief())
            self.app.call_from_thread(self._say, f"Wrote {path}.")
        except ShowMeError as fault:
            self.app.call_from_thread(self._say, f"{fault.message} {fault.remedy}")
        except OSError as fault:
            self.app.call_from_thread(
                self._say, f"It could not be written ({fault.strerror}). Press y to copy it instead."
            )

    def action_capture(self) -> None:
        """Take notes about this person; the brief is made anew when the note is there."""
        from tui.screens.capture import CaptureScreen

        self.app.push_screen(CaptureScreen(self._person))

    @on(ScreenResume)
    def look_again(self) -> None:
        """Back from another screen: what was captured meanwhile counts."""
        if self.draft is not None and not self.draft.has_changes:
            self.load()

    @on(FolderChanged)
    def offer_again(self) -> None:
        """Notes were changed elsewhere: show what they say now, unless the manager is at work on this brief."""
        if self.draft is not None and self.draft.has_changes:
            self._say("Your notes changed meanwhile. Leave and come back to see it; your edits stay here until then.")
        else:
            self.load()

    def action_copy(self) -> None:
        """Copy the brief as Markdown."""
        from assistant.brief.render import render_markdown

        if self.draft is not None:
            self.app.copy_to_clipboard(render_markdown(self.draft.as_brief()))
            self._say("Copied as Markdown.")

    def _item(self) -> Item | None:
        place = self.query_one(BriefItems).place
        return self.draft.shown[place[0]][place[1]] if place and self.draft else None

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(Content.styled(text, "dim"))


def _about(item: Item) -> str:
    if isinstance(item, Question):
        return f"Listen for: {item.listen_for}\nThen: {item.follow_up}"
    if isinstance(item, ShowMe):
        return f"Would show it: {item.artefact}"
    return ""

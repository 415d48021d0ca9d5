"""The team: who needs the manager next, and what waits with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, LoadingIndicator, Static
from textual.worker import get_current_worker

from assistant.brief.words import ago, clip
from assistant.errors import ShowMeError
from tui.messages import FolderChanged, TeamLoaded, WorkFailed, WorkMoved

if TYPE_CHECKING:
    from assistant.team import Team, TeamRow
    from tui.app import ShowMeApp

_COLUMNS = ("Name", "Last 1:1", "Deals", "Slipped", "Overdue", "To show")


class TeamScreen(Screen[None]):
    """Opens at once and fills when the notes are read."""

    app: ShowMeApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "open", "Brief", key_display="enter"),
        Binding("c", "capture", "Capture"),
        Binding("j", "down", show=False),
        Binding("k", "up", show=False),
        Binding("u", "undo", "Undo"),
        Binding("r", "reload", "Read again"),
        Binding("q", "app.quit", "Quit"),
    ]

    _source = ""
    """Where the team comes from: what the last line says when nothing goes on."""

    def compose(self) -> ComposeResult:
        """A table, a line about the person under the cursor, a line about the work."""
        yield Header(icon="")
        yield LoadingIndicator()
        table: DataTable[Content] = DataTable(cursor_type="row", zebra_stripes=False)
        table.display = False
        yield table
        yield Static(id="about")
        yield Static(id="state")
        yield Footer()

    def on_mount(self) -> None:
        """Lay out the columns; begin to read."""
        self.load()
        self.watch_folder()

    @work(thread=True, exclusive=True, group="team")
    def load(self) -> None:
        """Read the notes, away from the screen's own thread."""
        self.app.core.load_team(self.post_message)

    @work(thread=True, exclusive=True, group="index")
    def complete_index(self) -> None:
        """Make the index complete in the background."""
        worker = get_current_worker()
        self.app.core.complete_index(self.post_message, lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._say, self._source)

    @work(thread=True, exclusive=True, group="watch")
    def watch_folder(self) -> None:
        """See when somebody else changes the notes."""
        worker = get_current_worker()
        self.app.core.watch(self.app.post_to_screens, lambda: worker.is_cancelled)

    @on(ScreenResume)
    def look_again(self) -> None:
        """Back from another screen: what was captured meanwhile counts."""
        if self._source:
            self.load()

    @work(thread=True, group="undo")
    def action_undo(self) -> None:
        """Take back the last thing that was written into the vault."""
        try:
            told = self.app.core.undo()
        except (ShowMeError, OSError) as fault:
            self.app.call_from_thread(self.app.notify, str(fault), severity="warning")
            return
        self.app.call_from_thread(self.app.notify, told, title="Taken back")
        self.app.call_from_thread(self.load)

    @on(FolderChanged)
    def load_again(self) -> None:
        """Show what the notes say now."""
        self.app.core.reload()
        self.load()

    def action_reload(self) -> None:
        """Look at the folder again."""
        self.app.core.reload()
        self.load()

    def action_open(self) -> None:
        """Open the brief of the person under the cursor."""
        self.query_one(DataTable).action_select_cursor()

    def action_capture(self) -> None:
        """Take notes about the person under the cursor."""
        from tui.screens.capture import CaptureScreen

        table = self.query_one(DataTable)
        if table.display and table.row_count:
            self.app.push_screen(CaptureScreen(self.team.people[table.cursor_row].name))

    def action_down(self) -> None:
        """One row down."""
        self.query_one(DataTable).action_cursor_down()

    def action_up(self) -> None:
        """One row up."""
        self.query_one(DataTable).action_cursor_up()

    @on(TeamLoaded)
    def show_team(self, message: TeamLoaded) -> None:
        """Fill the table."""
        self.team: Team = message.team
        table = self.query_one(DataTable)
        table.clear(columns=True)
        names = max((len(row.name) for row in message.team.people), default=10)
        for title, width in zip(_COLUMNS, (names + 2, 14, 10, 8, 8, 8), strict=True):
            table.add_column(title, width=width)
        for row in message.team.people:
            table.add_row(*_cells(row, self.app.today), key=row.id)
        self.query_one(LoadingIndicator).display = False
        table.display = True
        table.focus()
        faults = f" · {message.faults} files with faults: showme doctor" if message.faults else ""
        source = message.team.pipeline or "no pipeline export"
        self._source = (
            f"{self.app.core.root} · {source} · {message.team.calls_observed} calls observed this month{faults}"
        )
        self._say(self._source)
        self.complete_index()
        if not message.team.people:
            self._about(
                "Nobody was recognised in these notes yet: put notes under people/<Name>/, or name people in .showme/config.toml."
            )

    @on(WorkMoved)
    def show_work(self, message: WorkMoved) -> None:
        """Say what goes on."""
        self._say(f"{message.text} {message.done}/{message.total}" if message.total else f"{message.text} …")

    @on(WorkFailed)
    def show_fault(self, message: WorkFailed) -> None:
        """A fault stands where the team would."""
        self.query_one(LoadingIndicator).display = False
        self._about(f"{message.message} {message.remedy}")

    @on(DataTable.RowHighlighted)
    def show_about(self, message: DataTable.RowHighlighted) -> None:
        """What waits with the person under the cursor."""
        row = next((r for r in self.team.people if r.id == message.row_key.value), None)
        if row is None:
            return
        spot = next((s for s in self.team.bright_spots if s.person == row.id), None)
        lines = [f"{row.name}: {row.open_deals} open deals, {row.load} the 6 to 12 one can work."]
        for title, names in (
            ("Slipped", row.slipped),
            ("No next step", row.no_next_step),
            ("Quiet for 45 days", row.stale),
        ):
            if names:
                lines.append(f"{title}: {clip(', '.join(names), 16)}")
        if spot:
            lines.append(f"Went well: {clip(spot.text, 24)}")
        self._about("\n".join(lines))

    @on(DataTable.RowSelected)
    def open_brief(self, message: DataTable.RowSelected) -> None:
        """Enter opens the brief."""
        from tui.screens.brief import BriefScreen

        row = next(r for r in self.team.people if r.id == message.row_key.value)
        self.app.push_screen(BriefScreen(row.name))

    def _about(self, text: str) -> None:
        self.query_one("#about", Static).update(Content(text))

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(Content.styled(text, "dim"))


def _cells(row: TeamRow, today: object) -> list[Content]:
    from datetime import date

    last = ago(row.last_one_on_one, today) if row.last_one_on_one and isinstance(today, date) else "never"
    deals = f"{row.open_deals}{'' if row.load == 'within' else ' ' + row.load}"
    counts = (len(row.slipped), len(row.overdue_commitments), len(row.unshown_claims))
    return [Content.styled(row.name, "bold"), Content(last), Content(deals), *[_count(n) for n in counts]]


def _count(number: int) -> Content:
    return Content(str(number)) if number else Content.styled("·", "dim")

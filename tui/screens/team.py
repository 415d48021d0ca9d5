"""The team: who needs the manager next, and what waits with whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Header, LoadingIndicator, Static
from textual.worker import get_current_worker

from assistant.brief.words import clip
from assistant.errors import ShowMeError
from tui.messages import FolderChanged, TeamLoaded, TeamRead, WorkFailed, WorkMoved
from tui.widgets.team_table import TeamTable

if TYPE_CHECKING:
    from assistant.team import Team, TeamRow
    from tui.app import ShowMeApp


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

    team: Team | None = None
    """Everybody, as far as their notes were read."""
    _source = ""
    """Where the team comes from: what the last line says when nothing goes on."""

    @property
    def is_whole(self) -> bool:
        """Whether everybody's notes were read."""
        return self.team is not None and all(row.unshown_claims is not None for row in self.team.people)

    def compose(self) -> ComposeResult:
        """A table, a line about the person under the cursor, a line about the work."""
        yield Header(icon="")
        yield LoadingIndicator()
        table = TeamTable()
        table.display = False
        yield table
        yield Static(id="about")
        yield Static(id="state")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Lay out the columns; begin to read."""
        self.load()
        self.watch_folder()

    @work(thread=True, exclusive=True, group="team")
    def load(self, *, anew: bool = False) -> None:
        """Look over the folder, away from the screen's own thread."""
        worker = get_current_worker()
        self.app.core.load_team(self.post_message, lambda: worker.is_cancelled, anew=anew)

    @work(thread=True, exclusive=True, group="background")
    def read_on(self, team: Team) -> None:
        """Fill the rows, then make the index complete; both stand back for whatever the manager opens meanwhile."""
        worker = get_current_worker()
        self.app.core.read_team(self.post_message, team, lambda: worker.is_cancelled)
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
        self.load()

    def action_reload(self) -> None:
        """Look at the folder again."""
        self.load(anew=True)

    def action_open(self) -> None:
        """Open the brief of the person under the cursor."""
        self.query_one(TeamTable).action_select_cursor()

    def action_capture(self) -> None:
        """Take notes about the person under the cursor."""
        from tui.screens.capture import CaptureScreen

        if row := self._row(self.query_one(TeamTable).person):
            self.app.push_screen(CaptureScreen(row.name))

    def action_down(self) -> None:
        """One row down."""
        self.query_one(TeamTable).action_cursor_down()

    def action_up(self) -> None:
        """One row up."""
        self.query_one(TeamTable).action_cursor_up()

    @on(TeamLoaded)
    def show_team(self, message: TeamLoaded) -> None:
        """Show everybody; what was known of somebody's notes stands until they are read again."""
        self.team = _with_what_is_known(message.team, self.team)
        self.query_one(LoadingIndicator).display = False
        table = self.query_one(TeamTable)
        table.show(self.team.people, self.app.today)
        table.display = True
        table.focus()
        files = f"{message.faults} file{'s' if message.faults != 1 else ''} with faults"
        faults = f" · {files}: showme doctor" if message.faults else ""
        source = message.team.pipeline or "no pipeline export"
        self._source = f"{message.team.calls_observed} calls observed this month{faults} · {source} · {_home_short(self.app.core.root)}"
        self._say(self._source)
        self.read_on(message.team)
        if not message.team.people:
            self._about(
                "Nobody was recognised in these notes yet: put notes under people/<Name>/, or name people in .showme/config.toml."
            )

    @on(TeamRead)
    def show_row(self, message: TeamRead) -> None:
        """Fill the row of whom the notes were read, and say how far it is."""
        step = message.step
        if self.team is None:
            return
        self.team = self.team.after(step)
        self._say(f"Read {step.done:,} of {step.total:,} notes")
        table = self.query_one(TeamTable)
        if step.row is not None:
            table.fill(step.row, self.app.today)
            if step.row.id == table.person:
                self._about_row(step.row)

    @on(WorkMoved)
    def show_work(self, message: WorkMoved) -> None:
        """Say what goes on."""
        self._say(message.text)

    @on(WorkFailed)
    def show_fault(self, message: WorkFailed) -> None:
        """A fault stands where the team would."""
        self.query_one(LoadingIndicator).display = False
        self._about(f"{message.message} {message.remedy}")

    @on(DataTable.RowHighlighted)
    def show_about(self, message: DataTable.RowHighlighted) -> None:
        """What waits with the person under the cursor."""
        if row := self._row(message.row_key.value):
            self._about_row(row)

    @on(DataTable.RowSelected)
    def open_brief(self, message: DataTable.RowSelected) -> None:
        """Enter opens the brief."""
        from tui.screens.brief import BriefScreen

        if row := self._row(message.row_key.value):
            self.app.push_screen(BriefScreen(row.name))

    def _row(self, person: str | None) -> TeamRow | None:
        rows = self.team.people if self.team else ()
        return next((row for row in rows if row.id == person), None)

    def _about_row(self, row: TeamRow) -> None:
        spots = self.team.bright_spots if self.team else ()
        spot = next((s for s in spots if s.person == row.id), None)
        lines = [_deals(row)]
        for title, names in (
            ("Slipped", row.slipped),
            ("No next step", row.no_next_step),
            ("Quiet for 45 days", row.stale),
        ):
            if names:
                lines.append(f"{title}: {clip(', '.join(names), 16)}")
        if spot:
            lines.append(f"Went well: {clip(spot.text, 24)}")
        self._about("\n".join(lines), is_cut=True)

    def _about(self, text: str, *, is_cut: bool = False) -> None:
        """Say it below the table, a thing a line; `is_cut` where a line may end at the edge of the screen."""
        about = self.query_one("#about", Static)
        about.set_class(is_cut, "lines")
        about.update(Content(text))

    def _say(self, text: str) -> None:
        self.query_one("#state", Static).update(Content.styled(text, "dim"))


def _deals(row: TeamRow) -> str:
    if row.source == "notes":
        named = f"the notes name {row.open_deals} deals" if row.open_deals else "no deals are known"
        return f"{row.name}: {named}; a pipeline export in pipeline/ tells more."
    many = "1 open deal" if row.open_deals == 1 else f"{row.open_deals} open deals"
    return f"{row.name}: {many}, {row.load} the 6 to 12 one can work."


def _home_short(root: Path) -> str:
    """The folder, with `~` for the home it lies in."""
    home = Path.home()
    return f"~/{root.relative_to(home).as_posix()}" if root.is_relative_to(home) else str(root)


def _with_what_is_known(team: Team, before: Team | None) -> Team:
    """The team as just looked over, with what was read of people's notes before."""
    if before is None:
        return team
    known = {row.id: row for row in before.people}
    people = [
        row.model_copy(
            update={name: getattr(known.get(row.id), name, None) for name in ("overdue_commitments", "unshown_claims")}
        )
        for row in team.people
    ]
    return team.model_copy(update={"people": tuple(people), "bright_spots": before.bright_spots})

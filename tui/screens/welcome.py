"""First run: point at a folder of notes, or look at the sample team."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

if TYPE_CHECKING:
    from tui.app import ShowMeApp

_WORDS = """Show Me reads the Markdown notes you already keep about your people
and prepares your next one-on-one: questions, promises, things to look at together.

Nothing leaves this machine, and your notes stay as they are.

Which folder holds your notes? One that does not exist yet is made."""


class WelcomeScreen(Screen[None]):
    """Asks for one thing only."""

    app: ShowMeApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "sample", "Look at the sample team"),
        Binding("escape", "app.quit", "Quit"),
    ]

    def compose(self) -> ComposeResult:
        """A few words, a path, a line for faults."""
        with Vertical(id="welcome"):
            yield Static(Content.styled("Show Me", "bold $text-accent"))
            yield Static(Content(_WORDS))
            yield Input(value="~/", placeholder="~/notes", select_on_focus=False)
            yield Static(id="fault")
            yield Static(Content.styled("enter opens it · f2 looks at a sample team first", "dim"))
        yield Footer()

    @on(Input.Submitted)
    def adopt(self, message: Input.Submitted) -> None:
        """Open the folder and remember it."""
        from assistant.settings import remember_vault

        root = Path(message.value.strip()).expanduser()
        if not message.value.strip() or root.is_file():
            self._say("Name a folder.")
            return
        try:
            root.mkdir(parents=True, exist_ok=True)
            remember_vault(root.resolve())
        except OSError as fault:
            self._say(f"{root} cannot be used ({fault.strerror}). Name another folder.")
            return
        self.app.open_team(root.resolve(), None)

    def action_sample(self) -> None:
        """Open the sample team."""
        from assistant.sample.copy import SAMPLE_DAY, open_sample

        self.app.open_team(open_sample(), SAMPLE_DAY)

    def _say(self, text: str) -> None:
        self.query_one("#fault", Static).update(Content.styled(text, "$text-error"))

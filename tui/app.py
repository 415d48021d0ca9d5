"""The Textual app: opens on the team, or on a welcome where no folder of notes is configured."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message

from assistant.errors import ConfigError, VaultNotFoundError
from tui.core import Core
from tui.screens.team import TeamScreen

CaptureWish = tuple[str, str | None, str]
"""About whom notes are to be taken, the meeting's day as YYYY-MM-DD, what kind of note."""


class ShowMeApp(App[None]):
    """Holds the core; the screens do the rest."""

    TITLE = "Show Me"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "toggle_help", "Keys"),
        Binding("ctrl+q", "quit", show=False),
    ]

    def __init__(
        self,
        root: Path | None,
        today: str | None = None,
        capture: CaptureWish | None = None,
        model: str | None = None,
    ) -> None:
        super().__init__()
        self._model = model
        self._root = root
        self._capture = capture
        self._today = today
        self.core: Core

    @property
    def today(self) -> Date:
        """The day it is taken to be."""
        from assistant.workspace import parse_day, today_from_environment

        return parse_day(self._today, "--today") if self._today else today_from_environment()

    def on_mount(self) -> None:
        """The team, or the welcome."""
        self.theme = "tokyo-night"
        if self._root is not None:
            self.open_team(self._root, self._today)
            return
        from tui.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen())

    def open_team(self, root: Path, today: str | None) -> None:
        """Show the team of a folder of notes."""
        self._today = today
        self.core = Core(self, root, today, self._model)
        if self._capture is None:
            self.push_screen(TeamScreen())
            return
        from tui.screens.capture import CaptureScreen

        self.push_screen(CaptureScreen(*self._capture))

    def post_to_screens(self, message: Message) -> bool:
        """To the screen in front; the ones behind it read again when they come to the front."""
        return self.screen.post_message(message)

    def action_toggle_help(self) -> None:
        """Show or hide the keys of this screen."""
        if self.screen.query("HelpPanel"):
            self.action_hide_help_panel()
        else:
            self.action_show_help_panel()

    def on_unmount(self) -> None:
        """Let go of the files."""
        if hasattr(self, "core"):
            self.core.close()


def run_app(
    vault: Path | None, today: str | None, capture: CaptureWish | None = None, model: str | None = None
) -> None:
    """Open the app on a vault, or on taking notes; with no vault configured, on the welcome.

    Raises the faults of a vault named by hand.
    """
    from assistant.settings import vault_root

    try:
        root: Path | None = vault_root(vault)
    except (VaultNotFoundError, ConfigError):
        if vault is not None:
            raise
        root = None
    ShowMeApp(root, today, capture, model).run()

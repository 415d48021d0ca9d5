"""The Textual app: opens on the team, or on a welcome where no folder of notes is configured."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from assistant.errors import ConfigError, VaultNotFoundError
from tui.core import Core
from tui.screens.team import TeamScreen


class ShowMeApp(App[None]):
    """Holds the core; the screens do the rest."""

    TITLE = "Show Me"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "toggle_help", "Keys"),
        Binding("ctrl+q", "quit", show=False),
    ]

    def __init__(self, root: Path | None, today: str | None = None) -> None:
        super().__init__()
        self._root = root
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
        self.core = Core(self, root, today)
        self.push_screen(TeamScreen())

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


def run_app(vault: Path | None, today: str | None) -> None:
    """Open the app on a vault; with none configured, on the welcome. Raises the faults of a vault named by hand."""
    from assistant.settings import vault_root

    try:
        root: Path | None = vault_root(vault)
    except (VaultNotFoundError, ConfigError):
        if vault is not None:
            raise
        root = None
    ShowMeApp(root, today).run()

"""Draws docs/screenshots from the running app on the sample team: python docs/make_screenshots.py"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from assistant.sample.copy import SAMPLE_DAY, copy_sample
from tui.app import ShowMeApp
from tui.screens.brief import BriefScreen
from tui.screens.team import TeamScreen

OUT = Path(__file__).resolve().parent / "screenshots"


async def draw(root: Path) -> None:
    """The team, then a brief with its evidence."""
    app = ShowMeApp(root, SAMPLE_DAY)
    async with app.run_test(size=(150, 42)) as pilot:
        while not (isinstance(app.screen, TeamScreen) and app.screen.is_whole):
            await pilot.pause(0.1)
        await pilot.pause(0.3)
        (OUT / "team.svg").write_text(app.export_screenshot(title="Show Me"), encoding="utf-8")
        await pilot.press("end", "enter")
        while not (isinstance(app.screen, BriefScreen) and app.screen.draft):
            await pilot.pause(0.1)
        await pilot.press(*["down"] * 6)
        await pilot.pause(0.5)
        (OUT / "brief.svg").write_text(app.export_screenshot(title="Show Me"), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        copy_sample(Path("sample"))
        asyncio.run(draw(Path("sample")))

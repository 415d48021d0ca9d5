"""The app, driven by keys: the team, a brief, what a manager does with it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Static, TextArea

from assistant.sample.copy import SAMPLE_DAY, copy_sample
from tui.app import ShowMeApp
from tui.screens.brief import BriefScreen
from tui.screens.team import TeamScreen
from tui.widgets.evidence import EvidenceView
from tui.widgets.items import BriefItems

HEAVY = ("chromadb", "langchain_core", "onnxruntime", "tokenizers", "yaml", "numpy")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample team."""
    root = tmp_path / "sample"
    copy_sample(root)
    return root


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    """Wait for something to come true, a minute at the most."""
    for _ in range(1200):
        if happened():
            await pilot.pause()
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not happen")


async def open_brief(pilot: Pilot[None]) -> BriefScreen:
    """From the start to the first person's brief."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, TeamScreen) and app.screen.query_one(DataTable).row_count > 0)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, BriefScreen) and app.screen.draft is not None)
    assert isinstance(app.screen, BriefScreen)
    return app.screen


def said(app: ShowMeApp, where: str = "#state") -> str:
    """The words of a line on the screen."""
    return str(app.screen.query_one(where, Static).content)


def test_importing_the_app_loads_nothing_heavy() -> None:
    code = f"import sys, tui.app, tui.cli; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_team_then_brief_with_its_evidence(sample: Path, size: tuple[int, int]) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: bool(app.screen.query(DataTable)) and app.screen.query_one(DataTable).row_count == 6)
        screen = await open_brief(pilot)
        assert screen.draft is not None
        assert screen.draft.shown["questions"]
        view = app.screen.query_one(EvidenceView)
        await until(pilot, lambda: ":" in str(view.border_title))
        before = str(view.border_title)
        await pilot.press("down", "down")
        await until(pilot, lambda: str(view.border_title) != before)
        note, _, line = str(view.border_title).split(" · ")[0].rpartition(":")
        assert (sample / note).is_file()
        assert int(line) >= 1


async def test_swap_drop_and_write(sample: Path) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_brief(pilot)
        draft = screen.draft
        assert draft is not None
        items = app.screen.query_one(BriefItems)
        while items.place is None or items.place[0] != "questions":
            await pilot.press("down")
        first, spare = draft.shown["questions"][0], draft.spares["questions"][0]
        await pilot.press("x")
        assert draft.shown["questions"][0] == spare
        assert draft.spares["questions"][-1] == first
        count = len(draft.shown["questions"])
        await pilot.press("d")
        assert len(draft.shown["questions"]) == count - 1
        await pilot.press("w")
        await until(pilot, lambda: said(app).startswith("Wrote"))
        written = next((sample / "briefs").glob("*.md")).read_text(encoding="utf-8")
        assert spare.text not in written  # type: ignore[union-attr]
        assert written.startswith("---\nshowme: brief")


async def test_edit_keeps_the_words_and_warns_of_critique(sample: Path) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_brief(pilot)
        items = app.screen.query_one(BriefItems)
        while items.place is None or items.place[0] != "questions":
            await pilot.press("down")
        await pilot.press("e")
        await until(pilot, lambda: bool(app.screen.query(TextArea)))
        app.screen.query_one(TextArea).text = "You never prepare, do you?"
        await until(pilot, lambda: said(app, "#advice") != "")
        app.screen.query_one(TextArea).text = "What would a good start be? [/] [red]"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        assert screen.draft is not None
        assert screen.draft.shown["questions"][0].text == "What would a good start be? [/] [red]"  # type: ignore[union-attr]


async def test_escape_leaves_an_edit_and_then_the_brief(sample: Path) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_brief(pilot)
        await pilot.press("e")
        await until(pilot, lambda: bool(app.screen.query(TextArea)))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TeamScreen))


async def test_copy_says_so(sample: Path) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_brief(pilot)
        await pilot.press("y")
        assert "## Questions" in app.clipboard
        assert said(app) == "Copied as Markdown."


async def test_markup_in_notes_and_names_cannot_crash_the_screen(make_vault: Callable[[dict[str, str]], Path]) -> None:
    root = make_vault(
        {
            "people/[red]Ana[/] Ruiz/2026-11-10.md": "Ana [/foo] says [bold]the budget is approved[/bold] at Mott\n",
            "people/Bo Ekdahl/2026-11-11 [link=x].md": "- [ ] I'll send him [/] the [@click=app.quit]list[/] by Fri\n",
        }
    )
    app = ShowMeApp(root, "2026-11-23")
    async with app.run_test(size=(100, 30)) as pilot:
        await open_brief(pilot)
        for key in ("down", "n", "up", "w"):
            await pilot.press(key)
        await until(pilot, lambda: said(app).startswith("Wrote"))


async def test_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    app = ShowMeApp(tmp_path, "2026-11-23")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "people/<Name>" in said(app, "#about"))


async def test_first_run_welcomes_and_adopts_a_folder(make_vault: Callable[[dict[str, str]], Path]) -> None:
    root = make_vault({"people/Ana Ruiz/2026-11-10.md": "Ana\n"})
    app = ShowMeApp(None)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("end", *["backspace"] * 2, *str(root))
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, TeamScreen) and app.screen.query_one(DataTable).row_count == 1
        )

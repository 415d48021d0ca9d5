"""The team stands at once; rows fill while notes are read; whoever is chosen meanwhile goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

import assistant.reading.grounds
from assistant.models import Findings, Section
from assistant.reading.context import ReadingContext
from tests.conftest import TODAY
from tests.tui.test_app import said, until
from tui.app import ShowMeApp
from tui.screens.brief import BriefScreen
from tui.screens.team import TeamScreen
from tui.turns import Turns
from tui.widgets.evidence import EvidenceView
from tui.widgets.team_table import TeamTable


class Reader:
    """The real reader, kept waiting before each piece until a test lets it go."""

    def __init__(self, seconds: float) -> None:
        self.go_on = threading.Event()
        self.read: list[str] = []
        self._seconds = seconds
        self._real = assistant.reading.grounds.read_note

    def __call__(self, path: str, sections: Sequence[Section], context: ReadingContext) -> Findings:
        self.go_on.wait(self._seconds)
        found = self._real(path, sections, context)
        self.read.append(path)
        return found


PEOPLE = ("Ana Ruiz", "Bo Ekdahl", "Cleo Marsh")
EXPORT = """Deal,Account,Owner,Stage,Amount,Close Date,Next Step
Dock,Hexham,Ana Ruiz,Proposal,1000,2026-10-01,
Mill,Tarrant,Bo Ekdahl,Proposal,2000,2027-03-01,Call on Monday
"""
LONG = "The yard was wet and we walked the whole of it twice before anybody spoke of the order or of the price. " * 4


@pytest.fixture
def vault(make_vault: Callable[[dict[str, str]], Path]) -> Path:
    """Three people with four notes each, Ana not met for longest, and an export."""
    notes = {
        f"people/{name}/2026-{10 + (week + place) // 4}-{7 * ((week + place) % 4) + 1:02}.md": (
            f"{LONG}\n\n{LONG}\n\n- {name.split()[0]} will send the plan number {week} by Friday\n"
            f"- says the budget of job {week} is approved\n\n{LONG}\n"
        )
        for place, name in enumerate(PEOPLE)
        for week in range(4)
    }
    return make_vault(notes | {"pipeline/2026-11-20.csv": EXPORT})


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """A reader that takes a second a note."""
    slow = Reader(1.0)
    monkeypatch.setattr(assistant.reading.grounds, "read_note", slow)
    yield slow
    slow.go_on.set()


def team_of(app: ShowMeApp) -> TeamScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, TeamScreen))


def cells(app: ShowMeApp, row: int) -> list[str]:
    return [cell.plain for cell in team_of(app).query_one(TeamTable).get_row_at(row)]


def has_team(app: ShowMeApp) -> bool:
    return any(isinstance(s, TeamScreen) and s.team is not None for s in app.screen_stack)


async def test_team_stands_before_a_note_is_read_and_fills_row_by_row(vault: Path, reader: Reader) -> None:
    app = ShowMeApp(vault, TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: has_team(app))
        assert cells(app, 0) == ["Ana Ruiz", "4 weeks ago", "1 under", "1", "…", "…"]
        assert not reader.read
        await until(pilot, lambda: said(app).startswith("Read ") and said(app).endswith("of 12 notes"))
        assert not team_of(app).is_whole
        reader.go_on.set()
        await until(pilot, lambda: team_of(app).is_whole)
        assert "…" not in "".join(cell for row in range(3) for cell in cells(app, row))
        await until(pilot, lambda: "calls observed this month" in said(app))


async def test_without_an_export_nobody_is_said_to_have_too_few_deals(
    make_vault: Callable[[dict[str, str]], Path],
) -> None:
    app = ShowMeApp(make_vault({"people/Ana Ruiz/2026-11-10.md": "Ana, in the car\n"}), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: has_team(app))
        assert cells(app, 0)[2:4] == ["?", "?"]
        await until(pilot, lambda: said(app, "#about").startswith("Ana Ruiz: no deals are known"))


async def test_brief_opens_while_others_are_unread_and_their_rows_fill_behind_it(vault: Path, reader: Reader) -> None:
    app = ShowMeApp(vault, TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: has_team(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, BriefScreen) and app.screen.draft is not None)
        assert not team_of(app).is_whole
        reader.go_on.set()
        await until(pilot, lambda: team_of(app).is_whole)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is team_of(app))
        assert app.screen.query_one(TeamTable).cursor_row == 2


async def test_a_brief_that_is_left_holds_up_no_other(vault: Path, reader: Reader) -> None:
    app = ShowMeApp(vault, TODAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: has_team(app))
        await pilot.press("end", "enter")
        await until(pilot, lambda: said(app).startswith("Read "))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is team_of(app))
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(app.screen, BriefScreen) and app.screen.draft is not None)
        assert isinstance(app.screen, BriefScreen)
        assert app.screen.draft is not None
        assert app.screen.draft.brief.person.name == "Ana Ruiz"
        assert len([path for path in reader.read if "Cleo" in path]) < 4


async def test_lit_lines_are_in_sight_under_long_ones(vault: Path) -> None:
    app = ShowMeApp(vault, TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: has_team(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BriefScreen) and app.screen.draft is not None)
        view = app.screen.query_one(EvidenceView)
        for _ in range(3):
            await until(pilot, lambda: view.query_one("#lit").display)
            lit = view.query_one("#lit")
            await until(pilot, lambda: view.scrollable_content_region.overlaps(lit.region))  # noqa: B023
            await pilot.press("down")


def test_what_somebody_waits_for_goes_before_the_background() -> None:
    turns = Turns()
    order: list[str] = []
    is_held, is_waiting = threading.Event(), threading.Event()

    def background() -> None:
        for step in range(3):
            with turns.when_idle():
                is_held.set()
                is_waiting.wait(10)
                order.append(f"step {step}")

    def chosen() -> None:
        is_held.wait(10)
        with turns.now():
            order.append("chosen")

    works = [threading.Thread(target=background), threading.Thread(target=chosen)]
    for thread in works:
        thread.start()
    while not turns._waiting:
        is_held.wait(0.01)
    is_waiting.set()
    for thread in works:
        thread.join(10)
    assert order == ["step 0", "chosen", "step 1", "step 2"]

"""A model in the app: the offline brief at once, items replaced as they come, Escape stops it and keeps them."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from assistant.models import Question, ShowMe
from tests.language.conftest import PERSON, Serve, serving, vault  # noqa: F401 (fixtures)
from tests.language.server import Asked, Reply
from tests.tui.test_app import said, until
from tui.app import ShowMeApp
from tui.screens.brief import BriefScreen


def fitted(asked: Asked) -> str:
    """The note's words before the question that was given."""
    note = re.search(r'^Note \(.*?\): "(.*)"$', asked.last, re.MULTILINE)
    question = re.search(r"^(?:Question|Request): (.*)$", asked.last, re.MULTILINE)
    if not note or not question:
        return "No."
    words = re.sub(r"""['"“”?.]""", "", note[1]).split()[:9]
    return f"You and I have this in the notes, {' '.join(words)}: {question[1][0].lower()}{question[1][1:]}"


def sources(screen: BriefScreen) -> list[str]:
    assert screen.draft is not None
    items = [*screen.draft.shown["questions"], *screen.draft.shown["show_me"]]
    return [item.source for item in items if isinstance(item, Question | ShowMe)]


async def open_brief(app: ShowMeApp, pilot: Pilot[None]) -> BriefScreen:
    screen = BriefScreen(PERSON)
    await app.push_screen(screen)
    await until(pilot, lambda: screen.draft is not None)
    return screen


@pytest.fixture
def adapting(vault: Path) -> Path:  # noqa: F811
    """The vault with a model in its config."""
    config = '[model]\nname = "openai:scripted"\nstrategy = "adapt"\ntotal_seconds = 600\n'
    (vault / ".showme" / "config.toml").write_text(config, encoding="utf-8")
    return vault


def serving_after_a_sign(serve: Serve) -> threading.Event:
    """Start a model that fits its items once the event is set."""
    go_on = threading.Event()

    def answer(asked: Asked) -> Reply:
        go_on.wait(timeout=60)
        return Reply(fitted(asked))

    serve(answer)
    return go_on


async def test_offline_brief_first_then_items_in_the_models_words(adapting: Path, serving: Serve) -> None:  # noqa: F811
    go_on = serving_after_a_sign(serving)
    app = ShowMeApp(adapting, "2026-10-26")
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await open_brief(app, pilot)
        assert set(sources(screen)) == {"bank"}
        go_on.set()
        await until(pilot, lambda: "tailored by openai:scripted" in said(app))
        assert "model" in sources(screen)
        assert screen.draft is not None
        assert screen.draft.brief.model == "openai:scripted"


async def test_escape_stops_the_model_and_keeps_what_is_there(adapting: Path, serving: Serve) -> None:  # noqa: F811
    count = iter(range(1000))

    def a_few_then_silence(asked: Asked) -> Reply:
        return Reply(fitted(asked)) if next(count) < 7 else Reply("late", delay=60)

    serving(a_few_then_silence)
    app = ShowMeApp(adapting, "2026-10-26")
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await open_brief(app, pilot)
        await until(pilot, lambda: "model" in sources(screen))
        await pilot.press("escape")
        assert app.screen is screen
        await until(pilot, lambda: screen.draft is not None and screen.draft.brief.tailoring is not None)
        assert "model" in sources(screen)
        assert screen.draft is not None
        assert not any("in time" in warning for warning in screen.draft.brief.warnings)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is not screen)


async def test_an_item_the_manager_changed_keeps_his_words(adapting: Path, serving: Serve) -> None:  # noqa: F811
    go_on = serving_after_a_sign(serving)
    app = ShowMeApp(adapting, "2026-10-26")
    async with app.run_test(size=(140, 40)) as pilot:
        screen = await open_brief(app, pilot)
        assert screen.draft is not None
        for index in range(len(screen.draft.shown["questions"])):
            screen.draft.edit("questions", index, f"What would you like to begin with, number {index}?")
        go_on.set()
        await until(pilot, lambda: "tailored by" in said(app))
        assert [item.text for item in screen.draft.shown["questions"] if isinstance(item, Question)] == [
            f"What would you like to begin with, number {index}?"
            for index in range(len(screen.draft.shown["questions"]))
        ]

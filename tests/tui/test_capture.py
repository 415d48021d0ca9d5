"""The capture screen, driven by keys: the words, what is found in them, what a manager says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import DataTable, Static, TextArea

from assistant.sample.copy import SAMPLE_DAY, copy_sample
from assistant.vault.vault import open_vault
from assistant.workspace import Workspace
from tests.capture.conftest import NOTES, TODAY
from tests.tui.test_app import until
from tui.app import ShowMeApp
from tui.screens.capture import CaptureScreen
from tui.screens.edit import EditScreen
from tui.screens.team import TeamScreen
from tui.widgets.findings import FindingList

WORDS = (
    "- I'll send Priya the price list by Friday\n"
    "- Priya says the buyer at Orchard has the budget signed\n"
    "- we agreed: one visit a week to Orchard\n"
)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample team."""
    root = tmp_path / "sample"
    copy_sample(root)
    return root


@pytest.fixture
def whom(sample: Path) -> str:
    """Somebody of the team."""
    return min(path.name for path in (sample / "people").iterdir() if path.is_dir())


async def opened(pilot: Pilot[None], app: ShowMeApp) -> CaptureScreen:
    """The screen once the manager may write."""
    await until(pilot, lambda: isinstance(app.screen, CaptureScreen) and not app.screen.query_one(TextArea).disabled)
    assert isinstance(app.screen, CaptureScreen)
    return app.screen


async def written(pilot: Pilot[None], app: ShowMeApp, words: str, count: int) -> FindingList:
    """The findings, once so many stand beside the words."""
    screen = await opened(pilot, app)
    screen.query_one(TextArea).text = words
    found = screen.query_one(FindingList)
    await until(pilot, lambda: str(found.border_title).startswith(f"Found {count}"))
    await pilot.press("f6")
    assert found.has_focus
    return found


def note_made(root: Path, whom: str) -> str | None:
    """The newest note's text, once it is there."""
    notes = [p for p in (root / "people" / whom).glob("**/*.md") if "Found in this note" in p.read_text("utf-8")]
    return notes[0].read_text("utf-8") if notes else None


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_found_while_typing_then_a_note(sample: Path, whom: str, size: tuple[int, int]) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with app.run_test(size=size) as pilot:
        await written(pilot, app, WORDS.replace("Priya", whom.split(maxsplit=1)[0]), 3)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: note_made(sample, whom) is not None)
    text = note_made(sample, whom)
    assert text is not None
    assert WORDS.replace("Priya", whom.split(maxsplit=1)[0]) in text
    assert "price list" in text.split("Found in this note")[1]


async def test_keys_accept_refuse_and_change_the_owner(sample: Path, whom: str) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with app.run_test(size=(160, 48)) as pilot:
        found = await written(pilot, app, WORDS.replace("Priya", whom.split(maxsplit=1)[0]), 3)
        assert found.row is not None
        assert found.row.owner == "manager"
        promise = found.row.id
        await pilot.press("o", "down", "x")
        said = found.decisions(app.today)
        assert said[promise].owner == "report"
        assert [word.verb for word in said.values()] == ["confirmed", "refused"]
        await pilot.press("ctrl+s")
        await until(pilot, lambda: note_made(sample, whom) is not None)
    below = (note_made(sample, whom) or "").split("Found in this note")[1]
    assert "price list" in below
    assert "budget signed" not in below


async def test_a_finding_put_right_keeps_its_new_words_and_day(sample: Path, whom: str) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with app.run_test(size=(100, 30)) as pilot:
        found = await written(pilot, app, WORDS.replace("Priya", whom.split(maxsplit=1)[0]), 3)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, EditScreen))
        app.screen.query_one(TextArea).text = "send the new price list by 2026-12-15"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, CaptureScreen))
        [word] = found.decisions(app.today).values()
        assert (word.verb, word.text) == ("confirmed", "send the new price list by 2026-12-15")
        assert str(word.due) == "2026-12-15"


async def test_words_left_behind_come_back(sample: Path, whom: str) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, app)
        screen.query_one(TextArea).text = "half a sentence [red]with marks"
        await pilot.press("escape")
    assert note_made(sample, whom) is None
    again = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with again.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, again)
        assert screen.query_one(TextArea).text == "half a sentence [red]with marks"
        assert str(screen.query_one("#state", Static).content) == "Your draft is back."


async def test_a_key_on_the_team_opens_it_and_undo_takes_the_note_back(sample: Path) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    before = {path.path for path in open_vault(sample).walk()}
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(DataTable)) and app.screen.query_one(DataTable).row_count == 6)
        await pilot.press("c")
        await written(pilot, app, WORDS, 3)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TeamScreen))
        assert {path.path for path in open_vault(sample).walk()} != before
        await pilot.press("u")
        await until(pilot, lambda: {path.path for path in open_vault(sample).walk()} == before)


async def test_a_question_of_the_written_brief_gets_its_outcome(sample: Path) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: bool(app.screen.query(DataTable)) and app.screen.query_one(DataTable).row_count == 6)
        await pilot.press("enter")
        await until(
            pilot, lambda: bool(app.screen.query("BriefItems")) and getattr(app.screen, "draft", None) is not None
        )
        await pilot.press("w")
        await until(pilot, lambda: (sample / "briefs").is_dir())
        await pilot.press("c")
        screen = await opened(pilot, app)
        found = screen.query_one(FindingList)
        await until(pilot, lambda: found.option_count > 2)
        await pilot.press("f6", "end", "up", "3", "4")
        assert list(found.outcomes().values()) == ["nothing", "not-asked"]
        await pilot.press("4")
        assert list(found.outcomes().values()) == ["nothing"]


def notes_of(root: Path, whom: str, words: str) -> list[Path]:
    """The person's notes that hold some words."""
    return [path for path in (root / "people" / whom).glob("**/*.md") if words in path.read_text("utf-8")]


async def test_what_is_typed_while_the_note_is_made_stays(sample: Path, whom: str) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await opened(pilot, app)
        area = screen.query_one(TextArea)
        area.text = "- we met at the yard\n"
        area.move_cursor(area.document.end)
        with app.core._turns.now():  # other work has the notes: the making has to wait
            await pilot.press("ctrl+s", "z", "q", "j", "ctrl+s")
            await until(pilot, lambda: area.text.endswith("zqj"))
        await until(pilot, lambda: area.text == "zqj")
        assert app.screen is screen
        assert "still here" in str(screen.query_one("#state", Static).content)
    assert len(notes_of(sample, whom, "we met at the yard")) == 1
    assert notes_of(sample, whom, "zqj") == []
    again = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with again.run_test(size=(80, 24)) as pilot:
        assert (await opened(pilot, again)).query_one(TextArea).text == "zqj"


async def test_the_note_is_made_once_however_often_it_is_asked_for(sample: Path, whom: str) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await opened(pilot, app)
        screen.query_one(TextArea).text = "- we met at the yard\n"
        await pilot.press("ctrl+s", "ctrl+s", "ctrl+s")
        await until(pilot, lambda: app.return_code is not None or app.screen is not screen)
    assert len(notes_of(sample, whom, "we met at the yard")) == 1
    assert list((sample / ".showme/captures/drafts").glob("*.md")) == []


async def test_a_draft_is_the_persons_whatever_name_it_was_opened_by(sample: Path, whom: str) -> None:
    app = ShowMeApp(sample, SAMPLE_DAY, capture=(whom.split(maxsplit=1)[0].lower(), None, "one-on-one"))
    async with app.run_test(size=(80, 24)) as pilot:
        (await opened(pilot, app)).query_one(TextArea).text = "half a sentence"
        await pilot.press("ctrl+q")
    again = ShowMeApp(sample, SAMPLE_DAY, capture=(whom, None, "one-on-one"))  # as the team screen opens it
    async with again.run_test(size=(80, 24)) as pilot:
        assert (await opened(pilot, again)).query_one(TextArea).text == "half a sentence"


async def test_what_the_words_say_of_earlier_ones_is_refused_by_one_key(tmp_path: Path) -> None:
    root = tmp_path / "vault"
    for name, text in NOTES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    app = ShowMeApp(root, TODAY.isoformat(), capture=("Morgan", None, "one-on-one"))
    words = "Read the Pentlow map together, it is good\n" + (
        "The Pentlow CFO told me on the phone: the board has not approved any budget\n"
    )
    async with app.run_test(size=(160, 48)) as pilot:
        screen = await opened(pilot, app)
        screen.query_one(TextArea).text = words
        found = screen.query_one(FindingList)

        def rows() -> dict[str, str]:
            return {str(o.prompt).split("\n")[0][2:]: str(o.prompt) for o in found.options}

        await until(pilot, lambda: any(title.startswith("Does not agree") for title in rows()))
        [closing] = [text for title, text in rows().items() if title.startswith("Kept")]
        [against] = [text for title, text in rows().items() if title.startswith("Does not agree")]
        assert "Morgan to send me the Pentlow map" in closing
        assert "people/Morgan Lee/2026-11-10.md:3" in closing
        assert "the Pentlow board has approved the budget" in against
        assert "against “The Pentlow CFO told me" in against
        await pilot.press("f6")
        for number, option in enumerate(found.options):
            if str(option.prompt)[2:].startswith(("Kept", "Does not agree")):
                found.highlighted = number
                await pilot.press("x")
        assert [word.verb for name, word in found.decisions(TODAY).items() if name[0] == "w"] == ["refused"] * 2
        await pilot.press("ctrl+s")
        await until(pilot, lambda: bool(list(root.glob("people/Morgan Lee/2026-11-24*.md"))))
    workspace = Workspace(root, today=TODAY)
    ledger = workspace.ledger("morgan-lee")
    workspace.close()
    assert next(c.status for c in ledger.commitments if "Pentlow map" in c.text) == "open"
    assert next(c.status for c in ledger.claims if "board has approved" in c.text) == "claimed"

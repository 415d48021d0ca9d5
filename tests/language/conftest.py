"""A small vault with a promise, claims and a bright spot, and briefs of it through a scripted model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import verbs
from assistant.language.wish import Wish
from assistant.models import Brief
from assistant.workspace import Workspace
from tests.language.server import ModelServer, Script, serve

DAY = date(2026, 10, 26)
PERSON = "Tomasz Wilk"
NOTES = {
    "people/Tomasz Wilk/2026-10-06.md": (
        'Larkspur: T says the CFO "is basically on board". Hasn\'t met her, it comes via Piet.\n'
        "I'll get him the ROI model from finance this week.\n"
        "He owes me the mutual plan for Hexham, said by Fri 16 Oct.\n"
    ),
    "people/Tomasz Wilk/2026-10-20.md": (
        "He says the budget at Hexham is reserved for January.\n"
        'Larkspur "as good as done". Asked how he knows.\n'
        "T: 14 deals open now.\n"
    ),
    "calls/2026-10-22 Tomasz Wilk Larkspur.md": (
        "Tomasz let Piet talk for six minutes, then asked whose evening gets shorter once it works. Piet named the night shift.\n"
        "Nobody from finance on. Second call running.\n"
    ),
}
Serve = Callable[[Script], ModelServer]
Prep = Callable[..., Brief]


@pytest.fixture
def vault(make_vault: Callable[[dict[str, str]], Path]) -> Path:
    """The notes in a folder of their own; a busy machine has time to answer."""
    return make_vault(NOTES | {".showme/config.toml": "[model]\ntotal_seconds = 600\n"})


@pytest.fixture
def workspace(vault: Path) -> Iterator[Workspace]:
    """The vault, opened on a Monday in October."""
    opened = Workspace(vault, today=DAY)
    yield opened
    opened.close()


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Starts a scripted model and makes it the one that `openai:` means."""
    running = []

    def start(script: Script) -> ModelServer:
        context = serve(script)
        server = context.__enter__()
        running.append(context)
        monkeypatch.setenv("SHOWME_BASE_URL", server.url)
        return server

    yield start
    for context in running:
        context.__exit__(None, None, None)


@pytest.fixture
def prep(workspace: Workspace) -> Prep:
    """The brief through the scripted model."""

    def make(strategy: str = "adapt", *, use_cache: bool = True, name: str = "openai:scripted") -> Brief:
        return verbs.prep(workspace, PERSON, Wish(name, strategy, use_cache=use_cache))

    return make


@pytest.fixture
def offline(workspace: Workspace) -> Brief:
    """The brief without a model."""
    return verbs.prep(workspace, PERSON)

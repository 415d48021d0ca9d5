"""No command and no screen contacts anything but the model that was configured, whatever the environment says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from assistant.sample.copy import SAMPLE_DAY, copy_sample
from tests.language.server import serve
from tui.cli import app

GUARD = Path(__file__).parent / "guard"
ROOT = Path(__file__).parent.parent.parent
ELSEWHERE = "198.51.100.7"
"""An address that belongs to nobody."""
HOSTILE = {
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_TRACING": "true",
    "LANGSMITH_TRACING_V2": "true",
    "LANGCHAIN_TRACING": "true",
    "LANGSMITH_API_KEY": "ls-hostile",
    "LANGCHAIN_API_KEY": "ls-hostile",
    "LANGSMITH_ENDPOINT": f"http://{ELSEWHERE}",
    "LANGCHAIN_ENDPOINT": f"http://{ELSEWHERE}",
    "LANGCHAIN_HANDLER": "langchain",
    "ANONYMIZED_TELEMETRY": "True",
    "CHROMA_ANONYMIZED_TELEMETRY": "True",
    "CHROMA_PRODUCT_TELEMETRY_IMPL": "chromadb.telemetry.product.posthog.Posthog",
    "CHROMA_OTEL_COLLECTION_ENDPOINT": f"http://{ELSEWHERE}:4317",
    "CHROMA_OTEL_GRANULARITY": "all",
    "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://{ELSEWHERE}:4317",
    "CHROMA_SERVER_HOST": ELSEWHERE,
    "HF_ENDPOINT": f"http://{ELSEWHERE}",
    "SENTRY_DSN": f"http://key@{ELSEWHERE}/1",
}
WORDS = {
    "person": "Gareth",
    "query": "what does the buyer need",
    "question": "what did we agree with Gareth?",
    "text": "Why did you not call?",
    "name": "http://127.0.0.1:9/none.gguf",
}
"""What an argument of this name is given; any other takes an id that is not there, which is a fault and no crash."""
APP = """
import asyncio, sys
from pathlib import Path
from textual.widgets import DataTable
from tui.app import ShowMeApp
async def look():
    app = ShowMeApp(Path(sys.argv[1]), sys.argv[2])
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(600):
            if app.screen.query(DataTable) and app.screen.query_one(DataTable).row_count:
                break
            await pilot.pause(0.05)
        for key in ("enter", "down", "enter", "m", "escape", "slash", "a", "enter", "escape", "c", "escape", "question_mark", "escape"):
            await pilot.press(key)
            await pilot.pause(0.2)
        await pilot.pause(3)
asyncio.run(look())
"""


def commands(command: Any = None, before: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Every command of the program with an argument for everything that it demands."""
    command = command or typer.main.get_command(app)
    if hasattr(command, "commands"):
        for name, inner in command.commands.items():
            yield from commands(inner, (*before, name))
        return
    demanded = [p for p in command.params if p.required]
    words = [WORDS.get(p.name, "none-such") for p in demanded if p.param_type_name == "argument"]
    for option in demanded:
        if option.param_type_name == "option":
            words += [option.opts[0], "something"]
    yield [*before, *words]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sockets") / "sample"
    copy_sample(root)
    return root


def contacted(
    folder: Path, argv: list[str], vault: Path, **more: str
) -> tuple[set[str], subprocess.CompletedProcess[str]]:
    """The addresses that a process looked up or called."""
    log = folder / "sockets.log"
    log.touch()
    environment = os.environ | HOSTILE | {
        "PYTHONPATH": f"{GUARD}{os.pathsep}{ROOT}",
        "SOCKET_LOG": str(log),
        "SHOWME_VAULT": str(vault),
        "SHOWME_TODAY": SAMPLE_DAY,
    } | more  # fmt: skip
    done = subprocess.run(
        [sys.executable, *argv],
        capture_output=True,
        text=True,
        env=environment,
        timeout=180,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    seen = {" ".join(line.split()[1:]) for line in log.read_text(encoding="utf-8").splitlines()}
    return seen, done


ALL = [words for words in commands() if words != ["serve"]]


@pytest.mark.parametrize("words", ALL, ids=[" ".join(words) for words in ALL])
def test_a_command_contacts_nobody(tmp_path: Path, sample: Path, words: list[str]) -> None:
    named = {"127.0.0.1 9"} if words[:2] == ["model", "get"] else set()
    seen, done = contacted(tmp_path, ["-m", "tui.cli", *words], sample)
    assert seen <= named
    assert "Traceback" not in done.stderr


def test_the_app_contacts_nobody(tmp_path: Path, sample: Path) -> None:
    seen, done = contacted(tmp_path, ["-c", APP, str(sample), SAMPLE_DAY], sample)
    assert done.returncode == 0, done.stderr
    assert not seen


def test_with_a_model_only_its_host_is_contacted(tmp_path: Path, sample: Path) -> None:
    with serve(["What would show it?"]) as server:
        model = {"SHOWME_MODEL": "openai:scripted", "SHOWME_BASE_URL": server.url, "SHOWME_PSEUDONYMS": "always"}
        seen, done = contacted(tmp_path, ["-m", "tui.cli", "prep", "Gareth", "--no-cache"], sample, **model)
        port = server.url.rpartition(":")[2].partition("/")[0]
        assert done.returncode == 0, done.stderr
        assert server.asked
        assert seen == {f"127.0.0.1 {port}"}


def test_the_guard_sees_what_it_should(tmp_path: Path, sample: Path) -> None:
    code = f"import urllib.request as u\ntry:\n    u.urlopen('http://{ELSEWHERE}/', timeout=1)\nexcept OSError as f:\n    print(f)"
    seen, done = contacted(tmp_path, ["-c", code], sample)
    assert f"{ELSEWHERE} 80" in seen, done

"""What the tool keeps beside the notes is for their owner alone, whatever the umask."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.sample.copy import SAMPLE_DAY, copy_sample
from tests.language.server import serve

NOBODY = 65534
LOOK = """
import os, sys
from pathlib import Path
seen = []
for folder, folders, files in os.walk(sys.argv[1], onerror=lambda fault: None):
    for name in files:
        try:
            Path(folder, name).read_bytes()
        except OSError:
            continue
        seen.append(name)
print(seen)
"""


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault in which everything was done that leaves something behind, by processes that ask for no protection."""
    root = tmp_path_factory.mktemp("used") / "sample"
    copy_sample(root)
    with serve(["What would show it?"]) as server:
        environment = os.environ | {
            "SHOWME_VAULT": str(root),
            "SHOWME_TODAY": SAMPLE_DAY,
            "SHOWME_BASE_URL": server.url,
            "SHOWME_PSEUDONYMS": "always",
        }
        for words, typed in (
            (["prep", "Gareth", "--model", "openai:scripted", "--out", str(root / "brief.md")], ""),
            (["capture", "Gareth", "-", "--yes"], "- Gareth will send the plan by Friday\n"),
            (["search", "the plan"], ""),
            (["undo"], ""),
        ):
            command = [sys.executable, "-m", "tui.cli", *words]
            done = subprocess.run(
                command, input=typed, text=True, capture_output=True, env=environment, umask=0, timeout=180
            )
            assert done.returncode == 0, done.stderr
    return root


def test_everything_kept_is_for_the_owner_alone(used: Path) -> None:
    state = used / ".showme"
    kept = [state, *state.rglob("*")]
    assert {"model-log.jsonl", "pseudonyms.key"} <= {path.name for path in kept}
    open_to_others = [
        (str(path), oct(path.stat().st_mode)) for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert not open_to_others


@pytest.mark.skipif(os.geteuid() != 0, reason="takes a second user, whom only root can be")
def test_another_user_of_the_machine_reads_nothing(used: Path) -> None:
    for folder in (used, *used.parents):
        if folder == Path("/tmp") or folder.parent == folder:
            break
        folder.chmod(0o755)
    done = subprocess.run(
        ["/usr/bin/env", "python3", "-c", LOOK, str(used / ".showme")],
        capture_output=True,
        text=True,
        user=NOBODY,
        group=NOBODY,
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_what_was_sent_is_told(used: Path) -> None:
    environment = os.environ | {"SHOWME_VAULT": str(used), "SHOWME_TODAY": SAMPLE_DAY}
    command = [sys.executable, "-m", "tui.cli", "sent"]
    done = subprocess.run([*command, "--json"], text=True, capture_output=True, env=environment, timeout=60)
    calls = json.loads(done.stdout)["calls"]
    assert {call["host"] for call in calls} == {"127.0.0.1"}
    assert {call["outcome"] for call in calls} == {"sent", "answered"}
    assert all(call["pseudonyms"] and call["letters"] > 100 and call["at"].startswith("20") for call in calls)
    table = subprocess.run(command, text=True, capture_output=True, env=environment, timeout=60)
    assert table.stdout.count("127.0.0.1") == len(calls)

"""From a plain capture to a recap that may leave, and back, as a manager types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def _run(root: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"SHOWME_VAULT": str(root), "SHOWME_TODAY": "2026-11-24", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tui.cli", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, env=environment, timeout=120)


def test_capture_recap_confirm_send_and_undo(make_vault: Callable[[dict[str, str]], Path]) -> None:
    root = make_vault({"people/Morgan Lee/2026-11-10.md": "# 1:1 Morgan\n\nshort talk\n"})
    assert _run(root, "capture", "Morgan", "-", stdin="I'll send Morgan the price list by Friday\n").returncode == 0
    draft = _run(root, "recap", "Morgan")
    assert "price list" in draft.stdout
    assert "nothing of it is confirmed yet" in draft.stderr
    refused = _run(root, "recap", "Morgan", "--mail")
    assert refused.returncode == 1
    assert "mailto:" not in refused.stdout
    assert "Traceback" not in refused.stderr
    [name] = json.loads(_run(root, "recap", "Morgan", "--json").stdout)["unconfirmed"]
    assert f"showme confirm {name}" in refused.stderr
    assert _run(root, "confirm", name).returncode == 0
    assert _run(root, "recap", "Morgan", "--mail").stdout.startswith("mailto:")
    [note] = root.glob("people/Morgan Lee/2026-11-24*.md")
    [kept] = root.glob("recaps/*.md")
    kept.write_text(f"{kept.read_text()}a line of mine\n")
    assert _run(root, "undo").stdout.startswith(f"Taken back: confirmed {name}")
    blocked = _run(root, "undo")
    assert (blocked.returncode, "showme undo --skip" in blocked.stderr) == (1, True)
    skipped = _run(root, "undo", "--skip")
    assert skipped.returncode == 0, skipped.stderr
    assert "Left as it is: kept the recap for Morgan Lee" in skipped.stderr
    assert kept.read_text().endswith("a line of mine\n")
    assert not note.exists()

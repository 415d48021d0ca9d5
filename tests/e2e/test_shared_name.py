"""A first name that two people share: where it stands alone, everybody who could be meant is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

MakeVault = Callable[[dict[str, str]], Path]
NOTES = {
    "people/Sarah Whitcombe/2026-02-02.md": "Hexham: says the budget is approved\n",
    "people/Sarah Lindqvist/2026-01-14.md": "Torvik: says procurement is on board\n",
    "people/Robert Kinnear/2026-01-29.md": "Mott: says they will sign in March\n",
    "calls/2026-02-06 call.md": "Sarah talked with the customer about rollout. Customer said they need the DPA.\n",
    "daily/2026-02-05.md": "# Thursday\n\nSarah says pipeline is fine and she is on track for the quarter.\n",
}


def _printed(root: Path, *words: str) -> str:
    environment = os.environ | {"SHOWME_VAULT": str(root), "SHOWME_TODAY": "2026-02-09", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tui.cli", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_doctor_names_every_file_whose_only_name_fits_two(make_vault: MakeVault) -> None:
    printed = _printed(make_vault(NOTES), "doctor")
    for path in ("calls/2026-02-06 call.md", "daily/2026-02-05.md"):
        assert f"Fits more than one person, given to nobody: Sarah in {path}" in printed


def test_brief_warns_whoever_could_be_meant_and_nobody_else(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    warning = "2 notes name only Sarah, which fits {} as well (given to nobody): calls/2026-02-06 call.md, daily/2026-02-05.md."
    assert warning.format("Sarah Lindqvist") in _printed(root, "prep", "Sarah Whitcombe")
    assert warning.format("Sarah Whitcombe") in _printed(root, "prep", "Sarah Lindqvist", "--json")
    assert "name only" not in _printed(root, "prep", "Robert Kinnear")


def test_kept_brief_hears_of_a_note_that_came_later(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    assert "2 notes name only Sarah" in _printed(root, "prep", "Sarah Whitcombe")
    (root / "daily/2026-02-07.md").write_text("# Saturday\n\nSarah rang about Hexham.\n", encoding="utf-8")
    assert "3 notes name only Sarah" in _printed(root, "prep", "Sarah Whitcombe")

"""The shipped sample team, copied to a folder of the user's own."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from assistant.settings import demo_path

SAMPLE_DAY = "2026-11-23"
"""The sample's notes end here; the demo opens on this day unless told otherwise."""


def open_sample(*, fresh: bool = False) -> Path:
    """The folder of the sample team, copied at the first time; with `fresh`, copied anew."""
    root = demo_path()
    if fresh and root.exists():
        shutil.rmtree(root)
    if not root.exists():
        copy_sample(root)
    return root


def copy_sample(root: Path) -> None:
    """Copy the shipped notes to a folder that is not there yet."""
    root.parent.mkdir(parents=True, exist_ok=True)
    with as_file(files("assistant.sample") / "vault") as sample:
        shutil.copytree(sample, root)

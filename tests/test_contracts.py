"""The import contracts leave no room out."""

from __future__ import annotations

import configparser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_every_room_but_the_index_is_kept_from_the_vendors_of_the_index() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    listed = set(contracts["importlinter:contract:vendors"]["source_modules"].split())
    there = {f"assistant.{path.stem}" for path in (ROOT / "assistant").iterdir() if not path.name.startswith("_")}
    assert listed == (there - {"assistant.index"}) | {"tui", "knowledge", "prompts"}

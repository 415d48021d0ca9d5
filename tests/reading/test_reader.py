"""The reading model's packaged weights: other ones are told as such before anything is read with them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.errors import ShowMeError
from assistant.reading import reader
from assistant.reading.heads import HEADS
from assistant.reading.reader import ReadingModel

Heads = dict[str, Any]
HEADS_FILE = "reader-heads.npz"


def without_a_head(heads: Heads) -> Heads:
    return {name: values for name, values in heads.items() if not name.startswith("claim.")}


def without_a_bias(heads: Heads) -> Heads:
    return {name: values for name, values in heads.items() if name != "private.bias"}


def with_fewer_kinds(heads: Heads) -> Heads:
    return heads | {"line.weight": heads["line.weight"][:-1], "line.bias": heads["line.bias"][:-1]}


def narrower(heads: Heads) -> Heads:
    return heads | {"promise.weight": heads["promise.weight"][:, :384]}


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package's weights, which the reading model takes for the package's own."""
    weights = tmp_path / "weights"
    shutil.copytree(Path(str(files("assistant.reading") / "weights")), weights)
    monkeypatch.setattr(reader, "files", lambda package: tmp_path)
    return weights


@pytest.mark.parametrize("change", [without_a_head, without_a_bias, with_fewer_kinds, narrower])
def test_heads_of_another_version_are_told_as_such(packaged: Path, change: Callable[[Heads], Heads]) -> None:
    with np.load(packaged / HEADS_FILE) as kept:
        heads = change({name: kept[name] for name in kept.files})
    np.savez(packaged / HEADS_FILE, **heads)
    with pytest.raises(ShowMeError, match=r"is not what this version was made with\. Install showme again"):
        ReadingModel()


@pytest.mark.parametrize("name", [HEADS_FILE, "reader.onnx"])
@pytest.mark.parametrize("content", [None, b"PK\x03\x04 cut off"])
def test_missing_and_broken_files_are_told_too(packaged: Path, name: str, content: bytes | None) -> None:
    (packaged / name).unlink()
    if content is not None:
        (packaged / name).write_bytes(content)
    with pytest.raises(ShowMeError, match=f"{name} is not"):
        ReadingModel()


def test_the_packaged_heads_are_the_ones_it_needs(packaged: Path) -> None:
    assert ReadingModel().weigh_sentences(["The price list is due."])
    with np.load(packaged / HEADS_FILE) as kept:
        assert {name.partition(".")[0] for name in kept.files} >= HEADS.keys()

"""The tool's own precision: intervals that hold, samples that are fair, marks that are kept."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from assistant.check import (
    Mark,
    Sampled,
    describe_quality,
    draw_sample,
    figures,
    load_marks,
    measure,
    save_marks,
    wilson,
)
from assistant.errors import ConfigError
from assistant.models import Evidence
from assistant.vault.journal import undo_last
from assistant.vault.vault import open_vault

DAY = date(2026, 11, 23)


def _marks(right: int, wrong: int, missed: int = 0) -> dict[str, Mark]:
    answers = ["right"] * right + ["wrong"] * wrong + ["missed"] * missed
    return {f"m{i}": Mark(answer=answer, kind="claim", on=DAY) for i, answer in enumerate(answers)}  # type: ignore[arg-type]


def _item(name: str) -> Sampled:
    evidence = Evidence(path="a.md", line_start=1, line_end=1, quote=name)
    return Sampled(id=name, kind="claim", text=name, evidence=evidence)


@pytest.mark.parametrize("truth", [0.5, 0.7, 0.85, 0.95])
@pytest.mark.parametrize("size", [20, 40, 100])
def test_interval_holds_the_truth_nine_times_in_ten(truth: float, size: int) -> None:
    dice = random.Random(7)
    rounds = 3000
    held = 0
    for _ in range(rounds):
        right = sum(dice.random() < truth for _ in range(size))
        low, high = wilson(right, size)
        held += low <= truth <= high
    assert held / rounds >= 0.9


def test_too_few_marks_give_no_figure() -> None:
    quality = measure(_marks(15, 4))
    assert quality.precision is None
    assert figures(quality) is None
    assert "too few to tell" in describe_quality(quality)


def test_enough_marks_give_precision_recall_and_interval() -> None:
    quality = measure(_marks(18, 2, missed=6))
    assert quality.precision == pytest.approx(0.9)
    assert quality.recall == pytest.approx(0.75)
    kept = figures(quality)
    assert kept is not None
    assert kept["low"] < 0.9 < kept["high"]


def test_sample_never_asks_twice_and_depends_on_the_seed() -> None:
    found = [_item(f"c-{i:03}") for i in range(60)]
    marked = {f"c-{i:03}": Mark(answer="right", kind="claim", on=DAY) for i in range(30)}
    one, two = draw_sample(found, marked, seed=1), draw_sample(found, marked, seed=2)
    assert len(one) == 20
    assert not {item.id for item in one} & marked.keys()
    assert one != two
    assert one == draw_sample(list(reversed(found)), marked, seed=1)


def test_marks_come_back_as_they_were_saved(tmp_path: Path) -> None:
    save_marks(open_vault(tmp_path), _marks(2, 1))
    assert load_marks(tmp_path / ".showme") == _marks(2, 1)


def test_broken_marks_are_named(tmp_path: Path) -> None:
    save_marks(open_vault(tmp_path), _marks(1, 0))
    path = tmp_path / ".showme" / "ledger" / "marks.toml"
    path.write_text("[m0\nanswer = ", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"marks\.toml"):
        load_marks(tmp_path / ".showme")


def test_marks_are_taken_back_one_answer_at_a_time(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    save_marks(vault, _marks(1, 0))
    save_marks(vault, _marks(2, 0))
    assert undo_last(vault).name == "marked findings"
    assert load_marks(vault.state) == _marks(1, 0)

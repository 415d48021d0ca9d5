"""The tool's own precision: intervals that hold, samples that are fair, marks that are kept."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from assistant.check import Sampled, describe_quality, draw_note, draw_sample, figures, measure, wilson
from assistant.errors import ConfigError
from assistant.ledger.marks import Mark, Marks, ReadNote, load_marks, save_marks
from assistant.models import Evidence
from assistant.vault.journal import undo_last
from assistant.vault.vault import open_vault

DAY = date(2026, 11, 23)


def _marks(right: int, wrong: int, notes: dict[str, ReadNote] | None = None) -> Marks:
    marks = {
        f"m{i}": Mark(answer="right" if i < right else "wrong", kind="claim", on=DAY) for i in range(right + wrong)
    }
    return Marks(findings=marks, notes=notes or {})


def _read(right: int, missed: int, name: str = "a") -> dict[str, ReadNote]:
    return {f"{name}.md": ReadNote(on=DAY, right=tuple(f"{name}{i}" for i in range(right)), missed=missed)}


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


@pytest.mark.parametrize("missing", [0.05, 0.2, 0.4])
@pytest.mark.parametrize("sampled", [20, 60])
def test_recall_of_whole_vaults_holds_the_truth_nine_times_in_ten(missing: float, sampled: int) -> None:
    dice = random.Random(11)
    rounds, held = 400, 0
    for number in range(rounds):
        vault = {f"{n}.md": [dice.random() >= missing for _ in range(dice.randrange(8))] for n in range(60)}
        found = [_item(f"{path} {n}") for path, things in vault.items() for n, is_seen in enumerate(things) if is_seen]
        found += [_item(f"false {n}") for n in range(30)]
        marks = Marks()
        for turn in range(12):
            path = draw_note(vault, marks, seed=number * 100 + turn)
            assert path is not None
            right = tuple(f"{path} {n}" for n, is_seen in enumerate(vault[path]) if is_seen)
            read = ReadNote(on=DAY, right=right, missed=vault[path].count(False))
            marks = Marks(notes=marks.notes | {path: read})
        drawn = draw_sample(found, marks, number, sampled)
        said = {i.id: Mark(answer="wrong" if "false" in i.id else "right", kind="claim", on=DAY) for i in drawn}
        quality = measure(Marks(findings=said, notes=marks.notes))
        assert quality.recall_low is not None
        assert quality.recall_high is not None
        held += quality.recall_low <= 1 - missing <= quality.recall_high
    assert held / rounds >= 0.9


def test_enough_marks_give_precision_and_interval() -> None:
    quality = measure(_marks(18, 2))
    assert quality.precision == pytest.approx(0.9)
    assert quality.recall is None
    kept = figures(quality)
    assert kept is not None
    assert kept["low"] < 0.9 < kept["high"]


def test_recall_is_that_of_the_notes_read_whole_however_many_are_marked() -> None:
    notes = _read(12, 4) | _read(6, 2, "b")
    few, many = measure(_marks(18, 2, notes)), measure(_marks(180, 20, notes))
    assert few.recall == many.recall == pytest.approx(0.75)
    assert (few.notes, few.there) == (2, 24)
    assert "Of 24 things in 2 notes that you read whole, 75% was found (" in describe_quality(few)


def test_nothing_missed_is_told_and_few_things_are_too_few() -> None:
    assert measure(_marks(0, 0, _read(25, 0))).recall == 1.0
    few = measure(_marks(20, 0, _read(4, 1)))
    assert few.recall is None
    assert "5 of 20 things in one note that you read whole: too few to tell" in describe_quality(few)


def test_what_a_note_read_whole_holds_is_not_asked_again_nor_is_the_note() -> None:
    marks = _marks(0, 0, _read(2, 0))
    assert [item.id for item in draw_sample([_item("a0"), _item("c9")], marks, seed=1)] == ["c9"]
    assert draw_note(["a.md", "b.md"], marks, seed=1) == "b.md"
    assert draw_note(["a.md"], marks, seed=1) is None


def test_a_note_that_was_begun_is_drawn_first_and_counts_once_it_was_read_whole(tmp_path: Path) -> None:
    marks = _marks(0, 0, {"b.md": ReadNote(on=DAY, right=tuple(f"b{i}" for i in range(30)))})
    save_marks(open_vault(tmp_path), marks)
    assert load_marks(tmp_path / ".showme") == marks
    assert {draw_note(["a.md", "b.md", "c.md"], marks, seed) for seed in range(9)} == {"b.md"}
    assert (measure(marks).notes, measure(marks).recall) == (0, None)


def test_a_missed_thing_of_no_known_note_is_passed_over(tmp_path: Path) -> None:
    save_marks(open_vault(tmp_path), _marks(1, 0))
    path = tmp_path / ".showme" / "ledger" / "marks.toml"
    path.write_text(path.read_text() + '\n[missed-1]\nanswer = "missed"\nkind = "note"\non = 2026-11-23\n')
    assert load_marks(tmp_path / ".showme") == _marks(1, 0)


def test_sample_never_asks_twice_and_depends_on_the_seed() -> None:
    found = [_item(f"c-{i:03}") for i in range(60)]
    marked = Marks(findings={f"c-{i:03}": Mark(answer="right", kind="claim", on=DAY) for i in range(30)})
    one, two = draw_sample(found, marked, seed=1), draw_sample(found, marked, seed=2)
    assert len(one) == 20
    assert not {item.id for item in one} & marked.findings.keys()
    assert one != two
    assert one == draw_sample(list(reversed(found)), marked, seed=1)


def test_marks_come_back_as_they_were_saved(tmp_path: Path) -> None:
    marks = _marks(2, 1, _read(2, 3) | _read(0, 0, "people/André/2026-11-02"))
    save_marks(open_vault(tmp_path), marks)
    assert load_marks(tmp_path / ".showme") == marks


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

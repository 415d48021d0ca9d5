"""`ask` as a manager runs it, over the sample team."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.sample.copy import SAMPLE_DAY, copy_sample

ANSWERED = "Who holds the budget at Vexin?"
UNANSWERED = "What is the registration number of Giles Tarrant's Land Rover?"
PRIVATE = "What did Maureen's biopsy say?"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the sample team for all tests of this file."""
    root = tmp_path_factory.mktemp("ask") / "sample"
    copy_sample(root)
    return root


def run(sample: Path, *words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"SHOWME_VAULT": str(sample), "SHOWME_TODAY": SAMPLE_DAY, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tui.cli", "ask", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, env=environment, timeout=120)


def test_every_sentence_stands_in_its_lines(sample: Path) -> None:
    done = run(sample, ANSWERED, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["answered"] is True
    assert answer["model"] == "offline"
    assert any("Hurel" in sentence["text"] for sentence in answer["sentences"])
    for sentence in answer["sentences"]:
        assert sentence["evidence"]
        for line in sentence["evidence"]:
            rows = (sample / line["path"]).read_text(encoding="utf-8").split("\n")
            assert line["quote"] in "\n".join(rows[line["line_start"] - 1 : line["line_end"]])


def test_one_question_a_line_gives_one_answer_a_line(sample: Path) -> None:
    done = run(sample, "-", "--json", stdin=f"{ANSWERED}\n\n{UNANSWERED}\n")
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["question"] for answer in answers] == [ANSWERED, "", UNANSWERED]
    assert [answer["answered"] for answer in answers] == [True, False, False]
    assert answers[2]["sentences"] == []


def test_the_notes_do_not_say_is_no_fault(sample: Path) -> None:
    done = run(sample, UNANSWERED)
    assert (done.returncode, done.stdout) == (0, "The notes do not say.\n")


def test_nothing_private_is_shown(sample: Path) -> None:
    done = run(sample, PRIVATE, "--person", "Bob", "--json")
    assert done.returncode == 0, done.stderr
    assert "malignant" not in done.stdout
    assert "biopsy came" not in done.stdout


def test_a_private_question_is_left_with_a_sentence(sample: Path) -> None:
    done = run(sample, "why is Gareth signed off?", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Private matters are not answered from.\n", "")
    answer = json.loads(run(sample, "why is Gareth signed off?", "--json").stdout)
    assert (answer["answered"], answer["sentences"]) == (False, [])


def test_somebody_unknown_is_one_sentence(sample: Path) -> None:
    done = run(sample, ANSWERED, "--person", "Nobody Atall")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Nobody in the notes answers to" in done.stderr

"""Twenty sudden deaths; `python -m tests.capture.killing 200` does two hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.capture import killing


def test_nothing_is_lost_when_it_is_killed(capsys: pytest.CaptureFixture[str]) -> None:
    assert killing.main(20) == 0, capsys.readouterr().out


def test_what_came_is_on_the_disk_while_the_pipe_is_open(tmp_path: Path) -> None:
    assert killing.kill_while_the_pipe_is_open(tmp_path, seed=3) == []

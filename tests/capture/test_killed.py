"""Twenty sudden deaths; `python -m tests.capture.killing 200` does two hundred."""

from __future__ import annotations

import pytest

from tests.capture import killing


def test_nothing_is_lost_when_it_is_killed(capsys: pytest.CaptureFixture[str]) -> None:
    assert killing.main(20) == 0, capsys.readouterr().out

"""Which questions come first: the manager's own promise, a stuck deal, something that went well."""

from __future__ import annotations

from assistant.brief.chain import Candidate
from assistant.brief.matters import Matter
from assistant.brief.questions import FIRST, varied
from assistant.library.load import load_library
from assistant.models import Evidence, Question

BANK = [question for question in load_library().questions if question.audience == "seller"]


def _candidate(number: int, kind: str, score: float, deal: str | None = None) -> Candidate:
    evidence = Evidence(path="people/Ana Ruiz.md", line_start=number + 1, line_end=number + 1, quote=f"line {number}")
    bank = BANK[number]
    question = Question(id=bank.id, text=f"{kind}?", principle=bank.principle, why="w", listen_for="l", follow_up="f")
    return Candidate(question, bank, Matter(kind, kind, score, (evidence,), deal), score)


CLAIMS = [_candidate(n, "unshown-claim", 0.9) for n in range(8)]
OWN = _candidate(20, "own-promise-overdue", 0.01)
STUCK = _candidate(21, "slipped-deal", 0.01, "Mardle")
GOOD = _candidate(22, "bright-spot", 0.01)


def test_what_matters_has_its_place_however_low_its_score() -> None:
    first = [question.text for question in varied([*CLAIMS, OWN, STUCK, GOOD])[:FIRST]]
    assert "own-promise-overdue?" in first[:2]
    assert "slipped-deal?" in first
    assert "bright-spot?" in first


def test_a_stuck_deal_that_is_asked_about_already_takes_no_second_place() -> None:
    asked = _candidate(23, "contradicted-claim", 0.99, "Mardle")
    first = [question.text for question in varied([*CLAIMS, asked, STUCK])[:FIRST]]
    assert "contradicted-claim?" in first
    assert "slipped-deal?" not in first

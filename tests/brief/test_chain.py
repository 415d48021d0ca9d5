"""The chain from a matter to a question: what it says chose the question is what did."""

from __future__ import annotations

from datetime import date

from assistant.brief.chain import build_chain
from assistant.brief.matters import note_matter
from assistant.library.load import load_library
from assistant.models import Evidence, Hit, NoteKind, Passage, Person

TODAY = date(2026, 11, 23)


def _hit(path: str, line: int, text: str, score: float) -> Hit:
    evidence = Evidence(path=path, line_start=line, line_end=line, quote=text, date=TODAY)
    passage = Passage(id=f"{path}:{line}", path=path, line_start=line, line_end=line, text=text, kind=NoteKind.CALL)
    return Hit(passage=passage, score=score, evidence=evidence)


def test_a_question_about_a_note_is_traced_to_that_note() -> None:
    led = _hit("calls/2026-11-12 Mott.md", 3, "Mott: their plant manager counts the stops by hand", 0.7)
    nearer = _hit("calls/2026-10-01 Mott.md", 9, "Mott: the plant manager counts stops by hand, as ever", 0.9)
    matter = note_matter("value-story", led, "Mott", Person(id="ana-ruiz", name="Ana Ruiz"), TODAY)
    for found in ([nearer], [nearer, led.model_copy(update={"score": 0.8})]):
        run = build_chain(load_library(), lambda _, hits=found: hits, lambda _: {"value-story": 1.0}, {})
        [candidates] = run([matter])
        assert candidates
        for candidate in candidates:
            assert "calls/2026-11-12 Mott.md:3 (passage" in candidate.question.trace
            assert candidate.question.evidence == (led.evidence,)

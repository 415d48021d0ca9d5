"""The same words said again later are another thing: its own id, and no decision of the first one's."""

from __future__ import annotations

from contextlib import closing
from datetime import date as Date
from pathlib import Path

import pytest

from assistant import deciding
from assistant.check import findings_to_mark
from assistant.errors import ShowMeError
from assistant.ledger.barred import barred_by
from assistant.ledger.decisions import Decision, Decisions, decided_findings
from assistant.ledger.ids import finding_id, word_id, word_target
from assistant.ledger.ledger import build_ledger
from assistant.models import BrightSpotFinding, Claim, Commitment, Evidence, Findings, Ledger, PromiseFinding
from assistant.reading.note import read_note
from assistant.reading.reader import open_reading_model
from assistant.workspace import Workspace
from tests.reading.team import CONTEXT, SELLER, note

DECK = "- [ ] I'll send her the deck"
KEPT = "- [x] I'll send her the deck"
FIRST, MIDDLE, AGAIN = Date(2026, 10, 5), Date(2026, 10, 12), Date(2026, 10, 19)
TODAY = Date(2026, 10, 26)


def ledger(notes: dict[Date, str], decisions: Decisions | None = None, folder: str = "Nina Okoro") -> Ledger:
    findings = []
    for day, text in notes.items():
        section = note(text, day=day, path=f"people/{folder}/{day}.md")
        findings.append(read_note(section.path, [section], CONTEXT))
    judge = open_reading_model().weigh_pairs
    return build_ledger(findings, SELLER, deals=(), decisions=decisions or {}, today=TODAY, judge=judge)


def standing(found: Ledger) -> list[tuple[str, str]]:
    return [(item.id, item.status) for item in found.commitments]


def test_a_promise_given_again_after_it_was_kept_has_an_id_of_its_own() -> None:
    notes = {FIRST: KEPT, AGAIN: DECK}
    (first, done), (second, still) = standing(ledger(notes))
    assert (done, still) == ("done", "open")
    assert second == f"{first}-2"
    assert standing(ledger(notes, folder="N. Okoro")) == [(first, "done"), (second, "open")]
    moved = {FIRST: f"The plan came.\n\n{KEPT}", MIDDLE: "Nothing new.", AGAIN: f"{DECK}\nAldermoor is quiet."}
    assert [name for name, _ in standing(ledger(moved))][:2] == [first, second]
    sampled = [item.id for item in findings_to_mark([ledger(notes)])]
    assert len(sampled) == len(set(sampled))


def test_done_is_said_of_the_promise_that_was_there_and_of_no_later_one() -> None:
    ((first, _),) = standing(ledger({FIRST: DECK}))
    done: Decisions = {first: (Decision(verb="done", on=MIDDLE),)}
    assert standing(ledger({FIRST: DECK}, done)) == [(first, "done")]
    assert standing(ledger({FIRST: DECK, AGAIN: DECK}, done)) == [(first, "done"), (f"{first}-2", "open")]
    both = done | {f"{first}-2": (Decision(verb="done", on=TODAY),)}
    assert standing(ledger({FIRST: DECK, AGAIN: DECK}, both)) == [(first, "done"), (f"{first}-2", "done")]


def test_a_promise_given_after_the_decision_stays_open_where_the_first_note_is_gone() -> None:
    ((first, _),) = standing(ledger({FIRST: DECK}))
    done: Decisions = {first: (Decision(verb="done", on=MIDDLE),)}
    assert standing(ledger({AGAIN: DECK}, done)) == [(first, "open")]


def test_said_again_before_the_decision_is_the_same_promise() -> None:
    ((first, _),) = standing(ledger({FIRST: DECK, MIDDLE: DECK}))
    done: Decisions = {first: (Decision(verb="done", on=AGAIN),)}
    assert standing(ledger({FIRST: DECK, MIDDLE: DECK}, done)) == [(first, "done")]


def test_what_was_put_right_of_one_promise_is_not_put_into_a_later_one() -> None:
    def promise(day: Date) -> PromiseFinding:
        evidence = Evidence(path=f"{day}.md", line_start=1, line_end=1, quote="Nina sends the plan by Friday", date=day)
        return PromiseFinding(person=SELLER, owner="report", text=evidence.quote, evidence=evidence)

    first, again = promise(FIRST), promise(AGAIN)
    words = {finding_id(first): (Decision(verb="confirmed", on=FIRST, due=Date(2026, 10, 9)),)}
    found = decided_findings([Findings(path="a.md", promises=(first, again))], words)
    assert [item.due for item in found[0].promises] == [Date(2026, 10, 9), None]


def test_what_a_line_says_of_a_repeat_is_refused_by_its_own_id() -> None:
    line = Evidence(path="a.md", line_start=1, line_end=1, quote="the deck went out", date=TODAY)
    name = word_id("p-6fdd4eb4-2", line)
    assert word_target(name) == "6fdd4eb4-2"
    barred = barred_by({name: (Decision(verb="refused", on=TODAY),)})
    assert barred.is_refused("p-6fdd4eb4-2", line)
    assert not barred.is_refused("p-6fdd4eb4", line)


def test_a_bright_spot_in_the_same_words_is_one_with_both_places() -> None:
    def spot(day: Date) -> BrightSpotFinding:
        evidence = Evidence(path=f"{day}.md", line_start=1, line_end=1, quote="She ran the demo alone", date=day)
        return BrightSpotFinding(person=SELLER, text=evidence.quote, strength=0.9, evidence=evidence)

    found = [Findings(path=f"{day}.md", bright_spots=(spot(day),)) for day in (FIRST, AGAIN)]
    judge = open_reading_model().weigh_pairs
    [bright] = build_ledger(found, SELLER, deals=(), decisions={}, today=TODAY, judge=judge).bright_spots
    assert [line.date for line in bright.evidence] == [AGAIN, FIRST]


def test_done_closes_the_one_that_was_named(tmp_path: Path) -> None:
    folder = tmp_path / "people" / "Nina Okoro"
    folder.mkdir(parents=True)
    for day, text in ((FIRST, KEPT), (AGAIN, DECK)):
        (folder / f"{day}.md").write_text(f"# 1:1 Nina, {day}\n\n{text}\n", encoding="utf-8")
    with closing(Workspace(tmp_path, today=TODAY)) as workspace:
        first, second = deciding.commitments(workspace)
        assert (first.status, second.status) == ("done", "open")
        with pytest.raises(ShowMeError, match="repeats the words"):
            deciding.refuse(workspace, [second.id])
        closed: Claim | Commitment = deciding.decide(workspace, second.id, Decision(verb="done", on=TODAY))
        assert (closed.id, closed.status) == (second.id, "done")
        assert [item.evidence[0].date for item in deciding.commitments(workspace)] == [FIRST, AGAIN]
    assert "[x]" in (folder / f"{AGAIN}.md").read_text(encoding="utf-8")

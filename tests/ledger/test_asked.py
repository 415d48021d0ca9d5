"""Questions of written briefs: numbered, marked, learnt from."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant.errors import ShowMeError
from assistant.ledger.asked import (
    Asked,
    Outcome,
    latest_questions,
    load_asked,
    mark_asked,
    questions_path,
    remember_brief,
)
from assistant.ledger.learnt import ENOUGH, resting, yields
from assistant.models import Brief, PersonRef, Question
from assistant.vault.vault import Vault, open_vault

DAY = date(2026, 11, 24)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An empty vault."""
    return open_vault(tmp_path)


def brief_of(*ids: str, day: date = DAY) -> Brief:
    questions = tuple(
        Question(
            id=i, text=f"What about {i}?", principle="enable-coach", why="", listen_for="", follow_up="", about="note"
        )
        for i in ids
    )
    return Brief(person=PersonRef(id="jo-may", name="Jo May"), date=day, questions=questions)


def used(kind: str, *outcomes: Outcome | None) -> list[Asked]:
    return [
        Asked(person="jo-may", brief=DAY, number=n, question=f"{kind}-{n}", kind=kind, text="?", outcome=outcome)
        for n, outcome in enumerate(outcomes, 1)
    ]


def test_questions_are_numbered_as_written(vault: Vault) -> None:
    remember_brief(vault, brief_of("a", "b", "c"), 2, {})
    assert [(a.number, a.question) for a in load_asked(vault.state)] == [(1, "a"), (2, "b")]


def test_a_later_brief_of_the_day_takes_the_place(vault: Vault) -> None:
    remember_brief(vault, brief_of("a", "b"), 5, {})
    remember_brief(vault, brief_of("b", "c"), 5, {})
    assert [a.question for a in latest_questions(load_asked(vault.state), "jo-may")] == ["b", "c"]


def test_what_came_of_it_is_kept(vault: Vault) -> None:
    remember_brief(vault, brief_of("a", "b"), 5, {})
    marked = mark_asked(vault, "jo-may", {2: "shown"})
    assert [(a.number, a.outcome) for a in marked] == [(1, None), (2, "shown")]
    assert load_asked(vault.state) == marked


def test_a_number_of_a_later_brief_of_the_day_means_its_own_question(vault: Vault) -> None:
    remember_brief(vault, brief_of("a", "b"), 5, {})
    mark_asked(vault, "jo-may", {1: "shown", 2: "nothing"})
    remember_brief(vault, brief_of("c", "b", "d"), 5, {})
    marked = mark_asked(vault, "jo-may", {1: "commitment"})
    assert [(a.number, a.question, a.outcome) for a in marked] == [
        (1, "c", "commitment"),
        (2, "b", "nothing"),
        (3, "d", None),
    ]
    said = [(a.question, a.outcome) for a in load_asked(vault.state) if a.outcome]
    assert said == [("a", "shown"), ("c", "commitment"), ("b", "nothing")]


def test_a_question_from_the_knowledge_base_has_a_number_too(vault: Vault) -> None:
    brief = brief_of("a", "b")
    first = brief.questions[0].model_copy(update={"basis": "knowledge"})
    remember_brief(vault, brief.model_copy(update={"questions": (first, brief.questions[1])}), 5, {})
    assert [(a.number, a.outcome) for a in mark_asked(vault, "jo-may", {1: "nothing"})] == [(1, "nothing"), (2, None)]


def test_both_sides_of_a_merge_are_read(vault: Vault, tmp_path: Path) -> None:
    other = open_vault(tmp_path / "other")
    for one, ids, marks in ((vault, ("a", "b"), {2: "shown"}), (other, ("c", "b"), {1: "commitment", 2: "nothing"})):
        remember_brief(one, brief_of(*ids), 5, {})
        mark_asked(one, "jo-may", marks)
    path = questions_path(vault.state)
    ours, theirs = path.read_text("utf-8"), questions_path(other.state).read_text("utf-8")
    path.write_text(f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> desk\n", encoding="utf-8")
    known = load_asked(vault.state)
    assert [(a.number, a.question, a.outcome) for a in known] == [
        (1, "a", None),
        (2, "b", "nothing"),
        (3, "c", "commitment"),
    ]
    mark_asked(vault, "jo-may", {1: "nothing"})
    assert "<<<" not in path.read_text("utf-8")


def test_a_wrong_number_is_named(vault: Vault) -> None:
    with pytest.raises(ShowMeError, match="No brief"):
        mark_asked(vault, "jo-may", {1: "shown"})
    remember_brief(vault, brief_of("a"), 5, {})
    with pytest.raises(ShowMeError, match="no question 7"):
        mark_asked(vault, "jo-may", {7: "shown"})


def test_nothing_is_learnt_from_too_few(vault: Vault) -> None:
    few = yields(used("note", *["shown"] * (ENOUGH - 1)), "jo-may")["note"]
    assert few.factor == 1.0
    assert "too few to tell" in few.describe("note")


def test_a_kind_that_leads_somewhere_ranks_higher() -> None:
    known = used("note", *["commitment"] * 8, "nothing", "nothing") + used("claim", "shown", *["nothing"] * 9)
    found = yields(known, "jo-may")
    assert found["note"].factor > 1 > found["claim"].factor
    assert "led somewhere 8 of 10" in found["note"].describe("note")


def test_not_asked_is_no_use() -> None:
    assert yields(used("note", "not-asked", None), "jo-may") == {}


def test_a_question_rests_and_comes_back() -> None:
    known = used("note", "nothing", "not-asked")
    assert resting(known, "jo-may", DAY + timedelta(days=7)) == {"note-1"}
    assert resting(known, "jo-may", DAY + timedelta(days=90)) == frozenset()
    unsaid = used("note", None)
    assert resting(unsaid, "jo-may", DAY) == frozenset()
    assert resting(unsaid, "jo-may", DAY + timedelta(days=1)) == {"note-1"}

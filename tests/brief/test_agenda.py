"""The agenda: deals apart from coaching, and always what stands on the page."""

from __future__ import annotations

from datetime import date

from assistant.brief.agenda import MEETING_MINUTES, plan_agenda
from assistant.models import Brief, FollowUp, PersonRef, Question, ShowMe
from tui.draft import Draft

PRINCIPLES = (
    "governance-show-me",
    "value-story",
    "governance-show-me",
    "enable-coach",
    "value-story",
    "objection-plays",
)
QUESTIONS = tuple(
    Question(id=f"q-{n}", text=f"Question {n}?", principle=name, why="w", listen_for="l", follow_up="f")
    for n, name in enumerate(PRINCIPLES)
)
REQUESTS = tuple(
    ShowMe(
        claim_id=f"c-{n}",
        claim="c",
        kind="budget",
        status="claimed",
        request=f"Request {n}?",
        artefact="mail",
        evidence=(),
    )
    for n in range(4)
)
PROMISE = FollowUp(id="p-1", owner="manager", text="the price list", evidence=())


def _topics(requests: tuple[ShowMe, ...], questions: tuple[Question, ...]) -> list[str]:
    blocks = plan_agenda("Ana Ruiz", (), (PROMISE,), requests, questions)
    assert sum(block.minutes for block in blocks) == MEETING_MINUTES
    return [block.topic for block in blocks]


def test_questions_that_ask_to_be_shown_belong_to_the_deals() -> None:
    topics = _topics(REQUESTS, QUESTIONS)
    deals = "Deals, at most 8 minutes: look at 3 things together and 2 questions about what there is to see"
    assert topics[2:4] == [deals, "Coaching, no deal inspection: value story and enable coach"]


def test_without_anything_to_see_there_is_no_block_for_it() -> None:
    assert not [topic for topic in _topics((), (QUESTIONS[1],)) if topic.startswith("Deals")]
    assert "Deals, at most 8 minutes: 1 question about what there is to see" in _topics((), (QUESTIONS[0],))


def test_dropped_and_swapped_items_change_the_agenda_of_a_draft() -> None:
    planned = plan_agenda("Ana Ruiz", (), (PROMISE,), REQUESTS[:3], QUESTIONS)
    brief = Brief(
        person=PersonRef(id="ana-ruiz", name="Ana Ruiz"),
        date=date(2026, 11, 23),
        follow_ups=(PROMISE,),
        show_me=REQUESTS[:3],
        questions=QUESTIONS,
        agenda=planned,
    )
    draft = Draft(brief)
    draft.drop("show_me", 0)
    draft.drop("follow_ups", 0)
    draft.swap("questions", 3)
    topics = [block.topic for block in draft.as_brief().agenda]
    assert not any(topic.startswith("Promises") for topic in topics)
    assert any("look at 2 things together" in topic for topic in topics)
    assert "Coaching, no deal inspection: value story and objection plays" in topics

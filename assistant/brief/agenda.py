"""Thirty minutes: his topics first, deals in a capped block of their own, most of the time for coaching."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.brief.render import SHOWN_PROMISES, SHOWN_QUESTIONS, SHOWN_REQUESTS
from assistant.brief.words import clip, listed
from assistant.models import AgendaItem, FollowUp, Question, ShowMe, Topic

MEETING_MINUTES = 30
DEAL_MINUTES = 8
"""The cap on inspecting deals, so that the meeting stays a one-on-one."""
_INSPECTING = "governance-show-me"
"""Questions of this principle ask to be shown something: they belong to the deals, whatever else stands in them."""
_THEMES = 3


def plan_agenda(
    name: str,
    topics: Sequence[Topic],
    follow_ups: Sequence[FollowUp],
    show_me: Sequence[ShowMe],
    questions: Sequence[Question],
) -> tuple[AgendaItem, ...]:
    """Blocks that add up to thirty minutes, from what stands on the page; what has no matter gives its minutes to coaching."""
    follow_ups, show_me, questions = (
        follow_ups[:SHOWN_PROMISES],
        show_me[:SHOWN_REQUESTS],
        questions[:SHOWN_QUESTIONS],
    )
    first = name.split(" ", maxsplit=1)[0]
    brought = listed([clip(topic.text, 12) for topic in topics]) if topics else "ask first, then listen"
    blocks = [AgendaItem(minutes=8 if topics else 5, topic=f"What {first} brings: {brought}")]
    mine = sum(item.owner == "manager" for item in follow_ups)
    if follow_ups:
        blocks.append(
            AgendaItem(minutes=5, topic=f"Promises: yours first ({mine}), then the others ({len(follow_ups) - mine})")
        )
    inspecting = sum(question.principle == _INSPECTING for question in questions)
    if show_me or inspecting:
        at_hand = [f"look at {_counted(len(show_me), 'thing')} together"] if show_me else []
        at_hand += [_counted(inspecting, "question") + " about what there is to see"] if inspecting else []
        topic = f"Deals, at most {DEAL_MINUTES} minutes: {listed(at_hand)}"
        blocks.append(AgendaItem(minutes=DEAL_MINUTES, topic=topic))
    coached = [question.principle for question in questions if question.principle != _INSPECTING]
    themes = [principle.replace("-", " ") for principle in dict.fromkeys(coached)][:_THEMES]
    closing = AgendaItem(minutes=3, topic="Who does what by when, each in their own words")
    spent = sum(block.minutes for block in blocks) + closing.minutes
    coaching = "Coaching, no deal inspection" + (f": {listed(themes)}" if themes else "")
    return (*blocks, AgendaItem(minutes=MEETING_MINUTES - spent, topic=coaching), closing)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"

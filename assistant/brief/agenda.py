"""Thirty minutes: his topics first, deals in a capped block of their own, most of the time for coaching."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.brief.words import clip, listed
from assistant.models import AgendaItem, FollowUp, Question, ShowMe, Topic

MEETING_MINUTES = 30
DEAL_MINUTES = 8
"""The cap on inspecting deals, so that the meeting stays a one-on-one."""


def plan_agenda(
    name: str,
    topics: Sequence[Topic],
    follow_ups: Sequence[FollowUp],
    show_me: Sequence[ShowMe],
    questions: Sequence[Question],
) -> tuple[AgendaItem, ...]:
    """Blocks that add up to thirty minutes; what has no matter gives its minutes to coaching."""
    first = name.split(" ", maxsplit=1)[0]
    brought = listed([clip(topic.text, 12) for topic in topics]) if topics else "ask first, then listen"
    blocks = [AgendaItem(minutes=8 if topics else 5, topic=f"What {first} brings: {brought}")]
    mine = sum(item.owner == "manager" for item in follow_ups)
    if follow_ups:
        blocks.append(
            AgendaItem(minutes=5, topic=f"Promises: yours first ({mine}), then the others ({len(follow_ups) - mine})")
        )
    if show_me:
        count = min(len(show_me), 3)
        things = f"{count} thing{'s' if count > 1 else ''}"
        blocks.append(
            AgendaItem(
                minutes=DEAL_MINUTES,
                topic=f"Deals, at most {DEAL_MINUTES} minutes: look at {things} together",
            )
        )
    themes = list(dict.fromkeys(question.principle.replace("-", " ") for question in questions[:3]))
    closing = AgendaItem(minutes=3, topic="Who does what by when, each in his own words")
    spent = sum(block.minutes for block in blocks) + closing.minutes
    coaching = "Coaching, no deal inspection" + (f": {listed(themes)}" if themes else "")
    return (*blocks, AgendaItem(minutes=MEETING_MINUTES - spent, topic=coaching), closing)

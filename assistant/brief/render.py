"""A brief as Markdown that reads well on one page of paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date

from assistant.brief.words import ago, clip, day
from assistant.models import Brief, Evidence, FollowUp, Question, ShowMe

SHOWN_REQUESTS = 3
SHOWN_QUESTIONS = 5
SHOWN_PROMISES = 8
SHOWN_SPOTS = 2


def render_markdown(brief: Brief, *, with_why: bool = False) -> str:
    """The brief, its first few items a section, the rest counted; ends with what it was made from."""
    today = brief.date
    lines = ["---", "showme: brief", f"person: {brief.person.name}", f"date: {today.isoformat()}", "---", ""]
    lines += [f"# One-on-one with {brief.person.name} · {day(today)} {today.year}", ""]
    lines += [*[f"> {warning}" for warning in brief.warnings], ""] if brief.warnings else []
    first = brief.person.name.split(" ", maxsplit=1)[0]
    topics = [f"- {topic.text} {cite(topic.evidence, today)}".rstrip() for topic in brief.topics]
    lines += _section(f"What {first} brings", topics)
    lines += _section(since_title(brief), [f"- {text}" for text in brief.since_last])
    lines += _promises(brief.follow_ups, brief.person.name, today)
    lines += _requests(brief.show_me, today)
    lines += _questions(brief.questions, today, with_why)
    spots = [f"- {spot.text} {cite(spot.evidence, today)}".rstrip() for spot in brief.bright_spots[:SHOWN_SPOTS]]
    lines += _section("Went well", spots)
    lines += _section(
        "In the mirror", [f"- {item.text} {cite(item.evidence, today)}".rstrip() for item in brief.mirror]
    )
    agenda = [f"- {item.minutes} min · {item.topic}" for item in brief.agenda]
    lines += _section(f"Agenda, {sum(item.minutes for item in brief.agenda)} minutes", agenda)
    lines += ["---", "", _made_from(brief), ""]
    return "\n".join(lines)


def cite(evidence: Sequence[Evidence], today: Date) -> str:
    """Where it stands, for paper: `(calls/2026-10-22 … .md:2)`, and how often else it was seen."""
    if not evidence:
        return ""
    first = evidence[0]
    again = [day(item.date, today) for item in evidence[1:3] if item.date]
    also = f"; also {', '.join(again)}" if again else ""
    return f"`{first.path}:{first.line_start}`{also}"


def since_title(brief: Brief) -> str:
    """Since when the lines below it tell."""
    last = brief.last_one_on_one
    return f"Since last time, {day(last, brief.date)} ({ago(last, brief.date)})" if last else "Since last time"


def _section(title: str, body: list[str]) -> list[str]:
    return [f"## {title}", "", *body, ""] if body else []


def _promises(items: Sequence[FollowUp], name: str, today: Date) -> list[str]:
    first = name.split(" ", maxsplit=1)[0]
    body: list[str] = []
    for owner, title in (("manager", "You"), ("report", first), ("other", "Others")):
        for item in items[:SHOWN_PROMISES]:
            if item.owner == owner:
                due = f" · due {day(item.due, today)}" if item.due else ""
                late = " · **overdue**" if item.overdue else ""
                body.append(
                    f"- [ ] **{title}**: {clip(item.text, 22)}{due}{late} {cite(item.evidence, today)}".rstrip()
                )
    return _section("Promises, yours first", body + _rest(items, SHOWN_PROMISES))


def _requests(items: Sequence[ShowMe], today: Date) -> list[str]:
    body = []
    for number, item in enumerate(items[:SHOWN_REQUESTS], 1):
        seen, against = _both(item)
        body += [f"{number}. {item.request}", f"   *{clip(item.claim, 22)}* {cite(seen, today)}".rstrip()]
        body += [f"   Against it: *{clip(line.quote, 22)}* {cite([line], today)}" for line in against]
    return _section("Show me", body + _rest(items, SHOWN_REQUESTS))


def _both(item: ShowMe) -> tuple[Sequence[Evidence], Sequence[Evidence]]:
    """Where it was said, and what speaks against it: of a contradicted claim the second line."""
    if item.status != "contradicted":
        return item.evidence, ()
    return (*item.evidence[:1], *item.evidence[2:]), item.evidence[1:2]


def _questions(items: Sequence[Question], today: Date, with_why: bool) -> list[str]:
    body = []
    for number, item in enumerate(items[:SHOWN_QUESTIONS], 1):
        source = cite(item.evidence, today) or "from the knowledge base, no note yet"
        body += [f"{number}. **{item.text}**", f"   {item.principle} · {item.why} {source}"]
        body.append(f"   Listen for: {item.listen_for} Then: {item.follow_up}")
        if with_why and item.trace:
            body.append(f"   Chosen by: {item.trace}")
    return _section("Questions", body + _rest(items, SHOWN_QUESTIONS))


def _rest(items: Sequence[object], shown: int) -> list[str]:
    return [f"- … {len(items) - shown} more in the app and in `--json`"] if len(items) > shown else []


def _made_with(brief: Brief) -> str:
    done = brief.tailoring
    if brief.model == "offline" or done is None:
        return "offline, without a language model,"
    repaired = f", {done.repaired} of them at the second try" if done.repaired else ""
    return f"with {brief.model}: {done.adapted + done.drafted} items tailored{repaired}, {done.replaced} stand as they are offline;"


def _made_from(brief: Brief) -> str:
    how = _made_with(brief)
    text = f"Made {how} from {brief.notes_read} note{'' if brief.notes_read == 1 else 's'}."
    if brief.notes_unread:
        names = ", ".join(f"{fault.path} ({fault.reason})" for fault in brief.notes_unread[:3])
        more = f" and {len(brief.notes_unread) - 3} more" if len(brief.notes_unread) > 3 else ""
        text += f" Not read, or only in part: {names}{more}."
    return f"{text} {brief.quality_line}".rstrip()

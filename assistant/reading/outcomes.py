"""Lines that say what became of something promised: it came, it was called off, it has a new day, it is still to come."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import Literal

from assistant.models import OutcomeFinding, Section
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.dates import resolve_due
from assistant.reading.masked import mask
from assistant.reading.sense import open_sense

Outcome = Literal["done", "cancelled", "postponed", "outstanding"]

_SHORT_LINE = 240
"""A line of fewer characters is read whole: what came and what it was may stand in two of its sentences."""
_POSTPONED = re.compile(
    r"\b(?:half (?:done|ready|finished)|another (?:week|day|month|two)|wants? (?:more time|until|till)|needs? (?:more time|until|till)|asked for (?:more|another|patience)|not before|"
    r"made it|rather|so (?:march|april|may|june|july|january|february) it is|now (?:on )?(?:mon|tue|wed|thu|fri|the \d|end|coming|next)\w*|moved (?:it )?to|new date|instead|more time|push(?:ed)? (?:it )?(?:back )?to|shift(?:ed)? to|postpone[d]? (?:to|until)|reschedul\w+|delayed (?:to|until)|"
    r"extend(?:ed)?|slips? to|slipped to|renegotiated|now (?:by|due)|agreed (?:a )?new|verschoben|verzet|will be \w+ (?:by|instead))\b|\bagreed \d{1,2}[/.]\d"
)
_OUTSTANDING = re.compile(
    r"\b(?:still (?:owes?|outstanding|open|waiting|to come|not|to do|missing|due|needs?|pending|no)|hasn't|haven't|has not|have not|had not|hadn't|didn't (?:do|send|come|get|happen|bring)|"
    r"did not (?:do|send|come|get|happen|bring)|never (?:came|sent|got|arrived|did|happened)|not (?:here|there|come|in yet|in the|yet|done|sent|received|arrived|happened|been|booked|finished|started)|nothing (?:yet|sent|to tell|from|came|new|so far)|"
    r"no sign|missing|was due|were due|overdue|reminded me|reminds me|keeps asking|asked again|still nothing|wks? late|weeks? late|days? late|late(?:,| again)|i owe|owe (?:him|her|you)|owes me|not (?:had|got|seen) (?:it|the|any)|nog niet|noch nicht|"
    r"no (?:map|plan|list|draft|summary|answer|reply|news) (?:yet|so far|from)|forgot(?:ten)?|my bad|not (?:come|in) (?:either|yet))\b"
)
_CANCELLED = re.compile(
    r"\b(?:cancel\w*|call(?:ed|s|ing)? off|is off|was off|are off|dropped|drop it|no longer|scrapp?ed|not need(?:ed)? any ?more|doesn't need|don't need|moot|withdrawn|withdrew|"
    r"falls away|fell away|let it go|off the list|off both|abandon\w*|shelved|superseded|not happening|won't happen|geht nicht mehr|vervalt|entfallt|killed)\b"
)
_DONE = re.compile(
    r"\b(?:came|arrived|turned up|landed|got (?:it|them|the|his|her|that)|received|has (?:it|them|the|had)|he's had|she's had|sent|done|did it|did (?:the|his|her|that|this)|deliver(?:ed|s)|went (?:out|to|over|in|thru|through)|is up|are up|on the (?:wiki|drive|share)|"
    r"reached|met|booked|passed (?:it )?on|is in(?! place)|are in|are gone|is gone|gone from|redone|finished|completed|closed out|in the diary|in my inbox|handed (?:over|in)|signed off|watched|read (?:it|the|his|her)|used it|"
    r"happened|took place|was on the|kept|sorted|fixed|answered|mailed|emailed|forwarded|shared|showed (?:me|us|it)|brought|wrote|written|updated|uploaded|posted|ran (?:it|the)|gave (?:me|him|her|us)|introduced|as promised|ticked|erledigt|gedaan|gemaakt|"
    r"presented|recorded|rang|called|spoke|raised|talked to|checked|out w/|out with|cleared|is live|attended|went through|there now|have it|got back|i have (?:it|the|his|her)|off the list|logged|entered|filled in)\b|✓|✅|\[done\]"
)
_FUTURE = re.compile(
    r"\b(?:'ll|will|going to|to be|by (?:mon|tue|wed|thu|fri|eo|end|next)|wants to|should|could|would|can't wait)\b"
)
_QUESTION = re.compile(r"\?\s*(?:[\"”')]|$)")


_ALL_DONE = re.compile(
    r"\b(?:all|both|every one)\b(?: \w+){0,2} (?:actions?|action items|promises|points|to-?dos|tasks|homework|items|agreements)\b.*\b(?:done|ticked|kept|complete\w*|closed|came)\b"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|got) (?:\w+ly )?\w{2,}(?:ed|nt|en|ne|wn|de|ld|ught)\b|\b(?:isn't happening|have (?:spoken|talked|written|asked))\b"
)
_TICK = re.compile(r"[✓✔✅☑]|\[done\]|\(done\)")
_CLOSED_AT = 0.12
"""From this chance on a line may close a promise with which it has much in common."""


def read_outcome(clause: Clause, section: Section, context: ReadingContext) -> OutcomeFinding | None:
    """What a clause says became of an earlier promise; which promise it was is for the ledger to find."""
    plain = clause.plain
    if _QUESTION.search(plain):
        return None
    own = own_person(section)
    person = own or next((m.people[0] for m in context.roster.mentions(clause.line_text) if len(m.people) == 1), None)
    if person is None:
        return None
    outcome, due, is_sure = _kind(plain, clause, section, context)
    if outcome is None:
        return None
    return OutcomeFinding(
        person=person,
        outcome=outcome,
        is_sure=is_sure,
        is_of_all=outcome == "done" and bool(_ALL_DONE.search(plain)),
        text=clause.line_text.strip() if len(clause.line_text) < _SHORT_LINE else clause.text,
        due=due,
        deal=context.deal_at(clause.line_text, clause.start, clause.end, section),
        evidence=clause.evidence(),
    )


def _kind(
    plain: str, clause: Clause, section: Section, context: ReadingContext
) -> tuple[Outcome | None, Date | None, bool]:
    """What became of it, the new date, and whether a word of the line says so by itself."""
    if clause.box == "x" or _TICK.search(plain):
        return "done", None, True
    around = clause.plain_line if len(clause.line_text) < _SHORT_LINE else plain
    if clause.line_text.count("|") > 1:
        plain = around
    moved = bool(_POSTPONED.search(plain))
    behind = bool(_OUTSTANDING.search(plain))
    if section.date and (moved or behind) and (due := _new_date(around if behind else plain, section.date, context)):
        return "postponed", due, True
    if behind:
        return "outstanding", None, True
    if _CANCELLED.search(plain):
        return "cancelled", None, True
    if _FUTURE.search(plain):
        return None, None, False
    if _DONE.search(plain):
        return "done", None, True
    if _PASSIVE.search(plain):
        return "done", None, False
    tokens = mask(clause.text, own_person(section), context, section.date)
    if open_sense("outcomes").chances(tokens, ())["closed"] > _CLOSED_AT:
        return "done", None, False
    return None, None, False


def _new_date(plain: str, said_on: Date, context: ReadingContext) -> Date | None:
    """The last date that a line gives and that is still to come: `was due Friday, now the 13th`."""
    found = None
    while (due := resolve_due(plain, said_on, month_first=context.month_first)) is not None:
        if due.date >= said_on:
            found = due.date
        plain = plain[due.end :]
    return found

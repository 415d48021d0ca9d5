"""Lines that say what became of something promised: it came, it was called off, it has a new day, it is still to come."""

from __future__ import annotations

import re
from datetime import date as Date
from typing import Literal

from assistant.models import OutcomeFinding, Section
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.dates import resolve_due
from assistant.reading.subject import folded

Outcome = Literal["done", "cancelled", "postponed", "outstanding"]

_POSTPONED = re.compile(
    r"\b(?:moved (?:it )?to|new date|instead|more time|push(?:ed)? (?:it )?(?:back )?to|shift(?:ed)? to|postpone[d]? (?:to|until)|reschedul\w+|delayed (?:to|until)|"
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


def read_outcome(clause: Clause, section: Section, context: ReadingContext) -> OutcomeFinding | None:
    """What a clause says became of an earlier promise; which promise it was is for the ledger to find."""
    plain = folded(clause.text)
    if _QUESTION.search(plain):
        return None
    outcome = _kind(plain, clause, section, context)
    own = own_person(section)
    person = own or next((m.people[0] for m in context.roster.mentions(clause.line_text) if len(m.people) == 1), None)
    if outcome is None or person is None:
        return None
    due = None
    if outcome == "postponed" and section.date:
        due = _new_date(plain, section.date, context)
    return OutcomeFinding(
        person=person,
        outcome=outcome,
        text=clause.line_text.strip() if len(clause.line_text) < 240 else clause.text,
        due=due,
        deal=context.deal_of(clause.line_text, section),
        evidence=clause.evidence(),
    )


def _new_date(plain: str, said_on: Date, context: ReadingContext) -> Date | None:
    """The date that a line moves something to: the first after `moved to`, the last before `instead`."""
    match = _POSTPONED.search(plain)
    if match is None:
        return None
    start = 0 if match.group().strip() == "instead" else match.start()
    tail = plain[start:]
    found = None
    while (due := resolve_due(tail, said_on, month_first=context.month_first)) is not None:
        found = due.date
        if start:
            break
        tail = tail[due.end :]
    return found


def _kind(plain: str, clause: Clause, section: Section, context: ReadingContext) -> Outcome | None:
    if section.date and _POSTPONED.search(plain) and _new_date(plain, section.date, context):
        return "postponed"
    if _OUTSTANDING.search(plain):
        return "outstanding"
    if _CANCELLED.search(plain):
        return "cancelled"
    if _DONE.search(plain) and not (_FUTURE.search(plain) and clause.box != "x"):
        return "done"
    return None

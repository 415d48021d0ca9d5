"""After the meeting, a short mail: what each of us promised, by when, and what we look at next time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote

from assistant.brief.requests import show_me_requests
from assistant.brief.since import last_meeting
from assistant.brief.words import day
from assistant.capture.behind import is_for_the_seller
from assistant.capture.capture import found_in_note
from assistant.capture.found import Found
from assistant.capture.kept_recaps import FOLDER, keep_recap
from assistant.capture.tasks import Side, as_task
from assistant.errors import ShowMeError
from assistant.models import Claim, Evidence, NoteKind, Owner, Person, Value
from assistant.reading.context import ReadingContext
from assistant.reading.sensitive import are_fit_to_show, is_fit_to_show
from assistant.vault.folding import fold_word
from assistant.workspace import Workspace

_LOOK_AT = 3
Use = Literal["draft", "mail", "sent"]
"""What it is made for: to be read by the manager, to leave, or to be kept as what has left."""


class Recap(Value):
    """The mail, and where it is kept."""

    person: str
    name: str
    date: Date
    """The day of the meeting."""
    subject: str
    body: str
    note: str
    """Where it is kept, relative to the vault."""
    is_confirmed: bool
    """Whether it holds confirmed findings alone; else what it says was only found."""
    unconfirmed: tuple[str, ...] = ()
    """The ids of the findings in it, where none of them is confirmed yet."""
    withheld: int = 0
    """So many promises of the manager's speak about the person to others, or judge him, and are left out."""

    @property
    def mailto(self) -> str:
        """The mail as a link for the mail program."""
        return f"mailto:?subject={quote(self.subject)}&body={quote(self.body)}"


class _Said(NamedTuple):
    """A promise that was given or moved at the meeting."""

    finding: str
    owner: Owner
    text: str
    due: Date | None
    evidence: Evidence
    is_confirmed: bool
    is_older: bool
    """Given before the meeting: the day in its words is not the one that holds now."""


def recap(workspace: Workspace, name: str, use: Use = "draft", out: Path | None = None) -> Recap:
    """The recap of the newest one-on-one, kept in `recaps/`, and written to `out` too; once sent, it is the manager's own words.

    Raises ShowMeError when there is no one-on-one with a date, or when it is to leave and nothing of it is confirmed.
    """
    person = workspace.find_person(name)
    met, paths = _meeting(workspace, person)
    found = [found_in_note(workspace, path) for path in paths]
    said = [one for one in _said(found, person) if one.owner != "other"]
    told = {c.id: c for f in found for c in f.claims if c.person == person.id}
    is_any = any(one.is_confirmed for one in said) or any(c.standing == "confirmed" for c in told.values())
    kept = [one for one in said if one.is_confirmed or not is_any]
    seen = {name for name, claim in told.items() if claim.standing == "confirmed" or not is_any}
    open_claims = [claim for claim in workspace.ledger(person.id).claims if claim.id in seen]
    fit = are_fit_to_show([one.text for one in kept])
    shown = [one for one, is_fit in zip(kept, fit, strict=True) if is_fit and _is_for(workspace, person, one)]
    looks = _looks(workspace, person, open_claims)
    waiting = [] if is_any else [one.finding for one in shown] + [told[claim].finding for claim, _ in looks]
    if waiting and use != "draft":
        raise ShowMeError(
            f"Nothing of this recap is confirmed yet, so it does not go to {person.name}.",
            f"`showme confirm {' '.join(waiting)}` confirms all of it; `showme recap {person.name}` prints the draft.",
        )
    subject = f"Our one-on-one of {day(met)}"
    body = _body(person, met, shown, [text for _, text in looks], workspace.context)
    note, body = keep_recap(workspace.vault, person.name, met, subject, body, is_sent=use == "sent", out=out)
    return Recap(
        person=person.id,
        name=person.name,
        date=met,
        subject=subject,
        body=body,
        note=note,
        is_confirmed=not waiting,
        unconfirmed=tuple(waiting),
        withheld=sum(one.owner == "manager" and not _is_for(workspace, person, one) for one in kept),
    )


def _meeting(workspace: Workspace, person: Person) -> tuple[Date, Sequence[str]]:
    """The day of the newest one-on-one and its notes."""
    sections = workspace.catalog.sections_about(person.id)
    met = last_meeting(sections, person.id, workspace.today)
    if met is None:
        raise ShowMeError(f"There is no one-on-one with {person.name} yet.", "`showme capture` makes its note.")
    kinds = (NoteKind.ONE_ON_ONE, NoteKind.DAILY)
    paths = dict.fromkeys(
        s.path for s in sections if s.date == met and s.kind in kinds and person.id in s.people and _is_note(s.path)
    )
    return met, [*paths]


def _said(found: Sequence[Found], person: Person) -> list[_Said]:
    """What was promised at the meeting in the order of the notes, then what was moved or said again there."""
    given = [p for f in found for p in f.commitments if p.person == person.id]
    again = [m for f in found for m in f.moved if m.person == person.id and m.what in ("postponed", "outstanding")]
    here = {p.id for p in given}
    return [
        *[
            _Said(p.finding, p.owner, p.text, p.due, p.evidence[0], p.standing == "confirmed", is_older=False)
            for p in given
        ],
        *[
            _Said(m.finding, m.owner, m.text, _ahead(m.due, m.now), m.given, m.standing == "confirmed", is_older=True)
            for m in again
            if m.id not in here
        ],
    ]


def _ahead(due: Date | None, now: Evidence) -> Date | None:
    """A day that had passed already when the promise was said again is no day to name."""
    return None if due and now.date and due < now.date else due


def _is_for(workspace: Workspace, person: Person, said: _Said) -> bool:
    """Whether the person may read it, by the promise's words and by the sentence it stands in."""
    return said.owner == "other" or all(
        is_for_the_seller(words, said.owner, person, workspace.roster.people)
        for words in (said.text, said.evidence.quote)
    )


def _looks(workspace: Workspace, person: Person, claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """What is to be looked at next time, with the id of the claim."""
    requests = show_me_requests(claims, person, workspace.library.claim_kinds, workspace.today)[:_LOOK_AT]
    return [(r.claim_id, r.request) for r in requests if is_fit_to_show(r.request)]


def _body(person: Person, met: Date, said: Sequence[_Said], looks: Sequence[str], context: ReadingContext) -> str:
    first = person.name.split(" ", maxsplit=1)[0]
    lines = [f"Hi {first},", "", f"from our talk on {day(met)}, so that we both have it:", ""]
    lines += _part("I will", _tasks(said, "manager", person, context))
    lines += _part("You will", _tasks(said, "report", person, context))
    lines += _part("Next time we look at", looks)
    if not said and not looks:
        lines += ["We promised each other nothing this time.", ""]
    lines += ["Did I get something wrong, or leave something out? Tell me, and I will put it right.", ""]
    return "\n".join(lines)


def _tasks(said: Sequence[_Said], owner: Side, person: Person, context: ReadingContext) -> list[str]:
    found: dict[str, None] = {}
    for one in said:
        if one.owner != owner:
            continue
        on = one.evidence.date
        task = as_task(one.text, owner, person, context.roster, on, context.accounts, has_new_day=one.is_older)
        due = f" (by {one.due:%A} {day(one.due)})" if one.due else ""
        if fold_word(task):
            found[f"{task}{due}"] = None
    return list(found)


def _part(title: str, items: Sequence[str]) -> list[str]:
    return [f"{title}:", *(f"- {item}" for item in items), ""] if items else []


def _is_note(path: str) -> bool:
    return not path.startswith((f"{FOLDER}/", "topics/", "briefs/"))

"""After the meeting, a short mail: what each of us promised, by when, and what we look at next time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date as Date
from typing import Literal
from urllib.parse import quote

from assistant.brief.requests import show_me_requests
from assistant.brief.since import last_meeting
from assistant.brief.words import day
from assistant.capture.capture import found_in_note
from assistant.capture.found import FoundPromise
from assistant.errors import ShowMeError
from assistant.models import NoteKind, Person, Value
from assistant.reading.dates import resolve_due
from assistant.reading.sensitive import is_fit_to_show
from assistant.vault.folding import fold_word, initials
from assistant.vault.journal import write_files
from assistant.vault.roster import Roster
from assistant.workspace import Workspace

_LOOK_AT = 3
_LEAD = re.compile(r"^(?:[\s\-*+•–>|]|\[[ xX/-]\]|\d{1,2}[.)]\s|(?:A|AP|Action|TODO)\s*[:>]\s*)+")
_ASIDE = re.compile(r"\s*\([^)]*\)|\s*\[[^\]]*\]|\s*\|\s*$")
_AFTERTHOUGHT = re.compile(
    r"(?:\s+[-–—]\s+|;\s+|,\s+)(?=(?:no more|not again|late|again|finally|third|second|promised|he knows|she knows|I know|this time|for real|properly|"
    r"let's see|we'll see|hopefully|about time|I hope|sigh|believe)\b).*$",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"^(?:and |then |also |so |,\s*)*(?:I|me|myself|he|she|you)?\s*(?:['’]ll|['’]d|will|shall|can|am going to|['’]m going to|['’]s going to|is going to|is to|has to|to|agreed to|promised to|owes? (?:him|her|me)|going to)\b[\s:]*",
    re.IGNORECASE,
)


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
    """Whether the manager has confirmed what it says; else it was only found."""

    @property
    def mailto(self) -> str:
        """The mail as a link for the mail program."""
        return f"mailto:?subject={quote(self.subject)}&body={quote(self.body)}"


def recap(workspace: Workspace, name: str, *, is_sent: bool = False) -> Recap:
    """The recap of the newest one-on-one, kept in `recaps/`; once sent, it is the manager's own words.

    Raises ShowMeError when there is no one-on-one with a date.
    """
    person = workspace.find_person(name)
    sections = workspace.catalog.sections_about(person.id)
    met = last_meeting(sections, person.id, workspace.today)
    if met is None:
        raise ShowMeError(f"There is no one-on-one with {person.name} yet.", "`showme capture` makes its note.")
    kinds = (NoteKind.ONE_ON_ONE, NoteKind.DAILY)
    paths = dict.fromkeys(
        s.path for s in sections if s.date == met and s.kind in kinds and person.id in s.people and _is_note(s.path)
    )
    found = [found_in_note(workspace, path) for path in paths]
    promises = [p for f in found for p in f.commitments if p.person == person.id and p.owner != "other"]
    is_confirmed = any(p.standing == "confirmed" for p in promises)
    kept = [p for p in promises if not is_confirmed or p.standing == "confirmed"]
    claims = [c for c in workspace.ledger(person.id).claims if any(e.path in paths for e in c.evidence)]
    requests = show_me_requests(claims, person, workspace.library.claim_kinds, workspace.today)[:_LOOK_AT]
    looks = [r.request for r in requests if is_fit_to_show(r.request)]
    body = _body(person, met, kept, looks, workspace.roster)
    path = f"recaps/{met.isoformat()} {person.name}.md"
    state = "recap-sent" if is_sent else "recap"
    front = f"---\nshowme: {state}\nperson: {person.name}\ndate: {met.isoformat()}\nkind: document\n---\n\n"
    what = "kept the sent recap for" if is_sent else "kept the recap for"
    write_files(workspace.vault, f"{what} {person.name}", {path: f"{front}{body}"})
    return Recap(
        person=person.id,
        name=person.name,
        date=met,
        subject=f"Our one-on-one of {day(met)}",
        body=body,
        note=path,
        is_confirmed=is_confirmed,
    )


def as_task(text: str, owner: Literal["manager", "report"], person: Person, roster: Roster, on: Date | None) -> str:
    """A promise as a line of the mail: without its owner, boxes, asides and what was added behind its day.

    In the manager's own notes `him` is then `you`; where the person spoke or wrote himself, `you` is the manager.
    """
    words = _AFTERTHOUGHT.sub("", _ASIDE.sub("", _LEAD.sub("", " ".join(text.split()))))
    due = resolve_due(words, on) if on else None
    if due is not None and words[due.end : due.end + 1] in (",", ";", ".", " ") and due.start > len(words) // 3:
        words = words[: due.end] + re.split(r"[,;.]|\s[-–—]\s", words[due.end :], maxsplit=1)[0]
    is_own_voice = owner == "report" and bool(re.match(r"\W*I\b", words))
    words = _WILL.sub("", _without_owner(words, person, roster), count=1).strip(" .,;:-–—>→|")
    swaps: tuple[tuple[str, str], ...] = ()
    if owner == "manager":
        swaps = ((r"\b(?:him|her)\b(?=\W|$)(?!\s+\w)", "you"), (r"\bhim\b", "you"), (r"\b(?:his|her)\b", "your"))
    elif is_own_voice:
        swaps = ((r"\byou\b", "me"), (r"\byours?\b", "my"), (r"\bmy\b", "your"))
    for pattern, word in swaps:
        words = re.sub(pattern, word, words)
    return words if _is_name(words) else words[:1].lower() + words[1:]


def _without_owner(words: str, person: Person, roster: Roster) -> str:
    """Whatever names the one who is to do it, at the front."""
    forms = [person.name, person.name.split(" ", maxsplit=1)[0], *person.aliases, initials(person.name).upper()]
    manager = roster.manager
    if manager and manager.name:
        forms += [
            manager.name,
            manager.name.split(" ", maxsplit=1)[0],
            initials(manager.name).upper(),
            *manager.aliases,
        ]
    forms += ["me", "I", "mine", "he", "she", "J.O."]
    names = "|".join(re.escape(form) for form in sorted({f for f in forms if f}, key=len, reverse=True))
    return re.sub(
        rf"^(?:{names})\.?\s*(?:[:→|–-]|->|=>|(?=['’]|will\b|to\b|is to\b))\s*", "", words, flags=re.IGNORECASE
    )


def _is_name(words: str) -> bool:
    first = words.split(" ", maxsplit=1)[0]
    return first.isupper() or words[1:2].isupper()


def _body(person: Person, met: Date, promises: Sequence[FoundPromise], looks: Sequence[str], roster: Roster) -> str:
    first = person.name.split(" ", maxsplit=1)[0]
    lines = [f"Hi {first},", "", f"from our talk on {day(met)}, so that we both have it:", ""]
    lines += _part("I will", _tasks(promises, "manager", person, roster))
    lines += _part("You will", _tasks(promises, "report", person, roster))
    lines += _part("Next time we look at", looks)
    if not promises and not looks:
        lines += ["We promised each other nothing this time.", ""]
    lines += ["Did I get something wrong, or leave something out? Tell me, and I will put it right.", ""]
    return "\n".join(lines)


def _tasks(
    promises: Iterable[FoundPromise], owner: Literal["manager", "report"], person: Person, roster: Roster
) -> list[str]:
    found: dict[str, None] = {}
    for promise in promises:
        if promise.owner != owner or not is_fit_to_show(promise.text):
            continue
        task = as_task(promise.text, owner, person, roster, promise.evidence[0].date)
        due = f" (by {promise.due:%A} {day(promise.due)})" if promise.due else ""
        if fold_word(task):
            found[f"{task}{due}"] = None
    return list(found)


def _part(title: str, items: Sequence[str]) -> list[str]:
    return [f"{title}:", *(f"- {item}" for item in items), ""] if items else []


def _is_note(path: str) -> bool:
    return not path.startswith(("recaps/", "topics/", "briefs/"))

"""A promise of the notes as a line of the mail to the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from typing import Literal

from assistant.models import Person
from assistant.reading.dates import resolve_due
from assistant.vault.folding import fold_word, initials
from assistant.vault.roster import Roster

Side = Literal["manager", "report"]
_LEAD = re.compile(r"^(?:[\s\-*+•–>|]|\[[ xX/-]\]|\d{1,2}[.)]\s|(?:A|AP|Action|TODO)\s*[:>]\s*)+")
_ASIDE = re.compile(r"\s*\([^)]*\)|\s*\[[^\]]*\]|\s*\|\s*$")
_AFTERTHOUGHT = re.compile(
    r"(?:\s+[-–—]\s+|;\s+|,\s+)(?=(?:no more|not again|late|again|finally|third|second|promised|he knows|she knows|I know|this time|for real|properly|"
    r"let's see|we'll see|hopefully|about time|I hope|sigh|believe)\b).*$",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(r"(?!(?:It|He|She|That|This|What|There|Here|Let|Who|Where)\b)[A-ZÀ-Ž][\w-]+['’]s\s")
_WILL = re.compile(
    r"^(?:and |then |also |so |,\s*)*(?:I|me|myself|he|she|you)?\s*(?:['’]ll|['’]d|will|shall|can|am going to|['’]m going to|['’]s going to|is going to|is to|has to|to|agreed to|promised to|owes? (?:him|her|me)|going to)\b[\s:]*",
    re.IGNORECASE,
)
_DAY_COMES = re.compile(
    r"\s*\b(?:(?:no later than|by|on|until|till|before|for|due|bis|am|tegen|voor|avant)(?: the)?)?\s*$", re.IGNORECASE
)


def as_task(
    text: str,
    owner: Side,
    person: Person,
    roster: Roster,
    on: Date | None,
    names: Sequence[str] = (),
    *,
    has_new_day: bool = False,
) -> str:
    """A promise as a line of the mail: without its owner, boxes, asides and what was added behind its day; without the day
    itself where there is a new one.

    In the manager's own notes `him` is then `you`; where the person spoke or wrote himself, `you` is the manager.
    Names keep their capitals: those of the team, and `names`, the customers'.
    """
    words = _AFTERTHOUGHT.sub("", _ASIDE.sub("", _LEAD.sub("", " ".join(text.split()))))
    due = resolve_due(words, on) if on else None
    if due is not None and words[due.end : due.end + 1] in (",", ";", ".", " ") and due.start > len(words) // 3:
        words = words[: due.end] + re.split(r"[,;.]|\s[-–—]\s", words[due.end :], maxsplit=1)[0]
    if due is not None and has_new_day:
        words = _DAY_COMES.sub("", words[: due.start]) + words[due.end :]
    is_own_voice = owner == "report" and bool(re.match(r"\W*I\b", words))
    owned = _without_owner(words, person, roster)
    task = _WILL.sub("", owned, count=1)
    is_within = task != owned
    words = task.strip(" .,;:-–—>→|")
    swaps: tuple[tuple[str, str], ...] = ()
    if owner == "manager":
        swaps = ((r"\b(?:him|her)\b(?=\W|$)(?!\s+\w)", "you"), (r"\bhim\b", "you"), (r"\b(?:his|her)\b", "your"))
    elif is_own_voice:
        swaps = ((r"\byou\b", "me"), (r"\byours?\b", "my"), (r"\bmy\b", "your"))
    for pattern, word in swaps:
        words = re.sub(pattern, word, words)
    return words if is_within or _begins_with_name(words, roster, names) else words[:1].lower() + words[1:]


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
        rf"^(?:{names})\.?\s*(?:[:→|–-]|->|=>|(?=['’](?:ll|d|s going)\b|will\b|to\b|is to\b))\s*",
        "",
        words,
        flags=re.IGNORECASE,
    )


def _begins_with_name(words: str, roster: Roster, names: Sequence[str]) -> bool:
    """Whether the first word keeps its capital: an abbreviation, somebody of the team, a customer, or whose something is."""
    first = re.split(r"['’\s]", words, maxsplit=1)[0]
    if first.isupper() or words[1:2].isupper() or _OF_A_NAME.match(words):
        return True
    plain = fold_word(first)
    return bool(roster.resolve(first)) or any(plain == fold_word(name).split(" ", maxsplit=1)[0] for name in names)

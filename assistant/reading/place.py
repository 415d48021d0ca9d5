"""Where a line stands: in a list of actions, under somebody's name, in a table, in a transcript, behind a tick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.models import NoteKind, PersonId, Section
from assistant.reading.clauses import Clause, split_statements
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.masked import Voice, mask
from assistant.reading.subject import (
    MANAGER,
    OUTSIDER,
    Subject,
    folded,
    is_transcript,
    one_of,
    speaker,
    speaks_below,
    without_label,
)
from assistant.vault.mails import HEADER, WROTE

_LISTED = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)]|\[[ xX/-]\]|\|)")
_HEADING = re.compile(r"^\s*(?:#+\s*(?P<hash>.*\S)|\*\*(?P<bold>[^*]{1,60})\*\*:?|(?P<colon>[^:|]{1,50}):)\s*$")
_ACTIONS = re.compile(
    r"\b(?:actions?|action items?|next steps?|to[- ]?dos?|follow[- ]?ups?|commitments?|promises|promised|agreed|agreements?|tasks?|homework|"
    r"who does what|acties|afspraken|aufgaben|until next time|for next time|before next time|by next time|owed)\b"
)
_CLOSING = re.compile(r"\b(?:done|closed|kept|last time|since last|old actions|review of|history|finished)\b")
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|providing|depend\w*|in case|subject to|as long as|as soon as|once|when|wenn|als ze|mits)\b"
)
_MUSING = re.compile(
    r"\b(?:might|maybe|perhaps|could|may|should|ought|would (?:like|love|be nice|prefer)|want\w*|hop(?:e|es|ing)|think\w*|thought|wonder\w*|dream\w*|"
    r"consider\w*|toying|tempted|some ?day|one day|at some point|eventually|possibly|probably|never|always|usually|often|tends?|keeps?|wish\w*|intention|idea)\b"
)
_JOKE = re.compile(
    r"\beat (?:his|her|my|their)\b|[:;]-?\)|\b(?:lol|haha+|joke\w*|joking|kidding)\b|\bha\b|\bbuy\w* (?:\w+ )?(?:a |the |an )?(?:beers?|pint|lunch|dinner|curry|cake|drinks?|champagne|ice cream|steak|coffee)\b|"
    r"\bpigs\b.*\bfly\b|\bfreezes\b|\bdye my hair\b|\b(?:a curry|breakfast|beers?|a pint|cake|champagne) (?:is |are )?on (?:me|him|her)\b"
)
_PAST = re.compile(
    r"^(?:\W*)(?:sent|done|got|had|went|saw|read|met|booked|showed|came|was|were|did|called|rang|moved|gave|made|heard|asked|talked|looked)\b"
)

_FROM = re.compile(
    r"^(?:>\s*)?(?:\*\*)?(?:From|Von|De|Van|Sender)(?:\*\*)?:\s*\"?([^<\"(]{2,40}?)\"?\s*(?:[<(].*)?$", re.IGNORECASE
)
_TO = re.compile(
    r"^(?:>\s*)?(?:\*\*)?(?:To|An|Aan|À)(?:\*\*)?:\s*\"?([^<\"(,;]{2,40}?)\"?\s*(?:[<(,;].*)?$", re.IGNORECASE
)
_GREETING = re.compile(
    r"^(?:>\s*)?(?:hi|hello|hey|dear|morning|good morning|hallo|bonjour|hoi|beste|lieber?)\b.{0,30}$", re.IGNORECASE
)
_BESIDE_NAMES = re.compile(r"[,<]|\b\d{1,2}[:.]\d\d\b(?:\s?[ap]\.?m\b\.?)?|\b(?:at|um|à|om)\b", re.IGNORECASE)
_LEAST_IN_MAIL = 2
"""A line of one word is a greeting or a name."""
_HEAD_LINES, _FOOT_LINES = 8, 4
_SAYS: dict[Voice, tuple[str, ...]] = {"person": ("<P>", "say"), "other": ("X", "say"), "manager": ()}
"""What stands before a line of a transcript: it reads then as a note would report it, and what the manager says himself
as he would write it down."""


class Placed:
    """A statement with its masked tokens, the signs around it, and who of the team says `I` in it."""

    __slots__ = ("chances", "heading", "person", "signs", "statement", "tokens", "voice")

    def __init__(
        self,
        statement: Clause,
        tokens: list[str],
        signs: tuple[str, ...],
        person: PersonId | None = None,
        voice: Voice | None = None,
        heading: str = "",
    ) -> None:
        self.statement = statement
        self.tokens = tokens
        self.signs = signs
        self.person = person
        """Who speaks, in a transcript or a mail of one of the team; None in the manager's own words."""
        self.voice = voice
        """Which side speaks, in a transcript or a mail; None in the manager's own words."""
        self.heading = heading
        """The heading of the list in which it stands."""
        self.chances: Mapping[str, float] = {}
        """By kind, once the models have seen it."""


def place_statements(section: Section, context: ReadingContext) -> list[Placed]:
    """Every statement of a section, headings apart, with what its place says of it."""
    return list(_placed(section, context))


def _placed(section: Section, context: ReadingContext) -> Iterator[Placed]:
    own = own_person(section)
    spoken = is_transcript(section)
    with_outsiders = any(
        (found := speaker(line, section, context) or speaks_below(line, section, context)) and found.side == "other"
        for line in (section.text.split("\n") if spoken else ())
    )
    who: Subject | None = None if spoken else writer_of(section, context)
    under: tuple[str, ...] = ()
    head = ""
    before = 0
    is_mail = who is not None
    for statement in split_statements(section):
        line = statement.line_text
        if WROTE.match(line):
            continue
        if is_mail and (HEADER.match(line) or len(statement.plain.split()) < _LEAST_IN_MAIL):
            continue
        if statement.line > before + 1 and not _LISTED.match(line):
            under, head = (), ""
        before = statement.line
        if (below := speaks_below(line, section, context)) is not None:
            who = below
            continue
        if spoken:
            who = speaker(line, section, context) or who
        if (heading := _HEADING.match(line)) and not line.lstrip().startswith(("-", "|", "[")):
            head = heading["hash"] or heading["bold"] or heading["colon"] or ""
            under = _under(head, own, context)
            continue
        here = who.person if who and who.person else own
        if who is None and _is_inside_quotes(statement):
            voice: Voice = "person" if own and section.kind is not NoteKind.CALL else "other"
            tokens = mask(statement.text, here, context, section.date, voice)
        elif who is None:
            tokens = mask(statement.text, here, context, section.date)
        else:
            text = without_label(statement.text) if spoken else statement.text
            tokens = [
                *_SAYS[who.side],
                *mask(text, here, context, section.date, who.side, is_between_two=not with_outsiders),
            ]
        signs = (*under, *_signs(statement, section, tokens, is_spoken=who is not None))
        yield Placed(statement, tokens, signs, who.person if who else None, who.side if who else None, head)


def _is_inside_quotes(statement: Clause) -> bool:
    """Whether the statement begins within somebody's words: `I` is then not the manager."""
    before = statement.line_text[: statement.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def writer_of(section: Section, context: ReadingContext) -> Subject | None:
    """Whose mail a section is, by `From:` or by the name under it; None where it is no mail, or nobody's of the two."""
    lines = [line.strip() for line in section.text.split("\n") if line.strip()]
    own = own_person(section)
    if lines and (quoted := WROTE.match(" ".join(lines[:2])) or WROTE.match(lines[0])):
        return _quoted_writer(quoted["who"] + quoted["behind"], own, context)
    for line in lines[:_HEAD_LINES]:
        if sender := _FROM.match(line):
            if context.is_manager(sender[1].strip()) or _is_sent_to(own, lines, context):
                return MANAGER
            if people := context.whom(sender[1]):
                chosen = one_of(people, own)
                return Subject("person", chosen) if chosen else None
    greets = any(_GREETING.match(line) for line in lines[:_HEAD_LINES])
    for line in reversed(lines[-_FOOT_LINES:]):
        name = line.strip("-–—~ .,")
        if greets and 0 < len(name.split()) <= 2:
            if context.is_manager(name):
                return MANAGER
            if people := context.whom(name):
                chosen = one_of(people, own)
                return Subject("person", chosen) if chosen else None
    return None


def _quoted_writer(words: str, own: PersonId | None, context: ReadingContext) -> Subject | None:
    """Who wrote what is quoted below `On 20 Nov, … wrote:`; an outsider only where the manager's name is known."""
    names = [part for piece in _BESIDE_NAMES.split(words) if (part := piece.strip(" \"'>:,"))]
    for name in reversed(names):
        if context.is_manager(name):
            return MANAGER
        if chosen := one_of(context.whom(name), own):
            return Subject("person", chosen)
    return OUTSIDER if context.roster.manager and context.roster.manager.name else None


def _is_sent_to(own: PersonId | None, lines: list[str], context: ReadingContext) -> bool:
    """Whether a mail in a note about one person went to that person: then the manager wrote it."""
    receivers = [match[1] for line in lines[:_HEAD_LINES] if (match := _TO.match(line))]
    return own is not None and any(own in context.whom(name) for name in receivers)


def _under(heading: str, own: PersonId | None, context: ReadingContext) -> tuple[str, ...]:
    plain = folded(heading)
    tokens = mask(heading, own, context, None)
    signs = [f"under {token}" for token in ("<P>", "<M>", "<my>", "<him>") if token in tokens]
    if _ACTIONS.search(plain):
        signs.append("under closed" if _CLOSING.search(plain) else "under actions")
    elif _CLOSING.search(plain):
        signs.append("under closed")
    return tuple(signs)


def _signs(statement: Clause, section: Section, tokens: list[str], *, is_spoken: bool) -> Iterator[str]:
    plain, line = folded(statement.text), statement.line_text
    yield f"kind {section.kind.value if section.kind in (NoteKind.CALL, NoteKind.TEAM) else 'other'}"
    if statement.box:
        yield f"box {statement.box}"
    if line.count("|") > 1:
        yield "table"
    if line.lstrip().startswith(">"):
        yield "quoted"
    if is_spoken:
        yield "spoken"
    if plain.rstrip("\"' )").endswith("?"):
        yield "question"
    if len(section.people) != 1 and not is_spoken:
        yield "of several"
    for name, pattern in (("condition", _CONDITION), ("musing", _MUSING), ("joke", _JOKE), ("past", _PAST)):
        if pattern.search(plain):
            yield name
    if "DUE" in tokens:
        yield "dated"

"""What one note says about who people are: gathered once a note, put together by the roster."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TypeVar

from assistant.models import Note, NoteKind, Value
from assistant.vault.folding import composed, fold_word, initials, word_set
from assistant.vault.found import without_found
from assistant.vault.kinds import ONE_ON_ONE_WORDS, is_kind_folder, is_people_folder
from assistant.vault.names import FULL, NAME, full_names, name_words, stem_of, tidy_name

_LINK = re.compile(r"\[\[([^\]|#\n]{3,60})(?:[|#][^\]\n]*)?\]\]")
_SHORT = rf"(?:[A-Z]{{1,3}}|{NAME})"
_IS = re.compile(rf"=[ ]?({NAME}(?:[ ]{NAME})?)")
_MEANS = re.compile(rf"(?:means|is short for|stands for)[ ]({NAME}(?:[ ]{NAME})?)")
_BEFORE_IS = re.compile(
    rf"(?<!\w)({_SHORT})(?:[ ](?:in|is|always|here|below|the|folder|notes?|calls?|this|file)){{0,6}}[ ]?$"
)
_IN_BRACKETS = re.compile(rf"\((?:aka |a\.k\.a\. |called |known as |goes by |or |short:? )?[\"“']?({_SHORT})[\"”']?\)")
_GOES_BY = re.compile(
    rf"(?:goes by|aka|a\.k\.a\.|known as|calls (?:him|her)self|likes to be called)\s+[\"“']?({_SHORT})"
)
_GOES_BY_WORDS = (" aka ", "a.k.a.", "goes by", "known as", "s himself", "s herself", "to be called")
_NAME_BEFORE = re.compile(rf"(?<!\w)({FULL}|{NAME})[\"”']?,?\s*$")
_QUOTED = re.compile(rf"[\"“]({NAME})[\"”]\s+({NAME})")
_ME = re.compile(r"\((?:me|myself|ich|moi|that's me)\)|=\s*me\b|,\s*me[,)]")
_ME_WORDS = ("(me)", "(myself)", "(ich)", "(moi)", "(that's me)", "= me", "=me", ", me,", ", me)")
_MY_NAME = re.compile(rf"(?:\bme\s*=|[Mm]y name is|I am called)\s*({FULL}|{NAME}|[A-Z]{{2,3}})\b")
_SELF_BEFORE = re.compile(rf"(?<!\w)({FULL}|{NAME}|[A-Z]{{2,3}})\s*$")
_TO_ME = re.compile(rf" to ({FULL}|{NAME})(?!\w)")
_BY_ME = re.compile(rf" by ({FULL}|{NAME}|[A-Z]{{2,3}})(?!\w)")
_GREETING = re.compile(r"\b(?:hello|regards|greetings|best wishes)$", re.IGNORECASE)
_WRITING = re.compile(r"\b(?:filed|written|notes?|prepared)$", re.IGNORECASE)
_PAIR = re.compile(rf"([A-Z][A-Z][A-Z]?)\s*[/|–-]\s*({FULL})(?!\w)")
_ACTS = re.compile(
    r"^[ \t]*(?:[-*+•][ ]*)?(?:\[.\][ ]*)?(?:(?:A|AI|AP|Action)[ ]*[:-][ ]*)?([A-Z]{2,3})[ ]*(?:->|→|=>|:)[ ]+(?=[a-z])",
    re.MULTILINE,
)
"""`WD → ask technical`: initials that own an action and belong to nobody of the team are the writer's."""
_DEPARTMENTS = frozenset(
    "AI AP HR IT PO QA PM CS SE AE VP MD FD CFO CEO CIO CRM RFP RFQ NDA SOW POC DEMO QBR KPI FYI NB PS TBC TBD ETA TODO CC RE EOW".split()
)
_LOOK_BACK = 48
_HEAD = re.compile(r"#{1,6}\s+(.{2,80}?)\s*$|\*\*(.{2,60})\*\*:?\s*$")
_START = re.compile(
    rf"\s*(?:[-*+•]|\d{{1,2}}[.)])?\s*(?:\[.\]\s*)?({FULL}|{NAME})"
    r"(?::|['’]s\b|\s+(?:says?|said|asked|wants?|will|to|has|is|told|thinks|reckons|sends))"
)
_CAPITAL = re.compile(rf"(?<![\w@/]){NAME}(?![\w@])")
_GONE = word_set(
    """
    archive archived former leavers left ex alumni old gone past inactive ehemalige
    """
)
Hashed = TypeVar("Hashed", bound=Hashable)
_MOST = 24
"""So many of each kind are kept of one note."""


class Signals(Value):
    """What one note says about who people are."""

    path: str
    strong: tuple[str, ...] = ()
    """Names that a people folder, a file in one, front matter or `1:1 with …` in the file's name gives.

    The first is whose note it is.
    """
    titled: tuple[str, ...] = ()
    """Names that are the whole of a file's name, a folder's or a heading's, dates aside.

    Once for each time.
    """
    met: tuple[str, ...] = ()
    """Names that a heading gives beside a word for a one-on-one."""
    links: tuple[str, ...] = ()
    """Linked pages whose title could be a person."""
    full_names: tuple[str, ...] = ()
    equals: tuple[tuple[str, str], ...] = ()
    """`ML = Mirae`, `Beatriz Quintal (Bea)`: short form and whom it means."""
    selves: tuple[str, ...] = ()
    """Names that the writer gives himself, once for each time."""
    heads: tuple[str, ...] = ()
    """Capitalised words of file name, headings and first line: where nicknames of the person stand."""
    starts: tuple[str, ...] = ()
    """Names that lines begin with, once for each time."""
    is_meeting: bool = False
    """True where the note calls itself a one-on-one."""


def gather_signals(note: Note) -> Signals:
    """What a note says about who people are; nothing of a private note or of the tool's own writing."""
    if note.is_private or note.is_own:
        return Signals(path=note.path)
    text = composed("\n".join(without_found(note.text.split("\n"))))
    lines = text.split("\n")[note.body_line - 1 :]
    headings = [m[1] or m[2] for line in lines if line[:1] in ("#", "*") and (m := _HEAD.match(line))][:_MOST]
    first = next((line for line in lines if line.strip()), "")[:100]
    stem = stem_of(note.path)
    strong, titled = _by_place(note, stem)
    met: list[str] = []
    for heading in headings:
        if (name := tidy_name(heading)) and _is_short_name(heading, name):
            (met if ONE_ON_ONE_WORDS.search(heading) else titled).append(name)
    heads = [word for part in (stem, first, *headings) for word in _CAPITAL.findall(part)]
    return Signals(
        path=note.path,
        strong=_once(strong),
        titled=tuple(titled[:_MOST]),
        met=tuple(met[:_MOST]),
        links=_once(name for match in _LINK.finditer(text) if " " in (name := tidy_name(match[1]))),
        full_names=tuple(full_names(text, _MOST)),
        equals=_once([*_equals(text), *_equals(stem)]),
        selves=tuple(_selves(text))[:_MOST],
        heads=_once(heads),
        starts=tuple(match[1] for line in lines if (match := _START.match(line)))[:_MOST],
        is_meeting=note.kind is NoteKind.ONE_ON_ONE or bool(ONE_ON_ONE_WORDS.search(f"{stem} {first}")),
    )


def _by_place(note: Note, stem: str) -> tuple[list[str], list[str]]:
    """Names by where the note lies and what it is called: sure ones, and others."""
    strong: list[str] = []
    titled: list[str] = []
    folders = note.path.split("/")[:-1]
    given = [name for name in map(tidy_name, note.people) if name]
    if note.kind is NoteKind.ONE_ON_ONE or len(given) == 1:
        strong += given
    else:
        titled += given
    start = max((i for i, part in enumerate(folders) if is_people_folder(part)), default=None)
    inside = folders[start + 1 :] if start is not None else folders
    if any(fold_word(part).strip(" _-.") in _GONE for part in folders):
        return [], []
    places = [name for part in inside if not is_kind_folder(part) and (name := tidy_name(part))]
    place = next((name for name in places if " " in name), places[0] if places else "")
    name = tidy_name(stem)
    is_short = bool(name) and _is_short_name(stem, name)
    if start is not None:
        if place:
            strong.append(place)
        elif is_short:
            strong.append(name)
    else:
        if place:
            titled.append(place)
        if is_short:
            (strong if ONE_ON_ONE_WORDS.search(stem) else titled).append(name)
    return strong, titled


def _is_short_name(text: str, name: str) -> bool:
    """Whether the text is nothing but the name, dates and words of the trade."""
    return len(name.split()) <= 3 and len(name_words(text)) == len(name.split()) and len(text) < len(name) + 32


def _equals(text: str) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    if "=" in text:
        pairs += _with_before(_IS, _BEFORE_IS, text)
    if " means " in text or " short for " in text or " stands for " in text:
        pairs += _with_before(_MEANS, _BEFORE_IS, text)
    for short, full in _with_before(_IN_BRACKETS, _NAME_BEFORE, text, is_short_last=True):
        pairs += [(short, full)] if " " in full else [(short, full), (full, short)]
    if any(word in text for word in _GOES_BY_WORDS):
        pairs += _with_before(_GOES_BY, _NAME_BEFORE, text, is_short_last=True)
    for match in _QUOTED.finditer(text):
        if before := _NAME_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            pairs.append((match[1], f"{before[1]} {match[2]}"))
    return [(short, full) for short, full in pairs if fold_word(short) != fold_word(full)]


def _with_before(
    pattern: re.Pattern[str], look: re.Pattern[str], text: str, *, is_short_last: bool = False
) -> list[tuple[str, str]]:
    """Short and full form where the pattern finds one and the other stands right before it."""
    pairs: list[tuple[str, str]] = []
    for match in pattern.finditer(text):
        if before := look.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
            pairs.append((match[1], before[1]) if is_short_last else (before[1], match[1]))
    return pairs


def _selves(text: str) -> list[str]:
    """Each sighting once, sure ones three times."""
    found: list[str] = []
    if " name is " in text or "me =" in text or "me=" in text:
        found += [match[1] for match in _MY_NAME.finditer(text)]
    if any(word in text for word in _ME_WORDS):
        for match in _ME.finditer(text):
            if before := _SELF_BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
                found.append(before[1])
    found = [name for name in found for _ in range(3)]
    for pattern, words in ((_TO_ME, _GREETING), (_BY_ME, _WRITING)):
        found += [m[1] for m in pattern.finditer(text) if words.search(text[max(0, m.start() - 16) : m.start()])]
    found += [match[1] for match in _ACTS.finditer(text) if match[1] not in _DEPARTMENTS]
    for match in _PAIR.finditer(text):
        if match[1].lower() == initials(match[2]):
            found += [match[2], match[2], match[1]]
    return found


def _once(items: Iterable[Hashed]) -> tuple[Hashed, ...]:
    return tuple(dict.fromkeys(items))[:_MOST]

"""Who the people are, and whom a name means."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from assistant.errors import PersonAmbiguousError, PersonUnknownError
from assistant.models import Manager, Note, NoteKind, Person, PersonId, Value
from assistant.vault.config import Config
from assistant.vault.nicknames import is_short_for
from assistant.vault.vault import fold_word

_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*[^\W\d_]"
_FULL = re.compile(rf"\b({_NAME}(?:[ ](?:van|von|de|del|der|da|di|la|le|ter|bin|al))*[ ]{_NAME})\b")
_LINK = re.compile(r"\[\[([^\]|#]+)(?:[|#][^\]]*)?\]\]")
_EQUALS = re.compile(rf"\b([A-Z]{{1,3}}|{_NAME})\s*(?:=|is short for|stands for|means)\s*({_NAME}(?:\s{_NAME})?)")
_BRACKET = re.compile(rf"({_NAME}\s{_NAME})\s*\((?:aka |a\.k\.a\. |called )?[\"“]?({_NAME}|[A-Z]{{2,3}})[\"”]?\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SELF = re.compile(
    rf"\b({_NAME}\s{_NAME}|{_NAME}|[A-Z]{{2,3}})\s*(?:\((?:me|i|myself)\)|=\s*me\b)|\bme\s*=\s*({_NAME}|[A-Z]{{2,3}})\b"
)
_NO_NAMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday team call meeting notes note week weekly "
        "one all hands forecast pipeline review the and with von people person running log new old q1 q2 q3 "
        "q4 january february march april may june july august september october november december daily inbox "
        "sales demo visit prep catch up catchup coaching session"
    ).split()
)
_COMMON_WORDS = frozenset(
    (
        "will mark may art pat rob bill sue rich drew jack grant guy dean frank faith hope grace joy rose dot "
        "don jean skip chase max ray nick bob tom sam pri bea mike pete dan ed al jo"
    ).split()
)
_NO_INITIALS = frozenset(
    (
        "i a x it hr pr qa uk us eu ok md pm am vp ai tv po id ip dc se as at is in on or an be by do go he "
        "me my no of so to up we"
    ).split()
)
_MIN_LOWER = 4
"""Names shorter than this, and names that are words, are seen only with their capital."""


class Mention(NamedTuple):
    """A name in a text and whom it can mean; more than one person where it is ambiguous."""

    start: int
    end: int
    people: tuple[PersonId, ...]


class Signals(Value):
    """What one note says about who people are."""

    path: str
    strong: tuple[str, ...] = ()
    """Full or single names that a folder, a file under people or front matter gives."""
    in_name: tuple[str, ...] = ()
    """Words of the file's name that may be names."""
    links: tuple[str, ...] = ()
    full_names: tuple[str, ...] = ()
    equals: tuple[tuple[str, str], ...] = ()
    """`ML = Mirae`: short form and whom it means."""
    selves: tuple[str, ...] = ()
    """Names that the writer gives himself."""
    words: tuple[str, ...] = ()
    """Capitalised words, for learning nicknames."""


def gather_signals(note: Note) -> Signals:
    """What a note says about who people are."""
    strong = list(note.people)
    parts = note.path.split("/")
    stem = " ".join(_name_words(Path(note.path).stem))
    in_name: list[str] = []
    if note.kind is NoteKind.ONE_ON_ONE:
        folders = [part for part in parts[:-1] if _name_words(part) and not _is_kind_folder(part)]
        if folders:
            strong.append(" ".join(_name_words(folders[-1])))
        elif stem:
            (strong if " " in stem else in_name).append(stem)
    elif note.kind in (NoteKind.CALL, NoteKind.INBOX) and stem:
        in_name.append(stem)
    body = note.text
    return Signals(
        path=note.path,
        strong=tuple(dict.fromkeys(strong)),
        in_name=tuple(in_name),
        links=tuple(dict.fromkeys(match[1].strip() for match in _LINK.finditer(body))),
        full_names=tuple(dict.fromkeys(match[1] for match in _FULL.finditer(body)))[:60],
        equals=tuple((m[1], m[2]) for m in _EQUALS.finditer(body))
        + tuple((m[2], m[1]) for m in _BRACKET.finditer(body)),
        selves=tuple(m[1] or m[2] for m in _SELF.finditer(body)),
        words=tuple(dict.fromkeys(re.findall(r"\b[A-Z][a-zà-ž]{1,9}\b", body)))[:200],
    )


class Roster:
    """The people of a vault. Knows nicknames, initials and spellings; never guesses between two."""

    def __init__(self, people: Sequence[Person], manager: Manager | None) -> None:
        self.people = tuple(sorted(people, key=lambda person: person.id))
        self.manager = manager
        self._by_id = {person.id: person for person in self.people}
        self._forms: dict[str, tuple[PersonId, ...]] = _forms(self.people)
        self._folded_manager = {fold_word(name) for name in ([manager.name or "", *manager.aliases] if manager else [])}

    @cached_property
    def digest(self) -> str:
        """Changes when anybody, or a form of a name, changes."""
        text = "\n".join(person.model_dump_json() for person in self.people)
        text += self.manager.model_dump_json() if self.manager else ""
        return hashlib.sha256(text.encode()).hexdigest()

    def person(self, person_id: PersonId) -> Person:
        """Somebody by id. Raises KeyError."""
        return self._by_id[person_id]

    def resolve(self, name: str) -> tuple[PersonId, ...]:
        """Everybody whom a name can mean; empty for nobody."""
        key = " ".join(fold_word(name).removesuffix("'s").removesuffix("’s").split())
        return self._forms.get(key, ())

    def find(self, query: str) -> Person:
        """The one person whom a name means.

        Raises PersonAmbiguousError with everybody it fits, or PersonUnknownError with the nearest names.
        """
        wanted = " ".join(fold_word(query).replace("-", " ").split())
        exact = [p for p in self.people if wanted in (p.id.replace("-", " "), fold_word(p.name).replace("-", " "))]
        found = exact or [self._by_id[i] for i in self.resolve(query)]
        if not found:
            found = [p for p in self.people if all(_starts(p.name, part) for part in wanted.split()) and wanted]
        if len(found) == 1:
            return found[0]
        if found:
            names = " or ".join(f"{person.name} ({person.id})" for person in found)
            raise PersonAmbiguousError(f"{query!r} fits {len(found)} people.", f"Say {names}.")
        raise PersonUnknownError(f"Nobody in the notes answers to {query!r}.", self._nearest(wanted))

    def mentions(self, text: str) -> list[Mention]:
        """Every name in the text, in order, longest form first; overlapping names are told once."""
        if self._pattern is None:
            return []
        folded, offsets = _fold_with_offsets(text)
        found: list[Mention] = []
        for match in self._pattern.finditer(folded):
            form = match[1]
            start, end = offsets[match.start(1)], offsets[match.end(1) - 1] + 1
            if self._is_seen(form, text[start:end], text, end):
                found.append(Mention(start, end, self._forms[form]))
        return found

    def is_manager(self, name: str) -> bool:
        """Whether a name is the manager's own."""
        return fold_word(name) in self._folded_manager

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self._forms:
            return None
        forms = "|".join(re.escape(form) for form in sorted(self._forms, key=len, reverse=True))
        return re.compile(rf"(?<![\w@.])({forms})(?=$|[^\w]|['’]s\b|s['’])")

    def _is_seen(self, form: str, written: str, text: str, end: int) -> bool:
        if len(form) == 1:
            return written.isupper() and not text[end : end + 2].startswith(("&", "/")) and text[end : end + 1] != "."
        if len(form) <= 3 and " " not in form and form == "".join(p[0] for p in form) and written.isupper():
            return True
        is_initials = len(form) <= 3 and form in self._initials
        if is_initials:
            return written.isupper()
        if " " in form:
            return True
        if len(form) < _MIN_LOWER or form in _COMMON_WORDS:
            return written[:1].isupper()
        return True

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(_initials(person.name) for person in self.people)

    def _nearest(self, wanted: str) -> str:
        if not self.people:
            return "Name the people in .showme/config.toml, or put their notes under people/<Name>/."
        from rapidfuzz import fuzz, process

        names = {person.name: fold_word(person.name) for person in self.people}
        near = [name for _, score, name in process.extract(wanted, names, scorer=fuzz.WRatio, limit=3) if score > 50]
        return f"The nearest: {', '.join(near or sorted(names)[:8])}."


def build_roster(signals: Sequence[Signals], owners: Iterable[str], config: Config) -> Roster:
    """Put together what the notes, the pipeline and the manager's own corrections say."""
    manager = _manager(signals, config)
    own = {fold_word(name) for name in ([manager.name or "", *manager.aliases] if manager else [])}
    names = _merge_names([name for s in signals for name in s.strong], list(owners))
    if not any(s.strong for s in signals) and not names:
        names = _merge_names(_recurring(signals), [])
    names = [name for name in names if fold_word(name) not in own]
    people = {_slug(name): Person(id=_slug(name), name=name) for name in names if _slug(name)}
    _learn_short_forms(people, signals)
    for key, given in config.people.items():
        if given.is_hidden:
            people.pop(key, None)
            continue
        before = people.get(key) or Person(id=key, name=given.name or key.replace("-", " ").title())
        people[key] = before.model_copy(
            update={
                "name": given.name or before.name,
                "aliases": tuple(dict.fromkeys((*before.aliases, *given.aliases))),
                "role": given.role or before.role,
                "cadence_days": given.cadence_days or before.cadence_days,
            }
        )
    return Roster(list(people.values()), manager)


def _manager(signals: Sequence[Signals], config: Config) -> Manager | None:
    if config.manager.name or config.manager.aliases:
        return Manager(name=config.manager.name, aliases=config.manager.aliases)
    counts = Counter(name for s in signals for name in s.selves)
    if not counts:
        return None
    names = [name for name, _ in counts.most_common(3)]
    full = next((name for name in names if " " in name), None)
    return Manager(name=full or names[0], aliases=tuple(name for name in names if name != (full or names[0])))


def _merge_names(strong: Sequence[str], owners: Sequence[str]) -> list[str]:
    """One spelling a person: the accented and the longer form win; `Hruby, Zdenek` is turned round."""
    counted: Counter[str] = Counter()
    for name in [*strong, *owners]:
        plain = " ".join(name.replace("_", " ").split())
        if "," in plain:
            last, _, first = plain.partition(",")
            plain = f"{first.strip()} {last.strip()}"
        if "@" in plain:
            plain = plain.partition("@")[0].replace(".", " ").title()
        if plain and not any(c.isdigit() for c in plain) and fold_word(plain) not in _NO_NAMES:
            counted[plain] += 1
    best: dict[str, str] = {}
    for name in counted:
        key = fold_word(name)
        if key not in best or not name.isascii():
            best[key] = name
    full = [name for key, name in best.items() if " " in key]
    single = [name for key, name in best.items() if " " not in key]
    firsts = [fold_word(name).split()[0] for name in full]
    alone = [
        s for s in single if not any(fold_word(s) == f or is_short_for(fold_word(s), f) for f in firsts) and len(s) > 1
    ]
    return [*full, *[s for s in alone if not any(fold_word(s) == _initials(name) for name in full)]]


def _recurring(signals: Sequence[Signals]) -> list[str]:
    """Names linked to, or written in full, in three notes or more."""
    linked = Counter(link for s in signals for link in s.links if _FULL.fullmatch(link))
    named = Counter(name for s in signals for name in s.full_names)
    return [name for name in {*linked, *named} if linked[name] >= 2 or (linked[name] and named[name] >= 3)]


def _learn_short_forms(people: dict[PersonId, Person], signals: Sequence[Signals]) -> None:
    """Nicknames and initials that the notes use for exactly one person."""
    counts: Counter[str] = Counter()
    for s in signals:
        counts.update(s.words)
        counts.update({word: 3 for name in s.in_name for word in name.split()})
    firsts = {person.id: fold_word(person.name).split()[0] for person in people.values()}
    learnt: defaultdict[PersonId, list[str]] = defaultdict(list)
    for word, count in counts.items():
        folded = fold_word(word)
        if count < 2 or folded in _NO_NAMES or folded in firsts.values():
            continue
        owners = [key for key, first in firsts.items() if is_short_for(folded, first)]
        if len(owners) == 1:
            learnt[owners[0]].append(word)
    for s in signals:
        for short, full in s.equals:
            owners = [
                key
                for key, p in people.items()
                if fold_word(full) in (fold_word(p.name), firsts[key], *map(fold_word, learnt[key]))
            ]
            if len(owners) == 1 and fold_word(short) != firsts[owners[0]]:
                learnt[owners[0]].append(short)
    for key, words in learnt.items():
        people[key] = people[key].model_copy(update={"aliases": tuple(dict.fromkeys((*people[key].aliases, *words)))})


def _forms(people: Sequence[Person]) -> dict[str, tuple[PersonId, ...]]:
    forms: defaultdict[str, list[PersonId]] = defaultdict(list)
    declared: dict[str, PersonId] = {}
    for person in people:
        name = fold_word(person.name)
        parts = name.split()
        own = {name, parts[0], _initials(person.name), parts[0][0], *map(fold_word, person.aliases)}
        if len(parts) > 1:
            own |= {f"{parts[0]} {parts[-1][0]}", f"{parts[-1]} {parts[0]}"}
            if len(parts[-1]) > 3:
                own.add(parts[-1])
        for form in own:
            if form and form not in _NO_INITIALS:
                forms[form].append(person.id)
        declared |= {fold_word(alias): person.id for alias in person.aliases}
    return {form: ((declared[form],) if form in declared else tuple(ids)) for form, ids in forms.items()}


def _initials(name: str) -> str:
    return "".join(part[0] for part in fold_word(name).replace("-", " ").split())


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold_word(name)).strip("-")


def _starts(name: str, part: str) -> bool:
    return any(word.startswith(part) for word in fold_word(name).replace("-", " ").split())


def _name_words(text: str) -> list[str]:
    """The words of a file or folder name that can belong to a name: no dates, no words of the trade."""
    words = _WORD.findall(re.sub(r"\d[\d._-]*", " ", text.replace("_", " ")))
    return [word for word in words if fold_word(word) not in _NO_NAMES and word[:1].isupper()]


def _is_kind_folder(part: str) -> bool:
    from assistant.vault.vault import kind_of

    return kind_of(f"{part}/x", {}) is not NoteKind.DOCUMENT


def _fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    if text.isascii():
        return text.lower(), range(len(text))
    folded: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        for plain in fold_word(char):
            folded.append(plain)
            offsets.append(index)
    return "".join(folded), offsets

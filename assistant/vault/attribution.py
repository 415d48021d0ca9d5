"""Whose each part of a note is: dated entries of a log, paragraphs of a daily, the person a call was with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.models import Note, NoteKind, PersonId, Section
from assistant.vault.entries import Entry, entries_of
from assistant.vault.folding import composed, fold_word
from assistant.vault.found import without_found
from assistant.vault.kinds import KIND_OF_WORD, ONE_ON_ONE_WORDS, is_transcript, kind_of_heading
from assistant.vault.mails import Mail, mails_in
from assistant.vault.names import name_words
from assistant.vault.paragraphs import parts_of
from assistant.vault.roster import Roster

Named = tuple[tuple[PersonId, ...], tuple[str, ...]]
"""Who is meant, and the names that fit several people."""
_HEAD_LINES = 2


def sections(note: Note, roster: Roster, accounts: Mapping[str, PersonId] | None = None) -> list[Section]:
    """The note in runs of lines that share date, kind and people.

    Nothing of a private note or of the tool's own writing.

    `accounts` says whose a customer is: it tells two people of one name apart where a note names the
    customer.
    """
    if note.is_private or note.is_own or not note.text.strip():
        return []
    lines = without_found(note.text.split("\n"))
    reader = _Reader(note, lines, roster, accounts or {})
    return [section for entry in entries_of(note, lines) for section in reader.read(entry)]


class _Reader:
    """One note, its entries read one by one."""

    def __init__(self, note: Note, lines: list[str], roster: Roster, accounts: Mapping[str, PersonId]) -> None:
        self.note = note
        self.lines = lines
        self.roster = roster
        self.accounts = {fold_word(account): owner for account, owner in accounts.items()}
        *folders, name = composed(note.path).split("/")
        self.folders = [_plain(folder) for folder in reversed(folders)]
        self.stem = _plain(name.rpartition(".")[0])

    def read(self, entry: Entry) -> Iterator[Section]:
        text = "\n".join(self.lines[entry.first - 1 : entry.last])
        kind = self._kind(entry, text)
        near = entry.date or self.note.near
        mails = [
            Mail(entry.first + mail.line, mail.day) for mail in mails_in(text, near, day_first=self.note.is_day_first)
        ]
        if kind in (NoteKind.DAILY, NoteKind.INBOX):
            for part in parts_of(self.lines, entry, self.roster, self._holder(kind, entry, text)):
                own = NoteKind.ONE_ON_ONE if part.is_meeting else kind
                yield from self._sections(entry, mails, own, part.first, part.last, (part.people, part.ambiguous))
            return
        people, ambiguous = self._people(kind, entry, text)
        if kind in (NoteKind.ONE_ON_ONE, NoteKind.CALL) and people:
            ambiguous = self._open_names(text, people)
        yield from self._sections(entry, mails, kind, entry.first, entry.last, (people, ambiguous))

    def _sections(
        self, entry: Entry, mails: Sequence[Mail], kind: NoteKind, first: int, last: int, named: Named
    ) -> Iterator[Section]:
        """A run of lines as one section, or as several where mails of other days stand in it."""
        held = next((mail for mail in reversed(mails) if mail.line <= first), Mail(first, None))
        starts = [held._replace(line=first), *(mail for mail in mails if first < mail.line <= last)]
        for start, following in zip(starts, [*starts[1:], Mail(last + 1, None)], strict=True):
            text = "\n".join(self.lines[start.line - 1 : following.line - 1])
            if text.strip():
                is_told = start.day is not None and (entry.date is None or start.day <= entry.date)
                dated = replace(entry, date=start.day) if is_told else entry
                yield self._section(dated, kind, start.line, following.line - 1, text, named)

    def _kind(self, entry: Entry, text: str) -> NoteKind:
        """The note's kind, or what this entry shows it to be where path and front matter say little."""
        kind = self.note.kind
        if kind not in (NoteKind.DOCUMENT, NoteKind.DAILY) or any(_is_document(part) for part in self.folders):
            return kind
        if kind is NoteKind.DOCUMENT and is_transcript(text):
            return NoteKind.CALL
        if entry.heading:
            told = kind_of_heading(entry.heading)
            one = self._named(entry.heading, text)[0]
            if told is NoteKind.TEAM or (told and one):
                return told
            if len(one) == 1 and len(name_words(entry.heading, any_case=False)) <= 3:
                return NoteKind.ONE_ON_ONE
            if kind is NoteKind.DAILY or (not self._whose_file(text) and self.note.kind is NoteKind.DOCUMENT):
                return NoteKind.DAILY
        if kind is NoteKind.DAILY:
            return kind
        head = " ".join(line for line in text.split("\n") if line.strip())[:120]
        told = kind_of_heading(f"{self.stem} {head.split('. ')[0]}")
        if self._whose_file(text):
            return told if told in (NoteKind.CALL, NoteKind.TEAM) and entry.date else NoteKind.ONE_ON_ONE
        if told is NoteKind.ONE_ON_ONE and self._named(head, text)[0]:
            return told
        return told if told and entry.date and ONE_ON_ONE_WORDS.search(head) is None else kind

    def _whose_file(self, text: str) -> bool:
        """Whether file or folder is called after one person."""
        return any(len(self._named(place, text)[0]) == 1 for place in (self.stem, *self.folders[:1]))

    def _people(self, kind: NoteKind, entry: Entry, text: str) -> Named:
        given = [ids for name in self.note.people if (ids := self.roster.resolve(name))]
        if given and all(len(ids) == 1 for ids in given):
            return tuple(dict.fromkeys(ids[0] for ids in given)), ()
        if kind in (NoteKind.TEAM, NoteKind.DOCUMENT):
            return self._everybody(text)
        first_lines = [line for line in text.split("\n") if line.strip()][:_HEAD_LINES]
        places = [*self.folders, self.stem] if kind is NoteKind.ONE_ON_ONE else [self.stem, *self.folders]
        if entry.heading and self.note.kind is not kind:
            places.insert(0, entry.heading)
        open_names: tuple[str, ...] = ()
        for place in [*places, entry.heading, *first_lines]:
            people, ambiguous = self._named(place, text)
            if people:
                return people[:1] if kind is NoteKind.ONE_ON_ONE else people, ()
            open_names = open_names or ambiguous
        return ((), open_names) if open_names else self._most_named(text)

    def _named(self, place: str, text: str) -> Named:
        """Whom a short text names; two candidates are told apart by the note, its customer, or not at all."""
        people: dict[PersonId, None] = {}
        ambiguous: dict[str, None] = {}
        for mention in self.roster.mentions(place):
            if len(mention.people) == 1:
                people[mention.people[0]] = None
            elif told := self._told_apart(mention.people, place, text):
                people[told] = None
            elif mention.end - mention.start > 1:
                ambiguous[place[mention.start : mention.end]] = None
        return tuple(people), tuple(ambiguous)

    def _told_apart(self, candidates: tuple[PersonId, ...], place: str, text: str) -> PersonId | None:
        named = {m.people[0] for m in self.roster.mentions(text) if len(m.people) == 1}
        found = named & set(candidates)
        if len(found) == 1:
            return found.pop()
        around = fold_word(f"{self.stem} {place} {text[:400]}")
        owners = {
            owner for account, owner in self.accounts.items() if owner in candidates and _names_account(account, around)
        }
        return owners.pop() if len(owners) == 1 else None

    def _everybody(self, text: str) -> Named:
        people: dict[PersonId, None] = {}
        for mention in self.roster.mentions(text):
            if len(mention.people) == 1:
                people[mention.people[0]] = None
        return tuple(people), self._open_names(text, ())

    def _open_names(self, text: str, home: tuple[PersonId, ...]) -> tuple[str, ...]:
        """Names in the text that fit several people, and not the one whose note it is."""
        mentions = self.roster.mentions(text)
        named = {m.people[0] for m in mentions if len(m.people) == 1}
        found = (
            text[m.start : m.end]
            for m in mentions
            if len(m.people) > 1
            and m.end - m.start > 1
            and not set(m.people) & set(home)
            and len(named & set(m.people)) != 1
        )
        return tuple(dict.fromkeys(found))

    def _most_named(self, text: str) -> Named:
        counts = Counter(m.people[0] for m in self.roster.mentions(text) if len(m.people) == 1)
        ranked = counts.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return (ranked[0][0],), ()
        return (), self._open_names(text, ())

    def _holder(self, kind: NoteKind, entry: Entry, text: str) -> tuple[PersonId, ...]:
        """Whose an inbox note is as a whole, or an entry of a log whose heading names one person."""
        if kind is NoteKind.INBOX:
            given = [ids for name in self.note.people if len(ids := self.roster.resolve(name)) == 1]
            return given[0] if len(given) == 1 else self._named(self.stem, text)[0]
        named = self._named(entry.heading, text)[0] if entry.heading else ()
        return named if len(named) == 1 else ()

    def _section(self, entry: Entry, kind: NoteKind, first: int, last: int, text: str, named: Named) -> Section:
        """Without blank lines at its end: those above findings that were written later change nothing."""
        lines = text.split("\n")
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        text, last = "\n".join(lines), min(last, first + len(lines) - 1)
        return Section.model_construct(
            path=self.note.path,
            line_start=first,
            line_end=last,
            kind=kind,
            date=entry.date,
            people=named[0],
            ambiguous=named[1],
            heading=entry.heading,
            text=text,
        )


def _plain(part: str) -> str:
    """A folder's or file's name with spaces where it has hyphens or underscores for them."""
    plain = part.replace("_", " ")
    return plain if " " in plain.strip() else re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", " ", plain)


def _is_document(part: str) -> bool:
    return KIND_OF_WORD.get(fold_word(part)) is NoteKind.DOCUMENT


def _names_account(account: str, around: str) -> bool:
    first = account.split(maxsplit=1)[0] if account else ""
    return bool(account) and (
        account in around or (len(first) > 3 and re.search(rf"\b{re.escape(first)}\b", around) is not None)
    )

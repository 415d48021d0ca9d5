"""The names that the vault itself gives: people, the manager, customers, deals; and how each must be written to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.language.invented import words_by_rank
from assistant.language.strangers import Word, is_common, is_english, is_rare, words_of
from assistant.models import Deal, Manager, Person
from assistant.vault.folding import fold_word, initials, word_set
from assistant.vault.given import GIVEN_NAMES
from assistant.vault.mentions import OPENING, WORDLIKE
from assistant.vault.names import is_company_like
from assistant.vault.nicknames import is_short_for

_KEPT = word_set(
    "ltd limited inc llc plc gmbh srl spa ag kg bv nv sa oy as ab sarl co corp and und et en of the for de la le van von der den y e i"
)
"""Parts of names that are in half of all names."""
_GAP = re.compile(r"[\s.,&'’/_+·-]{0,3}")
_DEAL_ENDS = re.compile(r"\s[-–—|]\s|[:(\[|/]")
_INITIALS = 3
"""An alias of so many capitals is initials."""
_NO_INITIALS = word_set(
    "i a x it hr us eu ok pm am is as at in on or an be by do go he me my no of so to up we ceo cfo crm q1 q2 q3 q4"
) | {""}
_WITHIN = 5
"""A name of so many letters is recognised inside a longer word."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_RARE = 3_000
_PART = 4


class Form(NamedTuple):
    """One word of a name."""

    family: str
    """The word whose spelling or short form it is."""
    small: bool
    """Whether it is a name in lower case too."""
    opens: bool
    """Whether it is a name at the beginning of a sentence too, whatever follows."""


class KnownNames:
    """All of a vault's names, by word and by phrase."""

    def __init__(
        self, people: Sequence[Person], manager: Manager | None, others: Iterable[str], deals: Sequence[Deal]
    ) -> None:
        self.forms: dict[str, Form] = {}
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        self._firsts: dict[str, None] = {}
        self._initials: set[str] = set()
        for name, aliases in _named(people, manager):
            first = fold_word(name).split()[0]
            self._firsts[first] = None
            self._initials |= {first[0], initials(name)} - _NO_INITIALS
            self._add_person(name)
            for alias in aliases:
                if alias.isupper() and len(alias) <= _INITIALS:
                    self._initials.add(fold_word(alias))
                else:
                    self._add_person(alias, first)
        for name in others:
            self._add_person(name)
        for deal in deals:
            self._add_person(deal.owner_as_written)
            self._add_company(deal.account)
            self._add_company(_DEAL_ENDS.split(deal.name)[0])
        self.inner = tuple(
            sorted((w for w, form in self.forms.items() if form.small and len(w) >= _WITHIN), key=len, reverse=True)
        )
        self.stages = frozenset(
            word.plain
            for deal in deals
            for word in words_of(deal.stage)
            if is_english(word.plain) and word.plain not in GIVEN_NAMES and word.plain not in self.forms
        )
        """Words of English that the pipeline calls its stages by: no names, however they are written."""
        self.seen: frozenset[str] = frozenset()
        self.numbered = _either(part for deal in deals for part in (deal.account.strip(), deal.account.split(" ")[0]))
        """Finds customers with a number in their name, which is no word."""

    def learn(self, texts: Iterable[str]) -> None:
        """Take in what the notes write with a capital where none is due: names of people outside.

        A word of English counts only where it never stands without.
        """
        capital, small = set[str](), set[str]()
        for text in texts:
            for word in words_of(text):
                if word.text.islower():
                    small.add(word.plain)
                elif not word.begins and len(word.text) > 2:
                    capital.add(word.plain)
        self.seen = frozenset(word for word in capital if word not in small or is_rare(word))

    def phrase_at(self, words: Sequence[Word], place: int, text: str) -> int:
        """How many words from this one on are a known name of several words; 0 for none."""
        for phrase in self.phrases.get(words[place].plain, ()):
            end = place + len(phrase)
            if tuple(word.plain for word in words[place:end]) == phrase and all(
                _GAP.fullmatch(text, words[n].end, words[n + 1].start)
                and "\n\n" not in text[words[n].end : words[n + 1].start]
                for n in range(place, end - 1)
            ):
                return len(phrase)
        return 0

    def form_of(self, word: Word, text: str) -> Form | None:
        """What a word is of a name, judged by how it is written."""
        form = self.forms.get(word.plain)
        if form is None:
            return self._kin_of(word) if word.text.islower() and len(word.plain) > 2 else None
        if word.text.islower():
            return form if form.small else None
        if word.begins and not form.opens and OPENING.match(text, word.end):
            return None
        return form

    def inside(self, word: Word) -> list[tuple[int, int, Form]]:
        """Where known names stand within a longer word: offsets in the word, and the name."""
        plain = word.plain
        if len(plain) != len(word.text):
            return []
        if (
            plain.endswith("s")
            and (form := self.forms.get(plain[:-1]))
            and not (word.text.islower() and is_english(plain))
        ):
            return [(0, len(plain) - 1, form)]
        if is_english(plain):
            return []
        found = self._pieces(plain, self.inner)
        if found:  # one is in it for sure, so the rest may be another, shorter one
            found = self._pieces(plain, tuple(name for name in self.forms if len(name) >= _PART), found)
        return sorted(found)

    def _pieces(
        self, plain: str, names: Iterable[str], taken: Sequence[tuple[int, int, Form]] = ()
    ) -> list[tuple[int, int, Form]]:
        found = list(taken)
        for name in names:
            start = plain.find(name)
            end = start + len(name)
            if start >= 0 and not any(start < b and a < end for a, b, _ in found):
                found.append((start, end, self.forms[name]))
        return found

    def is_initials(self, written: str) -> bool:
        """Whether capitals are the initials, or the first letter, of somebody known."""
        return fold_word(written) in self._initials

    def kept(self, plain: str) -> bool:
        """Whether a word of a phrase may stay: legal forms, linking words."""
        return plain in _KEPT

    def _kin_of(self, word: Word) -> Form | None:
        """A slip of the pen, or a short form that nobody told, of a name in lower case."""
        if is_english(word.plain) or (word.plain in self.seen and is_common(word.plain)):
            return None
        for first in self._firsts:
            if is_short_for(word.plain, first):
                return Form(first, small=True, opens=True)
        if len(word.plain) < _WITHIN:
            return None
        from rapidfuzz.distance import OSA

        for name in self.inner:
            if abs(len(name) - len(word.plain)) < 2 and OSA.distance(name, word.plain, score_cutoff=1) == 1:
                return Form(name, small=True, opens=True)
        return None

    def _add_person(self, name: str, family: str = "") -> None:
        words = words_of(name)
        parts = [word.plain for word in words]
        self._add_phrase(parts)
        for part in (spelling for word in words for spelling in (word.plain, *_spelt_out(word.text))):
            if part in _KEPT or len(part) < 2:
                continue
            rank = words_by_rank().get(part, _RARE)
            is_word = part in WORDLIKE or (rank < _RARE and part not in GIVEN_NAMES)
            own = family if len(parts) == 1 and family else part
            self._add(part, Form(own, small=not is_word and len(part) > 2, opens=not is_word))

    def _add_company(self, name: str) -> None:
        parts = [word.plain for word in words_of(name)]
        self._add_phrase(parts)
        for part in parts:
            if part in _KEPT or len(part) < 3 or is_company_like(part):
                continue
            common = is_common(part)
            if not common or (
                part == parts[0] and len(parts) <= 2 and len(part) >= _PART and not is_company_like(name)
            ):
                self._add(
                    part, Form(part, small=not common and (part == parts[0] or not is_english(part)), opens=not common)
                )

    def _add(self, part: str, form: Form) -> None:
        before = self.forms.get(part, form)
        self.forms[part] = before._replace(small=before.small or form.small, opens=before.opens or form.opens)

    def _add_phrase(self, parts: Sequence[str]) -> None:
        phrase = tuple(parts)
        while phrase and phrase[-1] in _KEPT:
            phrase = phrase[:-1]
        if len(phrase) > 1 and phrase not in (known := self.phrases.setdefault(phrase[0], [])):
            known.append(phrase)
            known.sort(key=len, reverse=True)


def _named(people: Sequence[Person], manager: Manager | None) -> Iterable[tuple[str, tuple[str, ...]]]:
    for person in people:
        yield person.name, person.aliases
    if manager and (name := manager.name or next(iter(manager.aliases), None)):
        yield name, manager.aliases


def _either(names: Iterable[str]) -> re.Pattern[str] | None:
    wanted = sorted(
        {name for name in names if any(char.isdigit() for char in name) and not name.isdigit()}, key=len, reverse=True
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?![^\W_])", re.IGNORECASE) if wanted else None


def _spelt_out(text: str) -> set[str]:
    """How a name with umlauts is written where they are spelt out: `mueller` for `Müller`."""
    spelt = fold_word(text.lower().translate(_SPELT_OUT))
    return {spelt} - {fold_word(text)}

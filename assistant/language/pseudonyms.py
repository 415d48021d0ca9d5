"""Names put under pseudonyms before words leave this machine, and put back in what comes back.

Whatever could be somebody's name, a customer's, an address or a number goes under an invented word of its own: known names in every way they are
written, and in doubt whatever is written like a name. The way back is exact, because each invented word stands for one real one.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from assistant.language.addresses import Address, find_addresses
from assistant.language.invented import Inventory, invented_words
from assistant.language.known_names import KnownNames
from assistant.language.strangers import Word, is_english, strangers, words_of
from assistant.language.turns import Spans
from assistant.reading.sensitive import sensitive_spans
from assistant.vault.roster import Roster
from assistant.workspace import Workspace

KEY_FILE = "pseudonyms.key"
WITHHELD = "[withheld]"
"""What stands where a password, a key, a card number stood; it is never put back, because it never left."""
_INITIALS = 3
_LENGTHS = (9, 8, 7, 6, 5)
"""Letters that an invented word can have, longest first."""
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?:[ .·_-][^\W\d_]){3,}(?!\w)|[^\W\d_]+-\n[ \t]*[^\W\d_]+")
_WEB = re.compile(r"(?:https?://)?(?:www\.)?\b([a-z]+)\.example\b/?", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?\b([a-z]+)@mail\.example\b", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\b999(?:[\s.-]?\d){9}\b")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z][QXZ]{2}[A-Z]?(?![A-Za-rt-z])", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")


class _Change(NamedTuple):
    start: int
    end: int
    text: str


class Pseudonyms:
    """One vault's pseudonyms, the same every time; not for two threads at once."""

    def __init__(self, known: KnownNames, roster: Roster, secret: bytes) -> None:
        self._known, self._roster = known, roster
        self._inventory = Inventory(secret)
        self._exact: dict[str, str] = {}
        """By the invented word: what stood there, where it is more than a word in one of three ways of writing."""
        for name in sorted(known.forms):
            self._word(name, known.forms[name].family)

    def hide(self, text: str, told: Spans | None = None) -> str:
        """The text with pseudonyms in the place of names, addresses and numbers; secrets are gone for good.

        Outside of `told`, where it is given, stand words that came with the product: there known names alone are names.
        """
        plain, told = _visible(text, told)
        changes = [c for c in self._addresses(plain) if _is_told(c.start, told)]
        changes += [c for c in self._whole(plain) if not any(c.start < d.end and d.start < c.end for d in changes)]
        words = [
            word for word in words_of(plain) if not any(word.start < c.end and c.start < word.end for c in changes)
        ]
        changes += self._names(plain, words, told)
        return _changed(plain, changes)

    def restore(self, text: str) -> str:
        """The text with the real names, whatever case or ending the model gave them."""
        real, exact = self._inventory.real, self._exact
        text = _MAIL.sub(lambda m: exact.get(m[1].lower(), m[0]), text)
        text = _WEB.sub(lambda m: exact.get(m[1].lower(), m[0]), text)
        text = _NUMBER.sub(lambda m: real.get(re.sub(r"\D", "", m[0]), m[0]), text)
        text = _CODE.sub(lambda m: _in_case_of(m[0], real[m[0].upper()]) if m[0].upper() in real else m[0], text)
        return _LETTERS.sub(lambda m: self._real(m[0]), text)

    def _real(self, word: str) -> str:
        """A word of an answer with what of it is invented put back."""
        small = word.lower()
        if small in self._inventory.real:
            return self._as_written(word, small)
        if len(small) < _LENGTHS[-1] or is_english(small):
            return word
        pieces, place = [], 0
        for start, end in self._within(small):
            pieces += [word[place:start], self._as_written(word[start:end], small[start:end])]
            place = end
        return "".join([*pieces, word[place:]]) if place else self._misspelt(word, small)

    def _within(self, small: str) -> Iterator[tuple[int, int]]:
        """Where invented words stand within a longer one."""
        place = 0
        while place < len(small):
            for size in _LENGTHS:
                if small[place : place + size] in self._inventory.real:
                    yield place, place + size
                    place += size - 1
                    break
            place += 1

    def _misspelt(self, word: str, small: str) -> str:
        from rapidfuzz.distance import OSA

        near = [
            name for name in self._inventory.real if name.islower() and OSA.distance(name, small, score_cutoff=1) == 1
        ]
        return self._as_written(word, near[0]) if len(near) == 1 else word

    def _as_written(self, word: str, invented: str) -> str:
        if invented in self._exact:
            return self._exact[invented]
        return _in_case_of(word, self._inventory.real[invented])

    def _addresses(self, text: str) -> Iterator[_Change]:
        for one in find_addresses(text, _secrets(text)):
            yield _Change(one.start, one.end, self._address(one, text[one.start : one.end]))

    def _address(self, one: Address, written: str) -> str:
        match one.kind:
            case "secret":
                return WITHHELD
            case "phone":
                return f"+{self._inventory.number_for(written)}"
            case "mail":
                return f"{self._exactly(written)}@mail.example"
            case "web":
                return f"https://{self._exactly(written)}.example"

    def _whole(self, text: str) -> Iterator[_Change]:
        """Known names with a number in them, and those spelt letter by letter or broken over two lines."""
        for match in self._known.numbered.finditer(text) if self._known.numbered else ():
            yield _Change(*match.span(), self._exactly(match[0]).capitalize())
        for match in _SPACED.finditer(text):
            (word,) = words_of("".join(_LETTERS.findall(match[0])).lower())
            if word.plain in self._known.forms:
                yield _Change(*match.span(), self._exactly(match[0]).capitalize())

    def _names(self, text: str, words: Sequence[Word], told: Spans | None) -> Iterator[_Change]:
        initials = {c.start: c for c in self._initials(text, words) if _is_told(c.start, told)}
        yield from initials.values()
        strange = {
            word.start
            for word in strangers(text, list(words), self._known.seen)
            if _is_told(word.start, told) and word.plain not in self._known.stages
        }
        place = 0
        while place < len(words):
            size = self._known.phrase_at(words, place, text)
            for word in words[place : place + size]:
                if word.start not in initials and not self._known.kept(word.plain):
                    yield self._hidden(word)
            for word in words[place : place + 1] if not size else ():
                if word.start not in initials:
                    yield from self._single(word, text, word.start in strange)
            place += size or 1

    def _single(self, word: Word, text: str, is_strange: bool) -> Iterator[_Change]:
        form = self._known.form_of(word, text)
        if form is not None:
            yield self._hidden(word, form.family)
        elif inner := self._known.inside(word):
            for start, end, part in inner:
                piece = word.text[start:end]
                invented = _in_case_of(piece, self._word(piece, part.family))
                yield _Change(word.start + start, word.start + end, invented)
        elif is_strange or word.text.lower() in self._inventory.real or word.text.lower() in _pool():
            yield self._hidden(word)

    def _initials(self, text: str, words: Sequence[Word]) -> Iterator[_Change]:
        letters = {start for mention in self._roster.mentions(text) for start in range(mention.start, mention.end)}
        for word in words:
            if not word.text.isupper() or len(word.text) > _INITIALS:
                continue
            if self._known.is_initials(word.text) or _CODE.fullmatch(word.text) or word.start in letters:
                yield _Change(word.start, word.end, self._inventory.code_for(word.text))

    def _hidden(self, word: Word, family: str = "") -> _Change:
        written = word.text
        if written.isupper() and 1 < len(written) < _LENGTHS[-1] and word.plain not in self._known.forms:
            return _Change(word.start, word.end, self._inventory.code_for(written))
        if not _is_restorable(written):
            return _Change(word.start, word.end, self._exactly(written).capitalize())
        return _Change(word.start, word.end, _in_case_of(written, self._word(written, family)))

    def _word(self, written: str, family: str = "") -> str:
        return self._inventory.word_for(written.lower(), family)

    def _exactly(self, written: str) -> str:
        """An invented word for something that is put back to the letter."""
        invented = self._inventory.word_for(f"={written}")
        self._exact[invented] = written
        return invented


def open_pseudonyms(work: Workspace) -> Pseudonyms:
    """The pseudonyms of a vault; its secret is made at the first use."""
    roster, deals = work.roster, work.pipeline.deals if work.pipeline else ()
    known = KnownNames(roster.people, roster.manager, roster.others, deals)
    known.learn([*(section.text for section in work.catalog.all_sections()), *(deal.next_step for deal in deals)])
    return Pseudonyms(known, roster, _secret(work))


def _secret(work: Workspace) -> bytes:
    """Random, kept with the vault; where nothing can be written, the folder's own name must do."""
    from assistant.vault.writing import write_atomic

    path = work.vault.state / KEY_FILE
    try:
        return path.read_bytes()
    except FileNotFoundError:
        made = secrets.token_bytes(32)
    try:
        write_atomic(path, made)
    except OSError:
        return str(work.vault.root).encode()
    return made


@lru_cache(maxsize=1)
def _pool() -> frozenset[str]:
    return frozenset(invented_words())


def _visible(text: str, told: Spans | None) -> tuple[str, Spans | None]:
    """Accents composed, characters that nobody sees taken out; and where what was told stands then."""
    if told is None:
        return _composed(text), None
    plain, places, place = "", [], 0
    for start, end in told:
        plain += _composed(text[place:start])
        begins = len(plain)
        plain += _composed(text[start:end])
        places.append((begins, len(plain)))
        place = end
    return plain + _composed(text[place:]), tuple(places)


def _composed(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    if composed.isascii():
        return composed
    return "".join(char for char in composed if unicodedata.category(char) != "Cf")


def _is_told(start: int, told: Spans | None) -> bool:
    return told is None or any(begin <= start < end for begin, end in told)


def _secrets(text: str) -> Iterator[tuple[int, int]]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for span in sensitive_spans(text):
        if span.category == "secret":
            yield starts[span.line - 1] + span.start, starts[span.line - 1] + span.end


def _is_restorable(written: str) -> bool:
    small = written.lower()
    return written in (small, small.upper(), small.capitalize()) and _in_case_of(written, small) == written


def _in_case_of(written: str, word: str) -> str:
    """A word in small letters, in capitals, or with one, as another is written."""
    if written.islower():
        return word.lower()
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word.capitalize()


def _changed(text: str, changes: Sequence[_Change]) -> str:
    pieces, place = [], 0
    for change in sorted(changes):
        pieces += [text[place : change.start], change.text]
        place = change.end
    return "".join([*pieces, text[place:]])

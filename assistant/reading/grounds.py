"""On what of people and customers the findings of a note rest: so that it is read again only where that changed.

A reader sees of the people the forms of names that the note's words hold, whom the names that it looked up mean, and the names of
those whose entries they are; of the customers the forms that the words hold. Everything else may change and the findings stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.cache import digest
from assistant.models import Findings, Section, Value
from assistant.reading.context import ReadingContext, names_looked_up
from assistant.reading.note import read_note
from assistant.vault.faces import faces_of, words_in, words_of


class KeptFindings(Value):
    """The findings of a note as they are kept, with what they rest on."""

    world: str
    """The people and customers they were last known to hold for: where these are the same, nothing else is looked at."""
    grounds: str
    """A digest of what the note sees of them."""
    looked_up: tuple[str, ...]
    """Names that were looked up: whom they mean depends on more than their words."""
    findings: Findings


class Grounds:
    """What notes see of the people and customers of today."""

    def __init__(self, context: ReadingContext) -> None:
        self.context = context
        self._people = {person.id: person.name for person in context.roster.people}
        self._meant: dict[str, str] = {}
        self._by_word: defaultdict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        self.world = digest(context.roster.digest, *context.accounts)
        for form, face in faces_of(context.roster).items():
            self._put(form, f"{form} is {face}")
        for form, account in context.customer_forms.items():
            self._put(form, f"{form} is customer {account}")

    def _put(self, form: str, face: str) -> None:
        words = words_of(form)
        self._by_word[max(words, key=len)].append((words, face))

    def held(self, known: KeptFindings, sections: Sequence[Section]) -> KeptFindings | None:
        """What was kept of these sections, where it still holds; the same object where nothing at all is new."""
        if known.world == self.world:
            return known
        if self.of(sections, known.looked_up) != known.grounds:
            return None
        return known.model_copy(update={"world": self.world})

    def read(self, sections: Sequence[Section]) -> KeptFindings:
        """What the readers find in these sections of one note."""
        with names_looked_up() as names:
            findings = read_note(sections[0].path, sections, self.context)
        looked_up = tuple(sorted(names))
        return KeptFindings(
            world=self.world, grounds=self.of(sections, looked_up), looked_up=looked_up, findings=findings
        )

    def of(self, sections: Sequence[Section], looked_up: Iterable[str]) -> str:
        """A digest of what these sections of one note see, where readers look up these names."""
        words = words_in(" ".join([sections[0].path, *(f"{s.heading} {s.text}" for s in sections)]))
        words |= {word[:-1] for word in words if word.endswith("s")}  # `Hexhams` names Hexham
        faces = [
            face for word in words & self._by_word.keys() for needed, face in self._by_word[word] if needed <= words
        ]
        whose = [f"{person} {self._people.get(person)}" for s in sections for person in s.people]
        return digest(*sorted(faces), *whose, *(f"{name} means {self._whom(name)}" for name in looked_up))

    def _whom(self, name: str) -> str:
        if name not in self._meant:
            found = self.context.roster.resolve(name)
            self._meant[name] = " ".join(f"{person} {self._people[person]}" for person in found)
        return self._meant[name]

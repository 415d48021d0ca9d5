"""What a worker tells the app: past-tense messages, each with the value it made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.capture.capture import Captured
    from assistant.capture.drafts import Draft
    from assistant.capture.found import Found
    from assistant.capture.live import LiveReader
    from assistant.ledger.asked import Asked
    from assistant.models import Brief, Findings, Person, Question, ShowMe
    from assistant.team import Team, TeamStep


class TeamLoaded(Message):
    """The folder was looked over; here is the team, with what is known before its notes are read."""

    def __init__(self, team: Team, faults: int) -> None:
        super().__init__()
        self.team = team
        self.faults = faults


class TeamRead(Message):
    """Some more of the team's notes were read."""

    def __init__(self, step: TeamStep) -> None:
        super().__init__()
        self.step = step


class BriefMade(Message):
    """A brief is ready."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief


class ItemTailored(Message):
    """A language model has fitted one item to the notes, or it stands as it was."""

    def __init__(self, old: Question | ShowMe, new: Question | ShowMe, done: int, total: int) -> None:
        super().__init__()
        self.old = old
        self.new = new
        self.done = done
        self.total = total


class BriefTailored(Message):
    """The model is through, was stopped, or failed; here is the whole brief."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief


class CaptureOpened(Message):
    """Everything that taking notes about one person needs."""

    def __init__(self, name: str, draft: Draft, reader: LiveReader, questions: Sequence[Asked]) -> None:
        super().__init__()
        self.name = name
        self.draft = draft
        self.reader = reader
        self.questions = questions


class WordsRead(Message):
    """What is found in the words as they stand."""

    def __init__(self, found: Findings) -> None:
        super().__init__()
        self.found = found


class EarlierFound(Message):
    """The words being typed were held against earlier promises and claims."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self.found = found


class NoteMade(Message):
    """The words have become a note."""

    def __init__(self, made: Captured) -> None:
        super().__init__()
        self.made = made


class FolderChanged(Message):
    """Somebody else wrote notes meanwhile."""


class WorkMoved(Message):
    """Long work went a step further; what it does, or how far it is, in words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class WorkFailed(Message):
    """A fault, as a sentence and what to do."""

    def __init__(self, message: str, remedy: str, person: Person | None = None) -> None:
        super().__init__()
        self.message = message
        self.remedy = remedy
        self.person = person

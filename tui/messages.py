"""What a worker tells the app: past-tense messages, each with the value it made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from assistant.models import Brief, Person
    from assistant.team import Team


class TeamLoaded(Message):
    """The folder was read; here is the team."""

    def __init__(self, team: Team, faults: int) -> None:
        super().__init__()
        self.team = team
        self.faults = faults


class BriefMade(Message):
    """A brief is ready."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief


class WorkMoved(Message):
    """Long work went a step further; `total` 0 means that nobody knows how long it is."""

    def __init__(self, text: str, done: int = 0, total: int = 0) -> None:
        super().__init__()
        self.text = text
        self.done = done
        self.total = total


class WorkFailed(Message):
    """A fault, as a sentence and what to do."""

    def __init__(self, message: str, remedy: str, person: Person | None = None) -> None:
        super().__init__()
        self.message = message
        self.remedy = remedy
        self.person = person

"""The faults a person can act on: one sentence what happened, one sentence what to do."""

from __future__ import annotations


class ShowMeError(Exception):
    """A fault that is shown as it stands: `message`, then `remedy`; never a traceback."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}"


class VaultNotFoundError(ShowMeError):
    """The folder named as a vault does not exist or is not a folder."""


class NoteUnreadableError(ShowMeError):
    """One file cannot be read as a note; the rest goes on."""


class PersonUnknownError(ShowMeError):
    """Nobody in the notes answers to that name; `remedy` names the nearest."""


class PersonAmbiguousError(ShowMeError):
    """The name fits two people or more; `remedy` names them all."""


class KnowledgeError(ShowMeError):
    """A knowledge file breaks its schema; `message` names file and line."""


class ConfigError(ShowMeError):
    """`.showme/config.toml` or an environment variable cannot be used."""


class IndexBusyError(ShowMeError):
    """Another process is writing the index and did not finish in time."""

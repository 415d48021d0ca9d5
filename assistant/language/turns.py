"""What goes to a model and what comes back: chat turns, a call, a reply."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, Protocol

from assistant.models import Value

Role = Literal["system", "user", "assistant"]
Spans = tuple[tuple[int, int], ...]
"""Places in a text: begin and end, in order, none over another."""


class Turn(Value):
    """One turn of a chat."""

    role: Role
    text: str
    told: Spans | None = None
    """Where in the text words of this vault stand; between them it is a shipped prompt's own. None: anywhere."""


class Call(Value):
    """One question to a model."""

    purpose: str
    """The prompt's id: stands in the log."""
    prompt: str
    """The digest of the prompt's file: part of the key of a kept reply."""
    turns: tuple[Turn, ...]
    schema_: dict[str, Any] | None = None
    """A JSON schema for the answer, where it is to be one."""
    most_tokens: int = 120
    """More than this is no answer but a fault."""


class Payload(Value):
    """One call as it would go out."""

    model: str
    host: str
    purpose: str
    turns: tuple[Turn, ...]
    body: bytes
    """The JSON of the request, byte for byte; where a vendor's package writes it, what that package is given."""
    digest: str
    """SHA-256 of the body, as the log keeps it."""


@dataclass(frozen=True)
class Request:
    """One call in the form in which a model is asked it."""

    turns: tuple[Turn, ...]
    body: bytes
    """The JSON that goes out."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """What stands in the body beside the turns and is told to the client."""

    @property
    def digest(self) -> str:
        """SHA-256 of the body."""
        return sha256(self.body).hexdigest()


class Usage(Value):
    """What a model says it read and wrote; `cost` in its provider's currency, where told."""

    read: int = 0
    written: int = 0
    cost: float | None = None


class Reply(Value):
    """What came back, names put back in."""

    text: str
    usage: Usage = Usage()
    seconds: float = 0.0
    is_kept: bool = False
    """Answered from the local cache: nothing was called."""


class ChatModel(Protocol):
    """A model that can be asked. Raises ModelError and nothing else of its vendor's."""

    def request(self, call: Call) -> Request:
        """The call as it goes out; nothing is sent yet."""
        ...

    def stream(self, request: Request, seconds: float) -> Generator[str | Usage, None, None]:
        """Pieces of the answer as they come, what it took at the end; gives up after so many silent seconds."""
        ...

    def close(self) -> None:
        """Let go of connections and memory."""
        ...

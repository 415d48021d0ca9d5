"""Prompts as data: `prompts/*.md`, the manager's own in `.showme/prompts` over them; declared = used = supplied is checked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import cast

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import KnowledgeError
from assistant.language.turns import Role, Turn

_SLOT = re.compile(r"\{\{(\w+)\}\}")
_PART = re.compile(r"^# (.+)$", re.MULTILINE)
_TURN = re.compile(r"^## (user|assistant)$", re.MULTILINE)


class _Front(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    version: int = Field(ge=1)
    purpose: str
    inputs: tuple[str, ...]


class Prompt:
    """One prompt file: front matter, then `# system` where it begins a chat, any number of `# example KIND` with turns, and `# user`."""

    def __init__(self, text: str, name: str, *, is_shipped: bool = False) -> None:
        """Read and check a file. Raises KnowledgeError that names it."""
        self.text = text
        self._name, self._is_shipped = name, is_shipped
        head, _, body = text.partition("---\n")[2].partition("\n---\n")
        try:
            self._front = _Front.model_validate(yaml.safe_load(head))
        except (yaml.YAMLError, ValidationError) as fault:
            raise self._error(f"its front matter does not hold ({str(fault).splitlines()[0]})") from fault
        pieces = _PART.split(body)
        self._parts = {title.strip(): words.strip() for title, words in zip(pieces[1::2], pieces[2::2], strict=True)}
        if "user" not in self._parts:
            raise self._error("it needs the part `# user`")
        used = set(_SLOT.findall(body))
        if used != set(self._front.inputs):
            off = ", ".join(sorted(used ^ set(self._front.inputs)))
            raise self._error(f"the inputs declared and used differ: {off}")

    @property
    def id(self) -> str:
        """The prompt's name."""
        return self._front.id

    @property
    def version(self) -> int:
        """Counts up when its words change."""
        return self._front.version

    @property
    def inputs(self) -> tuple[str, ...]:
        """What it must be given."""
        return self._front.inputs

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file."""
        return sha256(self.text.encode()).hexdigest()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of example it has."""
        return tuple(part.removeprefix("example ") for part in self._parts if part.startswith("example "))

    def render(self, inputs: Mapping[str, str], examples: Sequence[str] = ()) -> tuple[Turn, ...]:
        """The turns, with examples of these kinds before the last one. Raises KnowledgeError when inputs are not those declared."""
        if inputs.keys() != set(self._front.inputs):
            off = ", ".join(sorted(inputs.keys() ^ set(self._front.inputs)))
            raise self._error(f"the inputs declared and supplied differ: {off}")
        turns = [self._filled("system", "system", inputs)] if "system" in self._parts else []
        for kind in examples:
            pieces = _TURN.split(self._parts[f"example {kind}"])
            turns += [
                Turn(role=cast(Role, role), text=words.strip(), told=() if self._is_shipped else None)
                for role, words in zip(pieces[1::2], pieces[2::2], strict=True)
            ]
        return (*turns, self._filled("user", "user", inputs))

    def _filled(self, role: Role, part: str, inputs: Mapping[str, str]) -> Turn:
        """A part with its inputs, and where they stand: the manager's own prompts may name people anywhere."""
        text, told, place = "", [], 0
        for slot in _SLOT.finditer(self._parts[part]):
            text += self._parts[part][place : slot.start()]
            told.append((len(text), len(text) + len(inputs[slot[1]])))
            text += inputs[slot[1]]
            place = slot.end()
        text += self._parts[part][place:]
        return Turn(role=role, text=text, told=tuple(told) if self._is_shipped else None)

    def _error(self, what: str) -> KnowledgeError:
        return KnowledgeError(f"The prompt {self._name} cannot be used: {what}.", "Mend the file, or remove it.")


def load_prompt(name: str, state: Path | None) -> Prompt:
    """A prompt by its id: the manager's own file where there is one, else the shipped one. Raises KnowledgeError."""
    own = state / "prompts" / f"{name}.md" if state is not None else None
    if own is not None and own.is_file():
        try:
            return Prompt(own.read_text(encoding="utf-8"), str(own))
        except (OSError, UnicodeDecodeError) as fault:
            raise KnowledgeError(f"The prompt {own} cannot be read.", "Mend the file, or remove it.") from fault
    return Prompt((files("prompts") / f"{name}.md").read_text(encoding="utf-8"), f"prompts/{name}.md", is_shipped=True)


def quoted_data(text: str) -> str:
    """Words of a note as a prompt may hold them: one line, and nothing in them that looks like an end of the quotation."""
    plain = " ".join(text.split())
    return plain.replace("<", "‹").replace(">", "›").replace("```", "ˋˋˋ").replace("“", '"').replace("”", '"')


def prompts_digest(state: Path) -> str:
    """Changes when any prompt does, the manager's own included."""
    own = state / "prompts"
    shipped = [file for file in files("prompts").iterdir() if file.name.endswith(".md")]
    found = [*shipped, *(own.glob("*.md") if own.is_dir() else ())]
    total = sha256()
    for file in sorted(found, key=lambda file: file.name):
        total.update(file.name.encode() + b"\x00" + file.read_bytes() + b"\x00")
    return total.hexdigest()

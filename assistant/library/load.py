"""Loads the knowledge: what is shipped, and over it the manager's own files of the same layout.

knowledge/principles/<id>.md · knowledge/questions/<principle-id>.yaml · knowledge/claims.yaml
<vault>/.showme/knowledge/…  the same names; an entry with a known id replaces it, a new id is added
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import knowledge
from assistant.library.entry_file import read_entries
from assistant.library.faults import fault_at
from assistant.library.models import BankQuestion, ClaimKind, Library, Principle
from assistant.library.principle_file import read_principle

SHIPPED = Path(knowledge.__file__).parent


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def line(self) -> int: ...


Item = TypeVar("Item", bound=_Named)


@dataclass(frozen=True)
class _File:
    """A file of one layer: its name for people, and its text."""

    path: str
    stem: str
    text: str


def load_library(state: Path | None) -> Library:
    """The knowledge; `state` is the vault's `.showme`, None for what is shipped alone.

    Raises KnowledgeError that names file and line of the first mistake.
    """
    total = hashlib.sha256()
    principles: dict[str, Principle] = {}
    questions: dict[str, BankQuestion] = {}
    claim_kinds: dict[str, ClaimKind] = {}
    layers = [(SHIPPED, "knowledge")]
    if state is not None and (state / "knowledge").is_dir():
        layers.append((state / "knowledge", ".showme/knowledge"))
    for root, name in layers:
        found = (
            read_principle(f.text, f.path, f.stem) for f in _files(root, name, "principles", ".md", total)
        )
        principles |= _by_id(found)
        asked = (
            entry
            for f in _files(root, name, "questions", ".yaml", total)
            for entry in read_entries(f.text, f.path, BankQuestion, {"principle": f.stem})
        )
        questions |= _by_id(asked)
        kinds = (
            entry
            for f in _files(root, name, "", "claims.yaml", total)
            for entry in read_entries(f.text, f.path, ClaimKind, {})
        )
        claim_kinds |= _by_id(kinds)
    for question in questions.values():
        if question.principle not in principles:
            raise fault_at(question.path, question.line, f"there is no principle {question.principle}")
    for kind in claim_kinds.values():
        if all("{deal}" in request for request in kind.requests):
            raise fault_at(kind.path, kind.line, f"{kind.id} needs a request without {{deal}}")
    return Library(
        principles=principles,
        questions=tuple(questions.values()),
        claim_kinds=claim_kinds,
        digest=total.hexdigest(),
    )


def _files(root: Path, name: str, folder: str, ending: str, total: hashlib._Hash) -> Iterator[_File]:
    """The files of one folder by name; what is read is added to the digest."""
    base = root / folder
    for path in sorted(base.iterdir()) if base.is_dir() else ():
        if not path.name.endswith(ending) or path.name.startswith("."):
            continue
        shown = "/".join(part for part in (name, folder, path.name) if part)
        content = path.read_bytes()
        total.update(f"{shown}\x00{len(content)}\x00".encode())
        total.update(content)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as fault:
            line = content[: fault.start].count(b"\n") + 1
            raise fault_at(shown, line, "the text is not UTF-8") from fault
        yield _File(shown, path.stem, text.replace("\r\n", "\n"))


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    """The items of one layer by id; one id twice is a mistake."""
    result: dict[str, Item] = {}
    for item in items:
        if item.id in result:
            first = result[item.id]
            raise fault_at(
                item.path, item.line, f"{item.id} stands already in {first.path}, line {first.line}"
            )
        result[item.id] = item
    return result

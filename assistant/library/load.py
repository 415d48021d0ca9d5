"""Reads the knowledge files, checks them against their schema and lays the manager's own over the shipped ones."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from assistant.errors import KnowledgeError
from assistant.library.models import PRINCIPLE_IDS, BankQuestion, ClaimKind, Entry, Library, Principle
from assistant.library.pages import read_page

Read = TypeVar("Read", bound=Entry)


def load_library(state: Path | None = None) -> Library:
    """The shipped knowledge, and over it `<vault>/.showme/knowledge/`: an entry with a known id replaces it, others are added.

    Raises KnowledgeError that names the file and the line of the first mistake.
    """
    shipped = files("knowledge")
    own = state / "knowledge" if state is not None and (state / "knowledge").is_dir() else None
    principles: dict[str, Principle] = {}
    questions: dict[str, BankQuestion] = {}
    kinds: dict[str, ClaimKind] = {}
    for folder in filter(None, (shipped, own)):
        principles |= {p.id: p for p in _principles(folder)}
        questions |= {q.id: q for q in _questions(folder)}
        kinds |= {k.id: k for k in _claim_kinds(folder)}
    return Library(principles=principles, questions=tuple(questions.values()), claim_kinds=kinds)


def _principles(folder: Traversable | Path) -> Iterator[Principle]:
    for file in _files(folder, "principles", ".md"):
        values = read_page(str(file), file.read_text(encoding="utf-8"))
        if values.get("id") not in PRINCIPLE_IDS:
            raise KnowledgeError(
                f"{file}:2: id {values.get('id')!r} is no principle.", f"The ids: {', '.join(PRINCIPLE_IDS)}."
            )
        yield _checked(Principle, values, str(file), 1)


def _questions(folder: Traversable | Path) -> Iterator[BankQuestion]:
    for file in _files(folder, "questions", ".yaml"):
        principle = file.name.removesuffix(".yaml")
        if principle not in PRINCIPLE_IDS:
            raise KnowledgeError(
                f"{file}: its name is no principle.", "Name the file after the principle its questions serve."
            )
        for values, line in _entries(file):
            yield _checked(BankQuestion, {"principle": principle, **values}, str(file), line)


def _claim_kinds(folder: Traversable | Path) -> Iterator[ClaimKind]:
    file = folder / "claims.yaml"
    if file.is_file():
        for values, line in _entries(file):
            yield _checked(ClaimKind, values, str(file), line)


def _files(folder: Traversable | Path, name: str, ending: str) -> list[Any]:
    place = folder / name
    if not place.is_dir():
        return []
    return sorted((f for f in place.iterdir() if f.name.endswith(ending)), key=lambda f: f.name)


def _entries(file: Any) -> Iterator[tuple[dict[str, Any], int]]:
    """The entries of a YAML list, each with the line it begins on."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = file.read_text(encoding="utf-8")
    try:
        values = yaml.load(text, Loader=loader)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f":{mark.line + 1}" if mark else ""
        reason = getattr(fault, "problem", None) or "no valid YAML"
        raise KnowledgeError(f"{file}{where}: {reason}.", "Mend that line; entries begin with `- id:`.") from fault
    if values is None:
        return
    if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
        raise KnowledgeError(f"{file}:1: the file is no list of entries.", "Begin every entry with `- id:`.")
    starts = [number for number, line in enumerate(text.split("\n"), 1) if line.startswith("- ")]
    for index, value in enumerate(values):
        yield value, starts[index] if index < len(starts) else 1


def _checked(model: type[Read], values: dict[str, Any], file: str, line: int) -> Read:
    try:
        return model.model_validate(values)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        name = f" ({values['id']})" if "id" in values else ""
        raise KnowledgeError(f"{file}:{line}:{name} {where}: {first['msg']}.", "Mend that entry.") from fault

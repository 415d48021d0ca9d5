"""How a mistake in a knowledge file is told: file, line, what is wrong, what to do."""

from __future__ import annotations

from pydantic import ValidationError

from assistant.errors import KnowledgeError

_REMEDY = "Mend the line, or take the file away."


def fault_at(path: str, line: int, what: str) -> KnowledgeError:
    """The error for one line of one file."""
    return KnowledgeError(f"{path}, line {line}: {what}.", _REMEDY)


def describe_faults(fault: ValidationError) -> str:
    """The first thing that a schema found wrong, in one clause."""
    first = fault.errors(include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"“{where}” is no key here"
    if first["type"] == "missing":
        return f"“{where}” is missing"
    return f"{where}: {first['msg'][:1].lower()}{first['msg'][1:]}".rstrip(".")

"""Reads one YAML file that is a list of entries, and knows the line of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.library.faults import describe_faults, fault_at

Entry = TypeVar("Entry", bound=BaseModel)


def read_entries(text: str, path: str, schema: type[Entry], defaults: Mapping[str, object]) -> list[Entry]:
    """The entries of a file's text in their order; `defaults` stand in for keys that an entry leaves out.

    Raises KnowledgeError that names file and line.
    """
    loader = yaml.CSafeLoader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return []
        if not isinstance(root, yaml.SequenceNode):
            raise fault_at(
                path, root.start_mark.line + 1, "the file must be a list: each entry begins with a dash"
            )
        return [_entry(loader, node, path, schema, defaults) for node in root.value]
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        raise fault_at(path, mark.line + 1 if mark else 1, fault.problem or "this is no YAML") from fault
    finally:
        loader.dispose()


def _entry(
    loader: yaml.CSafeLoader, node: yaml.Node, path: str, schema: type[Entry], defaults: Mapping[str, object]
) -> Entry:
    line = node.start_mark.line + 1
    content: Any = loader.construct_document(node)
    if not isinstance(content, dict):
        raise fault_at(path, line, "an entry must have keys, such as id")
    try:
        return schema.model_validate({**defaults, **content, "path": path, "line": line})
    except ValidationError as fault:
        place = fault.errors()[0]["loc"]
        raise fault_at(path, _line_of(node, place) or line, describe_faults(fault)) from fault


def _line_of(node: yaml.Node, place: tuple[int | str, ...]) -> int | None:
    """The line of the innermost node that `place` leads to."""
    line = None
    for step in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == step), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            return line
    return line

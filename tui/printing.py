"""Data to stdout, progress and notices to stderr."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from assistant.events import Downloaded, Drafted, Embedded, Event, Finished, Listed, Noticed, Read, Scanned, Tailored

_PATIENCE = 0.4
"""Seconds that a command may take before it has to say how far it is."""


def print_json(value: object) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n")


def print_line(value: object) -> None:
    """One JSON object on one line of stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=_plain) + "\n")


def print_text(text: str) -> None:
    """Text on stdout, whatever the terminal's encoding can show of it."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def print_notice(text: str) -> None:
    """One line on stderr."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def print_table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Columns as wide as their longest cell; the last one runs on."""
    table = [list(head), *[list(row) for row in rows]]
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        print_text("  ".join([*cells, row[-1]]).rstrip())


class StderrProgress:
    """Prints events for a person who waits: a bar that rewrites itself on a terminal, plain lines elsewhere."""

    def __init__(self, *, patience: float = _PATIENCE) -> None:
        self._shows_from = time.monotonic() + patience
        self._has_bar = False

    def __call__(self, event: Event) -> None:
        match event:
            case Noticed(text=text):
                self._end_bar()
                print_notice(text)
            case Listed(done=done, total=total):
                self._show_bar("looking over the notes", done, total)
            case Read(done=done, total=total):
                self._show_bar("reading the notes", done, total)
            case Embedded(done=done, total=total):
                self._show_bar("indexing", done, total)
            case Downloaded(done=done, total=total):
                self._show_bar("fetching MB", done // 1_000_000, max(1, total // 1_000_000))
            case Tailored(done=done, total=total):
                self._show_bar("tailoring", done, total)
            case Scanned() | Finished():
                self._end_bar()
            case Drafted():
                pass

    def _show_bar(self, doing: str, done: int, total: int) -> None:
        """Draw it anew; what was done before anybody would ask needs none."""
        is_late = time.monotonic() >= self._shows_from
        if not sys.stderr.isatty() or not (self._has_bar or (is_late and done < total)):
            return
        full = done * 30 // max(1, total)
        sys.stderr.write(f"\r\x1b[K{doing} [{'#' * full}{'.' * (30 - full)}] {done}/{total}")
        sys.stderr.flush()
        self._has_bar = True
        if done >= total:
            self._end_bar()

    def _end_bar(self) -> None:
        if self._has_bar:
            sys.stderr.write("\n")
            self._has_bar = False


def is_interactive() -> bool:
    """Somebody sits at a terminal that can show the app."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _plain(value: object) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON")

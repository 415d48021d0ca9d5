"""Reads one principle file: front matter, then sections of Markdown under fixed headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from pydantic import ValidationError

from assistant.library.faults import describe_faults, fault_at
from assistant.library.models import Principle

_FENCE = "---"
_PARAGRAPHS = {"Statement": "statement", "Why it matters": "why", "To try this week": "to_try"}
_LISTS = {"Signs in the notes": "signs", "What to do instead": "instead", "Situations": "situations"}
_PAIRS = "Sounds like"
HEADINGS = (*_PARAGRAPHS, *_LISTS, _PAIRS)
_BULLET = re.compile(r"[-*] +(.*)")
_BADLY, _WELL = re.compile(r"(?i)badly: *"), re.compile(r"(?i)well: *")


@dataclass
class _Run:
    """Some lines that belong together."""

    line: int
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def phrase(self) -> dict[str, object]:
        return {"text": self.text, "line": self.line}


def read_principle(text: str, path: str, expected_id: str) -> Principle:
    """The principle in a file's text. Raises KnowledgeError that names file and line."""
    lines = text.split("\n")
    front, body_line = _front_matter(lines, path)
    if front.get("id") != expected_id:
        raise fault_at(path, 1, f"the file is called {expected_id}.md, so its id must be {expected_id}")
    content: dict[str, object] = dict(front)
    places: dict[str, int] = {}
    for heading, line, runs in _sections(lines, body_line, path):
        name = _PARAGRAPHS.get(heading) or _LISTS.get(heading) or "sounds_like"
        if name in places:
            raise fault_at(path, line, f"the section “{heading}” stands here a second time")
        places[name] = line
        if heading in _PARAGRAPHS:
            content[name] = " ".join(run.text for run in runs)
        elif heading in _LISTS:
            content[name] = [run.phrase() for run in _bullets(runs, path)]
        else:
            content[name] = _pairs(runs, path)
    for heading in HEADINGS:
        if (_PARAGRAPHS.get(heading) or _LISTS.get(heading) or "sounds_like") not in places:
            raise fault_at(path, len(lines), f"the section “{heading}” is missing")
    try:
        return Principle.model_validate(content | {"path": path, "line": places["statement"] + 1})
    except ValidationError as fault:
        first = str(fault.errors()[0]["loc"][0])
        line = places.get(first) or next((n for n, v in enumerate(lines, 1) if v.startswith(f"{first}:")), 1)
        raise fault_at(path, line, describe_faults(fault)) from fault


def _front_matter(lines: list[str], path: str) -> tuple[dict[str, object], int]:
    """The front matter and the number of the first line after it."""
    if lines[0].strip() != _FENCE:
        raise fault_at(path, 1, "the file must begin with front matter between two lines of ---")
    end = next((n for n, line in enumerate(lines[1:], 2) if line.strip() == _FENCE), None)
    if end is None:
        raise fault_at(path, 1, "the front matter is not closed by a line of ---")
    try:
        front = yaml.load("\n".join(lines[1 : end - 1]), yaml.CSafeLoader)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 2 if fault.problem_mark else 1
        raise fault_at(path, line, fault.problem or "this is no YAML") from fault
    if not isinstance(front, dict):
        raise fault_at(path, 2, "the front matter must hold keys such as id and title")
    return front, end + 1


def _sections(lines: list[str], start: int, path: str) -> Iterator[tuple[str, int, list[_Run]]]:
    """Heading, its line, and the paragraphs and bullets under it."""
    heading: tuple[str, int] | None = None
    runs: list[_Run] = []
    is_open = False
    for number, line in enumerate(lines[start - 1 :], start):
        text = line.strip()
        if text.startswith("#"):
            if heading:
                yield (*heading, runs)
            title = text.lstrip("#").strip()
            if title not in HEADINGS:
                raise fault_at(
                    path, number, f"“{title}” is no section; the sections are {', '.join(HEADINGS)}"
                )
            heading, runs, is_open = (title, number), [], False
        elif not text:
            is_open = False
        elif heading is None:
            raise fault_at(path, number, "there is text before the first section")
        elif is_open and not _BULLET.match(text) and not _WELL.match(text):
            runs[-1].words.append(text)
        else:
            runs.append(_Run(number, [text]))
            is_open = True
    if heading:
        yield (*heading, runs)


def _bullets(runs: list[_Run], path: str) -> list[_Run]:
    result = []
    for run in runs:
        bullet = _BULLET.match(run.text)
        if not bullet:
            raise fault_at(path, run.line, "every entry of this section must begin with a dash")
        result.append(_Run(run.line, [_unquoted(bullet[1])]))
    return result


def _pairs(runs: list[_Run], path: str) -> list[dict[str, object]]:
    """`- Badly: …` followed by `Well: …`."""
    pairs: list[dict[str, object]] = []
    for number, run in enumerate(runs):
        said = _BULLET.sub(r"\1", run.text)
        wanted = _WELL if number % 2 else _BADLY
        if not wanted.match(said):
            raise fault_at(path, run.line, "a pair is “- Badly: …” and under it “  Well: …”")
        runs[number] = _Run(run.line, [_unquoted(wanted.sub("", said, count=1))])
    if len(runs) % 2:
        raise fault_at(path, runs[-1].line, "this pair has no “Well: …”")
    for badly, well in zip(runs[::2], runs[1::2], strict=True):
        pairs.append({"badly": badly.phrase(), "well": well.phrase()})
    return pairs


def _unquoted(text: str) -> str:
    """The text without quotation marks that stand around the whole of it."""
    inner = text[1:-1]
    is_wrapped = len(text) > 2 and text[0] == text[-1] == '"' and '"' not in inner
    return inner if is_wrapped else text

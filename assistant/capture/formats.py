"""What comes in, as the lines of a note: plain text as it is; transcripts turn by turn; Word documents as Markdown."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from assistant.errors import ShowMeError
from assistant.vault.decoding import NotTextError, decode

_ZIP = b"PK\x03\x04"
_VTT = re.compile(r"\A\s*WEBVTT\b")
_SRT = re.compile(r"\A\s*\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> ")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_SPOKEN = re.compile(r"^\s*([^\W\d_][^:\n]{0,40}?)\s*:\s+(\S.*)$", re.DOTALL)
_TIME = r"\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\)?\]?"
_HEAD = re.compile(
    rf"^\s*(?:(?P<name>[^\W\d_][\w .,'’()&-]{{0,48}}?)\s*[|,–—-]?\s+{_TIME}(?:\s*[-–—>]+\s*{_TIME})?"
    rf"|{_TIME}(?:\s*[-–—>]+\s*{_TIME})?\s*[|,–—-]?\s*(?P<later>[^\W\d_][\w .,'’()&-]{{0,48}}?))\s*:?\s*$"
)
"""`Morgan Lee   0:03` or `0:03 | Morgan Lee`, alone on a line: Teams, Otter and Gong."""
_CHAT = re.compile(
    rf"^\s*{_TIME}\s+(?:From\s+)?(?P<name>[^\W\d_][^:\n]{{0,40}}?)(?:\s+to\s+\w[\w ]*)?\s*:\s*(?P<words>\S.*)$"
)
"""`10:02:11 From Morgan Lee : words`: Zoom's chat, and transcripts with the time in front."""
_ENOUGH_TURNS = 3

Turn = tuple[str, str]
"""Who spoke, `` where nobody is named, and the words."""


def read_incoming(content: bytes) -> str:
    """The text of what was handed in, LF line ends, one line a turn for transcripts.

    Raises ShowMeError for what is no text.
    """
    if content.startswith(_ZIP):
        return _from_docx(content)
    try:
        text, _ = decode(content)
    except NotTextError as fault:
        raise ShowMeError(
            f"This is no text ({fault}).", "Give text, a transcript (.vtt, .srt) or a Word document (.docx)."
        ) from fault
    if _VTT.match(text) or _SRT.match(text):
        return _as_lines(_subtitles(text)) or text
    return _speaker_blocks(text) or text


def is_transcript(text: str) -> bool:
    """Whether the lines say who spoke."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) >= _ENOUGH_TURNS and sum(bool(_SPOKEN.match(line)) for line in lines) * 2 > len(lines)


def _subtitles(text: str) -> list[Turn]:
    """The cues of a WebVTT or SubRip file; one that breaks the format gives what can be read of it."""
    import webvtt
    from webvtt.errors import MalformedFileError

    body = text.lstrip()
    try:
        is_vtt = bool(_VTT.match(body))
        captions = webvtt.from_buffer(io.StringIO(body), format="vtt" if is_vtt else "srt").captions
        cues = [(caption.voice or "", caption.raw_text) for caption in captions]
    except MalformedFileError:
        kept = (line for line in body.split("\n")[1:] if "-->" not in line and not line.strip().isdigit())
        cues = [("", line) for line in kept]
    turns: list[Turn] = []
    for voice, raw in cues:
        words = " ".join(_TAG.sub("", raw).split())
        spoken = None if voice else _SPOKEN.match(words)
        turns.append((spoken[1], spoken[2]) if spoken else (voice, words))
    return turns


def _speaker_blocks(text: str) -> str:
    """A transcript whose speakers stand on lines of their own, or with a time in front; `` where it is none."""
    turns: list[Turn] = []
    found = 0
    for line in text.split("\n"):
        head, chat = _HEAD.match(line), _CHAT.match(line)
        if head:
            found += 1
            turns.append(((head["name"] or head["later"]).strip(), ""))
        elif chat:
            found += 1
            turns.append((chat["name"].strip(), chat["words"].strip()))
        elif turns and line.strip():
            name, words = turns[-1]
            turns[-1] = name, f"{words} {line.strip()}".strip()
        elif line.strip():
            turns.append(("", line.strip()))
    return _as_lines(turns) if found >= _ENOUGH_TURNS else ""


def _as_lines(turns: Iterable[Turn]) -> str:
    """One line a turn; what somebody says on end is one turn."""
    joined: list[Turn] = []
    for name, words in turns:
        if not words:
            continue
        if joined and joined[-1][0] == name and name:
            joined[-1] = name, f"{joined[-1][1]} {words}"
        else:
            joined.append((name, words))
    return "\n".join(f"{name}: {words}" if name else words for name, words in joined) + ("\n" if joined else "")


def _from_docx(content: bytes) -> str:
    from zipfile import BadZipFile

    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(io.BytesIO(content))
        text = "\n".join(_docx_lines(document)) + "\n"
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as fault:
        raise ShowMeError(
            "This file is no Word document that can be read.", "Save it again as .docx, or as text."
        ) from fault
    return _speaker_blocks(text) or text


def _docx_lines(document: object) -> Iterator[str]:
    from docx.document import Document
    from docx.table import Table

    if not isinstance(document, Document):
        return
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "| " + " | ".join(" ".join(cell.text.split()) for cell in row.cells) + " |"
            continue
        style = (block.style.name or "") if block.style else ""
        for line in block.text.split("\n"):
            if style.startswith("Heading") and line.strip():
                yield f"## {line}"
            else:
                yield f"- {line}" if style.startswith("List") and line.strip() else line

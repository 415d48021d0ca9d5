"""What comes in, as the lines of a note: plain text as it is; transcripts turn by turn; Word documents as Markdown."""

from __future__ import annotations

import io
from collections.abc import Iterator

from assistant.capture.transcripts import IsKnown, as_lines, is_subtitles, speaker_blocks, subtitles
from assistant.errors import ShowMeError
from assistant.vault.decoding import NotTextError, decode

_ZIP = b"PK\x03\x04"


def read_incoming(content: bytes, is_known: IsKnown) -> str:
    """The text of what was handed in, LF line ends, one line a turn for transcripts.

    `is_known` tells the people of the notes: they help to know a transcript from a note that gives times. Raises ShowMeError for what is no text.
    """
    if content.startswith(_ZIP):
        return _from_docx(content, is_known)
    try:
        text, _ = decode(content)
    except NotTextError as fault:
        raise ShowMeError(
            f"This is no text ({fault}).", "Give text, a transcript (.vtt, .srt) or a Word document (.docx)."
        ) from fault
    turns = subtitles(text) if is_subtitles(text) else speaker_blocks(text, is_known)
    return as_lines(turns) or text


def _from_docx(content: bytes, is_known: IsKnown) -> str:
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
    return as_lines(speaker_blocks(text, is_known)) or text


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

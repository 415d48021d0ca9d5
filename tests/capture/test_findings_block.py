"""Refusing a finding puts the block below the note right and leaves every other byte of the file alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant import deciding
from assistant.capture.capture import found_in_note
from assistant.vault.found import found_lines, with_block
from assistant.vault.journal import undo_last
from assistant.workspace import Workspace
from tests.capture.conftest import Capture

WORDS = (
    "- I'll send Ana the Foxlow deck by Friday\n"
    "- Morgan says Harkstow's FD has our contract on his desk\n"
    "%%private%%\n"
    "his mother is ill, he asked me to keep it to myself\n"
    "%%/private%%\n"
    "Küche: %% a comment of mine %% café\n"
)
BELOW = "\nand later, in the car:\n- I'll call the board of Pentlow on Monday  \n%%private%% not for the notes\n\n\n"


def _crlf(text: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n")


def _latin(text: bytes) -> bytes:
    return text.decode().encode("cp1252", "replace")


def _around(content: bytes) -> tuple[list[bytes], list[bytes]]:
    """The lines above the block and those below it, with their line ends."""
    where, lines = found_lines(content), content.splitlines(keepends=True)
    assert where is not None
    return lines[: where.start], lines[where.stop :]


@pytest.mark.parametrize("as_saved", [bytes, _crlf, _latin, lambda text: _crlf(_latin(text))])
def test_what_was_typed_stays_byte_for_byte(workspace: Workspace, take: Capture, as_saved: object) -> None:
    made = take(WORDS)
    path = workspace.vault.root / made.note
    path.write_bytes(as_saved(path.read_bytes() + BELOW.encode()))  # type: ignore[operator]
    before = path.read_bytes()
    workspace.forget()
    deciding.refuse(workspace, [found_in_note(workspace, made.note).claims[0].finding])
    after = path.read_bytes()
    assert b"contract on his desk (line" in before
    assert b"contract on his desk (line" not in after
    assert _around(after) == _around(before)
    assert (b"\n" in after.replace(b"\r\n", b"")) is (b"\n" in before.replace(b"\r\n", b""))
    undo_last(workspace.vault)
    assert path.read_bytes() == before


def test_a_finding_below_the_block_points_at_its_line_once_the_block_is_shorter(
    workspace: Workspace, take: Capture
) -> None:
    made = take(WORDS)
    path = workspace.vault.root / made.note
    path.write_text(path.read_text() + BELOW)
    workspace.forget()
    found = found_in_note(workspace, made.note)
    deciding.refuse(workspace, [item.finding for item in (*found.claims, found.commitments[0])])
    [listed] = [line for line in path.read_text().split("\n") if line.startswith("- Promise")]
    number = int(listed.rpartition("(line ")[2].rstrip(")"))
    assert "call the board of Pentlow" in listed
    assert path.read_text().split("\n")[number - 1].startswith("- I'll call the board of Pentlow")


def test_refusing_all_takes_the_block_away_and_nothing_else(workspace: Workspace, take: Capture) -> None:
    made = take(WORDS)
    path = workspace.vault.root / made.note
    above = _around(path.read_bytes())[0]
    deciding.refuse(workspace, made.found.finding_ids())
    assert path.read_bytes() == b"".join(above)


def test_a_passage_left_open_ends_where_the_block_begins(workspace: Workspace, take: Capture) -> None:
    made = take("- I'll send Ana the Foxlow deck by Friday\n%%private%%\nhis mother is ill\n")
    sections = workspace.catalog.sections_of(made.note)
    assert found_in_note(workspace, made.note) == made.found
    assert not any("Found in this note" in s.text or "mother" in s.text for s in sections)


def test_a_block_that_lost_its_end_is_left_as_it_is(workspace: Workspace, take: Capture) -> None:
    made = take(WORDS)
    path: Path = workspace.vault.root / made.note
    cut = path.read_text().replace("<!-- /showme:found -->", "my own words")
    path.write_text(cut)
    workspace.forget()
    deciding.refuse(workspace, [made.found.claims[0].finding])
    assert path.read_text() == cut


def test_a_block_that_came_in_with_the_words_is_not_the_notes_own() -> None:
    block = "<!-- showme:found -->\nold\n<!-- /showme:found -->\n"
    content = f"{block}words\n{block}<!-- /showme:found -->\n".encode()
    where = found_lines(content)
    assert where == range(4, 7)
    assert with_block(content, where, "new\n") == f"{block}words\nnew\n<!-- /showme:found -->\n".encode()

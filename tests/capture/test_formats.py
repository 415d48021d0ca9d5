"""Whatever comes in becomes lines of a note."""

from __future__ import annotations

import io

import pytest
from docx import Document

from assistant.capture.formats import read_incoming
from assistant.errors import ShowMeError

VTT = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Dana Poole>How did it go?</v>

2
00:00:04.500 --> 00:00:08.000
<v Morgan Lee>They approved the budget,</v>

3
00:00:08.500 --> 00:00:10.000
<v Morgan Lee>I'll send you the mail.</v>
"""
ZOOM = VTT.replace("<v Dana Poole>", "Dana Poole: ").replace("<v Morgan Lee>", "Morgan Lee: ").replace("</v>", "")
SRT = """1
00:00:01,000 --> 00:00:04,000
Dana Poole: How did it go?

2
00:00:04,500 --> 00:00:08,000
Morgan Lee: They approved the budget,

3
00:00:08,500 --> 00:00:10,000
Morgan Lee: I'll send you the mail.
"""
TEAMS = """Dana Poole   0:01
How did it go?

Morgan Lee   0:04
They approved the budget,
I'll send you the mail.

Dana Poole   0:11
Good.
"""
GONG = "0:01 | Dana Poole\nHow did it go?\n\n0:04 | Morgan Lee\nThey approved the budget, I'll send you the mail.\n\n0:09 | Dana Poole\nGood.\n"
CHAT = "10:02:11 From Dana Poole : How did it go?\n10:02:40 From Morgan Lee to Everyone : They approved the budget, I'll send you the mail.\n10:03:00 From Dana Poole : Good.\n"
TURNS = ["Dana Poole: How did it go?", "Morgan Lee: They approved the budget, I'll send you the mail."]


@pytest.mark.parametrize(
    "text", [VTT, ZOOM, SRT, TEAMS, GONG, CHAT], ids=["vtt", "zoom", "srt", "teams", "gong", "chat"]
)
def test_a_transcript_becomes_a_line_a_turn(text: str) -> None:
    assert read_incoming(text.encode()).rstrip("\n").split("\n")[:2] == TURNS


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_plain_text_stays_as_it_is(ending: str) -> None:
    text = ending.join(["- he says: yes", "10:30 call", "", "Note: ring back"])
    assert read_incoming(text.encode()) == text.replace("\r\n", "\n")


def test_subtitles_that_break_the_format_give_their_words() -> None:
    broken = "WEBVTT\n\n00:01 -> nonsense\nMorgan Lee: I'll send it\n\n--> \nDana Poole: Good\n"
    assert "I'll send it" in read_incoming(broken.encode())


def test_latin_1_is_read() -> None:
    assert read_incoming("André bringt die Pläne".encode("cp1252")) == "André bringt die Pläne"


def test_a_word_document_keeps_headings_lists_and_tables() -> None:
    document = Document()
    document.add_heading("One-on-one", level=1)
    document.add_paragraph("Morgan to send the map", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "risk log", "Morgan"
    stream = io.BytesIO()
    document.save(stream)
    assert read_incoming(stream.getvalue()).split("\n") == [
        "## One-on-one",
        "- Morgan to send the map",
        "| risk log | Morgan |",
        "",
    ]


def test_a_broken_word_document_is_one_sentence() -> None:
    with pytest.raises(ShowMeError, match="no Word document"):
        read_incoming(b"PK\x03\x04 and nothing more")

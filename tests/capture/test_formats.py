"""Whatever comes in becomes lines of a note."""

from __future__ import annotations

import io

import pytest
from docx import Document

from assistant.capture.formats import read_incoming as read
from assistant.errors import ShowMeError


def read_incoming(content: bytes) -> str:
    """The text, read where Dana Poole, Morgan Lee and Ana are known."""
    return read(content, lambda name: name in ("Dana Poole", "Morgan Lee", "Morgan", "Ana"))


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
BRACKETS = "[Dana Poole] 10:02:11\nHow did it go?\n\n[Morgan Lee] 10:02:14\nThey approved the budget,\nI'll send you the mail.\n\n[Dana Poole] 10:02:21\nGood.\n"
SPELT = "Dana Poole 0 minutes 1 second\n0:01\nHow did it go?\nMorgan Lee 0 minutes 4 seconds\nThey approved the budget,\nI'll send you the mail.\nDana Poole 1 hour 0 minutes 11 seconds\nGood.\n"
BOTH = VTT.replace("</v>\n\n2\n00:00:04.500 --> 00:00:08.000", "</v>").replace("<v Dana", "<v.loud Dana")
SHORT_SRT = SRT.replace("00:00:", "0:00:")
TURNS = ["Dana Poole: How did it go?", "Morgan Lee: They approved the budget, I'll send you the mail."]


@pytest.mark.parametrize(
    "text",
    [VTT, ZOOM, SRT, TEAMS, GONG, CHAT, BRACKETS, SPELT, BOTH, SHORT_SRT],
    ids=["vtt", "zoom", "srt", "teams", "gong", "chat", "brackets", "spelt", "two voices", "one-digit hour"],
)
def test_a_transcript_becomes_a_line_a_turn(text: str) -> None:
    assert read_incoming(text.encode()).rstrip("\n").split("\n")[:2] == TURNS


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_plain_text_stays_as_it_is(ending: str) -> None:
    text = ending.join(["- he says: yes", "10:30 call", "", "Note: ring back"])
    assert read_incoming(text.encode()) == text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "text",
    [
        "Hexham call 10:30\nthey liked the demo\nsecond line\nPentlow 11:15\nno budget\nFoxlow 14:00\nrang, nobody there\n",
        "Hexham 10:30\nliked it\nPentlow 11:15\nno budget\nHexham 15:00\nsigned\n",
        "Morgan 9:00\nwas late\nAna 10:30\nwants a pilot\nMorgan 14:00\nsent the map\n",
        "10:30 Hexham: liked it\n11:15 Pentlow: no budget\n14:00 Foxlow: rang\n",
        "Morgan Lee 0:01\n- the map\n- the budget\nDana Poole 0:09\nfine\nMorgan Lee 0:12\ndone\n",
    ],
)
def test_a_note_that_gives_times_is_no_transcript(text: str) -> None:
    assert read_incoming(text.encode()) == text


@pytest.mark.parametrize(
    "text",
    [
        "Dana Poole 10:30\nHow?\nMorgan Lee 10:45\nWell.\nDana Poole 11:02\nGood.\n",
        "Speaker 1 0:01\nHow?\nSpeaker 2 0:04\nWell.\nSpeaker 1 0:07\nGood.\n",
        "Rana Osei 10:02\nHow?\nIda Berg 10:03\nWell.\nRana Osei 10:05\nGood.\n",
        "Dana Poole 0:01\nHow?\nMorgan Lee 0:04\nWell.\nAna 0:07\nGood.\n",
    ],
)
def test_known_names_or_speakers_who_come_again_make_a_transcript(text: str) -> None:
    lines = text.split("\n")
    names = [line.rpartition(" ")[0] for line in lines[:-1:2]]
    assert read_incoming(text.encode()).split("\n")[:-1] == [
        f"{name}: {words}" for name, words in zip(names, lines[1::2], strict=True)
    ]


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


def test_a_pasted_chat_keeps_its_lines() -> None:
    text = (
        "Morgan Lee  9:02 AM\nPentlow want the map\nDana Poole  9:03 AM\nWhich one?\nMorgan Lee  9:05 AM\nthe new one\n"
    )
    assert read_incoming(text.encode()) == text

"""Whom a name means, and whose each part is."""

from __future__ import annotations

import pytest

from assistant.errors import PersonAmbiguousError, PersonUnknownError
from assistant.models import NoteKind

from .conftest import Read, ReadFolder

FILES = {
    "people/Chris Adams/2026-10-01.md": "# Chris 1 Oct\n\n- Tarn Mills: says MD on board. M says ok\n",
    "people/Chris Benn/2026-10-02.md": "# Chris 2 Oct\n\n- Ullock: going well\n",
    "people/Rosalind Marsh/2026-09-01.md": "hello\n",
    "1on1/Roz 2026-09-02.md": "- fine\n",
    "people/Zdeněk Hrubý.md": "## 1/10/2026\nZ wants the map\n",
    "people/Will Penrose.md": "## 1/10/2026\nWill you come? Will said he will.\n",
    "people/Tom Reed.md": "## 3 Oct 2026\n\nTom: fine\n",
    "calls/2026-10-08 Chris Tarn.md": "Tarn Mills, 8/10\n\nChris asked about money\n",
    "calls/2026-10-09 Chris Ullock.md": "Ullock, 9/10, Chris Benn leading\n\nChris asked about money\n",
    "calls/2026-10-10 Larkspur.md": "Call with Tom Baker of Larkspur\n\nTom Baker said no. Tom was blunt\n",
    "daily/2026-10-11.md": (
        "Will you be ready? Chris was late.\n\nRoz + Tom: demo went well\n\n- Tom Reed\n"
        "  - plan is due\n- Me: nothing\n"
    ),
    "team/2026-10-12.md": "Chris on top. ZH: 3 won. Roz tells Zdenek's story\n",
    "docs/prices.md": "DR / Devika Rao\n",
}


@pytest.fixture
def read(read_folder: ReadFolder) -> Read:
    return read_folder(FILES, ("Hruby, Zdenek",))


def test_people_come_from_folders_and_owners_once(read: Read) -> None:
    assert read.names() == [
        "Chris Adams",
        "Chris Benn",
        "Rosalind Marsh",
        "Tom Reed",
        "Will Penrose",
        "Zdeněk Hrubý",
    ]


def test_the_manager_is_no_row_of_the_team(read: Read) -> None:
    assert read.roster.manager is not None
    assert read.roster.manager.name == "Devika Rao"
    assert read.roster.is_manager("DR")
    with pytest.raises(PersonUnknownError, match="is you"):
        read.roster.find("devika")


@pytest.mark.parametrize(
    "name", ["zdenek", "ZH", "Zdeněk Hrubý", "zdenek-hruby", "hruby", "Hruby, Zdenek", "z.hruby@firm.example"]
)
def test_one_person_under_many_names(read: Read, name: str) -> None:
    assert read.roster.find(name).id == "zdenek-hruby"


def test_nickname_and_table(read: Read) -> None:
    assert read.roster.find("Roz").id == read.roster.find("rosie").id == "rosalind-marsh"


def test_a_name_that_fits_two_is_answered_with_both(read: Read) -> None:
    with pytest.raises(PersonAmbiguousError, match=r"Chris Adams .* or Chris Benn"):
        read.roster.find("chris")


def test_a_mistyped_name_is_answered_with_the_nearest(read: Read) -> None:
    with pytest.raises(PersonUnknownError, match="Rosalind Marsh"):
        read.roster.find("Rosalnd Mrsh")


def test_a_call_that_names_a_shared_first_name(read: Read) -> None:
    [open_call] = read.of("calls/2026-10-08 Chris Tarn.md")
    assert (open_call.people, open_call.ambiguous) == ((), ("Chris",))
    [told] = read.of("calls/2026-10-09 Chris Ullock.md")
    assert (told.people, told.ambiguous) == (("chris-benn",), ())


def test_a_contact_with_the_same_first_name_is_not_ours(read: Read) -> None:
    [call] = read.of("calls/2026-10-10 Larkspur.md")
    assert call.people == ()


def test_in_his_own_note_the_shared_name_is_he(read: Read) -> None:
    text = "Chris is late"
    assert len(read.roster.mentions(text)[0].people) == 2
    assert read.roster.mentions(text, "chris-benn")[0].people == ("chris-benn",)


def test_a_daily_is_read_paragraph_by_paragraph(read: Read) -> None:
    daily = read.of("daily/2026-10-11.md")
    assert [(s.people, s.ambiguous) for s in daily] == [
        ((), ("Chris",)),
        (("rosalind-marsh", "tom-reed"), ()),
        (("tom-reed",), ()),
        (("tom-reed",), ()),
        ((), ()),
    ]


def test_team_notes_name_everybody_and_report_what_is_open(read: Read) -> None:
    [team] = read.of("team/2026-10-12.md")
    assert team.kind is NoteKind.TEAM
    assert set(team.people) == {"zdenek-hruby", "rosalind-marsh"}
    assert team.ambiguous == ("Chris",)


def test_mentions_stand_at_their_place_in_the_original(read: Read) -> None:
    for text in ("Straße: ZDENĚK’s plan", "Zdene\u030ck's plan, Rosalind", "w/ Zdenek, Roz/Tom"):
        for start, end, _ in read.roster.mentions(text):
            assert text[start:end].strip("'’ ") == text[start:end]
    [mention] = read.roster.mentions("Straße: ZDENĚK’s plan")
    assert "Straße: ZDENĚK’s plan"[mention.start : mention.end] == "ZDENĚK"


@pytest.mark.parametrize(
    "text",
    ["Plan Z is off", "the will to win", "Will you come?", "gen Z buyers", "tomorrow", "Zdenka called"],
)
def test_words_that_are_no_names(read: Read, text: str) -> None:
    assert read.roster.mentions(text) == []


@pytest.mark.parametrize(
    "text",
    ["Z says it is done", "me, Z, the planner", "- [ ] Z to redo it", "Will said no", "asked will reed"],
)
def test_letters_and_word_like_names_where_they_are_names(read: Read, text: str) -> None:
    found = read.roster.mentions(text)
    assert bool(found) is ("will reed" not in text)


def test_what_the_notes_say_outright(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "people/Mirae Lee.md": "NB two Lees, ML in the call folder = Mirae unless I say otherwise\n",
            "people/Morgan Lee.md": "x\n",
            "people/Beatriz Quintal.md": "Beatriz Quintal (Bea)\n",
            "calls/2026-10-08 ML Thornholt.md": "ML had the room\n",
        }
    )
    assert read.roster.resolve("ML") == ("mirae-lee",)
    assert read.roster.resolve("Bea") == ("beatriz-quintal",)
    assert read.of("calls/2026-10-08 ML Thornholt.md")[0].people == ("mirae-lee",)
    assert set(read.roster.resolve("Lee")) == {"mirae-lee", "morgan-lee"}


def test_corrections_win(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "people/Ana Lima.md": "x",
            "people/Bo Lund.md": "x",
            ".showme/config.toml": (
                '[people.ana-lima]\naliases = ["Nita"]\nrole = "AE"\n[people.bo-lund]\nis_hidden = true\n'
            ),
        }
    )
    assert read.names() == ["Ana Lima"]
    assert read.roster.find("nita").role == "AE"

"""Folders of other shapes than one per person."""

from __future__ import annotations

from datetime import date

from assistant.models import NoteKind

from .conftest import ReadFolder


def test_a_folder_per_month_in_german(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "2026-09/03 Jonas.md": "Jonas, 40 min\n\n- Falkenbrück: Einkauf sagt ja\n",
            "2026-09/17 Jonas.md": "Einzelgespräch Jonas\n",
            "2026-09/04 Annika.md": "1:1 Annika\n",
            "2026-10/02 Annika.md": "1:1 mit Annika\n",
            "2026-10/08 Jonas Falkenbrück.md": ("Kundentermin Falkenbrück mit Jonas\n\nHerr Brandt, Jonas, ich\n"),
            "2026-10/05 Team.md": "Teamrunde\n\n- Jonas: 3 Angebote\n- Annika: Messe\n",
        }
    )
    assert read.names() == ["Annika", "Jonas"]
    [visit] = read.of("2026-10/08 Jonas Falkenbrück.md")
    assert (visit.kind, visit.date, visit.people) == (NoteKind.CALL, date(2026, 10, 8), ("jonas",))
    [one] = read.of("2026-09/03 Jonas.md")
    assert (one.kind, one.date) == (NoteKind.ONE_ON_ONE, date(2026, 9, 3))
    [team] = read.of("2026-10/05 Team.md")
    assert team.kind is NoteKind.TEAM
    assert set(team.people) == {"annika", "jonas"}


def test_one_running_log_of_years(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "log.md": (
                "# Notes\n\n## 2025\n\n### 12 Nov - Tomasz 1:1\n- says the CFO is on board\n\n"
                "### 3 Dec - Priya\n- ramping\n\n"
                "## 2026\n\n### 14 Jan - Tomasz Wilk 1:1\n- late\n\n### 20 Feb - team call\n"
                "- Tomasz: two demos. Priya: one\n\n"
                "### 5 Mar Priya Raman\nshe lost Oakmere\n#### next steps by 12 Mar\n- send deck\n\n"
                "### 6 Mar call with Hexham, Tomasz leading\n- Mrs Dunn: wants a pilot\n"
            )
        }
    )
    assert read.names() == ["Priya Raman", "Tomasz Wilk"]
    entries = [(s.date, s.kind, s.people) for s in read.sections if s.people]
    assert entries == [
        (date(2025, 11, 12), NoteKind.ONE_ON_ONE, ("tomasz-wilk",)),
        (date(2025, 12, 3), NoteKind.ONE_ON_ONE, ("priya-raman",)),
        (date(2026, 1, 14), NoteKind.ONE_ON_ONE, ("tomasz-wilk",)),
        (date(2026, 2, 20), NoteKind.TEAM, ("tomasz-wilk", "priya-raman")),
        (date(2026, 3, 5), NoteKind.ONE_ON_ONE, ("priya-raman",)),
        (date(2026, 3, 6), NoteKind.CALL, ("tomasz-wilk",)),
    ]
    assert "send deck" in next(s.text for s in read.sections if s.date == date(2026, 3, 5))


def test_a_flat_folder_with_links_and_american_dates(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "Marcus Bell.md": "Account executive. Started 3/15/2025.\n",
            "1-1 Marcus 2026-10-06.md": "[[Marcus Bell]] 1:1\n\n- [[Larkspur]]: [[Ellen Frye]] says yes\n",
            "1-1 Marcus 2026-10-20.md": "[[Marcus Bell]] 1:1\n\n- [[Larkspur]] again, [[Ellen Frye]] quiet\n",
            "1-1 Dana 2026-10-07.md": "[[Dana Ortiz]] 1:1\n\n- [[Hexham]] with [[Ellen Frye]]?\n",
            "Dana Ortiz.md": "AE, west\n",
            "Larkspur.md": "Customer. [[Ellen Frye]] is CFO.\n",
            "Marcus running.md": ("# Marcus Bell\n\n## 10/13\n- pilot\n\n## 11/3\n- help\n\n## 11/10\n- good\n"),
        }
    )
    assert read.names() == ["Dana Ortiz", "Marcus Bell"], "a customer's contact is nobody of the team"
    days = [s.date for s in read.of("Marcus running.md")][1:]
    assert days == [date(2026, 10, 13), date(2026, 11, 3), date(2026, 11, 10)]
    assert {s.people for s in read.of("Marcus running.md")} == {("marcus-bell",)}


def test_people_known_by_lines_alone(read_folder: ReadFolder) -> None:
    read = read_folder(
        {
            "2026-10-01.md": "Tomasz: plan is late\nPriya out sick\n",
            "2026-10-02.md": "Priya Raman: offer out\nTomasz Wilk: nothing new\n",
            "2026-10-05.md": "Priya: three calls\n",
        }
    )
    assert read.names() == ["Priya Raman", "Tomasz Wilk"]
    assert [s.people for s in read.of("2026-10-01.md")] == [("tomasz-wilk",), ("priya-raman",)]


def test_leavers_in_an_archive_are_not_of_the_team(read_folder: ReadFolder) -> None:
    read = read_folder({"people/Ana Lima.md": "x", "people/Bo Lund.md": "x", "people/_archive/Cy Dent.md": "x"})
    assert read.names() == ["Ana Lima", "Bo Lund"]

"""Three lines of what happened since last time."""

from __future__ import annotations

from datetime import date

from assistant.brief.since import last_meeting, since_last
from assistant.models import BrightSpot, Commitment, Deal, Evidence, Ledger, NoteKind, Person, Section
from assistant.reading.context import ReadingContext
from assistant.vault.roster import Roster

TODAY = date(2026, 11, 23)
LAST = date(2026, 11, 10)
CONTEXT = ReadingContext(
    roster=Roster([Person(id="ana-ruiz", name="Ana Ruiz"), Person(id="bo-ek", name="Bo Ek")], None),
    accounts=("Mott Packaging", "Torvik Bakery"),
    owners={"Mott Packaging": "ana-ruiz", "Torvik Bakery": "bo-ek"},
)


def _section(path: str, kind: NoteKind, on: date, people: tuple[str, ...] = ("ana-ruiz",), text: str = "x") -> Section:
    last = 1 + text.count("\n")
    return Section(path=path, line_start=1, line_end=last, kind=kind, date=on, people=people, text=text)


def _since(sections: list[Section], ledger: Ledger | None = None, deals: tuple[Deal, ...] = ()) -> tuple[str, ...]:
    return since_last(sections, ledger or Ledger(), deals, "ana-ruiz", CONTEXT, TODAY)


def _evidence(path: str, on: date) -> Evidence:
    return Evidence(path=path, line_start=4, line_end=4, quote="q", date=on)


SECTIONS = [
    _section("people/Ana Ruiz/2026-11-10.md", NoteKind.ONE_ON_ONE, date(2026, 11, 10)),
    _section("calls/2026-11-12 Ana Mott.md", NoteKind.CALL, date(2026, 11, 12)),
    _section("people/Bo/2026-11-20.md", NoteKind.ONE_ON_ONE, date(2026, 11, 20), ("bo-ek",)),
    _section("people/Ana Ruiz/2026-11-30.md", NoteKind.ONE_ON_ONE, date(2026, 11, 30)),
]


def test_last_meeting_is_the_persons_own_and_not_in_the_future() -> None:
    assert last_meeting(SECTIONS, "ana-ruiz", TODAY) == date(2026, 11, 10)
    assert last_meeting([], "ana-ruiz", TODAY) is None


def test_later_notes_are_told_decisions_first_each_with_its_line() -> None:
    call = (
        "# Mott call\n\nThey asked for the DPA before anything moves at Mott Packaging.\nI was late, the room was cold."
    )
    team = "Bo showed the new tool to everybody.\nDecision: Mott gets the pilot before Torvik does."
    later = [
        _section("calls/2026-11-12 Ana.md", NoteKind.CALL, date(2026, 11, 12), text=call),
        _section("team/2026-11-16.md", NoteKind.TEAM, date(2026, 11, 16), ("bo-ek",), team),
        _section(
            "daily/2026-11-18.md",
            NoteKind.DAILY,
            date(2026, 11, 18),
            text="Torvik Bakery asked for the price list in French.",
        ),
    ]
    assert _since([*SECTIONS, *later]) == (
        "Team, 16 Nov: Decision: Mott gets the pilot before Torvik does [team/2026-11-16.md:2]",
        "Noted, 18 Nov: Torvik Bakery asked for the price list in French [daily/2026-11-18.md:1]",
        "Call, 12 Nov: They asked for the DPA before anything moves at Mott Packaging [calls/2026-11-12 Ana.md:3]",
    )


def test_what_was_there_at_the_last_meeting_did_not_happen_since() -> None:
    spot = BrightSpot(id="b-1", person="ana-ruiz", text="A fine call", evidence=(_evidence("people/x.md", LAST),))
    same_day = _section("daily/2026-11-10.md", NoteKind.DAILY, LAST, text="She has the map of Mott Packaging ready.")
    ahead = _section("daily/2026-11-29.md", NoteKind.DAILY, date(2026, 11, 29), text="She sees Mott Packaging today.")
    assert _since([SECTIONS[0], same_day, ahead], Ledger(bright_spots=(spot,))) == ("Nothing in the notes since then.",)


def test_private_matter_and_other_peoples_lines_are_not_told() -> None:
    daily = "She is off to the hospital for her second chemo."
    team = "Bo closed Torvik Bakery with a splendid demo."
    later = [
        _section("daily/2026-11-12.md", NoteKind.DAILY, date(2026, 11, 12), text=daily),
        _section("team/2026-11-16.md", NoteKind.TEAM, date(2026, 11, 16), ("ana-ruiz", "bo-ek"), team),
    ]
    assert _since([SECTIONS[0], *later]) == ("Nothing in the notes since then.",)


def test_what_moved_comes_before_what_the_brief_says_elsewhere() -> None:
    kept = Commitment(
        id="p-1",
        person="ana-ruiz",
        owner="report",
        text="map of buyers",
        status="done",
        evidence=(_evidence("a.md", date(2026, 11, 1)),),
        closed_by=_evidence("b.md", date(2026, 11, 19)),
    )
    due = Commitment(
        id="p-2",
        person="ana-ruiz",
        owner="manager",
        text="price list",
        due=date(2026, 11, 13),
        overdue=True,
        evidence=(_evidence("c.md", date(2026, 11, 10)),),
    )
    deal = Deal(
        name="Mott",
        account="Mott",
        owner="ana-ruiz",
        owner_as_written="Ana Ruiz",
        stage="Open",
        close=date(2026, 11, 15),
        evidence=_evidence("pipeline/x.csv", date(2026, 11, 20)),
    )
    assert _since(SECTIONS, Ledger(commitments=(kept, due)), (deal,)) == (
        "Kept: map of buyers [b.md:4]",
        "Close date passed: Mott (15 Nov) [pipeline/x.csv:4]",
        "Fell due: price list [c.md:4]",
    )


def test_no_dated_one_on_one_is_said() -> None:
    assert _since([]) == ("No one-on-one with a date is in the notes yet.",)

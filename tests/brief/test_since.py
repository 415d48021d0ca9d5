"""Three lines of what happened since last time."""

from __future__ import annotations

from datetime import date

from assistant.brief.since import last_meeting, since_last
from assistant.models import Commitment, Deal, Evidence, Ledger, NoteKind, Section

TODAY = date(2026, 11, 23)


def _section(path: str, kind: NoteKind, on: date, people: tuple[str, ...] = ("ana-ruiz",)) -> Section:
    return Section(path=path, line_start=1, line_end=1, kind=kind, date=on, people=people, text="x")


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


def test_head_counts_what_came_since() -> None:
    lines = since_last(SECTIONS, Ledger(), (), "ana-ruiz", TODAY)
    assert lines[0].startswith("Last one-on-one: 10 Nov, 13 days ago; since then 1 call")


def test_moves_are_newest_first_cited_and_three_lines_at_most() -> None:
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
    lines = since_last(SECTIONS, Ledger(commitments=(kept, due)), (deal,), "ana-ruiz", TODAY)
    assert lines[1:] == (
        "Kept: map of buyers [b.md:4]",
        "Close date passed: Mott (15 Nov) [pipeline/x.csv:4]",
    )


def test_no_dated_one_on_one_is_said() -> None:
    assert since_last([], Ledger(), (), "ana-ruiz", TODAY) == ("No one-on-one with a date is in the notes yet.",)

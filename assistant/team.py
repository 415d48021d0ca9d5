"""The team at a glance: load, cadence, promises, claims and deals a person; in the order of who needs the manager next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import Literal

from assistant.brief.since import last_meeting
from assistant.models import BrightSpot, Deal, NoteKind, PersonId, Section, Value
from assistant.pipeline.state import deal_state, load_of
from assistant.workspace import Workspace


class TeamRow(Value):
    """One person: counts of matters, never of the person."""

    id: PersonId
    name: str
    open_deals: int = 0
    load: Literal["under", "within", "over"] = "under"
    last_one_on_one: Date | None = None
    overdue_commitments: tuple[str, ...] = ()
    unshown_claims: tuple[str, ...] = ()
    slipped: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    no_next_step: tuple[str, ...] = ()
    source: Literal["pipeline", "notes"] = "pipeline"


class Team(Value):
    """Everybody, who needs the manager next first; and what went well lately."""

    people: tuple[TeamRow, ...]
    bright_spots: tuple[BrightSpot, ...] = ()
    calls_observed: int = 0
    """Call notes of this calendar month: the manager was there."""
    pipeline: str | None = None


def look_at_team(workspace: Workspace) -> Team:
    """One row a person of the roster, from notes and the newest export."""
    rows: list[TeamRow] = []
    spots: list[BrightSpot] = []
    calls: set[str] = set()
    for person in workspace.roster.people:
        sections = workspace.catalog.sections_about(person.id)
        ledger = workspace.ledger(person.id, sections)
        spots += ledger.bright_spots[:1]
        calls |= {s.path for s in sections if s.kind is NoteKind.CALL and _is_this_month(s.date, workspace.today)}
        row = TeamRow(
            id=person.id,
            name=person.name,
            last_one_on_one=last_meeting(sections, person.id, workspace.today),
            overdue_commitments=tuple(c.id for c in ledger.commitments if c.status == "open" and c.overdue),
            unshown_claims=tuple(c.id for c in ledger.claims if c.status in ("claimed", "contradicted")),
        )
        rows.append(_row_of_deals(workspace, row, sections))
    rows.sort(key=lambda row: _need(row, workspace.today))
    return Team(
        people=tuple(rows),
        bright_spots=tuple(spots),
        calls_observed=len(calls),
        pipeline=workspace.pipeline.path if workspace.pipeline else None,
    )


def _row_of_deals(workspace: Workspace, row: TeamRow, sections: Sequence[Section]) -> TeamRow:
    """The row with what the export says of the person's deals, or the notes where there is no export."""
    pipeline = workspace.pipeline
    if pipeline is None:
        named = {deal for s in sections if row.id in s.people for deal in workspace.context.deals_in(s.text)}
        return row.model_copy(update={"open_deals": len(named), "load": load_of(len(named)), "source": "notes"})
    deals = workspace.open_deals(row.id)
    states = {flag: _named(deals, flag, pipeline.date) for flag in ("slipped", "stale", "no_next_step")}
    return row.model_copy(update={"open_deals": len(deals), "load": load_of(len(deals)), **states})


def _named(deals: Sequence[Deal], flag: str, as_of: Date) -> tuple[str, ...]:
    return tuple(deal.name for deal in deals if flag in deal_state(deal, as_of))


def _need(row: TeamRow, today: Date) -> tuple[int, int, str]:
    """Longest since the last one-on-one first, by weeks; within a week, who waits for most."""
    weeks = (today - row.last_one_on_one).days // 7 if row.last_one_on_one else 10_000
    return -weeks, -len(row.overdue_commitments) - len(row.unshown_claims), row.name


def _is_this_month(day: Date | None, today: Date) -> bool:
    return day is not None and (day.year, day.month) == (today.year, today.month)

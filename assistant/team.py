"""The team at a glance: load, cadence, promises, claims and deals a person; in the order of who needs the manager next.

Whom the notes name, when each was last met and what the export says is known at once; promises and claims of a person
are there when his notes were read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import Literal

from assistant.brief.since import last_meeting
from assistant.events import Read
from assistant.models import BrightSpot, Deal, NoteKind, PersonId, Section, Value
from assistant.pipeline.state import deal_state, load_of
from assistant.readings import pieces_of
from assistant.workspace import Workspace

_PIECES = 4
"""So many pieces of notes are read in one step: what somebody waits for who wants something else first."""


class TeamRow(Value):
    """One person: counts of matters, never of the person."""

    id: PersonId
    name: str
    open_deals: int = 0
    load: Literal["under", "within", "over"] = "under"
    last_one_on_one: Date | None = None
    overdue_commitments: tuple[str, ...] | None = None
    """None until his notes were read, as are the claims."""
    unshown_claims: tuple[str, ...] | None = None
    slipped: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    no_next_step: tuple[str, ...] = ()
    source: Literal["pipeline", "notes"] = "pipeline"


class TeamStep(Value):
    """Some more notes of the team were read; with the last of a person's the row is whole."""

    done: int
    total: int
    row: TeamRow | None = None
    spot: BrightSpot | None = None
    """What went well lately with the person of the row."""


class Team(Value):
    """Everybody, who needs the manager next first; and what went well lately."""

    people: tuple[TeamRow, ...]
    bright_spots: tuple[BrightSpot, ...] = ()
    calls_observed: int = 0
    """Call notes of this calendar month: the manager was there."""
    pipeline: str | None = None

    def after(self, step: TeamStep) -> Team:
        """The team with the row that a step has made whole."""
        if step.row is None:
            return self
        people = tuple(step.row if row.id == step.row.id else row for row in self.people)
        others = tuple(spot for spot in self.bright_spots if spot.person != step.row.id)
        return self.model_copy(update={"people": people, "bright_spots": (*others, step.spot) if step.spot else others})


def look_at_team(workspace: Workspace) -> Team:
    """One row a person of the roster, from notes and the newest export; tells with `Read` how far it is."""
    team = first_look(workspace)
    for step in read_team(workspace, team):
        workspace.on_event(Read(done=step.done, total=step.total))
        team = team.after(step)
    return team


def first_look(workspace: Workspace) -> Team:
    """Everybody, with all that is known before a note is read for promises and claims."""
    rows: list[TeamRow] = []
    calls: set[str] = set()
    for person in workspace.roster.people:
        sections = workspace.catalog.sections_about(person.id)
        calls |= {s.path for s in sections if s.kind is NoteKind.CALL and _is_this_month(s.date, workspace.today)}
        last = last_meeting(sections, person.id, workspace.today)
        row = TeamRow(id=person.id, name=person.name, last_one_on_one=last)
        rows.append(_row_of_deals(workspace, row, sections))
    return Team(
        people=tuple(sorted(rows, key=lambda row: _need(row, workspace.today))),
        calls_observed=len(calls),
        pipeline=workspace.pipeline.path if workspace.pipeline else None,
    )


def read_team(workspace: Workspace, team: Team) -> Iterator[TeamStep]:
    """Read everybody's notes from the top of the team, a few at a time; between two steps others may use the workspace.

    `done` and `total` count notes; of a note with many entries a part counts as a part.
    """
    entries = {key for row in team.people for key in _keys(workspace.catalog.sections_about(row.id))}
    notes, read = len({path for path, _ in entries}), set[tuple[str, int]]()

    def step(row: TeamRow | None = None, spot: BrightSpot | None = None) -> TeamStep:
        return TeamStep(done=notes * len(read) // max(1, len(entries)), total=notes, row=row, spot=spot)

    yield step()
    for row in team.people:
        pieces = list(pieces_of(workspace.catalog.sections_about(row.id)))
        for start in range(0, len(pieces), _PIECES):
            for piece in pieces[start : start + _PIECES]:
                workspace.read_ahead(piece)
                read |= _keys(piece) & entries
            yield step()
        ledger = workspace.ledger(row.id)
        overdue = tuple(c.id for c in ledger.commitments if c.status == "open" and c.overdue)
        unshown = tuple(c.id for c in ledger.claims if c.status in ("claimed", "contradicted"))
        whole = row.model_copy(update={"overdue_commitments": overdue, "unshown_claims": unshown})
        yield step(whole, next(iter(ledger.bright_spots), None))


def _keys(sections: Sequence[Section]) -> set[tuple[str, int]]:
    return {(section.path, section.line_start) for section in sections}


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
    """Longest since the last one-on-one first, by weeks; within a week, whose deals slipped or have no next step."""
    weeks = (today - row.last_one_on_one).days // 7 if row.last_one_on_one else 10_000
    return -weeks, -len({*row.slipped, *row.no_next_step}), row.name


def _is_this_month(day: Date | None, today: Date) -> bool:
    return day is not None and (day.year, day.month) == (today.year, today.month)

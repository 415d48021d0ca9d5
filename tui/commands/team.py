"""`team`: load, cadence and open matters over the team."""

from __future__ import annotations

import typer

from assistant.brief.words import clip
from assistant.team import look_at_team
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_table, print_text


def register(app: typer.Typer) -> None:
    """Add this family's command."""
    app.command()(team)


def team(json: JsonOption = False, vault: VaultOption = None, today: TodayOption = None) -> None:
    """Show who needs you next, and what the newest pipeline export says."""
    with open_workspace(vault, today) as workspace:
        report = look_at_team(workspace)
    if json:
        print_json(report)
        return
    head = (
        "name",
        "last 1:1",
        "open deals",
        "load",
        "slipped",
        "stale",
        "no next step",
        "overdue",
        "not shown",
    )
    print_table(
        head,
        [
            (
                row.name,
                row.last_one_on_one.isoformat() if row.last_one_on_one else "-",
                str(row.open_deals),
                row.load,
                str(len(row.slipped)),
                str(len(row.stale)),
                str(len(row.no_next_step)),
                str(len(row.overdue_commitments or ())),
                str(len(row.unshown_claims or ())),
            )
            for row in report.people
        ],
    )
    for spot in report.bright_spots:
        print_text(f"Went well: {clip(spot.text, 24)} [{spot.evidence[0].path}:{spot.evidence[0].line_start}]")
    source = report.pipeline or "the deals named in the notes"
    print_text(f"Deals from {source}. Calls observed this month: {report.calls_observed}.")

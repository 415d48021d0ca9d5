"""`claims`, `commitments` and what the manager says about them: `shown`, `done`, `move`, `drop`, `reopen`, `snooze`, `never`, `confirm`, `refuse`."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

import typer

from assistant import deciding
from assistant.brief.words import clip, day
from assistant.ledger.decisions import Decision
from assistant.models import Claim, Commitment
from assistant.workspace import parse_day
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_notice, print_table, print_text

PersonArgument = Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Only this person's.")]
ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, as `claims` lists it.")]
PromiseArgument = Annotated[
    str, typer.Argument(metavar="COMMITMENT", help="The promise's id, as `commitments` lists it.")
]
ItemArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of a claim or a promise.")]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    for command in (claims, shown, commitments, done, move, drop, reopen, snooze, never, confirm, refuse):
        app.command()(command)


def claims(
    person: PersonArgument = None,
    status: Annotated[
        Literal["claimed", "shown", "contradicted", "dropped"] | None,
        typer.Option(help="Only claims of this status."),
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Only claims of this kind.")] = None,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """List what people said that nobody has shown yet, and what was shown."""
    with open_workspace(vault, today) as workspace:
        found = deciding.claims(workspace, person)
    items = [c for c in found if status in (None, c.status) and kind in (None, c.kind)]
    if json:
        print_json({"claims": items})
    elif items:
        print_table(("id", "person", "status", "kind", "first seen", "claim"), map(_claim_row, items))
    else:
        print_text("No claims.")


def commitments(
    person: PersonArgument = None,
    owner: Annotated[
        Literal["manager", "report", "other"] | None, typer.Option(help="Only promises of this side.")
    ] = None,
    status: Annotated[
        Literal["open", "done", "dropped"] | None, typer.Option(help="Only promises of this status.")
    ] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is overdue.")] = False,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """List the promises of both sides, and how many were kept."""
    with open_workspace(vault, today) as workspace:
        found = deciding.commitments(workspace, person)
    rates = deciding.keep_rates(found)
    items = [c for c in found if owner in (None, c.owner) and status in (None, c.status) and (c.overdue or not overdue)]
    if json:
        print_json({"commitments": items, "kept": rates})
        return
    if items:
        print_table(("id", "person", "owner", "status", "due", "promise"), map(_promise_row, items))
    else:
        print_text("No promises.")
    mine, theirs = rates["manager"], rates["report"]
    print_text(f"Kept of what fell due: yours {mine.kept} of {mine.of}, theirs {theirs.kept} of {theirs.of}.")


def shown(
    claim: ClaimArgument,
    artefact: Annotated[
        str,
        typer.Option(
            "--artefact",
            metavar="REF",
            help="What shows it: a file, a link, a call at a time, or what you saw.",
        ),
    ],
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Mark a claim as shown."""
    with open_workspace(vault, today) as workspace:
        decision = Decision(verb="shown", on=workspace.today, artefact=artefact)
        _print_item(deciding.decide(workspace, claim, decision), json)


def done(
    commitment: PromiseArgument, json: JsonOption = False, vault: VaultOption = None, today: TodayOption = None
) -> None:
    """Mark a promise as kept; its check box is ticked where it has one."""
    with open_workspace(vault, today) as workspace:
        _print_item(deciding.decide(workspace, commitment, Decision(verb="done", on=workspace.today)), json)


def move(
    commitment: PromiseArgument,
    due: Annotated[str, typer.Option("--due", metavar="YYYY-MM-DD", help="The new day you both agreed on.")],
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Give a promise the new day you both agreed on; the old one is kept."""
    with open_workspace(vault, today) as workspace:
        decision = Decision(verb="moved", on=workspace.today, due=parse_day(due, "--due"))
        _print_item(deciding.decide(workspace, commitment, decision), json)


def drop(
    item: ItemArgument,
    why: Annotated[str, typer.Option("--why", help="Why it no longer matters.")],
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Drop a claim or a promise that no longer matters."""
    with open_workspace(vault, today) as workspace:
        _print_item(deciding.decide(workspace, item, Decision(verb="dropped", on=workspace.today, why=why)), json)


def reopen(item: ItemArgument, json: JsonOption = False, vault: VaultOption = None, today: TodayOption = None) -> None:
    """Open a promise or a claim again that was wrongly taken as kept, shown, contradicted or dropped."""
    with open_workspace(vault, today) as workspace:
        _print_item(deciding.decide(workspace, item, Decision(verb="open", on=workspace.today)), json)


def snooze(
    item: ItemArgument,
    days: Annotated[int, typer.Option("--days", min=1, max=365, help="For so many days.")] = 14,
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Keep a claim or a promise out of briefs for a while."""
    with open_workspace(vault, today) as workspace:
        decision = Decision(verb="snoozed", on=workspace.today, until=workspace.today + timedelta(days=days))
        _print_item(deciding.decide(workspace, item, decision), json)


def never(item: ItemArgument, json: JsonOption = False, vault: VaultOption = None, today: TodayOption = None) -> None:
    """Never bring a claim or a promise up again; it stays in the ledger."""
    with open_workspace(vault, today) as workspace:
        _print_item(deciding.decide(workspace, item, Decision(verb="never", on=workspace.today)), json)


def confirm(
    findings: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of findings, as `capture` prints them.")],
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Say that findings are right: a recap goes out with confirmed ones alone."""
    with open_workspace(vault, today) as workspace:
        paths = deciding.confirm(workspace, findings)
    print_notice(f"Confirmed {', '.join(findings)} of {', '.join(paths)}.")


def refuse(
    findings: Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of findings, as `capture --json` gives.")],
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Say that findings are none; they count no more, and are not found again."""
    with open_workspace(vault, today) as workspace:
        paths = deciding.refuse(workspace, findings)
    print_notice(f"Refused {', '.join(findings)}; put right: {', '.join(paths)}.")


def _print_item(item: Claim | Commitment, json: bool) -> None:
    if json:
        print_json(item)
        return
    state = item.status
    if isinstance(item, Commitment) and item.earlier_dues and item.due and item.status == "open":
        state_text = f"now due {day(item.due)}, first {day(item.earlier_dues[0])}"
    elif item.is_muted:
        state_text = f"{state}, never to be asked again"
    else:
        state_text = f"{state}, resting until {day(item.rests_until)}" if item.rests_until else state
    print_text(f"{item.id} is {state_text}: {clip(item.text, 20)}")


def _claim_row(item: Claim) -> tuple[str, ...]:
    seen = item.first_seen.isoformat() if item.first_seen else ""
    return item.id, item.person, item.status, item.kind, seen, clip(item.text, 18)


def _promise_row(item: Commitment) -> tuple[str, ...]:
    due = item.due.isoformat() if item.due else ""
    state = "overdue" if item.overdue else item.status
    return item.id, item.person, item.owner, state, due, clip(item.text, 18)

"""`claims`, `shown`, `drop`, `commitments`, `done`: the ledger."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from assistant import verbs
from assistant.brief.words import clip
from assistant.models import Claim, Commitment
from tui.options import JsonOption, TodayOption, VaultOption, open_workspace
from tui.printing import print_json, print_table, print_text

PersonArgument = Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Only this person's.")]


def register(app: typer.Typer) -> None:
    """Add this family's commands."""
    app.command()(claims)
    app.command()(shown)
    app.command()(drop)
    app.command()(commitments)
    app.command()(done)


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
        items = [c for c in verbs.claims(workspace, person) if status in (None, c.status) and kind in (None, c.kind)]
    if json:
        print_json({"claims": items})
    elif items:
        print_table(("id", "person", "status", "kind", "first seen", "claim"), map(_claim_row, items))
    else:
        print_text("No claims.")


def shown(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, as `claims` lists it.")],
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
        _print_claim(verbs.mark_shown(workspace, claim, artefact), json)


def drop(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, as `claims` lists it.")],
    why: Annotated[str, typer.Option("--why", help="Why it no longer matters.")],
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Drop a claim that no longer matters."""
    with open_workspace(vault, today) as workspace:
        _print_claim(verbs.drop_claim(workspace, claim, why), json)


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
    """List the promises of both sides."""
    with open_workspace(vault, today) as workspace:
        items = [
            c
            for c in verbs.commitments(workspace, person)
            if owner in (None, c.owner) and status in (None, c.status) and (c.overdue or not overdue)
        ]
    if json:
        print_json({"commitments": items})
    elif items:
        print_table(("id", "person", "owner", "status", "due", "promise"), map(_promise_row, items))
    else:
        print_text("No promises.")


def done(
    commitment: Annotated[
        str, typer.Argument(metavar="COMMITMENT", help="The promise's id, as `commitments` lists it.")
    ],
    json: JsonOption = False,
    vault: VaultOption = None,
    today: TodayOption = None,
) -> None:
    """Mark a promise as kept."""
    with open_workspace(vault, today) as workspace:
        item = verbs.mark_done(workspace, commitment)
    print_json(item) if json else print_text(f"{item.id} is done: {clip(item.text, 20)}")


def _print_claim(item: Claim, json: bool) -> None:
    print_json(item) if json else print_text(f"{item.id} is {item.status}: {clip(item.text, 20)}")


def _claim_row(item: Claim) -> tuple[str, ...]:
    seen = item.first_seen.isoformat() if item.first_seen else ""
    return item.id, item.person, item.status, item.kind, seen, clip(item.text, 18)


def _promise_row(item: Commitment) -> tuple[str, ...]:
    due = item.due.isoformat() if item.due else ""
    state = "overdue" if item.overdue else item.status
    return item.id, item.person, item.owner, state, due, clip(item.text, 18)

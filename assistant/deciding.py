"""What the manager says about claims, promises and other findings; each word is one action that `undo` takes back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from assistant.capture.capture import with_fresh_findings
from assistant.errors import ShowMeError
from assistant.ledger.decisions import Decision, Verb, load_decisions, record_decisions, with_fresh
from assistant.ledger.ids import all_items, finding_id, word_id
from assistant.models import Claim, Commitment, Evidence, Ledger, Person, Value
from assistant.workspace import Workspace

_OPEN_BOX = re.compile(r"^(\s*(?:[-*+]|\d{1,2}[.)])\s+\[) (\])")
_REPEAT = re.compile(r"[cp]-[0-9a-f]{8}-\d+")
_OF_CLAIMS: frozenset[Verb] = frozenset({"shown", "dropped", "snoozed", "never", "open"})
_OF_PROMISES: frozenset[Verb] = frozenset({"done", "dropped", "moved", "snoozed", "never", "open"})


class KeepRate(Value):
    """Of one side's promises that are kept or fell due: how many were kept."""

    kept: int
    of: int


def claims(workspace: Workspace, name: str | None = None) -> list[Claim]:
    """The ledger of claims, of one person or of everybody."""
    return [claim for person in _people(workspace, name) for claim in workspace.ledger(person.id).claims]


def commitments(workspace: Workspace, name: str | None = None) -> list[Commitment]:
    """The promises, of one person's one-on-ones or of everybody's."""
    return [item for person in _people(workspace, name) for item in workspace.ledger(person.id).commitments]


def keep_rates(items: Sequence[Commitment]) -> dict[str, KeepRate]:
    """By owner, the manager's own first; what was called off or is not due yet does not count."""
    rates = {}
    for owner in ("manager", "report"):
        kept = sum(item.owner == owner and item.status == "done" for item in items)
        late = sum(item.owner == owner and item.status == "open" and item.overdue for item in items)
        rates[owner] = KeepRate(kept=kept, of=kept + late)
    return rates


def decide(workspace: Workspace, item_id: str, decision: Decision) -> Claim | Commitment:
    """Say one thing about one claim or promise; a promise that is done has its box ticked where it has one, and what
    is opened again no longer stands as settled below the note that settled it.

    Raises ShowMeError when there is no such item, or when the word does not fit it.
    """
    item = find_item(workspace, item_id)
    fitting = _OF_CLAIMS if isinstance(item, Claim) else _OF_PROMISES
    what = "claim" if isinstance(item, Claim) else "promise"
    if decision.verb not in fitting:
        raise ShowMeError(
            f"{item_id} is a {what}; it cannot be {decision.verb}.", f"A {what} can be {', '.join(sorted(fitting))}."
        )
    if decision.verb == "moved" and item.status != "open":
        raise ShowMeError(
            f"{item_id} is {item.status}; it was not moved.", f"`showme reopen {item_id}` opens it again, then move it."
        )
    also: Mapping[str, str | bytes] = {}
    if decision.verb == "open":
        also = _put_right(workspace, _settled_in(item), {item_id: decision})
    elif decision.verb == "done" and isinstance(item, Commitment):
        also = _ticked(workspace, item)
    record_decisions(workspace.vault, f"{decision.verb}: {what} {item_id}", {item_id: decision}, also=also)
    workspace.forget()
    return find_item(workspace, item_id)


def confirm(workspace: Workspace, finding_ids: Sequence[str]) -> list[str]:
    """These findings are right; gives the notes that hold them. Raises ShowMeError for an id that is no
    finding of the notes, or a repeat in the same words."""
    return _say_of_findings(workspace, finding_ids, "confirmed")


def refuse(workspace: Workspace, finding_ids: Sequence[str]) -> list[str]:
    """These findings are none: they count no more; gives the notes that hold them.

    Raises ShowMeError for an id that is no finding of the notes, or a repeat in the same words.
    """
    return _say_of_findings(workspace, finding_ids, "refused")


def _say_of_findings(workspace: Workspace, finding_ids: Sequence[str], verb: Verb) -> list[str]:
    """Keep the word, and put the notes that list the findings right, as one action."""
    where: dict[str, dict[str, None]] = {}
    for person in workspace.roster.people:
        for found in workspace.findings(workspace.catalog.sections_about(person.id)):
            for item in all_items(found):
                where.setdefault(finding_id(item), {})[found.path] = None
        if any(name.startswith("w-") for name in finding_ids):
            where |= _words_of(workspace.ledger(person.id))
    for name in finding_ids:
        if _REPEAT.fullmatch(name):
            raise ShowMeError(
                f"{name} repeats the words of an earlier one, and {verb} is said of words.",
                f"`showme drop {name}` takes this one off the list.",
            )
        if name not in where:
            raise ShowMeError(f"{name} is no finding of these notes.", "`capture --json` and `claims` list ids.")
    fresh = dict.fromkeys(finding_ids, Decision(verb=verb, on=workspace.today))
    paths = list(dict.fromkeys(path for name in finding_ids for path in where[name]))
    notes = _put_right(workspace, paths, fresh)
    record_decisions(workspace.vault, f"{verb} {', '.join(finding_ids)}", fresh, also=notes)
    workspace.forget()
    return paths


def _put_right(workspace: Workspace, paths: Iterable[str], fresh: Mapping[str, Decision]) -> dict[str, str | bytes]:
    """Those of the notes that list findings, with the list as it is once this is said."""
    decisions = with_fresh(load_decisions(workspace.vault.state), fresh)
    anew = {path: with_fresh_findings(workspace, path, decisions) for path in dict.fromkeys(paths)}
    return {path: content for path, content in anew.items() if content is not None}


def _words_of(ledger: Ledger) -> dict[str, dict[str, None]]:
    """What lines say of earlier promises and claims, by id: the notes whose findings tell of it."""
    where: dict[str, dict[str, None]] = {}
    for promise in ledger.commitments:
        for line in (*promise.evidence[1:], *((promise.closed_by,) if promise.closed_by else ())):
            where[word_id(promise.id, line)] = {line.path: None}
    for claim in ledger.claims:
        if claim.contradicted_by:
            told_in = (claim.contradicted_by.path, *(line.path for line in claim.evidence))
            where[word_id(claim.id, claim.contradicted_by)] = dict.fromkeys(told_in)
    return where


def _settled_in(item: Claim | Commitment) -> list[str]:
    """The notes whose findings tell that it is settled, or that do no longer list it."""
    settled = (item.shown_by, item.contradicted_by) if isinstance(item, Claim) else (item.closed_by,)
    return [line.path for line in (*settled, *item.evidence) if line is not None]


def find_item(workspace: Workspace, item_id: str) -> Claim | Commitment:
    """The claim or promise of an id. Raises ShowMeError when there is none."""
    items: list[Claim | Commitment] = []
    if item_id.startswith("c-"):
        items = [*claims(workspace)]
    elif item_id.startswith("p-"):
        items = [*commitments(workspace)]
    for item in items:
        if item.id == item_id:
            return item
    raise ShowMeError(
        f"There is no {item_id} in the ledger.", "`showme claims` and `showme commitments` list them with their ids."
    )


def _ticked(workspace: Workspace, item: Commitment) -> dict[str, str]:
    """The note with the promise's box ticked: the one place where a typed line is changed."""
    evidence: Evidence = item.evidence[0]
    path = workspace.vault.root / evidence.path
    if not path.is_file():
        return {}
    lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    if evidence.line_start > len(lines) or not _OPEN_BOX.match(lines[evidence.line_start - 1]):
        return {}
    if evidence.quote not in lines[evidence.line_start - 1]:
        return {}
    lines[evidence.line_start - 1] = _OPEN_BOX.sub(r"\1x\2", lines[evidence.line_start - 1], count=1)
    try:
        text = "\n".join(lines)
        text.encode()
    except UnicodeEncodeError:
        return {}  # not UTF-8: the decision alone says that it is done
    return {evidence.path: text}


def _people(workspace: Workspace, name: str | None) -> Sequence[Person]:
    return (workspace.find_person(name),) if name else workspace.roster.people

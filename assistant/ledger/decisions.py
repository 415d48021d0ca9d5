"""The manager's own decisions about what was found: a small TOML file that a person can read and mend.

`<vault>/.showme/ledger/decisions.toml` holds the decisions about each id, oldest first. What the notes say is derived
again each time; only what the manager said himself is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date as Date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from assistant.ledger.ids import AnyItem, finding_id
from assistant.ledger.tables import load_sides
from assistant.models import Findings, Owner, PromiseFinding, Value

if TYPE_CHECKING:
    from assistant.vault.vault import Vault

Verb = Literal["shown", "dropped", "done", "moved", "snoozed", "never", "confirmed", "refused", "open"]
Item = TypeVar("Item", bound=AnyItem)


class Decision(Value):
    """One word of the manager about one thing that was found."""

    verb: Verb
    on: Date
    artefact: str | None = None
    """What showed the claim: a file, a link, a call at a time, or something seen live."""
    why: str | None = None
    """Why it was dropped."""
    due: Date | None = None
    """The new day of a promise that was moved; of a confirmed one, the day he put right."""
    until: Date | None = None
    """Till when it rests."""
    text: str | None = None
    """The words he put in place of the tool's; the quote stays the note's."""
    owner: Owner | None = None
    """Whose promise it is, put right."""


Decisions = dict[str, tuple[Decision, ...]]
"""By id, oldest first."""


def decisions_path(state: Path) -> Path:
    """Where the decisions of a vault lie."""
    return state / "ledger" / "decisions.toml"


def load_decisions(state: Path) -> Decisions:
    """Read the decisions; an empty dict where nothing was decided yet.

    Raises ConfigError that names the file when it cannot be read as it stands.
    """
    sides = load_sides(
        decisions_path(state),
        lambda table: {
            key: tuple(Decision.model_validate(value) for value in _as_list(values)) for key, values in table.items()
        },
    )
    if len(sides) < 2:
        return sides[0] if sides else {}
    ours, theirs = sides
    return {key: _merged(ours.get(key, ()), theirs.get(key, ())) for key in ours | theirs}


def _merged(ours: Sequence[Decision], theirs: Sequence[Decision]) -> tuple[Decision, ...]:
    """What two machines recorded about one id: what they share, then the rest by its day."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours, theirs, strict=False)))
    rest = [*ours[common:], *(word for word in theirs[common:] if word not in ours[common:])]
    return (*ours[:common], *sorted(rest, key=lambda word: word.on))


def record_decisions(
    vault: Vault, name: str, fresh: Mapping[str, Decision], also: Mapping[str, str | bytes] | None = None
) -> None:
    """Add decisions, and write what belongs to them, as one action that `undo` takes back; two processes at once
    lose none."""
    from assistant.vault.journal import write_files

    with deciding(vault, fresh) as files:
        if fresh:
            write_files(vault, name, {**(also or {}), **files})


@contextmanager
def deciding(vault: Vault, fresh: Mapping[str, Decision]) -> Iterator[dict[str, str]]:
    """The file with the decisions added, by its path in the vault, for whoever writes it with something else; until the
    end nobody else changes it."""
    from filelock import FileLock

    from assistant.vault.writing import private_folder

    path = decisions_path(vault.state)
    with FileLock(private_folder(path.parent) / "write.lock", mode=0o600, timeout=30):
        known = with_fresh(load_decisions(vault.state), fresh)
        yield {path.relative_to(vault.root).as_posix(): _as_toml(known)} if fresh else {}


def with_fresh(known: Decisions, fresh: Mapping[str, Decision]) -> Decisions:
    """The decisions with these added behind the earlier ones."""
    return known | {key: (*known.get(key, ()), decision) for key, decision in fresh.items()}


def since(first: Date, words: Sequence[Decision]) -> list[Decision]:
    """Those of the words that can mean what was first said on this day: an earlier one meant something else."""
    return [word for word in words if first <= word.on]


def decided_findings(findings: Sequence[Findings], decisions: Mapping[str, Sequence[Decision]]) -> list[Findings]:
    """The findings without those that the manager refused, the others as he put them right."""
    if not decisions:
        return list(findings)
    return [
        found.model_copy(
            update={
                "claims": _decided(found.claims, decisions),
                "shown": _decided(found.shown, decisions),
                "promises": _decided(found.promises, decisions),
                "bright_spots": _decided(found.bright_spots, decisions),
                "remarks": _decided(found.remarks, decisions),
            }
        )
        for found in findings
    ]


def _decided(items: Sequence[Item], decisions: Mapping[str, Sequence[Decision]]) -> tuple[Item, ...]:
    kept: list[Item] = []
    for item in items:
        words = [d for d in decisions.get(finding_id(item), ()) if d.verb in ("confirmed", "refused")]
        if words and words[-1].verb == "refused":
            continue
        said = since(item.evidence.day, words)  # whether the words are one holds for good; a day does not
        update = _put_right(item, said[-1]) if said else {}
        kept.append(item.model_copy(update=update) if update else item)  # type: ignore[arg-type]  # it stays what it was
    return tuple(kept)


def _put_right(item: AnyItem, decision: Decision) -> dict[str, Any]:
    update: dict[str, Any] = {"text": decision.text} if decision.text else {}
    if isinstance(item, PromiseFinding):
        update |= {"owner": decision.owner} if decision.owner else {}
        update |= {"due": decision.due} if decision.due else {}
    return update


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _as_toml(decisions: Decisions) -> str:
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment("What you decided yourself about claims (c-…), promises (p-…) and other findings."))
    document.add(tomlkit.comment("Delete a table to let your notes decide again."))
    for name in sorted(decisions):
        tables = tomlkit.aot()
        for decision in decisions[name]:
            table = tomlkit.table()
            for field, value in decision.model_dump(exclude_none=True).items():
                table.add(field, value)
            tables.append(table)
        document.add(name, tables)
    return tomlkit.dumps(document)

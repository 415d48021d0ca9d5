"""The manager's own decisions about claims and promises: a small TOML file that a person can read and mend.

`<vault>/.showme/ledger/decisions.toml` holds one table an id. What the notes say is derived again each time;
only what the manager said himself is kept here.
"""

from __future__ import annotations

import tomllib
from datetime import date as Date
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from assistant.errors import ConfigError
from assistant.models import Value

Verb = Literal["shown", "dropped", "done"]


class Decision(Value):
    """One word of the manager about one claim or promise."""

    verb: Verb
    on: Date
    artefact: str | None = None
    """What showed the claim: a file, a link, a call at a time, or something seen live."""
    why: str | None = None
    """Why it was dropped."""


Decisions = dict[str, Decision]
"""By claim or commitment id."""


def decisions_path(state: Path) -> Path:
    """Where the decisions of a vault lie."""
    return state / "ledger" / "decisions.toml"


def load_decisions(state: Path) -> Decisions:
    """Read the decisions; an empty dict where nothing was decided yet.

    Raises ConfigError that names the file when it cannot be read as it stands.
    """
    path = decisions_path(state)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {key: Decision.model_validate(value) for key, value in table.items()}
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as fault:
        reason = str(fault).splitlines()[0]
        raise ConfigError(
            f"{path} cannot be read ({reason}).", "Mend that line by hand, or move the file aside."
        ) from fault


def record_decision(state: Path, key: str, decision: Decision) -> None:
    """Add one decision or replace it, written atomically."""
    import tomlkit

    from assistant.vault.writing import write_atomic

    decisions = load_decisions(state) | {key: decision}
    document = tomlkit.document()
    document.add(tomlkit.comment("What you decided yourself about claims (c-…) and promises (p-…)."))
    document.add(tomlkit.comment("Delete a table to let your notes decide again."))
    for name in sorted(decisions):
        table = tomlkit.table()
        for field, value in decisions[name].model_dump(exclude_none=True).items():
            table.add(field, value)
        document.add(name, table)
    write_atomic(decisions_path(state), tomlkit.dumps(document))

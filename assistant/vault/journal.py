"""What the tool wrote into the vault, step by step, so that each step can be taken back.

`.showme/journal/` holds one JSON file an action, written before the action is done, and beside it a copy of every file
that the action replaced. An action that died half way is taken back like one that was finished. An entry whose action was
taken back, or is to stand for good, is renamed.

What is kept under `.showme/` and is nobody's decision is not journaled: raw captures and drafts, the index, the cache, the key
of the pseudonyms, the log of what went to a model.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from assistant.errors import ShowMeError
from assistant.models import Value
from assistant.vault.vault import Vault
from assistant.vault.writing import create_atomic, create_synced, private_folder, write_atomic

_UNDONE, _LEFT = ".undone", ".left"
"""How an entry's name ends once its action was taken back, and once it stands for good."""
_PRIVATE = 0o600


class Change(Value):
    """One file of an action; the digests are SHA-256 in hex, None where there was or is no file."""

    path: str
    """Relative to the vault."""
    before: str | None
    """The copy of what stood there, in the journal's folder."""
    digest_before: str | None
    digest: str | None
    mode_before: int | None = None
    """The permissions of what stood there."""


class Action(Value):
    """One thing the manager asked for, with every file it wrote."""

    name: str
    """As a person would say it: `captured Morgan Lee`."""
    at: str
    changes: tuple[Change, ...]


def write_files(vault: Vault, name: str, files: Mapping[str, str | bytes | None]) -> None:
    """Write files of the vault as one action; None removes one. What stood there is kept first.

    Raises ShowMeError for a path that leads out of the vault.
    """
    if _begin(vault, name, files) is not None:
        _put(vault, files)


def create_file(vault: Vault, name: str, path: str, text: str, also: Mapping[str, str | None] | None = None) -> bool:
    """Write a new file as one action; False where the name is taken, also when another process takes it just now.

    Once it is there, what else belongs to the action is written, or removed where the text is None.

    Raises ShowMeError for a path that leads out of the vault.
    """
    if _inside(vault, path).exists():
        return False
    entry = _begin(vault, name, {path: text, **(also or {})})
    try:
        create_atomic(vault.root / path, text)
    except BaseException as fault:
        if entry is not None:
            entry.unlink(missing_ok=True)
        if isinstance(fault, FileExistsError):
            return False
        raise
    _put(vault, also or {})
    return True


def undo_last(vault: Vault) -> Action:
    """Take back the newest action that stands, whole. Raises ShowMeError when there is none, or when a file was changed since."""
    file, action = _newest(vault)
    for change in action.changes:
        now = _digest(vault.root / change.path)
        if now not in (change.digest, change.digest_before):
            raise ShowMeError(
                f"{change.path} was changed since ({action.name}) and stays as it is.",
                f"{_by_hand(vault, change)} `showme undo --skip` leaves it so and takes back what came before.",
            )
    for change in reversed(action.changes):
        _take_back(vault, change, file.stem)
    file.rename(file.with_name(f"{file.stem}{_UNDONE}.json"))
    return action


def leave_last(vault: Vault) -> Action:
    """Let the newest action stand for good, so that `undo_last` goes on to the one before it. Raises ShowMeError when there is none."""
    file, action = _newest(vault)
    file.rename(file.with_name(f"{file.stem}{_LEFT}.json"))
    return action


def _newest(vault: Vault) -> tuple[Path, Action]:
    for file, action in _standing(vault):
        if not file.stem.endswith(_LEFT):
            return file, action
    raise ShowMeError("There is nothing to take back.", "`undo` takes back what showme itself wrote, newest first.")


def _standing(vault: Vault) -> Iterator[tuple[Path, Action]]:
    """Every action that was not taken back, the newest first, with its entry."""
    for file in sorted((vault.state / "journal").glob("*.json"), reverse=True):
        if file.stem.endswith(_UNDONE):
            continue
        try:
            yield file, Action.model_validate_json(file.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError):
            continue


def is_as_written(vault: Vault, path: str) -> bool:
    """Whether a file of the vault stands as showme wrote it last; False also where the journal does not know."""
    now = _digest(vault.root / path)
    return any(
        change.path == path and change.digest == now for _, action in _standing(vault) for change in action.changes
    )


def place_in(vault: Vault, out: Path) -> str | None:
    """Where a file that somebody names lies in the vault, relative to it; None where it lies outside."""
    path, root = out.expanduser().resolve(), vault.root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) and path != root else None


def _put(vault: Vault, files: Mapping[str, str | bytes | None]) -> None:
    for path, text in files.items():
        if text is None:
            (vault.root / path).unlink(missing_ok=True)
        else:
            write_atomic(vault.root / path, text, mode=_mode(vault.root / path))


def _begin(vault: Vault, name: str, files: Mapping[str, str | bytes | None]) -> Path | None:
    """Keep what stands there and write down what will; gives the entry, None where nothing would change."""
    journal = private_folder(vault.state / "journal")
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{os.getpid()}"
    changes: list[Change] = []
    for number, (path, text) in enumerate(files.items()):
        target, content = _inside(vault, path), text.encode() if isinstance(text, str) else text
        old = target.read_bytes() if target.is_file() else None
        if old == content:
            continue
        copy = f"{stamp}-{number}.before" if old is not None else None
        if copy and old is not None:
            create_synced(journal / copy, [old])
        mode = _mode(target) if old is not None else None
        changes.append(
            Change(path=path, before=copy, digest_before=_hash(old), digest=_hash(content), mode_before=mode)
        )
    if not changes:
        return None
    entry = journal / f"{stamp}.json"
    action = Action(name=name, at=datetime.now(UTC).isoformat(timespec="seconds"), changes=tuple(changes))
    write_atomic(entry, json.dumps(action.model_dump(mode="json"), ensure_ascii=False, indent=1))
    return entry


def _take_back(vault: Vault, change: Change, stamp: str) -> None:
    path, journal = vault.root / change.path, vault.state / "journal"
    if path.is_file():
        content = path.read_bytes()
        if _hash(content) == change.digest_before:
            return
        write_atomic(journal / f"{stamp}-{change.path.replace('/', '_')[-80:]}.after", content)
    if change.before is None:
        path.unlink(missing_ok=True)
    else:
        mode = _mode(path) if path.is_file() else change.mode_before or _PRIVATE
        write_atomic(path, (journal / change.before).read_bytes(), mode=mode)


def _inside(vault: Vault, relative: str) -> Path:
    path = vault.root / relative
    if not path.resolve().is_relative_to(vault.root.resolve()):
        raise ShowMeError(f"{relative} leads out of the vault.", "Name a file inside it.")
    return path


def _by_hand(vault: Vault, change: Change) -> str:
    if change.before is None:
        return "Delete it by hand if you no longer want it."
    return f"What stood there before lies in {vault.state / 'journal' / change.before}."


def _mode(path: Path) -> int:
    """A file that is there keeps its permissions."""
    return path.stat().st_mode & 0o777 if path.is_file() else _PRIVATE


def _digest(path: Path) -> str | None:
    return _hash(path.read_bytes()) if path.is_file() else None


def _hash(content: bytes | None) -> str | None:
    return hashlib.sha256(content).hexdigest() if content is not None else None


def paths_of(action: Action) -> Sequence[str]:
    """The files of the vault itself that an action wrote, without the tool's own."""
    return [change.path for change in action.changes if not change.path.startswith(".showme/")]

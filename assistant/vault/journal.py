"""What the tool wrote into the vault, step by step, so that each step can be taken back.

`.showme/journal/` holds one JSON file an action, written before the action is done, and beside it a copy of every file
that the action replaced. An action that died half way is taken back like one that was finished. An entry whose action was
taken back, or is to stand for good, is renamed.

What is kept under `.showme/` and is nobody's decision is not journaled: raw captures and drafts, the index, the cache, the key
of the pseudonyms, the log of what went to a model.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import ShowMeError
from assistant.vault.journaled import LEFT, UNDONE, Action, Change, digest_of, hash_of, standing, written_by
from assistant.vault.merging import without_change
from assistant.vault.vault import Vault
from assistant.vault.writing import create_atomic, create_synced, private_folder, write_atomic

_PRIVATE = 0o600


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
    contents = {change.path: _content_before(vault, action, change) for change in action.changes}
    for change in reversed(action.changes):
        _take_back(vault, change, contents[change.path], file.stem)
    file.rename(file.with_name(f"{file.stem}{UNDONE}.json"))
    return action


def leave_last(vault: Vault) -> Action:
    """Let the newest action stand for good, so that `undo_last` goes on to the one before it. Raises ShowMeError when there is none."""
    file, action = _newest(vault)
    file.rename(file.with_name(f"{file.stem}{LEFT}.json"))
    return action


def _newest(vault: Vault) -> tuple[Path, Action]:
    for file, action in standing(vault):
        if not file.stem.endswith(LEFT):
            return file, action
    raise ShowMeError("There is nothing to take back.", "`undo` takes back what showme itself wrote, newest first.")


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
            Change(path=path, before=copy, digest_before=hash_of(old), digest=hash_of(content), mode_before=mode)
        )
    if not changes:
        return None
    entry = journal / f"{stamp}.json"
    action = Action(name=name, at=datetime.now(UTC).isoformat(timespec="seconds"), changes=tuple(changes))
    write_atomic(entry, json.dumps(action.model_dump(mode="json"), ensure_ascii=False, indent=1))
    return entry


def _content_before(vault: Vault, action: Action, change: Change) -> bytes | None:
    """What the file is to hold without the action, None where it is to be gone. Raises ShowMeError when it was changed since.

    Where a later action that stands for good wrote into the file too, the lines of that one stay.
    """
    path = vault.root / change.path
    before = (vault.state / "journal" / change.before).read_bytes() if change.before is not None else None
    if digest_of(path) in (change.digest, change.digest_before):
        return before
    is_made_here = change.before is None and not change.path.startswith(
        ".showme/"
    )  # a note is gone whole or not at all
    written = None if is_made_here else written_by(vault, change)
    if written is not None and path.is_file():
        merged = without_change(before or b"", written, path.read_bytes())
        if merged is not None:
            return merged
    raise ShowMeError(
        f"{change.path} was changed since ({action.name}) and stays as it is.",
        f"{_by_hand(vault, change)} `showme undo --skip` leaves it so and takes back what came before.",
    )


def _take_back(vault: Vault, change: Change, content: bytes | None, stamp: str) -> None:
    path = vault.root / change.path
    mode = _mode(path) if path.is_file() else change.mode_before or _PRIVATE
    if path.is_file():
        now = path.read_bytes()
        if now == content:
            return
        write_atomic(vault.state / "journal" / f"{stamp}-{change.path.replace('/', '_')[-80:]}.after", now)
    if content is None:
        path.unlink(missing_ok=True)
    else:
        write_atomic(path, content, mode=mode)


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


def paths_of(action: Action) -> Sequence[str]:
    """The files of the vault itself that an action wrote, without the tool's own."""
    return [change.path for change in action.changes if not change.path.startswith(".showme/")]

"""Recaps as they are kept in `recaps/`: one that was sent, or that the manager changed, is never written over."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

from assistant.errors import ShowMeError
from assistant.vault.front import read_front_matter
from assistant.vault.journal import place_in, write_files
from assistant.vault.journaled import is_as_written
from assistant.vault.vault import Vault
from assistant.vault.writing import faults_named, write_atomic

FOLDER = "recaps"
_MOST_OF_A_DAY = 99
_DRAFT, _SENT = "recap", "recap-sent"


def keep_recap(
    vault: Vault, name: str, met: Date, subject: str, body: str, *, is_sent: bool, out: Path | None
) -> tuple[str, str]:
    """Keep the mail, and write it to `out` where that is given, as one action; gives where it is kept and its body.

    A draft that nobody touched is written anew, any other recap gets a number behind it. What is said to be sent is the
    newest draft as it stands, with what the manager changed in it. Raises ShowMeError when it cannot be written.
    """
    path, text = _placed(vault, name, met, f"{_front(name, met, is_sent)}{body}", is_sent=is_sent)
    mail = f"Subject: {subject}\n\n{kept_body(text)}"
    what = f"kept the {'sent ' if is_sent else ''}recap for {name}"
    inside = place_in(vault, out) if out is not None else None
    with faults_named("The recap", "Make room, see to the folder's permissions, or name another file."):
        if out is not None and inside is None:
            write_atomic(out, mail)
        write_files(vault, what, {path: text, **({inside: f"{_front(name, met, is_sent)}{mail}"} if inside else {})})
    return path, kept_body(text)


def kept_body(text: str) -> str:
    """A kept recap without its head."""
    plain = text.replace("\r\n", "\n")
    return "\n".join(plain.split("\n")[read_front_matter(plain).taken :]).lstrip("\n")


def _placed(vault: Vault, name: str, met: Date, fresh: str, *, is_sent: bool) -> tuple[str, str]:
    """Where the recap goes, and what is to stand there."""
    names = [f"{FOLDER}/{met.isoformat()} {name}{f' {n}' if n > 1 else ''}.md" for n in range(1, _MOST_OF_A_DAY)]
    there = [number for number, path in enumerate(names) if (vault.root / path).exists()]
    if not there:
        return names[0], fresh
    newest = names[there[-1]]
    kept = _read(vault.root / newest)
    state = str(read_front_matter(kept).values.get("showme", ""))
    if state in (_SENT, _DRAFT) and kept_body(kept) == kept_body(fresh) and (state == _SENT or not is_sent):
        return newest, kept
    if state == _DRAFT and is_as_written(vault, newest):
        return newest, fresh
    if state == _DRAFT and is_sent:
        return newest, kept.replace(f"showme: {_DRAFT}", f"showme: {_SENT}", 1)
    if there[-1] + 1 >= len(names):
        raise ShowMeError(f"There is no free name left for a recap of {met}.", f"Tidy the folder {FOLDER}/.")
    return names[there[-1] + 1], fresh


def _front(name: str, met: Date, is_sent: bool) -> str:
    state = _SENT if is_sent else _DRAFT
    return f"---\nshowme: {state}\nperson: {name}\ndate: {met.isoformat()}\nkind: document\n---\n\n"


def _read(path: Path) -> str:
    """A kept recap as it stands; nothing where it is no text of ours any more, which is left alone."""
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError:
        return ""

"""Kills the program at random moments, as a power cut does, and says what is wrong with what is left.

`python -m tests.capture.killing 200` kills it two hundred times, half of them while somebody types in the app, a quarter while a text is
captured from a pipe and a quarter while the pipe is still open, and prints what was lost; the test beside it does the same twenty times.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import random
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

PROMISE_SECONDS = 5.0
"""Nothing that was typed longer ago than this may be lost."""
SENTENCE = "Morgan says the Pentlow board has approved the budget. I'll ask legal about the Harkstow DPA by Friday.\n"
_READY = b"saved as you go"
_FIRST = {
    "people/Morgan Lee/2026-11-10.md": "# 1:1 Morgan\n\n- [ ] Morgan to send me the Pentlow map by Friday\n",
    "people/Ana Ruiz/2026-11-12.md": "# 1:1 Ana\n\n- Ana says Foxlow want to sign in December\n",
}
_SHOWME = [sys.executable, "-m", "tui.cli"]


def kill_while_piping(folder: Path, seed: int) -> list[str]:
    """Capture a text from a pipe, kill at a random moment; what is wrong afterwards."""
    dice = random.Random(seed)
    root = _team(folder)
    text = "".join(f"{number}: {SENTENCE}" for number in range(dice.choice((3, 40, 800))))
    process, pipe = _piped(root)
    try:
        pipe.write(text.encode())
        pipe.close()
    except BrokenPipeError:
        pass
    # The raw text lies there after half a second of imports; the note follows. Aim at the stretch between.
    _wait(lambda: any((root / ".showme").glob("captures/*")) or process.poll() is not None)
    time.sleep(dice.uniform(0, 1.2))
    process.kill()
    process.wait()
    raws = [path.read_text() for path in sorted((root / ".showme" / "captures").glob("*.txt"))]
    return [
        *([] if raws and text.startswith(raws[0]) else ["the raw text is not what was piped"]),
        *_broken(root, text),
    ]


def kill_while_the_pipe_is_open(folder: Path, seed: int) -> list[str]:
    """Let words come bit by bit, as a recorder or a slow copy gives them, and kill before the end; what is wrong afterwards."""
    dice = random.Random(seed)
    root = _team(folder)
    process, pipe = _piped(root)
    text = ""
    for number in range(dice.choice((1, 5, 30))):
        bit = f"{number}: {SENTENCE}"
        pipe.write(bit.encode())
        pipe.flush()
        text += bit
    wrong = []
    try:
        _wait(lambda: any((root / ".showme").glob("captures/*.txt")))
        [raw] = (root / ".showme").glob("captures/*.txt")
        _wait(lambda: raw.read_text() == text, PROMISE_SECONDS)
    except TimeoutError:
        wrong.append("what came is not on the disk while the pipe is open")
    process.kill()
    process.wait()
    pipe.close()
    return [*wrong, *_broken(root, text)]


def kill_while_typing(folder: Path, seed: int) -> list[str]:
    """Type into the app's own screen, at times save, kill at a random moment; what is wrong afterwards."""
    dice = random.Random(seed)
    root = _team(folder)
    process, terminal = _in_terminal([*_SHOWME, "capture", "Morgan"], _environment(root))
    seen = bytearray()
    threading.Thread(target=_drain, args=(terminal, seen), daemon=True).start()
    _wait(lambda: _READY in seen)
    typed: list[tuple[float, str]] = []
    end = time.monotonic() + dice.uniform(0.5, 9.0)
    while time.monotonic() < end:
        for character in dice.choice(SENTENCE.split(" ")) + " ":
            os.write(terminal, character.encode())
            typed.append((time.monotonic(), character))
        time.sleep(dice.uniform(0.02, 0.12))
    text = "".join(character for _, character in typed)
    is_saved = dice.random() < 0.4
    if is_saved:
        os.write(terminal, b"\x13")
        time.sleep(dice.uniform(0, 2.0))
    died = time.monotonic()
    process.kill()
    process.wait()
    os.close(terminal)
    due = "".join(character for when, character in typed if when < died - PROMISE_SECONDS)
    kept = [path.read_text() for path in (root / ".showme" / "captures").glob("**/*") if path.is_file()]
    kept += [path.read_text() for path in _notes(root)]
    is_kept = any(" ".join(due.split()) in " ".join(words.split()) for words in kept)
    return [
        *([] if is_kept or not due.strip() else [f"{len(due)} characters typed in time are lost"]),
        *_broken(root, text if is_saved else None),
    ]


def main(count: int) -> int:
    """Kill so many times, two at a time, and print what was found wrong."""
    kinds: Sequence[Callable[[Path, int], list[str]]] = (
        kill_while_piping,
        kill_while_typing,
        kill_while_the_pipe_is_open,
        kill_while_typing,
    )
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        jobs = [
            (number, kinds[number % 4], pool.submit(kinds[number % 4], Path(folder) / str(number), number))
            for number in range(count)
        ]
        wrong = [(number, kind.__name__, fault) for number, kind, job in jobs for fault in job.result()]
    for number, name, fault in wrong:
        print(f"{name}, seed {number}: {fault}")
    print(f"{count} kills, {len(wrong)} with something wrong afterwards")
    return min(len(wrong), 1)


def _broken(root: Path, text: str | None) -> list[str]:
    """What is wrong with the vault: half notes, half entries in the journal, a capture or an undo that no longer works."""
    wrong = []
    for note in _notes(root):
        words = note.read_text()
        begun, ended = words.count("<!-- showme:found"), words.count("<!-- /showme:found")
        if not words.startswith("---\n") or begun != ended:
            wrong.append(f"{note.name} is half a note")
        if text is not None and " ".join(text.split()) not in " ".join(words.split()):
            wrong.append(f"{note.name} has not all the words")
    for entry in (root / ".showme" / "journal").glob("*.json"):
        try:
            json.loads(entry.read_text())
        except ValueError:
            wrong.append(f"{entry.name} is half an entry")
    before = {path: path.read_bytes() for path in _notes(root)}
    for command, given in ((["capture", "Morgan", "-"], b"one more word\n"), (["undo"], b"")):
        done = subprocess.run(
            [*_SHOWME, *command], input=given, capture_output=True, env=_environment(root), check=False
        )
        if done.returncode:
            wrong.append(f"{' '.join(command)} afterwards: {done.stderr.decode()[-200:]}")
    if {path: path.read_bytes() for path in _notes(root)} != before:
        wrong.append("a capture and its undo did not leave the notes as they were")
    return wrong


def _notes(root: Path) -> list[Path]:
    """The notes that captures made."""
    return [path for path in root.glob("people/**/*.md") if path.relative_to(root).as_posix() not in _FIRST]


def _team(folder: Path) -> Path:
    for name, text in _FIRST.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def _environment(root: Path) -> dict[str, str]:
    own = {"SHOWME_VAULT": str(root), "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
    return {**os.environ, **own}


def _in_terminal(command: Sequence[str], environment: dict[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    mine, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    process = subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True, close_fds=True
    )
    os.close(its)
    return process, mine


def _drain(terminal: int, seen: bytearray) -> None:
    while True:
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            return


def _piped(root: Path) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    """A capture of what comes through a pipe, and the pipe."""
    process = subprocess.Popen(
        [*_SHOWME, "capture", "Morgan", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=_environment(root),
    )
    assert process.stdin is not None
    return process, process.stdin


def _wait(happened: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError("the program did not come so far")
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))

"""How fast words become a note: reading while one types, and capture to updated ledger and index. Prints a Markdown table.

python benchmarks/capture.py [--notes 10000] [--runs 9]

The floor of a capture does what cannot be left out: read the file, embed its passages, put them into Chroma's collection, in the same
open vault and the same process. `whole processes` is `showme capture PERSON FILE` over a script that does the floor's work alone.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
from datetime import date
from pathlib import Path

import chromadb

from assistant.capture.capture import Incoming, capture, update_index
from assistant.capture.live import LiveReader
from assistant.index.embedding import embed_texts
from assistant.index.passages import split_passages
from assistant.index.sync import embed_batch, store_folder
from assistant.models import NoteKind
from assistant.workspace import Workspace
from benchmarks.speed import DEALS, ROOT, fill, make_vault, run, timed

TODAY = date(2026, 11, 23)
LINES = 800


def main() -> None:
    """Make the vault, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--notes", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=9)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        make_vault(root, given.notes)
        workspace = Workspace(root, today=TODAY)
        embed_batch(workspace.vault, workspace.catalog)
        fill(workspace.vault, workspace.catalog)
        workspace.ledger("ana-ruiz")
        keys = keystrokes(workspace)
        ours, bare = captures(workspace, given.runs)
        whole, floor = processes(root, given.runs)
        workspace.catalog.close()
    print("| what | ours | floor | ratio |\n| --- | --- | --- | --- |")
    print(f"| reading after a keystroke in a note of {LINES} lines, median | {statistics.median(keys):.1f} ms | | |")
    print(f"| the same, 95th of a hundred | {sorted(keys)[int(len(keys) * 0.95)]:.1f} ms | | |")
    print(
        f"| capture to ledger and index, {given.notes} notes | {ours * 1e3:.0f} ms | {bare * 1e3:.0f} ms | {ours / bare:.2f} |"
    )
    print(f"| the same, whole processes | {whole:.2f} s | {floor:.2f} s | {whole / floor:.2f} |")


def words(dice: random.Random, name: str) -> str:
    """A capture of a dozen lines."""
    frames = (
        "{name} says the buyer at {deal} has the budget {n}",
        "I'll send the price list for {deal} by Friday, copy {n}",
        "{name} to bring the plan for {deal}, page {n}",
        "we looked at the mail of {deal} together, order {n} stands in it",
        "long talk about {deal} and the {n} docks, nothing new",
        "they object to the price of {deal}, {n} percent",
    )
    return "".join(
        f"- {dice.choice(frames).format(name=name, deal=dice.choice(DEALS), n=dice.randrange(10**6))}\n"
        for _ in range(12)
    )


def keystrokes(workspace: Workspace) -> list[float]:
    """Milliseconds from a key to the findings, a hundred times, each in another line."""
    dice = random.Random(3)
    lines = "".join(words(dice, "Ana") for _ in range(LINES // 12 + 1)).split("\n")[:LINES]
    reader = LiveReader(workspace.context, "ana-ruiz", TODAY, NoteKind.ONE_ON_ONE)
    reader.read("\n".join(lines))
    taken = []
    for _ in range(100):
        lines[dice.randrange(LINES)] += dice.choice("abc de fgh")
        text = "\n".join(lines)
        taken.append(timed(lambda text=text: reader.read(text)) * 1000)
    return taken


def captures(workspace: Workspace, runs: int) -> tuple[float, float]:
    """Median seconds of a capture with its ledger and its vectors, and of the floor, in turn."""
    dice = random.Random(4)
    rows = chromadb.PersistentClient(
        path=str(store_folder(workspace.vault)),
        settings=chromadb.Settings(anonymized_telemetry=False, allow_reset=False),
    ).get_collection("passages", embedding_function=None)
    ours, bare = [], []
    for number in range(runs + 1):
        text = words(dice, "Ana")

        def whole(text: str = text) -> None:
            capture(workspace, Incoming("Ana", [text.encode()], TODAY))
            update_index(workspace)
            workspace.ledger("ana-ruiz")

        def floor(text: str = text, number: int = number) -> None:
            file = workspace.vault.state / "floor.md"
            file.write_text(text)
            passages = [run.text for run in split_passages(file.read_text(), 1)]
            ids = [f"floor-{number}-{place}" for place in range(len(passages))]
            rows.upsert(ids=ids, embeddings=embed_texts(passages), metadatas=[{"number": number} for _ in ids])

        for kept, work in ((ours, whole), (bare, floor)) if number % 2 else ((bare, floor), (ours, whole)):
            kept.append(timed(work))
        rows.delete(where={"number": number})  # the books of the vault know nothing of them
    return statistics.median(ours[1:]), statistics.median(bare[1:])


def processes(root: Path, runs: int) -> tuple[float, float]:
    """Median seconds of whole processes."""
    dice = random.Random(5)
    file, copy = root.parent / "words.md", root.parent / "copy"
    shutil.copytree(root, copy)  # what the floor puts into the collection, the books of the vault know nothing of
    ours, bare = [], []
    os.environ["SHOWME_VAULT"] = str(root)
    for _ in range(runs):
        file.write_text(words(dice, "Ana"))
        ours.append(timed(lambda: run([sys.executable, "-m", "tui.cli", "capture", "Ana", str(file), "--json"])))
        bare.append(timed(lambda: run([sys.executable, str(ROOT / "benchmarks" / "floor.py"), str(copy), str(file)])))
    return statistics.median(ours), statistics.median(bare)


if __name__ == "__main__":
    main()

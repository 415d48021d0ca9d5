"""How fast it is, as ratios to a bare floor in the same run. Prints a Markdown table.

python benchmarks/speed.py [--notes 10000] [--embed 400] [--runs 5]

A vault of synthetic notes is made in a temporary folder. The whole of it is read and searched by words; vectors are made for as many
passages as `--embed` says, since embedding is the raw rate of the model (measured beside it), so that a run takes minutes, not hours.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.index.catalog import Catalog
    from assistant.vault.vault import Vault

QUERIES = (
    "what did we agree about the pilot budget",
    "who showed the price by mail",
    "risk of the next step",
    "did legal sign the order for the scanner",
    "meeting with the board director next month",
)
WARMING = 10
"""So often each query is asked before the clock runs: by then the vectors of a folder that is searched often lie in memory."""
ROOT = Path(__file__).resolve().parent.parent
WORDS = (
    "budget pilot contract buyer plan visit mail price dock driver warehouse board director meeting quote order scanner route finance legal "
    "agreed asked said thinks wants showed wrote rang open closed late early week month quarter number team deal note call risk next step"
).split()
DEALS = [
    f"{name} {kind}"
    for name in ("Mott", "Torvik", "Sable", "Quill", "Harrow", "Lund", "Bexley", "Orme")
    for kind in ("Foods", "Steel")
]
PEOPLE = [
    f"{first} {last}"
    for first, last in zip(
        "Ana Bo Cleo Dirk Elif Finn Gwen Hugo".split(),
        "Ruiz Ekdahl Marsh Vos Aydin Byrne Pryce Sand".split(),
        strict=True,
    )
]


def main() -> None:
    """Make the vault, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--notes", type=int, default=10_000)
    arguments.add_argument("--embed", type=int, default=400)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        make_vault(root, given.notes)
        rows = measure(root, given.embed, given.runs)
    print(
        f"{given.notes} notes of 150 words; {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.\n"
    )
    print("| what | ours | floor | ratio |\n| --- | --- | --- | --- |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def make_vault(root: Path, count: int) -> None:
    """Synthetic one-on-ones of eight people, dated over five years."""
    dice = random.Random(5)
    words = sorted(
        {
            "".join(dice.choice(part) for part in ("bdfgklmnprstvz", "aeiou", "lmnrst", "aeiou", "dkst"))
            for _ in range(8000)
        }
    )
    dice.shuffle(words)
    words[60:60] = WORDS
    weights = [1 / (rank + 12) for rank in range(len(words))]  # as words of a language are spread
    for number in range(count):
        person = PEOPLE[number % len(PEOPLE)]
        day = f"{2022 + number // 8 % 5}-{1 + number // 40 % 12:02}-{1 + number // 480 % 28:02}"
        lines = [f"{dice.choice(DEALS)}: {' '.join(dice.choices(words, weights, k=14))}" for _ in range(10)]
        path = root / "people" / person / f"{day} {number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(root: Path, embed: int, runs: int) -> list[tuple[str, str, str, str]]:
    """Every row of the table."""
    from assistant.index.catalog import open_catalog
    from assistant.index.embedding import embed_texts
    from assistant.index.retriever import open_retriever
    from assistant.index.store import open_store
    from assistant.vault.vault import open_vault

    vault = open_vault(root)
    first_words, all_words = words_after(vault)
    catalog = open_catalog(vault)
    unchanged = median(runs, catalog.sync)
    walked = median(runs, vault.walk)
    note = next((root / "people" / PEOPLE[0]).glob("*.md"))

    def change() -> None:
        note.write_text(note.read_text(encoding="utf-8") + "Mott: one more line\n", encoding="utf-8")
        catalog.sync()

    one_changed = median(runs, change)
    raw, ours = rates(vault, catalog, embed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    fill(vault, catalog)
    retriever = open_retriever(vault, catalog)
    store = open_store(vault.state / "index" / "chroma").at(catalog.waiting.generation())
    ours_all, bare_all, ours_one, bare_one = (
        seconds
        for someone in (None, "ana-ruiz")
        for seconds in in_turn(
            runs * 10,
            lambda query, someone=someone: retriever.search(query, someone),
            lambda query, someone=someone: store.ask_bare(embed_texts([query])[0], someone, 10),
        )
    )
    catalog.close()
    cold_empty, cold_full, floor = cold(root, runs)
    paint, bare_paint = first_paint(root, runs)
    return [
        ("cold `showme prep`, cache full", f"{cold_full:.2f} s", f"{floor:.2f} s", f"{cold_full / floor:.2f}"),
        ("cold `showme prep`, cache empty", f"{cold_empty:.2f} s", f"{floor:.2f} s", f"{cold_empty / floor:.2f}"),
        compared("warm search of one person, over Chroma's own filtered query", ours_one, bare_one),
        compared("warm search of the whole folder, over Chroma's own query", ours_all, bare_all),
        (
            "looking over unchanged notes, over a bare walk",
            f"{unchanged:.3f} s",
            f"{walked:.3f} s",
            f"{unchanged / walked:.2f}",
        ),
        ("one changed note, without its embedding", f"{one_changed:.3f} s", "", ""),
        (
            "indexing rate, over raw embedding",
            f"{ours:.0f}/s",
            f"{raw:.0f}/s",
            f"{ours / raw:.2f}",
        ),
        ("first index: searchable by words after", f"{first_words:.1f} s", "", ""),
        ("first index: every note searchable by words after", f"{all_words:.1f} s", "", ""),
        ("peak memory of indexing", f"{peak:.0f} MiB", "", ""),
        ("first paint, over a bare Textual app", f"{paint:.2f} s", f"{bare_paint:.2f} s", f"{paint / bare_paint:.2f}"),
    ]


def words_after(vault: Vault) -> tuple[float, float]:
    """Seconds of a first look until another reader finds a passage by its words, and until all can be found."""
    from assistant.index.catalog import open_catalog

    writer, reader = open_catalog(vault), open_catalog(vault)
    started = time.perf_counter()
    found: list[float] = []

    def look() -> None:
        while not reader.lexical(QUERIES[0]):
            time.sleep(0.02)
        found.append(time.perf_counter() - started)

    watching = threading.Thread(target=look)
    watching.start()
    writer.sync()
    whole = time.perf_counter() - started
    watching.join()
    for one in (writer, reader):
        one.close()
    return found[0], whole


def fill(vault: Vault, catalog: Catalog) -> None:
    """Give the passages that still wait a vector by lot: searching is then measured on a store of full size."""
    import numpy as np

    from assistant.index.store import open_store
    from assistant.index.sync import store_folder

    dice = np.random.default_rng(7)
    store = open_store(store_folder(vault)).at(catalog.waiting.generation())
    while waiting := catalog.waiting.next(None, 2_000):
        vectors = dice.normal(size=(len(waiting), 384)).astype(np.float32)
        store.put(waiting, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
        catalog.waiting.mark_stored(waiting)
        store.moved_to(catalog.waiting.generation())


def in_turn(runs: int, *works: Callable[[str], object]) -> list[float]:
    """The median of each, run in turn, each first as often as the others, so that a busy moment of the machine meets all."""
    seconds: list[list[float]] = [[] for _ in works]
    for query in QUERIES * WARMING:
        for work in works:
            work(query)
    for number in range(runs):
        query = QUERIES[number % len(QUERIES)]
        order = [(number // len(QUERIES) + place) % len(works) for place in range(len(works))]
        for place in order:
            seconds[place].append(timed(lambda work=works[place], query=query: work(query)))
    return [statistics.median(kept) for kept in seconds]


def compared(name: str, ours: float, floor: float) -> tuple[str, str, str, str]:
    """A row in milliseconds."""
    return name, f"{ours * 1000:.1f} ms", f"{floor * 1000:.1f} ms", f"{ours / floor:.2f}"


def rates(vault: Vault, catalog: Catalog, count: int) -> tuple[float, float]:
    """Passages a second: embedded alone, and embedded and stored as `showme index` does; the medians of turns."""
    from assistant.index import sync
    from assistant.index.embedding import embed_texts

    embed_texts(["once, so that the model is loaded"])
    raw, ours = [], []
    for _ in range(max(2, count // sync.STEP)):
        texts = [entry.text for entry in catalog.waiting.next(None, sync.STEP)]
        raw.append(len(texts) / timed(lambda texts=texts: embed_texts(texts)))
        ours.append(len(texts) / timed(lambda: sync.embed_batch(vault, catalog)))
    return statistics.median(raw), statistics.median(ours)


def cold(root: Path, runs: int) -> tuple[float, float, float]:
    """Whole processes: a brief with nothing kept, with everything kept, and the floor."""
    prep = [sys.executable, "-m", "tui.cli", "prep", PEOPLE[1], "--vault", str(root), "--json"]
    run(prep)
    full = median(runs, lambda: run(prep))
    floor = median(runs, lambda: run([sys.executable, str(ROOT / "benchmarks" / "floor.py"), str(root)]))

    def emptied() -> None:
        for file in (root / ".showme" / "cache").glob("*"):
            file.unlink()
        run(prep)

    return median(max(1, runs // 2), emptied), full, floor


def first_paint(root: Path, runs: int) -> tuple[float, float]:
    """Whole processes that stop at the first paint: the app, and a bare Textual app with a table and Markdown."""
    code = (
        "import os\nfrom pathlib import Path\n{imports}\n"
        "{base}.on_ready = lambda self: os._exit(0)\n"
        "{base}({arguments}).run(headless=True, size=(120, 40))"
    )
    ours = code.format(imports="from tui.app import ShowMeApp", base="ShowMeApp", arguments=f"Path({str(root)!r})")
    bare = code.format(
        imports=(
            "from textual.app import App\nfrom textual.widgets import DataTable, Markdown\n"
            "class Bare(App):\n    def compose(self):\n        yield DataTable()\n        yield Markdown('# hello')"
        ),
        base="Bare",
        arguments="",
    )
    return (
        median(runs, lambda: run([sys.executable, "-c", ours])),
        median(runs, lambda: run([sys.executable, "-c", bare])),
    )


def run(command: list[str]) -> None:
    """A process, its output read and thrown away."""
    done = subprocess.run(
        command, capture_output=True, check=False, cwd=ROOT, env=os.environ | {"SHOWME_TODAY": "2026-11-23"}
    )
    if done.returncode:
        raise SystemExit(done.stderr.decode()[-400:])


def timed(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def median(runs: int, work: Callable[[], object]) -> float:
    """Median seconds of several runs, the first one not counted."""
    work()
    return statistics.median(timed(work) for _ in range(runs))


if __name__ == "__main__":
    main()

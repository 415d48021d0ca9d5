"""Vectors and the fused retriever, over a real Chroma and the real embedding model."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.events import Embedded, Event, Noticed
from assistant.index.catalog import open_catalog
from assistant.index.embedding import embed_texts
from assistant.index.retriever import Retriever, open_retriever
from assistant.index.store import open_store
from assistant.index.sync import embed_passages, store_folder
from assistant.vault.vault import open_vault

MakeVault = Callable[[dict[str, str]], Path]
NOTES = {
    "people/Ana Ruiz/2026-11-10.md": "Mott: says the finance director has released the money for the scanners\n",
    "people/Ana Ruiz/2026-06-02.md": "First visit at Mott, nice people, three warehouses\n",
    "people/Bo Ekdahl/2026-11-12.md": "Torvik: says the finance director has released the money for the ovens\n",
    "calls/2026-11-14 Bo Torvik.md": "Bo let the plant manager count the burnt loaves aloud\n",
}


@pytest.fixture
def indexed(make_vault: MakeVault) -> Path:
    """A folder of notes with all its vectors."""
    root = make_vault(NOTES)
    catalog = open_catalog(open_vault(root))
    catalog.sync()
    assert embed_passages(open_vault(root), catalog) == catalog.passage_count() > 0
    catalog.close()
    return root


def _retriever(root: Path) -> Retriever:
    catalog = open_catalog(open_vault(root))
    catalog.sync()
    return open_retriever(open_vault(root), catalog)


def test_vectors_know_meaning() -> None:
    near, far, asked = embed_texts(["the budget is approved", "the dog sleeps", "is there money for it"])
    assert float(asked @ near) > float(asked @ far)
    assert float(near @ near) == pytest.approx(1.0, abs=1e-4)


def test_vector_does_not_depend_on_its_batch() -> None:
    alone = embed_texts(["says the budget is approved"])[0]
    among = embed_texts(["a", "says the budget is approved", "a much longer sentence " * 20])[1]
    assert float(alone @ among) == pytest.approx(1.0, abs=1e-3)


def test_meaning_is_found_without_shared_words(indexed: Path) -> None:
    hits = _retriever(indexed).search("is the budget there", person="ana-ruiz")
    assert hits[0].passage.path == "people/Ana Ruiz/2026-11-10.md"
    assert hits[0].evidence.quote in hits[0].passage.text


def test_somebody_elses_passage_never_competes(indexed: Path) -> None:
    hits = _retriever(indexed).search("finance director released the money", person="ana-ruiz", limit=50)
    assert {hit.passage.path.split("/")[1] for hit in hits} == {"Ana Ruiz"}


def test_it_is_a_langchain_retriever(indexed: Path) -> None:
    documents = _retriever(indexed).invoke("burnt loaves")
    assert documents[0].metadata["evidence"]["path"] == "calls/2026-11-14 Bo Torvik.md"


def test_what_words_find_has_its_meaning_weighed_too(make_vault: MakeVault) -> None:
    """However many passages are nearer in meaning."""
    files = {f"people/Ana Ruiz/{d}.md": f"Customer {d} talks about money and budgets, part {d}\n" for d in range(60)}
    root = make_vault(files | {"people/Ana Ruiz/x.md": "Zugspitze: the loaves are burnt\n"})
    catalog = open_catalog(open_vault(root))
    catalog.sync()
    embed_passages(open_vault(root), catalog)
    hits = open_retriever(open_vault(root), catalog).search("money budget zugspitze", limit=70)
    by_path = {hit.passage.path: hit for hit in hits}
    expected = float(embed_texts(["money budget zugspitze"])[0] @ embed_texts(["Zugspitze: the loaves are burnt"])[0])
    assert by_path["people/Ana Ruiz/x.md"].dense == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize(("person", "count"), [(None, 40), (None, 32), ("ana-ruiz", 40)])
def test_vectors_held_in_memory_answer_as_the_store_does_and_follow_its_writes(
    make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch, person: str | None, count: int
) -> None:
    root = make_vault({f"people/Ana Ruiz/{d}.md": f"note {d}: pallets of shelf {d * 7}\n" for d in range(count)})
    vault = open_vault(root)
    catalog = open_catalog(vault)
    catalog.sync()
    embed_passages(vault, catalog)
    vector = embed_texts(["pallets of shelf 21"])[0]
    store = open_store(store_folder(vault)).at(catalog.waiting.generation())
    monkeypatch.setattr("assistant.index.store._PATIENCE", -1.0)
    monkeypatch.setattr("assistant.index.store._BATCH", 16)  # the whole folder comes in three pages
    for number in range(4):
        if number:
            (root / f"people/Ana Ruiz/{number}.md").write_text(f"shelf 21 again, pallets {number}\n")
            (root / f"people/Ana Ruiz/{number + 9}.md").unlink()
            catalog.sync()
            embed_passages(vault, catalog)
        for _ in range(3):
            near = store.nearest(vector, person, 10)
            bare = store.ask_bare(vector, person, 10)
            assert [score for _, score in near] == pytest.approx([score for _, score in bare], abs=1e-4)
            assert {key for key, _ in near[:5]} == {key for key, _ in bare[:5]}
    assert person in store._held
    assert len(store._held[person]) == catalog.embedded_count(person)


def test_vectors_of_another_hand_leave_the_store(indexed: Path) -> None:
    vault = open_vault(indexed)
    catalog = open_catalog(vault)
    store = open_store(store_folder(vault)).at(catalog.waiting.generation())
    store._ask("upsert", ids=["stray"], embeddings=embed_texts(["the money is released"]))
    store.close()
    (indexed / "people/Ana Ruiz/2026-11-20.md").write_text("Mott: one more visit\n")
    catalog.sync()
    embed_passages(vault, catalog)
    assert store.count() == catalog.embedded_count() == catalog.passage_count()


def test_near_duplicates_are_dropped(make_vault: MakeVault) -> None:
    root = make_vault({f"people/Ana Ruiz/2026-11-{d:02}.md": "Mott says the money is released\n" for d in range(1, 9)})
    catalog = open_catalog(open_vault(root))
    catalog.sync()
    embed_passages(open_vault(root), catalog)
    assert len(open_retriever(open_vault(root), catalog).search("money at Mott")) == 1


def test_words_alone_decide_while_vectors_are_missing(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    retriever = _retriever(root)
    assert not retriever.is_complete
    assert retriever.search("burnt loaves")[0].passage.path == "calls/2026-11-14 Bo Torvik.md"


def test_one_persons_passages_come_first(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    vault = open_vault(root)
    catalog = open_catalog(vault)
    catalog.sync()
    embed_passages(vault, catalog, person="ana-ruiz")
    assert catalog.embedded_count("ana-ruiz") == catalog.passage_count("ana-ruiz")
    assert catalog.embedded_count() < catalog.passage_count()


def test_one_changed_note_costs_that_note(indexed: Path) -> None:
    note = indexed / "people/Bo Ekdahl/2026-11-12.md"
    note.write_text("Torvik: the ovens came on Tuesday\n")
    catalog = open_catalog(open_vault(indexed))
    catalog.sync()
    assert embed_passages(open_vault(indexed), catalog) == 1
    hits = open_retriever(open_vault(indexed), catalog).search("ovens", person="bo-ekdahl", limit=10)
    assert "released the money" not in " ".join(hit.passage.text for hit in hits)


@pytest.mark.parametrize("harm", ["gone", "no-sqlite", "rubbish"])
def test_broken_store_is_made_again_with_notice_and_progress(indexed: Path, harm: str) -> None:
    folder = indexed / ".showme/index/chroma"
    if harm == "gone":
        shutil.rmtree(folder)
    elif harm == "no-sqlite":
        (folder / "chroma.sqlite3").unlink()
    else:
        (folder / "chroma.sqlite3").write_bytes(b"rubbish" * 1000)
    catalog = open_catalog(open_vault(indexed))
    catalog.sync()
    events: list[Event] = []
    embed_passages(open_vault(indexed), catalog, on_event=events.append)
    assert any(isinstance(event, Noticed) for event in events)
    assert any(isinstance(event, Embedded) for event in events)
    assert open_retriever(open_vault(indexed), catalog).search("is the budget there", person="ana-ruiz")


def test_a_catalog_that_is_gone_is_made_again_with_notice_and_finds_its_vectors(indexed: Path) -> None:
    (indexed / ".showme/index/catalog.sqlite").unlink()
    vault, events = open_vault(indexed), list[Event]()
    catalog = open_catalog(vault)
    catalog.sync(events.append)
    [notice] = [event.text for event in events if isinstance(event, Noticed)]
    assert notice == "The catalog of the index is gone and is made anew; your notes are untouched."
    catalog.sync(events.append)
    assert len([event for event in events if isinstance(event, Noticed)]) == 1
    embed_passages(vault, catalog)
    assert catalog.embedded_count() == catalog.passage_count()
    catalog.close()


def test_two_writers_lose_nothing(make_vault: MakeVault) -> None:
    files = {
        f"people/Ana Ruiz/2026-{m:02}-{d:02}.md": f"note {m} {d}: word{m}x{d}\n" for m in range(1, 9) for d in (3, 9)
    }
    root = make_vault(files)
    work = [sys.executable, "-m", "tui.cli", "index", "--vault", str(root)]
    running = [subprocess.Popen(work, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    for process in running:
        _, err = process.communicate(timeout=120)
        assert process.returncode == 0, err.decode()
    retriever = _retriever(root)
    assert retriever.is_complete
    assert len(retriever.search("note", limit=100, person="ana-ruiz")) == len(files)


def test_long_transcript_is_searched_to_its_middle(make_vault: MakeVault) -> None:
    filler = [
        f"Buyer: we talked about shelf number {i} and the colour of pallet {i * 7} for a while" for i in range(700)
    ]
    filler[350] = "Buyer: between us, the insolvency lawyer was in the house on Friday"
    root = make_vault({"calls/2026-11-14 Bo Torvik.md": "\n".join(filler), "people/Bo Ekdahl/2026-11-12.md": "Bo\n"})
    hits = _retriever(root).search("insolvency lawyer", limit=3)
    assert hits[0].evidence.line_start == 351


def test_tracing_stays_off_whatever_the_environment_says(indexed: Path) -> None:
    code = "import assistant.index.retriever, os; print(os.environ['LANGCHAIN_TRACING_V2'], os.environ['LANGSMITH_TRACING'])"
    environment = os.environ | {"LANGCHAIN_TRACING_V2": "true", "LANGSMITH_TRACING": "true"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["false", "false"]

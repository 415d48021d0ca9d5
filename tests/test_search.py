"""A search waits for few passages to get their vectors, never for many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from assistant.verbs import SOON_EMBEDDED, search
from assistant.workspace import Workspace


def test_a_search_embeds_what_takes_a_moment_and_answers_by_words_otherwise(
    make_vault: Callable[[dict[str, str]], Path],
) -> None:
    many = "\n\n".join(f"The {n}th pallet of Hexham stood in the yard. " * 12 for n in range(SOON_EMBEDDED + 5))
    files = {
        "people/Ana Ruiz/2026-11-10.md": many,
        "people/Bo Ekdahl/2026-11-12.md": "Torvik: the finance director released the money\n",
    }
    work = Workspace(make_vault(files), today=date(2026, 11, 23))
    hits, is_complete = search(work, "the yard of Hexham")
    assert hits
    assert not is_complete
    assert work.catalog.embedded_count() == 0
    hits, is_complete = search(work, "is the budget there", "Bo")
    assert is_complete
    assert hits[0].passage.path.startswith("people/Bo Ekdahl/")
    work.close()

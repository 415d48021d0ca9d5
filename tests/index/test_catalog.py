"""The catalog: what changed is read, what is gone is gone, what is broken is made again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.events import Event, Listed, Noticed
from assistant.index.catalog import Catalog, open_catalog
from assistant.models import Note
from assistant.vault.vault import Vault, open_vault

MakeVault = Callable[[dict[str, str]], Path]
NOTES = {
    "people/Ana Ruiz/2026-11-10.md": "# Ana 10 Nov\n\n- Mott: says the budget is approved\n- I'll send her the price list by Fri\n",
    "people/Bo Ekdahl/2026-11-12.md": "Bo, in the car\n\nTorvik: asked what a bad week costs them, they did not know\n",
    "team/2026-11-16 team call.md": "Ana told the Mott story. New price list from 1 Jan.\n",
}


def _open(root: Path) -> Catalog:
    catalog = open_catalog(open_vault(root))
    catalog.sync()
    return catalog


def test_people_and_their_sections(make_vault: MakeVault) -> None:
    catalog = _open(make_vault(NOTES))
    assert [person.id for person in catalog.roster().people] == ["ana-ruiz", "bo-ekdahl"]
    paths = {section.path for section in catalog.sections_about("ana-ruiz")}
    assert paths == {"people/Ana Ruiz/2026-11-10.md", "team/2026-11-16 team call.md"}


def test_unchanged_files_are_not_read_again(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    catalog = _open(root)
    assert catalog.sync().changed == 0
    note = root / "people/Ana Ruiz/2026-11-10.md"
    note.write_text(note.read_text() + "- new line about Mott\n")
    report = catalog.sync()
    assert (report.changed, report.removed) == (1, 0)
    assert any("new line" in section.text for section in catalog.sections_about("ana-ruiz"))


def test_deleted_file_leaves_the_words_too(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    catalog = _open(root)
    assert catalog.lexical("budget approved")
    (root / "people/Ana Ruiz/2026-11-10.md").unlink()
    assert catalog.sync().removed == 1
    assert catalog.lexical("budget approved") == []


def test_lexical_search_is_filtered_by_person_first(make_vault: MakeVault) -> None:
    catalog = _open(make_vault(NOTES))
    assert [p.path for p, _ in catalog.lexical("bad week costs", "ana-ruiz")] == []
    assert [p.path for p, _ in catalog.lexical("bad week costs", "bo-ekdahl")] == ["people/Bo Ekdahl/2026-11-12.md"]


def test_query_of_nothing_but_marks_finds_nothing(make_vault: MakeVault) -> None:
    catalog = _open(make_vault(NOTES))
    for query in ("", "the of and", '"', "AND OR NOT", "a*b (c"):
        catalog.lexical(query)
    assert catalog.lexical("???") == []


def test_corrupt_catalog_is_made_again_with_a_notice(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    _open(root).close()
    for file in (root / ".showme/index").glob("catalog.sqlite*"):
        file.write_bytes(b"not a database" * 100)
    events: list[Event] = []
    catalog = open_catalog(open_vault(root))
    catalog.sync(events.append)
    assert any(isinstance(event, Noticed) for event in events)
    assert len(catalog.roster().people) == 2


def test_a_first_look_tells_how_far_it_is_and_gives_no_notice(make_vault: MakeVault) -> None:
    events: list[Event] = []
    catalog = open_catalog(open_vault(make_vault(NOTES)))
    catalog.sync(events.append)
    assert events[0] == Listed(done=3, total=3)
    assert not [event for event in events if isinstance(event, Noticed)]
    catalog.close()


def test_new_person_changes_whose_old_notes_are(make_vault: MakeVault) -> None:
    root = make_vault(NOTES | {"daily/2026-11-13.md": "Cleo rang about the fair\n"})
    catalog = _open(root)
    assert not [s for s in catalog.all_sections() if s.people == ("cleo-marsh",)]
    path = root / "people/Cleo Marsh/2026-11-14.md"
    path.parent.mkdir()
    path.write_text("first talk with Cleo\n")
    catalog.sync()
    assert any(s.path == "daily/2026-11-13.md" for s in catalog.sections_about("cleo-marsh"))


def test_state_is_the_owners_alone(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    _open(root).close()
    assert (root / ".showme").stat().st_mode & 0o077 == 0
    assert (root / ".showme/index/catalog.sqlite").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_named_and_the_rest_goes_on(make_vault: MakeVault) -> None:
    root = make_vault(NOTES)
    (root / "people/Bo Ekdahl/2026-11-12.md").chmod(0)
    catalog = _open(root)
    assert [fault.path for fault in catalog.faults()] == ["people/Bo Ekdahl/2026-11-12.md"]


def test_files_with_faults_are_named_with_the_reason(make_vault: MakeVault) -> None:
    root = make_vault(NOTES | {"empty.md": "", "open.md": "---\nperson: Ana Ruiz\n# never closed\n"})
    (root / "binary.md").write_bytes(bytes(range(256)) * 40)
    (root / "latin.md").write_bytes("Ana im Café".encode("latin-1"))
    catalog = _open(root)
    reasons = {fault.path: fault.reason for fault in catalog.faults()}
    assert set(reasons) == {"empty.md", "open.md", "binary.md", "latin.md"}
    assert "Latin-1" in reasons["latin.md"]
    assert "not closed" in reasons["open.md"]


def test_an_early_question_does_not_spoil_later_ones(make_vault: MakeVault) -> None:
    root = make_vault({})
    catalog = _open(root)
    query = "did the buyer approve the budget"
    assert catalog.lexical(query) == []
    (root / "people/Ana Ruiz").mkdir(parents=True)
    (root / "people/Ana Ruiz/2026-11-10.md").write_text("The buyer says the budget is approved.\n")
    catalog.sync()
    assert [p.path for p, _ in catalog.lexical(query)] == ["people/Ana Ruiz/2026-11-10.md"]


def test_in_a_large_folder_passages_with_two_of_the_words_come_first(make_vault: MakeVault) -> None:
    single = {
        f"people/Ana Ruiz/{2000 + n}-01-01.md": f"pilot {n}\n\n{'budget' if n % 2 else 'dock'} {n}\n"
        for n in range(900)
    }
    both = {"people/Ana Ruiz/2026-11-10.md": "The pilot has its budget at the dock.\n"}
    catalog = _open(make_vault({**single, **both}))
    found = catalog.lexical("pilot budget dock", limit=20)
    assert found[0][0].path == "people/Ana Ruiz/2026-11-10.md"
    assert len(found) == 20, "where too few hold two words, those with one fill up"


def test_words_can_be_searched_while_the_first_index_is_made(
    make_vault: MakeVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = {f"people/Ana Ruiz/{2000 + n}-01-01.md": f"The pilot of week {n}\n" for n in range(600)}
    vault = open_vault(make_vault(notes))
    writer, reader = open_catalog(vault), open_catalog(vault)
    read, found = Vault.read, []

    def read_and_look(self: Vault, path: str) -> Note:
        found.append(bool(reader.lexical("pilot")))
        return read(self, path)

    monkeypatch.setattr(Vault, "read", read_and_look)
    writer.sync()
    assert not found[0]
    assert found[300]
    assert found[-1]

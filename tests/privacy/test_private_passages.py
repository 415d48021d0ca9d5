"""What a note marks as private is read by nobody: no search, no brief, no findings, no index."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.capture.capture import Incoming, capture
from assistant.capture.live import LiveReader
from assistant.models import NoteKind
from assistant.team import look_at_team
from assistant.vault.private import without_private
from assistant.verbs import all_findings, prep, search
from assistant.workspace import Workspace

MakeVault = Callable[[dict[str, str]], Path]
TODAY = date(2026, 11, 23)
SECRET = "walrus"
"""Stands in private places only."""
PLAIN = "# 1:1 Priya Raman\n\n- Priya will send the Corvane plan by Friday\n- says the Corvane budget is agreed\n"
PASSAGE = f"- Priya will send the {SECRET} list by Friday\n- says the {SECRET} budget is agreed"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n%%private%%\nb\nc\n%%private%%\nd", "a\n\n\n\n\nd"),
        ("a\n%%private%%\nb\n%%/private%%\nd", "a\n\n\n\nd"),
        ("a\n%%private%%\nb\n%%end private%%\nd", "a\n\n\n\nd"),
        ("a\n%%private%%\nb\n\nc\n## Next\nd", "a\n\n\n\n\n## Next\nd"),
        ("a\n%%private%%\nb\n\nc", "a\n\n\n\n"),
        ("a %%private%% b %%private%% c", "a  c"),
        ("a\n- b %%private%%\nc", "a\n\nc"),
        ("a\n- %%private%% b\nc\n%%private%%\nd", "a\n- \n\n\nd"),
        ("a %% a comment %% c", "a  c"),
        ("a\n%%\nb\n%%\nc", "a\n\n\n\nc"),
        ("a\n%% never closed\nb\n\nc", "a\n\n\n\nc"),
        ("a\n%% Private %%\nb\n%%PRIVATE%%\nc", "a\n\n\n\nc"),
        ("100%% sure", "100%% sure"),
        ("90% of 40%", "90% of 40%"),
    ],
)
def test_a_private_passage_is_taken_out_and_lines_keep_their_numbers(text: str, left: str) -> None:
    assert without_private(text) == left


@pytest.mark.parametrize(
    "note",
    [
        f"---\nprivate: true\n---\n{PLAIN}{PASSAGE}\n",
        f"---\nprivate: True # mine\nperson: Priya Raman\n---\n{PLAIN}{PASSAGE}\n",
        f'---\nprivate: "yes"\n---\n{PLAIN}{PASSAGE}\n',
        f"---\r\nprivate: true\r\n---\r\n{PLAIN}{PASSAGE}\r\n",
        f"\ufeff---\nprivate: true\n---\n{PLAIN}{PASSAGE}\n",
        f"---\ntags: [one, private]\n---\n{PLAIN}{PASSAGE}\n",
        f"---\nprivate: true\nbroken: [\n---\n{PLAIN}{PASSAGE}\n",
        f"{PLAIN}%%private%%\n{PASSAGE}\n%%private%%\n",
        f"{PLAIN}%%private%%\n{PASSAGE}\n",
        f"{PLAIN}\n%% {PASSAGE} %%\n",
        f"{PLAIN}- Priya will send the {SECRET} list by Friday %%private%%\n",
    ],
)
def test_nothing_private_is_found_anywhere(make_vault: MakeVault, note: str) -> None:
    root = make_vault({"people/Priya Raman/2026-11-02.md": note, "people/Priya Raman/2026-11-09.md": PLAIN})
    work = Workspace(root, today=TODAY)
    said = [
        *(section.text for section in work.catalog.all_sections()),
        *(finding.model_dump_json() for finding in all_findings(work)),
        *(hit.model_dump_json() for hit in search(work, f"the {SECRET} list")[0]),
        prep(work, "Priya").model_dump_json(),
        look_at_team(work).model_dump_json(),
        work.ledger("priya-raman").model_dump_json(),
    ]
    work.close()
    assert not [text for text in said if SECRET in text]
    assert not [
        path for path in (root / ".showme").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]


def test_a_note_that_becomes_private_is_forgotten(make_vault: MakeVault) -> None:
    root = make_vault({"people/Priya Raman/2026-11-02.md": PLAIN + PASSAGE, "people/Priya Raman/2026-11-09.md": PLAIN})
    work = Workspace(root, today=TODAY)
    assert SECRET in json.dumps([hit.passage.text for hit in search(work, SECRET)[0]])
    work.close()
    (root / "people/Priya Raman/2026-11-02.md").write_text(f"---\nprivate: true\n---\n{PLAIN}{PASSAGE}")
    work = Workspace(root, today=TODAY)
    assert SECRET not in json.dumps([hit.passage.text for hit in search(work, SECRET)[0]])
    assert SECRET not in prep(work, "Priya").model_dump_json()
    work.close()


def test_capture_finds_nothing_in_a_private_passage_and_keeps_every_word(make_vault: MakeVault) -> None:
    root = make_vault({"people/Priya Raman/2026-11-02.md": PLAIN})
    work = Workspace(root, today=TODAY)
    typed = f"- Priya will send the order form by Friday\n%%private%%\n{PASSAGE}\n%%private%%\n"
    done = capture(work, Incoming("Priya", [typed.encode()], date(2026, 11, 20), ".md", NoteKind.ONE_ON_ONE))
    note = (root / done.note).read_text(encoding="utf-8")
    work.close()
    assert SECRET in note.partition("<!--")[0]
    assert "order form" in done.model_dump_json()
    assert SECRET not in done.model_dump_json()


def test_reading_while_typing_leaves_it_out_too(make_vault: MakeVault) -> None:
    work = Workspace(make_vault({"people/Priya Raman/2026-11-02.md": PLAIN}), today=TODAY)
    reader = LiveReader(work.context, "priya-raman", TODAY, NoteKind.ONE_ON_ONE)
    found = reader.read(f"- Priya will send the order form by Friday\n%%private%%\n{PASSAGE}\n")
    work.close()
    assert "order form" in found.model_dump_json()
    assert SECRET not in found.model_dump_json()

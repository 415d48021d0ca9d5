"""Drafts: by person, one a sitting, never taken from somebody who is still typing."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from assistant.capture.drafts import Draft, open_draft
from assistant.models import NoteKind
from assistant.vault.vault import open_vault
from tests.capture.conftest import TODAY

CALL, TALK = NoteKind.CALL, NoteKind.ONE_ON_ONE
BEFORE = date(2026, 11, 20)
Sit = Callable[..., Draft]


@pytest.fixture
def sit(root: Path) -> Iterator[Sit]:
    """Opens drafts about Morgan, and lets go of them at the end."""
    opened: list[Draft] = []

    def begin(words: str = "", kind: NoteKind = TALK, day: date | None = None) -> Draft:
        draft = open_draft(open_vault(root), "morgan-lee", kind, day, TODAY)
        opened.append(draft)
        if words:
            draft.words = words
            draft.save()
        return draft

    yield begin
    for draft in opened:
        draft.close()


def test_words_that_were_left_come_back_with_their_day(sit: Sit) -> None:
    left = sit("half a sentence", day=BEFORE)
    left.close()
    back = sit()
    assert (back.kept, back.day) == ("half a sentence", BEFORE)


def test_two_sittings_on_one_person_have_a_draft_each(sit: Sit) -> None:
    first, second = sit("first"), sit("second")
    assert first.path != second.path
    second.settle("second")
    assert first.path.read_text() == "first"
    assert not second.path.exists()


def test_another_day_or_kind_leaves_the_draft_alone_and_says_that_it_waits(sit: Sit) -> None:
    sit("of the call", kind=CALL, day=BEFORE).close()
    talk = sit("of the talk")
    assert talk.others == ((BEFORE, CALL),)
    talk.settle("of the talk")
    assert sit(kind=CALL).kept == "of the call"


def test_words_typed_since_stay_when_a_note_is_made(sit: Sit) -> None:
    draft = sit("first")
    draft.words = "first, and more"
    draft.save()
    draft.settle("first")
    assert draft.path.read_text() == "first, and more"


def test_nothing_is_left_of_a_draft_without_words(sit: Sit) -> None:
    draft = sit("words")
    draft.words = " \n"
    draft.save()
    draft.close()
    assert list(draft.path.parent.iterdir()) == []


def _type_elsewhere(root: str, is_typed: Event, is_over: Event) -> None:
    draft = open_draft(open_vault(Path(root)), "morgan-lee", TALK, None, TODAY)
    draft.words = "from elsewhere"
    draft.save()
    is_typed.set()
    is_over.wait(60)


def test_a_draft_is_free_once_its_process_has_died(root: Path, sit: Sit) -> None:
    context = multiprocessing.get_context("spawn")
    is_typed, is_over = context.Event(), context.Event()
    child = context.Process(target=_type_elsewhere, args=(str(root), is_typed, is_over))
    child.start()
    assert is_typed.wait(60)
    assert sit().kept == ""
    child.kill()
    child.join(60)
    assert sit().kept == "from elsewhere"

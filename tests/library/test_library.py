"""The knowledge files: complete, distinct, checked, and overridable."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.index.embedding import embed_texts
from assistant.library.load import load_library
from assistant.library.models import PRINCIPLE_IDS
from assistant.library.search import _field, search_principles, text_key, texts_of
from assistant.lint.lint import lint

LIBRARY = load_library()
QUESTION = """- id: enable-coach.own
  grow: goal
  fits: [note]
  situation: A question of the manager's own.
  text: What would you like to try?
  templates: ["After {quote}: what would you like to try?"]
  listen_for: Something small.
  follow_up: When?
"""


def test_every_principle_has_its_page_and_six_questions() -> None:
    assert set(LIBRARY.principles) == set(PRINCIPLE_IDS)
    for principle in PRINCIPLE_IDS:
        assert sum(question.principle == principle for question in LIBRARY.questions) >= 6, principle


def test_bank_is_large_and_no_two_questions_are_alike() -> None:
    assert len(LIBRARY.questions) >= 150
    vectors = embed_texts([question.text for question in LIBRARY.questions])
    near = vectors @ vectors.T
    pairs = [
        (LIBRARY.questions[i].id, LIBRARY.questions[j].id)
        for i in range(len(near))
        for j in range(i)
        if near[i, j] >= 0.9
    ]
    assert pairs == []


def test_every_bank_question_coaches() -> None:
    scolding = [q.id for q in LIBRARY.questions if q.audience == "seller" and lint(q.text).verdict != "coaching"]
    assert scolding == []


def test_every_question_was_tried_on_two_notes() -> None:
    assert [q.id for q in LIBRARY.questions if len(q.tried) < 2 or q.tried[0] == q.tried[1]] == []


def test_every_claim_kind_can_be_asked_about_without_a_deal() -> None:
    for kind in LIBRARY.claim_kinds.values():
        assert any("{deal}" not in form for form in kind.requests), kind.id


def test_what_to_try_is_said_to_the_manager_and_scolds_nobody() -> None:
    """`To try this week` tells the manager what to do himself: an order there is no critique of a report, so the lint's form does not count."""
    spoken_to_a_report = {"threat", "comparison", "sarcasm", "leading", "rescue", "platitude", "disguised_advice"}
    for principle in LIBRARY.principles.values():
        verdict = lint(principle.to_try)
        assert not spoken_to_a_report & {offence.kind for offence in verdict.reasons}, principle.id
        assert "?" not in principle.to_try, f"{principle.id}: a question to a report belongs into the bank"


def test_shipped_vectors_are_current() -> None:
    from importlib.resources import files

    import numpy as np

    with np.load(str(files("knowledge") / "vectors.npz")) as kept:
        known = set(kept["keys"].tolist())
    texts = [text for principle in LIBRARY.principles.values() for text in texts_of(principle)]
    assert {text_key(text) for text in texts} == known, "run benchmarks/build_vectors.py"
    assert len(_field(LIBRARY).texts) == len(texts)


@pytest.mark.parametrize(
    ("situation", "principle"),
    [
        ("I grabbed the phone from her and finished the negotiation on my own.", "deal-hijacking"),
        ("He is looking after nineteen customers at once and drops half of them.", "capacity-competency"),
        ("The e-mail from the boss went to all of them with one click, no word from me.", "unfiltered-relay"),
    ],
)
def test_situation_finds_its_principle_among_three(situation: str, principle: str) -> None:
    hits = search_principles(situation, LIBRARY, limit=5)
    assert len(hits) == 5
    assert principle in [hit.principle for hit in hits[:3]]


def test_managers_own_question_is_added(tmp_path: Path) -> None:
    _own(tmp_path, "questions/enable-coach.yaml", QUESTION)
    library = load_library(tmp_path)
    assert len(library.questions) == len(LIBRARY.questions) + 1
    assert library.digest != LIBRARY.digest


def test_managers_own_page_replaces_the_shipped_one(tmp_path: Path) -> None:
    page = Path("knowledge/principles/platitudes.md").read_text(encoding="utf-8")
    _own(tmp_path, "principles/platitudes.md", page.replace("title: Sayings instead of help", "title: No mottos"))
    assert load_library(tmp_path).principles["platitudes"].title == "No mottos"


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        (
            "questions/enable-coach.yaml",
            QUESTION.replace("grow: goal", "grow: sideways"),
            r"enable-coach\.yaml:1:.*grow",
        ),
        ("questions/enable-coach.yaml", QUESTION + "- id: [", r"enable-coach\.yaml:\d+"),
        ("questions/unheard-of.yaml", QUESTION, r"unheard-of\.yaml"),
        ("claims.yaml", "- id: x\n  title: y\n", r"claims\.yaml:1:"),
        ("principles/platitudes.md", "# no front matter\n", r"platitudes\.md:1"),
        ("principles/platitudes.md", "---\nid: platitudes\n---\n## Odd heading\n", r"platitudes\.md:4"),
    ],
)
def test_mistakes_are_named_with_file_and_line(tmp_path: Path, name: str, text: str, where: str) -> None:
    _own(tmp_path, name, text)
    with pytest.raises(KnowledgeError, match=where):
        load_library(tmp_path)


def _own(state: Path, name: str, text: str) -> None:
    path = state / "knowledge" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

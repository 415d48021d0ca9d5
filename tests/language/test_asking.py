"""A question put to a model over a real HTTP connection: sentences that lean on offered lines are shown, anything else gives way to the offline answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import verbs
from assistant.errors import ConfigError
from assistant.index.sync import embed_passages
from assistant.language.wish import Wish
from assistant.models import Answer
from assistant.workspace import Workspace
from tests.conftest import TODAY
from tests.language.conftest import Serve
from tests.language.server import Asked, Reply

QUESTION = "How long is the notice period at Larkspur?"
WISH = Wish("openai:scripted", use_cache=False)


@pytest.fixture
def workspace(vault: Path) -> Iterator[Workspace]:
    """The small vault with two lines more: one that answers, one that nobody may see."""
    path = vault / "people" / "Tomasz Wilk" / "2026-10-20.md"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "Larkspur: the notice period is 90 days, Piet says\nHis wife is pregnant, he told me in confidence\n",
        encoding="utf-8",
    )
    opened = Workspace(vault, today=date.fromisoformat(TODAY))
    embed_passages(opened.vault, opened.catalog)
    yield opened
    opened.close()


def offered(asked: Asked) -> dict[str, str]:
    """The lines of a request, by id."""
    return {match[2]: match[1] for match in re.finditer(r"^(e\d+) \(.*?\): (.*)$", asked.last, re.MULTILINE)}


def citing(text: str, *, line: str = "notice period") -> object:
    """A reply that says a text and cites the line that holds some words."""

    def reply(asked: Asked) -> str:
        name = next((name for words, name in offered(asked).items() if line in words), "e99")
        return json.dumps({"sentences": [{"text": text, "evidence": [name]}]})

    return reply


def ask(workspace: Workspace) -> Answer:
    return verbs.ask(workspace, QUESTION, None, WISH)


def test_a_sentence_that_its_line_holds_is_shown_with_the_line(serving: Serve, workspace: Workspace) -> None:
    server = serving(citing("The notice period at Larkspur is 90 days, according to Piet."))  # type: ignore[arg-type]
    answer = ask(workspace)
    assert answer.warnings == ()
    assert answer.model == "openai:scripted"
    assert [sentence.text for sentence in answer.sentences] == [
        "The notice period at Larkspur is 90 days, according to Piet."
    ]
    assert answer.sentences[0].evidence[0].quote == "Larkspur: the notice period is 90 days, Piet says"
    assert len(server.asked) == 1


def test_private_lines_are_not_offered(serving: Serve, workspace: Workspace) -> None:
    server = serving(['{"sentences": []}'])
    answer = ask(workspace)
    assert not answer.answered
    assert answer.sentences == ()
    assert "pregnant" not in server.asked[0].raw.decode()
    assert "notice period is 90 days" in server.asked[0].raw.decode()


@pytest.mark.parametrize(
    "reply",
    [
        '{"sentences": [{"text": "The notice period is 90 days.", "evidence": ["e77"]}]}',
        '{"sentences": [{"text": "The notice period is 90 days.", "evidence": []}]}',
        citing("The notice period at Larkspur is 60 days."),
        citing("The notice period is 90 days, Gwendolyn says."),
        citing("Everything about the merger was announced to shareholders by the press office yesterday."),
        citing("The notice period is 90 days, and his wife is pregnant."),
        "I think it is about three months.",
        Reply(status=500),
        Reply(status=401),
        Reply(text='{"sentences": [{"te', cut_after=2),
    ],
)
def test_what_does_not_hold_gives_way_to_the_offline_answer(
    serving: Serve, workspace: Workspace, reply: object
) -> None:
    serving(reply if callable(reply) else [reply])  # type: ignore[arg-type, list-item]
    offline = verbs.ask(workspace, QUESTION)
    answer = ask(workspace)
    assert answer.sentences == offline.sentences
    assert answer.answered == offline.answered
    assert answer.model == "offline"
    assert len(answer.warnings) == 1
    assert "offline answer" in answer.warnings[0]


def test_a_model_that_cannot_be_named_leaves_the_offline_answer(workspace: Workspace) -> None:
    answer = verbs.ask(workspace, QUESTION, None, Wish("nonsense"))
    assert answer.model == "offline"
    assert len(answer.warnings) == 1


def test_what_is_shown_is_what_is_sent(serving: Serve, workspace: Workspace) -> None:
    server = serving(citing("The notice period is 90 days."))
    (shown,) = verbs.ask_payloads(workspace, QUESTION, None, WISH)
    assert server.asked == []
    ask(workspace)
    (asked,) = server.asked
    assert shown.body == asked.raw
    assert [(turn.role, turn.text) for turn in shown.turns] == [(t["role"], t["content"]) for t in asked.messages]
    assert "pregnant" not in "".join(turn.text for turn in shown.turns)


def test_a_private_question_is_answered_from_nothing_and_goes_nowhere(serving: Serve, workspace: Workspace) -> None:
    server = serving(["never"])
    answer = verbs.ask(workspace, "Is his wife pregnant?", None, WISH)
    assert (answer.answered, answer.sentences, answer.warnings) == (False, (), ())
    assert answer.why_not == "Private matters are not answered from."
    assert server.asked == []


def test_of_a_private_question_nothing_is_shown_to_be_sent(serving: Serve, workspace: Workspace) -> None:
    server = serving(["never"])
    with pytest.raises(ConfigError, match="nothing is sent"):
        verbs.ask_payloads(workspace, "Is his wife pregnant?", None, WISH)
    assert server.asked == []

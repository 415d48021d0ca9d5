"""A brief through a model, over a real HTTP connection: what is right replaces the offline item, what is wrong does not."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import pytest

from assistant import verbs
from assistant.events import Drafted, Finished, Tailored
from assistant.language.sent import load_sent
from assistant.language.wish import Wish
from assistant.models import Brief
from assistant.workspace import Workspace
from tests.language.conftest import PERSON, Prep, Serve
from tests.language.server import Asked, Reply


def texts(brief: Brief) -> list[str]:
    return [question.text for question in brief.questions] + [request.request for request in brief.show_me]


def note_of(asked: Asked) -> str:
    """The first line of the notes that the last turn quotes."""
    found = re.search(r'^Note \(.*?\): "(.*)"$', asked.last, re.MULTILINE)
    return found[1] if found else ""


def fitting(asked: Asked) -> str:
    """What a capable model would say to one adapt call: the note's own words, then the question that was given."""
    question = re.search(r"^(?:Question|Request): (.*)$", asked.messages[-1]["content"], re.MULTILINE)
    words = re.sub(r'["“”?.]', "", note_of(asked)).split()[:9]
    return (
        f"You and I have this in the notes, {' '.join(words)}: {question[1][0].lower()}{question[1][1:]}"
        if question
        else ""
    )


def test_adapted_items_stand_in_the_brief_and_are_counted(serving: Serve, prep: Prep, offline: Brief) -> None:
    server = serving(fitting)
    brief = prep()
    assert brief.tailoring is not None
    assert brief.tailoring.adapted >= 3
    assert brief.model == "openai:scripted"
    assert brief.prompt_versions == {"adapt": 1, "request": 1, "repair": 1}
    changed = [question for question in brief.questions if question.source == "model"]
    changed_requests = [request for request in brief.show_me if request.source == "model"]
    assert len(changed) + len(changed_requests) == brief.tailoring.adapted
    assert {question.text for question in changed}.isdisjoint(texts(offline))
    assert brief.tailoring.calls == len(server.asked)
    assert brief.tailoring.tokens_read == 100 * len(server.asked)


def test_what_says_nothing_of_the_note_never_stands(serving: Serve, prep: Prep, offline: Brief) -> None:
    serving(["How do you feel about your pipeline?"])
    brief = prep()
    assert texts(brief) == texts(offline)
    assert brief.tailoring is not None
    assert brief.tailoring.replaced > 0
    assert brief.model == "offline"
    assert any("replaced by the offline item" in warning for warning in brief.warnings)


def test_one_repair_with_the_reasons_then_the_offline_item(serving: Serve, prep: Prep, offline: Brief) -> None:
    def stubborn_then_right(asked: Asked) -> str:
        is_repair = len([turn for turn in asked.messages if turn["role"] == "user"]) == 4
        first = Asked(asked.path, asked.headers, json.dumps({"messages": asked.messages[:-2]}).encode())
        return fitting(first) if is_repair else "Why have you not asked Gwendolyn at Initech?"

    server = serving(stubborn_then_right)
    brief = prep()
    assert brief.tailoring is not None
    assert brief.tailoring.repaired == brief.tailoring.adapted >= 3
    repairs = [asked.last for asked in server.asked if "cannot be used" in asked.last]
    assert repairs
    assert all("Gwendolyn" in last for last in repairs)


def drafted(asked: Asked) -> dict[str, Any]:
    """A whole draft: each matter by its first evidence, in the words of that line."""
    lines = dict(re.findall(r"^(e\d+) \(.*?\): (.*)$", asked.messages[1]["content"], re.MULTILINE))
    items = []
    for name, cited in re.findall(
        r"^([qr]\d+): .*?evidence (e\d+)", asked.messages[1]["content"], re.MULTILINE | re.IGNORECASE
    ):
        words = " ".join(re.sub(r'["“”?.:]', "", lines[cited]).split()[:9])
        text = (
            f"Thinking of what you said, {words}: what would the two of us look at to know where that stands on {name}?"
        )
        items.append(
            {
                "for": name,
                "text": text,
                "evidence": [cited],
                "listen_for": "Something to open.",
                "follow_up": "When could we look?",
            }
        )
    return {"items": items}


def test_drafted_items_stand_in_the_brief_with_the_evidence_they_cite(serving: Serve, prep: Prep) -> None:
    server = serving(lambda asked: json.dumps(drafted(asked)))
    brief = prep("draft")
    assert brief.tailoring is not None
    assert brief.tailoring.drafted >= 1
    assert brief.tailoring.strategy == "draft"
    for question in brief.questions:
        if question.source == "model":
            assert question.listen_for == "Something to open."
            assert question.evidence
    assert server.asked[0].body["response_format"]["type"] == "json_schema"


def test_unfit_lines_beside_a_drafted_question_leave_the_banks(serving: Serve, prep: Prep, offline: Brief) -> None:
    unfit = {"listen_for": "Signs that he is lazy.", "follow_up": "Did you ever speak to the CFO?"}
    serving(lambda asked: json.dumps({"items": [item | unfit for item in drafted(asked)["items"]]}))
    brief = prep("draft")
    changed = [(new, old) for new, old in zip(brief.questions, offline.questions, strict=True) if new != old]
    assert changed
    for new, old in changed:
        assert new.source == "model"
        assert (new.listen_for, new.follow_up) == (old.listen_for, old.follow_up)


def test_invented_evidence_is_refused(serving: Serve, prep: Prep, offline: Brief) -> None:
    def invented(asked: Asked) -> str:
        draft = drafted(asked)
        return json.dumps({"items": [item | {"evidence": ["e99"]} for item in draft["items"]]})

    serving(invented)
    brief = prep("draft")
    assert texts(brief) == texts(offline)
    assert brief.tailoring is not None
    assert brief.tailoring.refused["evidence"] > 0


def test_events_begin_with_the_offline_brief_and_end_with_the_finished_one(
    serving: Serve, workspace: Workspace, offline: Brief
) -> None:
    serving(fitting)
    events = list(verbs.prep_events(workspace, PERSON, Wish("openai:scripted", "adapt")))
    assert isinstance(events[0], Drafted)
    assert events[0].brief == offline
    assert all(isinstance(event, Tailored) for event in events[1:-1])
    assert isinstance(events[-1], Finished)
    told = [event for event in events if isinstance(event, Tailored)]
    for event in told:
        assert getattr(events[-1].brief, event.part)[event.place] == event.item


def test_same_prompt_and_evidence_are_answered_from_the_cache(serving: Serve, prep: Prep) -> None:
    server = serving(fitting)
    first = prep()
    count = len(server.asked)
    assert prep() == first
    assert len(server.asked) == count
    prep(use_cache=False)
    assert len(server.asked) > count


def test_replies_are_kept_when_only_the_gate_or_another_item_changed(
    serving: Serve, prep: Prep, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serving(fitting)
    prep()
    count = len(server.asked)
    monkeypatch.setattr("assistant.language.gate.GATE_VERSION", "another")
    brief = prep()
    assert len(server.asked) == count
    assert brief.tailoring is not None
    assert brief.tailoring.calls == 0
    assert brief.tailoring.kept == count


def test_what_a_gateway_says_of_the_cost_is_added_up(serving: Serve, prep: Prep) -> None:
    server = serving(lambda asked: Reply(fitting(asked), cost=0.25))
    brief = prep()
    assert brief.tailoring is not None
    assert brief.tailoring.cost == 0.25 * len(server.asked)


@pytest.mark.parametrize("strategy", ["adapt", "draft"])
def test_what_is_shown_is_what_is_sent_byte_for_byte(serving: Serve, workspace: Workspace, strategy: str) -> None:
    server = serving(fitting)
    wish = Wish("openai:scripted", strategy)
    shown = verbs.prep_payloads(workspace, PERSON, wish)
    assert server.asked == []
    verbs.prep(workspace, PERSON, wish)
    assert {payload.body for payload in shown} <= {asked.raw for asked in server.asked}
    later = ("cannot be used", "Write them again")
    first_calls = [asked for asked in server.asked if not any(words in asked.last for words in later)]
    assert len(first_calls) == len(shown)
    told = {tuple((turn.role, turn.text) for turn in payload.turns) for payload in shown}
    assert told == {tuple((turn["role"], turn["content"]) for turn in asked.messages) for asked in first_calls}


def test_the_log_holds_the_digest_of_every_body_that_went(serving: Serve, prep: Prep, workspace: Workspace) -> None:
    server = serving(fitting)
    prep()
    sent = [entry.digest for entry in load_sent(workspace.vault.state) if entry.outcome == "sent"]
    assert sorted(sent) == sorted(hashlib.sha256(asked.raw).hexdigest() for asked in server.asked)


def test_a_server_without_schemas_is_asked_once_more_and_both_bodies_are_logged(
    serving: Serve, prep: Prep, workspace: Workspace
) -> None:
    server = serving(lambda asked: Reply(status=400) if "response_format" in asked.body else json.dumps(drafted(asked)))
    brief = prep("draft")
    assert brief.tailoring is not None
    assert brief.tailoring.drafted >= 1
    assert ["response_format" in asked.body for asked in server.asked][:2] == [True, False]
    sent = [entry.digest for entry in load_sent(workspace.vault.state) if entry.outcome == "sent"]
    assert sent == [hashlib.sha256(asked.raw).hexdigest() for asked in server.asked]


@pytest.mark.parametrize(
    "name", ["LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING"]
)
def test_tracing_stays_off_whatever_the_environment_says(
    name: str, serving: Serve, prep: Prep, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracer = serving(["never"])
    monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "not-a-key")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", tracer.url)
    server = serving(fitting)
    prep()
    assert server.asked
    assert tracer.asked == []

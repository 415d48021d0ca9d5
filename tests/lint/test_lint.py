"""The lint on each kind of critique, each exempt family, its rewrites, and any text at all."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.lint.lint import lint
from assistant.lint.messages import MESSAGES
from assistant.lint.rewrite import BARE_FORMS

OWN = Path(__file__).parents[2] / "benchmarks" / "data" / "lint-own.jsonl"
LINES = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
CRITIQUES = [line["text"] for line in LINES if line["label"] == "critique"]
OTHERS = ("lint-wide.jsonl", "set-a/lint.jsonl", "roofing/lint.jsonl", "hands/lint-train.jsonl")
ALL_LINES = LINES + [
    json.loads(line) for name in OTHERS for line in (OWN.parent / name).read_text(encoding="utf-8").splitlines()
]

KINDS = {
    "blame": "We lost the parish account because you sat on the drawings for a month.",
    "judgement": "Your stock report was careless.",
    "leading": "Don't you think the surveyor has lost interest?",
    "disguised_advice": "Have you thought about taking the sous-chef along?",
    "closed": "Did you ring the dispensary?",
    "stacked": "Who signs, who pays, and when do they meet?",
    "directive": "Send me the rota by noon.",
    "sarcasm": "Oh great, another 'sure thing'.",
    "comparison": "Everyone else has handed in their marks.",
    "threat": "One more late delivery and you're off the account.",
    "platitude": "Work smarter, not harder.",
    "activity_only": "How many dials did you make on Tuesday?",
    "rescue": "Leave the surveyor to me, I'll ring him.",
    "hidden_critique": "Why on earth would anybody ship that?",
}


@pytest.mark.parametrize(("kind", "text"), KINDS.items())
def test_names_each_kind_with_a_span_of_the_text(kind: str, text: str) -> None:
    verdict = lint(text)
    assert verdict.verdict == "critique"
    assert kind in {offence.kind for offence in verdict.reasons}
    for offence in verdict.reasons:
        assert offence.span
        assert offence.span in text
        assert offence.message == MESSAGES[offence.kind]


@pytest.mark.parametrize(
    "text",
    [
        "What could still kill it?",
        "Which part of this deal could still kill it?",
        "What did losing the parish account teach you?",
        "On a scale of one to ten, how ready is the ward for Monday?",
        "May I share something I saw in the lesson?",
        "Walk me through the handover.",
        "Bring up the figures and let us read them together.",
        "Play me the thirty seconds before he agreed.",
        "You never raised your voice with that guest. How do you do that?",
        "I was late with the reference for Ferndale; what do you need from me?",
        "The oven is out until Friday. What could you serve on Thursday?",
        "Take your time.",
        "And what else?",
        'You said "it\'s as good as done". What on their side tells you so?',
        'The buyer wrote "your deck was sloppy and late". What do you make of it?',
        "The buyer wrote “you must fix this now”. How do you want to answer him?",
        "what scares you about the audit",
        "waht would you try frist?",
    ],
)
def test_leaves_good_questions_and_invitations_alone(text: str) -> None:
    verdict = lint(text)
    assert verdict.verdict == "coaching", verdict.reasons
    assert verdict.rewrite is None


@pytest.mark.parametrize(
    "text",
    [
        "How come Larkspur is still sitting there?",
        "Which of your deals should you have walked away from months ago?",
        'What part of "no discounts" did you not understand?',
        "Show me the plan by six, and there had better be dates in it.",
        "Thanks. Did you call him?",
        "teh reason we lost it is you never got past reception",
        "dont you think its too late now?",
    ],
)
def test_hears_critique_in_friendly_or_careless_dress(text: str) -> None:
    assert lint(text).verdict == "critique"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Surely after six weeks you know who signs at Harbury?", "Harbury"),
        ("The drug chart was sloppy.", "drug chart"),
        ("Ring the loss adjuster today.", "loss adjuster"),
        ("Did the plumber come?", "plumber"),
        ("Only six demos in October? Let's make it twelve.", "demos"),
        ("Stop discounting.", "discounting"),
        ("You wasted the QBR.", "the QBR"),
        ("You've cost us the Hendricks account.", "the Hendricks account"),
    ],
)
def test_a_rewrite_keeps_the_subject(text: str, kept: str) -> None:
    rewrite = lint(text).rewrite
    assert rewrite is not None
    assert kept in rewrite


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Surely after six weeks somebody ought to know who signs?", "What would tell us who signs?"),
        ("Sarah closes three a month, what's stopping you?", "What would help you to close three a month?"),
        (
            "If this slips again we will have a different conversation.",
            "What would make it less likely that this slips again?",
        ),
        (
            "Don’t you think finance should have been invited?",
            "What would have been different if finance had been invited?",
        ),
        (
            "Why on earth would the roofing crew leave the site without sign-off?",
            "What led the roofing crew to leave the site without sign-off?",
        ),
        (
            "Has the anaesthetist seen the new pump?",
            "What would tell us whether the anaesthetist has seen the new pump?",
        ),
        ("Did the parents sign?", "What would tell us whether the parents signed?"),
        ("Did you send the minutes to Fischer?", "Where are you with sending the minutes to Fischer?"),
        (
            "Why hasn't the family had an answer?",
            "How did it come about that the family hasn't had an answer?",
        ),
        ("I need you to send the rota by noon.", "What do you need to send the rota by noon?"),
        ("Does the buyer understand the price?", "What would tell us whether the buyer understands the price?"),
        ("Have you told the night team?", "Where are you with telling the night team?"),
        (
            "Shouldn't the apprentice have worn gloves?",
            "What would have been different if the apprentice had worn gloves?",
        ),
        (
            "Because you didn't ring on Tuesday, they rang the others.",
            "How did it come about that they rang the others?",
        ),
        (
            "I'd better do the difficult conversation with the family myself.",
            "What would help you to do the difficult conversation with the family yourself?",
        ),
        ("Show me evidence for Larkspur.", "Which evidence for Larkspur could we look at together?"),
    ],
)
def test_a_rewrite_keeps_who_and_what_the_verb_its_tense_and_its_negation(text: str, question: str) -> None:
    assert lint(text).rewrite == question


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        ("You'll be explaining the next one to HR, not to me.", "HR"),
        ("One more of these and it goes in the file.", "file"),
        ("I'd think carefully about how this looks at bonus time.", "bonus"),
    ],
)
def test_a_rewrite_of_a_threat_does_not_speak_of_what_would_follow(text: str, consequence: str) -> None:
    assert consequence not in (lint(text).rewrite or consequence)


@pytest.mark.parametrize("text", ["Frankly I expected more of you.", "Impressive: not one of them called back."])
def test_a_word_before_the_sentence_is_no_subject(text: str) -> None:
    rewrite = lint(text).rewrite or ""
    assert "Frankly" not in rewrite
    assert "Impressive" not in rewrite


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Surely after six weeks somebody ought to know who signs?", {"leading", "blame"}),
        ("Sarah closes three a month, what's stopping you?", {"comparison"}),
        ("Show me evidence for Larkspur.", {"directive"}),
        ("So show me the numbers.", {"directive"}),
        ("Please show me evidence for Larkspur.", set()),
        ("Show me the numbers and let's read them together.", set()),
        ("Walk me through what they opened.", set()),
        ("Could we read her mail together?", set()),
    ],
)
def test_hears_all_that_a_line_carries_and_no_more(text: str, kinds: set[str]) -> None:
    assert {offence.kind for offence in lint(text).reasons} == kinds


def test_every_rewrite_is_itself_one_coaching_question() -> None:
    critiques = [line["text"] for line in ALL_LINES if line["label"] == "critique"]
    rewrites = [verdict.rewrite for text in critiques if (verdict := lint(text)).verdict == "critique"]
    bare = {form for forms in BARE_FORMS.values() for form in forms}
    assert sum(rewrite in bare for rewrite in rewrites) < 0.2 * len(rewrites)
    for rewrite in rewrites:
        assert rewrite
        assert rewrite.count("?") == 1
        assert lint(rewrite).verdict == "coaching", rewrite
    assert len(set(rewrites)) > 0.75 * len(rewrites)


def test_reads_its_own_lines_nearly_all_right() -> None:
    wrong = [line["text"] for line in LINES if lint(line["text"]).verdict != line["label"]]
    assert len(wrong) <= 0.02 * len(LINES), wrong


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(" ".join(CRITIQUES).split())).map(" ".join))
def test_never_crashes_and_always_explains_itself(text: str) -> None:
    verdict = lint(text)
    assert verdict.text == text
    if verdict.verdict == "critique":
        assert verdict.reasons
        assert all(offence.span and offence.span in text for offence in verdict.reasons)
        assert verdict.rewrite
        assert lint(verdict.rewrite).verdict == "coaching"
    else:
        assert verdict.reasons == ()


@pytest.mark.parametrize("text", ["", " ", "?", "\n\n", "…", '"', "''"])
def test_says_nothing_against_an_empty_line(text: str) -> None:
    assert lint(text).verdict == "coaching"


def test_a_line_takes_a_few_milliseconds_and_a_long_text_a_few_seconds() -> None:
    started = time.process_time()
    for line in LINES:
        lint(line["text"])
    assert (time.process_time() - started) / len(LINES) < 0.004
    started = time.process_time()
    lint("What do you see in the yard, and who told you that? " * 2000)
    assert time.process_time() - started < 5

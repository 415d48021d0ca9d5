"""The gate, one kind of wrong answer after the other, against right ones over the same note."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.language.gate import judge, with_fit_lines
from assistant.language.ground import Answer, Ground
from assistant.models import Evidence

LINE = 'Larkspur: he says the CFO "is basically on board". Hasn\'t met her, it comes via Piet. 14 deals open now.'
OFFLINE = "My note has “the CFO is basically on board”. What would have to be true for this to land at Larkspur?"
GROUND = Ground(
    offered={"e1": Evidence(path="a.md", line_start=1, line_end=1, quote=LINE, date=date(2026, 10, 6))},
    person="Tomasz Wilk",
    today=date(2026, 10, 26),
    offline=OFFLINE,
    is_adapted=True,
    full_names=("Larkspur Foods", "Priya Raman"),
    known=frozenset(("larkspur", "foods", "priya", "raman")),
    standing=("What would help you most at Hexham?",),
)
GOOD = (
    "On Larkspur, Piet says the CFO is basically on board: what would she have to say for both of us to know it?",
    "You have not met the CFO at Larkspur: what would have to happen for her to want to talk to you?",
    "At Larkspur Foods it comes via Piet: which words of the CFO's own would show that she is on board?",
    "With 14 deals open, what would have to be true for Larkspur to keep its place?",
    "On 6 October you said the CFO “is basically on board” at Larkspur: what has she done since that shows it?",
)
BAD = {
    "schema": "On Larkspur, what would the CFO",
    "instruction": "Question: what would the CFO at Larkspur say? https://example.com/now",
    "name": "What would Gwendolyn, the CFO at Larkspur, have to say for us to know that she is on board?",
    "number": "With 23 deals open, what would have to be true for Larkspur to land?",
    "date": "On 12 August you said the CFO at Larkspur is on board: what has she done since?",
    "quote": "You said the CFO at Larkspur is “our biggest fan”: what would have to be true for this to land?",
    "fact": "Now that the CFO at Larkspur has signed, what would have to be true for this to land?",
    "promise": "I will ring the CFO at Larkspur for you: what would have to be true for this to land?",
    "lint": "Why did you not meet the CFO at Larkspur before you called it a deal?",
    "sensitive": "You seem tired: what would have to be true for the CFO at Larkspur to be on board?",
    "stacked": "What would the CFO at Larkspur say, and who told you, and what will you do, and when?",
    "generic": "What would have to be true for this to land?",
    "meaning": "Which colour should the new brochure have when we print it again?",
}


@pytest.mark.parametrize("text", GOOD)
def test_right_answers_pass(text: str) -> None:
    assert judge(Answer(text=text, evidence=("e1",)), GROUND) == []


@pytest.mark.parametrize("kind", BAD)
def test_wrong_answers_are_refused_for_what_is_wrong(kind: str) -> None:
    kinds = {refusal.kind for refusal in judge(Answer(text=BAD[kind], evidence=("e1",)), GROUND)}
    assert kind in kinds or (kind == "meaning" and "generic" in kinds)


def test_evidence_must_be_offered_and_there() -> None:
    assert [r.kind for r in judge(Answer(text=GOOD[0], evidence=("e9",)), GROUND)] == ["evidence"]
    assert [r.kind for r in judge(Answer(text=GOOD[0]), GROUND)] == ["evidence"]


def test_a_name_of_somebody_else_in_the_notes_is_refused_in_lower_case_too() -> None:
    text = "What would priya say to the CFO at Larkspur being on board?"
    assert "name" in {refusal.kind for refusal in judge(Answer(text=text, evidence=("e1",)), GROUND)}


def test_what_another_item_says_is_a_repeat() -> None:
    ground = Ground(
        offered=GROUND.offered, person=GROUND.person, today=GROUND.today, offline=OFFLINE, standing=(GOOD[0],)
    )
    text = GOOD[0].replace("On Larkspur, Piet says", "On Larkspur Piet says")
    assert [r.kind for r in judge(Answer(text=text, evidence=("e1",)), ground)] == ["repeat"]


def test_what_stands_beside_the_question_is_judged_too() -> None:
    answer = Answer(text=GOOD[0], evidence=("e1",), listen_for="What Gwendolyn said.", follow_up="What then?")
    assert "name" in {refusal.kind for refusal in judge(answer, GROUND)}
    hidden = Answer(text=GOOD[0], evidence=("e1",), listen_for="See https://example.com/")
    assert "instruction" in {refusal.kind for refusal in judge(hidden, GROUND)}


LISTENED = (
    "A date the CFO named herself, and who was in the room.",
    "Whether he names a person in finance.",
    "Her own words, rather than Piet's.",
    "What would have to be there before the steering meeting.",
    "A next step with a day on it, or a plain no.",
)
ASKED_THEN = (
    "What would you need from me to get there?",
    "Who else at Larkspur would have to hear it?",
    "Which of these could we try this week?",
    "Tell me more about what Piet saw.",
)
UNFIT_LISTENED = (
    "Whether Tomasz is making it up again, as he tends to.",
    "Signs that he is lazy.",
    "Whether Tomasz is even capable of that conversation.",
    "A plan this time, rather than the old excuses.",
    "Whether he always waits for Piet.",
    "Whether he seems nervous when she is named.",
    "Whether he dodges the question, as usual.",
    "That Larkspur has signed.",
)
UNFIT_ASKED_THEN = (
    "Wouldn't a lunch with Piet sort this out?",
    "Ring the CFO today and report back by noon.",
    "Did you ever speak to the CFO?",
    "What did she say? Who was there? What will you do next?",
    "Who decides, what do they need, and when will you ask them?",
    "Why have you not rung her yet?",
    "Are you sure about that?",
    "Now that the CFO has signed, what comes next?",
)


@pytest.mark.parametrize("listen_for", LISTENED)
@pytest.mark.parametrize("follow_up", ASKED_THEN)
def test_fit_lines_stay_beside_their_question(listen_for: str, follow_up: str) -> None:
    answer = Answer(text=GOOD[0], evidence=("e1",), listen_for=listen_for, follow_up=follow_up)
    assert judge(answer, GROUND) == []
    assert with_fit_lines(answer, GROUND) == answer


@pytest.mark.parametrize(
    "beside", [{"listen_for": text} for text in UNFIT_LISTENED] + [{"follow_up": text} for text in UNFIT_ASKED_THEN]
)
def test_unfit_lines_give_way_and_leave_the_question(beside: dict[str, str]) -> None:
    fit = {"listen_for": LISTENED[0], "follow_up": ASKED_THEN[0]}
    answer = Answer.model_validate({"text": GOOD[0], "evidence": ("e1",), **fit, **beside})
    assert judge(answer, GROUND) == []
    assert with_fit_lines(answer, GROUND) == Answer(text=GOOD[0], evidence=("e1",))


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\U000e0041", "🙂"])
def test_hidden_characters_and_pictures_are_refused(mark: str) -> None:
    text = GOOD[0].replace("Piet", f"Piet{mark}")
    assert "instruction" in {refusal.kind for refusal in judge(Answer(text=text, evidence=("e1",)), GROUND)}

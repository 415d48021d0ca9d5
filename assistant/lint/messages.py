"""One plain sentence for each kind of offence."""

from __future__ import annotations

MESSAGES = {
    "blame": "Says whose fault it is; ask what can be learned or done next.",
    "judgement": "Passes a verdict on the person or the work; name what you saw and ask how he sees it.",
    "leading": "Carries its own answer; ask so that any answer would do.",
    "disguised_advice": "Advice in the dress of a question; ask for his own options first.",
    "closed": "Can be answered with yes or no; begin with what, how, who or which.",
    "stacked": "Several questions at once; ask the one that matters and wait.",
    "directive": "Tells him what to do; ask what he would choose.",
    "sarcasm": "The tone mocks; say plainly what you want to understand.",
    "comparison": "Measures him against somebody else; stay with his own case.",
    "threat": "Puts pressure with consequences; ask what it would take.",
    "platitude": "A truism that nobody can use; ask about the next concrete conversation.",
    "activity_only": "Counts activity; ask what it moved.",
    "rescue": "Takes the work out of his hands; ask how you can help him do it.",
    "hidden_critique": "Open in form, a reproach in substance; ask what you are curious about.",
}

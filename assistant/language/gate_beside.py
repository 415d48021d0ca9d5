"""What a model writes beside a question: what to listen for, and what to ask then.

Where the question itself may be shown and these may not, the bank's two lines stand beside it: a good question is not thrown away for them.
"""

from __future__ import annotations

import re

from assistant.language.gate_facts import check_facts
from assistant.language.gate_lint import check_lint
from assistant.language.gate_shape import asks_several
from assistant.language.gate_tone import check_tone
from assistant.language.ground import Answer, Ground, Refusal
from assistant.lint.reading import read
from assistant.vault.folding import fold_plain, fold_word

_HABIT = (
    r"\b(?:as|like|the way) {who}(?: \w+)? (?:tends?|does|do|did|likes?)\b|\b(?:as|like) (?:usual|always|ever)\b|\bonce (?:more|again)\b|"
    r"\b{who} (?:\w+ )?(?:always|never|keeps?|tends? to|usually|again)\b"
)
_VERDICT = (
    r"\b(?:signs?|hints?|evidence|proof|indications?|admission) (?:that|of how|of) {who}(?:'s|s| is| was| are| isn't| cannot| can't| lacks?| has no| doesn't| does not| never| only)\b|"
    r"\bthat {who} (?:cannot|can't|could never|lacks?|has no|never|only)\b|"
    r"\b(?:whether|if|that|how|because) {who}(?:'s| is| was| are| has been| can be)? (?:not |too |so |really |actually |truly |even |simply |just |still |much |at all )*"
    r"(?:up to|capable|competent|serious|committed|motivated|trustworthy|trusted|reliable|coachable|worth|good enough|cut out|out of (?:his|her|their) depth|ready to admit|"
    r"knows? what|cares?|tr(?:y|ies|ying)|means? it|bothers?|lacks?|dodg\w+|avoid\w*|evad\w+|deflect\w*|blam\w+|bluff\w*|lost|losing|clueless|confused|arrogant|naive|defensive|evasive|"
    r"unprepared|disorgani[sz]ed|difficult|immature|passive|slow|late|wrong|guessing|winging it|the right person|the problem)\b"
)
"""A verdict on the person, or his habit told as one, where only his answer is to be listened to."""


def check_beside(answer: Answer, ground: Ground) -> list[Refusal]:
    """What is wrong with the two lines; names, numbers and private matters in them are refused with the whole answer."""
    reasons = []
    for part in filter(None, (answer.listen_for, answer.follow_up)):
        alone = Answer(text=part, evidence=answer.evidence)
        reasons += [*check_tone(alone, ground), *check_facts(alone, ground)]
    if answer.follow_up:
        reasons += check_lint(answer.follow_up)
        if asks_several(answer.follow_up):
            reasons.append(Refusal(kind="stacked", reason="What is asked then is several questions."))
    if answer.listen_for and (_is_verdict(answer.listen_for, ground) or read(answer.listen_for).signs):
        reasons.append(Refusal(kind="lint", reason="What to listen for judges the person."))
    return reasons


def _is_verdict(text: str, ground: Ground) -> bool:
    names = "|".join(re.escape(name) for name in fold_word(ground.person).split())
    who = rf"(?:he|she|they|the seller|the rep{'|' + names if names else ''})"
    plain = fold_plain(text)
    return any(re.search(pattern.replace("{who}", who), plain) for pattern in (_HABIT, _VERDICT))

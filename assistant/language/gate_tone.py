"""How an answer speaks to a person: stricter than the lint, because a model's words have no manager's ear behind them yet."""

from __future__ import annotations

import re

from assistant.language.ground import Answer, Ground, Refusal
from assistant.vault.folding import fold_word

_OFFER = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall| am going to| are going to| can offer| promise| guarantee)\b(?! (?:we|i)\b)"
)
_ASKED_FIRST = re.compile(r"\b(?:what|which|how|when|where|who|by which day|if)\b[^,;:.]*$")
_REWARDS = re.compile(
    r"\b(?:raise|bonus|promot(?:ion|e|ed)|pip|fired|sacked|dismiss(?:al|ed)|disciplin\w+|written warning|rating|ranking|rank|score|salary|"
    r"terminat\w+|probation|redundan\w+|(?:top|bottom|low|under|poor|weak|strong|star)[- ]?performers?|underperform\w+|your (?:job|position|future)\b|hr)\b"
)
_PRAISE = re.compile(
    r"\b(?:great (?:job|work|stuff|effort)|well done|good (?:job|work)|nice(?:ly)? (?:work|done)|brilliant\w*|amazing\w*|fantastic|awesome|excellent\w*|outstanding|"
    r"impress\w+|superb|proud of|love how|congratulations|keep it up|perfect\w*|clever\w*|wonderful\w*|natural talent)\b"
)
_MOOD = re.compile(
    r"\b(?:tired|exhausted|stressed|burn(?:ed|t)[- ]?out|overwhelmed|unhappy|upset|anxious|anxiety|depressed|demotivated|demoralised|lonely|angry|sad|unmotivated|"
    r"distracted|nervous|scared|insecure|sleep(?:ing)?|at home|private life|personal life|marriage|mood|state of mind|you (?:seem|look|sound|appear)|how are you (?:feeling|coping|holding))\b"
)
_COMPARES = re.compile(
    r"\b(?:your (?:colleagues?|peers?|teammates?)|the others|the rest of the team|every(?:body|one) else|nobody else|the average|anyone else on the team)\b[^?]{0,40}\b(?:and|but|while|than)\b|"
    r"\b(?:than|unlike|compared (?:to|with)|as well as|behind|ahead of) (?:your|the) (?:colleagues?|peers?|others|rest|average|team)\b"
)
_DOUBT = re.compile(
    r"\b(?:prov(?:e|es|ed|ing)|proof(?! of concept)|truth|truthful\w*|honest(?:ly|y)?|lie|lies|lying|lied|bluff\w*|exaggerat\w+|wishful|"
    r"mak(?:e|ing) (?:it|this|that|things) up|made (?:it|this|that) up|invent(?:ed|ing)|pretend\w*|hiding|hide from|admit\w*|straight with me|convince me|persuade me|"
    r"believe (?:you|that|this|it)|trust (?:you|that|your)|take your word|doubt\w*|suspicious|suspect\w*|sceptical|skeptical|you claim\w*|your claims?|allegedly|supposedly|so-called|"
    r"really|actually|genuinely|in fact|sure (?:that|it|this|you)|certain (?:that|it)|kidding|fooling|dreaming|fantasy|hopeful thinking|just hope|only hope|mere(?:ly)?)\b"
)
_SCOLDS = re.compile(
    r"\b(?:yet again|once again|once more you|again and again|how (?:often|many times)|finally|at last|at long last|at least|even bother|bother(?:ed)?(?: to)?|supposed to|should have|shouldn't|ought to|"
    r"must have known|you (?:must|need to|should|ought)|disappoint\w*|let (?:me|us|the team|them|him|her) down|excuses?|fail(?:ed|ing|ure|s)?|careless\w*|laz(?:y|iness)|sloppy|weak(?:ness)?|poor(?:ly)?|"
    r"mistakes?|wrong|fault|blame\w*|responsible for losing|unacceptable|not good enough|never (?:again|do|get|manage)|still (?:haven't|have not|hasn't|has not|not|no|nothing|waiting|sitting|don't|can't)|"
    r"so long|too long|too late|too slow|too many times|wast(?:e|ed|ing)|ignor(?:e|ed|ing)|refus(?:e|es|ed|ing) to|neglect\w*|forg(?:ot|otten|et)|drag(?:ged|ging)|let (?:it|this|that|\w+) (?:slip|slide|drift|go cold)|"
    r"what (?:were you thinking|went wrong)|explain (?:yourself|why you)|why (?:did you not|didn't you|haven't you|have you not|are you not|aren't you|can't you|do you (?:keep|always|never)|is it that you)|"
    r"you only|how (?:come|is it that you|do you explain|can you)|^how could you|how could you (?:let|leave|forget|miss|not)\b|you (?:still )?owe me|why (?:did|do|have|had|are|were) you|when are you going to|when will you (?:finally|start)|i(?:'ve| have) told you|as i (?:said|told)|i expect(?:ed)?|frankly|obviously|clearly|surely|everybody knows)\b"
)


def check_tone(answer: Answer, ground: Ground) -> list[Refusal]:
    """What a seller would hear as a reproach, a doubt, a verdict, a mood read into him, or a promise nobody gave."""
    held = fold_word(ground.held(answer)).replace("’", "'")
    reasons = []
    for part in (answer.text, answer.follow_up):
        plain = fold_word(part).replace("’", "'")
        if any(not _ASKED_FIRST.search(plain[: m.start()]) and m.group() not in held for m in _OFFER.finditer(plain)):
            reasons.append(Refusal(kind="promise", reason="It promises something in the manager's name."))
        if any(match.group() not in held for match in _REWARDS.finditer(plain)):
            reasons.append(Refusal(kind="promise", reason="It speaks of pay, rank or the job itself."))
        if _MOOD.search(plain):
            reasons.append(Refusal(kind="sensitive", reason="It reads a mood or touches private life."))
        for kind, pattern in (("praises", _PRAISE), ("doubts what was said", _DOUBT), ("scolds", _SCOLDS)):
            found = next((match.group() for match in pattern.finditer(plain) if match.group() not in held), None)
            if found:
                reasons.append(Refusal(kind="lint", reason=f"“{found}” {kind}; ask what you are curious about."))
        if _COMPARES.search(plain):
            reasons.append(Refusal(kind="lint", reason="It compares with colleagues."))
    return reasons

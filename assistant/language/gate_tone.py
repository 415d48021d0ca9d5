"""How an answer speaks to a person: stricter than the lint, because a model's words have no manager's ear behind them yet."""

from __future__ import annotations

import re

from assistant.language.ground import Answer, Ground, Refusal
from assistant.vault.folding import fold_plain

_OFFER = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall| am going to| are going to| can offer| promise| guarantee)\b(?! (?:we|i)\b)"
)
_ASKED_FIRST = re.compile(r"\b(?:what|which|how|when|where|who|by which day|if)\b[^,;:.]*$")
_REWARDS = re.compile(
    r"\b(?:(?:a|an|your|pay|any|no) (?:pay )?raise|bonus|promot(?:ion|e|ed)|pip|fired|sacked|dismissal|disciplin\w+|written warning|(?:your|the) (?:rating|ranking|rank)|your score|salary|"
    r"probation|redundan\w+|(?:top|bottom|low|under|poor|weak|strong|star)[- ]?performers?|underperform\w+|your (?:job|position|future)\b|hr)\b"
)
_PRAISE = re.compile(
    r"\b(?:great (?:job|work|stuff|effort)|well done|good (?:job|work)|nice(?:ly)? (?:work|done)|brilliant\w*|amazing\w*|fantastic|awesome|excellent\w*|outstanding|"
    r"(?:i'm|i am|we're|so|very|really|most) impressed|impressive\w*|superb|proud of|love how|congratulations|keep it up|perfect\w*|clever\w*|wonderful\w*|natural talent)\b"
)
_MOOD = re.compile(
    r"\b(?:tired|exhausted|stressed|burn(?:ed|t)[- ]?out|overwhelmed|unhappy|upset|anxious|anxiety|depressed|demotivated|demoralised|lonely|angry|sad|unmotivated|"
    r"distracted|nervous|scared|insecure|mood|state of mind)\b"
)
"""Feelings; those of a customer may be told where a line tells them."""
_PRIVATE = re.compile(
    r"^at \d\d,|\b(?:sleep(?:ing)?|at home|private life|personal life|marriage|"
    r"(?:small|young|little) (?:children|kids)|your (?:kids|children|family|wife|husband|health|doctor|back|age|faith|religion)|the doctor says?|(?:a|the|your) baby (?:coming|due|on the way)|with a baby|"
    r"off sick|sick leave|sickness|illness|(?:maternity|paternity) leave|pregnan\w+|divorce\w*|(?:your|the \w+) prayers|'s drinking|hung ?over|hangover|"
    r"you (?:seem|look|sound|appear)|how are you (?:feeling|coping|holding))\b"
)
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b")
_COMPARES = re.compile(
    r"\b(?:your (?:colleagues?|peers?|teammates?)|the others|the rest of the team|every(?:body|one) else|nobody else|the average|anyone else on the team)\b[^?]{0,40}\b(?:and|but|while|than)\b|"
    r"\b(?:than|unlike|compared (?:to|with)|as well as|behind|ahead of) (?:your|the) (?:colleagues?|peers?|others|rest|average|team)\b"
)
_DOUBT = re.compile(
    r"\b(?:prov(?:e|es|ed|ing)|proof(?! of concept)|truth|truthful\w*|honest(?:ly|y)?|lie|lies|lying|lied|bluff\w*|exaggerat\w+|wishful|"
    r"mak(?:e|ing) (?:it|this|that|things) up|made (?:it|this|that) up|invent(?:ed|ing)|pretend\w*|hiding|hide from|admit\w*|straight with me|convince me|persuade me|"
    r"believe (?:you|that|this|it)|trust (?:you|that|your)|take your word|(?:i|we|me|us|you)(?:'m| am|'re| are)? (?:\w+ )?doubt\w*|doubt (?:you|that|whether|if|your|it|this)|suspicious|suspect\w*|sceptical|skeptical|you claim\w*|your claims?|allegedly|supposedly|so-called|"
    r"in fact|so (?:sure|certain|confident)|how (?:sure|certain|true|accurate|truthful|reliable)|(?:i|we) (?:be|feel) (?:so |really |quite )?(?:sure|certain)|are you (?:so |really |quite |absolutely )?(?:sure|certain)|kidding|fooling|dreaming|fantasy|hopeful thinking|just hope|only hope|mere(?:ly)?)\b"
)
_STRESS = re.compile(
    r"\b(?:you(?:'ve| have)?|did you|have you) (?:really|actually|truly|genuinely)\b|"
    r"\b(?:(?:have|has|had)(?! to\b)|did|was|were|do you|does your)\b[^,;:.?]{0,40}\b(?:really|actually|truly|genuinely)\b|"
    r"\b(?:really|actually|truly|genuinely) \w+ed\b|"
    r"\b(?:really|actually|truly|genuinely) (?:happened|say|said|tell|told|true|so|the case|meant?|spoke|speak|met|meet|visit(?:ed)?)\b|"
    r"\b(?:is|are|was|were) (?:it|this|that|he|she|they) (?:really|actually|truly|genuinely)\b"
)
"""`really` and its like where they cast doubt on what was done or said; `what would she actually welcome` does not."""
_SUPPOSED = re.compile(r"\bif\b[^,?]*$")
_VEILED = re.compile(
    r"\bhand on heart\b|\b(?:look|looks|looking|sound|seem) (?:good|better|bigger|busy|busier)\b|\bthe colour out\b|\bspin\b|\b(?:inflat|embellish|massag|embroider)\w*|\bpad(?:ded|ding)\b|"
    r"\bdress(?:ed|ing)? (?:it |this |things )?up\b|\bsugar-?coat\w*|\bgloss\b|\bstretch(?:ed|ing)? the\b|\b(?:the )?(?:real|whole|full|true) (?:story|picture|reason|answer|version)\b|"
    r"\byour version\b|\bcome clean\b|\blevel with\b|\bcross your heart\b|\bswear\b|\bstraight answer\b|\b(?:tall|fairy) (?:story|tale|stories|tales)\b|"
    r"\bhave (?:me|us) believe\b|\b(?:or )?so you say\b|\bif (?:we|i|you) (?:take|leave) (?:away|out|aside) (?:the|your) (?:optimism|enthusiasm|hope|wish\w*)\b|"
    r"\bif i (?:checked|looked (?:it )?(?:in|up)|were to check)\b|\b(?:not|n't|aren't you|are you not) (?:telling|saying to) (?:me|us)\b|\bkeep(?:ing)? (?:it |anything |something )?from (?:me|us)\b|"
    r"\b(?:leaving|left) out (?:of your|when you)\b|\b(?:open|upfront|frank) with (?:me|us)\b|\bown up\b|\boff the record\b|\bdeep down\b|\bin (?:all )?(?:honesty|truth|reality)\b|\bconvenient\w*\b|"
    r"\btoo good to be true\b|\byou expect me to\b|\bare you telling me\b|\b(?:should|can|could|do|would) (?:i|we|anybody|anyone) (?:trust|believe|rely on)\b|\byou(?:'d| would)? (?:want|wanted|like|liked) to (?:hear|believe)\b|"
    r"\b(?:just|only|merely) (?:talk|a guess|guess(?:ing)?|a story|your (?:opinion|impression|wish|hope|feeling))\b|\bguesswork\b|\bfor real\b|\bcrosses? your mind that\b|\b(?:stands?|hold) up to\b|"
    r"\bwho (?:can|could|would|else can) (?:confirm|vouch|back (?:that|this|you) up)\b|\bhow much of (?:that|this|it) is (?:true|real|hope)\b|\bon paper only\b|\bmade-up\b"
)
"""Doubt of what was said in other words."""
_THREAT = re.compile(
    r"\b(?:get|gets|getting|given?|face|facing) the (?:sack|boot|push|axe)\b|\b(?:lose|losing|keep|keeping|cost you) your job\b|\b(?:be|being|get|gets) (?:fired|sacked|dismissed|let go)\b|"
    r"\b(?:or else|otherwise) (?:you|your|there will)\b"
)
"""Never said to anybody, whatever a line holds."""
_WON = re.compile(r"\b(?:won|wins?|landed|signed|passed|promoted)\b")
_SCOLDS = re.compile(
    r"\b(?:yet again|once again|once more you|again and again|how (?:often|many times)|finally|at last|at long last|at least|even bother|bother(?:ed)?(?: to)?|supposed to|should have|shouldn't|ought to|"
    r"must have known|you (?:must|need to|should|ought)|disappoint\w*|let (?:me|us|the team|them|him|her) down|excuses?|fail(?:ed|ing|ure|s)?|careless\w*|laz(?:y|iness)|sloppy|weak(?:ness)?|poor(?:ly)?|"
    r"mistakes?|(?:went|got|gone|did|done|doing|are|were|was) (?:\w+ )?wrong|wrong (?:with|of|about)|fault|blame\w*|responsible for losing|unacceptable|not good enough|never (?:again|do|get|manage)|still (?:haven't|have not|hasn't|has not|not|no|nothing|waiting|sitting|don't|can't)|"
    r"so long|too long|too late|too slow|too many times|wast(?:e|ed|ing)|ignor(?:e|ed|ing)|refus(?:e|es|ed|ing) to|neglect\w*|forg(?:ot|otten|et)|drag(?:ged|ging)|let (?:it|this|that|\w+) (?:slip|slide|drift|go cold)|"
    r"what (?:were you thinking|went wrong)|explain (?:yourself|why you)|why (?:did you not|didn't you|haven't you|have you not|are you not|aren't you|can't you|do you (?:keep|always|never)|is it that you)|"
    r"why on earth|what on earth|how (?:much longer|many more)|for once|(?:can't|cannot) be (?:that|so) hard|too much to ask|bare minimum|by now you|you call (?:that|this)|"
    r"(?:didn't|did) it (?:not )?occur to you|do you (?:even )?reali[sz]e|have you any idea|what took you|at your level|(?:with|for) your (?:experience|seniority)|a professional would|any professional|left \w+ hanging|"
    r"you only|how (?:come|is it that you|do you explain|can you)|^how could you|how could you (?:let|leave|forget|miss|not)\b|you (?:still )?owe me|why (?:did|do|have|had|are|were) you|when are you going to|when will you (?:finally|start)|i(?:'ve| have) told you|as i (?:said|told)|i expect(?:ed)?|frankly|obviously|clearly|surely|everybody knows)\b"
)


def check_tone(answer: Answer, ground: Ground) -> list[Refusal]:
    """What a seller would hear in its text as a reproach, a doubt, a verdict, a mood read into him, or a promise nobody gave."""
    held = fold_plain(ground.held(answer))
    reasons = []
    plain = fold_plain(answer.text)
    if any(not _ASKED_FIRST.search(plain[: m.start()]) and m.group() not in held for m in _OFFER.finditer(plain)):
        reasons.append(Refusal(kind="promise", reason="It promises something in the manager's name."))
    if _THREAT.search(plain) or any(match.group() not in held for match in _REWARDS.finditer(plain)):
        reasons.append(Refusal(kind="promise", reason="It speaks of pay, rank or the job itself."))
    is_customers = not _YOU.search(plain) and all(match.group() in held for match in _MOOD.finditer(plain))
    if _PRIVATE.search(plain) or (_MOOD.search(plain) and not is_customers):
        reasons.append(Refusal(kind="sensitive", reason="It reads a mood or touches private life."))
    for kind, pattern in (("praises", _PRAISE), ("doubts what was said", _DOUBT), ("scolds", _SCOLDS)):
        found = next((match.group() for match in pattern.finditer(plain) if match.group() not in held), None)
        is_due = found == "congratulations" and _WON.search(held)
        if found and not is_due:
            reasons.append(Refusal(kind="lint", reason=f"“{found}” {kind}; ask what you are curious about."))
    stress = _STRESS.search(plain)
    if stress and _SUPPOSED.search(plain[: stress.start()]):
        stress = None
    if veiled := stress or _VEILED.search(plain):
        reasons.append(Refusal(kind="lint", reason=f"“{veiled.group()}” doubts what was said."))
    if _COMPARES.search(plain):
        reasons.append(Refusal(kind="lint", reason="It compares with colleagues."))
    return reasons

"""Which of the manager's promises are no business of the seller's: told by their words, in doubt left out of the mail.

A promise stays behind when it names HR, the manager's own boss, a performance plan, the seller's job or pay, when it judges him,
or when it speaks about him to others in the third person. What helps him may name others and him: `I'll get him a second SE`,
`I'll ask legal about his DPA`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.models import Person
from assistant.vault.folding import fold_plain, initials

_SELLER = "_seller_"
_NEXT = (
    r"(?=\s*(?:$|[.,;:!?)]|[-–—]|(?:to|from|off|on|out|in|with|by|if|when|until|till|for|at|as|over|and|or|before|after|next|this|about|into|onto|"
    r"through|again|any|more|over|tomorrow|today|monday|tuesday|wednesday|thursday|friday|go|down|up|that|whether|how|is|isn't|can|could)\b))"
)
_OBJ = rf"(?:{_SELLER}(?!'s)|him|her{_NEXT})"
_SUBJ = rf"(?:{_SELLER}(?!'s)|he|she)"
_POSS = rf"(?:his|her|{_SELLER}'s)"
_HELPED = (
    r"(?:'ll|'d)? ?(?:also |already )?(?:gets?|got|needs?|wants?|would like|(?:can|could|may|might) (?:have|get|use|join|borrow|come|attend|see|bring)|"
    r"(?:will |is going to )?(?:call|send|mail|join|come|bring|write|present|be (?:there|in))|is (?:back|invited|coming|joining))\b"
)
"""What a word to others says of him when it helps him."""
_TEAM = "_team_"

_PLAN_OR_JUDGEMENT = (
    r"\b(?:performance|improvement|development|exit|capability) (?:improvement )?(?:plan|process|procedure|management|review|case|conversation|rating|talk)\b",
    r"\bpip\b(?! install)|\bon (?:a|the) plan\b(?! b\b)|\b(?:written|formal|final|verbal|official) warning\b|\bprobation\w*|\bdisciplin\w+|\bseverance\b|\bsettlement agreement\b",
    rf"\b(?:let|letting) {_OBJ} go\b|\bmanag(?:e|ing) (?:{_OBJ} )?out\b|\b(?:fire|sack|dismiss|terminate|demote|promote|replace|replacing|reassign|redeploy|exit|bench)\s+{_OBJ}",
    rf"\breplacement for {_OBJ}|\b{_POSS} (?:replacement|successor|job|role|seat|future|place|employment|promotion|notice)\b|\b(?:a|the) (?:replacement|successor)\b(?! (?:unit|part|box|device|laptop))|\bbackfill\w*|\bsuccession\b",
    r"\bredundan(?:t|cy|cies)\b|\blay-?offs?\b|\blaid off\b|\breorg\w*|\bheadcount\b|\bappraisal\b|\bcalibration\b|\btalent review\b|\b(?:nine|9)[- ]box\b|\bstack[- ]rank\w*",
    rf"\b{_SUBJ}(?:'s| is| was| has)? (?:\w+ )?(?:not up to|isn't up to|not cut out|isn't cut out|not good enough|isn't good enough|not strong enough|not senior enough|too junior|not the right|isn't the right|the wrong)\b",
    rf"\bnot (?:up to|cut out for) (?:it|this|the|his|her)\b|\b{_SUBJ}\b[^.;]{{0,40}}\b(?:struggl\w+|underperform\w*|fails?|failed|lacks?|unreliable|lazy|coasting|out of (?:his|her) depth|over (?:his|her) head)\b",
    rf"\b(?:worr(?:y|ied|ies)|concern(?:s|ed)?|doubts?|misgivings) (?:about|over|with|regarding) (?:{_OBJ}|{_POSS}|whether {_SUBJ})\b|\blost (?:faith|confidence|trust) in\b|\bgiv(?:e|ing) up on {_OBJ}",
    rf"\bunder-?perform\w*|\b(?:poor|low|weak) performer\b|\bweakest\b|\b{_POSS} attitude\b|\blast (?:chance|warning|straw)\b|\bgive {_OBJ} (?:one more|until|till|a last|another) (?:chance|quarter|month|the end|january|february|march|april|may|june|july|august|september|october|november|december)",
    rf"\b(?:whether|if) {_SUBJ} (?:stays?|should stay|keeps?|can keep|is (?:the right|right|ready|up to|good enough|still|worth|able)|really|actually|has a future|fits|makes it|will make it|can do)\b",
)
"""Nobody's promise goes out with these."""

_ABOVE = (
    r"(?<!\d)(?<!\d )(?<!'s )\bhr\b(?! (?:director|manager|lead|head|software|system|suite|module|platform|tool|data|team at|at|of)\b)|\bhrbp\b|\bhuman resources\b(?! (?:director|manager|of|at)\b)",
    r"\b(?:the|our) people (?:team|partner|ops|operations)\b|\bpeople partner\b|\bpersonnel\b|\bpersonalabteilung\b|\bpersoneelszaken\b|\bressources humaines\b|\brecursos humanos\b|\bemployment law\w*|\bbetriebsrat\b",
    r"\bmy (?:own )?(?:boss|manager|line manager|director|vp|superior|head of \w+|skip)\b|\b(?:our|the) (?:boss|big boss|vp(?! of sales)|vp of sales|cro|svp|evp|slt|elt|leadership(?: team)?|sales director|regional director|exec team|executive team)\b(?! (?:at|of|from|in)\b)",
    r"\bour (?:director|md|managing director|management|vp)\b|\bupstairs\b|\bup the (?:line|chain)\b|\bskip[- ]level\b|\bmein(?:en|em|er)? chef(?:in)?\b|\bmijn (?:baas|leidinggevende)\b|\bmon (?:chef|patron)\b|\bmi jef[ea]\b",
    rf"\bsalar(?:y|ies)\b|\bbonus(?:es)?\b|\b{_POSS} (?:\w+ )?(?:pay|commissions?|comp|compensation|ote|raise|rise|increase|package|stock|equity|bonus|rating|ranking)\b|\bpay (?:rise|raise|review|band|grade|cut)\b|\bote\b|\bgehalt\w*|\bsalaire\b|\bsueldo\b",
)
"""Those who decide about people, and pay."""

_TO_OTHERS = (
    rf"\b(?:about|re:?|regarding|concerning|discuss|assess|evaluate|judge|rate|appraise|review) {_OBJ}",
    rf"\b(?:think|thinks|thought|make|makes|made|say|says|said|hear|heard|feel|feels|opinion|view|read) (?:of|about|on) {_OBJ}",
    rf"\bhow {_SUBJ}(?:'s| is| was| does| did| comes?| came| performs?| gets? on| copes?)\b|\bhow {_SELLER} (?!can\b|could\b)\w",
    rf"\b(?:whether|if|that|why|what) {_SELLER}(?!{_HELPED})\b",
    rf"\b(?:tell|say|mention|explain|report|flag|write|know|warn|inform|complain|let)\b[^.;]{{0,40}}\bthat (?:he|she)(?!{_HELPED})\b",
    rf"\b{_SELLER} (?:is not|isn't|can't|cannot|won't|doesn't|does not|didn't|did not|hasn't|has not|never|keeps|let)\b",
    r"\b(?:ask|whether|if|get|have|let|want|see)\b[^.;]{0,60}\b(?:tak(?:e|es|ing)|pick(?:s|ing)?)\b[^.;]{0,40}\b(?:over|on|up)\b(?! (?:the phone|a call|monday|tuesday|wednesday|thursday|friday))",
    rf"\b(?:take|taking|move|moving|pull|pulling|hand|handing|give|giving)\b[^.;]{{0,40}}\b(?:off|from|away from) (?:{_OBJ}|{_POSS})",
    rf"\b(?:take|taking|pull|pulling|keep|keeping|get|move|moving) {_OBJ} (?:off|out|away|to (?:another|a different|smb|inside|the other|a smaller))\b",
    rf"\b(?:reassign|re-assign|redistribut|reallocat|carv)\w*|\bsplit (?:up )?{_POSS}|\b{_POSS} (?:accounts?|territory|patch|book|deals?|pipeline|leads) (?:to|over to|away|among|between|over)\b",
    rf"\binstead of {_OBJ}|\bin {_POSS} place\b|\bstep in for {_OBJ}|\bwithout (?:telling )?{_OBJ}|\bbehind {_POSS} back\b|\b{_SUBJ} (?:doesn't|does not|must not|mustn't|shouldn't|should not|need not) (?:know|hear|find out)\b",
    rf"\b(?:not|don't|won't|never) (?:tell|let|mention|say)\b[^.;]{{0,30}}\b{_OBJ}|\bbefore (?:i tell|telling) {_OBJ}",
    rf"\b(?:notes?|views?|opinion|assessment|feedback|report|summary|verdict|thoughts|evidence) (?:of|on|about|against) {_OBJ}|\b(?:remove|drop|exclude|cut|sideline) {_OBJ}",
    r"\bshow (?:an )?improvement\b|\b(?:someone|somebody) (?:stronger|better|else|more senior|more experienced)\b",
    rf"\bhow {_POSS} \w+|\b(?:reconsider|rethink|reassess|decide)(?:ing)? (?:about |on )?(?:{_POSS}|{_OBJ})|\bin case {_SUBJ}|\b{_POSS} file\b|\bformal(?:ly)? process\b",
    rf"\bkeep(?:ing)? (?:an|a close|a closer) eye on {_OBJ}|\b(?:watch|watching|monitor|monitoring|audit|auditing) (?:{_OBJ}|{_POSS})|\bcheck(?:ing)? up on\b|\bpaper trail\b|\b(?:keep|keeping|start|open) (?:a )?(?:record|log|file)s? (?:of|on) (?:{_OBJ}|{_POSS}|every|each|what)",
    rf"\bdocument(?:ing)? (?:{_POSS}|every|each|what {_SUBJ}|how {_SUBJ})|\b(?:build|building|make|making) (?:a|the|my) case (?:against|for letting|on)\b",
    rf"\b(?:verify|find out|check|look into|see)\b[^.;]{{0,20}}\b(?:whether|if) {_SUBJ} (?:really|actually|did|called|was|sent|told|has|had)\b",
)
"""About him, to others or to oneself."""

_HANDED_ON = (
    rf"\b(?:ask|asking|if|whether|have|get|let|want)\b[^.;]{{0,30}}{_TEAM}(?:(?!show|share|teach|how)[^.;]){{0,30}}\b(?:take|takes|taking|own|owns|lead|leads|run|runs|cover|covers|handle|handles|inherit)\b",
    rf"\bhand-?over\b[^.;]{{0,40}} to {_TEAM}|\bput {_TEAM} on\b|{_TEAM} instead\b",
    rf"\b(?:line up|lining up|sound out|sounding out)\b[^.;]{{0,20}}{_TEAM}|\b(?:mov|giv|shift|hand|pass|transferr?)(?:e|ing)?\b[^.;]{{0,40}} (?:over )?to {_TEAM}",
    rf"{_TEAM} (?:wants?|would take|could take|can take|takes?|gets?|shadows?) |\bhave {_TEAM} (?:shadow|sit in|ready)",
)
"""A customer of his to a colleague."""

_JUDGED = (
    rf"\b(?:about|re:?|regarding|on|over|discuss|raise|review|flag|whether|if|that|hear|into) {_POSS} (?:\w+ )?(?:performance|attitude|numbers|results|figures|behaviou?r|progress|ramp|quota|target|attainment|territory|patch|conduct|"
    r"effort|activity|attendance|expenses?|calendar|diary|forecasts?|pipeline|hours|motivation|development|strengths|weakness\w*|skills?|mistakes?|failures?|misses|slips|forecasting|work|style|track record)\b"
    rf"|\b(?:about|hear|into|whether|if) {_POSS} (?:\w+ )?(?:calls?|demos?|pitch(?:es)?|meetings?)\b"
)
"""His own record, as a matter for others."""
_TO_HIM = (
    rf"\b(?:talk|speak|sit down|meet|chat|catch up|go over|go through|discuss|review|work)\b[^.;]{{0,30}}(?:to|with) (?:{_OBJ}|you)\b|\blet (?:{_OBJ}|you) know\b|"
    rf"\b(?:tell|ask|call|mail|email|send|show|give|brief|coach|help) (?:{_OBJ}|you)\b"
)


_TELLS = re.compile(
    r"\b(?:tell|say|talk|speak|chat|mention|discuss|raise|warn|flag|report|inform|update|suggest|recommend|propose|complain|escalate|explain|align|sync)(?:ing|s)?\b|"
    r"\b(?:word|call|session|time|coffee|meeting) with\b|\blet \w+ know\b"
)
_ASKS = re.compile(
    r"\b(?:ask|check with|see (?:if|whether)|find out|hear|call|mail|email|write|ping|message|brief|consult|sound out)(?:ing|s)?\b"
)
"""Words to others: after the first any `he` is taken for him, after the others only his name, `him` and `her`."""
_KIND = re.compile(
    rf"\b(?:send|show|give|get|call|mail|help|join|meet|coach|support|teach|brief|train|invite|copy|cc|lend|introduce|intro|include|add|contact|ping|put) {_OBJ}"
    rf"|\b(?:share|work|sit|meet|go|do|join|run|prepare|practi[sc]e|walk|call)\b[^.;]{{0,50}} with {_OBJ}|\bfor {_OBJ}|\b(?:when|once|until|as soon as) {_SUBJ}\b"
    rf"|\b{_SUBJ}{_HELPED}|\b{_POSS} (?=\w)"
)
"""Where he stands in a word to others as one who is helped, or for what is his."""
_NAMED, _ANY = re.compile(rf"{_SELLER}|\bhim\b|\bher{_NEXT}"), re.compile(rf"{_SELLER}|\b(?:him|he|she)\b|\bher{_NEXT}")

_EVERYBODYS = re.compile("|".join(_PLAN_OR_JUDGEMENT))
_MANAGERS = re.compile("|".join((*_ABOVE, *_TO_OTHERS, *_HANDED_ON)))
_RECORD, _HIMSELF = re.compile(_JUDGED), re.compile(_TO_HIM)


def is_for_the_seller(
    text: str, owner: Literal["manager", "report"], person: Person, team: Sequence[Person] = ()
) -> bool:
    """Whether a promise may stand in a mail to the person of whom, or by whom, it was given; `team` are the manager's people."""
    plain = _plain(text, person, team)
    if _EVERYBODYS.search(plain):
        return False
    if owner == "report":
        return True
    if _MANAGERS.search(plain):
        return False
    return bool(_HIMSELF.search(plain)) or not (_RECORD.search(plain) or _is_spoken_of(plain))


def _is_spoken_of(plain: str) -> bool:
    """Whether he is spoken of to others, and not as one who is helped."""
    rest = _KIND.sub(" ", plain)
    return bool((_TELLS.search(plain) and _ANY.search(rest)) or (_ASKS.search(plain) and _NAMED.search(rest)))


def _plain(text: str, person: Person, team: Sequence[Person]) -> str:
    """The words folded, the person's names replaced by one sign, his colleagues' by another."""
    letters = initials(person.name).upper()
    if letters:
        text = re.sub(rf"\b{letters}\b", _SELLER, text)
    plain = re.sub(_any_of([person]), _SELLER, fold_plain(text))
    colleagues = [one for one in team if one.id != person.id]
    return " ".join((re.sub(_any_of(colleagues), _TEAM, plain) if colleagues else plain).split())


def _any_of(people: Sequence[Person]) -> str:
    """A pattern for whatever they are called; the parts of a name by themselves where they are long enough to be one."""
    names = {
        n for p in people for n in (p.name, *p.aliases, *(part for part in p.name.split() if len(part) > len("Jo")))
    }
    folded = sorted({fold_plain(name) for name in names if name.strip()}, key=len, reverse=True)
    return rf"\b(?:{'|'.join(map(re.escape, folded))})\b"

"""How people say when a deal closes, how far it is, and how the whole pipeline stands: patterns over folded text."""

from __future__ import annotations

import re

LEFT_OPEN = re.compile(
    r"\?|\b(?:if|unless|once|might|maybe|perhaps|could|would|should|hopes?|hoping|hopefully|doubts?|unsure|not|cannot|never|no longer|wants?|wishes|trying|tries|"
    r"probably|possibly|aims?|aiming|slip(?:s|ped)? (?:to|into|out|again)|pushed|moved (?:out|back)|without(?! exception)|lacks?|no (?:real |clear |agreed )?next steps?|none (?:of \w+ )?ha(?:s|ve))\b|n't\b|\bmay (?:well |still |yet )?(?:be|close|sign|land|come|have|slip|go)\b"
)
"""A claim that says so leaves it open, or says that it is not so."""
_THING = r"(?:contract|order|deal|agreement|p\.?o\b|paper|offer|quote|renewal)"
_OTHER_THING = rf"(?! (?:the|a|an|our|their|his|her|that|this) (?!{_THING}|month|week|quarter|year|morning|afternoon))"
CLOSES = re.compile(
    rf"\bclos(?:e|es|ing)\b(?!-| (?:to (?!sign)|plan|call|meeting|workshop|session|contact|eye|rate|out\b)){_OTHER_THING}"
    r"|\bland(?:s|ing)?\b(?! (?:on|in (?:his|her|their|the) (?:inbox|lap|hands)))"
    rf"|\bsign(?:s|ing|ed)?\b(?! ?-?off| (?:up|in\b(?! (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|q[1-4]|the|two|three|a))|nda|the nda|an nda|off)){_OTHER_THING}|\bsignature\b"
    rf"|\b(?:{_THING}) (?:is |will be |gets? |to be |comes? |coming |arrives? |goes? )*(?:in|done|signed|placed|through|closed|won|ours)\b|\b(?:p\.?o|order)\b (?:comes?|coming|arrives?|is due|by|this|next|tomorrow|on)\b"
    r"|\b(?:over the line|will (?:be|have it) (?:done|in|won|closed|booked)|done deal|in the bag|wins? it|books? it)\b"
)
OTHERS_CLOSE = re.compile(
    r"\b(?:tender|window|registration|rfp|rfi|books?|year|quarter|office|branch|shop|site|plant|factory|vote|round|bid|portal|call|position|role|vacancy) (?:\w+ )?clos"
    r"|\b(?:nda|loi|mou|letter of intent|term sheet)\b"
)
"""What closes or is signed and is no deal."""
COMMIT = re.compile(
    r"\b(?:in|into|as|under|is|it's|my|called?|calls it|marked|put it (?:in|on|down as)) (?:my |the |his |her |a |our )?commit\b(?! (?:to|themselves))|\bcommit (?:deal|list|column|number|category)\b"
)
IN_TOUCH = re.compile(
    r"\b(?:spoke|spoken|talked|talks|speaks|met|called|rang|rung|phoned|visited|mailed|emailed|e-mailed|in touch|in contact|followed up|chased|chases|saw (?:them|him|her)|had a call|calls (?:them|him|her)|rings (?:them|him|her)|on site|on the phone)\b"
)
LATELY = re.compile(
    r"\b(?:yesterday|today|this (?:week|morning|afternoon)|last (?:week|night|monday|tuesday|wednesday|thursday|friday)|on (?:monday|tuesday|wednesday|thursday|friday)|"
    r"every (?:day|week|other day|morning|monday|tuesday|wednesday|thursday|friday)|daily|weekly|regularly|constantly|all week|the other day|all the time|(?:twice|three times) (?:a|this|last) week)\b"
)
TO_COME = re.compile(r"\b(?:will|going to|is to|to (?:call|ring|meet|visit|mail|speak))\b|'ll\b")
HAS_STEP = re.compile(
    r"\bnext steps?\b.{0,24}\b(?:agreed|booked|set|fixed|clear|in place|scheduled|confirmed|sorted|is|are|on|in the diary)\b|\b(?:agreed|booked|clear|firm|has|have|got|with) (?:an? |the |our |all |clear |firm )*next steps?\b"
)
ALL_HAVE_STEP = re.compile(r"\b(?:every|each|all)\b.*\bnext steps?\b|\bnext steps?\b.*\b(?:every|each|all)\b")
ALL_WORKED = re.compile(
    r"\b(?:every|each|all)\b.{0,30}\b(?:deals?|opps?|opportunit(?:y|ies)|one|account|of (?:his|her|my|the) deals)\b.{0,30}\b(?:up to date|updated|current|moving|active|alive|worked|touched|called|in touch|fresh|live)\b"
    r"|\b(?:touched|called|worked|updated|rung|contacted) (?:every|each|all)\b.{0,20}\b(?:deals?|opps?|opportunit(?:y|ies)|one|account)\b|\b(?:crm|pipeline|salesforce|hubspot)\b.{0,16}\b(?:up to date|current|clean|tidy)\b|\bnothing (?:is |has gone |went )?(?:stale|stuck|asleep|cold)\b"
)
NONE_SLIPPED = re.compile(
    r"\b(?:nothing|none|no deals?)\b.{0,20}\b(?:slipped|slipping|overdue|past (?:its|their|the) (?:close )?dates?)\b"
)
HEALTHY = re.compile(
    r"\b(?:pipeline|funnel|pipe|coverage)\b.{0,30}\b(?:healthy|strong|solid|good|great|full|sound|robust|fine|in (?:good|great|fine) shape)\b|\b(?:healthy|strong|solid|full|robust|great|good) (?:pipeline|funnel|pipe)\b"
    r"|\b\d+(?:[.,]\d)? ?x\b.{0,16}\b(?:coverage|cover|pipeline|pipe)\b|\b(?:coverage|covered)\b.{0,12}\b\d+(?:[.,]\d)? ?x\b"
)
SOME = re.compile(
    r"\b(?:except|apart from|bar|but (?:one|two|for)|almost|nearly|most|half|some|big|large|top|new|in commit|(?:for|of) (?:q[1-4]|next|this)|closing)\b"
)
"""It is said of some of the deals only."""
_STAGES = (
    r"prospect|lead\b|suspect|qualif|discover|intro|needs|\bnew\b|interest|identif|first (?:call|meeting|contact)|contacted",
    r"demo|evaluat|\bpoc\b|pilot|trial|solution|present|propos|quot|offer|validat|technical|business case",
    r"negotia|legal|contract|procure|purchasing|paperwork|verbal|commit|clos|signature|signing",
)
_IN_STAGES = r"negotiations?|contracting|contract (?:talks|stage|review)|legal(?: review)?|procurement|purchasing|paperwork|closing|signature|signing|proposal|evaluation|pilot|demo|discovery|qualification"
IN_STAGE = re.compile(
    rf"\b(?:is|are|we're|it's|they're|now|already|moved|moving|deep|sits?|stands?|currently|gone|went|[:,–-]) (?:now |already |deep |well |right )*(?:in|into|at|to|with) (?:the |their |final |late |full )*(?P<stage>{_IN_STAGES})\b"
)
_STAGE_NUMBER = re.compile(r"\bstage (\d)\b")
_BARE_NUMBER = re.compile(r"^\W*(?:stage )?0?(\d)\b(?! ?%)")
_COUNTS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_NUMBER = rf"(?P<n>\d{{1,2}}|{'|'.join(_COUNTS)}|thirty|forty|fifty)"
_DEALS = r"(?:deals?|opps?|opportunit(?:y|ies))"
_COUNT = (
    re.compile(rf"(?<![\d.,:/£$€-])\b{_NUMBER} (?:open|live|active|running) {_DEALS}\b"),
    re.compile(
        rf"(?<![\d.,:/£$€-])\b{_NUMBER} {_DEALS} (?:now |currently )?(?:open|live|active|running|on the go|in play|in (?:the|his|her|my) (?:pipeline|pipe|funnel))\b"
    ),
    re.compile(
        rf"(?<![\d.,:/£$€-])\b{_NUMBER} (?:open|live|active)(?: (?:now|at the moment|right now|currently|today))?\W*(?:$|[.,;]| (?:he|she) )"
    ),
)


def rank_of(stage: str) -> int | None:
    """How far a stage is: 1 early, 2 on the way, 3 near the end; None where its name says it of none, or of several."""
    plain = stage.casefold()
    found = [rank for rank, pattern in enumerate(_STAGES, 1) if re.search(pattern, plain)]
    return found[0] if len(found) == 1 else None


def number_of(plain: str, *, is_bare: bool = False) -> int | None:
    """The number of a stage: of `stage 3`, or of `3 - Proposal` where the whole text is a stage."""
    found = (_BARE_NUMBER if is_bare else _STAGE_NUMBER).search(plain)
    return int(found[1]) if found else None


def count_of(plain: str) -> int | None:
    """How many open deals a line says there are."""
    found = next((match for pattern in _COUNT if (match := pattern.search(plain))), None)
    if found is None:
        return None
    tens = {"thirty": 30, "forty": 40, "fifty": 50}
    told = found["n"]
    return int(told) if told.isdigit() else tens.get(told) or _COUNTS.index(told) + 1

"""Lines worth keeping that are no promise and no claim: what was decided, what a customer held against it, what marketing
is asked for, what the market does."""

from __future__ import annotations

import re

from assistant.models import NoteKind, RemarkFinding, RemarkKind, Section
from assistant.reading.clauses import Clause, split_statements
from assistant.reading.context import ReadingContext, own_person

_DECISION = re.compile(
    r"^\W*(?:decision|decided|agreed|settled|conclusion|outcome|verdict|resolved|beschluss|entscheidung)s?\b(?! (?:yet|on nothing))\s*(?:[:=\-–—>]|that|to|on|with|we|not to|together|:)"
    r"|\b(?:we|both|together|us two)(?:'ve| have|'re| are)?(?: (?:both|now|then|finally|just|jointly))* (?:agreed|decided|settled (?:on|for|that)|concluded|chose|resolved|(?:are )?going with|will go with|go with|(?:are )?(?:sticking|staying) with|(?:are )?dropping|shook hands)\b"
    r"|\b(?:it(?:'s| is) (?:decided|agreed|settled)|was (?:decided|agreed)|the (?:decision|call|verdict) (?:is|was)|from now on\b|from here on\b|so the rule is|decision taken|new rule)\b"
    r"|(?:->|→|=>)\s*(?:decided|agreed|decision)\b"
)
_UNDECIDED = re.compile(
    r"\b(?:not|n't|never|nothing|nobody|no|yet|still|until|once|if|unless|whether|undecided|open|should we|could we|(?:they|customer|client|board|buyer)(?:'ve| have)?(?: (?:all|now|finally))? (?:agreed|decided))\b.{0,24}(?:agree|decid|settl|decision)|(?:agree|decid|decision)\w* (?:is |was )?(?:not|nothing|open|yet to|later|next)\b"
)
_THEIRS = re.compile(
    r"\b(?:they|their|them|customers?|clients?|buyers?|prospects?|users?|board|committee|procurement|purchas\w+|legal|lawyers?|counsel|it dept|security|finance|cfo|ceo|coo|cio|cto|ciso|fd|md|gm|director|manager|mgr|owner|head|vp|boss|chief|foreman|partner|principal|dean|matron)\b"
)
_OBJECTION = re.compile(
    r"\b(?:too|very|so|quite|bit|awfully|far too|way too) (?:expensive|pricey|dear|costly|high|steep|complicated|complex|long|slow|risky|big|small|much)\b"
    r"|\b(?:push(?:ed|es|ing)? back|pushback|(?:object(?:s|ed|ion|ions|ing)|object (?:that|to|strongly|because|when|if|as))\b|balk(?:s|ed|ing)?|baulk(?:s|ed|ing)?|(?:is|was|are|were|'s|'re|got|gets|feels?|remains?) (?:worried|concerned|nervous|anxious|wary|sceptical|skeptical|hesitant|reluctant|uneasy|afraid|scared|unconvinced|not convinced|not sure|unsure|put off)|(?:isn't|aren't|wasn't|weren't|not) (?:convinced|sold|persuaded|comfortable|happy with our))\b"
    r"|\b(?:worr(?:y|ies|ied)|fears?|concerns?|doubts?|complain(?:s|ed|ing)?|moan(?:s|ed)?|grumbl\w+|bristl\w+|winc\w+|stumbl\w+) (?:about|at|over|that|is|was|:|of|on)\b"
    r"|\b(?:don't|doesn't|didn't|can't|couldn't|won't|wouldn't) (?:see (?:why|the (?:value|point|need|benefit|difference)|what)|need (?:it|another|a new|this)|want to (?:switch|change|move|pay|commit|sign)|trust|like (?:our|the) (?:price|terms|contract|clause|lock))"
    r"|\b(?:happy with (?:their|what they|who they|the current|the present|current)|no budget\b|over budget|above (?:their )?budget|price (?:is|was|'s) (?:the|a|an) (?:issue|problem|blocker|sticking|obstacle|question|hurdle)|(?:sticking|sore) point|show-?stopper|deal ?breaker|bad (?:experience|experiences|memories) (?:with|of)|burn(?:ed|t) (?:by|before|once)|wants? (?:a )?(?:discount|\d+ ?% off|money off|lower price)|cheaper (?:elsewhere|with|from|at)|lock-?in|what if you (?:go|get)|why (?:should|would) (?:we|they) (?:pay|switch|change))\b"
    r"|^\W*(?:objections?|pushback|concerns?|obstacles?|einwand|einwaende)\b\s*[:\-–—>]"
)
_FEELS = re.compile(r"^\W*(?:i|he|she|i'm|he's|she's|me)\b")
_MARKETING = re.compile(
    r"\b(?:(?:ask|asked|asks|asking|tell|told|need|needs|needed|want|wants|request\w*|get|order(?:ed)?|chase|brief(?:ed)?|ping(?:ed)?|nudge|push) (?:from |of |with )?(?:the )?marketing|marketing (?:to|should|must|could|needs? to|owes?|please|pls|for)\b|(?:from|of|for|to|with|via) marketing\b|marketing(?:'s)? (?:ask|help|support|request)|^\W*(?:marketing|mktg|mkt)\b\s*[:\-–—>])"
    r"|\b(?:needs?|wants?|could use|would use|missing|lacks?|without|short of|wish(?:es)? (?:he|she|we) had|asks? for|asked for|crying out for|no) (?:an? |some |the |any |more |new |better |updated |decent |proper |fresh |local |german |english |french |\w+ ){0,2}(?:case stud(?:y|ies)|one-?pagers?|battle ?cards?|brochures?|leaflets?|flyers?|white ?papers?|success stor(?:y|ies)|customer stor(?:y|ies)|testimonials?|reference stor(?:y|ies)|roi (?:calculator|sheet)|comparison sheets?|webinars?|slides for|landing pages?|campaigns?|mailshots?|explainer|collateral|datasheets?|data sheets?)\b"
)
_ASKS = re.compile(
    r"\b(?:asks|asked|asking|wants|wanted|needs|needed|requests|requested|would like|could use|wishes|wished)\b"
)
_MARKETING_OFF = re.compile(
    r"\b(?:head of marketing|marketing (?:director|manager|lead|team at|dept|department|agency|budget|cloud|platform|software|consent))\b|\btheir marketing\b|\bmarketing (?:already|has|have) (?:sent|done|delivered)\b"
)
_MARKET = re.compile(
    r"\b(?:competitors?|rivals?|the competition|incumbents?|new entrant|newcomer)\b.{0,60}\b(?:cut|cuts|cutting|drop\w*|lower\w*|undercut\w*|discount\w*|offer\w*|launch\w*|open\w*|clos\w+|hir\w+|poach\w*|sack\w*|raise\w*|rais\w+|bundl\w+|giv\w+|sell\w*|turn\w* up|appear\w*|bought|merg\w+|pull\w* out|left|leaving|bankrupt|free|half price)"
    r"|\b[A-ZÀ-Ž][\w&-]+ (?:are |is |has |have |just |now )*(?:undercut\w*|cut(?:ting)? (?:their |its |the )?(?:price|prices|rates|fees)|dropp(?:ed|ing) (?:their |its |the )?(?:price|prices|rates|fees)|launch(?:ed|es|ing)|pulled out of|went bust|is bankrupt|(?:was|got|been|is being) (?:bought|acquired|taken over)|merg(?:ed|ing|es) with|bought out|raised (?:their |its )?prices|gives? .{0,20}(?:away|free)|offer(?:s|ing|ed)? .{0,30}(?:free|for nothing|half price))"
    r"|\b(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th|several|three|four|five|many|more and more|everybody|everyone|every (?:buyer|customer|client|school|plant|hospital|site)|all (?:the|my|his|her) (?:buyers|customers|clients)|half (?:of )?(?:the|my|his|her) \w+) (?:\w+ ){0,3}(?:ask(?:s|ed|ing)?|want\w*|mention\w*|talk\w*|mov\w+|switch\w*|freez\w*|froze|delay\w*|wait\w*|insist\w*|demand\w*))\b"
    r"|\b(?:new (?:law|rule|regulation|directive|standard|tax|tariff)s?|regulator\w*|tariffs?|hiring freeze|spending freeze|budget freeze|budgets? (?:are |is |were |being |have been |got )?(?:frozen|cut|slashed)|freight rates|interest rates|shortage of|prices (?:in|on) the market|market (?:is|has|prices|rates)|(?:whole|entire) (?:sector|industry|trade|market|region)|consolidat\w+|wave of (?:tenders|insolvenc\w+|mergers)|going bust)\b"
    r"|^\W*(?:market|market signal|competition|competitor|wettbewerb|markt)s?\b\s*[:\-–—>]"
)
_MARKET_OFF = re.compile(
    r"\b(?:market(?:ing)? (?:dept|team)|no competitors?|without competit\w+|who (?:else|is)|what do competitors)\b"
)
_FOLDED: tuple[tuple[RemarkKind, re.Pattern[str], re.Pattern[str] | None], ...] = (
    ("decision", _DECISION, _UNDECIDED),
    ("objection", _OBJECTION, None),
    ("marketing", _MARKETING, _MARKETING_OFF),
    ("market", _MARKET, _MARKET_OFF),
)
_SHORTEST = 3
_KINDS = frozenset({NoteKind.ONE_ON_ONE, NoteKind.CALL, NoteKind.TEAM, NoteKind.DAILY, NoteKind.INBOX})


def read_remarks(section: Section, context: ReadingContext) -> list[RemarkFinding]:
    """Each statement of one person's entry that is one of the four; questions are none."""
    own = own_person(section)
    if own is None or section.kind not in _KINDS:
        return []
    found: list[RemarkFinding] = []
    for statement in split_statements(section):
        if statement.text.rstrip(" \"”'").endswith("?") or len(statement.plain.split()) < _SHORTEST:
            continue
        for kind in remark_kinds(statement, context):
            found.append(
                RemarkFinding(
                    person=own,
                    kind=kind,
                    text=statement.text,
                    deal=context.deal_of(statement.line_text, section),
                    evidence=statement.evidence(),
                )
            )
    return found


def asks_marketing(statement: Clause) -> bool:
    """Whether a line tells that marketing is asked for something, or that something of theirs is wanted."""
    plain = statement.plain
    return bool(_ASKS.search(plain) and _MARKETING.search(plain)) and not _MARKETING_OFF.search(plain)


def remark_kinds(statement: Clause, context: ReadingContext) -> list[RemarkKind]:
    """Which of the four a statement is, whoever it is about."""
    plain = statement.plain
    kinds: list[RemarkKind] = []
    for kind, signs, off in _FOLDED:
        text = statement.text if kind == "market" and signs.search(statement.text) else plain
        if not signs.search(text) or (off is not None and off.search(plain)):
            continue
        if kind == "objection" and not _is_customers(statement, context):
            continue
        kinds.append(kind)
    return kinds


def _is_customers(statement: Clause, context: ReadingContext) -> bool:
    """Whether it is the customer who holds something against it, not manager or report."""
    if re.match(r"^\W*(?:objections?|pushback|concerns?|obstacles?)\b\s*[:\-–—>]", statement.plain):
        return True
    is_theirs = bool(_THEIRS.search(statement.plain) or context.deal_in(statement.text))
    return is_theirs and not (
        _FEELS.match(statement.plain) and not re.search(r"\b(?:says|said|heard|told|hears)\b", statement.plain)
    )

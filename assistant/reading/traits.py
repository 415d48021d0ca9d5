"""Lines in which the manager's own habits show: what he did, in his own words; never what others do or what he left alone."""

from __future__ import annotations

import re

from assistant.models import NoteKind, Section, TraitFinding
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext
from assistant.reading.subject import folded

_I = r"(?:i|me|i've|i'll|i'd|i'm)"
_TOLD = r"(?:told|asked for|want|wanted|expect|need|demanded|set|gave|reminded|announced|said|pushed)"
_SIGNS: dict[str, str] = {
    "activity-obsession": (
        r"\b\d{2,3}\s?(?:\+\s?)?(?:dials|calls|knocks|visits|cold calls|touches|emails|meetings|activities|door)\b.{0,40}\b(?:a|per|each|every)\b.{0,6}\b(?:day|week|head|rep|man|person)?|"
        r"\b(?:ring|call|dial|do|make|knock|visit|see|phone|book|get|pick up)\b.{0,14}\b(?:\d+|ten|twenty|thirty|five|a few|twice as many) more\b|\bmore (?:calls|dials|visits|activity|meetings|knocking|doors|numbers)\b.{0,30}\b(?:will|and it|it'll|turn|fix|solve|needed|that's)|"
        r"\bhit (?:the|his|her|their) (?:\d+|dials?|calls?|activity|number of)\b|\b(?:dials?|calls?|visits?|activity) (?:quota|count|target|minimum|board|sheet|leaderboard)\b.{0,50}\b(?:wall|read out|each|everybody|no exceptions|daily|up)|\bnumbers? game\b|\bread (?:out|them out) the (?:dials|numbers|calls|count)|"
        r"\b(?:minimum|at least) (?:of )?\d+ (?:calls|visits|dials|meetings|doors|demos)\b|\bcount(?:ed|ing)? (?:the|his|her|their|everybody's) (?:calls|dials|visits)"
    ),
    "unfiltered-relay": (
        r"\b(?:forwarded|passed (?:it|that|this|them|on)?|read (?:it|that|them)? ?out|sent (?:it|that|this)? ?(?:on|round|along)|relayed|cc'd)\b.{0,80}\b(?:as (?:it )?(?:came|is|it is|was|received)|word for word|verbatim|1:1|one to one|no (?:comment|time|explanation|context|cover)|without (?:comment|a comment|context|explanation|a word|changing)|unread|straight (?:on|through|to)|unedited|no idea what it means|not my (?:rule|decision|idea|call)|untouched)\b|"
        r"\bthat's what it says\b|\bdon't shoot the messenger\b|\borders from (?:above|upstairs|hq|the top)\b.{0,40}\b(?:passed|so|told)\b|\b(?:told|tell) them (?:that )?(?:it comes|it came|that's) from (?:above|hq|upstairs|the top|head office|\w+)\b.{0,30}(?:period|that's it|no more|end of)|\bjust (?:forwarded|passed|relayed|sent) (?:it|the|that)\b"
    ),
    "knee-jerk-changes": (
        r"\b(?:scrapp?ed|is off|off after|dropped|cancelled|binned|replaced|changed|forget|stopped|reversed|tore up|threw out|over board|overboard)\b.{0,80}\b(?:from (?:today|now|this week|monday|tomorrow|next week)|after (?:\w+ )?(?:a|one|two|three|\d+) (?:days?|weeks?)|again|as well|already|instead|new (?:list|plan|focus|target|script|structure|territory))\b|"
        r"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th|another|yet another|new) (?:list|plan|focus|strategy|territory|script|target list|priority|change|pitch|process|method|template|playbook)\b.{0,40}\b(?:since|this (?:month|quarter|year|week)|in (?:a|two|three|\w+) (?:weeks?|months?)|i know|again|already|from (?:today|now|monday))|\bfrom (?:today|now on|this week|monday|tomorrow)\b.{0,30}\b(?:everybody|everyone|all|it's|we)\b.{0,60}\b(?:instead|now|only|works?|list|focus|new|switch|drop|forget|no more)\b|\bswitch(?:ed|ing)? (?:everybody|everyone|the team|all|us|focus)\b"
    ),
    "deal-hijacking": (
        rf"\b{_I}\b.{{0,30}}\b(?:took (?:it |the \w+ )?over|taken over|took the (?:call|lead|deal|meeting|phone|pen|conversation)|jumped in|stepped in|closed it myself|did the rest|finished it|did the (?:demo|talking|pitch|negotiation|close|presentation)|closed (?:it|the deal|them|this|that one|him)\b|negotiated|handled it myself|ran (?:it|the rest)|spoke to the (?:buyer|customer|ceo|cfo|md) (?:myself|directly)|gave (?:him|her|them) \d+ ?%)|"
        rf"\b(?:like (?:the )?old (?:times|days)|still got it|felt great|the old (?:fox|hunter|closer))\b|\b(?:let me|leave it to me|i'll (?:take|close|do|handle) (?:it|this|that|the (?:call|close|deal|negotiation|customer|ceo|buyer|cfo)) (?:from here|myself|over)|i'll close (?:it|this|that)|took the (?:phone|laptop|pen) (?:from|off|out of))\b|\brang (?:their|the) (?:\w+ )?(?:md|ceo|cfo|owner|buyer|director) myself\b"
    ),
    "performance-avoidance": (
        r"\b(?:meant to (?:raise|say|talk|bring|tell|discuss|address|mention|speak)|wanted to (?:raise|bring up|address|discuss|tell (?:him|her)).{0,40}\b(?:but|didn't|not|no)|left it (?:again|for (?:now|later|next|another)|at that)|didn't (?:go into|raise|bring (?:it|that) up|mention|dare|say anything|have the heart|touch|press|get to it|tell (?:him|her))|did not (?:raise|mention|go into|dare|bring)|avoided|put (?:it|that|the (?:talk|chat|conversation)) off|put off (?:the|that)|postponed the (?:talk|conversation|chat)|easier than (?:having|telling|raising|the talk|to)|never (?:is )?the (?:right )?(?:moment|time)|not the (?:right )?(?:moment|time|day)|"
        r"after (?:xmas|christmas|the (?:holidays|summer|quarter|fair|break)) maybe|another (?:time|day|week)|next time maybe|couldn't bring myself|chickened out|ducked (?:it|the)|bottled it|don't have the (?:energy|heart|stomach)|gave (?:his|her|the) (?:accounts?|deals?|work|leads?|territory) to|let (?:\w+) (?:cover|pick up|do it|carry|take) .{0,30}(?:instead|quietly|for (?:him|her))|will just get it done|still haven't (?:told|said|raised|spoken|had)|haven't (?:told|raised|said anything)|kept it light|changed the subject|sugar-?coated|hope it (?:sorts|solves|resolves))\b"
    ),
    "hopeless-turnaround": (
        r"\b(?:(?:told|asked|want|wanted|urged|pushed|encouraged|made) (?:him|her|them|\w+) (?:to )?(?:keep|stay|hang|push|try|go|not give|give it|chase|persist|stick|have another|ring|call|visit)\b.{0,60}\b(?:on|in there|at it|again|one more|another|going|up|pushing|trying|chasing|until)|never give up|keep (?:pushing|at it|trying|chasing|knocking|going)|one (?:more|last) (?:push|try|visit|shot|go|attempt)|a no is (?:only|just)|not dead (?:until|till|yet)|winners never|we don't (?:drop|lose|give up|walk away)|nobody (?:drops|gives up|walks)|stays on the list|not (?:letting|going to let) (?:it|this one|that one) go|don't (?:let go|give up|drop it)|can still be (?:saved|turned)|turn (?:it|this|them) around)\b"
    ),
    "excuse-making": (
        r"\b(?:i (?:blamed?|think|guess|reckon|told|wrote|explained|reported)|it's (?:all |just |simply )?(?:the|because)|put it down to|because of|down to|due to|reported|told (?:\w+ )?(?:upstairs|hq|the board|head office)|explained|wrote (?:up|in)|my report says|the reason is|can't be helped|no wonder|what can (?:you|we|one) do|nothing (?:we|he|she|you|i) c(?:an|ould) do|not (?:his|her|our|their|my) fault|understandable|accepted (?:that|it))\b.{0,70}\b(?:market|economy|weather|season|summer|holidays?|competitors?|competition|price[sd]?|pricing|product|marketing|leads|interest rates?|war|inflation|budget freeze|politics|tariffs?|luck|timing|elections?|industry|climate|steel prices)\b|"
        r"\b(?:market|economy|weather|season|competition|price|product|marketing|leads)\b.{0,50}\b(?:nothing (?:we|he|she|you|i) c(?:an|ould)|can't be helped|so be it|that's (?:how it is|life|it)|fair enough|what can (?:you|we) do|explains (?:it|the)|is (?:just|simply) (?:dead|bad|slow|soft)|told (?:\w+ )?(?:upstairs|hq|the board))\b"
    ),
    "detachment": (
        r"\b(?:door is (?:always )?open|my door|open door|they know where (?:to find me|i am|i sit)|if (?:they|he|she|somebody|anyone) needs? (?:me|something)\b.{0,30}(?:come|call|knock|ask|find)|haven't (?:been (?:on|in|out|with)|sat in|joined|seen|spoken|met)\b.{0,40}(?:call|visit|field|customer|since|weeks?|months?|quarter)|not been (?:on|in|out)\b.{0,40}(?:since|weeks?|months?)|no (?:calls|visits|ride-?alongs|time (?:for|to)|one-on-ones?|1:1s?)\b.{0,50}(?:this|since|again|month|quarter|weeks?)|skipped (?:the|his|her|my|our|all|this|last|both)\b.{0,30}(?:1:1|one-on-one|call|visit|meeting)|cancelled (?:his|her|the|our|all|my|both) (?:\w+ )?(?:1:1|one-on-one|121)s?|"
        r"too busy (?:for|to|with)|in (?:meetings|workshops|steering|budget\w*) all (?:day|week)|day-to-day (?:is|stays) (?:theirs|with them)|leave (?:that|it|them|the selling) to (?:them|him|her|the team)|below my|not my (?:job|level)|don't need me|can manage without me|details? (?:are|is) (?:theirs|for them|up to)|haven't had (?:a|one|any) .{0,20}(?:with|since))\b"
    ),
    "spreadsheet-focus": (
        r"\b(?:(?:whole|all|half|entire|most of the) (?:the )?(?:day|afternoon|morning|week|evening|friday|monday)\b.{0,50}\b(?:spreadsheet|excel|sheet|forecast|commission|territor\w+|splits?|allocation|dashboard|report|numbers|pivot|model|crm)|(?:spreadsheet|excel|sheet|forecast|commission|territor\w+|splits?|allocation|dashboard|report|pivot|model)\b.{0,30}\b(?:(?:whole|all|half the|entire) (?:day|morning|afternoon|evening|week)|\d+ hours|for hours|until (?:late|midnight|\d)|took (?:me|all|the))|\d+ hours (?:on|in|with) (?:the )?(?:sheet|excel|spreadsheet|forecast|commission|dashboard|report|splits?|numbers|crm)|re-?(?:did|built|worked|cut|calculated|allocated|coloured) the (?:sheet|forecast|commission|territor\w+|splits?|dashboard|report|allocation|model|weighting)|moved (?:numbers|deals|cells|percentages|weightings?) (?:around|about)|fine-?tun\w+ the (?:sheet|forecast|commission|dashboard|weight\w*))\b"
    ),
    "platitudes": (
        r"\b(?:told|said|reminded|gave|opened with|closed with|my advice|advised|i say|wrote|quoted|answered|used my)\b.{0,50}[\"“']?(?:.{0,20})\b(?:always be closing|abc|people buy from people|believe in (?:yourself|the product)|work smarter|think outside|it's a marathon|give 110|give it (?:a )?110|failure is not|attitude (?:is|determines)|you miss (?:\w+ )?100|the customer is (?:always )?(?:king|right)|just be yourself|go get (?:'em|them)|eat the frog|hunger|mindset|low-hanging fruit|every no|a no (?:is|brings)|where there's a will|never say never|team ?work makes|sky is the limit|keep calm|no pain|stay (?:hungry|positive|strong)|tomorrow is another|fortune favou?rs|rome wasn't|the early bird|trust the process|winners|it is what it is|go the extra mile|put the customer first|make it happen|dig deep|strike while|practice makes|smile and dial)\b|"
        r"^[\"“]?(?:always be closing|people buy from people|work smarter,? not harder|fortune favou?rs the (?:brave|bold)|attitude is everything)\b"
    ),
    "morale-over-method": (
        r"\b(?:pep ?talk|cheer(?:ed|ing)? (?:them|him|her|everybody|everyone|the team|us)? ?up|pizza|cake|donuts?|doughnuts?|ice cream|drinks? (?:for|on me|after)|beers? (?:for|on me)|bowling|karting|karaoke|team (?:building|event|lunch|night|spirit|outing)|motivation(?:al)?|pump(?:ed)? (?:them|him|her) up|big (?:round of )?applause|high ?fives?|good vibes|mood (?:is|was|first|matters|lifter)|keep (?:them|the team|everybody) happy|gong|ring the bell|playlist|cupcakes?)\b.{0,80}\b(?:instead|skip(?:ped)?|no time|rather than|that's what (?:they|counts|matters)|all that matters|matters most|no role ?play|not the moment for|numbers? (?:will|can)|will follow|the rest follows|didn't get to|nothing else|they need(?:ed)? (?:a|that|it|some)|lifts?|for the mood|for morale|morale|smil\w+|spirits?|happy)\b|\bhappy (?:sellers|people|team|reps|staff) sell\b|\bas long as (?:they're|they are|everybody is|the mood|people are) (?:happy|good|fine)\b"
    ),
}
_STRENGTHS: dict[str, str] = {
    "governance-show-me": r"\b(?:asked (?:him|her|them)? ?(?:how (?:he|she|they) knows?|to (?:see|be shown|show)|where (?:he's|she's|he|she) (?:that|got|has|knows?)|what (?:exactly )?\w+ wrote|which mail)|asked how he knows|asked how she knows|asked where .{0,30}(?:from|that))\b",
    "enable-coach": r"\b(?:asked what (?:he|she)(?:'d| would) (?:do|ask|want|try|change)|asked which part (?:of|he|she|was)|kept my mouth shut|said (?:nothing|least)|bit my tongue|we practised|practised it w|role ?play(?:ed)? (?:it|the|w|with)|where i said least|dry run)\b",
    "good-practice-sharing": r"\b(?:sat in on|i sat in|sitting in|i'm joining|i was on the call to listen|listened (?:only|in)|me listening|me on mute)\b",
}
_COMPILED = {trait: re.compile(pattern) for trait, pattern in _SIGNS.items()}
_KEEP = {trait: re.compile(pattern) for trait, pattern in _STRENGTHS.items()}
_REJECTED = re.compile(
    r"\b(?:left (?:that|it) out|didn't (?:say|use|send|pass|forward|open|do) (?:it|that|this)|won't (?:do|say|pass|send|be)|will not (?:do|pass)|refused|instead of (?:passing|forwarding|taking)|no shame|stopped myself|not (?:doing|going to do) that|never again|rather than (?:take|step|jump|pass)|resisted|nearly (?:jumped|took|stepped)|almost (?:took|jumped|stepped)|bit my tongue|held back|handed (?:it )?back|gave it back|told (?:him|her|them) to (?:park|drop|let|leave|walk|stop)|parked|is not going to happen|that is not on|not on\b|too many dials|less dials|fewer|abolish\w*|took the sheet down|don't count|no quota|then we (?:spent|practised|worked)|role ?plays?\b|and (?:then )?asked (?:him|her|them|what|which|how)|i asked (?:which|what|how|whether|for)|asked (?:which|what|how) (?:meetings|deals|of|exactly)|wanted me to|wants me to|wants us to)\b"
)
_OTHERS = re.compile(
    r"^(?:his|her|their|the)\s+(?:\w+\s)?(?:boss|manager|vp|director)|^(?:he|she|they|says|said|according|per )\b|\b(?:he|she) (?:says|said|blames?|thinks|wants|told|feels|reckons)\b"
)


def read_traits(section: Section, context: ReadingContext) -> list[TraitFinding]:
    """Habits of the manager's, one a clause at the most, each with the clause that shows it."""
    found: list[TraitFinding] = []
    if section.kind is NoteKind.DOCUMENT:
        return found
    for clause in split_clauses(section):
        plain = folded(clause.text)
        if clause.line_text.lstrip().startswith((">", "#")) or len(plain.split()) < 4:
            continue
        trait = _trait(plain, clause, context)
        if trait is not None:
            found.append(TraitFinding(principle=trait, text=clause.text, evidence=clause.evidence()))
            continue
        for principle, pattern in _KEEP.items():
            if pattern.search(plain) and not _OTHERS.search(plain):
                found.append(
                    TraitFinding(principle=principle, is_strength=True, text=clause.text, evidence=clause.evidence())
                )
                break
    return found


def _trait(plain: str, clause: Clause, context: ReadingContext) -> str | None:
    if _REJECTED.search(folded(clause.line_text)) or plain.endswith("?") or _is_others(plain, clause, context):
        return None
    for trait, pattern in _COMPILED.items():
        if pattern.search(plain):
            return trait
    return None


def _is_others(plain: str, clause: Clause, context: ReadingContext) -> bool:
    """Whether somebody else is the one who does it: a seller named first, or he, or what was only reported."""
    if _OTHERS.search(plain):
        return True
    mentions = context.roster.mentions(clause.text[:30])
    return bool(mentions) and mentions[0].start == 0 and not re.search(r"\b(?:i|me|my|told|will just)\b", plain)

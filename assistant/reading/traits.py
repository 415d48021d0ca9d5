"""The mirror: lines in which the manager's own habit shows, in his own words or acts; and habits worth keeping.

A habit that somebody else has, that was refused or put right, or that he only reports, is none.
"""

from __future__ import annotations

import re

from assistant.models import Section, TraitFinding
from assistant.reading.acting import actor_of
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext
from assistant.reading.subject import folded

_DEFER = r"(?:left (?:it|that|this) (?:again|for|alone|there|for now|at that)|let (?:it|that) (?:go|slide|lie|pass|drop)|again\b|after (?:xmas|christmas|the (?:quarter|summer|holidays?|break))|next (?:time|week|month|quarter)|another (?:time|day)|not (?:the|a good|today|the right) (?:moment|time|day)?|some other (?:time|day)|chickened out|bottled it|ducked (?:it|out)|put (?:it|that) off|postponed (?:it|that)|dodged|swerved|couldn't (?:face|bring myself)|didn't (?:have the heart|want to (?:spoil|ruin|upset|hurt|kill|push)|dare))"
_HARD_TALK = r"(?:conversation|talk|chat|misses|numbers|forecast|performance|results|target|quota|pip|attainment|shortfall|figures|behind|feedback|issue|elephant|it)"
_TRAITS: tuple[tuple[str, str], ...] = (
    (
        "activity-obsession",
        r"\b\d{2,3} (?:dials|calls|meetings|visits|emails|touches|knocks|demos|connects)\b.{0,30}\b(?:a day|per day|daily|each|a week|per week|every|everyone|everybody|minimum|or (?:else|no)|by (?:four|five|noon|friday|the end))|\b(?:hit|make|do|reach) (?:the|your|his|her|their) (?:\d{2,3}|dials?|call (?:number|target|quota)|activity|numbers? of calls)|"
        r"\b(?:more|another \d+|ten more|twenty more|double (?:the|his|her|your)) (?:dials|calls|visits|meetings|emails|activity|touches|knocks)\b|\b(?:just|simply) (?:ring|call|dial|phone|visit|knock)\b.{0,20}\bmore\b|\b(?:dial|call|activity|leader) ?(?:sheet|board|list|leaderboard|count)\b.{0,40}\b(?:wall|read out|named|posted|sent round|tv|screen)|read out the (?:numbers|dials|calls)|"
        r"\b(?:dials?|calls?|activity|activities|call numbers)\b.{0,40}\b(?:not on|too low|unacceptable|not good enough|not enough|is down|are down|below|under|short|must go up|has to go up|pick up|crank|lowest)|\bthey all count the same|\bactivity (?:is king|drives|first|number|target|metric)|numbers game|it's (?:all )?about (?:activity|volume|the dials)|set (?:everyone|everybody|them|the team|each) (?:a|to) .{0,20}\d{2,3} (?:calls|dials|visits)",
    ),
    (
        "unfiltered-relay",
        r"\b(?:forward(?:ed|ing)?|passed (?:it |this |that |them )?(?:on|down|along)|relayed|pasted|copied|sent (?:it |this |that )?(?:on|round|out|to all|to everyone)|read (?:it |this |that )?out|dropped (?:it )?in the (?:channel|chat)|posted|cascaded)\b.{0,80}\b(?:as it (?:came|is|was|stood)|as is|word for word|verbatim|unedited|unchanged|1:1|one to one|without (?:comment|a comment|adding|context|anything)|no (?:comment|context|time to|note|explanation)|fyi|didn't add|nothing added|no idea (?:why|what)|said (?:that's|it's) what|that's what (?:it|he|she|they) says?|straight (?:on|through)|all of it)\b|"
        r"\bthat's what (?:it|he|she|they|hq|the mail) says?\b|\bi (?:just )?(?:pass|passed|relay|forward)\w* (?:it|them|messages?)\b|\bdon't shoot the messenger\b|\borders from above\b|\bit came from (?:above|upstairs|hq|the top)\b.{0,40}\b(?:so|told|passed)\b|\bcan't explain (?:it|why) either\b",
    ),
    (
        "knee-jerk-changes",
        r"\b(?:is off|are off|scrapped|scrap|dropped|off the table|dead|binned|out the window|forget)\b.{0,60}\b(?:from (?:today|now|this week|monday|tomorrow|next week)|instead|new (?:list|focus|plan|target|segment|priority|push)|everybody|everyone|now it's)\b|\b(?:third|fourth|fifth|second|new|another) (?:list|focus|plan|strategy|priority|segment|territory (?:plan|split)|comp plan|target list|playbook|process|push)\b.{0,40}\b(?:since|this (?:month|quarter|year)|in (?:two|three|four|six|a)|already|again|i know)\b|"
        r"\b(?:changed|switched|flipped|tore up|ripped up|turned|reversed|reshuffled|redrew)\b.{0,40}\b(?:again|after (?:a|one|two|three|only|just|\d)|(?:plan|focus|list|strategy|territor\w+|targets?|priorit\w+|comp plan) (?:again|for the|mid))\b|\bfrom (?:today|now on|this week|monday|tomorrow) (?:it's|we|everybody|everyone|all|the (?:focus|list|plan)|you|they)\b.{0,60}\b(?:instead|only|new|no more|not|switch|works?|ports|retail|focus)|\b(?:u-turn|change of (?:plan|course|direction|tack)|new broom|new priority)\b.{0,30}\b(?:again|already|from)",
    ),
    (
        "deal-hijacking",
        r"\b(?:i|me) (?:then |just |simply |finally |basically |had to |ended up |couldn't help (?:it|myself) and )?(?:took (?:over|the (?:call|meeting|lead|wheel|mic|pen|deal|rest|close|phone))|jumped in|stepped in|cut in|closed (?:it|the deal|them|him|her)|did the (?:rest|talking|close|closing|negotiat\w+|pitch|demo|pricing|deal)|ran the (?:rest|close|negotiation|call|meeting)|gave (?:him|her|them|the \w+) (?:a |the )?\d+ ?%|negotiated|rang (?:the|their) (?:buyer|cfo|ceo|md|fd|customer|client)|called (?:the|their) (?:buyer|cfo|ceo|md|fd|customer|client)|finished (?:it|the call|the deal)|presented (?:it )?(?:myself|instead)|handled it myself|saved (?:it|the (?:call|deal|meeting))|answered for (?:him|her)|talked (?:most|for most|the whole|over (?:him|her)))\b|"
        r"\b(?:took|taking|take) (?:it|the deal|the call|this one|that one|the meeting|the negotiation|the close) (?:over|off (?:him|her|them)|myself|from (?:him|her|there))\b|\b(?:i|me|myself)\b.{0,30}\b(?:closed|did|ran|negotiated|took)\b.{0,30}\bmyself\b|like (?:the )?old (?:times|days)|thrill of the|still got it\b|easier if i (?:do|did|close|run|take)|i'll (?:close|do|run|take) (?:it|this|that|them|the (?:close|deal|negotiation)) (?:myself|over)",
    ),
    (
        "performance-avoidance",
        rf"\b(?:meant|wanted|planned|intended|was going|supposed|ought|had planned) to (?:raise|talk|bring|have|address|tackle|discuss|speak|say|go into|mention|tell|get into|cover|ask (?:him|her) about)\b.{{0,100}}\b{_DEFER}|\b(?:didn't|did not|haven't|not) (?:go into|raise|bring up|mention|get into|touch|address|have the|talk about|get to|discuss|say anything about|tackle)\b.{{0,40}}\b{_HARD_TALK}\b|"
        rf"\beasier (?:than|not|to (?:let|leave|give|move|not))\b|\b(?:avoid(?:ed|ing)?|dodged|ducked|put(?:ting)? off|skipped|swerved|shied away from|chickened out of|postponed) (?:the |that |having the |this |any )?(?:\w+ )?{_HARD_TALK}\b|\bnever (?:is|seems|feels|was) (?:the|a good|the right) (?:moment|time)|\bnot the (?:right )?(?:moment|time|day)\b.{{0,30}}|\bleft it (?:again|for another|at that again)\b|"
        r"\bwill just (?:get it done|do it|pick it up|take it)\b|\b(?:lean(?:ing|ed)?|rely|relying) on (?:her|him|\w+) (?:again )?(?:to cover|because|for his|for her|instead)|\b(?:gave|moved|handed|shifted|passed) (?:\w+ ){1,6}to \w+ (?:instead|because|rather than|so i)\b.{0,40}\b(?:talk|conversation|easier|spares?|quicker)|\b(?:chickened|bottled|wimped) (?:out|it)|\bcouldn't face (?:it|the|him|her|that)|\bkick(?:ed|ing)? (?:it|the can) (?:down|into)",
    ),
    (
        "morale-over-method",
        r"\b(?:pep talk|rah[- ]?rah|cheer(?:ed|ing)? (?:them|everyone|him|her|the team)|rallied|pumped (?:them|everyone) up|fired (?:them|everyone) up|kept (?:it|the mood|spirits|them) (?:light|up|happy|positive)|lift(?:ed)? (?:the )?(?:mood|spirits)|boost(?:ed)? morale|for morale|good vibes|positive vibes|stay positive|keep smiling|smile and dial|chins? up|keep (?:your|his|her|their) (?:chin|head|spirits) up|you(?:'ve| have) got this|believe in (?:yourself|himself|herself)|happy team|fun first)\b|"
        r"\b(?:pizza|karaoke|bowling|drinks|pub|beers?|pastries|doughnuts|donuts|ice cream|go-?kart\w*|escape room|quiz|paintball|cake|barbecue|bbq|team lunch|curry)\b.{0,60}\b(?:instead|no time (?:left )?for|mood|spirits|morale|cheer\w*|skipped|rather than|nothing (?:on|about|else)|didn't (?:get to|talk|do)|cancelled the|in place of|to keep)\b",
    ),
    (
        "hopeless-turnaround",
        r"\b(?:told|asked|want(?:ed)?|got|said to|urged|encouraged|pushed|convinced) (?:him|her|them|\w+) (?:to |should |must |not to )?(?:keep (?:at it|going|trying|pushing|chasing|calling|hammering|on it|it alive|it open|the deal)|hang (?:in|on)|stay (?:on it|at it|with it|in)|give it (?:another|one more)|have (?:another|one more) go|try (?:again|once more|one more)|not (?:give up|let go|drop it|close it|write it off)|never (?:give up|say die)|go back (?:again|in|once more)|persist|push (?:on|harder|through)|chase (?:it|them) (?:again|once more))\b|"
        r"\b(?:never|don't|can't|won't|not going to|refuse to|no) (?:give up|giving up|let (?:it|this one|that one) go|write (?:it|them) off|walk(?:ing)? away|close (?:it|them) out)\b|\bone more (?:push|try|go|heave|shot|attempt)\b|\bit'?s not dead (?:until|till|yet)\b|\bwhere there'?s life\b|\bcan still (?:turn|save|rescue|win) (?:it|this|them)\b|\bflog(?:ging)? (?:a|the) dead\b|\bkeep it (?:in|on) the (?:forecast|board|list|pipeline)\b",
    ),
    (
        "excuse-making",
        r"\b(?:told|explained to|reported to|wrote to|said to|mailed|passed (?:it )?up|up the line|to) (?:my (?:boss|vp|director|manager)|\w+|head office|hq|above|upstairs|the board)\b.{0,80}\b(?:market|soft|slow|economy|season|summer|holidays?|election|tariffs?|competitor|product|price list|pricing|budget freezes?|interest rates|weather|leads)\b|"
        r"\b(?:nothing (?:we|he|she|i|they) (?:can|could) do|can't (?:help|blame (?:him|her|them|us)|do (?:much|anything))|not (?:our|his|her|my) fault|out of (?:our|his|her|my) (?:hands|control)|fair enough,? (?:the )?market|it'?s (?:just )?the (?:market|economy|season|price|product|time of year|summer|tariffs)|blame (?:the )?(?:market|economy|product|marketing|price|pricing|season)|everybody'?s (?:slow|down|struggling)|whole (?:industry|market|sector) (?:is|'s))\b",
    ),
    (
        "detachment",
        r"\b(?:haven't|have not|hadn't|not|didn't|no|never) (?:been (?:on|in|to|out)|sat in|joined|listened|seen|on|heard) (?:on )?(?:a|any|one|her|his|a single|any of (?:his|her|their)|my) (?:single )?(?:call|calls|meeting|meetings|visit|visits|deal|deals|customer|recording)s?\b|\b(?:no calls|zero calls|not one call|(?:one|two|three|0|1|2|3) calls?) (?:joined|observed|sat in|of (?:12|twelve|a dozen))\b|\b(?:too busy|no time) (?:to (?:join|sit in|listen|come|be on|go out)|for (?:calls|visits|the (?:field|floor)|ride ?-?alongs))|"
        r"\b(?:my door is (?:always )?open|open door|they know where (?:i am|to find me)|come to me if)\b|\b(?:cancelled|skipped|missed|bailed on|pulled out of|dropped out of) (?:our|the|his|her|my|all|this week's|another|both) (?:\w+ )?(?:1:1s?|one[- ]on[- ]ones?|1-1s?|121s?|ride ?-?along|call|joint visit|visit|pipeline review)\b.{0,40}\b(?:again|board|deck|qbr|steerco|meeting|busy|offsite|hq|budget|i had|because i|for the|for a|clash)|\bstrategy (?:deck|day|offsite)\b.{0,40}\binstead\b|\bnever went\b|\b(?:i|me) (?:left|dropped off|dropped out) (?:early|after|at|before)",
    ),
    (
        "spreadsheet-focus",
        r"\b(?:spent|took|lost|burn(?:ed|t)|used|whole|all|half|most of|two|three|four) .{0,30}\b(?:morning|afternoon|day|days|hour|hours|hrs|week|evening|1:1|meeting|session|call)\b.{0,60}\b(?:spreadsheets?|sheets?|the (?:crm|forecast|roll-?up|dashboard|numbers|tracker|model|comp plan)|excel|forecast|commission (?:split|splits|sheet)|splits?|roll-?up|pivot|dashboard|allocation|fields|columns|territor\w+ (?:split|sheet))\b|"
        r"\b(?:built|rebuilt|redid|finessed|polished|colou?r-?cod\w+|tweaked|updated|added (?:a|three|two|four|new)) .{0,30}\b(?:spreadsheets?|tracker|dashboard|forecast (?:sheet|model)|pivot|tabs?|columns?|macro|scorecard)\b|\b(?:went|going|walked) (?:line by line )?through (?:the )?(?:crm|forecast|numbers|pipeline|spreadsheet|sheet)(?: line by line)?\b.{0,40}\b(?:whole|all|hour|entire|again|nothing else|ran out)|\bnumbers took \d+ min|\bonly (?:talked|did|got to) (?:the )?(?:numbers|forecast|commission)",
    ),
    (
        "platitudes",
        r"\b(?:told (?:him|her|them|everyone|\w+)|said|reminded (?:him|her|them|everyone)|my (?:line|motto|message|advice|closing words?)|closed with|ended with|i (?:always )?say|opened with|gave (?:him|her|them) the)\b.{0,40}(?:always be closing|abc\b|work (?:hard|smart|harder|smarter)|work hard,? play hard|people buy from people|price is (?:just|only) a number|the harder (?:you|i|we) work|winners never quit|never give up|there(?:'s| is) no i in team|failure is not an option|you miss (?:100|every|all)|every no (?:is|brings|gets)|hunger|stay hungry|eye of the tiger|believe|mindset|attitude is everything|110|110 ?%|give it (?:your|his|her) (?:all|best)|do (?:your|his|her) best|step up|dig deep|think (?:big|positive|outside)|be (?:a )?(?:closer|hungrier|bolder|positive|yourself|the customer)|own it|just do it|make it happen|get it over the line|sell(?:ing)? the sizzle|it is what it is|rome wasn't|one day at a time|onwards and upwards|go the extra mile|low[- ]hanging fruit|leave it all on|champions|it's a marathon|trust the process|tomorrow is another|keep calm|customer is king|time kills (?:all )?deals|hope is not a strategy|crush it|smash it|go get (?:'em|them))\b|"
        r"\b(?:always be closing|people buy from people|price is (?:just|only) a number|winners never quit|work hard,? play hard|every no (?:is|brings|gets) (?:you|us) closer|failure is not an option)\b",
    ),
)
_STRENGTHS: tuple[tuple[str, str], ...] = (
    ("governance-show-me", r"\basked (?:him |her |\w+ )?(?:to (?:see|show|be shown|read|look at)|how (?:he|she) knows|what (?:he|she) (?:has|had) (?:in writing|seen)|where (?:he|she)(?:'s| is| has| had| got| heard)|what .{2,30} wrote exactly|whose|for the (?:mail|recording|proof|date))\b|\bshow me\b"),
    ("enable-coach", r"\b(?:i (?:asked|waited|said nothing|kept quiet|kept my mouth shut|bit my tongue|held back|stayed (?:muted|quiet|silent|on mute))|kept my mouth shut|bit my tongue|stayed (?:on mute|muted)|role ?-?play(?:ed|s)?|practi[sc]ed (?:it|the|with))\b|\basked (?:him|her|\w+) (?:what (?:he|she)(?:'d| would)|where (?:the call|it) turned|which|how (?:he|she) (?:would|found|got))\b|^asked (?:what|which|how|who|where)\b"),
    ("good-practice-sharing", r"\b(?:asked|had|got) (?:him|her|\w+) to (?:tell|show|share|run|present|teach) (?:it |this |that )?(?:to |with |for )?(?:the )?(?:team|others|everyone|everybody)\b"),
    ("voice-of-reason", r"\btold (?:him|her|\w+) (?:to park it|to let it go|it'?s ok(?:ay)? to (?:walk|let|lose|drop))|\bwhat would have to be true\b|\bno shame in\b"),
    ("performance-management", r"\b(?:told|said to) (?:him|her|\w+),? (?:plainly|at last|straight|clearly)\b|\bwhat i said, plainly\b|\bputting? .{0,20}feedback in writing\b|\bput my feedback in writing\b"),
)
_REFUSED = re.compile(
    r"\b(?:left (?:that|it|this) out|left out|didn't (?:use|pass|forward|say it|send it on|relay)|did not (?:pass|forward|use)|won't (?:pass|forward|do)|refused|stopped (?:doing|that|reading|the)|no longer|never again|(?:i )?(?:should|ought to) not have|shouldn't have|took (?:it|that) down|gave (?:it|that) up|scrapped the (?:sheet|dials|board)|dropped the (?:dials|sheet|quota|count)|"
    r"instead of (?:dials|counting|a pep)|rather than (?:dials|counting|forward)|nothing in it|what does .{2,40} mean for|translated|explained what|put (?:it|that) in (?:my|our) own words|told (?:him|her|\w+) to park|park it|let it go|walk(?:ed)? away|let (?:him|her) (?:close|run|finish|do))\b"
)
_QUESTIONED = re.compile(r"\b(?:asked (?:which|what|how|whether|who|where)|i asked|asked (?:him|her) (?:which|what|how|whether))\b")
_NOT_MINE = re.compile(
    r"^(?:(?:he|she|they|the \w+|their \w+|his \w+|her \w+) )?(?:says|thinks|wants|reckons|feels|claims|hopes|likes|asked me|tells me)\b|^(?:he|she|they)\b"
)
_COMPILED = tuple((principle, re.compile(pattern)) for principle, pattern in _TRAITS)
_COMPILED_STRENGTHS = tuple((principle, re.compile(pattern)) for principle, pattern in _STRENGTHS)
_ASKS = frozenset({"excuse-making", "hopeless-turnaround"})


def read_traits(section: Section, context: ReadingContext) -> list[TraitFinding]:
    """Every clause in which a habit of the manager's shows, each with its principle."""
    found: list[TraitFinding] = []
    clauses = split_clauses(section)
    for index, clause in enumerate(clauses):
        if clause.line_text.lstrip().startswith((">", "#")):
            continue
        plain = folded(clause.text)
        line = folded(clause.line_text)
        if _is_another(clause, plain, section, context):
            continue
        trait = _habit(plain, line)
        if trait is not None:
            found.append(TraitFinding(principle=trait, text=clause.text, evidence=clause.evidence()))
            continue
        strength = next((p for p, pattern in _COMPILED_STRENGTHS if pattern.search(plain)), None)
        if strength and index:
            found.append(TraitFinding(principle=strength, is_strength=True, text=clause.text, evidence=clause.evidence()))
    return found


def _habit(plain: str, line: str) -> str | None:
    """The trait that a clause shows, unless the same line refuses it."""
    for principle, pattern in _COMPILED:
        if pattern.search(plain):
            if _REFUSED.search(line) or (principle in _ASKS and _QUESTIONED.search(line)):
                return None
            return principle
    return None


def _is_another(clause: Clause, plain: str, section: Section, context: ReadingContext) -> bool:
    """Whether somebody else says or does it."""
    if _NOT_MINE.match(plain):
        return True
    actor = actor_of(clause, section, context)
    if actor is None or actor.side == "manager":
        return False
    return actor.side == "person"

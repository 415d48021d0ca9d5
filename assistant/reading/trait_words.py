"""How each habit of a manager's sounds in his own notes, and what shows that it was refused, put right or somebody else's."""

from __future__ import annotations

_COUNTED = r"(?:dials|calls|cold calls|meetings|visits|emails|mails|touches|knocks|doors|demos|connects|activities|appointments|besuche|anrufe|bezoeken)"
_EACH = r"(?:a day|per day|daily|each|a week|per week|weekly|every (?:day|week|one|rep|seller)|everyone|everybody|a head|per (?:head|rep|person)|minimum|mandatory|no exceptions|or else|off (?:him|her|them)|till|until|by (?:four|five|noon|friday|the end))"
_TALK = r"(?:conversation|talk|chat|misses|numbers|forecast|performance|results|target|quota|pip|attainment|shortfall|figures|behind|feedback|issue|elephant|no[- ]shows|q[1-4]|it)"
_RAISE = r"(?:raise|talk|bring|have|address|tackle|discuss|speak|say|go into|mention|tell|get into|cover|touch|ask (?:him|her) about)"
_PUT_OFF = (
    r"(?:left (?:it|that|this)\b|let (?:it|that) (?:go|slide|lie|pass|drop)|again\b|after (?:xmas|christmas|the (?:quarter|summer|holidays?|break|fair)|his|her)|next (?:time|week|month|quarter)|another (?:time|day)|some other (?:time|day)|maybe|"
    r"not (?:the|a good|today|the right) (?:moment|time|day)?|never (?:the|a) (?:right|good)|chickened out|bottled it|ducked|put (?:it|that) off|postponed|dodged|swerved|couldn't (?:face|bring myself)|didn't (?:have the heart|want to|dare|feel right)|long week|rough week|week of it|bad (?:day|week)|good (?:mood|meeting)|looked (?:tired|worn|beat)|kill the vibe|ran out of (?:time|road)|he had|she had)"
)
_ABOVE = r"(?:memo|mail|message|line|policy|letter|slides?|note|mandate|instruction|directive|rule|target|announcement|deck|statement|news)"
_RAW = (
    r"(?:as it (?:came|is|was|stood)|as is|as received|word for word|verbatim|unedited|unchanged|unread|untouched|1:1|one to one|without (?:comment|a comment|adding|context|anything|explanation|a word|changing|any)|no (?:comment|comments|context|time to|note|explanation|steer|cover)|"
    r"fyi|didn't add|nothing added|no idea (?:why|what)|said (?:that's|it's) what|that's what (?:it|he|she|they) says?|straight (?:on|through)|all of it|not my (?:rule|decision|idea|call)|couldn't (?:say|explain) why|mot pour mot|unkommentiert|zonder (?:commentaar|uitleg))"
)
_SHEET = r"(?:spreadsheets?|sheets?|crm|forecast|roll-?up|dashboards?|tracker|excel|pivot|comp plan|commission|splits?|allocations?|columns|fields|territor\w+|scorecard|model|report|numbers|colou?rs|macro)"
_MARKET = r"(?:market|economy|weather|season|summer|holidays?|elections?|tariffs?|competitors?|competition|price list|prices?|pricing|product|marketing|leads|interest rates?|inflation|budget freezes?|politics|war|industry|time of year|luck|steel prices|quarter)"
_TREAT = r"(?:pizza|karaoke|bowling|drinks|pub|beers?|pastries|doughnuts?|donuts?|ice cream|go-?kart\w*|karting|escape room|quiz|paintball|cakes?|barbecue|bbq|team lunch|team (?:event|night|outing|building)|curry|cupcakes?|gong|playlist|applause|high ?fives?|pep ?talk|motivational)"
_THE_DEAL = r"the (?:\w+ )?(?:deal|close|closing|negotiations?|talks|pricing|price|customer|client|account|call|meeting|demo|pitch)"
_I_WILL = r"\b(?:i(?:'ll|'d|'m going to|'m gonna| will| would| am going to)|let me) (?:just |now |then |simply |gladly |better )*(?:(?:jump|step|hop|dial|drop|come|get) (?:on|in|into|onto)\b.{0,40}?\band )?"
TAKES_OVER = (
    rf"{_I_WILL}(?:(?:(?:close|sell|win|negotiate|price) (?:it|this|that|them|{_THE_DEAL})|(?:do|run|take|handle|lead|present|finish) {_THE_DEAL})\b[^.;,]{{0,24}}? ?\b(?:myself|for (?:him|her)|off (?:him|her|them)|from here|out of (?:his|her) hands)"
    rf"|take (?:it|this|this one|that one|{_THE_DEAL}) over(?! (?:to|by|with|lunch)))\b(?!.{{0,60}}\b(?:while|as|when) (?:he|she)(?:'s| is) (?:away|off|out|on|sick|ill)\b)"
)
"""How a manager says beforehand that he will do what is the seller's to do: no promise that anybody is to remind him of."""
_BARE_ORDER = (
    r"\b(?:told|said to) (?:him|her|them|everyone|everybody|[a-z]+) (?:that )?(?:to|(?:he|she|they) (?:just |simply |only )?(?:must|should|had to|has to|have to|needs? to)) (?:just |simply |finally |please )*"
    r"(?:(?:fix|sort|solve|crack|nail) (?:it|this|that|things)(?: out)?|(?:get|make) (?:it|this|that) (?:done|work|right|fixed|sorted)|get (?:on with it|a grip|his act together|her act together|their act together)|figure it out|deal with it|"
    r"(?:try|work|push|fight|sell) (?:much |a bit |even )?(?:harder|better|more)|do (?:much )?better|step up|step it up|raise (?:his|her|their) game|up (?:his|her|their) game|pull (?:his|her|their) (?:socks up|finger out|weight)|buck up|toughen up|man up|shape up|"
    r"pull it together|perform)(?: (?:then|now|today|asap|quickly|fast|already|somehow))?\W*$"
)
"""An order that says what is wanted and nothing of how."""

TRAITS: dict[str, tuple[str, ...]] = {
    "activity-obsession": (
        rf"\b\d{{2,3}}\s?\+?\s?(?:\w+ )?{_COUNTED}\b.{{0,40}}\b{_EACH}\b",
        rf"\b(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred) (?:\w+ )?{_COUNTED}\b.{{0,40}}\b{_EACH}\b",
        rf"\b(?:minimum|at least) (?:of )?\d+ {_COUNTED}\b",
        r"\b(?:hit|make|do|reach) (?:the|your|his|her|their) (?:\d{2,3}|dials?|call (?:number|target|quota)|activity|numbers? of calls)\b",
        rf"\b(?:ring|call|dial|do|make|knock|visit|phone|book)\b.{{0,14}}\b(?:\d+|ten|twenty|thirty|five|a few|twice as many) more\b|\b(?:another \d+|\d+ more|ten more|twenty more|double (?:the|his|her|your)) {_COUNTED}",
        rf"\bmore {_COUNTED}\b.{{0,30}}\b(?:will|and it|it'll|turn|fix|solve|needed|that's|from (?:him|her|them))",
        r"\b(?:dial|call|activity|leader|visit) ?(?:sheet|board|list|leaderboard|count|quota|target)s?\b.{0,50}\b(?:wall|read out|named|posted|sent round|tv|screen|each|everybody|no exceptions|daily)|read (?:out|them out) the (?:numbers|dials|calls|count)",
        r"\b(?:dials?|calls?|activity|call numbers|visits)\b.{0,40}\b(?:that is not on|too low|unacceptable|not good enough|must go up|has to go up|pick (?:it )?up|crank)",
        r"\bthey all count the same|\bactivity (?:is king|drives|first)|\bnumbers? game\b|\bcount(?:ed|ing)? (?:the|his|her|their|everybody's) (?:calls|dials|visits)",
    ),
    "unfiltered-relay": (
        rf"\b(?:forward(?:ed|ing)?|passed|relayed|pasted (?:it|the|that|this)|cc'd|sent|send|dropped|posted|cascaded|read (?:it |this |that )?out|weitergeleitet|doorgestuurd|transfere)\b.{{0,80}}\b{_RAW}\b",
        rf"\b{_ABOVE}\b.{{0,30}}\b(?:sent on|passed on|forwarded|went out|read out|relayed)\b.{{0,60}}\b{_RAW}\b",
        r"\bthat's what (?:it|hq|the mail|the memo) says\b|\bdon't shoot the messenger\b|\borders from (?:above|upstairs|hq|the top)\b.{0,40}\b(?:passed|so|told)\b|\bcan't explain (?:it|why) either\b|\bjust (?:forwarded|passed on|relayed) (?:it|the|that)\b",
    ),
    "knee-jerk-changes": (
        r"\b(?:is off|are off|off after|scrapped|dropped|off the table|binned|out the window|forget|replaced|reversed|tore up|threw out|cancelled|stopped)\b.{0,80}\b(?:from (?:today|now|this week|monday|tomorrow|next week)|after (?:\w+ )?(?:a|one|two|three|\d+) (?:days?|weeks?)|new (?:list|focus|plan|target|segment|priority|push|script|structure)|everybody (?:now )?works|everyone (?:now )?works|now it's|(?:second|third|fourth|fifth) (?:list|change|plan|time))\b",
        r"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th|yet another) (?:\w+ )?(?:list|plan|focus|strategy|priority|segment|territory|comp plan|target list|playbook|process|push|change|script|pitch|template)\b.{0,40}\b(?:since|this|in (?:the|this|two|three|four|six|a)|already|again|i (?:know|am aware))\b",
        r"\b(?:changed|switched|flipped|ripped up|tore up|turned|reversed|reshuffled|redrew)\b.{0,40}\b(?:again|after (?:a|one|two|three|only|just|\d)|mid-?quarter)\b",
        r"\bfrom (?:today|now on|this week|monday|tomorrow)\b.{0,20}\b(?:it's|we|everybody|everyone|all|the (?:focus|list|plan)|you|they)\b.{0,60}\b(?:instead|no more|works?|focus|switch|drop|forget|scrapped)\b",
        r"\b(?:u-turn|change of (?:plan|course|direction|tack))\b.{0,30}\b(?:again|already|from)",
    ),
    "deal-hijacking": (
        TAKES_OVER,
        r"\b(?:i|me|myself)\b.{0,40}\b(?:took (?:it |the \w+ )?over|taken over|took the (?:call|meeting|lead|wheel|mic|pen|deal|rest|close|phone|conversation)|jumped in|stepped in|cut in|closed (?:it|the deal|them|him)\b|did the (?:\w+ )?(?:rest|talking|close|closing|negotiat\w+|pitch|demo|pricing|price|presentation)|ran the (?:rest|close|negotiation)|gave (?:him|her|them|the \w+) (?:a |the )?\d+ ?%|negotiated|finished (?:it|the call|the deal)|presented (?:it )?(?:myself|instead)|handled it myself|answered for (?:him|her)|talked over (?:him|her)|took (?:it|the call|the deal|the price) (?:off|from|out of) (?:him|her))\b",
        r"\b(?:took|taking) (?:it|the deal|the call|this one|that one|the meeting|the negotiation|the close|the pen|the phone|the laptop) (?:over|off (?:him|her|them)|myself|from (?:him|her|there)|out of (?:his|her))\b|\b(?:did|closed|ran|negotiated|handled|priced|presented) (?:it|the [\w ]{2,30}|that|this|them) myself\b",
        r"\b(?:rang|called|phoned|mailed|visited) (?:their|the|his|her) (?:\w+ )?(?:md|ceo|cfo|owner|buyer|director|fd|customer|client) myself\b|\blike (?:the )?old (?:times|days)|\bstill got it\b|\beasier if i (?:do|did|close|run|take)|\bi'll (?:close|do|run|take|handle) (?:it|this|that|them|the (?:close|deal|negotiation|call)) (?:myself|over(?! (?:to|by|with|lunch))|from here)\b|\bleave it to me\b|\bcouldn't help (?:it|myself)\b",
    ),
    "performance-avoidance": (
        rf"\b(?:meant|wanted|planned|intended|was going|supposed|ought|i should have|should have|had planned) (?:to )?(?:{_RAISE}|talked|raised|said|told|brought|had)\b.{{0,120}}?\b{_PUT_OFF}",
        rf"\b(?:didn't|did not|haven't|not|never) (?:go|gone|raised?|brings?|bring up|mention\w*|get|touch\w*|address\w*|have the|talk\w* about|discuss\w*|say anything about|tackled?)\b.{{0,40}}\b{_TALK}\b.{{0,60}}\b{_PUT_OFF}",
        rf"\b(?:didn't|did not) (?:go into|raise|bring up|get into|touch) (?:on )?(?:the |his |her |that )?(?:\w+ )?{_TALK}\b",
        r"\beasier than (?:having|telling|raising|the (?:talk|conversation|chat)|to)\b|\bwill just (?:get it done|do it|pick it up)\b|\bleft it again\b|\bnever (?:is|seems|feels|was) (?:the|a good|the right) (?:moment|time)|\bnever (?:the|a) (?:right|good) (?:time|moment)|\bit never is the moment\b",
        rf"\b(?:avoid(?:ed|ing)|dodged|ducked|put(?:ting)? off|swerved|shied away from|chickened out of|postponed) (?:the |that |having the |this |any )?(?:\w+ )?(?:conversation|talk|chat|feedback|issue|elephant|{_TALK} (?:talk|chat|conversation))\b|\bchickened out\b|\bbottled it\b|\bcouldn't (?:face (?:it|the|him|her|that)|bring myself)|\bkick(?:ed|ing)? (?:it|the can) (?:down|into)|\bstill haven't (?:told|said|raised|spoken)|\bsugar-?coated\b|\bchanged the subject\b|\bkept it light\b",
        r"\b(?:gave|moved|handed|shifted|passed|leaning|lean|leaned|relying) .{0,40}\b(?:to|on) \w+\b.{0,50}\b(?:spares?|easier|quicker|instead of (?:talking|telling)|rather than (?:talk|tell|have)|so i don't have to)",
    ),
    "morale-over-method": (
        rf"\b{_TREAT}\b.{{0,80}}\b(?:instead|no time (?:left )?for|no role ?play|mood|spirits|morale|cheer\w*|skipped|rather than|nothing (?:on|about|else)|didn't (?:get to|talk|do)|in place of|to keep (?:them|everyone)|that's what (?:they|counts|matters)|matters most|numbers? (?:will|can) (?:wait|follow)|they need(?:ed)?|happy)\b",
        r"\b(?:kept|keep) (?:it|the mood|spirits|them) (?:light|up|happy|positive)\b|\b(?:lift(?:ed)?|raise[d]?|boost(?:ed)?) (?:the )?(?:mood|spirits|morale)\b|\bfor morale\b|\bgood vibes\b|\bpeople need cheering up\b|\bchins? up\b|\byou(?:'ve| have) got this\b|\bhappy (?:sellers|people|team|reps|staff) sell\b|\bas long as (?:they're|they are|everybody is|the mood|people are) (?:happy|good|fine)\b|\brah[- ]?rah\b|\bpep ?talk\b",
    ),
    "hopeless-turnaround": (
        r"\b(?:told|asked|want(?:ed)?|urged|encouraged|pushed|convinced|said to) (?:him|her|them|\w+) (?:to |should |must |that )*(?:keep (?:at it|going|trying|pushing|chasing|calling|on|it (?:alive|open|in))|hang (?:in|on)|stay (?:on it|at it|with it|in)|give it (?:another|one more)|have (?:another|one more) go|try (?:again|once more|one more)|not (?:to )?(?:give up|let go|drop it|close it|write it off)|never (?:give up|say die)|go back (?:again|in|once more)|persist|push (?:on|harder|through)|chase (?:it|them) (?:again|once more)|stick (?:with|at) it)\b",
        r"\bone (?:more|last) (?:push|try|go|heave|shot|attempt)\b|\bit'?s not dead (?:until|till|yet)\b|\bwhere there'?s life\b|\bcan still (?:be )?(?:turn\w*|save\w*|rescue\w*|win|won) ?(?:it|this|them)?\b|\bkeep it (?:in|on) the (?:forecast|board|list|pipeline)\b|\b(?:we|nobody) (?:don't|never|doesn't)? ?(?:drops?|gives? up|walks? away)(?: from)?\b.{0,20}\b(?:here|deals?|it|them)\b|\bstays on the list\b|\ba no is (?:only|just)\b|\bwon't let (?:it|this one|that one|them) go\b",
    ),
    "excuse-making": (
        rf"\b(?:told|explained to|reported to|wrote to|said to|passed (?:it )?up|put it to) (?:my (?:boss|vp|director|manager)|[a-z]+|head office|hq|above|upstairs|the board)\b.{{0,60}}\b(?:it's|is|because|was|down to|due to)\b.{{0,30}}\b{_MARKET}\b",
        rf"\b(?:it's|it was|that's) (?:all |just |simply |only )+(?:the |because of (?:the )?|down to (?:the )?)(?:\w+ )?{_MARKET}\b",
        rf"\b{_MARKET}\b.{{0,50}}\b(?:nothing (?:we|he|she|you|i) c(?:an|ould)|can't be helped|so be it|that's (?:how it is|life|it)|what can (?:you|we|one) do|told (?:\w+ )?(?:upstairs|hq|the board))\b|\b(?:nothing (?:we|he|she|i|you) (?:can|could) do|can't be helped|not (?:our|his|her|my) fault|out of (?:our|his|her|my) (?:hands|control))\b",
        rf"\b(?:put it down to|blamed|i blame) (?:the )?(?:\w+ )?{_MARKET}\b|\bmy report (?:up )?says\b.{{0,40}}\b{_MARKET}\b",
    ),
    "detachment": (
        r"\b(?:i )?(?:haven't|have not|hadn't|didn't|did not|not|never) (?:been (?:on|in|to|out|with)|sat in|join(?:ed)?|listen(?:ed)?|seen|on|heard|met|spoken) (?:on |to )?(?:a|any|one|her|his|a single|any of (?:his|her|their)|my|with) (?:single |of his |of her )?(?:\w+ )?(?:call|meeting|visit|deal|customer|recording|seller|one-on-one)s?\b",
        r"\b(?:no calls|zero calls|not one call|(?:one|two|three|0|1|2|3) calls?) (?:joined|observed|sat in|of (?:12|twelve|a dozen|my twelve))\b|\bno (?:ride-?alongs|one-on-ones?|1:1s?|visits|calls)\b.{0,40}\b(?:this|since|for|again)\b.{0,15}\b(?:month|quarter|weeks?|year|summer)",
        r"\b(?:too busy|no time) (?:to (?:join|sit in|listen|come|be on|go out)|for (?:calls|visits|the (?:field|floor|team)|ride ?-?alongs|one-on-ones|1:1s))|\b(?:board|deck|budget|meetings?|qbr|steerco|hq|strategy) (?:took|takes|ate|eats|has) (?:all|most of|up) my (?:time|week|month)\b",
        r"\b(?:my door is (?:always )?open|door(?:'s| is) always open|they know where (?:i am|to find me|i sit)|come to me if|don't need me|can manage without me|day-to-day (?:is|stays) (?:theirs|with them))\b",
        r"\b(?:cancel(?:led)?|skip(?:ped)?|missed|bailed on|pulled out of|dropped out of|move|moved) (?:on )?(?:our|the|his|her|my|all|this week's|another|both|a) (?:\w+ )?(?:1:1s?|one[- ]on[- ]ones?|1-1s?|121s?|ride ?-?along|calls?|joint visit|visit|pipeline review)\b.{0,50}\b(?:again|board|deck|qbr|steerco|busy|offsite|hq|budget|because|i had|for the|for a|clash)",
        r"\bi (?:never went|left (?:early|after)|dropped off (?:early|after|at)|dropped out)\b",
    ),
    "spreadsheet-focus": (
        rf"\b(?:(?:spent|took|lost|burn(?:ed|t)|used|needed)\b.{{0,24}}|(?:whole|half|half of|most of|entire|half the) (?:the |this |my |our )?)(?:\w+ )?(?:morning|afternoon|days?|hours?|hrs|week|evening|1:1|meeting|session|one-on-one|sunday|weekend)\b.{{0,14}}\b(?:on|in|for|with|over|doing|into|went)\b.{{0,30}}(?<!dial )\b{_SHEET}\b",
        rf"\b{_SHEET}\b.{{0,30}}\b(?:(?:whole|all|half the|entire) (?:day|morning|afternoon|evening|week|hour|meeting|session)|\d+ hours|for hours|until (?:late|midnight)|took (?:me|all|the whole))\b",
        rf"\b(?:built|rebuilt|redid|finessed|polished|colou?r-?cod\w+|tweaked|fine-?tuned|re-?(?:cut|coloured|calculated|allocated)) .{{0,20}}\b(?:my |the |a (?:new )?)?(?:\w+ )?{_SHEET}\b",
        r"\b(?:went|going|walked) (?:line by line )?through (?:the )?(?:crm|forecast|numbers|pipeline|spreadsheet|sheet)(?: line by line)?\b.{0,40}\b(?:whole|all|hour|entire|nothing else|ran out)|\bmoved (?:numbers|deals|cells|percentages) (?:around|about)\b|\bonly (?:talked|did|got to) (?:the )?(?:numbers|forecast|commission)\b",
    ),
    "platitudes": (
        r"\b(?:told|said|reminded|gave|opened with|closed with|ended with|my (?:line|motto|message|advice|closing words?)|advised|i (?:always )?say|wrote|quoted|answered)\b.{0,60}\b(?:always be closing|abc\b|work smarter|work hard,? play hard|people buy from people|price is (?:just|only) a number|the harder (?:you|i|we) work|winners never|never give up|no i in team|failure is not|you miss (?:\w+ )?100|every no\b|a no (?:is|brings)|stay hungry|more hunger|eye of the tiger|believe in (?:yourself|himself|herself|the product)|mindset|attitude (?:is|determines)|110\b|give it (?:your|his|her) (?:all|best)|do (?:your|his|her) best|dig deep|think (?:big|positive|outside)|be (?:himself|herself|yourself|hungrier|bolder|positive)|make it happen|just do it|over the line|sell the sizzle|it is what it is|rome wasn't|one day at a time|onwards and upwards|go the extra mile|low[- ]hanging fruit|it's a marathon|trust the process|tomorrow is another|keep calm|customer is (?:always )?(?:king|right)|time kills|crush it|smash it|go get (?:'em|them)|sky is the limit|fortune favou?rs|smile and dial|strike while|practice makes|keep smiling|chin up)\b",
        _BARE_ORDER,
        r"^[\"“']?(?:always be closing|people buy from people|price is (?:just|only) a number|winners never quit|work hard,? play hard|work smarter,? not harder|failure is not an option|attitude is everything)\b",
    ),
}
OF_WORK = "|".join((*TRAITS["activity-obsession"], TAKES_OVER, _BARE_ORDER))
"""Habits that are told in words of the work alone: a line of them is about no private matter, whatever else it sounds like."""
STRENGTHS: dict[str, tuple[str, ...]] = {
    "governance-show-me": (
        r"\basked (?:him |her |them |\w+ )?(?:to (?:see|show|be shown|read|look at)|how (?:he|she|they) knows?|what (?:he|she) (?:has|had) (?:in writing|seen)|where (?:he|she)(?:'s|'d| is| has| had| got| heard|)? ?(?:that|it|heard|got)|what .{2,30} (?:wrote|said) exactly|which mail|for the (?:mail|e-?mail|recording|proof|date))\b|\bwhat have you got in writing\b|\bcan i see it\b",
    ),
    "enable-coach": (
        r"\b(?:i (?:asked what|asked which|asked how|waited|said nothing|kept quiet|kept my mouth shut|bit my tongue|held back|stayed (?:muted|quiet|silent|on mute))|kept my mouth shut|bit my tongue|stayed (?:on mute|muted)|role ?-?play(?:ed|s)? (?:it|the|w|with)|practi[sc]ed (?:it|the|with)|dry run)\b",
        r"^(?:i )?asked (?:him |her |\w+ )?(?:what|which|how|who|whose|where)\b",
    ),
    "good-practice-sharing": (
        r"\b(?:asked|had|got) (?:him|her|\w+) to (?:tell|show|share|run|present|teach) (?:it |this |that )?(?:to |with |for )?(?:the )?(?:team|others|everyone|everybody)\b|\b(?:i )?sat in on\b|\bme (?:listening|on mute)\b",
    ),
    "voice-of-reason": (
        r"\btold (?:him|her|\w+) (?:to park it|to let it go|to leave it|it'?s ok(?:ay)? to (?:walk|let|lose|drop))|\bwhat would have to be true\b|\bno shame in\b",
    ),
    "performance-management": (
        r"\b(?:told|said to) (?:him|her|\w+),? (?:plainly|at last|straight|clearly)\b|\bwhat i said, plainly\b|\bput(?:ting)? .{0,20}feedback in writing\b",
    ),
}
REFUSED = (
    r"left (?:that|it|this) out|left out|kept (?:that|it) to myself|didn't (?:use|pass|forward|say it|send it|relay|open)|did not (?:pass|forward|use)|won't (?:pass|forward|do|say)|refused|stopped (?:doing|myself|reading|the)|no longer|never again|should(?:n't| not) have|ought not|took (?:it|that|the sheet) down|gave (?:it|that) up|"
    r"(?:dropped|scrapped|abolished|stopped) (?:the |all |our )?(?:\w+ )?(?:dials?|dial count|call count|sheet|quota|count|leaderboard)|instead of (?:dials|counting|a pep|forwarding|passing|taking)|rather than (?:dials|counting|forward|take|step|jump|pass)|nothing in it|what does .{2,40} mean for|translated|explained (?:what|why|to them)|put (?:it|that) in (?:my|our) own words|"
    r"told (?:him|her|them|\w+) to (?:park|drop|let|leave|walk|stop)|park it|no shame|walk(?:ed)? away from it|resisted|nearly (?:jumped|took|stepped|did)|almost (?:took|jumped|stepped)|bit my tongue|held back|handed (?:it )?back|gave it back|then we (?:spent|practised|practiced|worked|did)|then (?:an hour|role ?plays?|the whole hour)|no quota|don't (?:care|count)|i said not|said no to (?:that|it)|pushed back|not before the quarter|"
    r"need to stop|must stop|have to stop|too many dials|fewer (?:dials|calls)|less dials|wanted me to|wants me to|wants us"
)
QUESTIONED = r"asked (?:which|what|how|whether|who|where|him|her|them)|i asked"
OTHERS = r"^(?:his|her|their|the)\s+(?:\w+\s)?(?:boss|manager|vp|director)\b|^(?:he|she|they|it|says|said|according|per|thinks|wants|reckons|feels|claims|hopes)\b|\b(?:he|she|they) (?:says?|said|blames?|thinks?|wants?|feels?|reckons?|told me|asked me|hates?|complain\w*)\b|^(?:the )?(?:cro|ceo|coo|vp|hq|boss|cfo)\b"

"""What turns a question into critique, and which yes-or-no questions are an invitation: phrases as data.

All patterns read the plain text of `shape.plain`: lower case, quoted speech blanked, apostrophes sometimes missing.
"""

from __future__ import annotations

YOU = r"(?:you|y'all|your (?:team|lot|shift|people))"
ANY = r"(?:a|an|any|anyone|anybody|one|somebody|someone|nobody|no one|the same)"
WHY = r"(?:why|how come|how is it(?: possible)?|how was it|how's it)"
FAILED = (
    r"(?:lose|lost|miss|missed|forget|forgot|forgotten|ignore|ignored|skip|skipped|fail|failed|neglect|neglected|drop|dropped|"
    r"rush|rushed|break|broke|broken|waste|wasted|let|leave|left|interrupt|interrupted|mess|messed|ruin|ruined|overlook|overlooked|"
    r"allow|allowed|give away|gave away|blow|blew|spoil|spoilt|annoy|annoyed|upset|hide|hid|mislay|mislaid|burn|burnt|burned|"
    r"botch|botched|refuse|refused|cave|caved|fold|folded|end up|ended up|sit on|sat on|bury|buried|overrun|overran)"
)

HIDDEN_CRITIQUE = (
    r"\b(?:on earth|the hell|the heck|the devil|in god's name|in heaven's name|for heaven's sake|for god's sake|the blazes|in the world|"
    r"the (?:fuck|flip)\w*)\b",
    r"\bin (?:their|your|his|her) right minds?\b",
    r"^how come\b",
    rf"\b{WHY} .{{0,60}}\b(?:still|always|again|yet|never|nobody|no one|not|only|so (?:late|long|slow|few|little|hard))\b",
    rf"\b(?:why|how come)\s+(?:(?:is|are|was|were|do|does|did|have|has|had|could|would|should|can)n'?t|(?:\w+ ){{1,4}}?(?:not|never)|"
    rf"haven'?t|hasn'?t)\b",
    r"\bwhy (?:do|must|should|did|am|was|were|have|had) (?:i|we|they|the customer|everyone|everybody)\b(?! (?:think|see|know|feel)\b)",
    r"\bwhy (?:are|were|do|have|did) you (?:keep|insist|constantly|forever|so|even|just|simply|bother|feel the need|wait|waiting|"
    rf"always|never|still|only|{FAILED})\b",
    rf"\bwhy (?:\w+ )?(?:did|have|do|would) you (?:\w+ )?{FAILED}\b",
    r"\bwhy would (?:you|anyone|anybody|someone|somebody)\b",
    r"\bwhat (?:were|was) (?:you|he|she|they) (?:thinking|playing at|doing (?:there|all|with|while|when|on))\b",
    r"\bwhat (?:are|were) you (?:even |actually |really |seriously )*(?:thinking|playing at|waiting for|hoping to achieve)\b",
    r"\bwhere (?:was|were|is|are) your (?:head|mind|brain|common sense|eyes|priorities)\b",
    r"\bwhat (?:possessed|took|stopped|prevented|kept) (?:you|him|her|them)\b(?! (?:well|calm|going|there|safe|steady)\b)",
    r"\bwhat(?:'s| is) (?:stopping|preventing|keeping|holding) you\b(?! back\b)",
    r"\bwhat (?:stops|prevents|keeps) you from (?:simply|just|doing|having|making)\b",
    r"\bwhat(?:'s| is| was) (?:your|the) (?:excuse|problem this time|story this time|hold-?up|delay|point of having)\b",
    r"\bwhat made (?:you|him|her|them) (?:think|believe|imagine|assume|suppose|decide that) (?:that|it|this|he|she|you|we|they|a|the|there)\b",
    r"\b(?:what made you|how could you|how can you|why did you) (?:even |ever |possibly )?(?:think|consider|believe|let|miss|forget|lose|be so)\b",
    r"\bhow (?:could|can|dare) (?:you|anyone|anybody|somebody|someone|no one|nobody)\b(?! (?:help|support|see|use|tell|reach|build|try|"
    r"learn|make it easier|and|both|find|get)\b)",
    r"\bwho (?:told you|thought|said you could|let|gave you|allowed|decided it was|on|had the bright)\b",
    r"\bwhen (?:were|are|was) (?:you|somebody|someone|anybody) (?:\w+ )?(?:going|planning|intending|thinking|meaning)\b",
    r"\bwhen do you (?:\w+ )?(?:intend|plan|mean|propose|expect) to (?:\w+ )?(?:start|stop|finally|get|take|tell|do|grow|learn|begin|fix)\b",
    r"\bwhen (?:will|are|do|is|can) (?:you|we|i|this|that|it|the \w+) (?:\w+ )?(?:finally|ever|actually|at last|eventually)\b",
    r"\bhow (?:many (?:more )?times|often) (?:do|must|have|will|should|did) (?:i|we)\b",
    r"\bhow many more\b",
    r"\bhow (?:much )?longer\b|\bhow long (?:are|will|do|must|have|has|should) (?:you|we|i|they|this)\b.{0,40}\b(?:going|let|letting|wait|put "
    r"up|carry|drag|keep|tolerate|sit|sitting|been sitting|expect)\b",
    r"\bhow (?:hard|difficult|complicated) (?:can|could|is|would) (?:it|that|this)\b",
    r"\b(?:what|which) (?:part|bit|line|word|step|section)s? of .{1,80}?(?:unclear|not clear|did you (?:not|choose|decide|miss|fail)|"
    r"didn'?t|don'?t|do you not|did you|escape[ds]?|was it that|you (?:not|didn'?t|don'?t|couldn'?t|failed))",
    r"\bwhat (?:\w+ )?exactly (?:have|do|did|were|are|had|is it) (?:you|your)\b",
    r"\bwhat (?:exactly|precisely|actually|even) (?:have|do|did|were|are|had|is) (?:you|your)\b",
    r"\bwhat (?:have|did|do) you (?:actually|exactly|really|even|ever|precisely)\b(?! (?:see|hear|want|need|notice|enjoy|like|think|know)\b)",
    r"\bwhat do you do all\b",
    r"\bafter all (?:this|that|these|the) (?:time|weeks|months|years|calls|meetings)\b|\bat this (?:late )?stage\b|\bfor the (?:third|fourth|"
    r"fifth|umpteenth|hundredth|tenth) time\b|\byet again\b|\bonce again\b|\bthis time (?:around|round)?\s*$",
    r"\b(?:what|how|which|who|when|where|why)\b.{0,80}\b(?:should(?:n'?t)?(?:'ve| have)|ought(?:n'?t)? to have|needn'?t have|supposed to have|"
    r"were supposed to|could(?:'ve| have) (?:been )?(?:avoided|prevented))\b",
    r"\b(?:explain|talk me through|walk me through|help me understand|tell me|remind me|enlighten me|do tell me|i'?d love to know|"
    r"i'?m (?:curious|wondering|interested|trying to understand)|i (?:wonder|fail to see|can'?t see|don'?t (?:see|understand|get)))\b"
    r"(?:\s+to (?:me|us|the team|the customer))?,?\s+(?:again\s+)?(?:how come|why (?:you|we|i|the|it|this|that|nobody|no one|there|our|your)"
    r"\b|how (?:anyone|anybody|nobody|(?:a|an|one|any|two|three|\w+-day)\b(?! (?:good|typical|normal|buyer|patient|customer|decision)\b)))",
    rf"\bhow (?:does|did|do|can|could|is|was|has|had) (?:{ANY}\b|we|it|you|our|the|they).{{0,60}}\b(?:without|not|never|nobody|no one|"
    r"without anyone|turns? into|become|end up|ended up|disappear|vanish|slip through|go missing)\b",
    rf"\bhow (?:did|do|have|has) (?:you|we|they|he|she|somebody|anyone) (?:manage to |managed to |possibly |even |contrive to )?{FAILED}\b",
    r"\bhow did (?:we|you|it|this) (?:ever )?(?:get|come) to (?:this|week|the point|here|a point|where)\b",
    r"\b(?:to|ever|going to|start|be) (?:take|taking|get|getting|become|be) (?:this |it |your \w+ )?serious(?:ly)?\b",
    r"\bwhat could (?:possibly )?be more important\b|\bpossibly (?:be|have|think|justify|explain)\b",
    r"\bwhat (?:good|use|difference|point) did you think\b|\bwhat(?:'s| is| was) the (?:point|use) (?:of|in)\b",
    r"\bwhat(?:'s| is| was) wrong with (?:you|the way (?:we|i)|your)\b|\bwhat(?:'s| is) (?:the matter|up) with you\b",
    r"\bwhat (?:do|did) you (?:think|suppose|imagine|expect)\b.{0,60}\b(?:thought when|felt when|nobody|would happen|was going to happen|"
    r"was for|are for|is for|are paid for|we pay|i pay|happens when you)\b",
    r"\bdo you (?:actually|really|honestly|even|seriously|ever) (?:mean|intend|care|want|think|plan|believe|know|read|listen)\b",
    r"\bwhich of (?:these|those|your) .{0,40}\b(?:actually|really) (?:mean|intend|going)\b|\bfelt the need to\b|\bfeel the need to\b",
    r"\b(?:what|where|how|who|why)\b.{0,40}\b(?:went wrong|go wrong with you|gone wrong)\b.{0,40}\byou(?:r)?\b",
    r"\bwhat (?:have|has) you(?:r team)? been (?:doing|up to)\b|\bwhat have you got to (?:show|say) for\b",
    r"\bwhat do you call (?:this|that)\b|\bsince when\b|\bwhose (?:bright|brilliant|great|clever) idea\b|\bwhose fault\b|\bwho(?:'s| is| was) (?:to "
    r"blame|responsible for this|at fault)\b",
    r"\bcould you not have\b|\bcouldn'?t you have\b|\bdidn'?t (?:it )?(?:you )?(?:occur|think)\b",
)

LEADING = (
    r"\bsurely\b(?! (?:bring|ask|say|come|raise|want|be asked)\b)",
    r"^(?:(?:do|is|are|was|were|have|has|had|does|did|would|should|could|will|can|must)n'?t|ain't|isnt|wasnt|arent|dont|doesnt|didnt|"
    r"wouldnt|shouldnt|couldnt|havent|hasnt) (?:you|it|that|this|we|they|he|she|there|the|your|our|i|someone|somebody|a|an)\b",
    r"^(?:is|was|are|were|would|do|did|should|will|have|has|can|could) (?:it|you|that|we|they|this|there|he|she) not\b",
    r"\b(?:would|do) you (?:not )?(?:agree|accept|admit|concede|honestly|seriously)\b|\byou(?:'d| would) agree\b|\b(?:so )?you (?:do )?(?:agree|admit|accept) "
    r"(?:that|the|it|we|this)\b|\bcan we (?:at least )?(?:agree|admit|accept) (?:that|the|it|we)\b",
    r"\bis it (?:not )?fair to say\b|\bwould it be fair\b|\bisn'?t it (?:fair|true|obvious|time|the case)\b|\bwouldn'?t you (?:agree|say|rather)\b",
    r"\byou (?:do )?(?:realise|realize|understand|know|see|appreciate) (?:that |the |this |it |we |they |i ).{0,80}(?:don'?t you|do you|right)\s*$",
    r"\b(?:we both|we all|everyone|everybody) knows?\b|\bas (?:we|you) (?:both |all )?know\b|\bso we(?:'re| are) (?:both |all )?saying\b",
    r"\byou (?:didn'?t|don'?t|haven'?t|aren'?t|weren'?t|wouldn'?t|couldn'?t|can'?t|never|'d never|'re not|are not|were not|would never)\b.{0,90}"
    r"\b(?:did|do|have|are|were|would|could|can|will) (?:you|we)\s*$",
    r",\s*(?:is|isn'?t|was|wasn'?t|are|aren'?t|were|weren'?t|do|don'?t|does|doesn'?t|did|didn'?t|has|hasn'?t|have|haven'?t|would|wouldn'?t|"
    r"could|couldn'?t|should|shouldn'?t|can|can'?t|will|won'?t) (?:you|it|we|they|he|she|i|there|that|this)\s*$",
    r"\bi(?: would|'d)? (?:suppose|guess|take it|assume|presume|imagine|trust) (?:that )?(?:you|we|it|the|this|they)\b",
    r"\bwhat makes you (?:think|believe|so sure|assume|imagine)\b(?! (?:of|so)\b).{3,}",
    r"\bwhy would you (?:think|assume|believe|want)\b.{3,}|\bwhen (?:we both|nobody|everyone|you|it is clear)\b.{0,30}\b(?:know|knows|knew|ever|liked|clear)\b",
    r"\bhow could (?:anyone|anybody|you|one) (?:not |miss|think|believe|overlook|fail)\b",
    r"\bdo(?:n'?t)? you (?:really|honestly|seriously|truly|actually) (?:think|believe|expect|want|feel)\b",
    r"\bhave(?:n'?t)? we (?:not )?been here before\b|\bit'?s hardly\b|\byou(?:'re| are) not (?:seriously|really|actually)\b",
    r"\bshould(?:n'?t)? (?:you|that|this|it|we|they|the \w+|your \w+)(?: not)? (?:be|have|not)\b",
    r"\b(?:is|isn'?t|was|wasn'?t) (?:it|that) (?:obvious|clear|true|exactly|just|really|because)\b",
)

DISGUISED_ADVICE = (
    r"^(?:how|what) about\b(?! you\s*$)(?! (?:the other|your|him|her|them)\b)",
    r"^why (?:not|don'?t you|don'?t we|dont you|dont we|not to|doesn'?t he|don'?t they)\b\s+\w+ \w+",
    r"\b(?:have|had|has|did) (?:you|we|anyone) (?:ever |already |maybe |perhaps |not |actually |at all )*(?:tried|considered|thought (?:about|of)|think (?:about|of)|"
    r"try|consider|looked (?:at|into)|contemplated|explored|played with|toyed)\b",
    r"^ever (?:thought|considered|tried|wondered)\b",
    r"\bwhat if (?:you|we|i)(?:'d| would| were to)? (?:just |simply |only |all |first )?(?!(?:had|were|couldn'?t|lost|knew|did nothing|weren'?t|didn'?t)\b)\w+",
    r"\bwhat would happen if (?:you|we) (?:just |simply |only )?(?!(?:did nothing|didn'?t|lost|weren'?t|couldn'?t|stopped)\b)\w+",
    r"\bif (?:i were you|it were me|it was me|i was you|i were in your|i was in your|you ask me|you asked me)\b|\bwere i you\b|\bin your (?:shoes|place|position|"
    r"boots|clogs)\b,? i",
    r"\b(?:would|wouldn'?t|could|might|may|couldn'?t|will) it (?:not )?(?:be|help|make|work) (?:worth|to|sense|an idea|better|a good|good|wise|smart|easier|"
    r"useful to|helpful to|more|possible to|quicker|best|simpler|if you|if we|if the)\b(?! (?:if i|hear)\b)",
    r"\bwouldn'?t (?:a|an|the|some|it|that|this) .{0,60}\b(?:be|help|work|sort|solve|fix|do|make|get)\b",
    r"\b(?:maybe|perhaps|possibly) (?:you|we|it|try|a|the|just|start|think|next time)\b.{0,20}\b(?:could|should|might|can|want|need|worth|would|ought|try|ask|send|"
    r"take|start|call|ring|bring|let|move|put)\b",
    r"\b(?:perhaps|maybe) (?:it'?s|it is|it would be|it might be) (?:worth|better|time|best|an idea|an option)\b",
    r"\byou (?:might|may|could)(?: just| perhaps| maybe| always| also| easily| want| wish| like| care)*\b(?: to)?\b .{3,}\s*(?:no|right|don'?t you think|couldn'?t you)?\s*$",
    r"\bit (?:might|may|could|would|'d) (?:be|help|make) (?:\w+ )?(?:better|worth|wise|good|best|an idea|sense|easier|smart|nice|an option|quicker|to|if you)\b",
    r"\bi(?:'d| would)? wonder (?:if|whether)\b|\bi wonder (?:if|whether)\b(?! you'?d like)",
    r"\b(?:can|could)(?:n'?t| not|t)? (?:you|we) (?:not )?(?:just|simply|maybe|perhaps|get|always|also|ask|try|use|have)\b",
    r"\b(?:is|was) there (?:any|a|some) (?:reason|good reason|way) (?:you|why|we|not)\b.{0,20}\b(?:couldn'?t|can'?t|not|don'?t|didn'?t|haven'?t|wouldn'?t|could|why)\b",
    r"\b(?:don'?t you|do you not) (?:want|need) to\b|\bdoes it (?:not )?(?:make|need) \b|\bany (?:chance|reason) (?:you|we|of|that you)\b",
    r"\bi(?:'ve)? (?:always )?(?:found|find|suggest|recommend|propose|advise|would suggest|would recommend|would advise)\b(?! (?:out|it (?:hard|difficult|useful)|your|the way|"
    r"myself|his|her)\b)",
    r"\bmy (?:suggestion|advice|recommendation|tip|two cents|two penn'?orth|hint)\b|\bjust (?:a thought|a suggestion|an idea|thinking (?:aloud|out loud)|saying)\b|"
    r"\bhere'?s (?:a thought|an idea|a tip|what i'd do|what i would do)\b|\ba (?:word of advice|little tip|quick tip|small tip)\b",
    r"\bhas it (?:ever )?(?:crossed|occurred|entered)\b|\bdid it (?:ever )?(?:cross|occur|enter)\b",
    r"\bwhich is what (?:i|we) (?:always )?(?:did|do|used)\b|\bi'?d (?:leave|skip|go|start|send|call|ring|drop|take|put|move|try|use|keep|get|have|be|make|tell|ask|give|lead|offer|push|wait|"
    r"bring|say) .{3,}(?:what do you reckon|don'?t you think|wouldn'?t you|what do you think|right|no|okay|ok|and see)\b",
    r"\bwould probably (?:like|want|appreciate|prefer|work|help)\b|\bit'?s (?:usually|often|always) (?:better|best|easier|worth)\b|\byou(?:'d| would) (?:be better|do better|do well|be wise)\b",
    r"\bisn'?t there (?:a|an|some|any) (?:better|easier|quicker|smarter|simpler)\b",
)

OPEN_ADVICE = (
    *DISGUISED_ADVICE[:2],
    r"\bwhat if (?:you|we|i)(?:'d| would| were to)? (?:just |simply |only |all |first )?(?!(?:had|were|couldn'?t|lost|knew|did nothing|weren'?t|didn'?t)\b)\w+",
    r"\bwhat would happen if (?:you|we) (?:just |simply |only )?(?!(?:did nothing|didn'?t|lost|weren'?t|couldn'?t|stopped)\b)\w+",
    r"\bif i were you\b",
    r"\bwhich is what (?:i|we) (?:always )?(?:did|do|used)\b",
)

NOTHING_TO_OPEN = (
    r"\byes or no\b|\bor not\s*$|\bor what\s*$|\bis that (?:all|everything|it)\b",
)
"""Marks of a closed check that a why-word elsewhere does not open."""

INVITED = (
    r"^(?:may|might|can|could|shall) i (?:just |quickly |perhaps |also |maybe )?(?:ask|offer|share|tell|say|play|think|hear|listen|see|read|check|come back|add|"
    r"understand|stop you|interrupt|give you|join|sit|help|describe|show you|pause|look|bring up|reflect|mirror|push|be)\b(?! (?:you to|if you (?:have|did)|why)\b)",
    r"^(?:would|is|will|might|was) (?:it|that|now|this|today) (?:still )?(?:be )?(?:all right|alright|ok|okay|fine|a good|useful|helpful|the right|suit|good|"
    r"a bad|welcome|convenient|any help|of help|help)\b(?=.{0,30}\b(?:if (?:i|we)|for you|moment|time|to (?:look|talk|go back|come back|pause|hear)|with you|suit|if you and i|you)\b)",
    r"^would (?:now|today|tomorrow|it|thursday|monday|this) suit\b|^is (?:now|this|today|it) (?:a |an |the |all |okay|ok)",
    r"^(?:do|would|will|does) (?:you|it) mind (?:if|me|us|my|telling|showing|walking|saying)\b|^mind (?:if|me)\b|^am i allowed\b|^are you (?:open|up|happy|comfortable|"
    r"willing|game|ok|okay|fine|all right|ready) (?:to|for|with|if)\b(?! (?:the number|do|finally|commit|send|close)\b)",
    r"^(?:would|do|'d) you (?:like|prefer|rather|be open|be comfortable|be willing|be happy|be up|fancy|care|want me|want us|need me|find it)\b(?! (?:to keep|to explain yourself)\b)",
    r"^(?:could|can|would|will) you (?:please |just |perhaps |maybe |kindly |also |then |first )?(?:walk|talk|take|show|tell|help|play|read|describe|draw|say (?:a little|a bit|more|"
    r"some|it)|give me (?:an|a sense|a picture|an idea|an example)|paint|share|bring me into|teach|let me (?:see|hear|read|in)|explain (?:to me )?how|imagine|sketch|put me|point me|try (?:it|"
    r"that|the)|think of|sum up|unpack)\b(?! (?:him|her|them|the customer|the client|the buyer|the team|the others|everyone|the night|yourself|out|a look|care|over|the truck|down)\b)",
    r"^(?:shall|can|could|may|might|should) we (?:just |perhaps |maybe |quickly |both )?(?:look|talk|read|listen|go back|go through|come back|return|pause|stop|hear|watch|try|play|practise|practice|"
    r"think|start with|begin with|begin|sit|walk through|open|do it together|explore|take a)\b",
    r"^(?:is|was|are|anything|anybody|anyone) (?:there )?(?:anything|something|anyone|anybody|else)?\s*(?:else )?(?:that )?(?:you(?:'d| would)? (?:like|want|need|wish|care|hope)|i can|i could|i should|"
    r"on your mind|from me|we haven'?t|i'?m missing|i missed|i haven'?t)\b|^anything else\b|^is there anything\b",
    r"^have i (?:understood|got|heard|read|missed|left)\b|^did i (?:hear|get|understand|miss|read|leave)\b|^am i (?:right|hearing|missing|reading|getting)\b|^how so\b|^does that (?:fit|match|sound|"
    r"ring|capture|feel)\b|^is that (?:right|how|what|fair|close|all right|okay|ok)\b(?! (?:all|everything)\b)",
)
"""Yes-or-no questions that ask leave, invite, or check the listener's own hearing."""

"""What makes a statement or an order critique, and which of them are an invitation: phrases as data.

All patterns read the plain text of `shape.plain`: lower case, quoted speech blanked, apostrophes sometimes missing.
"""

from __future__ import annotations

POOR = (
    r"(?:sloppy|weak|poor|lazy|shallow|mess|messy|careless|unprofessional|disappoint(?:ing|ed|ment)|thin|soft|clumsy|wooden|boring|confusing|confused|unclear|"
    r"amateur(?:ish)?|half-?baked|rushed|rubbish|useless|dreadful|awful|terrible|bad|badly|pathetic|unacceptable|mediocre|sluggish|woolly|vague|dull|chaotic|scruffy|"
    r"filthy|dirty|rude|abrupt|naive|timid|flat|hopeless|shoddy|slack|slapdash|unreadable|wanting|childish|nonsense|joke|shambles|disaster|embarrass(?:ing|ment)|"
    r"horrible|ridiculous|silly|stupid|unconvincing|underwhelming|uninspired|tired|desperate|negative|defensive|disorgani[sz]ed|unprepared|incompetent|inadequate|"
    r"below par|sub-?standard|not good(?: enough)?|not acceptable|not (?:on|up to)|all over the place|far from|nowhere near|too (?:long|short|soft|nice|slow|late|eager|"
    r"pushy|aggressive|quick|fast|technical|much|little|few|many|vague|cautious|polite|optimistic|emotional|salesy|wordy|dense|loud|quiet|passive|keen|busy|small|big)|"
    r"very slow|so slow|very poor|under-?cooked|over-?cooked|unstructured|woeful|feeble|fairy tale|wishful|out of (?:your )?depth|no (?:edge|energy|structure|substance))"
)
BE = r"(?:is|was|are|were|'s|'re|be|been|looks?|looked|looking|seems?|seemed|feels?|felt|sounds?|sounded|came (?:across|over)|comes? (?:across|over)|got|gets|getting|lacks?|lacked)"

BLAME = (
    r"\b(?:is|are|was|were|'s|'re) (?:all |entirely |squarely |partly |largely )?(?:on you|down to you|your (?:fault|doing|own doing|own fault|mistake|mess|responsibility))\b|"
    r"\byour (?:own )?(?:fault|doing|negligence|carelessness)\b",
    r"\b(?:because|since|as) (?:of )?(?:you|your|nobody|no one|somebody|someone)(?:'d| had| have| were| was| are)?\b(?! (?:asked|told me|stayed|were patient|took the time|listened|waited|kept|wanted|said)\b)",
    r"\bthanks to (?:you|your)\b",
    r"\b(?:if|had) (?:only )?(?:you|somebody|someone|your \w+|anyone)(?:'d| had| hadn'?t| were| was)?\b.{1,90}\b(?:would|wouldn'?t|could|we'?d|they'?d|might|it'?d|i'?d|he'?d|she'?d) (?:\w+ )?(?:have|be|'ve|not)\b|"
    r"\b(?:would|wouldn'?t|could|we'?d|she'?d|he'?d|they'?d)(?: not)?(?:'ve| have| be|n't be| been)\b.{1,90}\b(?:if|had) (?:only )?(?:you|somebody|someone|anybody|your \w+)\b",
    r"\byou(?:'ve| have)? (?:just |simply |also |again |completely |totally |only )?(?:dropped the ball|let .{1,30} down|let .{1,40} (?:go|slip|drift|slide|down|lapse|get away)|forgot(?:ten)?|ignored|"
    r"broke|broken|lost|missed|messed|ruined|gave away|given away|neglected|failed|blew|wasted|left (?:me|us|them|him|her|it|the|a|your)|caused|kept (?:them|him|her|me|us|the) .{0,30}waiting|"
    r"sat on|overlooked|skipped|upset|annoyed|switched .{1,30} off|delayed|cost|burnt|burned|botched|damaged|spoil(?:ed|t)|bungled|mislaid|abandoned|walked out|undermined|went behind|dumped|screwed)\b",
    r"\byou(?:'ve| have|'d| had)? (?:never|didn'?t|did not|haven'?t|hadn'?t|couldn'?t be bothered|failed to|refused to|neglected to|didnt|havent|weren'?t|were not)\b",
    r"\b(?:nobody|no one|somebody|someone) (?:had |has |on your \w+ )?(?:bothered|bother|thought to|checked|rung|rang|called|told|went|gone|didn'?t|forgot|left|failed|passed|locked|else)\b",
    r"\bi (?:had|have|'ve had|am having|'m having) to (?:apologi[sz]e|explain|cover|clean|pick up|fix|clear|smooth|stay|redo|answer)\b|\bfixing what you\b|\bcleaning up (?:after you|your)\b",
    r"\b(?:it was|was) your (?!(?:idea|turn|question|view|choice|first|gut|feeling|plan)\b)\w+.{0,30}\b(?:that|which|who)\b|\bleft (?:me|us) (?:hanging|with)\b",
    r"\bnot (?:saying|pointing|blaming|having a go)\b.{0,60}\bbut\b|\blook (?:where|what|how)\b.{0,30}\b(?:we are|that got|it cost|happened|you've)\b|\bnow (?:all of us|we|everybody|everyone|they) (?:are |is |have |has |'re )?(?:paying|pay|to |stuck|think|thinks)",
    r"\b(?:the|only) reason (?:(?:why|that) )?.{3,60}\b(?:is|was) (?:that |because )?(?:you|your|nobody|somebody)\b|\byour (?:delay|silence|mistake|error|email|team|shift|handover|carelessness|failure)\b.{0,40}\b(?:cost|caused|set|left|"
    r"made|meant|missed|lost|put|upset)\b",
    r"\bthat'?s (?:twice|three times|the (?:second|third|fourth|fifth) time)\b|\bboth times\b|\bi can'?t believe (?:you|that you|nobody|we)\b|\bwe wouldn'?t be (?:having|sat|sitting|standing|in)\b|\bcould (?:all )?have been avoided\b",
)

JUDGEMENT = (
    rf"\b(?:{BE}|found|find|call(?:ed)?|think|thought|consider)\b(?: \w+){{0,6}}? {POOR}\b",
    rf"\b(?:a|an|one|such|another|pretty|rather|bit|bit of a|very|so|really|that'?s|just) {POOR}\b(?! (?:night|week|day|question|news|feeling|patch|year|month|quarter|winter|weather|luck|cold)\b)",
    rf"\byou(?:'re| are| were| seem| come across| sound| look)\b(?: \w+){{0,3}} (?:{POOR}|not (?:strategic|ready|good|hungry|listening|serious|committed|a|an|the|yet|cut out|focused|organi[sz]ed|senior|prepared)|lost|too|far too|unable|"
    r"incapable|lacking|struggling|behind|failing|all talk|the problem)\b",
    r"\byou (?:always|never|constantly|keep|talk too|tend to|have a (?:problem|habit|tendency)|lack|can'?t even|don'?t (?:listen|care|prepare|think|understand|get|seem|have what)|seem to have lost|over-?promise|underdeliver)\b",
    r"\b(?:not|wasn'?t|isn'?t|hardly|weren'?t|aren'?t|not exactly|far from) (?:your |my |our |the |a |an |really |exactly )*(?:best|finest|good enough|acceptable|great|impressed|happy with|convinced|what i (?:expected|hoped|had)|professional|"
    r"enough|rocket science|clever|smart|helpful|pleased|right)\b",
    r"\bi(?:'m| am| was)?(?: \w+)? (?:disappointed|unimpressed|not impressed|not happy|fed up|frustrated|expected (?:more|better)|hoped for (?:more|better)|not convinced|worried about your|concerned about your|thought better|had hoped)\b",
    r"\bi do wonder\b|\bi (?:question|doubt) (?:your|whether you|if you|that you)\b|\bdoesn'?t (?:hold|work|cut|add|wash|fly|do)\b|\b(?:interesting|bold|brave|curious|odd|strange|funny) choice\b|\brookie (?:mistake|error)\b|\bschoolboy error\b",
    r"\b(?:nice|good|decent|fair|brave|solid|great|fine|okay|well done|not bad|did great|enjoyed|appreciate|lovely|thanks|liked?)\b.{0,120}\b(?:but|however|though|although|shame|pity|except|yet)\b(?! (?:what|how|which|who|where|when|first)\b)",
    r"\byour (?!(?:view|gut|idea|plan|next|first|own|question|champion|buyer|customer|mind|turn|part)\b)(?:\w+ ){1,3}(?:is|are|was|were|lacks?|lacked|needs?|leaves?|left|has|had|looks?|could do with|falls?|fell)\b(?: (?:a|the|too|so|very|rather|pretty|still|far|simply|just|really|to))*\s+"
    rf"(?:{POOR}|work|improve|improvement|no\b|lot to be desired|missing|energy|cold|late|slow|short|long|behind|low|down|below|nothing|not)",
    r"\b(?:lack(?:s|ed|ing)?|void of|devoid of|short on) (?:of )?(?:energy|focus|depth|structure|edge|ambition|discipline|urgency|detail|drive|substance|preparation|commitment|care|impact|clarity)\b",
    r"\bthat was (?:a |an |rather |really |very |so |not |pretty )*(?:unprofessional|unacceptable|clumsy|rude|wrong|poor|weak|mistake|mess|shame|waste|disgrace|not)\b|\band you know it\b|\bwe are exactly where we were\b|\bhad split\b|\bin bad shape\b",
    r"\byou (?:rushed|fumbled|mumbled|rambled|waffled|oversold|undersold|over-?promised|lectured|dominated|talked (?:over|too|at)|interrupted|missed the point|lost the room|gave up|hid behind|buried)\b",
)

COMPARISON = (
    r"\b(?:everybody|everyone|anyone|anybody) else\b(?!.{0,12}\b(?:know|knows|think|thinks|said)\b)|\b(?:all|half|most of|the rest of|nobody else (?:on|in)|the other[s']?|the others) (?:of )?(?:the |your |our |my )?(?:team|others|class|department|colleagues|staff|"
    r"peers|shift|trainees|branches|sites|wards|stores|reps|ones)\b(?=.{0,40}\b(?:manage|manages|managed|have|has|had|do|does|did|know|hit|are|is|can|get|gets|seem|than|behind|already)\b)",
    r"\b(?:better|worse|faster|slower|more|less|fewer|sooner|later|longer|shorter|above|below|before|ahead of|behind|twice|double|half the|two times)\b.{0,40}\b(?:than (?:you|yours|your)|(?:before|above|below|behind|ahead of) (?:you|yours|your)|outsells? you)\b|\b(?:outsells?|beats?|outperforms?|"
    r"overtakes?|overtaken|outsold) you\b",
    r"\b(?:why|how come|how is it).{0,30}\bbe (?:more )?like \w+|\bbe (?:more|a bit more) like\b|\btake a leaf out of\b|\blook at (?:how )?(?:\w+)(?:'s)? .{0,50}(?:not one|never|always|all year|every)",
    r"\bwhen i (?:had|was|did|ran|worked|started|carried|sold|taught|cooked|managed|nursed|coded)\b|\bin my (?:day|time|first year|last job|old job|previous)\b|\bmy (?:old|last|previous|former) (?:team|crew|ward|class|kitchen|company)\b|\bat your age\b|\bback in my\b|\bi (?:never (?:once )?missed|managed .{1,40} at)\b",
    r"\bcompare[d]? (?:to|with)\b|\bunlike (?:you|\w+)\b|\byour (?:predecessor|colleagues?|peers?|brother|sister|classmates?|teammates?|opposite number)\b(?=.{0,50}\b(?:never|does|do|did|has|have|managed?|can|already|always|is|was|are|had|hits?)\b)",
    r"\byou(?:'re| are)? (?:the )?(?:only one|lowest|slowest|bottom|last|worst|weakest)\b|\bthe one with the (?:most|fewest|least|lowest|highest)\b|\bwhat is it that \w+ (?:does|do|has) that you\b|\bhow is it that \w+ can\b|\bthat you (?:don'?t|can'?t|aren'?t|haven'?t)\b|\band you (?:can'?t|don'?t|haven'?t|aren'?t|couldn'?t)\b",
    r"\b\w+(?:'s| is| are| was) (?:at|on) \d+\b.{0,30}\byou(?:'re| are)? (?:at|on|barely|only)?\b|\bso it can be done\b|\byou lot are\b|\byou don'?t (?:see|hear|catch|find) \w+ (?:\w+ing)\b|\bwhat (?:do you think |would )?\w+ would have done\b",
    r"\b(?:even|the) (?:the )?(?:trainee|junior|apprentice|intern|new (?:starter|girl|boy|guy|kid|hire)|student|temp|agency (?:nurse|staff)|night shift|early shift|late shift|bank staff)\b.{0,60}\b(?:before|already|manages?|managed|gets?|got|can|knows?|does|did|had|picks?|finished)\b",
    r"\bin (?:half|a third|a quarter|a fraction) (?:of )?(?:the|that) (?:time|budget)\b|\bwith half the (?:staff|people|team|budget|crew)\b|\bthe (?:\w+) (?:lot|team|office|branch|crew|shift|site)\b.{0,40}\b(?:had|have|cleared|got|did|do|does|manage[sd]?|hit|close[sd]?|picks?|finished)\b|\b(?:than|as) the \w+ (?:team|office|lot|branch)\b",
    r"\b(?:closed|did|managed|finished|sold|had|signed|handled|booked|landed|cleared)\b.{0,50}\b(?:in the time it(?:'s| has)? taken you|while you|and you)\b|\bscored .{1,20} above\b|\bdoes twice\b|\bdo this with half\b|\bnever had a problem\b",
)

THREAT = (
    r"\b(?:last|final|only) (?:chance|warning|opportunity|shot)\b|\bor else\b|\b(?:there(?:'ll| will|'d| would)? be|face|live with|bear) (?:the )?(?:serious )?consequences\b|\bi(?:'m| am) warning\b|\bconsider (?:this|yourself)\b.{0,20}\bwarn",
    r"\b(?:performance|improvement) plan\b|\bhr\b|\bdisciplinary\b|\bwritten warning\b|\bprobation\b|\bredundanc(?:y|ies)\b|\bappraisal\b|\byour (?:annual |yearly )?review is\b|\bin your (?:file|record|review)\b|\bon your (?:file|record)\b|\bp45\b|\bnotice period\b",
    r"\b(?:your|the) (?:job|position|future|bonus|contract|place|seat|promotion|role)\b.{0,50}\b(?:gone|on the line|at risk|in question|in danger|depends?|reconsider|rethink|review|safe|looking for)\b|\blook at your (?:position|role|future|job)\b|\b(?:would|who'd) love your job\b|\breplace you\b",
    r"\b(?:if|unless|should) .{2,90}(?:\b(?:i|we|you|the|there|someone|somebody|it|they)(?:'ll| will| won'?t|'re going to| are going to|'m going to| am going to|'d have to| would have to)? ?(?:be |have to |need to )?(?:having|have|take|taking|look|find|go|goes|raise|escalate|rethink|"
    r"remove|cut|pull|consequences|regret|gone|over|forced|back on|moving|move|be out|lose)\b)",
    r"\b(?:one more|another|next|any more|a (?:second|third|fourth)|once more)\b.{0,60}\b(?:and|then|,)\s+(?:i|you|we|it|the \w+|this|that|your \w+)(?:'ll| will|'re|'m| am| are| is| goes| go|'s| gets?| won'?t)\b",
    r"\b(?:miss|fail|keep|lose|drop|slip|do|try|repeat|get) .{1,50}\band (?:i|you|we|it|your \w+|that|the \w+)(?:'ll| will|'re| are|'m| am|'s| is| goes| won'?t)\b",
    r"\b(?:very |quite |rather )?different (?:kind of |sort of )?(?:conversation|chat|talk|meeting)\b|\bwon'?t be able to (?:protect|cover|help|save|defend)\b|\bout of my hands\b|\bdon'?t (?:make me|push me|test me|force me)\b|\bi'?d hate (?:to|for)\b|\bi'?d rather not have to\b",
    r"\b(?:is|are|'s) watching\b|\bfor your (?:own )?sake\b|\bwe'?ll see (?:how|what|who|if)\b|\byou know what happens\b|\bi(?:'ve| have) (?:let|fired|sacked|moved) (?:people|others|better)\b|\bfor less\b|\byou won'?t last\b|\byou wont last\b|\bjust so you (?:know|remember)\b",
    r"\b(?:find|get) (?:someone|somebody) (?:who|else)\b|\bi(?:'m| am) (?:giving|taking) (?:you|away)\b|\bgoes to (?:someone|somebody) else\b|\btake (?:it|this|that|the account|the patch|your \w+|the \w+) (?:away|off you|further)\b|\bback on (?:the )?(?:phones|dishes|nights|tills|the floor)\b",
    r"\bi(?:'d| would) (?:think|be) (?:carefully|very carefully|careful|twice)\b|\bbe careful\b|\bwatch (?:yourself|your step|it)\b|\bi(?:'ll| will) remember\b|\basking me for names\b|\bit would be a (?:shame|pity) if\b|\bhow (?:do you think )?(?:it|that|this) will look\b|\bdo you want to keep\b|\beither .{3,60} or (?:we|i|you)\b",
    r"\bwhat do you think (?:the |our |my )?(?:director|boss|head|ceo|inspector|owner|board|partners?|hr|chef|matron|management)\b.{0,20}\b(?:will|would|is going to) (?:do|say|think|make)\b|\bthere are plenty\b|\bi have people (?:queuing|waiting)\b",
)

PLATITUDE = (
    r"\b(?:no i in team|at the end of the day|it is what it is|chin up|believe in yourself|be yourself|work(?:ing)? smarter|the harder you work|where there'?s a will|customer is (?:always right|king)|rome wasn'?t built|outside the box|practice makes perfect|"
    r"shots you don'?t take|no pain,? no gain|stay positive|dream work|silver lining|fail to plan|failing to plan|good things come|slow and steady|measure twice|time is money|you(?:'ve| have)? got this|win some,? (?:you )?lose some|attitude is everything|"
    r"another day|dust yourself|dust ourselves|hang in there|always be closing|fish in the sea|onwards and upwards|upwards and onwards|one step (?:nearer|closer)|people buy from people|keep (?:plugging|going|smiling|calm|at it|pushing|the faith)|only as good as your last|"
    r"failure (?:is not|isn'?t) an option|relationship(?:s)? (?:is|are) everything|all about (?:relationships?|people|trust|the team|attitude|mindset|teamwork|communication|passion)|winners never|quitters never|give it (?:a )?(?:hundred|110|100|your all|your best)|110 percent|"
    r"never give up|don'?t give up|fortune favou?rs|luck is|you make your own luck|hard work pays|the early bird|what doesn'?t kill|every (?:no|cloud|day|journey|setback|problem|customer|child|expert)\b.{0,30}\b(?:brings?|has|is|starts?|was|means)|"
    r"knowledge is power|teamwork|hope is not a (?:strategy|plan)|cream (?:always )?rises|content is king|cash is king|trust the process|keep it simple|kiss principle|fake it till|can'?t make an omelette|too many cooks|if you can'?t stand the heat|"
    r"children learn from|simple as that|things will (?:work|look|turn)|something will turn up|it'?ll (?:all )?(?:work out|come good|be fine|come right)|the market will|tomorrow is|tough times|when the going gets|strike while|rise and shine|sky'?s the limit|"
    r"think positive|be positive|stay hungry|stay strong|stay focused|follow your heart|live and learn|you live and you learn|better late than never|better safe than|actions speak|honesty is the best|patience is a virtue|all in it together|we'?re all in|"
    r"family here|head up|heads up|keep your (?:head|chin)|beats talent|nobody said it would be|that'?s (?:life|sales|nursing|business|kitchens|teaching|the game|how it goes)|it'?s a marathon|marathon,? not a sprint|just (?:do it|be)|you can do it|"
    r"champ|tiger|rockstar|superstar|go get them|go get 'em|smash it|crush it|kill it out there|nailed on|two ears and one mouth|what goes around|you get out what you put in|the only way is up|first impressions|seize the day|small steps|big things)\b",
    r"^(?:a |an )?(?:happy|good|great|clean|tidy|well-run) (\w+) (?:is|makes|means) a (?:happy|good|great|productive|safe)\b|^(?:sales|nursing|teaching|cooking|selling|software|code|business|life|leadership|safety|quality|success) is (?:a|an|about|like|all|not|everyone)\b",
)

SARCASM = (
    r"^(?:oh|ah|wow|well,? well|gosh|my my|yeah,? right|yes,? right)\b,?(?: \w+)? (?!what|how)(?:great|brilliant|lovely|fantastic|good|wonderful|perfect|another|yes|a |the |joy|right|marvellous|that)?",
    r"\b(?:how|very|so) (?:generous|kind|nice|good|thoughtful|convenient|original|refreshing|touching|clever|big) of (?:you|them)\b|\b(?:nice|good|kind|decent|lovely) of you to\b|\bso glad (?:you|that you)\b|\bthanks for (?:nothing|the heads-up|finally|gracing|joining us|telling me now)\b",
    r"\b(?:what a|big) (?:surprise|shock|shocker|pleasant surprise)\b|\bwhich planet\b|\bwhat planet\b|\bon planet\b|\bare we a charity\b|\bdon'?t strain\b|\bdon'?t (?:all )?rush\b|\bno rush,? (?:it'?s|we)\b|\bonly the (?:biggest|most|largest|whole)\b|\bdo let me know when\b",
    r"\b(?:congratulations|congrats|bravo|well done|hats off|kudos|hooray|hurrah|hallelujah|clap)\b(?=.{0,60}\b(?:yet another|another|without|truly|for (?:doing|showing|turning|finally|managing|only|nothing)|you'?ve (?:finally|managed)|losing|late|again|forgetting)\b)|^bravo\b",
    r"\bthe (?:legendary|famous|mythical|fabled|celebrated|so-called|elusive|much-loved)\b|\bso-called\b|\beinstein\b|\bsherlock\b|\bgenius\b|\bprofessor\b\s*$|\byour (?:lordship|majesty|highness)\b|\bcaptain obvious\b|\brocket science\b",
    r"\bmissed the memo\b|\bi must have (?:missed|imagined|dreamt|dreamed|blinked)\b|\band there i was\b|\bsilly me\b|\bpardon me\b|\bforgive me for\b|\bcall me old-fashioned\b|\bgood to know\b|\bnice to (?:see|know) that\b|\bglad to see (?:that )?(?:you|we|the)\b.{0,40}\b(?:finally|as usual|again|so)",
    r"\banother (?:week|day|month|quarter|meeting|deal|one|excuse|reason|q+|\W+q+)\b,?.{0,40}\b(?:another|that'?s|next|without|nearly|almost|again|definitely)\b|\banother \W*q+\b",
    r"^(?:seriously|really|honestly|unbelievable|priceless|classic|charming|typical|wonderful|brilliant|marvellous|fantastic|lovely|fabulous|perfect|splendid|super|terrific)\b\s*[,.!?]*(?=$|.{0,12}\b(?:another|so we|cold|forecast|timing|that'?s|just|now|what we|late)\b|,)",
    r"\bor (?:a|an|just a) (?:wish list|fairy tale|novel|dream|letter to (?:santa|father christmas)|work of fiction|prayer)\b|\b(?:work of|piece of) fiction\b|\bcrystal ball\b|\bdog (?:ate|eat)\b|\bpigs (?:might|will|may) fly\b|\bdon'?t hold your breath\b|\bwalk to the\b.{0,20}\bthemselves\b|\bby (?:itself|themselves),? you know\b",
    r"\blet me guess\b|\bwho needs\b|\bsitting by the phone\b|\byou do know (?:that )?\b|\bin case you hadn'?t noticed\b|\bi'?m sure (?:the|that|they|she|he|your|there).{0,60}\b(?:waiting|thrilled|delighted|loved|enjoyed|appreciated|perfectly good reason|impressed)\b|\bhappens to the best\b|\bhas (?:always )?been a (?:great|good) strategy\b",
    r"\b(?:only|just) .{0,20}(?:weeks|months|days|hours|years|minutes) (?:late|behind|overdue|after)\b|\bi see the\b.{0,40}\b(?:again|struck|usual)\b|\bas (?:usual|ever|always)\s*$|\bstrikes? again\b|\bstruck again\b|\bfor someone who\b|\bi suppose\b.{0,30}\b(?:too much|someone|somebody)\b|\btruly\s*$",
    r"\b(?:before or after)\b|\btesting became optional\b|\bfills? itself\b|\b(?:write|writes|fill|count|sell|clean|cook|teach|close|closes|sign)s? (?:itself|themselves)\b|\bdo your job\b|\bdo any \w+ing\b|\bif it'?s not too much trouble\b|\bwhen you'?re (?:quite )?ready\b|\bwhenever you feel like\b",
    r"\bwow\b.{0,10}\b(?:a whole|all of|an entire|two|three|one)\b|\ba whole (?:one|two|three|four|five) \w+|\bfinally (?:decided|graced|found time|remembered|woke)\b|\bfind the time to\b|\bfound the time to\b|\bjust what (?:the|we|i) (?:\w+ )?(?:ordered|needed|wanted)\b",
)

ACTIVITY = r"(?:calls?|dials?|visits?|meetings?|e-?mails?|demos?|quotes?|proposals?|conversations?|contacts?|touches|outreach|activity|activities|volume|tickets?|doors?|appointments?|messages|knocks|parents did you ring|lines of code|commits|pallets|picks|covers|rounds|patient contacts|prospects|leads|numbers|hours on the floor|story points|pull requests|lessons)"
ACTIVITY_ONLY = (
    rf"\bhow many (?:times )?.{{0,30}}?(?:{ACTIVITY}\b|times did you (?:pick|ring|call|phone|dial|visit)|parents|patients|customers (?:did|have) you|orders|did you (?:ring|call|visit|see|do|make|send|book))(?!.{{0,60}}\b(?:moved|led|changed|helped|ended|mattered|does it take)\b)",
    rf"\b(?:more|double|increase|boost|raise|up|crank up|ramp up|push up|triple|lift|extra) (?:\w+ ){{0,3}}{ACTIVITY}\b|\b{ACTIVITY} (?:up|higher)\b|\bget (?:the |your )?(?:\w+ )?{ACTIVITY} (?:\w+ )?up\b|\bmore {ACTIVITY}\b",
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|hundred) (?:\w+ )?{ACTIVITY}\b.{{0,60}}\b(?:a|per|every|each|this|by|before|last|next|in|yesterday|target|standard|expect|quota|enough|let'?s make|today)\b",
    rf"\b(?:only|just|count|see|logged|had|did|i see|there are) (?:\w+ )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|forty) (?:\w+ )?{ACTIVITY}\b|\b{ACTIVITY}(?:'s| are| is| numbers are| figures are) (?:\w+ )?(?:down|low|below|behind|short|off|lagging|under|thin)\b",
    rf"\b(?:activity|call|visit|dial|meeting|ticket|{ACTIVITY}) (?:numbers|figures|rate|count|level|target|stats|quota)s?\b|\b(?:quota|target|standard|minimum) of \w+ (?:\w+ )?(?:{ACTIVITY}|patient contacts)\b|\bset a quota\b|\bnumbers? game\b|\bfill (?:your|the) (?:diary|calendar|funnel|pipe)\b",
    r"\bpick(?:ed)? up the phone (?:\w+ )?(?:times|yesterday|more)\b|\b(?:knock(?:ed)? on|hit) more\b|\btop of the funnel\b|\b(?:look after itself|take care of itself|look after themselves|will (?:just )?come|will follow)\b|\bany (?:ten|fifteen|twenty|five)\b|\bthe target'?s (?:\d+|ten|twelve|eight)\b|\bsee (?:some|more) activity\b",
    r"\bwhere are the other (?:\w+)\b|\bthe more \w+ you \w+,? the more\b|\bper hour\b|\ban hour\b.{0,20}\b(?:now|only|just|barely|target)\b|\bjust make more\b",
)

RESCUE = (
    r"\b(?:i'?ll|i will|i can|i could|let me|i'?m going to|i am going to|i'?d better|shall i|should i|why don'?t i|i'?d like to|i might|i may|i could just)(?: just| simply| quickly| gladly| happily| personally| come along and)? (?:call|ring|phone|email|mail|handle|sort|fix|deal|take (?:it|this|that|over|care|him|her|them|the)|do (?:it|the|this|that|thursday)|talk to|speak to|write|close|"
    r"finish|run|drive|plate|present|step in|jump|answer|negotiate|make the|make that|get (?:her|him|them|it|this)|pitch|cover|chase|redo|rewrite|type|draft|go (?:and |to )|have a word|come along and|join and|lead|book|send|pull|drop|tell (?:him|her|them|the)|show (?:him|her|them)|carry|solve|smooth|cook|teach)\b(?!.{0,40}\b(?:you asked|i promised|as i promised|i owe)\b)",
    r"\bleave (?:it|this|that|him|her|them|the \w+|\w+(?: \w+)?) (?:to|with) me\b|\bgive (?:it|me) (?:here|the|it)\b|\bgive me (?:the|that|your) (?:phone|chart|knife|keyboard|keys|file|deal|account)\b|\b(?:hand|pass|forward|send) me the (?:chart|phone|pan|thread|file|keys|keyboard|mouse)\b|\bjust forward me\b",
    r"\b(?:i(?:'ve| have)? (?:already |just |gone ahead and |now |even |went ahead and )*)(?:fixed|rewritten|rewrote|emailed|called|rung|rang|phoned|sorted|booked|done it|handled|closed|written|wrote|smoothed|spoken to|spoke to|taken care|dealt|redone|redid|finished|messaged|changed your|corrected|cleaned up|merged)\b(?! (?:a hundred|it with you|about)\b)",
    r"\bi went ahead\b|\bi'?ll take it from here\b|\b(?:step|move|stand|budge) (?:aside|over|back|up)\b|\byou (?:just |can just |can )?(?:watch|relax|sit (?:this|back)|take the minutes|prepare the|stay (?:here|out)|come along|rest|mark|listen and learn|observe)\b|\boff your (?:hands|plate|desk)\b|\bno need for you\b",
    r"\b(?:it'?s|it was|it'?ll be|it would be|would it be) (?:easier|quicker|faster|simpler|safer|best|better) (?:if i|for me|than explaining|to do it)\b|\bi know (?:the|him|her|them) .{0,20}personally\b|\bdo it myself\b|\bmyself\s*$|\bfor you\s*$|\bover the line\b|\bmake the problem go away\b|\bdon'?t worry about\b|\bdon'?t you worry\b",
)

DIRECTIVE = (
    r"\byou(?:'ll| will)? (?:must|need to|have to|should|ought to|had better|'d better|'ve got to|have got to|gotta|shall|are to|'re to|are going to|'re going to|really need to|really should|better)\b(?! (?:like|find|to do anything)\b)|\byou'?d better\b|\bwe need you to\b|\byou will (?:do|be|have|not|go|call|send|make|take)\b",
    r"\bi (?:need|want|expect|require|would like|'d like|ask|insist|would appreciate it if|'d appreciate it if|'d prefer it if|'d be grateful if) (?:you|to see|a|the|it|your|that|this)\b(?! (?:want|would like|to tell me|org|sketch|to hear|feel|to see))|\bwhat i (?:want|need|expect) (?:you|from you|is)\b",
    r"\b(?:make sure|be sure|see to it|ensure|mind you|remember to|don'?t forget|do not forget|see that|take care to)\b|\b(?:from now on|going forward|as of (?:today|now|monday)|next time|in future|effective immediately|henceforth)\b,?(?! (?:what|how|which|would))|\bno exceptions\b|\bhad better\b",
    r"\b(?:it'?s|it is) (?:important|essential|crucial|vital|imperative|necessary|critical|time) (?:that|to|you|for you)\b|\bthe next step is (?:that you|to|for you)\b|\bi(?:'d| would) (?:like|love|want|need|prefer) you to\b|\bit would be (?:wonderful|great|nice|lovely|good|helpful|better|appreciated) if you(?:'d| would| could)?\b",
    r"\b(?:could|can|would|will) you (?:please |kindly |just |all |at least |possibly )*(?:have|make sure|send|get|update|finish|do|ring|call|email|fill|submit|put|sort|book|complete|take|move|clean|check|chase|write|stop|start|give|be|hurry|keep|remember|ensure|prepare|fix|follow|add|remove|change|confirm|arrange|turn|leave|bring it|print|file)\b",
    r"\b(?:by|before|until|no later than) (?:close of play|cob|eod|end of (?:play|day|business|the day|the week)|noon|midday|tomorrow|tonight|five o'clock|(?:\w+ )?o'clock)\b|\bon my desk\b|\bfirst thing\b|\bas soon as possible\b|\basap\b|\bright (?:now|away)\b|\bstraight away\b|\bimmediately\b",
)

ORDERS = (
    "ring call phone send get make put ask stop start take give go do don't dont be keep write email mail tell move use try update add remove check fix find finish bring book talk speak stick follow focus remember forget never always clean leave pick fill open "
    "close turn drop push chase say offer explain prepare read learn listen show involve report arrange confirm complete submit sort cut change let set build order walk work wait watch work smile double log test run ship revert merge rewrite label scan load "
    "wash plate season mark teach plan draft schedule invite escalate insist lead reduce increase ensure hand pass pull hold slow speed calm stay sit stand wear look have see think consider avoid apologise apologize practise practice knock hit raise just "
    "kindly please sell present pitch negotiate visit meet share present keep count hurry tidy refer print copy cc reply answer respond quote price"
).split()
"""First words of an order."""

INVITATIONS = (
    r"^(?:please |just |then |now |first |maybe |perhaps |go on,? |so |and |if you like,? |when you'?re ready,? )*(?:show me|walk me|talk me|take me|play me|read me|let me (?:hear|see|read|in|listen|understand|make sure i|check i|play back|watch|sit)|tell me|help me (?:understand|see|picture|follow|get)|describe|draw|paint|say (?:a (?:little|bit)|more|some)|imagine|picture|suppose|assume|try (?:it|the|that|your|this) .{0,30}\bon me|"
    r"try (?:it|that) on me|teach me|pretend|put yourself|think (?:back|of|about)|give me (?:a picture|an example|a feel|a sense|your)|bring (?:up|along|me|the|your|in)|pull up|open|put the .{0,40}(?:next to|beside|side by side)|share|point me|take (?:your|all the|as much) time|go on|carry on|keep going|start (?:where|wherever|with whatever)|sketch|compare|say it|explain it to me as|sell it to me|act it|role-?play)\b",
    r"^let'?s (?:look|listen|read|pull up|hear|go through|open|watch|see|play|practi[sc]e|try|think|walk|explore|start with (?:you|your|what)|take|imagine|pause|sit|go back|rehearse|role-?play|compare|put (?:the|them|it))\b",
)
"""Orders that open a conversation or ask to be shown; a deadline or an 'or else' beside them makes them orders again."""

LISTENING = (
    r"^(?:please,? )?(?:go on|carry on|tell me more|say more|i'?m (?:listening|all ears|with you|here|curious)|take your time|no (?:hurry|rush)|there'?s no (?:hurry|rush)|mm+h*m*|mm-?hm+|hmm+|i see|i hear you|i'?ll (?:wait|be quiet|just listen|listen)|i didn'?t quite|interesting|fair enough|thank you|thanks|uh-?huh|okay|ok|right|you were saying|so what i hear|if i hear|what i hear|it sounds|it sounds like|sounds like)\b",
    r"^(?:and|so|but|then|or|because|meaning|such as|for instance|for example|like what|which is to say|as in|how so|and then|what else|anything else|who else|where else)\b.{0,25}$",
    r"^(?:let me (?:make sure|check|see if|play back|say back|sum|try to)|i(?:'d| would) (?:love|like|be glad|be happy|be curious|enjoy|be interested) to (?:see|hear|understand|read|learn|watch|sit|say|come|listen|go|know (?:what|how|more)|be|share|offer)|i(?:'d| would) be (?:glad|happy|curious|interested)|i(?:'m| am) (?:curious|interested|wondering|glad|happy|sorry|grateful)\b(?!.{0,20}\bwhy you)|i appreciate|i (?:really )?(?:liked|enjoyed|"
    r"admire[d]?|valued?|noticed|saw|heard|wondered)|there'?s something|i have an idea|i'?m here|my own|i was late|i promised|i owe|i left|i pushed|i forgot|i missed|i cut|i (?:got|was) (?:it )?wrong|that'?s on me|my (?:fault|mistake)|sorry)\b",
)
"""Statements that listen, offer, appreciate or own up; they carry no verdict on the listener."""

"""Bright spots: something the person did, seen or told with praise, concrete enough for others to copy.

Niceness is none, nor what the customer did, nor what the manager did. A bright spot is an act; praise in the same or the next sentence,
what it did to the buyer, and the craft in it say how bright.
"""

from __future__ import annotations

import re

from assistant.models import BrightSpotFinding, NoteKind, PersonId, Section
from assistant.reading.acting import actor_of
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.subject import folded, one_of

_ENOUGH = 0.5
_ACTS = (
    r"asked|asks|let|lets|left|kept|keeps|waited|waits|paused|stayed|counted|rang|rings|called|phoned|visited|built|builds|drew|draws|had|got|handed|"
    r"hands|read|reads|repeated|mirrored|mirrors|mirrored|opened|opens|summed|sums|walked|walks|ran|runs|brought|brings|turned|started|has started|"
    r"rewrote|stopped|closed|shut|showed|shows|admitted|told|found|noticed|spotted|prepared|wrote|writes|typed|used|uses|quoted|gave|gives|put|puts|"
    r"set|took|takes|sent|sends|mapped|listed|named|named|checked|tested|practised|practiced|rehearsed|traced|offered|invited|introduced|connected|"
    r"paired|turned|swapped|picked|wore|sat|went|spent|began|begins|made|makes|refused|declined|proposed|suggested|challenged|pushed back|held|"
    r"slowed|caught|recorded|filmed|sketched|printed|laid|cut|dropped|skipped|quit|learned|learnt|invented|figured|worked out|pulled|tracked|"
    r"framed|reframed|translated|answered|handled|parked|earned|won|said nothing|said|says"
)
_ACT = re.compile(rf"^(?:(?:also|then|just|simply|quietly|calmly|even|actually|again|first|has|had|'s|really|straight|deliberately|only|now|always)\s+)*(?:{_ACTS})\b")
_PRAISE: tuple[tuple[float, str], ...] = (
    (
        0.5,
        r"never (?:seen|heard|had|watched) (?:that|this|it|anybody|anyone|one|a|any|him|her)|not seen (?:that|this|it) (?:before|here|done)|haven't (?:seen|heard) (?:that|this|it|anything|a|anyone|one)|"
        r"(?:best|finest|smartest|sharpest|cleanest|bravest|loveliest|nicest|strongest|neatest) \w+(?: \w+){0,4}|"
        r"(?:everyone|everybody|the (?:others|team|rest|whole team)|all of (?:us|them)|others|rest of (?:them|us|the team)) (?:should|must|needs? to|ought to|has to|have to|could|can) (?:see|hear|know|copy|learn|do|have|steal|try|watch)|"
        r"(?:want|like|love) (?:the (?:others|team|rest)|everyone|everybody|others|all of them|the .{3,20}) to (?:see|hear|copy|know|try|do|steal|watch)|that's what the .{2,30} should|(?:want|make) (?:that|this|it) (?:as |into |to be )?a habit|"
        r"(?:should|must|to) (?:be )?(?:share|shared|spread|copied|shown|taught|told) (?:it |this |that )?(?:with |to |at |in )?(?:the |all |every)(?:team|others|one|body|call)|one for the team|share (?:this|that|it) (?:w/|with|at|on|in)|"
        r"worth (?:stealing|copying|sharing|spreading|showing|repeating|a slot)|(?:going to|gonna|will|'ll|i'd|want to) (?:steal|copy|borrow|nick|share|use) (?:that|this|it)\b|stealing (?:that|this|it)|for the (?:playbook|team call|highlight reel)|goes? (?:in|into) the playbook|textbook|masterclass|master class|gold\b(?! ?(?:customer|partner|level|card))|"
        r"that(?:'s| is| was) (?:how|what) (?:it|good|great|coaching|selling|discovery) (?:should |looks|is|done)|how it(?:'s| is| should be) done|exactly (?:right|how|what (?:i|we) want)",
    ),
    (
        0.38,
        r"brave|clever|smart(?!\s?(?:phone|sheet|card|watch))|brilliant|superb|excellent|outstanding|lovely|beautiful\w*|wonderful|impressive|impressed|fantastic|terrific|stunning|masterful\w*|elegant\w*|neat\b|classy|crisp|"
        r"great (?:move|question|q\b|instinct|catch|save|way|bit|piece|call|job|work|idea|opening|opener|close|story)|good (?:move|eye|instinct|catch|way in|question|q\b|call\b|idea)|nice(?:ly)? (?:move|touch|done|one|way|detail|catch|bit|piece|work|job|handled|play)|well (?:done|played|handled|judged|asked)|"
        r"proud|chapeau|hats? off|kudos|bravo|props\b|goosebumps|wow\b|super\b|stark\b|klasse|toll gemacht|sehr gut|knap|mooi|top notch|spot on|right call|nailed (?:it|the)|crushed it|killed it|knocked it|huge\b|on fire|credit (?:to|where)|made my (?:day|week)|"
        r"told (?:him|her|them) so|said so|(?:told|said to) (?:him|her) (?:it|that|this) was (?:\w+ ){0,2}(?:good|great|excellent|brave|lovely)|praised|applau\w+|clapped|it worked|that worked|worked a treat|worked well|couldn't have done (?:it )?better|better than (?:mine|me|i )|wish i(?:'d| had)|envy|envious|learnt from (?:him|her)|i learned|love it|loved it|loved (?:that|this|how|the way)|liked (?:that|this|how|the way)|like how|really good|so good|v good|very good|!!+",
    ),
)
_EFFECT = re.compile(
    r"\b(?:room went|went (?:very |all |completely |dead )?(?:quiet|silent|still)|fell silent|silence|you could hear|pin drop|leaned (?:in|forward|back)|leant (?:in|forward)|sat up|put (?:his|her|the|their) (?:pen|phone|laptop|cup) down|laptop (?:down|shut|closed)|"
    r"(?:laughed|smiled|nodded|grinned|stopped|paused|thought|blinked|blushed|swallowed|stared|stood up|got up)\b(?! (?:at me|because i))|went to (?:fetch|get|find|check)|fetched|walked (?:us|him|her|me|them) (?:out|over|through|to|down|round)|showed us|took us|drew (?:it|us)|opened (?:the|his|her|their) (?:\w+ )?(?:book|books|sheet|spreadsheet|laptop|figures|numbers|drawer)|"
    r"talked (?:for|himself|herself|themselves|on)|told (?:us|him|her|them) (?:everything|the (?:number|figure|real|budget|whole)|about|what|how|why|who)|gave (?:us|him|her|them) (?:the|a|his|her|their|all) |named (?:the|a|his|her|three|two|four|them|all)|got (?:the|three|two|four|all|a|his|their) (?:\w+ )?(?:figures?|numbers?|names?|answers?|date|budget)|"
    r"said (?:the|a) (?:figure|number|price)|came (?:back|clean|out with)|opened up|changed (?:the|his|her|their|everything|its)|nobody (?:had|has) (?:ever )?(?:asked|known|told|said|shown)|no one (?:had|has) (?:ever )?(?:asked|known)|first time (?:anybody|anyone|somebody|someone|that)|(?:hadn't|had not|never) (?:known|thought of|seen it|been asked|looked at it)|"
    r"good question|great question|asked (?:him|her|us|them) (?:back|to (?:come|stay|send))|(?:buyer|customer|he|she|they) (?:wrote|noted|scribbled|photographed|corrected|completed|finished|asked for (?:the|a)|sold (?:it|himself|herself))|wrote it down|corrects? (?:one|two|it|him|her)|corrected|the real (?:problem|reason|number|issue|cost|deadline)|"
    r"deal (?:turned|moved|came back)|turned the (?:call|meeting|room|deal|conversation)|meeting (?:booked|set|doubled)|(?:£|\$|€)\s?\d[\d,.]*k?\b.*\b(?:said|out of|his own|their own|her own)|without (?:being )?asked|unprompted|by (?:himself|herself|themselves))\b"
)
_CRAFT = re.compile(
    r"\b(?:in (?:his|her|their|the (?:customer|buyer|client)'?s?) (?:own )?(?:words?|wording|handwriting|language)|(?:his|her|their) own (?:words?|sentence|numbers?|figures?|question|handwriting|story|list|phrase|hand|calendar|dates?)|word for word|verbatim|own sentence|"
    r"(?:kept|stayed|went|sat|was) (?:completely |totally |very |so )?(?:quiet|silent|still)|(?:said|says) nothing|(?:shut|zipped) up|waited|wait(?:s)? for|let (?:it|the (?:silence|pause|question|number|price)|them|him|her|the \w+|\w+ \w+) (?:sit|hang|stand|land|work|breathe|talk|finish|go|do|draw|compare|correct|price|write|run|explain|find|fill|choose|decide|say|see|try|name|tell)|let .{3,50}? (?:talk|finish|compare|price|correct|explain|name|draw|write|lead|decide|fill|run|speak|discover|find)\b|left it (?:there|at that|hanging)|"
    r"(?:silence|pause|seconds?|secs?|half minute|minute) (?:of silence|long)?|counted to|handed (?:him|her|them|over)? ?(?:the|her|his) (?:pen|marker|chalk|mouse|keyboard|whiteboard)|whiteboard|flip ?chart|on (?:paper|the back of|a napkin|a post-?it)|drew|sketch\w*|draw (?:their|his|her|it|the)|by hand|read(?:ing)? .{2,40} (?:back|aloud|out)|repeated (?:it|the|his|her|their)|mirror\w*|play(?:ed)? (?:it|that) back|summ(?:ed|arised|arized|ing) (?:it )?up|recap\w*|"
    r"before (?:the|he|she|saying|showing|quoting|pricing|naming|sending|opening|any|price|slides?|pitching|talking|demo)|(?:no|without|instead of|rather than|zero) (?:slides?|deck|demo|pitch|discount|price|powerpoint|brochure|feature\w*)|demo out|skipped the (?:demo|deck|slides?)|closed (?:the|his|her) (?:laptop|deck|slides)|(?:laptop|deck) (?:shut|closed|stayed)|"
    r"pre-?mortem|role ?play|dry run|rehears\w+|walk(?:ed|s)? away|said no\b|turned (?:it|them|the \w+) down|qualified (?:it |them |himself |herself )?out|told (?:them|him|her|the \w+) (?:straight|honestly|the truth|that we (?:can't|cannot|don't)|no\b|plainly)|admitted|owned (?:it|up)|i don't know|i'll find out|not (?:something|a thing) we do|"
    r"gatehouse|night[- ]shift|reception\w*|at (?:4|5|6)\s?(?:am|in the morning)|5am|6am|on (?:the|their) (?:shop|factory|warehouse|ward) floor|shadow(?:ed)|spent (?:a|the|half a|two) (?:day|days|morning|night|shift)|rang (?:their|the) (?!office)|who (?:else )?(?:signs|loses|feels|pays|gets|decides|would|has to)|what (?:does|would|happens|did|do|has|is|breaks)|whose|how many|how (?:much|long|do (?:you|they)|did)|"
    r"references? .{0,20}(?:to|with) each other|w/ each other|with each other|neither of us|on a call (?:w/|with)|checklist|one[- ]pager?|one page|one sentence|in one (?:line|sentence)|template|every (?:buyer|customer|call|client|prospect|meeting)|each (?:buyer|customer|call|client|meeting)|within the hour|same (?:day|evening)|loss review|post-?mortem|walk-away|conditions?)\b"
)
_QUESTION = re.compile(r"[\"“‘'][^\"”]{6,}\?\s*[\"”’']|\basked (?:\w+ ){0,4}(?:what|how|who|whose|which|why|where|when|to (?:draw|show|write|describe|walk|name|list|price|tell))\b|\basks? (?:what|how|who|whose|which|where|when)\b")
_POOR = re.compile(
    r"\b(?:didn't|did not|doesn't|hasn't|haven't|forgot|failed|too (?:early|late|long|fast|much|soon|quick\w*|many)|no agenda|late|lost|missed|nobody asked|never asked|should(?:'ve| have| be)?|could(?:'ve| have)|would(?:'ve| have)|'d have|instead of asking|again after|waste\w*|wrong|mess|weak|poor|badly|sloppy|unprepared|"
    r"rushed|rambl\w+|talked over|interrupted|minute (?:six|five|ten|two|four)|before (?:he|she) had (?:asked|a single)|no (?:question|plan|numbers?|date|next step)|not (?:ask|asked|prepared|ready|good|great|there|yet|done|sent)|if (?:he|she|only)|discount\w*|apolog\w+|excuses?|complain\w*|moan\w*|"
    r"will|'ll|wants? to|going to|plans? to|tomorrow|next (?:week|time|month)|to me by|by (?:mon|tue|wed|thu|fri|eom|eow|friday|monday)|owes?|promised|has to|needs? to|must)\b"
)
_HEARSAY = re.compile(r"^(?:.{0,24}\b)?(?:he|she|[a-z]+)?\s*(?:says|tells me|told me|claims|reckons|swears|thinks|feels|wonders|hopes|wants|would|seems|likes|hates|mentioned|apparently)\b|\bper (?:him|her|[a-z]+)\b|\baccording to\b")
_NICE = re.compile(r"\b(?:nice (?:lad|guy|girl|woman|man|bloke|chap|person|chat|talk)|good (?:lad|guy|girl|chat|mood|form|talk|spirits)|everybody likes|everyone likes|popular|friendly|cheerful\w*|lovely (?:person|guy|woman|lunch|chat)|good (?:egg|sort)|in good (?:form|mood|shape)|smart (?:suit|jacket|shirt))\b")
_MARK = re.compile(r"#?\bbright[- ]?spot\b:?|^\s*(?:[-*]\s*)?(?:win|kudos|shout ?-?out|bright|highlight|positive|went well|strength)s?\s*[:|]", re.IGNORECASE)
_PRONOUN_ACT = re.compile(rf"\b(?:he|she)\s+(?=(?:(?:then|just|also|quietly|only|simply|actually|even|really|calmly)\s+)*(?:{_ACTS})\b)")
_COMPILED_PRAISE = tuple((weight, re.compile(rf"(?:\b(?:{pattern})\b|!!+)" if "!!+" in pattern else rf"\b(?:{pattern})")) for weight, pattern in _PRAISE)


def read_bright_spots(section: Section, context: ReadingContext) -> list[BrightSpotFinding]:
    """Every act of the section bright enough, with how sure and concrete it is."""
    found: list[BrightSpotFinding] = []
    clauses = split_clauses(section)
    for index, clause in enumerate(clauses):
        if clause.line_text.lstrip().startswith((">", "#")) or clause.box is not None:
            continue
        person = _doer(clause, section, context)
        if person is None:
            continue
        following = [c for c in clauses[index + 1 : index + 3] if c.line - clause.line <= (1 if c.line != clause.line else 0)]
        strength = _strength(clause, following, section, context)
        if strength >= _ENOUGH:
            found.append(
                BrightSpotFinding(
                    person=person, text=clause.text, strength=round(min(strength, 2.0) / 2.0, 3), evidence=clause.evidence()
                )
            )
    return found


def _doer(clause: Clause, section: Section, context: ReadingContext) -> PersonId | None:
    """Who of the team acts in the clause; None where it is the manager, an outsider or nobody."""
    own = own_person(section)
    plain = folded(clause.text)
    for mention in context.roster.mentions(clause.text):
        after = folded(clause.text[mention.end :]).lstrip(" ,:–-")
        after = re.sub(r"^\([^)]*\)\s*", "", after)
        before = folded(clause.text[: mention.start]).rstrip()
        if _ACT.match(after) and not re.search(r"\b(?:asked|told|and|w/|with|to|for|from|of|gave|let|by|about|showed)$", before) and not folded(clause.text[mention.end :]).startswith(("'s ",)):
            return one_of(mention.people, own)
    if own is None:
        return None
    if _PRONOUN_ACT.search(plain):
        return own
    subject = actor_of(clause, section, context)
    if subject is None or subject.side != "manager":
        return subject.person if subject and _has_act(plain) else None
    return own if _is_dropped(plain) else None


def _has_act(plain: str) -> bool:
    return bool(re.search(rf"\b(?:{_ACTS})\b", plain))


def _is_dropped(plain: str) -> bool:
    """`Got their QA lady on a call with …`: no subject, not said to or about the person himself."""
    return bool(re.match(rf"^(?:{_ACTS})\b", plain)) and not re.search(r"\b(?:him|her (?!own)|i|me|we|us)\b", plain[:60]) and not plain.startswith(("asked which", "asked what he", "asked what she", "asked how", "asked who", "asked if", "told", "said"))


def _strength(clause: Clause, following: list[Clause], section: Section, context: ReadingContext) -> float:
    plain = folded(clause.text)
    after = " ".join(folded(c.text) for c in following)
    same_line = " ".join(folded(c.text) for c in following if c.line == clause.line)
    if _NICE.search(plain) or plain.endswith("?"):
        return 0.0
    craft = len(set(_CRAFT.findall(plain)))
    score = 0.22 * min(craft, 2) + (0.3 if _QUESTION.search(clause.text) else 0.0)
    praise = max((weight for weight, pattern in _COMPILED_PRAISE if pattern.search(plain)), default=0.0)
    praise_after = max((weight for weight, pattern in _COMPILED_PRAISE if pattern.search(same_line)), default=0.0)
    if not praise_after:
        praise_after = 0.7 * max((weight for weight, pattern in _COMPILED_PRAISE if pattern.search(after)), default=0.0)
    score += max(praise, praise_after) + 0.3 * min(praise, praise_after)
    score += 0.3 * bool(_EFFECT.search(plain)) + 0.2 * bool(_EFFECT.search(same_line))
    if section.kind in (NoteKind.CALL, NoteKind.TEAM):
        score += 0.12
    if len(plain.split()) < 6:
        score -= 0.25
    score -= 0.35 * bool(_POOR.search(plain)) + 0.3 * bool(_HEARSAY.search(plain))
    if _MARK.search(clause.line_text):
        score += 0.6
    if re.search(r"\b(?:i|me)\b", plain) and not re.search(r"\bi(?:'ve| have|'d)? (?:never|not|wish|want)", plain):
        score -= 0.2
    return score

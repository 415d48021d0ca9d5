"""What the person says is so, about a buyer, a deal or his own work, and that somebody could show.

What counts is written down in docs/definitions.md. The manager's own view, a musing, a question, a feeling, a preference, a promise,
gossip about colleagues, and what a customer said to the manager's face are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.models import ClaimFinding, Evidence, NoteKind, PersonId, Section
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.kinds import claim_kind
from assistant.reading.place import Placed, place_statements
from assistant.reading.sense import open_sense
from assistant.reading.shown import way_seen
from assistant.reading.speech import Speech, find_speech
from assistant.reading.subject import addressee, folded

_THIRD = re.compile(
    r"\b(?:they|they're|they've|they'll|they'd|their|theirs|them|customer|buyer|client|prospect|purchasing|procurement|einkauf|inkoop|legal|lawyers?|finance|board|committee|council|management|trustees|owner|boss|"
    r"md|ceo|cfo|coo|cio|cto|ciso|fd|vp|svp|gm|director|direction|directeur|manager|mgr|head|chief|chef|champion|sponsor|lead|lender|bank|controller|supervisor|foreman|partner|professor|prof|dr|doctor|nurse|planner|"
    r"agronomist|contact|decision[- ]maker|competitors?|competition|rivals?|incumbent|supplier|users?|team at|staff|site|sites|plant|pilot|trial|poc|po|order|contract|deal|demo|budget|money|funds?|tender|paper|quote|offer|proposal|renewal|deposit|framework|terms|shortlist)\b"
)
_OURS = re.compile(
    r"\b(?:we're|we are|it's ours|ours|us|in the bag|done deal|as good as|sorted|it's just (?:us|timing|a matter)|signed|sign(?:s|ing)?|100 ?%)\b"
)
_OWN_WORK = re.compile(
    r"^(?:that |how )?(?:(?:he|she|i)(?:'s| has|'ve| have| had)?\s+|(?:has|have|had|got|did)\s+|all (?:of )?(?:his|her|my|the)\b|every\b|each\b|crm\b|(?:his|her|my) \w+ (?:is|are|has|have)\b)"
)
_DONE = re.compile(
    r"\b(?:\w{3,}(?:ed|t|wn|en|ne)|sent|done|been|met|put|read|run|ran|rung|rang|built|rebuilt|written|rewritten|rewrote|gone|been through|out|up to date|complete\w*|finished|all (?:of )?(?:his|her|my|the)|every|each|uses|using|asks|logs|follows)\b"
)
_STATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|'s|'re|'ve|will|'ll|'d|would|got|gets?|want(?:s|ed)?|need(?:s|ed)?|love[sd]?|like[sd]?|go(?:es|ing)?|sign(?:s|ed)?|said|says?|agree[sd]?|approve[sd]?|confirm\w*|accept\w*|drop\w*|ditch\w*|bin(?:ned|s)|pick\w*|"
    r"choos\w+|chose\w*|wav(?:e|ed)|clear\w*|release[sd]?|pass(?:ed)?|plan(?:s|ned)?|start\w*|move[sd]?|renew\w*|buy\w*|pays?|paid|ask(?:s|ed)|promise[sd]?|told|talk\w*|look\w*|test\w*|run(?:s|ning)?|use[sd]?|using|put|call(?:s|ed)|come[sd]?|came|lands?|sent|done|through|out|in|off|on|only|just|still|"
    r"ist|sind|hat|haben|wird|heeft|hebben|wordt|zijn|est|sont|ont|a|va)\b"
)
_SELF = re.compile(
    r"^(?:that |just |also |honestly |yes |yeah |no |well |ok |and |but |oh |,|\s)*(?:(?:he|she|i)(?:'s|'d|'m|'ll| is| was| am| would| will| might| could| may| should| can)? ?(?:not |really |very |quite |a bit |so |too |just |still |only |also |both |now )*"
    r"(?:likes?|loves?|loving|hates?|wants?|wanted|needs?|feels?|felt|enjoys?|misses|prefers?|wish\w*|hopes?|worr\w+|struggl\w+|finds?|tired|happy|unhappy|nervous|scared|stressed|busy|fine|ok|good|bored|proud|sorry|stuck|excited|keen|glad|ready|ill|sick|learning|thinking|trying|looking (?:forward|for (?:a|another))|going (?:to|on)|off|away|back|"
    r"feel|like|love|want|need|hope|wish|enjoy|prefer|think|thinks|doesn't|don't|didn't|isn't|'m not|hasn't|can't|cannot|couldn't|won't|never|'ll|will|would|might|could|may|should|shall|eat|dance|shave|buy)\b|"
    r"(?:likes?|loves?|hates?|wants?|needs?|feels?|enjoys?|misses|hopes?|wishes|worries|yes|no|nothing|so|sorry|thanks?|thank|hi|hello|nope|maybe|good|fine|fair|ok|okay|right|great|not much|point|it (?:slows|helps|makes|feels|was (?:fun|hard|good|nice|tough))|that(?:'s| is| was) (?:plenty|enough|fine|ok|hard|good|right|fair|a)|too (?:much|many)|there is no|there's no time)\b)"
)
_UNSURE = re.compile(
    r"\b(?:no idea|doesn't know|does not know|didn't know|don't know|not sure|isn't sure|unsure|wonder\w*|can't tell|couldn't (?:say|tell|remember)|could not say|might (?:want|have|be|do|need|go|like)|may (?:want|be|have)|maybe|perhaps|possibly|hard to say|who knows|would have to ask|have to ask|has to ask|difficult to say|"
    r"hoping|hopes?|hopefully|fingers crossed that|if (?:he|she|they|we|all|it)\b|would be (?:nice|good|great)|should (?:be|have)|impression|hesitat\w+|nobody (?:knows|knew)|no news|nothing (?:new|yet|from)|no answer|quiet)\b"
)
_VIEW = re.compile(
    r"\b(?:too (?:expensive|dear|high|low|slow|complicated|small|big|long|much|many|hard|few)|(?:price|prices|rates|pricing|leads?|brochure|deck|process|crm|system|tool|target|targets|quota|marketing|product|training|admin|paperwork|market|weather|economy|underwriters?|traffic|commission)\s+(?:list )?(?:is|are|'s|being)\s+(?!up to date|through|signed|approved|accepted|booked|set|in\b|done)|"
    r"nice-to-have|a bit (?:long|much)|better than|worse than|easier|harder|unfair|underpric\w+|spread too thin|his fault|her fault|no excuse|next time|nxt time|plenty|ceiling|cieling|opens doors|useless|for the sake of|in a good way|slow month|holidays?|linkedin|hat\b|dance|on the table if|haha|lol|jok\w+|"
    r"could do better|do better|(?:his|her|my|the) (?:job|career|promotion|salary|bonus|commission|laptop|van|car|lunch|weekend|diary)|football|team spirit)\b"
)
_PROMISE = re.compile(
    r"^(?:that )?(?:he|she|i)(?:'ll| will|'d| would|'s going to| is going to|'m going to)\b|^(?:to|tues|tomorrow|next (?:time|week))\b(?! (?:have|be)\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|won't|can|does|did|isn't|aren't|hasn't|haven't|went|took|gave|made|got|said|told|put|signed|agreed|wants?|needs?|loves?|likes?|runs?|goes|comes|came|asked|asks|looks?|sits|starts?|ist|hat|haben|sind|heeft|is|zijn|est|a)\b|\w(?:'s|'re|'ve|'ll|'d|n't)\b|\b\w+ed\b"
)
_WISH = re.compile(r"(?:he|she|i)(?:'d| would| wants? to| hopes?| needs?| feels?| likes?|'ll| will)\b")
_BUYER_SUBJECT = re.compile(
    r"(?:that )?(?:they|they're|they've|they'll|they'd|their|there's (?:a|another|one|no)|the |a |we're|it's (?:ours|in|done|signed)|[a-z]+(?:'s)? (?:is|are|has|have|will|wants?|needs?)\b)"
)
_HEDGED = re.compile(
    r"\b(?:might|may|could|should|would|probably|likely|perhaps|maybe|better|worse|good|great|nice|bad|weather|price is|too)\b"
)
_OTHER_SUBJECT = re.compile(
    r"(?!(?:he|she|i|it|that|this|there|you|we|what|how|why|who|when|where|if|no|not|yes|so|to|about|a bit|more|less|too|very|my|his|her)\b)[a-z'&-]+(?: [a-z'&-]+){0,3}? (?:is|are|has|have|had|will|want|wants|'s|'re|'ve|went|took|said|signed|agreed|passed|accepted|approved|dropped)\b"
)
_WORK_THINGS = re.compile(
    r"\b(?:all|every|each|both|top|\d+|deals?|accounts?|calls?|customers?|buyers?|offers?|plans?|crm|deck|proposal|quote|mail|letter|visit\w*|renewals?|contacts?|demos?|shops?|list|threaded)\b"
)
_TASK = re.compile(
    r"\b(?:to me|by (?:mon|tue|wed|thu|fri|sat|sun|eo[mwdq]|end|next|tomorrow|\d)\w*|asap|todo|next step)\b"
)
_CAPITAL = re.compile(r"(?<![\w.])([A-ZÀ-Ž][\w’'-]{1,})")
_NO_NAMES = frozenset(
    "i i'm i've i'll i'd mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec xmas christmas easter crm ok q1 q2 q3 q4 eom eow ytd hr it se asap".split()
)
_PERFECT = re.compile(
    r"\b(?:has|have|had|'ve|'s|is|are|was|were|they're)\s+(?:\w+ly |already |now |all |just |not |even )?(?:\w+ed|told|said|given|sent|put|set|taken|chosen|won|seen|met|got|gone|done|been|left|bought|paid|signed|talking|looking|leaving|going|moving|dropping|buying|waiting|using|testing)\b"
)
_GOES_ON = re.compile(r"(?:and|also|plus|und|en|et)\s+(?:that|dass|dat|que)\s+")
_MET_OUTSIDER = re.compile(
    r"\bi (?:met|rang|called|phoned|saw|spoke (?:to|with)|talked (?:to|with)|ran into|bumped into|had (?:a )?(?:coffee|lunch|call) with) (?!him\b|her\b)\w"
)
_STRONG_KINDS = frozenset(
    {
        "buyer-commitment",
        "budget",
        "economic-buyer",
        "competition",
        "legal",
        "procurement",
        "next-step",
        "close-date",
        "champion",
        "pilot",
        "timeline",
    }
)


_AT, _AT_SPOKEN, _AT_OTHER = 0.3, 0.2, 0.5
"""From this chance on a line is a claim whatever its words; chosen on lines of hands that the model had not seen."""


_LEAST_SPOKEN = 0.25
"""In a transcript or a mail the grammar of speech finds claims in nearly every line; below this chance they are none."""


def read_claims(section: Section, context: ReadingContext) -> list[ClaimFinding]:
    """One sighting of a claim for every clause in which somebody of the team asserts what could be shown.

    Where the grammar of reported speech finds none in a line, a model of how claims sound is asked.
    """
    placed_lines = place_statements(section, context)
    found = [claim for claim in _said(section, context) if not _is_unlikely(claim, placed_lines)]
    lines = {claim.evidence.line_start for claim in found}
    own = own_person(section)
    for placed in placed_lines:
        statement = placed.statement
        if statement.line in lines or statement.is_apart or _is_question(statement):
            continue
        chance = open_sense("claims").chances(placed.tokens, placed.signs)["claim"]
        if chance < (_AT_SPOKEN if placed.person else _AT):
            continue
        person = placed.person or addressee(statement.text, context, own)
        if person is not None and way_seen(statement.text) in (None, "heard", "there"):
            claim = _claim(person, statement, statement.text, statement.evidence(), section, context)
            if claim.kind == "other" and chance < _AT_OTHER:
                continue
            found.append(claim.model_copy(update={"strength": round(chance, 2)}))
    return sorted(found, key=lambda claim: claim.evidence.line_start)


def _is_unlikely(claim: ClaimFinding, placed_lines: Sequence[Placed]) -> bool:
    """Whether the words of somebody who speaks for himself do not sound like a claim: people say much in a conversation."""
    here = [p for p in placed_lines if p.statement.line == claim.evidence.line_start and p.person is not None]
    return bool(here) and all(
        open_sense("claims").chances(p.tokens, p.signs)["claim"] < _LEAST_SPOKEN
        for p in here
        if claim.evidence.quote in p.statement.text or p.statement.text in claim.evidence.quote
    )


def _said(section: Section, context: ReadingContext) -> list[ClaimFinding]:
    """Claims by the grammar of reported speech."""
    found: list[ClaimFinding] = []
    before: Clause | None = None
    last: Speech | None = None
    for clause in split_clauses(section):
        earlier, before = before if before and before.line == clause.line else None, clause
        if clause.is_apart or _is_question(clause):
            last = None
            continue
        speech = find_speech(clause, section, context)
        if speech is None and last is not None and earlier is not None and (goes_on := _GOES_ON.match(clause.plain)):
            speech = last._replace(start=0, said=clause.plain[goes_on.end() :])
        last = speech
        if (
            earlier is not None
            and _MET_OUTSIDER.search(earlier.plain)
            and re.match(r"(?:and |but |so )?(?:he|she)\b", clause.plain)
        ):
            continue
        if speech is None or not is_showable(speech, clause, section, context) or _is_seen(speech, clause):
            continue
        quote = clause.evidence(speech.start)
        if len(quote.quote.split()) < 3:
            quote = clause.evidence()
        found.append(_claim(speech.speaker, clause, speech.said, quote, section, context))
    return found


def _claim(
    person: PersonId, clause: Clause, said: str, quote: Evidence, section: Section, context: ReadingContext
) -> ClaimFinding:
    kind, _ = claim_kind(said)
    if kind == "other":
        kind, _ = claim_kind(clause.text)
    return ClaimFinding(
        person=person,
        text=quote.quote,
        kind=kind,
        deal=context.deal_at(clause.line_text, clause.start, clause.end, section),
        evidence=quote,
    )


def is_showable(speech: Speech, clause: Clause, section: Section, context: ReadingContext) -> bool:
    """Whether what is said is a fact about a buyer, a deal or the person's own work, rather than a feeling, a view or a plan."""
    said = speech.said.strip(" .,:;-–\"“”'")
    said = said.removeprefix("that ").strip()
    if len(said.split()) < 2 or said.endswith("?"):
        return False
    if _UNSURE.search(said) or _PROMISE.match(said):
        return False
    if _is_gossip(speech, said, section, context):
        return False
    kind, _ = claim_kind(said)
    is_third = bool(_THIRD.search(said)) or context.deal_in(said) is not None
    is_about = is_third or _names_outsider(clause, speech, context)
    if _SELF.match(said) and not (is_third and kind in _STRONG_KINDS and _DONE.search(said) and not _WISH.match(said)):
        return False
    if _VIEW.search(said) and kind not in ("buyer-commitment", "budget", "competition"):
        return False
    if speech.is_opinion:
        return bool(_BUYER_SUBJECT.match(said)) and (kind in _STRONG_KINDS or is_third) and not _HEDGED.search(said)
    if _OWN_WORK.match(said) and _DONE.search(said):
        return kind != "other" or bool(_WORK_THINGS.search(said))
    if speech.mode == "labelled" and (
        section.kind is not NoteKind.ONE_ON_ONE or _TASK.search(said) or not _FINITE.search(said)
    ):
        return False
    if speech.mode in ("quoted", "labelled"):
        if is_about and _PERFECT.search(said):
            return True
        if (
            speech.start
            and kind in _STRONG_KINDS
            and context.deal_at(clause.line_text, clause.start, clause.end, section)
        ):
            return True
        return (is_about or bool(_OURS.search(said))) and (kind in _STRONG_KINDS or (is_about and kind != "other"))
    if is_about:
        return bool(_FINITE.search(said) or _STATE.search(said))
    if kind != "other" and (
        context.deal_at(clause.line_text, clause.start, clause.end, section) is not None or _OURS.search(said)
    ):
        return bool(_STATE.search(said) or _OURS.search(said))
    return bool(_OTHER_SUBJECT.match(said)) and len(said.split()) > 3


def _names_outsider(clause: Clause, speech: Speech, context: ReadingContext) -> bool:
    """Whether somebody or something with a capital stands in it who is not of the team."""
    text = clause.text[speech.start :]
    known = [(m.start, m.end) for m in context.roster.mentions(text)]
    for match in _CAPITAL.finditer(text):
        if match.start() == 0 or any(a <= match.start() < b for a, b in known):
            continue
        word = match[1]
        if folded(word) not in _NO_NAMES and not context.roster.is_manager(word):
            return True
    return False


def _is_gossip(speech: Speech, said: str, section: Section, context: ReadingContext) -> bool:
    """A word about a colleague: one of the team as subject, or `he` in somebody else's note."""
    own = own_person(section)
    mentions = context.roster.mentions(said)
    if (
        mentions
        and mentions[0].start <= 5
        and speech.speaker not in mentions[0].people
        and not re.match(r".{0,20}'s \w+", said[mentions[0].start :])
    ):
        return True
    return bool(own is not None and speech.speaker != own and re.match(r"(?:he|she|him|her)(?:'s)?\b", said))


def _is_seen(speech: Speech, clause: Clause) -> bool:
    """Whether the clause says as well that the manager saw it: then there is nothing to ask for."""
    seen = way_seen(clause.text)
    if seen is None or seen in ("heard", "there"):
        return False
    return speech.mode != "labelled" or "(" in clause.text


def _is_question(clause: Clause) -> bool:
    return clause.plain.rstrip(' )"”').endswith("?") or bool(
        re.match(
            r"^(?:asked|asks|q:|do |does |did |is |are |was |were |has |have |what|how|which|who|where|when|why|can |could |should |would )\b.*\?",
            clause.plain,
        )
    )

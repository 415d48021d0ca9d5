"""What the manager saw or heard himself: a mail read together, numbers on a screen, a customer's own words on a call.

Only what he took in himself counts: not what he wants to see, what somebody else saw, or what came and was not opened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.models import NoteKind, Section, ShownFinding
from assistant.reading.acting import actor_in
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.place import Placed, place_statements
from assistant.reading.sense import open_sense
from assistant.reading.speech import find_speech
from assistant.reading.subject import folded

Way = Literal["looked", "shown", "heard", "there"]

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "recording",
            r"\b(?:recording|listened (?:to|back)|played (?:me|us|it)|recorded|voice ?mail|voice note|gong|chorus|video)\b|\b\d{1,2}:\d\d\b",
        ),
        (
            "mail",
            r"\b(?:e?-?mail\w*|message|letter|whats ?app|text(?:ed)?|thread|inbox|sent items|sent folder|reply|cc'?d|bcc'?d|forwarded|fwd'?d|slack|teams message|brief)\b",
        ),
        (
            "on screen",
            r"\b(?:screen|live\b|logged in|log-?ins?|demo(?:ed)? (?:it|me)|dashboard|in the (?:crm|system|portal|drive|deal room|tool)|portal|spreadsheet|salesforce|sfdc|hubspot|shared drive|board)\b",
        ),
        (
            "document",
            r"\b(?:contract|plan|paper|minutes|signed|initialled|copy|page|pages|document|po\b|order|quote|offer|terms|proposal|slides?|deck|sheet|report|notes|drawing|invoice|receipt|printout|form|pdf|proof|redlines?|log|certificate|offerte|angebot|vertrag)\b",
        ),
        ("seen on site", r"\b(?:watched|drove|stood|site|line|floor|visit\w*|went there|beside)\b"),
    )
)
_THING = (
    r"(?:e-?mails?|mail|message|letter|contract|plan|paper|minutes|recording|copy|page|document|po\b|order(?: form)?|quote|offer|terms|proposal|slides?|deck|sheet|report|notes?|log|invoice|receipt|"
    r"printout|form|pdf|screenshot|photo|thread|text|whats ?app|dashboard|screen|figures|numbers|portal|crm|calendar|invite|diary|sent items|sent (?:e?mails|folder)|redlines?(?: doc)?|certificate|sign-?off|results?|usage|log-?ins?|list|drawing|test|feed|demo|map|visit sheets?|artwork proof|workshop output|one[- ]pager|brief|offerte|angebot|vertrag|bestellung|contrat|courrier|poc report)"
)
_LOOKED = (
    r"(?:re-?)?read|saw|seen|watched|heard|checked|verified|viewed|inspected|opened|counted|reviewed|looked (?:at|through|over|into)|listened (?:back )?to|went (?:thru|through|over|line by line through)|gone (?:thru|through|over)|walked through|stepped through|"
    r"been (?:thru|through)|sat (?:down )?(?:with|beside|next to)|pulled up|brought up|ran (?:through|thru|the|it|a)|spot-?checked|compared|clicked through|scrolled|gelesen|gesehen|gepruft|durchgegangen|gezien|gelezen|bekeken|nagekeken|lu|vu|verifie|leido|visto"
)
_WITH = r"(?:(?:together|with (?:him|her|them|[a-z]+)|w/ (?:him|her|them|[a-z]+)|side by side|line by line|on (?:his|her|my|the|our) (?:screen|laptop|phone|tablet|desk|table)|in (?:the|his|her|our) (?:crm|system|portal|drive|shared drive|deal room|calendar|inbox|tool|tracker|data room|salesforce|sfdc))\b)"
_I_LOOKED = re.compile(
    rf"\b(?:i|we|ich|wir|ik|wij|j'ai|both of us)\s+(?:have\s+|had\s+|'ve\s+|both\s+|then\s+|also\s+|just\s+|finally\s+|even\s+|habe?n?\s+|heb\w*\s+|myself\s+|(?:her|his|the|their|it)\s+){{0,3}}(?:{_LOOKED})\b|\bi met (?:the|their|mr|ms|mrs|dr|frau|herr|with)\b|\bi've (?:now |since |also )?(?:{_LOOKED})\b|\bi (?:drove|went|stood|was there|was on|sat in)\b.{{0,60}}\b(?:watched|saw|heard|counted|checked|read)\b"
)
_BARE_LOOKED = re.compile(
    rf"^(?:also |then |we |both |have |finally |just |yes,? |ok,? |and |i |\W)*(?:{_LOOKED})\b(?! (?:by|as|like|if|out to|from (?:him|her|them)\b))"
)
_HE_SHOWED = re.compile(
    r"\b(?:showed|shows|shown|showing|read|reads|walked|walks|took|played|plays|sent|forwarded|fwd'?d|handed|gave|copied|cc'?d|bcc'?d|screen-?shared|demoed|ran) (?:it |that |them |this |both )?(?:to )?(?:me|us)\b(?! (?:off|down|the (?:wrong|way)))|"
    r"\bput (?:me|us) (?:in|on) (?:cc|copy|the thread)|\bshared (?:his|her|their|the) screen|\blet me (?:read|see|listen|hear|log)|"
    r"\b(?:had|got|brought|laid|put|left|opened|has|lay|with) (?:it|them|the|his|her|their|a|both|all|me the)\b.{0,40}\b(?:with (?:him|her)|along|on the table|on (?:his|her|my) (?:phone|screen|desk|laptop|seat)|in (?:his|her|my) (?:hand|hands|bag)|in front of (?:me|us)|for me to (?:see|read))|"
    r"\b(?:logged in|ran|did|clicked|opened)\b.{0,50}\b(?:on (?:his|her|my|the) (?:screen|laptop|phone)|live|for me|in front of me)\b|\bbrought (?:me |along )?(?:it|a copy|the (?:original|mail|letter|contract|paper|print\w*)|copies)\b|\bgot (?:it|them) out\b|\bhat (?:mir|uns) .{0,30}gezeigt\b|\bliet (?:me|mij|ons) .{0,30}zien\b|\bm'a (?:montre|envoye|transfere)\b"
)
_LIES_THERE = re.compile(
    rf"\b{_THING}\b.{{0,60}}\b(?:on (?:his|her|my|the|our) (?:screen|laptop|phone|table|desk|seat|wall)|in (?:his|her|my) (?:hands?|inbox)|in front of (?:me|us)|in the (?:crm|system|portal|drive|deal room|folder|shared drive|data room)|open (?:on|in|between)|fwd'?d|forwarded|attached|shown to me|seen by me|(?:reviewed|read|opened|checked|seen) together|came (?:in )?(?:this morning|today|yesterday|on|by)|arrived|landed|with (?:both )?signatures?|gezien|gesehen|gelesen|vu|lu ensemble)\b|"
    rf"^(?:the |a |his |her |their |signed |updated |\W)*{_THING} (?:seen|shown|read|checked|gezien|gesehen|reviewed|opened|verified)\b|\b{_THING}\b.{{0,25}}\b(?:signed|initialled|countersigned|dated)\b.{{0,30}}\b(?:on (?:his|her|my|the)|in (?:his|her|my)|seat|table|desk)\b|"
    r"\brecording,? (?:at )?\d|\bat \d{1,2}[:.]\d\d\b.{0,40}\b(?:says?|asks?|tells?|confirms?|md|cfo|ceo|buyer|himself|herself)\b|\b(?:with|w/) my own (?:eyes|ears)\b|\bi (?:held|hold|had) (?:it|them|the .{0,20}) in (?:my|the) hands?\b|\bin black and white\b|\bthere (?:it|they) (?:is|was|are|were),? \b|\bscreenshot\b|\bchecks? out\b|\b(?:is|are|was|were) (?:all |really )?there, (?:dated|\d)|\b\d+ (?:out )?of (?:the )?\d+ (?:are |is |were )?(?:there|done|in|ok|passed|out)\b"
)
_HEARD_HIM = re.compile(
    r"\b(?:told|rang|called|phoned|mailed|emailed|e-mailed|texted|messaged|wrote to|confirmed (?:it )?to|came up to|said to|assured) (?:me|us)\b.{0,40}\b(?:himself|herself|themselves|directly|in person|face to face|at the|on the phone|on monday|on tuesday|on wednesday|on thursday|on friday|straight)|"
    r"\b(?:their|the|mr|mrs|ms|dr|frau|herr)\b[^.;]{0,40}\b(?:rang|called|phoned|mailed|emailed|wrote to|texted|told|confirmed to|came up to|promised|assured) (?:me|us)\b|"
    r"\b(?:said (?:it|so|that|this) (?:himself|herself|themselves|on the call|in the room|to my face|out loud)|(?:himself|herself|themselves) (?:said|confirmed|told|asked|asks|says|wrote|named)|(?:said|confirmed|confirms|told us|asked for|asks for|asked|named|promised|agreed|wrote)\b[^.;]{0,60}\b(?:himself|herself|themselves)|"
    r"heard (?:it|him|her|them|that|this) (?:myself|on the|say|w/|with|from (?:him|her|them) directly|first ?hand)|heard that myself|i (?:was|were) (?:on|there|in the room)(?: when)?|said (?:at|over|during) (?:our|the|my) (?:dinner|lunch|call|meeting|visit)|at our (?:dinner|lunch|event|stand) |(?:to|told) me at (?:the|a|our))\b"
)
_NOT_SEEN = re.compile(
    r"\b(?:haven't|hasn't|have not|has not|not (?:yet )?(?:been )?(?:seen|read|shown|heard|opened|looked)|(?:didn't|did not) (?:see|show|read|hear|get|open|bring|have|find)|(?:i|we|has|have|had|but|and|was) never (?:saw|seen|showed|shown|heard|read|opened)|never (?:seen|saw|heard|showed|shown) (?:it|them|the|a|any|that (?:done|here)|one)|"
    r"nobody (?:has|saw|else saw|showed)|(?:couldn't|could not|can't|cannot|wouldn't|won't) (?:show|find|open|say|produce|bring|share|see)|no (?:paper|mail|e-?mail|trace|sign|document|copy|proof|report|name) (?:of|yet|so far|seen|came|shown|$)|nothing (?:in writing|to show|sent|seen|on paper|written)|wants? to (?:show|see)|(?:will|'ll|would|can|could|should|to|going to) (?:show|bring|send|forward|share|see|read|open|look|check|watch|listen|hear|go through|review|run)\b(?! (?:me )?(?:it )?(?:on|and))|"
    r"not on paper|unseen|yet to|still to|like to (?:see|read|hear)|ask(?:ed)? (?:him |her |them )?to see|asked for (?:the|it)|show me next|next time|by (?:mon|tue|wed|thu|fri|friday|monday|tomorrow|next|the end|eo[mwq])\b|^agreed\b|where is|need to see|must see|if (?:he|she|i|we) (?:shows?|sees?|saw)|nicht gesehen|niet gezien|pas vu|get (?:the )?(?:report|mail|copy)$)"
)
_NOT_PROOF = re.compile(
    r"\b(?:i|we|he|she) (?:read|heard|saw) (?:about|somewhere|in the (?:press|paper|news|ft|trade))|linkedin|(?:bad|good) (?:mood|shape)|saw (?:him|her) (?:in|at|on|off|for|yesterday|today|tired)|heard (?:back|nothing|no news|rumou?rs?)|look(?:s|ed)? (?:tired|well|good|worn|great|ill)|the ft\b|holiday|as i see it|wait and see|see below|see above|see note|let's see|we'll see"
)
_HE_SAW = re.compile(
    r"\b(?:he|she|they|nobody|customer|buyer)(?:'s| has| have| had|'d)?\s+(?:only\s+|just\s+|also\s+|already\s+|not\s+)?(?:saw|seen|read|heard|watched|checked|looked|opened|counted|reviewed)\b(?! (?:it )?(?:to|out to) me| me\b| (?:out|aloud))"
)
_OWN_WORDS = re.compile(
    r"\b(?:said|says|told|tells|confirmed|confirms|asked|asks|wants?|agreed|agrees|named|names|gave|gives|promised|committed|explained|mentioned|admitted|showed|shows|has|have|had|is|are|read|picked|chose|signed|accepted|approved)\b|:|[\"“]"
)


def read_shown(section: Section, context: ReadingContext) -> list[ShownFinding]:
    """Every clause in which the manager saw or heard something for himself; what it shows is for the ledger to find.

    In a call note, what the buyer's side says counts as heard; its artefact is `heard on the call`.
    """
    own = own_person(section)
    people = (own,) if own else section.people
    if not people:
        return []
    found: list[ShownFinding] = []
    clauses = split_clauses(section)
    placed_lines = place_statements(section, context)
    told = {placed.statement.line for placed in placed_lines if placed.person is not None}
    likely = _likely_seen(placed_lines)
    for index, clause in enumerate(clauses):
        if clause.line in told:
            continue  # what the person says he saw himself
        artefact = _how_seen(clause, section, context)
        if artefact is None and any(start <= clause.start < end for start, end in likely.get(clause.line, ())):
            artefact = _artefact(clause.plain, "heard in person")
        after = clauses[index + 1] if index + 1 < len(clauses) else None
        if artefact is None or (after and after.line == clause.line and _NOT_OPENED.search(after.plain)):
            continue
        mentioned = [m.people[0] for m in context.roster.mentions(clause.text) if len(m.people) == 1]
        text = _with_neighbours(clauses, index) if artefact != HEARD_ON_CALL else clause.text
        deal = context.deal_at(clause.line_text, clause.start, clause.end, section)
        for person in dict.fromkeys([*people, *mentioned] if own else [*mentioned, *people]):
            found.append(
                ShownFinding(person=person, text=text, deal=deal, artefact=artefact, evidence=clause.evidence())
            )
    return found


_AT = 0.5
"""From this chance on a line says that something was seen whatever its words; chosen on lines of hands that the model had not seen."""
_SHORT = 8
"""A shorter clause of seeing needs its neighbours to say what was seen."""
_NOT_OPENED = re.compile(
    r"^(?:but |though )?(?:i |we )?(?:have |had |'ve )?(?:not|n't|never) (?:yet )?(?:opened|read|looked|seen|checked)|\b(?:haven't|didn't|not) (?:opened|read|looked at|seen) (?:it|them)\b|unread\b"
)
HEARD_ON_CALL = "heard on the call"
"""The artefact of what a customer says in a call note."""


def _likely_seen(placed_lines: Sequence[Placed]) -> dict[int, list[tuple[int, int]]]:
    """Where, line by line, a model of how proof sounds finds it in words that the patterns do not know."""
    found: dict[int, list[tuple[int, int]]] = {}
    for placed in placed_lines:
        statement = placed.statement
        if statement.box is not None or statement.plain.endswith("?") or _NOT_SEEN.search(statement.plain):
            continue
        if open_sense("shown").chances(placed.tokens, placed.signs)["shown"] >= _AT:
            found.setdefault(statement.line, []).append((statement.start, statement.end))
    return found


def _how_seen(clause: Clause, section: Section, context: ReadingContext) -> str | None:
    """What was seen or heard in a clause; None where nothing was."""
    plain = clause.plain
    if len(plain.split()) < 3 or clause.line_text.lstrip().startswith("#"):
        return None
    if section.kind is NoteKind.DOCUMENT:
        return _artefact(plain, "document")
    if (
        (plain.rstrip(" )").endswith("?") and '"' not in plain)
        or clause.box is not None
        or plain.startswith(("asked", "i asked"))
    ):
        return None
    seen = way_seen(clause.text)
    if seen is not None and not _is_told(clause, seen, section, context):
        if section.kind is NoteKind.CALL and seen == "heard":
            return HEARD_ON_CALL
        return _artefact(clause.plain_line if len(clause.line_text) < 300 else plain, "heard in person")
    if section.kind is NoteKind.CALL and _is_theirs(clause, section, context):
        return HEARD_ON_CALL
    return None


def _is_told(clause: Clause, seen: Way, section: Section, context: ReadingContext) -> bool:
    """Whether the seeing is only in what the person tells: `says their FD has it on his desk`, `GA: he rang me`."""
    if seen == "heard":
        subject = actor_in(clause.text, section, context)
        if subject is not None and subject.side == "person":
            return True
    if seen == "looked":
        return False
    speech = find_speech(clause, section, context)
    if speech is None or not speech.said:
        return False
    return not (seen == "shown" and (speech.mode != "labelled" or "(" in clause.text))


def is_plainly_seen(text: str) -> bool:
    """Whether a clause by itself says that the manager saw or heard something himself; what stands in quotes is not his."""
    return way_seen(text) is not None


def way_seen(text: str) -> Way | None:
    """How a clause says that the manager took something in: he looked, was shown, heard it said, or it lies there."""
    plain = _unquoted(folded(text))
    if _NOT_SEEN.search(plain) or _NOT_PROOF.search(plain) or _is_partial(plain):
        return None
    if _I_LOOKED.search(plain):
        return "looked"
    if _HE_SHOWED.search(plain):
        return "shown"
    if _HEARD_HIM.search(plain):
        return "heard"
    if _HE_SAW.search(plain):
        return None
    if _LIES_THERE.search(plain):
        return "there"
    bare = re.sub(r"^[^:]{2,40}(?::| -| –| —| ->| →)\s+", "", plain)
    is_bare = bool(_BARE_LOOKED.match(bare)) and bool(re.search(rf"\b{_THING}\b", bare) or re.search(_WITH, bare))
    return "looked" if is_bare else None


def _is_partial(plain: str) -> bool:
    """`3 of the 10`: less than half of what was said was seen."""
    part = re.search(r"\b(\d{1,3}) (?:out )?of (?:the |his |her |all )?(\d{1,3})\b", plain)
    return part is not None and 0 < int(part[1]) * 2 < int(part[2])


def _unquoted(plain: str) -> str:
    return re.sub(r"[\"“][^\"”]*[\"”]", ' "" ', plain)


def _is_theirs(clause: Clause, section: Section, context: ReadingContext) -> bool:
    """In a call note: whether the buyer's side says or does something, rather than the seller or the manager."""
    plain = clause.plain
    if (
        not _OWN_WORDS.search(plain)
        or _NOT_SEEN.search(plain)
        or re.match(r"(?:on|present|there|attendees|next|end|debrief|agenda)\s*:", plain)
    ):
        return False
    subject = actor_in(clause.text, section, context)
    return subject is None or subject.side == "other"


def _with_neighbours(clauses: list[Clause], index: int) -> str:
    """The clause with what stands beside it in its line: what was seen is often said before or after the seeing."""
    clause = clauses[index]
    near = [c for c in clauses[max(0, index - 1) : index + 2] if c.line == clause.line]
    if len(clause.text.split()) < _SHORT:
        return clause.line_text[near[0].start : near[-1].end]
    whole = clause.line_text.strip()
    return whole if len(whole) < 160 else clause.text


def _artefact(plain: str, otherwise: str) -> str:
    return next((name for name, pattern in _SIGNS if pattern.search(plain)), otherwise)

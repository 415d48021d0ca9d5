"""What the manager saw or heard himself: a mail read together, numbers on a screen, a customer's own words on a call."""

from __future__ import annotations

import re

from assistant.models import NoteKind, Section, ShownFinding
from assistant.reading.clauses import split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.subject import folded

_SIGNS: tuple[tuple[str, str], ...] = (
    (
        "recording",
        r"\b(?:recording|listened to|played (?:me|us|it)|call recording|recorded|voice ?mail|gong)\b|\b\d{1,2}:\d\d\b",
    ),
    (
        "mail",
        r"\b(?:mail|e-?mail|message|letter|whatsapp|text|thread|inbox|sent items|reply|cc'?d|bcc'?d|forwarded)\b",
    ),
    (
        "on screen",
        r"\b(?:screen|live\b|logged in|demo(?:ed)? (?:it|me)|dashboard|in the (?:crm|system)|portal|spreadsheet)\b",
    ),
    (
        "document",
        r"\b(?:contract|plan|paper|minutes|signed|initialled|copy|page|document|po\b|order|quote|terms|proposal|slides?|deck|sheet|report|notes|drawing|invoice|printout|form)\b",
    ),
    (
        "heard on the call",
        r"\b(?:himself|herself|themselves|heard|on the call|on the phone|told (?:us|me)|rang me|called me|phoned me|said it|in person)\b",
    ),
)
_SAW = re.compile(
    r"\b(?:read (?:it|them|the|their|his|her|that|through|all|every|both|out)|reading (?:it|the|their)|i (?:read|saw|have seen|'ve seen|checked|watched|heard|opened|went|looked|counted)|saw (?:it|them|the|their|his|her|that|him|all|both)|seen (?:it|the|their|with)|have seen|"
    r"opened (?:it|the|his|her|their|them)|we (?:opened|read|looked|listened|went|saw|watched|checked)|looked at (?:it|the|their|his|her|them)|looked (?:through|over)|went (?:thru|through|over)|walked (?:me|us) through|walked through|"
    r"show(?:ed|s|n) (?:me|us|it|the|them)|shared (?:his|her) screen|on (?:his|her|my|the|our) (?:screen|laptop|phone|desk|table)|in front of (?:me|us|her|him)|on the table|in (?:his|her|my) hand|in black and white|in writing|"
    r"listened to|we heard|heard (?:it|him|her|them|that)|rang me|called me|phoned me|mailed me|wrote to me|told me (?:himself|herself|directly|on the phone)|confirmed (?:it )?to me|told us|said (?:it|so) (?:him|her)self|(?:him|her)self (?:said|confirmed|told)|"
    r"asks? for .{0,30} (?:him|her)self|confirmed .{0,30}(?:him|her)self|copied me|cc'?d me|put me in (?:cc|copy)|checked (?:it|this|the|in|with)|checks out|verified|is there, |there it is|is in my inbox|i was (?:on|there|in)|with my own (?:eyes|ears)|"
    r"ran (?:it|the|me|us) .{0,40}(?:live|for me|on (?:his|her|my))|live on|initialled|countersigned|signed (?:copy|terms|contract|order|form|by)|got (?:it|the|their) .{0,20}(?:in writing|black on white)|brought (?:it|the|me|along)|handed me|laid|"
    r"gesehen|gelesen|gezien|gelezen|gezeigt|laten zien|liet .{0,20}zien|recording, \d|screenshot|photo of|pdf)\b"
)
_HE_SAW = re.compile(
    r"\b(?:he|she|they|nobody)\s+(?:only\s+|just\s+|also\s+)?(?:saw|read|heard|watched|checked|looked)\b"
)
_OWN_WORDS = re.compile(
    r"\b(?:said|says|told|confirmed|confirms|asked|asks|wants|agreed|agrees|named|names|gave|gives|promised|committed|explained|mentioned|admitted|:)\b|:|[\"“]"
)
_NOT_SEEN = re.compile(
    r"\b(?:haven't|hasn't|have not|has not|not (?:yet )?(?:seen|read|shown|heard)|didn't (?:see|show|read|hear|get)|never (?:saw|seen|showed|shown|heard|read)|nobody (?:has|saw|else saw)|couldn't (?:show|find|open|say)|could not (?:show|find|say)|can't (?:show|find)|no (?:paper|mail|trace|sign of)|nothing (?:in writing|to show|sent)|"
    r"wants? to show|will (?:show|bring|send)|'ll (?:show|bring|send)|to show me|would show|not on paper|unseen|yet to see|still to see|want to (?:see|read)|like to see|ask(?:ed)? to see|show me next)\b"
)


def read_shown(section: Section, context: ReadingContext) -> list[ShownFinding]:
    """Every clause in which the manager saw or heard something for himself; what it shows is for the ledger to find."""
    own = own_person(section)
    people = (own,) if own else section.people
    if not people:
        return []
    found: list[ShownFinding] = []
    for clause in split_clauses(section):
        plain = folded(clause.text)
        line = folded(clause.line_text)
        if (plain.endswith("?") and '"' not in plain) or _NOT_SEEN.search(plain):
            continue
        if _HE_SAW.search(plain):
            continue
        is_seen = bool(_SAW.search(plain)) or (
            bool(_SAW.search(line)) and not _NOT_SEEN.search(line) and len(line) < 200
        )
        is_theirs = section.kind in (NoteKind.CALL, NoteKind.DOCUMENT) and (
            section.kind is NoteKind.DOCUMENT or bool(_OWN_WORDS.search(plain))
        )
        if not (is_seen or is_theirs) or len(plain.split()) < 3:
            continue
        mentioned = [m.people[0] for m in context.roster.mentions(clause.text) if len(m.people) == 1]
        for person in dict.fromkeys([*people, *mentioned] if own else [*mentioned, *people]):
            found.append(
                ShownFinding(
                    person=person,
                    text=clause.line_text.strip()
                    if is_seen and section.kind is not NoteKind.CALL and len(clause.line_text) < 240
                    else clause.text,
                    deal=context.deal_of(clause.line_text, section),
                    artefact=_artefact(line, section),
                    evidence=clause.evidence(),
                )
            )
    return found


def is_plainly_seen(text: str) -> bool:
    """Whether a clause by itself says that the manager saw something."""
    plain = folded(text)
    return bool(_SAW.search(plain)) and not _NOT_SEEN.search(plain)


def _artefact(line: str, section: Section) -> str:
    for name, pattern in _SIGNS:
        if re.search(pattern, line):
            return name
    return "document" if section.kind is NoteKind.DOCUMENT else "heard on the call"

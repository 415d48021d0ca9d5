"""Bright spots: something the person did, seen or told with praise, concrete enough for others to copy.

Niceness is none, nor what the customer did, nor what the manager did. A bright spot is an act; the craft in it, what it did to the buyer,
and praise beside it say how bright. Neither craft nor act alone is enough.
"""

from __future__ import annotations

import re

from assistant.models import BrightSpotFinding, NoteKind, PersonId, Section
from assistant.reading.acting import actor_of
from assistant.reading.bright_words import (
    ACTS,
    CRAFT,
    EFFECT,
    HEARSAY,
    LEAD_IN,
    NICE,
    POOR,
    PRAISE,
    RARE_PRAISE,
)
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.place import place_statements
from assistant.reading.sense import open_sense
from assistant.reading.shown import way_seen
from assistant.reading.subject import addressee, folded, one_of

_ENOUGH = 0.55
_AT, _LEAST = 0.2, 0.3
"""From this chance on a line is a bright spot whatever its words; how strong it is then at the least. Chosen on lines of hands
that the model had not seen: there the phrases alone found a third, both together two thirds, nine in ten of them right."""
_BRIGHTEST = 1.8
"""Strength is given as a share of this."""
_ADVERBS = r"(?:(?:also|then|just|simply|quietly|calmly|even|actually|again|first|has|had|did|really|straight|deliberately|only|now|always|at the end|himself|herself|\w+ly)\s+|:\s*)*"
_ACT = re.compile(rf"^{_ADVERBS}(?:{ACTS})\b")
_ANY_ACT = re.compile(rf"\b(?:{ACTS})\b")
_PRONOUN_ACT = re.compile(
    rf"\b(?:he|she|er|sie|hij|zij)\s+(?={_ADVERBS}(?:{ACTS})\b)|^(?:{ACTS})\b.{{0,60}}\b(?:he|she)\b"
)
_DROPPED = re.compile(rf"^(?:has |had |then |also )*(?:{ACTS})\b")
_ASKED_HIM = re.compile(
    r"^(?:i |me |we |asked (?:him|her|them|which|what|how|who|whose|where|if|why|re\b|about|for)|told|said|gave (?:him|her)|let (?:him|her)|showed (?:him|her)|put (?:him|her)|sent (?:him|her)|got (?:him|her)\b)"
)
_RARE = re.compile(rf"\b(?:{RARE_PRAISE})")
_PRAISE = re.compile(rf"(?:\b(?:{PRAISE})\b|!!)")
_EFFECT = re.compile(rf"\b(?:{EFFECT})")
_CRAFT = re.compile(rf"\b(?:{CRAFT})")
_POOR = re.compile(rf"\b(?:{POOR})|n't\b")
_NICE = re.compile(rf"\b(?:{NICE})\b")
_HEARSAY = re.compile(rf"\b(?:{HEARSAY})\b")
_LEAD_IN = re.compile(rf"\b(?:{LEAD_IN})")
_QUESTION = re.compile(
    r"[\"“‘'][^\"”]{6,}\?\s*[\"”’']|\bask(?:ed|s|ing) (?:[\w' ]{1,40}? )?(?:what|how|who|whose|which|why|where|when|to (?:draw|show|write|describe|walk|name|list|price|tell|see|time|talk))\b"
)
_SPOKEN = re.compile(r"[\"“][^\"”?]{10,}\?[^\"”]{0,60}[\"”]")
"""A question in quotes: on a call it is an act by itself."""
_INSIDE = frozenset({NoteKind.ONE_ON_ONE, NoteKind.INBOX, NoteKind.DAILY})
_BUYER = re.compile(
    r"\b(?:buyer|customer|client|prospect|their|them|they|purchas\w+|procurement|cfo|ceo|coo|cio|md|fd|cto|director|manager|mgr|owner|board|committee|foreman|supervisor|nurse|planner|lead|head|lawyers?|counsel|receptionist|porter|secretary|"
    r"supplier|depot|plant|site|call|demo|meeting|price|deal|deck|proposal|brewer|boss|qs|qa|team|everyone|everybody|recap)\b"
)
_CAPITAL = re.compile(r"(?<=[a-z,;:] )[A-ZÀ-Ž][\w’'-]{2,}")
_I = re.compile(r"\b(?:i|me|we)\b")
_MY_PRAISE = re.compile(
    r"\bi(?:'ve| have|'d)? (?:never|not|wish|want|love|like|heard|seen|was (?:on|there))|\bi(?:'d| would) (?:love|like)|i've|i was on|me (?:listening|muted)|in this|we (?:got|had)"
)
_MARK = re.compile(
    r"#?\bbright[- ]?spot\b:?|^\W*(?:win|kudos|shout ?-?out|bright|highlight|positive|went well|strength|did well)s?\W*[:|]"
)


def read_bright_spots(section: Section, context: ReadingContext) -> list[BrightSpotFinding]:
    """Every act of the section bright enough, with how sure and concrete it is."""
    if section.kind is NoteKind.DOCUMENT:
        return []
    found = _by_phrases(section, context)
    lines = {spot.evidence.line_start: spot.evidence.quote for spot in found}
    own = own_person(section)
    for placed in place_statements(section, context):
        statement = placed.statement
        chance = open_sense("bright").chances(placed.tokens, placed.signs)["bright"]
        if chance < _AT or "question" in placed.signs or lines.get(statement.line, "\n") in statement.text:
            continue
        if (person := placed.person or addressee(statement.text, context, own)) is not None:
            strength = round(_LEAST + (1 - _LEAST) * chance, 3)
            spot = BrightSpotFinding(
                person=person, text=statement.text, strength=strength, evidence=statement.evidence()
            )
            found.append(spot)
    return sorted(found, key=lambda spot: spot.evidence.line_start)


def _by_phrases(section: Section, context: ReadingContext) -> list[BrightSpotFinding]:
    found: list[BrightSpotFinding] = []
    clauses = split_clauses(section)
    for index, clause in enumerate(clauses):
        is_spoken = section.kind is NoteKind.CALL and bool(_SPOKEN.search(clause.text))
        if clause.is_apart or len(clause.plain.split()) < 4 or not (is_spoken or _ANY_ACT.search(clause.plain)):
            continue
        person = _doer(clause, section, context)
        if person is None or way_seen(clause.text) in ("looked", "there"):
            continue
        strength = _strength(clauses, index, section, context)
        if strength >= _ENOUGH:
            found.append(
                BrightSpotFinding(
                    person=person,
                    text=clause.text,
                    strength=round(min(strength, _BRIGHTEST) / _BRIGHTEST, 3),
                    evidence=clause.evidence(),
                )
            )
    return found


def _doer(clause: Clause, section: Section, context: ReadingContext) -> PersonId | None:
    """Who of the team acts in the clause; None where it is the manager, an outsider or nobody."""
    own = own_person(section)
    plain = clause.plain
    for mention in context.roster.mentions(clause.text):
        if own is None and len(mention.people) > 1:
            continue
        after = folded(clause.text[mention.end :])
        if after.startswith("'s "):
            continue
        after = re.sub(r"^\s*\([^)]*\)\s*", "", after).lstrip(" ,–-:")
        before = folded(clause.text[: mention.start]).rstrip()
        if _ACT.match(after) and not re.search(
            r"\b(?:asked|told|w/|with|to|for|from|of|gave|let|by|about|showed|than|like)$", before
        ):
            return one_of(mention.people, own)
    if own is None or _ASKED_HIM.match(plain) or _asks_the_team(clause, context):
        return None
    if section.kind is NoteKind.CALL and (spoken := _SPOKEN.search(clause.text)):
        before = clause.text[: spoken.start()].strip(" *:-–")
        if not before or folded(before) in ("then", "and", "so", "later", "end", "next"):
            return own
        if before.count(" ") < 2:
            return one_of(context.roster.resolve(before), own)
    if _PRONOUN_ACT.search(plain):
        return own
    subject = actor_of(clause, section, context)
    if subject is None:
        return own if _DROPPED.match(re.sub(r"^[^:]{2,40}:\s+", "", plain)) else None
    if subject.side == "person":
        return subject.person
    is_dropped = (
        subject.side == "manager"
        and _DROPPED.match(plain)
        and not re.search(r"\b(?:him|her (?!own|card|back)|i|me|we|us)\b", plain[:60])
    )
    return own if is_dropped else None


def _asks_the_team(clause: Clause, context: ReadingContext) -> bool:
    """`Asked Bob for one page`: the manager turns to somebody of the team."""
    opens = re.match(r"(?:then |and |also )?(?:asked|told|gave|showed|sent|reminded|handed|let) ", clause.plain)
    return (
        bool(opens) and any(abs(m.start - opens.end()) < 2 for m in context.roster.mentions(clause.text[:60]))
        if opens
        else False
    )


def _strength(clauses: list[Clause], index: int, section: Section, context: ReadingContext) -> float:
    """How bright an act is: craft, effect and praise, less what tells against it."""
    clause = clauses[index]
    plain = clause.plain
    if _NICE.search(plain) or (plain.endswith("?") and not _SPOKEN.search(clause.text)):
        return 0.0
    beside, below = _after(clauses, index)
    praise = max(
        _praise(plain),
        _praise(beside),
        0.7 * _praise(below),
        0.5 * bool(index and _leads_in(clauses[index - 1], clause)),
    )
    effect = max(
        0.3 * bool(_EFFECT.search(plain)), 0.3 * bool(_EFFECT.search(beside)), 0.2 * bool(_EFFECT.search(below))
    )
    craft = 0.18 * min(len({m.start() // 4 for m in _CRAFT.finditer(plain)}), 3)
    craft += 0.2 * bool(_QUESTION.search(clause.text) or _SPOKEN.search(clause.text))
    if section.kind in _INSIDE and not _has_outsider(clause, context):
        effect, craft = 0.0, 0.5 * craft
    if _MARK.search(clause.plain_line):
        praise = max(praise, 0.6)
    if not (praise or effect or craft > 0.5) or not (craft or praise > 0.4):
        return 0.0
    score = praise + effect + craft + 0.12 * (section.kind in (NoteKind.CALL, NoteKind.TEAM))
    score += 0.1 * min(len(plain.split()) / 15, 1.5)
    if _POOR.search(plain):
        score -= 0.35
    if _HEARSAY.search(plain[:30]):
        score -= 0.3
    if _I.search(plain) and not _MY_PRAISE.search(plain):
        score -= 0.15
    return score


def _has_outsider(clause: Clause, context: ReadingContext) -> bool:
    """Whether a buyer, or somebody of theirs, stands in the clause: not only the two of us."""
    if _BUYER.search(clause.plain) or context.deal_in(clause.text) or context.prefix_of(clause.line_text):
        return True
    known = [(m.start, m.end) for m in context.roster.mentions(clause.text)]
    return any(
        not any(a <= match.start() < b for a, b in known) and not context.roster.is_manager(match[0])
        for match in _CAPITAL.finditer(clause.text)
    )


def _praise(text: str) -> float:
    return 0.5 if _RARE.search(text) else 0.36 if _PRAISE.search(text) else 0.0


def _leads_in(before: Clause, clause: Clause) -> bool:
    """`What I loved:` or `one thing I'd love the lads to hear`, right before the act."""
    return clause.line - before.line <= 1 and len(before.plain.split()) < 12 and bool(_LEAD_IN.search(before.plain))


def _after(clauses: list[Clause], index: int) -> tuple[str, str]:
    """What stands after the act in its line, up to two sentences, and a short next line that goes on about it."""
    clause = clauses[index]
    following = clauses[index + 1 : index + 5]
    beside = " ".join(c.plain for c in following if c.line == clause.line)
    below = next((c for c in clauses[index + 1 :] if c.line != clause.line), None)
    is_about_it = (
        below is not None and below.line == clause.line + 1 and len(below.plain.split()) < 10 and ":" not in below.plain
    )
    return beside, below.plain if below is not None and is_about_it else ""

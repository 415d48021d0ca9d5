"""What the person did well, seen and concrete enough for somebody else to copy; the strongest signs count most."""

from __future__ import annotations

import re

from assistant.models import BrightSpotFinding, NoteKind, PersonId, Section
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.subject import first_names, folded

_LEAST = 0.28
"""What is weaker than this is no bright spot."""
_RARE = re.compile(
    r"\b(?:never (?:seen|heard|had) (?:that|it|this|one|anybody|anyone|anything)\b|(?:not|n't) seen (?:that|this|it|anything like (?:that|it)) (?:done )?(?:before|here)|haven't seen (?:that|this) before|best (?:question|thing|call|ten min\w*|opening|demo|answer|move|discovery|meeting|moment|line|hour|i've)\w*|"
    r"nobody (?:in (?:that|their) \w+ |here |else )?(?:had known|knew|does that|has done|had ever)|first time (?:i|anybody|anyone|i've)|should (?:all )?(?:do|copy|hear|see) (?:that|this|it)|(?:others|the team|everyone|everybody|the rest|all of us|we all) (?:should|could|to hear|need to|must|can learn)|"
    r"would like the others|want (?:that|this|it) as a habit|worth (?:copying|sharing|stealing)|steal(?:ing)? (?:that|this)|share (?:that|this|it) with the (?:team|others)|one for the team|textbook|masterclass|goose ?bumps|for the (?:team|wiki|playbook)|learnt? more|taught me|to copy\b|copy this|#bright-?spot|bright spot)\b"
)
_PRAISE = re.compile(
    r"\b(?:brilliant\w*|excellent\w*|superb\w*|super\b|great\b|lovely|neat\w*|brave\w*|clever\w*|smart\w*|well done|nicely done|proud|impress\w*|strong\b|beautiful\w*|masterful\w*|perfect\w*|wonderful\w*|fantastic\w*|outstanding|really good|very good|v good|so good|kudos|chapeau|bravo|hats? off|"
    r"good (?:one|silence|move|question|q\b|call|choices?|instinct|point|way|catch|idea|on (?:him|her))|worked\b|it worked|that works|nailed|landed|loved? (?:it|that|this|how)|liked (?:it|that|this|how)|yes!|wow|right call|told (?:him|her) so|said so\b|credit to|kept quiet and|prima|klasse|goed gedaan|mooi|stark|toll|knap)\b|[!]\s*$"
)
_EFFECT = re.compile(
    r"\b(?:went (?:quiet|silent|to fetch|and fetched)|room (?:went )?(?:quiet|silent)|(?:long )?silence|stopped (?:and|talking)|opened up|lit up|leaned (?:in|forward)|sat up|laughed|talked (?:for|himself|herself|themselves)|told (?:us|him|her) (?:everything|about)|turned (?:it|the (?:call|meeting|mood))|changed (?:his|her|their|two|the)|"
    r"they (?:wrote|corrected|named|counted|worked it out|set the day|asked (?:for|us|her|him))|the buyer (?:talked|wrote|asked|corrected|named|said)|nobody had|walked us|showed us|moved (?:the|it)|got (?:the|a|their) (?:yes|date|number|meeting|names?)|came back with|thanked|for nine min|named the|wrote (?:it|that|the) .{0,20}(?:down|himself|herself)|in (?:his|her|their) own words)\b"
)
_ACT = re.compile(
    r"\b(?:asked|asks|opened|opens|let|lets|built|rang|called|wrote|drew|ran|runs|got|had (?:the|their|them|him|her)|kept (?:quiet|silent|asking|his|her)|waited|stopped|turned|brought|used|made|put|read(?:ing)? (?:it|him|her|\w+ (?:his|her))|repeated|mirrored|mirrors|played|prepared|sent|sends|started|started to|has started|spotted|listened|"
    r"counted|summed|sums|invited|sat|walked|told (?:him|her|them|it) straight|said the price|named (?:the|it)|challenged|walked away|qualified|offered|showed|set|took|left (?:it|the)|paused|recorded|practised|rehearsed|mapped|found out|noticed|connected|introduced|dug|traced|handled|turned down|said no)\b"
)
_HEDGE = re.compile(
    r"\b(?:not (?:so|very|that|much|really|good|great)|didn't|did not|never (?:asked|did|said|picked|sent)|no agenda|too (?:long|much|early|late)|missed|forgot|late|could have|could've|should have|should've|nothing|nobody asked|without one|no idea|couldn't|not seen|weak\w*|wrong|slip\b|bad\b|poor\w*|lost)\b"
)
_PLAN = re.compile(r"\b(?:will|'ll|going to|wants? to|should|might|could|would|plans? to|by (?:fri|eom)|to do)\b")
_QUIET = re.compile(
    r"\b(?:asked)\b.{0,20}[\"“].{12,}[?]|\basked (?:the|their|him|her|whose|what|how|which|who|\w+ (?:what|how|whose|which|to))\b"
)
_MANAGER_ASKED = re.compile(
    r"^(?:i |me |asked (?:him|her|them|what|how|which|who|if|why|re)|what|how|which|who|told|we )"
)
_SAYS = re.compile(r"\b(?:says|said|tells me|told me|claims|reckons|according to|apparently)\b")


def read_bright_spots(section: Section, context: ReadingContext) -> list[BrightSpotFinding]:
    """Every clause with an act of the person's that the note praises, or that changed something at the buyer's."""
    own = own_person(section)
    found: list[BrightSpotFinding] = []
    clauses = split_clauses(section)
    for index, clause in enumerate(clauses):
        plain = folded(clause.text)
        if clause.line_text.lstrip().startswith((">", "#", "|")) or clause.box is not None or len(plain.split()) < 5:
            continue
        person = _doer(clause, plain, section, context, own)
        if person is None or not _ACT.search(plain) or (_PLAN.search(plain) and not _RARE.search(plain)):
            continue
        beside = folded(" ".join(c.text for c in clauses[index + 1 : index + 5] if c.line == clause.line))
        strength = _strength(plain, beside, section)
        if strength >= _LEAST:
            found.append(
                BrightSpotFinding(
                    person=person, text=clause.text, strength=round(strength, 3), evidence=clause.evidence()
                )
            )
    return found


def _strength(plain: str, beside: str, section: Section) -> float:
    around = f"{plain} {beside}"
    strength = (
        0.55 * bool(_RARE.search(around)) + 0.3 * bool(_PRAISE.search(around)) + 0.3 * bool(_EFFECT.search(around))
    )
    strength += 0.15 * bool(_QUIET.search(plain)) + 0.1 * (section.kind in (NoteKind.CALL, NoteKind.TEAM))
    strength += 0.05 * min(len(plain.split()) / 20, 1.5)
    if _SAYS.search(plain):
        strength -= 0.25
    if _HEDGE.search(plain):
        strength -= 0.3
    return min(max(strength, 0.0), 1.0)


def _doer(
    clause: Clause, plain: str, section: Section, context: ReadingContext, own: PersonId | None
) -> PersonId | None:
    """Who did it: somebody of the team named in the clause, or the one whose entry it is."""
    first = first_names(
        re.sub(
            r"^(?:\d{1,2}:\d\d|on the \w+ (?:call|recording),?|for \w+|then,? (?:out of nowhere:)?|how (?:he|she) got there:?)\s*",
            "",
            clause.text,
            flags=re.IGNORECASE,
        ),
        section,
        context,
    )
    if first is not None and first.side == "manager":
        return None
    if first is not None and first.side == "person":
        return first.person
    for mention in context.roster.mentions(clause.text):
        if len(mention.people) == 1 and mention.end - mention.start > 1:
            after = folded(clause.text[mention.end : mention.end + 30])
            if re.match(r"\s+(?:\w+\s)?(?:" + _ACT.pattern.removeprefix(r"\b(?:").removesuffix(r")\b") + r")\b", after):
                return mention.people[0]
    if re.search(
        r"\b(?:i|we) (?:took|asked|told|said|gave|went|did|had|put|was|could|showed|let|got|read|ran|thought)\b",
        plain,
    ):
        return None
    if own is None or _MANAGER_ASKED.match(plain):
        return None
    if re.search(r"\b(?:he|she)\b", plain) or first is None:
        return own
    return None

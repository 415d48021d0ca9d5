"""Who acts in a clause: the manager, the person whose entry it is, somebody else of the team, or an outsider.

Notes drop the subject (`Told him to …`, `Forwarded it as it came`): a clause that opens with such a verb is the manager's own act.
"""

from __future__ import annotations

import re

from assistant.models import Section
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.subject import MANAGER, OUTSIDER, Subject, folded, one_of

_LEAD = re.compile(
    r"^(?:(?:so|and|but|also|then|ok|okay|well|again|still|now|yes|plus|good|anyway|afterwards|later|today|yesterday|first|in the end|"
    r"finally|basically|just|simply|actually|honestly|monday|tuesday|wednesday|thursday|friday|last (?:week|night)|this (?:morning|week)|"
    r"at (?:min(?:ute)?|the end|the start|one point|\d[\d:.]*)(?: \d+)?|\d{1,2}[:.]\d\d|(?:on|in|at|for|with|after|during|before|straight after) "
    r"(?:the |their |his |her |our |that |this )?[^\s,]+(?: [^\s,]+){0,3}(?:,| (?=(?:he|she|i)\b)))[\s,:;–-]*)+",
    re.IGNORECASE,
)
_I = re.compile(r"^(?:i|i'll|i'm|i've|i'd|me|myself|ich|ik|my (?:own )?(?:bad|fault|mistake))\b")
_WE = re.compile(r"^(?:we|wir|wij)\b")
_PRONOUN = re.compile(r"^(?:he|she|he's|she's|he'd|she'd|he'll|she'll|er|sie|hij|zij)\b")
_OUTSIDER = re.compile(
    r"^(?:the(?:ir|re|y)?|our|a|an|some|it|that|this|these|those|nobody|noone|no one|everybody|everyone|somebody|someone|customers?|buyers?|"
    r"clients?|prospects?|both|all|most|none|his|her)\b"
)
_NAME = re.compile(r"^(?:(?:mr|mrs|ms|dr)\.?\s)?([A-ZÀ-Ž][\w'’-]+)")
_BARE_VERB = re.compile(
    r"^(?:didn't |did not |never |just |only |then |also |again )*"
    r"(?:told|asked|said|gave|forwarded|passed|relayed|sent|mailed|emailed|took|jumped|stepped|left|let|moved|reminded|repeated|read|went|put|"
    r"pushed|wanted|meant|thought|nearly|spent|built|updated|changed|switched|dropped|scrapped|announced|set|made|ran|rang|called|closed|"
    r"finished|wrote|showed|brought|kept|got|ended|cut|walked|missed|skipped|cancelled|agreed|explained|pointed|suggested|offered|promised|"
    r"praised|thanked|encouraged|cheered|bought|ordered|parked|avoided|postponed|swallowed|bit|held|stayed|sat|listened|watched|saw|heard|"
    r"joined|started|stopped|tried|decided|copied|pasted|shared|posted|reshuffled|reallocated|redid|checked|did|had|played|practised|coached|"
    r"offerd|handed|gave|used|quoted|negotiated|signed|discounted|took)\b"
)
_HEAD = 40
"""In so many characters, whole words, stands the name of whoever acts."""


def without_lead(text: str, context: ReadingContext) -> str:
    """The clause without bullets, `Deal:` and openers before its subject."""
    plain = text.strip().strip('"“*_[]() ')
    prefix = context.prefix_of(plain)
    if prefix and plain.find(prefix) < 4:
        plain = re.sub(r"^[^:>→–—=-]*?(?::|->|→|–|—|=| - )\s*", "", plain, count=1)
    lead = _LEAD.match(plain)
    return plain[lead.end() :] if lead and len(plain) > lead.end() + 3 else plain


def actor_of(clause: Clause, section: Section, context: ReadingContext) -> Subject | None:
    """Whoever the clause makes act; the manager where the verb stands alone; None where nobody does."""
    return actor_in(clause.text, section, context)


def actor_in(text: str, section: Section, context: ReadingContext) -> Subject | None:
    """The same for a piece of text."""
    words = without_lead(text, context)
    plain = folded(words)
    own = own_person(section)
    if _I.match(plain):
        return MANAGER
    if _WE.match(plain):
        return Subject("manager")
    mentions = context.roster.mentions(words if len(words) <= _HEAD else words[:_HEAD].rpartition(" ")[0])
    if mentions and mentions[0].start <= 1:
        after = folded(words[mentions[0].end : mentions[0].end + 3])
        if after.startswith("'s ") is False or re.match(
            r"'s\s+(?:been|done|got|rebuilt|\w+ed|\w+ing)\b", folded(words[mentions[0].end :])
        ):
            chosen = one_of(mentions[0].people, own)
            return Subject("person", chosen) if chosen else OUTSIDER
        return OUTSIDER
    if _PRONOUN.match(plain):
        return Subject("person", own) if own else None
    name = _NAME.match(words)
    if name and context.is_manager(name[1]):
        return MANAGER
    if _BARE_VERB.match(plain):
        return MANAGER
    if _OUTSIDER.match(plain):
        return OUTSIDER
    if name and re.match(
        r"[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+)? (?:\w+ed|said|told|was|is|has|had|came|went|gave|took|wants?|asks?|says)\b",
        words,
    ):
        return OUTSIDER
    return None

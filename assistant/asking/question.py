"""What a question asks for, and the words that an answer has to be about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from assistant.asking.alike import keys_of
from assistant.index.words import STOP_WORDS
from assistant.vault.folding import fold_plain, word_set

Asked = Literal["when", "money", "number", "name", "who", "where", "why", "whether", "became", "said", "which", "what"]
"""The kind of thing that an answer holds."""

_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
_EMPTY = STOP_WORDS | word_set(
    """
    actually according agreed anything anybody anyone asked become became best call called ever exactly happen happened happens know known long many mean means mention
    mentioned much name named names note notes often old really reckon said say saying says something stand stands still tell tells thing
    things think thinks told till use used want wants yet
    """
)
_MONEY = (
    r"price|prices|cost|costs|pay|pays|paid|budget|amount|fee|fees|spend|spends|spent|worth|discount|margin|salary|commission|bonus|rent|bill|bills|charge|"
    r"charges|charged|invoice|premium|deductible|excess|money|earn|earns|revenue|sum|value|figure|quote|rate|percentage|percent|cheaper|dearer|rise|increase"
)
_FORMS: dict[Asked, str] = {
    "when": r"\b(?:when|(?:what|which|on what|on which|by which|by what) (?:exact )?(?:date|day|month|week|year|time|quarter)|how soon|until when|till when|since when|by when|what time)\b",
    "why": r"\b(?:why|how come|(?:what|which) (?:reason|reasons|was the reason|is the reason|made|makes|caused|stopped|lost)|for what reason)\b",
    "money": rf"\bhow much\b|\bhow (?:high|low|large|big) (?:is|was|are|were) (?:\w+ ){{1,3}}?(?:{_MONEY})\b|\b(?:what|which) (?:\w+ ){{0,2}}(?:{_MONEY})\b|"
    rf"\bwhat(?:'s| is| was| are| were) (?:[\w'&-]+ ){{1,6}}?(?:{_MONEY})\b|\bwhat (?:do|does|did|will|would) (?!.{{0,40}}\b(?:say|think|tell|mean|know)\b).{{1,60}}?\b(?:cost|pay|charge|earn|spend|bill|owe|amount to|offer)\b|"
    r"\bup to what\b|\babove what\b|\bby how much\b",
    "number": r"\b(?:how (?:many|long|often|far|old|big|large|late|fast|high|tall|heavy)|what (?:number|share|percentage|volume|size|area|temperature|score|term))\b",
    "name": r"\b(?:name of|what(?: is|'s| was| are) .{0,60}\b(?:names?|called)|what name)\b|\bcalled\?*$|^who(?:'s| is| was| are| were)\b",
    "who": r"\b(?:who|whom|whose|(?:what|which) (?:person|people|company|competitor|supplier|vendor|customer|colleague|architect|firm))\b",
    "where": r"\b(?:where|(?:what|which|in which|in what|at which) (?:place|city|town|country|site|room|building|hotel|hall|office))\b",
    "became": r"\b(?:became of|becomes of|happened (?:to|with)|outcome|in the end)\b|\bhow did .{0,80}\b(?:go|end|vote|decide|come out|turn out)\b",
    "whether": r"^(?:(?:and|but|so|then) )?(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|must|isn't|aren't|didn't|hasn't)\b",
    "said": r"\bwhat\b.*\b(?:say|said|says|tell|told|tells|think|thinks|write|wrote|reckon|answer|reply|replied)\b",
    "which": r"^(?:(?:in|on|at|of|from|to|for|by|with) )?(?:which|whose)\b",
}  # fmt: skip
"""In this order: the first that fits says what is asked for."""


_VERB = r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|shall|should|may|might|must)"
_PREPOSITION = r"(?:of|at|in|for|on|from|to|with|by|about|that|who|which|called|above|up)"
_FOCUS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\bhow (?:many|much)\s+(.+?)(?:\s+{_VERB}\b|\s+{_PREPOSITION}\b|\?|$)",
        rf"\b(?:say|said|says|tell|told|think|thinks|know|knows|write|wrote|hear|heard)\b.*?\babout\s+(.+?)(?:\s+{_PREPOSITION}\b|\?|$)",
        rf"\bname of\s+(.+?)(?:\s+{_PREPOSITION}\b|\?|$)",
        rf"\b(?:what|which)\s+(?!{_VERB}\b|{_PREPOSITION}\b|'s)(.+?)(?:\s+{_VERB}\b|\s+{_PREPOSITION}\b|\?|$)",
        rf"\b(?:what|who|when|where)(?:'s|\s+(?:is|was|are|were))\s+(.+?)(?:\s+{_PREPOSITION}\b|\?|$)",
    )
)
"""Where a question names what it asks for."""
_ROLES = word_set("ceo cfo coo cio cto ciso md gm fd vp hr it qa pa pm po crm roi rfi rfp poc sso boss")
"""In capitals, and no names."""
_UNIT = re.compile(r"\bhow (old|often|far|long|late)\b|\b(?:rate|margin|percentage|percent|share)\b")


@dataclass(frozen=True)
class Term:
    """One word of the question that an answer has to be about."""

    word: str
    """Folded, as it stands in the question."""
    keys: frozenset[str]
    """Its stem, and the concepts it belongs to."""
    is_name: bool
    """Written with a capital inside the question, or with a digit: nothing else will do."""
    is_asked: bool
    """Names the thing asked for: the `agency people` of `how many agency people does Pentlow have`."""


@dataclass(frozen=True)
class Asking:
    """A question, taken apart."""

    text: str
    asked: Asked
    terms: tuple[Term, ...]
    words: frozenset[str]
    """Every word of it, folded: what an answer cannot be made of."""
    unit: str
    """`old`, `often`, `far`, `long`, `late`, `share` where that is what is counted."""
    is_of_manager: bool
    """Whether it asks about what the manager himself said or does."""


def read_question(text: str) -> Asking:
    """Take a question apart. An empty text asks for nothing and has no terms."""
    plain = " ".join(text.split())
    folded = fold_plain(plain)
    found: dict[str, Term] = {}
    start, end = next((match.span(1) for form in _FOCUS if (match := form.search(folded))), (0, 0))
    for number, match in enumerate(_WORD.finditer(plain)):
        written = match[0]
        word = fold_plain(written).removesuffix("'s")
        is_name = (written[0].isupper() and number > 0 and word not in _ROLES) or any(
            char.isdigit() for char in written
        )
        if not is_name and (word in _EMPTY or (len(word) < 2 and not word.isdigit())):
            continue
        if number == 0 and written[0].isupper() and word in _EMPTY:
            continue
        if written == "I" or written.startswith(("I'", "I’")):
            continue
        keys = keys_of(word) or frozenset((word,))
        is_asked = not is_name and len(plain) == len(folded) and start <= match.start() < end
        found.setdefault(word, Term(word, keys, is_name, is_asked))
    return Asking(
        text=plain,
        asked=_asked(folded),
        terms=tuple(found.values()),
        words=frozenset(_WORD.findall(folded)),
        unit=(unit[1] or "share") if (unit := _UNIT.search(folded)) else "",
        is_of_manager=bool(re.search(r"\b(?:i|me|my|we|us|our)\b", folded)),
    )


def _asked(folded: str) -> Asked:
    return next((asked for asked, form in _FORMS.items() if re.search(form, folded)), "what")

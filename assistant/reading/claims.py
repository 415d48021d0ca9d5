"""What the person says is so: about a buyer, a deal or his own work, and that somebody could show.

What counts is written down in docs/definitions.md. The manager's own view, a musing, a question, a feeling, and what a customer said to
the manager's face are none.
"""

from __future__ import annotations

import re

from assistant.models import ClaimFinding, NoteKind, PersonId, Section
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.kinds import claim_kind
from assistant.reading.subject import by_initials, folded, one_of

_SAYS = (
    r"says|said|tells me|told me|tells us|claims?|claimed|swears|insists|insisted|maintains|assures me|assured me|reckons|reports|reported|mentions|mentioned|"
    r"is (?:sure|certain|confident|convinced|adamant|positive)|was (?:sure|certain|confident|adamant)|confirms|confirmed to me|announced|promises me|believes|states|"
    r"sagt|meint|zegt|vertelt|beweert|according to (?:him|her)|again tells me|has it that|guarantees|declares|has told me|keeps saying|keeps telling me|still says|sounds sure"
)
_VERB = re.compile(rf"\b(?:{_SAYS})\b")
_LEADING_VERB = re.compile(
    rf"^(?:again|still|now|also|he|she|and|but|then|so|apparently)?[\s,]*(?:again|still|now|also)?\s*(?:{_SAYS})\b[\s,:]*(?:that\b)?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[,–-]\s*(?:or )?(?:so )?(?:(?:he|she)\s+(?:says|said|tells me|told me|claims|swears|reckons|insists)|(?:says|said|acc(?:ording|\.)?\s+to)\s+(?:him|her|he|she))(?:\s+again)?\s*[.!]?$|"
    r"\bacc(?:ording|\.)?\s+to\s+(?:him|her)\b|\b(?:third|second|fourth) time (?:he|she) (?:tells|says|told)",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(
    r"(?:^|[\s,(–-])(?:so\s+)?(?:says|said|claims|reckons|swears|according to|acc\.? to|per)\s+(?P<who>[A-ZÀ-Ž][\w’'-]*(?:\.[A-Z]\.?)?|he|she|him|her)(?=\s*(?:[,.;!)]|$))"
)
_BY_EAR = re.compile(
    r"\b(?:verbal(?:ly)?|by phone|over the phone|on the phone|by word of mouth|mondeling|mundlich|am telefon)\b"
)
_PER = re.compile(r"^(?:as )?per\s+|^acc(?:ording|\.)?\s+to\s+|^laut\s+|^volgens\s+", re.IGNORECASE)
_HEARD = re.compile(
    r"\b(?:told|tells|assured|promised|confirmed to|confirmed with|mailed|texted|rang|phoned|let)\s+(?:him|her)\b(?!\s+(?:off|to|about|i|how|what|why|when))",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“]([^\"”]{8,})[\"”]")
_APPARENTLY = re.compile(r"\b(?:apparently|supposedly|allegedly|reportedly|angeblich|schijnbaar)\b")
_NOT_CLAIM = re.compile(
    r"\b(?:no idea|doesn't know|didn't know|don't know|does not know|not sure|unsure|isn't sure|wonders?|wondering|wants? (?:more|less|help|to (?:learn|try|go|be|do|talk|move|know|see|work|get|have))|would (?:like|love|rather|want|have)|"
    r"'d (?:like|love|rather|want|have)|feels?|felt|enjoys?|hates?|likes?|misses|worried|worries|nervous|tired|afraid|hopes?|hoping|dreams?|could(?:n't)? see|thinks? (?:about|of|he|she)|"
    r"nice-to-have|to (?:his|her) mind|in (?:his|her) (?:view|opinion|eyes)|eat (?:his|her) hat|thank\w*|sorry|joke\w*|laugh\w*|a bit (?:long|much)|holidays?\b|weather|no excuse|fair(?:\s|$)|point taken|underpric\w*|spread too thin|could do better|"
    r"next time|nxt time|difficult for|hard for|has ideas?|his own idea|her own idea|plenty when|twelve's|ceiling|cieling|linkedin|which she says is right)\b"
)
_MINE = re.compile(
    r"^(?:i|we|me)\b|\b(?:i think|i reckon|i suspect|i believe|i'd say|i guess|my view|my guess|in my view|looks to me|seems to me|to me\b(?!,)|imho|ask me)\b"
)
_I_SAID = re.compile(r"\b(?:i|we)\s+(?:said|told|asked|say|tell|ask|reminded|repeated|agreed)\b")
_WILL_DO = re.compile(r"\b(?:he|she)(?:'ll| will|'s going to)\b")
_ASKED = re.compile(
    r"\basked\b.{0,80}(?::|->|→)?\s*[\"“]|\bwhat\b.{0,60}[:\"“]|\bhow\b.{0,60}[:\"“]|^(?:asked|what|how|which|who|where|when|why)\b"
)
_LABEL = re.compile(r"^(?P<who>[^\s:]{1,20}(?:\s[^\s:]{1,20})?)\s*:\s*(?P<rest>.+)$")
_ANSWER = re.compile(r"^(?:->|→|=>)")
_OUTSIDE_SPEAKER = re.compile(
    r"(?:^|[\s,;(])(?:the(?:ir|y)?|his|her|our|my)\s+(?:\w+[\s-]){0,3}$|(?:customer|buyer|client|boss|team|colleague|marketing|finance|procurement|they|who|which|it|nobody|everybody|everyone|somebody)\s*$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"([A-ZÀ-Ž][\w’'-]+)\s*(?:\([^)]*\)\s*)?$")


def read_claims(section: Section, context: ReadingContext) -> list[ClaimFinding]:
    """One sighting of a claim for every clause in which somebody of the team says that something is so."""
    found: list[ClaimFinding] = []
    for clause in split_clauses(section):
        plain = folded(clause.text)
        if clause.line_text.lstrip().startswith((">", "#", "|")) or clause.box is not None or plain.endswith("?"):
            continue
        speaker = _speaker(clause, plain, section, context)
        if speaker is None:
            continue
        start, words = _statement(clause)
        said = folded(words)
        if len(words.split()) < 4 or _NOT_CLAIM.search(said) or (_WILL_DO.search(said) and not _VERB.search(said[3:])):
            continue
        kind, _ = claim_kind(words)
        if kind == "other" and not _is_about_buyer(said, clause, section, context):
            continue
        found.append(
            ClaimFinding(
                person=speaker,
                text=words,
                kind=kind,
                deal=context.deal_of(clause.line_text, section),
                evidence=clause.evidence(start),
            )
        )
    return found


def _speaker(clause: Clause, plain: str, section: Section, context: ReadingContext) -> PersonId | None:
    """Who of the team says it, or None where nobody does."""
    own = own_person(section)
    if _I_SAID.search(plain) and not _VERB.search(plain):
        return None
    per = _PER.match(_after_prefix(clause, context))
    if per:
        rest = _after_prefix(clause, context)[per.end() :]
        mentions = context.roster.mentions(rest[:30])
        if mentions and mentions[0].start <= 1:
            return one_of(mentions[0].people, own)
        return own if re.match(r"(?:him|her)\b", rest, re.IGNORECASE) else None
    if _TRAILING.search(clause.text):
        return own
    for who in _SAYS_WHO.finditer(clause.text):
        if who["who"] in ("he", "she", "him", "her"):
            return own
        initials = by_initials(who["who"], context, own)
        speaker = initials[0] if initials else one_of(context.roster.resolve(who["who"]), own)
        if speaker is not None:
            return speaker
    for verb in _VERB.finditer(plain):
        speaker = _before(clause.text[: verb.start()], section, context)
        if speaker is not None or _has_subject(clause.text[: verb.start()]):
            return speaker
        if section.kind is NoteKind.ONE_ON_ONE and not _MINE.search(plain[: verb.start()]):
            return own
    if _MINE.search(plain):
        return None
    label = _LABEL.match(_strip_deal(clause, context))
    if label and section.kind is NoteKind.ONE_ON_ONE:
        speaker = one_of(context.roster.resolve(label["who"]), own)
        if speaker and not re.match(r"(?:to|send|will|asked|by)\b", label["rest"], re.IGNORECASE):
            return speaker
    if section.kind is not NoteKind.ONE_ON_ONE or own is None:
        return None
    if _BY_EAR.search(plain) and not _MINE.search(plain):
        return own
    told = re.search(r"\b(?:told|assured|promised|confirmed to)\s+(?=[A-Z])", clause.text)
    if told and not _I_SAID.search(plain):
        mentions = context.roster.mentions(clause.text[told.end() : told.end() + 20])
        if mentions and mentions[0].start == 0 and one_of(mentions[0].people, own) == own:
            return own
    heard = _HEARD.search(clause.text)
    if (
        heard
        and not _I_SAID.search(plain)
        and re.search(
            r"\b(?:their|the|his|her)\s+[\w-]+(?:\s[\w-]+)?\s*$|[A-Z][\w'-]+\s*$",
            clause.text[: heard.start()],
        )
    ):
        return own
    if _APPARENTLY.search(plain):
        return own
    quote = _QUOTE.search(clause.text)
    if (
        quote
        and not _ASKED.search(folded(clause.line_text[: clause.start] + clause.text[: quote.start() + 1]))
        and not _ANSWER.match(clause.line_text[clause.start - 3 : clause.end].strip())
    ):
        kind, _ = claim_kind(quote[1])
        outside = clause.text[: quote.start()].strip(" -–,:")
        prefix = context.prefix_of(clause.text) or context.deal_in(outside)
        if (
            kind != "other"
            and len(quote[1].split()) >= 3
            and "?" not in quote[1]
            and (not outside or prefix or len(outside.split()) <= 2)
            and not re.search(r"\b(?:my|our|mail|recording|wrote|written|letter)\b", folded(outside))
        ):
            return own
    return None


def _before(text: str, section: Section, context: ReadingContext) -> PersonId | None:
    """The speaker that stands before a verb of saying."""
    own = own_person(section)
    tail = text[-40:]
    mentions = context.roster.mentions(tail)
    if mentions:
        between = tail[mentions[-1].end :]
        if re.fullmatch(
            r"[\s,:)]*(?:(?:still|again|now|also|keeps?|has|just|then|who|already|even|really|always|\w+ly)\s*)*",
            between,
            re.IGNORECASE,
        ):
            return one_of(mentions[-1].people, own)
    if re.search(
        r"\b(?:he|she)\s*(?:(?:still|again|now|also|just|then|really|already|\w+ly)\s*)*$",
        tail,
        re.IGNORECASE,
    ):
        inner = re.search(r"\b(?:their|the|his|her)\s+\w+\b.*\b(?:he|she)\s*$", tail, re.IGNORECASE)
        return (
            own
            if section.kind is NoteKind.ONE_ON_ONE and not inner
            else (own if section.kind is not NoteKind.CALL else None)
        )
    return None


def _has_subject(text: str) -> bool:
    """Whether somebody who is not of the team stands before the verb."""
    plain = text.rstrip()
    if not plain or plain.endswith(
        (":", ",", "-", "–", ";", ".", "(", "again", "and", "but", "so", "also", "still", "now")
    ):
        return False
    if _OUTSIDE_SPEAKER.search(plain + " ") or _OUTSIDE_SPEAKER.search(plain):
        return True
    return bool(_CAPITAL.search(plain)) or bool(re.search(r"\b\w+$", plain))


def _statement(clause: Clause) -> tuple[int, str]:
    """Where in the clause what was said begins, and its words: with the verb of saying, without the deal before it."""
    prefix = re.match(r"^[^:\"“]{2,60}:\s+|^[^\"“]{2,24}\s(?:->|→|–|-)\s+", clause.text)
    start = prefix.end() if prefix and len(clause.text) - prefix.end() > 12 else 0
    return start, clause.text[start:].strip()


def _after_prefix(clause: Clause, context: ReadingContext) -> str:
    return _strip_deal(clause, context)


def _strip_deal(clause: Clause, context: ReadingContext) -> str:
    prefix = context.prefix_of(clause.text)
    if prefix and clause.text.find(prefix) < 4:
        return re.sub(r"^[^:>→–—-]*?(?::|->|→|–|—| - )\s*", "", clause.text, count=1)
    return clause.text


def _is_about_buyer(said: str, clause: Clause, section: Section, context: ReadingContext) -> bool:
    has_deal = context.deal_of(clause.line_text, section) is not None
    return has_deal and bool(
        re.search(r"\b(?:they|they're|they've|their|them|it's|he's|she's|is|are|has|have|all|the)\b", said)
    )

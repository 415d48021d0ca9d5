"""Who says it: finds in a clause that somebody of the team asserts something, and where the assertion begins.

Direct or reported, named or left out, before or after what is said: `says …`, `Z: …`, `per Morgan …`, `… he tells me`, `T: "…"`,
`apparently …`, `laut Jonas …`. What the manager, a customer or another department says is nobody's here.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from assistant.models import NoteKind, PersonId, Section
from assistant.reading.clauses import Clause
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.subject import folded, one_of

Mode = Literal["said", "relayed", "quoted", "labelled"]


class Speech(NamedTuple):
    """Somebody's assertion: offsets in the clause of the words to cite, and of what is asserted."""

    speaker: PersonId
    start: int
    said: str
    """The asserted words alone, folded."""
    mode: Mode
    is_opinion: bool = False
    """`reckons`, `believes`: an opinion unless what is said is a plain fact about a buyer."""


_TOLD_ME = r"tells? (?:me|us)|told (?:me|us)|assure[sd] (?:me|us)|promise[sd] (?:me|us)|has (?:told|assured) (?:me|us)|informe?[sd] (?:me|us)?|lets? (?:me|us) know|says? (?:to )?me|is telling (?:me|us)|'s telling (?:me|us)|keeps telling (?:me|us)"
_SAYS = (
    rf"{_TOLD_ME}|says?|said|saying|sez|claims?|claimed|claiming|swears?|swore|insists?|insisted|maintains?|maintained|states?|stated|reports|reported|mentions?|mentioned|"
    r"confirms?|confirmed|declares?|declared|announce[sd]?|asserts?|guarantee[sd]?|vows?|vowed|goes|informs?|informed|tells|told|"
    r"(?:is|was|'s|sounds|seems|seemed|still|remains|stays|very|quite|pretty|absolutely|100%|totally|fairly|more than|so|\s)*(?:sure|certain|confident|convinced|adamant|positive)(?: of (?:this|that|it))?|"
    r"has it (?:that|from)|hears?|heard|has heard|got it from|keeps (?:saying|on about)|was like|is like|"
    r"sagt|sagte|behauptet|meint|erz[a]hlt|berichtet|versichert|schw[o]rt|zegt|zei|beweert|vertelt|meldt|zweert|dit|affirme|raconte|assure|jure|pr[e]tend|dice|asegura|afirma|sostiene|"
    r"repeats|repeated|reiterates?|adds|added|argues|points out|explains|replies|feeds back|fed back|quotes"
)
_OPINES = (
    r"reckons?|reckoned|believes?|believed|figures|guesses|thinks|suspects|expects|glaubt|denkt|pense|croit|cree|vindt"
)
_ADVERB = r"(?:(?:again|still|now|also|just|then|already|even|really|always|actually|basically|openly|proudly|firmly|repeatedly|once more|today|though|has|have|had|keeps|since|yesterday|apparently|only|\w+ly|today|here|even|both)\s+)*"
_VERB = re.compile(rf"\b(?P<verb>{_SAYS})(?P<opinion>)\b|\b(?P<thinks>{_OPINES})\b")
_PERSONAL = re.compile(rf"(?:^|[^\w])(?:he|she|er|sie|hij|zij|ze|il|elle|he's|she's|el|ella)\s*,?\s*{_ADVERB}$")
_SENTENCE_START = re.compile(
    rf"(?:^|[:>|(–—-]\s*|[,;.]\s+)(?:and |but |so |then |again[,:]? |now |also |still |oh |yeah |no |anyway |\W)*{_ADVERB}$"
)
_RELAY = re.compile(
    r"(?:^|[\s(,–-])(?:as per|per|according to|acc\.? ?(?:to)?|acc to|laut|gem[a](?:ss|ß)|volgens|selon|d'apr[e]s|dixit|seg[u]n|as told by|as stated by|as reported by|reported by|quoting|quote from|heard from|i hear from|from what i hear from|if (?:you|i) believe|to believe|to hear)\s+"
    r"(?P<who>(?:him|her|them)\b|[^\s,;:.)]+(?:\s[A-ZÀ-Ž][^\s,;:.)]+)?)"
)
_OWN_WORDS = re.compile(
    r"\b(?:his|her) words?\b|\bquote\b\s*:|\bin (?:his|her) (?:own )?words\b|\bverbatim\b|\b(?:his|her) (?:line|story|version|account|update|claim|take)\b\s*(?:is|:|=|that|still)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?:[,–—(-]\s*|\s)(?:or )?(?:so\s+|that's what\s+|as\s+|is what\s+|at least\s+)?(?:(?P<pro>he|she|er|sie|hij|zij)\s+{_ADVERB}(?:{_SAYS}|{_OPINES}|swears)|(?:says|said|sagt|zegt|dixit|reckons|so)\s+(?P<who>(?:he|she|him|her|er|sie)\b|[^\s,;:.)]+))"
    r"(?:\s+(?:again|to me|me|us|today|too|as well|yes|now|anyway|proudly|every time))?\s*\)?[.!]*\s*$",
    re.IGNORECASE,
)
_NAMED_TRAILING = re.compile(rf"(?:{_SAYS})(?:\s+(?:again|me|us|to me|today))?\s*\)?[.!]*\s*$")
_HEARD_THAT = re.compile(
    r"\b(?:is what (?:he|she|i) (?:hears?|am told|'m told|was told)|is what i'm told|i'm told|am told|word is|rumou?r (?:has it|is)|so i'm told|so i hear|or so (?:he|she) (?:says|thinks))\b"
)
_TOLD_PERSON = re.compile(
    r"\b(?:told|tells|assured|promised|guaranteed|confirmed to|confirmed with|confirmed (?:it )?to|texted|whatsapped|rang|phoned|gave|given|has told|have told|said to|got)\s+(?:him|her)\b(?!\s+(?:off|to|about|i|how|what|why|when|that i|we|so|straight|plainly|facts|not|own|self))"
)
_APPARENTLY = re.compile(
    r"\b(?:apparently|supposedly|allegedly|reportedly|angeblich|anscheinend|wohl schon|schijnbaar|blijkbaar|naar verluidt|il parait|apparemment|supuestamente|apparantly|aparently)\b"
)
_QUOTE = re.compile(r"[\"“„«]([^\"”“»]{6,})[\"”“»]|(?<!\w)[‘']([^'’]{12,})['’](?!\w)")
_ASKED = re.compile(
    r"\b(?:asked?|asks|question|q|wondered|what|how|which|who|where|when|why|whose|would|if)\b[^\"“„]{0,90}$|\?\s*$|(?:->|→|=>)\s*$"
)
_OBJECT_BEFORE = re.compile(r"\b(?:told|asked|to|with|w/|from|for|than|of)\s*$")
"""Before a name that is not the one who speaks: `told Jonas`, `from Priya`."""
_QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")
_MIDDLE = re.compile(
    rf",\s*(?:(?:he|she)\s+{_ADVERB}(?:says|said|tells me|told me|swears|insists|reckons)|(?:says|said|so) (?:he|she))\s*,"
)
_SHORT_QUOTE = re.compile(r"[\"“„«]([^\"”“»?]{2,40})[\"”“»]")
_ROOM, _ROOM_AFTER_DEAL = 3, 8
"""So many words may stand before a bare quote that is the person's; more after the name of a deal."""
_FEW = 4
_BARE_FACT = re.compile(
    r"\bbudget(?: is|'s) (?:there|approved|signed|secured|released|confirmed|ok\b|in place)|\b(?:is|are|'s|'re) (?:fully |totally |completely |quite |really )?(?:convinced|on board|sold on|behind us|all for it|on (?:our )?side)\b|\bgoing to champion|\bnobody else (?:is |in )|\bonly us\b|\bno competit\w+ |"
    r"\b\d+ ?% (?:under|below|above|cheaper|dearer)|\b(?:test|pilot|trial|poc)\b.{0,30}\b(?:is|was) (?:passed|successful)|\b(?:he's|she's|he has|she has|has) (?:already |now )?(?:spoken|agreed|talked) (?:to|with) (?:the|their)|\bverbal (?:yes|ok|agreement|commitment|go)|\bhandshake (?:with|from)|\blegal(?:'s| is| are) (?:done|through|finished|ok|happy)|\bas good as (?:done|signed|ours|closed)|\bin the bag\b|\bdone deal\b"
)
"""Said of a deal in a one-on-one, with nobody named who says it: the person's word, for whose else would it be."""
_SOURCE = re.compile(r"\b(?:mail|e-?mail|recording|letter|message|contract|minutes|wrote|writes|on the call|asked)\b")
_LABEL = re.compile(r"^(?P<who>[^\s:|*\"“]{1,18}(?:\s[^\s:|*\"“]{1,18})?)(?:\s\([^)]*\))?\**\s*:\**\s*(?P<rest>\S.*)$")
_I_SAY = re.compile(
    r"\b(?:i|we)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:said|told|asked|say|tell|ask|reminded|repeated|explained|confirmed|promised|mentioned|think|believe|reckon|guess|suspect|doubt|feel)\b|^(?:told|reminded|asked|promised|explained to|assured|warned|suggested)\s|\b(?:my (?:view|guess|gut|sense|feeling|opinion|take|impression)|imho|ich glaube|ich denke|ik denk|je pense|if you ask me|i'd say|to my mind|in my view|seems to me|looks to me|not convinced|i'm (?:not )?(?:sure|certain|confident|convinced))\b"
)
_AFTER_CALL = re.compile(
    r"\b(?:debrief|after(?:wards| the call)?|in the (?:car|van|train|lift|car park)|drive back|on the way|walking out|outside|on the phone later|tells me|told me|reckons)\b"
)
_NOT_SUBJECT = re.compile(
    r"\b(?:it|which|that|who|mail|email|letter|paper|plan|note|sheet|system|report|website|log|crm|recording|contract|linkedin|press|sign|page|slide|clause|minutes|data|graph|doc)\s*$"
)


_DROPS = frozenset({NoteKind.ONE_ON_ONE, NoteKind.INBOX, NoteKind.DAILY})
"""Kinds of notes in which `says …` without a subject is the person whose entry it is."""


def find_speech(clause: Clause, section: Section, context: ReadingContext) -> Speech | None:
    """The assertion of somebody of the team that a clause holds; None where nobody of the team asserts anything."""
    own = own_person(section)
    if section.kind is NoteKind.DOCUMENT:
        return None
    start, text = _without_deal(clause, context)
    label = _LABEL.match(text)
    if label:
        who = _labelled(label["who"], own, context)
        if who == "manager":
            return None
        if who is not None:
            begin = start + label.start("rest")
            inner = _inner(clause, begin, section, context, who, is_labelled=True)
            if inner is not None and (inner.speaker == who or inner.mode != "said"):
                return inner._replace(speaker=who, start=start) if inner.speaker == who else inner
            if _first_mention_speaks(label["rest"], context, who):
                return inner
            mode: Mode = "quoted" if _QUOTE.search(label["rest"][:12] + label["rest"][12:]) else "labelled"
            if section.kind is NoteKind.CALL:
                return None
            return Speech(who, start, folded(label["rest"]), mode)
    return _inner(clause, start, section, context, own)


def _inner(
    clause: Clause,
    start: int,
    section: Section,
    context: ReadingContext,
    own: PersonId | None,
    is_labelled: bool = False,
) -> Speech | None:
    text = clause.text[start:]
    plain = folded(text)
    if len(plain) != len(text):
        return None
    relayed = _relayed(text, plain, start, context, own)
    if relayed is not None:
        return relayed
    middle = _MIDDLE.search(plain)
    if middle and own and middle.start() > 8:
        return Speech(own, start, plain[: middle.start()] + plain[middle.end() - 1 :], "said")
    trailing = _trailing(text, plain, start, context, own)
    if trailing is not None:
        return trailing
    reported = _reported(text, plain, start, section, context, own, is_labelled)
    if reported is not None or own is None:
        return reported if reported and reported.said else None
    if _I_SAY.search(plain) or section.kind is not NoteKind.ONE_ON_ONE:
        return None
    if _HEARD_THAT.search(plain) or _APPARENTLY.search(plain) or _OWN_WORDS.search(plain):
        return Speech(own, start, plain, "relayed")
    if (told := _TOLD_PERSON.search(plain)) and told.start() > 2:
        return Speech(own, start, plain, "relayed")
    quoted = _bare_quote(clause, text, start, own)
    if quoted is None and start and _BARE_FACT.search(plain) and "?" not in plain:
        return Speech(own, start, plain, "relayed")
    return quoted


def _relayed(text: str, plain: str, start: int, context: ReadingContext, own: PersonId | None) -> Speech | None:
    """`per Morgan …`, `… according to her`."""
    match = _RELAY.search(plain)
    if match is None:
        return None
    who = text[match.start("who") : match.end("who")]
    said = (plain[: match.start()] + " " + plain[match.end() :]).strip()
    if folded(who) in ("him", "her", "them"):
        return Speech(own, start, said, "relayed") if own and not _I_SAY.search(plain) else None
    if folded(who) in ("her", "his", "contact", "source", "their"):
        return None
    people = context.roster.resolve(who.removesuffix("'s").removesuffix("’s"))
    speaker = _whom(people, own, text, context) if people else None
    if (
        speaker is None
        and (mentions := context.roster.mentions(text[match.start("who") :][:40]))
        and mentions[0].start <= 1
    ):
        speaker = _whom(mentions[0].people, own, text, context)
    if (
        speaker is None
        and own
        and re.match(r"(?:contact|source|buyer|champion)\b|(?:his|her)\b", folded(text[match.start("who") :]))
    ):
        speaker = own
    return Speech(speaker, start, said, "relayed") if speaker else None


def _trailing(text: str, plain: str, start: int, context: ReadingContext, own: PersonId | None) -> Speech | None:
    """`…, he says`, `… so Tobias`, `… jess says again`."""
    match = _TRAILING.search(plain)
    if (
        match
        and match.start() > 8
        and not re.search(
            r"\b(?:like|as|what|than|whatever|everything|all|that|way|how|when|if)$", plain[: match.start()]
        )
    ):
        said = plain[: match.start()]
        opinion = bool(re.search(rf"\b(?:{_OPINES})\b", match.group()))
        if match["pro"] or folded(match["who"] or "") in ("he", "she", "him", "her", "er", "sie"):
            return Speech(own, start, said, "said", opinion) if own else None
        people = context.roster.resolve((match["who"] or "").strip(" .,"))
        speaker = _whom(people, own, text, context) if people else None
        if speaker:
            return Speech(speaker, start, said, "said", opinion)
    end = _NAMED_TRAILING.search(plain)
    if end and end.start() > 8:
        mentions = context.roster.mentions(text[: end.start()])
        if mentions and text[mentions[-1].end : end.start()].strip(" ,") == "" and mentions[-1].start > 8:
            speaker = _whom(mentions[-1].people, own, text, context)
            return Speech(speaker, start, plain[: mentions[-1].start], "said") if speaker else None
    return None


def _reported(
    text: str,
    plain: str,
    start: int,
    section: Section,
    context: ReadingContext,
    own: PersonId | None,
    is_labelled: bool,
) -> Speech | None:
    """`Jonas says …`, `she tells me …`, `says …`; an empty `said` where an outsider or the manager is the one who speaks."""
    nobody = Speech(own or "", start, "", "said")
    mentions = context.roster.mentions(text)
    for verb in _VERB.finditer(_masked(plain)):
        word = verb["verb"] or verb["thinks"] or ""
        before = plain[: verb.start()]
        said = plain[verb.end() :].lstrip(" ,:–-")
        is_opinion = bool(verb["thinks"])
        if word in (
            "claim",
            "claims",
            "states",
            "reports",
            "report",
            "state",
            "goes",
            "like",
            "told",
            "figures",
            "heard",
            "hears",
            "saying",
            "dit",
            "hear",
        ) and not _takes(word, before, said):
            continue
        named = [m for m in mentions if m.end <= verb.start()]
        if named and re.fullmatch(
            rf"(?:'s|s)?[\s,:)]*(?:\([^)]*\))?\s*(?:(?:is|was|'s|also|who|keeps)\s+)*{_ADVERB}",
            plain[named[-1].end : verb.start()],
        ):
            if _OBJECT_BEFORE.search(plain[: named[-1].start]):
                continue
            speaker = _whom(named[-1].people, own, text, context)
            return Speech(speaker, start, said, "said", is_opinion) if speaker else nobody
        if _PERSONAL.search(before):
            if own is None or _is_inner_pronoun(before):
                return nobody
            if section.kind is NoteKind.CALL and not (
                word.endswith(("me", "us")) or _AFTER_CALL.search(plain) or is_opinion
            ):
                return nobody
            return Speech(own, start, said, "said", is_opinion)
        if word == "told" and not before.strip() and not re.match(r"(?:me|us)\b", said):
            return nobody
        if _SENTENCE_START.search(before) and not _I_SAY.search(before):
            if own is None or not (is_labelled or section.kind in _DROPS):
                return nobody
            if (
                word in ("said", "saw", "heard")
                and not before.strip()
                and not re.match(r"(?:that |they|their|it|the|he|she|\")", said)
            ):
                return nobody
            return Speech(own, start, said, "said", is_opinion)
        if re.search(r"\bi\s*(?:'ve|'m|'d|am|have|had|was)?\s*(?:\w+ly\s+|also\s+|not\s+)?$", before):
            return nobody
        if _NOT_SUBJECT.search(before) or re.search(r"\w\s*$", before):
            return nobody
    return None


def _whom(people: tuple[PersonId, ...], own: PersonId | None, text: str, context: ReadingContext) -> PersonId | None:
    """The person a name means here; two of the same initials are told apart by whose deal it is."""
    chosen = one_of(people, own)
    if chosen or not people:
        return chosen
    owners = {context.owners[deal] for deal in context.deals_in(text) if deal in context.owners} & set(people)
    return owners.pop() if len(owners) == 1 else None


def _masked(plain: str) -> str:
    """The text with what stands in quotes blanked out, every character at its place."""
    return _QUOTED.sub(lambda match: match[0][0] + "_" * (len(match[0]) - 2) + match[0][-1], plain)


def _takes(word: str, before: str, said: str) -> bool:
    """Whether a word that is a noun or another verb as well is used for saying here."""
    if word == "told":
        return bool(re.match(r"(?:me|us|that|poc|\w+ (?:is|are|has|have|was|will))\b", said))
    if word in ("goes", "like"):
        return bool(re.match(r"(?:yeah|yes|no|oh|\"|they|it's|he's|she's)", said))
    if word in ("hears", "heard", "hear"):
        return bool(re.search(r"(?:he|she)(?:'s| has)?\s*$", before)) and bool(
            re.match(r"(?:from|that|they|their|it|the)\b", said)
        )
    if word in ("dit", "saying", "figures"):
        return bool(re.search(r"\S\s*$", before))
    return bool(
        re.match(
            r"(?:that|they|their|the|he|she|it|we|to|all|his|her|every|crm|\w+ (?:is|are|has|have|will|was)|\")\b", said
        )
    ) and not re.search(r"\b(?:the|a|his|her|their|no|my|some|any|of|these|such|each|new|old|bold|one)\s*$", before)


def _is_inner_pronoun(before: str) -> bool:
    """Whether `he` before the verb means somebody else named in the clause: `their MD, he says`."""
    inner = re.search(
        r"\b(?:their|the|his|her)\s+(?:\w+\s)?(?:md|ceo|cfo|coo|cio|cto|fd|vp|boss|buyer|owner|director|manager|mgr|head|champion|lead|contact|foreman|chief)\b(?P<between>.*)$",
        before,
    )
    return bool(inner) and bool(re.search(r"\b(?:and|but|so|when|who)\b", inner["between"])) if inner else False


def _labelled(label: str, own: PersonId | None, context: ReadingContext) -> PersonId | Literal["manager"] | None:
    """Whom a label before a colon means."""
    name = label.strip("*_ ")
    if (
        context.roster.is_manager(name)
        or _is_manager_initials(name, context)
        or folded(name) in ("me", "i", "mgr", "manager", "self", "ich", "ik", "moi")
    ):
        return "manager"
    if folded(name) in (
        "he",
        "she",
        "his words",
        "her words",
        "rep",
        "seller",
        "ae",
        "er",
        "sie",
        "hij",
        "zij",
        "il",
        "elle",
    ):
        return own
    people = context.roster.resolve(name)
    if people and (name[0].isupper() or len(name) > 3):
        return one_of(people, own)
    if own and len(name) <= 2 and name.isupper():
        person = context.roster.person(own)
        letters = "".join(part[0] for part in person.name.split()).upper()
        return own if name in (letters, letters[0]) else None
    return None


def _is_manager_initials(name: str, context: ReadingContext) -> bool:
    manager = context.roster.manager
    if manager is None or not manager.name or not name.isupper() or len(name) > 3:
        return False
    return name == "".join(part[0] for part in manager.name.replace("-", " ").split()).upper()


def _first_mention_speaks(rest: str, context: ReadingContext, label: PersonId) -> bool:
    """Whether the words after a label open with another teammate who speaks."""
    mentions = context.roster.mentions(rest[:30])
    return bool(mentions) and mentions[0].start <= 1 and label not in mentions[0].people


def _bare_quote(clause: Clause, text: str, start: int, own: PersonId) -> Speech | None:
    """`Harkstow: "it's just us"`: words in quotes that nobody else is made to say."""
    quote = _QUOTE.search(text)
    if quote is None:
        return _scare_quote(clause, text, start, own)
    words = quote[1] or quote[2]
    before = folded(text[: quote.start()]).strip()
    line_before = folded(clause.line_text[: clause.start + start + quote.start()])
    if _ASKED.search(line_before[-110:]) or "?" in words or _SOURCE.search(line_before):
        return None
    if words.count(" ") < _FEW and start:
        return _scare_quote(clause, text, start, own)
    outside = re.sub(r"[^\w\s]", " ", before).split()
    after = folded(text[quote.end() :])
    room = (
        _ROOM_AFTER_DEAL
        if start and not re.search(r"\b(?:said|told|asked|wrote|mail|says|he|she|i|we)\b", before)
        else _ROOM
    )
    if len(outside) > room and not re.search(
        r"\b(?:his|her|he|she|same story|again|still|now|so|verbatim|quote|update|status|latest)\b[^\w]*$", before
    ):
        return None
    if re.search(
        r"\b(?:their|mail|email|wrote|written|letter|recording|text|whatsapp|voicemail|says? their|my|our|customer|buyer|reads)\b",
        before,
    ) or re.match(
        r"\s*[-–,(]*\s*(?:i |said (?:the|their|col|mr|ms)|wrote|per their|in (?:the|their) (?:mail|email|letter)|reads)",
        after,
    ):
        return None
    return Speech(own, start, f"{before} {folded(words)}".strip(), "quoted")


def _scare_quote(clause: Clause, text: str, start: int, own: PersonId) -> Speech | None:
    """`Castelnau: the new director is "convinced"`: a few of his words stand for all of them."""
    quote = _SHORT_QUOTE.search(text)
    if (
        quote is None
        or start == 0
        or "?" in text
        or _SOURCE.search(folded(clause.line_text[: clause.start + start + quote.start()]))
    ):
        return None
    return Speech(own, start, folded(text).replace('"', ""), "quoted")


def _without_deal(clause: Clause, context: ReadingContext) -> tuple[int, str]:
    """Where in the clause the words after `Deal:` begin, and those words."""
    text = clause.text
    prefix = re.match(r"^[^:\"“|]{2,60}?(?:\*\*|\*|_)?\s*(?::\**\s+|\s(?:->|→|–|—|-|=|\|)\s+|\s\|\|\s+)", text)
    if prefix is None:
        return 0, text
    head = text[: prefix.end()].strip(" :*_->–—=|→")
    is_name = head.count(" ") < 7 and not _VERB.search(folded(head))
    if is_name and (context.deal_in(head) or context.prefix_of(text)) and len(text) - prefix.end() > 5:
        label = _LABEL.match(text)
        if label and context.roster.resolve(label["who"].strip("*_ ")):
            return 0, text
        return prefix.end(), text[prefix.end() :]
    return 0, text

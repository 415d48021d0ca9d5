"""Promises between manager and report, and what later lines say became of them.

What counts is written down in docs/definitions.md: somebody of the two says that he will do something for the work they share.
A customer's promise, a third party's task, a condition, an intention, a joke or a question is none.
"""

from __future__ import annotations

import re

from assistant.models import NoteKind, OutcomeFinding, PromiseFinding, Section
from assistant.reading.clauses import Clause, split_clauses
from assistant.reading.context import ReadingContext, own_person
from assistant.reading.dates import resolve_due
from assistant.reading.outcomes import read_outcome
from assistant.reading.subject import (
    Subject,
    addressee,
    by_initials,
    first_names,
    folded,
    is_transcript,
    one_of,
    speaker,
)

_VERBS = (
    "send|sends|bring|brings|get|gets|do|does|write|writes|make|makes|prepare|prepares|draft|drafts|share|shares|book|books|chase|chases|call|calls|"
    "ring|rings|check|checks|ask|asks|find|finds|fix|fixes|set|sets|put|puts|show|shows|run|runs|build|builds|update|updates|finish|finishes|redo|"
    "redoes|rework|reworks|review|reviews|read|reads|give|gives|let|lets|talk|talks|speak|speaks|arrange|arranges|organise|organises|organize|"
    "schedule|schedules|follow|follows|forward|forwards|mail|mails|email|emails|record|records|close|closes|clean|cleans|map|maps|list|lists|present|"
    "presents|practise|practises|practice|practices|test|tests|try|tries|join|joins|come|comes|sit|sits|listen|listens|decide|decides|tell|tells|"
    "answer|answers|confirm|confirms|raise|raises|take|takes|pick|picks|introduce|introduces|connect|connects|submit|submits|deliver|delivers|hand|"
    "hands|provide|provides|complete|completes|look|looks|sort|sorts|speed|add|adds|enter|enters|log|logs|cost|costs|quote|quotes|price|prices|visit|"
    "visits|sign|signs|push|pushes|pull|pulls|start|starts|stop|stops|rewrite|rewrites|revise|revises|compile|compiles|collect|collects|gather|gathers|"
    "research|researches|plan|plans|meet|meets|nudge|nudges|ping|pings|propose|proposes|type|types|pass|passes|hold|holds|own|owns|keep|keeps|ride|rides|lend|lends|drive|drives|help|helps|accompany|accompanies|translate|translates|offer|offers|order|orders|pay|pays|attend|attends|scan|scans|upload|uploads|invite|invites|measure|measures|inspect|inspects|demo|demos|teach|teaches|train|trains|coach|coaches|go|goes|cover|covers|handle|handles|clear|clears|file|files|fill|fills|define|defines|agree|agrees|contact|contacts|reply|replies|report|reports|work|works|investigate|clarify|clarifies|negotiate|negotiates|cancel|cancels|remind|reminds|return|returns|swap|swaps|change|changes|move|moves"
)
_WILL = re.compile(
    rf"^(?:(?:also|still|now|then|definitely|personally|just)\s+)?(?:'ll|will|'m going to|am going to|'s going to|is going to|is to|are going to|'m to|to|gonna|shall|wird|werde|zal|@)\s+(?:also |still |now |then |definitely |personally |just |try to |have )*({_VERBS}|be|have|\w+)\b"
)
_ING = re.compile(
    r"^(?:'m|am|'s|is)\s+(?:now\s+|also\s+)?(putting|sending|writing|getting|bringing|doing|preparing|drafting|booking|setting|giving|taking|arranging|making|working on|chasing|handling)\b"
)
_PRESENT = re.compile(rf"^(?:(?:also|then|now|still)\s+)?({_VERBS})\b")
_OWES = re.compile(r"^(?:still\s+)?(?:owe|owes)\b\s+(?!(?:\w+\s+)?(?:an? )?(?:apology|success)\b)")
_PROMISED = re.compile(
    r"^(?:'ve |has |have |had )?(?:promised|committed to|agreed to|offered to|undertook to|said (?:he|she|i|that he|that she)(?:'ll|'d| will| would)|says (?:he|she)(?:'ll| will)|promises|took on|volunteered to|signed up to)\b"
)
_TOLD_WOULD = re.compile(r"^(?:told|promised|assured)\s+(?:him|her|them|\w+)\s+(?:that\s+)?i(?:'d|'ll| would| will)\b")
_CONDITION = re.compile(
    r"\b(?:if|unless|provided|depends|depending|in case|as long as|should they|were they|falls|wenn|als ze|mits)\b"
)
_UNSURE = re.compile(
    r"\b(?:might|maybe|perhaps|could|would like|wants? to|wanted to|thinking of|thinking about|thinks? about|hopes? to|hoping|should|ought|someday|some day|"
    r"one day|at some point|wonder\w*|dreams? of|toying|considering|eventually|possibly|probably|meant to|tempted|no promise|not promising|vielleicht|misschien|"
    r"would love|'d love|fancies|feels like|in a few years|have a go|has a go|used to|tends? to|usually|always|every time|often|never)\b"
)
_JOKE = re.compile(
    r"\beat (?:his|her|my|their) hat\b|:-?\)|;-?\)|\blol\b|\bhaha\b|\bha!?$|\bjok(?:e|ed|ing|es)\b|\b(?:a curry|breakfast|the beers?|a beer|a pint|a cake|champagne|drinks are) (?:on|for)\b|\bbuy(?:ing)? .*\b(?:curry|breakfast|beers?|pint|cake|lunch|champagne|drinks|dinner|round)\b|\bhell freezes\b|\bpigs (?:might )?fly\b|\bkill me\b|\bdye my hair\b"
)
_OUTSIDE = re.compile(
    r"\b(?:promised?|send|sends|tell|tells|give|gives|ring|rings|call|mail|show|bring|offer|promises)\s+(?:to\s+)?(?:their|the (?:customer|buyer|client|board|cfo|cio|md|fd|committee)|his (?:buyer|contact|client|customer)|her (?:buyer|contact|client|customer))\b|"
    r"\bto (?:the (?:customer|buyer|client)|their \w+)\b"
)
_BOX_OWNER = re.compile(r"^@?(?P<who>[^\s:,()]+(?:\s[^\s:,()]+)?)\s*(?::|->|→|-|–|\bto\b(?=\s))\s*(?P<rest>.+)$")
_TRAIL_OWNER = re.compile(
    r"(?:[,;–-]|->|→|\()\s*@?(?P<who>[^\s,;()]+(?:\s[^\s,;()]+)?)\s*(?:to (?:me|send|him|her|do)\b.*|\)|by\b.*|$)"
)
_TO_ME = re.compile(
    r"\b(?:to|for|with) me\b|\blets me have\b|\bsends? me\b|\bme have\b|\bback to me\b|\bowes me\b|\bdo(?:es)? me\b"
)
_TO_HIM = re.compile(
    r"\b(?:for|to|with|send|sends|get|give|gives|tell|tells|show|find|her|him|put|lend|take|owe|book|owe) (?:him|her|them|you)\b|\b(?:his|her|him)\b"
)
_HEADING = re.compile(
    r"^\s*(?:#+\s*|\*\*)?(?:actions?|action items?|next steps?|to[- ]?dos?|follow[- ]?ups?|commitments|promises|agreed|acties|afspraken|aufgaben)\b(?:[^:\n]{0,30})(?:\*\*)?:?\s*(?:\*\*)?$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?\s*(?:[\"”')]|$)")
_PAST_OPEN = re.compile(r"^(?:was|were|had|did|went|came|got|took|gave|made|said|asked|told|showed|sent|ran|read)\b")
_ACTION_MARK = re.compile(r"^(?:a|ai|ap|action|todo|to do|actie|task)\s*[:)\]-]\s*", re.IGNORECASE)


def read_promises(section: Section, context: ReadingContext) -> tuple[list[PromiseFinding], list[OutcomeFinding]]:
    """Every promise of a section and every line that says what became of one, in order."""
    promises: list[PromiseFinding] = []
    outcomes: list[OutcomeFinding] = []
    under_actions = False
    spoken: Subject | None = None
    transcript = is_transcript(section)
    for clause in split_clauses(section):
        if transcript:
            spoken = speaker(clause.line_text, section, context) or spoken
        if _HEADING.match(clause.line_text):
            under_actions = True
            continue
        if clause.line_text.lstrip().startswith("#"):
            under_actions = False
            continue
        promise = _promise(clause, section, context, under_actions, spoken)
        outcome = read_outcome(clause, section, context)
        if promise is not None:
            promises.append(promise)
        if outcome is not None and (promise is None or outcome.outcome in ("outstanding", "postponed")):
            outcomes.append(outcome)
    return promises, outcomes


def _promise(
    clause: Clause, section: Section, context: ReadingContext, under_actions: bool, spoken: Subject | None
) -> PromiseFinding | None:
    plain = folded(clause.text)
    is_box = clause.box is not None
    if (
        clause.line_text.lstrip().startswith(">")
        or _QUESTION.search(plain)
        or _JOKE.search(plain)
        or _CONDITION.search(plain)
    ):
        return None
    due = resolve_due(clause.text, section.date, month_first=context.month_first) if section.date else None
    words = _without_prefix(clause, context)
    owner = _owner(words, section, context, is_box or under_actions, due is not None)
    if owner is None and (is_box or under_actions or _ACTION_MARK.match(words)):
        owner = _owner_anywhere(_ACTION_MARK.sub("", words), section, context) if not _PAST_OPEN.match(plain) else None
    if spoken is not None and (owner is None or owner.side == "manager"):
        owner = _spoken_owner(clause, spoken)
    if owner is None:
        return None
    if not (is_box or under_actions) and _UNSURE.search(plain):
        return None
    own = own_person(section)
    person = addressee(clause.line_text, context, own) if owner.side == "manager" else owner.person
    if person is None or (owner.side == "person" and _OUTSIDE.search(plain) and not _TO_ME.search(plain)):
        return None
    if (
        section.kind is NoteKind.CALL
        and not (is_box or under_actions or owner.side == "manager")
        and not _TO_ME.search(plain)
    ):
        return None
    return PromiseFinding(
        person=person,
        owner="manager" if owner.side == "manager" else "report",
        text=clause.text,
        due=due.date if due else None,
        deal=context.deal_of(clause.line_text, section),
        is_ticked=clause.box == "x",
        evidence=clause.evidence(),
    )


def _spoken_owner(clause: Clause, spoken: Subject) -> Subject | None:
    """In a transcript `I` is whoever speaks; only what one of the two says he will do himself is a promise."""
    words = re.sub(r"^[^:]{1,60}:\s*", "", clause.text) if clause.start < 3 or ":" in clause.text[:40] else clause.text
    first = re.search(
        r"(?:^|[,;]\s|\band\s|\bso\s|\bthen\s)\s*(?:yes|yeah|sure|ok|okay|right|fine|well)?[,.]?\s*i(?:'ll| will|'m going to| can have| owe)\b",
        folded(words),
    )
    return spoken if first and spoken.side != "other" else None


def _without_prefix(clause: Clause, context: ReadingContext) -> str:
    """The clause without `Deal:` before it."""
    prefix = context.prefix_of(clause.text)
    if prefix and clause.text.find(prefix) < 4:
        return re.sub(r"^[^:>→–—-]*?(?::|->|→|–|—| - )\s*", "", clause.text, count=1)
    return clause.text


def _owner(text: str, section: Section, context: ReadingContext, is_action: bool, has_due: bool) -> Subject | None:
    """Who promises, where the words themselves promise."""
    for part in _parts(text):
        subject = first_names(part, section, context) or _elided(part, section)
        if subject is None or subject.side == "other":
            continue
        plain = folded(_after_subject(part, subject, context))
        ahead = has_due and section.date is not None and resolve_due(plain, section.date) is not None
        if _says_so(plain, subject, is_action, ahead):
            return subject
    return None


def _elided(part: str, section: Section) -> Subject | None:
    """The subject that a note leaves out: `promised her I'd …` is the manager's, `owes me …`, `sends me …` the person's."""
    plain = folded(part).strip("\"' ")
    if _MANAGER_ELIDED.match(plain):
        return Subject("manager")
    own = own_person(section)
    if own and section.kind is NoteKind.ONE_ON_ONE and _PERSON_ELIDED.match(plain):
        return Subject("person", own)
    return None


_MANAGER_ELIDED = re.compile(
    r"^(?:promised|told|assured|said to) (?:him|her|them|\w+) (?:that )?i(?:'d|'ll| would| will)\b|^(?:promised|owe) (?:him|her|them)\b|^(?:will|gonna|going to) (?:send|get|give|find|ask|chase|book|check|put) (?:him|her|them|his|her|it to)\b|^will (?:ask|check|chase|raise|book)\b"
)
_PERSON_ELIDED = re.compile(
    r"^(?:still )?owes me\b|^(?:sends|brings|gives|shows|writes|gets|lets) me\b|^(?:promised|agreed|offered|undertook|is going) to (?!me\b)|^(?:to|will) (?:send|bring|give|show|get|let|write|mail|forward) me\b|^promised me\b|^(?:to|will) \w+ .*\b(?:to|for|with) me\b"
)
_NO_PROMISE = re.compile(
    r"^(?:'ll|will|to|'s going to)\s+(?:be (?:fine|ok|late|away|off|on leave|back|in)|have to|need|see|know|never|love|hate|miss|probably|not\b|just|think|want|lose|win|struggle|like|like to|feel|find out|happen|depend|cost me|kill|regret|say|remember|always|still be|work out|get there|get it done|do well|do fine|be (?:the|a|an|happy|ready|good|gone|busy|missed))\b"
)
_IMPERATIVE = re.compile(
    rf"^[:>\s-]+(?:to\s+)?(?:please\s+)?(?:{'|'.join(v for v in _VERBS.split('|') if not v.endswith('s') or v in ('discuss', 'pass', 'process', 'address', 'assess'))})\b(?!\s*(?:my|kept))"
)
_BY = re.compile(
    r"\b(?:by|before|until|due|w/c|latest|bis|voor|eow|eom|tomorrow|next (?:week|1:1|time|month)|this week|in (?:a|two|three|\d))\b"
)
_WAS = re.compile(
    r"^[:>\s-]+(?:\S+\s+){0,4}(?:was|were|had|has|have|is|are|did|went|said|asked|asks|says|wants|thinks)\b"
)


def _says_so(plain: str, subject: Subject, is_action: bool, has_due: bool) -> bool:
    if _NO_PROMISE.match(plain):
        return False
    if re.match(r"^'s (?:to|going to)\b", plain) or _WILL.match(plain):
        return not re.match(r"^to (?:be|have|my|his|her|their|the|me|us)\b", plain)
    if _ING.match(plain) or _OWES.match(plain):
        return _ING.match(plain) is None or has_due or is_action or bool(_TO_ME.search(plain) or _TO_HIM.search(plain))
    if (
        _MANAGER_ELIDED.match(plain)
        or _PERSON_ELIDED.match(plain)
        or _PROMISED.match(plain)
        or _TOLD_WOULD.match(plain)
    ):
        return True
    if plain.startswith((":", "->", "→", ">", "- ")):
        if re.match(r"^:\s*(?:to|that|[\"“'])", plain):
            return False  # `He: to talk first` is an answer
        if _IMPERATIVE.match(plain):
            return True
        return not _WAS.match(plain) and (
            is_action or (has_due and bool(_BY.search(plain))) or bool(_TO_ME.search(plain))
        )
    if _PRESENT.match(plain):
        reaches = _TO_ME.search(plain) if subject.side == "person" else _TO_HIM.search(plain)
        return is_action or has_due or bool(reaches)
    return False


def _after_subject(part: str, subject: Subject, context: ReadingContext) -> str:
    """What follows the subject: `'ll get him …`, `: account plan …`, `to chase …`."""
    plain = re.sub(
        r"^[\s\"“*_\[\](@]*(?:(?:so|and|but|also|then|agreed|ok|again|still|now)\b[,:\s]*)*",
        "",
        part,
        flags=re.IGNORECASE,
    )
    if subject.side == "manager":
        return re.sub(
            r"^@?(?:I|me|myself|Me|i)\b(?=[\s:'’,>-]|$)|^[A-Z]\w*(?=\s*(?::|->|to\b|will\b|'ll))",
            "",
            plain,
            count=1,
        ).lstrip("*_ ")
    initials = by_initials(plain, context, subject.person)
    if initials is not None:
        return plain[initials[1] :].lstrip("*_) ")
    mentions = context.roster.mentions(plain[:40])
    if mentions and mentions[0].start <= 1:
        return plain[mentions[0].end :].lstrip("*_) ")
    return re.sub(r"^(?:he|she)\b", "", plain, count=1, flags=re.IGNORECASE).lstrip("*_ ")


def _parts(text: str) -> list[str]:
    """The clause, and what follows a comma or dash in it where a new subject may begin."""
    pieces = [text]
    for match in re.finditer(
        r"[,;:–—]\s+(?=(?:and\s+|so\s+|then\s+)?(?:I\b|I'|I’|he\b|she\b|he'|she'|[A-Z]))|\s-\s+|\band\s+(?=(?:I|he|she)\b)|\bso\s+(?=(?:I|he|she)\b)|\b(?:that|says|said|agreed|promised(?:\s+(?:me|her|him))?)\s+(?=(?:I|he|she)(?:'|’|\s))",
        text,
    ):
        pieces.append(text[match.end() :])
    return pieces


def _owner_anywhere(text: str, section: Section, context: ReadingContext) -> Subject | None:
    """The owner of an action that names him without a verb: `Corvane risk log, Ify to me by Fri`, `map (Roz)`, `-> me`."""
    own = own_person(section)
    plain = folded(text)
    head = _BOX_OWNER.match(text)
    initials = by_initials(text, context, own)
    if initials is not None:
        return Subject("person", initials[0])
    for found in filter(None, (head, _TRAIL_OWNER.search(text))):
        who = found["who"].strip("@*_ ")
        if folded(who) in ("me", "i", "myself") or context.roster.is_manager(who):
            return Subject("manager")
        chosen = one_of(context.roster.resolve(who), own)
        if chosen:
            return Subject("person", chosen)
        if own and section.kind is NoteKind.ONE_ON_ONE and found is head and re.fullmatch(r"[A-Z]{2,3}", who):
            return Subject("manager")  # of the two in the room, the one who is not the report
    first = first_names(text, section, context)
    if first is not None and first.side == "other" and re.match(r"^(?:their|the customer|the buyer)\b", plain):
        return None
    if re.search(r"\b(?:to|for|with) me\b", plain) and own:
        return Subject("person", own)
    for mention in context.roster.mentions(text):
        chosen = one_of(mention.people, own)
        if (
            chosen
            and mention.end - mention.start > 1
            and re.match(r"\s*(?:to\b|will\b|'ll|sends|brings|by\b|$|\))", text[mention.end :])
        ):
            return Subject("person", chosen)
    return None

"""What there is to talk about with one person: each open matter with its evidence and the words a question may use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Date
from datetime import timedelta

from assistant.brief.figures import figure_in
from assistant.brief.reported import said
from assistant.brief.requests import rank_claims
from assistant.brief.words import clip, day, listed, promised, quoted
from assistant.ledger.ledger import is_at_rest
from assistant.models import Commitment, Deal, Evidence, Hit, Ledger, Person
from assistant.pipeline.state import deal_state, load_of

_SHORT, _LONG = 12, 14
"""How many words a quote may have, where there are two and where there is one."""
_OLD = timedelta(days=45)
_OF_EXPORT = frozenset({"slipped-deal", "stale-deal", "no-next-step", "overloaded", "underloaded"})
"""Their evidence is a row of the export: nobody's words, so that no question quotes it."""


@dataclass(frozen=True)
class Matter:
    """One thing to talk about. `kind` is one of the bank's `fits`."""

    kind: str
    text: str
    """The matter in the note's words: what the retriever is asked with."""
    weight: float
    """How much it matters today, 0 to 1."""
    evidence: tuple[Evidence, ...]
    deal: str | None = None
    slots: Mapping[str, str] = field(default_factory=dict)
    slots_with_deal: Mapping[str, str] = field(default_factory=dict)
    """In place of the same slots, in a form that does not name the deal: words that keep the deal ahead of them."""
    principle: str | None = None
    """Set where a principle led to the note rather than the note to the principle."""
    hit: Hit | None = None
    """The passage it was led to."""


def open_matters(
    ledger: Ledger, deals: Sequence[Deal], pipeline_date: Date | None, person: Person, today: Date
) -> list[Matter]:
    """Every open matter of the ledger and the pipeline, the weightiest first."""
    matters = [*_promises(ledger.commitments, today), *_claims(ledger, today), *_bright_spots(ledger, today)]
    if pipeline_date is not None:
        matters += _deals(deals, pipeline_date)
    matters = [_with_slots(matter, person, today) for matter in matters]
    return sorted(matters, key=lambda m: (-m.weight, m.kind, m.text))


def note_matter(principle: str, hit: Hit, deal: str | None, person: Person, today: Date) -> Matter:
    """A passage that a principle led to."""
    matter = Matter(
        kind="note",
        text=hit.evidence.quote,
        weight=0.45 * hit.score,
        evidence=(hit.evidence,),
        deal=deal,
        principle=principle,
        hit=hit,
    )
    return _with_slots(matter, person, today)


def team_matter(evidence: Evidence, deal: str, person: Person, today: Date) -> Matter:
    """What a team note says that bears on one of the person's customers."""
    is_fresh = evidence.date is not None and today - evidence.date <= _OLD
    matter = Matter("team-message", evidence.quote, 0.62 if is_fresh else 0.3, (evidence,), deal)
    return _with_slots(matter, person, today)


def _promises(commitments: Sequence[Commitment], today: Date) -> list[Matter]:
    matters = []
    for item in commitments:
        if item.status != "open" or item.owner == "other" or is_at_rest(item, today):
            continue
        side = "own" if item.owner == "manager" else "report"
        weight = (0.85 if side == "own" else 0.8) if item.overdue else 0.4
        kind = f"{side}-promise-{'overdue' if item.overdue else 'open'}"
        matters.append(Matter(kind, item.text, weight + 0.02 * min(item.slips, 3), item.evidence, item.deal))
    return matters


def _claims(ledger: Ledger, today: Date) -> list[Matter]:
    matters = []
    for claim in rank_claims(ledger.claims, today):
        if claim.status == "contradicted":
            kind, weight = "contradicted-claim", 0.95
        elif claim.last_seen and today - claim.last_seen > _OLD:
            kind, weight = "stale-claim", 0.35 + 0.2 * claim.stakes
        else:
            kind, weight = "unshown-claim", 0.5 + 0.3 * claim.stakes
        matters.append(Matter(kind, claim.text, weight, claim.evidence, claim.deal))
    shown = [claim for claim in ledger.claims if claim.status == "shown"]
    matters += [Matter("shown", claim.text, 0.3, claim.evidence, claim.deal) for claim in shown]
    return matters


def _bright_spots(ledger: Ledger, today: Date) -> list[Matter]:
    matters = []
    for rank, spot in enumerate(ledger.bright_spots):
        seen = spot.evidence[0].date
        is_fresh = seen is not None and today - seen <= _OLD
        matters.append(Matter("bright-spot", spot.text, (0.75 if is_fresh else 0.6) - 0.05 * rank, spot.evidence))
    return matters


def _deals(deals: Sequence[Deal], as_of: Date) -> list[Matter]:
    matters = []
    for deal in deals:
        state = deal_state(deal, as_of)
        for flag, kind, weight in (
            ("slipped", "slipped-deal", 0.65),
            ("no_next_step", "no-next-step", 0.5),
            ("stale", "stale-deal", 0.55),
        ):
            if flag in state:
                dates = {"slipped-deal": ("closes", deal.close), "stale-deal": ("quiet", deal.last_activity)}
                slot, since = dates.get(kind, ("", None))
                slots = {slot: day(since, as_of)} if since else {}
                account = deal.account or deal.name
                matters.append(Matter(kind, deal.name, weight, (deal.evidence,), account, slots=slots))
                break
    load = load_of(len(deals))
    if deals and load != "within":
        kind = "overloaded" if load == "over" else "underloaded"
        accounts = list(dict.fromkeys(deal.account or deal.name for deal in deals))
        slots = {"count": str(len(deals)), "deals": listed(accounts, 2)} if len(deals) > 1 else {}
        named = tuple(deal.evidence for deal in deals[:3])
        matters.append(Matter(kind, f"{len(deals)} open deals", 0.6, named, slots=slots))
    return matters


def _with_slots(matter: Matter, person: Person, today: Date) -> Matter:
    first = matter.evidence[0]
    slots = {"person": person.name.split(" ", maxsplit=1)[0]}
    if first.date:
        slots["date"] = day(first.date, today)
    if matter.deal:
        slots["deal"] = matter.deal
    if matter.kind.endswith(("promise-overdue", "promise-open")):
        slots["promise"] = quoted(promised(matter.text), _LONG)
    if figure := figure_in(first.quote):
        slots["number"] = figure
    short, whole = (_words(matter, person, keeps_deal=keeps) for keeps in (False, True))
    if (against := _against(matter)) and against.date and against.date != first.date:
        slots["date_against"] = day(against.date, today)
    return replace(matter, text=clip(matter.text, 40), slots=slots | short | dict(matter.slots), slots_with_deal=whole)


def _words(matter: Matter, person: Person, *, keeps_deal: bool) -> dict[str, str]:
    """What was said, as quotes, by their slots."""
    texts = {}
    if matter.kind not in _OF_EXPORT:
        texts["quote"] = matter.evidence[0].quote
    if "claim" in matter.kind:
        texts["claim"] = matter.text
    if against := _against(matter):
        texts["against"] = against.quote
    names = (person.name, *person.aliases)
    words = _SHORT if "against" in texts else _LONG
    spoken = {slot: said(text, names, matter.deal or "", keeps_deal=keeps_deal) for slot, text in texts.items()}
    return {slot: quoted(text, words) for slot, text in spoken.items() if len(text.split()) > 1}


def _against(matter: Matter) -> Evidence | None:
    """The line of a note that speaks against a claim; a row of the export is nobody's words."""
    if matter.kind != "contradicted-claim" or len(matter.evidence) < 2:
        return None
    against = matter.evidence[1]
    return against if against.path.endswith(".md") else None

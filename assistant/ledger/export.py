"""What a claim says of a deal or of the whole pipeline, held against the newest export: the row that gainsays it.

Only what both sides speak of counts, and only where it cannot both be so. A claim that is hedged, that is about some of the deals, or that
lies too far from the export's day stays as it was said; so does one that is more cautious than the export.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date as Date
from datetime import timedelta

from assistant.ledger import export_words as words
from assistant.ledger.links import is_same_deal
from assistant.models import ClaimFinding, Deal, Evidence
from assistant.pipeline.state import deal_state
from assistant.reading.reckoning import quarter_end
from assistant.reading.subject import folded

_BEFORE, _AFTER = timedelta(days=45), timedelta(days=14)
"""So long before the export, and so long after it, a claim may have been made to be held against it."""
_SLACK = timedelta(days=14)
"""Two closing days no further apart than this agree."""
_UNTOUCHED = timedelta(days=21)
"""Who was in touch lately has an activity in the export no older than this."""
_OFF_BY = 2
"""Counts of open deals agree up to one deal, or up to a quarter."""

Verdict = bool | None
"""Whether a row gainsays a claim; None where the two do not speak of the same."""


def gainsaid_by(sightings: Sequence[ClaimFinding], deals: Sequence[Deal]) -> Evidence | None:
    """The row that gainsays a claim; the newest sighting of which the export says anything decides.

    `deals` are the open ones of whoever said it, all of one export.
    """
    as_of = deals[0].evidence.date if deals else None
    if as_of is None:
        return None
    for sighting in sightings:
        on = sighting.evidence.date
        plain = folded(sighting.text)
        if on is None or not as_of - _BEFORE <= on <= as_of + _AFTER or words.LEFT_OPEN.search(plain):
            continue
        rows = _rows(sighting, plain, deals, as_of)
        if rows is not None:
            return rows[0].evidence if rows else None
    return None


def _rows(sighting: ClaimFinding, plain: str, deals: Sequence[Deal], as_of: Date) -> Sequence[Deal] | None:
    """The rows that gainsay a sighting, none where they bear it out; None where they do not speak of it."""
    named = [deal for deal in deals if _is_named(deal, sighting, plain)]
    if not named:
        return None if sighting.deal else _of_all(plain, deals, as_of)
    if any(not _is_one_account(deal, named[0]) for deal in named):
        return None
    checks = (_closes_later, _is_no_commit, _is_untouched, _is_earlier_stage, _lacks_step)
    verdicts = [[check(deal, sighting, plain, as_of) for deal in named] for check in checks]
    spoken = [found for found in verdicts if None not in found]
    if not spoken:
        return None
    return named if any(all(found) for found in spoken) else []


def _is_named(deal: Deal, sighting: ClaimFinding, plain: str) -> bool:
    if sighting.deal and (is_same_deal(deal.account, sighting.deal) or is_same_deal(deal.name, sighting.deal)):
        return True
    return bool(deal.account) and folded(deal.account) in plain


def _is_one_account(deal: Deal, other: Deal) -> bool:
    return is_same_deal(deal.account, other.account)


def _closes_later(deal: Deal, sighting: ClaimFinding, plain: str, as_of: Date) -> Verdict:
    """`Will sign this month` of a deal that closes in three, or that is open long after the day."""
    if sighting.day is None or not words.CLOSES.search(plain) or words.OTHERS_CLOSE.search(plain):
        return None
    if as_of > sighting.day + _SLACK:
        return True
    if deal.close is None or deal.close < as_of:
        return None
    return deal.close > sighting.day + _SLACK


def _is_no_commit(deal: Deal, sighting: ClaimFinding, plain: str, as_of: Date) -> Verdict:
    """`In commit` of a deal that has hardly begun, that closes after the quarter, or that nobody works on."""
    on = sighting.evidence.date
    if on is None or not words.COMMIT.search(plain):
        return None
    ends = max(quarter_end(on), sighting.day or on)
    is_left = {"stale", "no_next_step"} <= deal_state(deal, as_of)
    return words.rank_of(deal.stage) == 1 or (deal.close is not None and deal.close > ends + _SLACK) or is_left


def _is_untouched(deal: Deal, sighting: ClaimFinding, plain: str, as_of: Date) -> Verdict:
    """`Spoke to them on Monday` of a deal whose last activity is weeks older."""
    on = sighting.evidence.date
    if on is None or deal.last_activity is None or as_of < on:
        return None
    if not words.IN_TOUCH.search(plain) or not words.LATELY.search(plain) or words.TO_COME.search(plain):
        return None
    return deal.last_activity < on - _UNTOUCHED


def _is_earlier_stage(deal: Deal, _sighting: ClaimFinding, plain: str, _as_of: Date) -> Verdict:
    """`They are in procurement` of a deal in discovery; a stage more or less is left open."""
    told, held = words.number_of(plain), words.number_of(folded(deal.stage), is_bare=True)
    if told is not None and held is not None:
        return told > held
    said = words.IN_STAGE.search(plain)
    told, held = (words.rank_of(said["stage"]) if said else None), words.rank_of(deal.stage)
    if told is None or held is None or told - held == 1:
        return None
    return told > held


def _lacks_step(deal: Deal, _sighting: ClaimFinding, plain: str, _as_of: Date) -> Verdict:
    """`Next step is agreed` of a deal that has none."""
    return not deal.next_step if words.HAS_STEP.search(plain) else None


def _of_all(plain: str, deals: Sequence[Deal], as_of: Date) -> Sequence[Deal] | None:
    """The same for what is said of all deals, or of how many there are."""
    count = words.count_of(plain)
    if count is not None:
        off = abs(count - len(deals))
        return deals if off >= _OFF_BY and off * 4 > len(deals) else []
    if words.SOME.search(plain):
        return None
    tests: tuple[tuple[bool, Callable[[frozenset[str]], bool]], ...] = (
        (bool(words.ALL_HAVE_STEP.search(plain)), lambda state: "no_next_step" in state),
        (bool(words.ALL_WORKED.search(plain)), lambda state: "stale" in state),
        (bool(words.NONE_SLIPPED.search(plain)), lambda state: "slipped" in state),
    )
    for is_said, is_off in tests:
        if is_said:
            return [deal for deal in deals if is_off(deal_state(deal, as_of))]
    if words.HEALTHY.search(plain):
        unsound = [deal for deal in deals if deal_state(deal, as_of)]
        return unsound if len(unsound) * 2 > len(deals) else []
    return None

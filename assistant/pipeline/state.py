"""What a deal's dates say about it, and how many deals one person can work."""

from __future__ import annotations

from datetime import date as Date
from datetime import timedelta
from typing import Literal

from assistant.models import Deal

STALE_AFTER = timedelta(days=45)
LOW, HIGH = 6, 12
"""How many complex deals one seller can work at once."""

Flag = Literal["slipped", "stale", "no_next_step"]


def deal_state(deal: Deal, as_of: Date) -> frozenset[Flag]:
    """Open and past its close date; open and without activity for 45 days; open and without a next step."""
    if not deal.is_open:
        return frozenset()
    flags: set[Flag] = set()
    if deal.close and deal.close < as_of:
        flags.add("slipped")
    if deal.last_activity and as_of - deal.last_activity >= STALE_AFTER:
        flags.add("stale")
    if not deal.next_step:
        flags.add("no_next_step")
    return frozenset(flags)


def load_of(count: int, low: int = LOW, high: int = HIGH) -> Literal["under", "within", "over"]:
    """Whether so many open deals are too few, right or too many for one person."""
    return "under" if count < low else "over" if count > high else "within"

"""The manager's own part: a recent habit with the words that show it, and one thing to try; then one to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date as Date
from datetime import timedelta

from assistant.brief.words import quoted
from assistant.models import MirrorItem, TraitFinding

_RECENT = timedelta(days=120)


def mirror_items(
    traits: Sequence[TraitFinding], to_try: Mapping[str, str], today: Date, limit: int = 2
) -> tuple[MirrorItem, ...]:
    """Habits of the last four months, the newest first, each once; a habit worth keeping closes the list."""
    recent = [t for t in traits if t.evidence.date and timedelta(0) <= today - t.evidence.date <= _RECENT]
    habits = [_item(group, to_try) for group in _by_principle([t for t in recent if not t.is_strength])]
    keep = [_kept(group[0]) for group in _by_principle([t for t in recent if t.is_strength])]
    return (*habits[:limit], *keep[:1])


def _by_principle(traits: Sequence[TraitFinding]) -> list[list[TraitFinding]]:
    groups: defaultdict[str, list[TraitFinding]] = defaultdict(list)
    for trait in sorted(traits, key=lambda t: (t.evidence.day, t.evidence.path), reverse=True):
        groups[trait.principle].append(trait)
    return list(groups.values())


def _item(group: Sequence[TraitFinding], to_try: Mapping[str, str]) -> MirrorItem:
    newest = group[0]
    text = f"You wrote {quoted(newest.evidence.quote, 18)}."
    if newest.principle in to_try:
        text += f" To try this week: {to_try[newest.principle]}"
    return MirrorItem(principle=newest.principle, text=text, evidence=tuple(t.evidence for t in group[:3]))


def _kept(trait: TraitFinding) -> MirrorItem:
    return MirrorItem(
        principle=trait.principle,
        text=f"Worth keeping: {quoted(trait.evidence.quote, 18)}",
        evidence=(trait.evidence,),
    )

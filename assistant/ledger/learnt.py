"""What the next briefs learn from the questions of earlier ones: which kinds led somewhere, which questions rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta

from assistant.ledger.asked import Asked
from assistant.models import PersonId, Value

ENOUGH = 10
"""Under so many uses of a kind with one person nothing is learnt from it."""
_RESTS = timedelta(days=84)
"""A question that was written down or asked does not come again for so long."""


class Yield(Value):
    """What questions of one kind led to with one person."""

    uses: int = 0
    led: int = 0
    """How many ended in a commitment or in something shown."""

    @property
    def is_enough(self) -> bool:
        """Whether there is anything to learn from."""
        return self.uses >= ENOUGH

    @property
    def factor(self) -> float:
        """What the score of a question of this kind is multiplied with: 1 where it is too few to tell, 0.5 to 1.5 else."""
        return 0.5 + (self.led + 1) / (self.uses + 2) if self.is_enough else 1.0

    def describe(self, kind: str) -> str:
        """For `prep --why`."""
        if not self.is_enough:
            return f"{kind} so far {self.uses} of {ENOUGH} uses: too few to tell"
        return f"{kind} led somewhere {self.led} of {self.uses} times: score × {self.factor:.2f}"


def yields(known: Sequence[Asked], person: PersonId) -> dict[str, Yield]:
    """What each kind of question led to with one person; what was not asked does not count."""
    found: dict[str, Yield] = {}
    for item in known:
        if item.person == person and item.outcome in ("commitment", "shown", "nothing"):
            old = found.get(item.kind, Yield())
            found[item.kind] = Yield(uses=old.uses + 1, led=old.led + (item.outcome != "nothing"))
    return found


def resting(known: Sequence[Asked], person: PersonId, today: Date) -> frozenset[str]:
    """Bank questions that are not to come again yet; what was not asked may, what today's own brief holds too."""
    return frozenset(
        a.question
        for a in known
        if a.person == person
        and a.outcome != "not-asked"
        and today - _RESTS < a.brief
        and (a.brief < today or a.outcome)
    )

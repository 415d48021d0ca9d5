"""What one way of saying a day is made of, and the pieces of patterns that several share; patterns run over signs (`day_signs`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Date
from typing import Literal, NamedTuple

Reckoned = Callable[[re.Match[str], Date, bool], Date | None]
"""From a match, the day of the note and whether numbers put the month first, to the day."""
OF_MONTH, WEEKDAY, SPAN, PART_OF_DAY = 3, 2, 1, 0
"""How closely a form tells the day; of two side by side (`by Friday the 13th`, `EOD Monday`) the closer one is meant."""
Loose = Literal["", "number", "span", "led"]
"""What could be something else and is a day only in the right place: a `number` like `the 16th` behind a word like `by` or between stops, a
`span` like `two weeks` between stops; `led` only behind a word like `by`."""


class Form(NamedTuple):
    """One way of saying a day."""

    key: str
    """A sign without which it cannot match; `9` stands for any digit."""
    pattern: re.Pattern[str]
    reckon: Reckoned
    rank: int
    loose: Loose = ""


def form(key: str, pattern: str, reckon: Reckoned, rank: int, loose: Loose = "") -> Form:
    """A form from the text of its pattern."""
    return Form(key, re.compile(pattern), reckon, rank, loose)


COUNT = r"(?:a (?=N2))?(?P<n>a|an|one|ein|eine[nmr]?|een|une?|una|uno|due|N\d+|\d{1,2})\b(?:\s+(?:of|de)\b)?"
UNIT = r"(?P<unit>U[bhdwfm])"
OF = r"(?:\s+(?:of|in|the|de|del|der|des|van|di|du|la|le|il|el|het))*\s+"
BY = (
    r"(?:by|until|unitl|untill|till|til|b4|before|due|no later than|not later than|at the latest|latest|deadline|ahead of|prior to|bis|vor|tot|voor|avant|jusqu'au|hasta|"
    r"entro|przed|uiterlijk|spatestens)"
)
"""The words that give a last day."""
LEADS = rf"(?:{BY}|for|on|w/c|wc|am|zum|op|pour|d'ici|antes|para|prima|do)"
"""These and other words that lead to a day."""
_MARK = r"\s*(?:$|[.,;:!?()\[\]|–—/&+\"”»]|->|→|-\s)"
END = rf"(?={_MARK}|\s+(?:please|pls|ok|max|latest|from|he|she)\b)"
STOP = rf"(?={_MARK}|\s+(?:at|by|to|and|or|so|but|with|latest|please|pls|ok|then|right|max|he|she|i|if|when|he'll|she'll|i'll|has|have|is|will|easter)\b)"
"""What stands behind a day that ends its clause; `END` allows few words."""


def count_of(match: re.Match[str]) -> int:
    """The number that `COUNT` matched; one where none is said."""
    said = match.groupdict().get("n") or "a"
    return 2 if said == "due" else int(said.lstrip("N")) if said[-1].isdigit() else 1

"""The shape of a masked line: verbs of doing, small words and masks, everything else one blank.

`<P> will send <M> the risk map DUE` has the shape `<P> will V <M> the . DUE`: what a new verb or thing cannot hide.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

_BASES = frozenset(
    """
    accompany add agree announce answer approve arrange ask assemble attach attend block book break brief bring build calculate call cancel
    carry catch chase check circulate clarify clean clear close coach collect come compile complete confirm connect contact convene convince
    coordinate copy correct cost cover create cut debrief decide define deliver demo design develop dial dig discuss do document double-check
    draft draw drive drop email enter escalate estimate evaluate examine explain extend file fill film find finalise finalize find fix flick
    follow formulate forward gather get give go grab guide hand handle help hold host identify inform inspect introduce intro investigate invite
    join jot keep lead learn leave lend let line link list listen loan log look loop mail make map mark measure meet mention message move name
    negotiate nudge offer open order organise organize own pass pay phone pick pilot ping place plan play post practise practice prepare prep
    present press price print process propose provide publish pull push put qualify quote raise reach read recalculate record redo reduce
    refer rehearse release remind remove renew replace reply report request research reserve resend reserve return revert review revise
    rewrite ride ring role-play run save scan schedule secure see send set shadow share ship shoot show shut sign sit sketch slack sort sound
    source speak speed split start stop submit suggest summarise summarize supply suss swap switch take talk tally teach tell test text tidy
    trace track train transfer translate try turn type unblock update upload verify visit wait walk watch work write
    """.split()
)
_PASTS = frozenset(
    """
    sent brought got did done wrote written made found put showed shown ran built gave given told spoke spoken took taken met kept held rang
    rung came went gone said saw seen heard left sat drew drawn drove sold bought paid chose thought knew lost won taught caught felt
    """.split()
)
_SPEECH = frozenset(
    """
    say says said tell tells told reckon reckons reckoned claim claims claimed swear swears swore maintain maintains affirm affirms confirm confirms
    confirmed mention mentions mentioned report reports reported insist insists assure assures assured inform informs informed believe believes think
    thinks thought hear hears heard according apparently confident certain sure per volgens selon laut zegt sagt dit words view admits admitted
    """.split()
)
_SMALL = frozenset(
    """
    a about after again all also am an and any are as at be because been before but by can could did do does doing don't didn't doesn't
    done due for from get go going got had has have he her him his how i if in into is isn't it its just let like me more my need needs never next no not
    nothing now of off on once one or our out over own please should so some still than that the their them then there these they this to
    too under up us wait want was we were what when where whether which while who why will with won't would wouldn't yes yet you your same
    must might may maybe hope think thinks promise promised agreed asked owe owes 's -> : [ ] ( ) | ? ! " @ , ; / - ✓ 📅
    action actions task todo ap ai step commit commits commitment homework turn mine side
    """.split()
)


def shape(tokens: Sequence[str]) -> list[str]:
    """One word of shape for each token; runs of blanks are one."""
    found: list[str] = []
    for token in tokens:
        kind = _kind(token)
        if kind != "." or not found or found[-1] != ".":
            found.append(kind)
    return found


@lru_cache(4096)
def _kind(token: str) -> str:
    if token.startswith("<") or token in ("X", "9", "DUE", "PAST", "DAY", "MONTH") or token in _SMALL:
        return token
    if token in _SPEECH:
        return "S"
    if token in _BASES:
        return "V"
    if token in _PASTS or (token.endswith("ed") and _has_base(token, "ed", "d", "ied")):
        return "Ved"
    if token.endswith("ing") and _has_base(token, "ing"):
        return "Ving"
    if token.endswith("s") and _has_base(token, "s", "es", "ies"):
        return "Vs"
    return "."


def _has_base(token: str, *endings: str) -> bool:
    for ending in endings:
        stem = token.removesuffix(ending)
        if (
            stem in _BASES
            or stem + "e" in _BASES
            or stem + "y" in _BASES
            or (stem[-2:-1] == stem[-1:] and stem[:-1] in _BASES)
        ):
            return True
    return False

"""Show-me requests: for each claim that nobody has shown, a respectful way to ask for the artefact that would."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date as Date
from datetime import timedelta

from assistant.brief.reported import said
from assistant.brief.words import day, quoted
from assistant.ledger.ledger import is_at_rest
from assistant.library.models import ClaimKind
from assistant.lint.lint import lint
from assistant.models import Claim, Person, ShowMe

MAX_WORDS = 30
_STALE = timedelta(days=150)


def show_me_requests(
    claims: Sequence[Claim], person: Person, kinds: Mapping[str, ClaimKind], today: Date
) -> tuple[ShowMe, ...]:
    """One request a claim that is claimed or contradicted, ranked by what rides on it; each wording at most twice."""
    used: Counter[str] = Counter()
    items = []
    for claim in rank_claims(claims, today):
        kind = kinds.get(claim.kind) or kinds["other"]
        artefact = kind.artefacts[zlib.crc32(claim.id.encode()) % len(kind.artefacts)]
        request = _word(claim, person, kind, artefact, used)
        items.append(
            ShowMe(
                claim_id=claim.id,
                claim=claim.text,
                kind=claim.kind,
                status=claim.status,
                request=request,
                artefact=artefact,
                evidence=claim.evidence,
            )
        )
    return tuple(items)


def rank_claims(claims: Sequence[Claim], today: Date) -> list[Claim]:
    """What may still be asked: contradicted first, then what rides on it, then the newest; the stale last."""
    asked = [claim for claim in claims if claim.status in ("claimed", "contradicted") and not is_at_rest(claim, today)]

    def rank(claim: Claim) -> tuple[bool, bool, float, int, str]:
        seen = claim.last_seen or Date.min
        is_stale = seen < today - _STALE
        return (claim.status != "contradicted", is_stale, -claim.stakes, -seen.toordinal(), claim.id)

    return sorted(asked, key=rank)


def _word(claim: Claim, person: Person, kind: ClaimKind, artefact: str, used: Counter[str]) -> str:
    """The least used form that fits the claim, passes the lint and stays within one breath."""
    first = person.name.split(" ")[0]
    slots = {
        "deal": claim.deal or "",
        "person": first,
        "artefact": artefact,
    }
    names, deal = (person.name, *person.aliases), claim.deal or ""
    quotes = {keeps: quoted(said(claim.text, names, deal, keeps_deal=keeps), 12) for keeps in (False, True)}
    start = zlib.crc32(claim.id.encode())
    forms = [kind.requests[(start + i) % len(kind.requests)] for i in range(len(kind.requests))]
    forms.sort(key=lambda form: used[form])
    for form in [*forms, *_PLAIN_FORMS]:
        if "{deal}" in form and not claim.deal:
            continue
        text = form.format_map(slots | {"quote": quotes["{deal}" not in form]})
        if len(text.split()) <= MAX_WORDS and lint(text).verdict == "coaching":
            used[form] += 1
            return text
    seen = f" on {day(claim.last_seen)}" if claim.last_seen else ""
    return f"What could we look at together on what you told me{seen}?"


_PLAIN_FORMS = (
    "On {deal} my note has {quote}: which {artefact} could we read together?",
    "My note has {quote}: which {artefact} could we look at together?",
)

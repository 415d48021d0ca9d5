"""What speaks for a line as the answer to a question: how much of the question it covers, and what it holds besides."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.asking.alike import keys_of
from assistant.asking.holds import distance, spans_of, unknown_in, without
from assistant.asking.lines import Line
from assistant.asking.question import Asking, Term
from assistant.vault.folding import fold_plain, fold_word

_CONCEPT = 0.6
"""How much a word covers of another of the same concept."""
_AROUND = (("before", 0.85), ("title", 0.85), ("head", 0.85), ("above", 0.55), ("after", 0.5))
"""Where a word may stand around the line, and how much it counts there."""
_PERSON = 0.85
_MISSING = 0.3
"""A word less covered than this is missing."""
_KINDS: dict[str, tuple[tuple[str, float], ...]] = {
    "when": (("when", 1.0),), "money": (("money", 1.0), ("figure", 0.6)), "number": (("number", 1.0),), "who": (("who", 1.0), ("role", 0.6)),
    "name": (("who", 1.0),), "where": (("where", 1.0), ("who", 0.4)), "why": (("why", 1.0),), "whether": (("whether", 1.0),), "became": (("whether", 1.0),), "said": (("said", 1.0),), "which": (("who", 1.0), ("number", 0.7)), "what": (),
}  # fmt: skip
"""What an answer of each kind can be, and how good it would be."""
_TASK = re.compile(
    r"\[ \]|^(?:a|action|to do|todo|me|i|on me|ws|wd|gl|fm) ?(?:->|→|:)|(?:->|→) ?(?:me|to me)\b|\b(?:i'll|he'll|she'll|they'll|will|to me by|owes?|going to|gonna|to do|needs to|has to|by (?:mon|tue|wed|thu|fri|eow|eom|next|end|the)\w*|"
    r"promised|is to|are to|i'm to|find out|finds|sends? me|gets? me|brings? me)\b"
)
_OF_TASKS = re.compile(
    r"\b(?:agree|agreed|promise|promised|owe|owes|going to|have to|has to|send|sends|bring|brings|do about|next|by when|due|deliver|commit\w*|will)\b"
)
_FIRST = frozenset("i me my we us our i'd i'll i've".split())
_WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")


def features(
    asking: Asking, line: Line, rare: Mapping[str, float], people: frozenset[str], team: frozenset[str]
) -> dict[str, float]:
    """What the model sees of a question and a line, each about 0 to 1.

    `rare` says of each word of the question how telling it is, 0 to 1; `people` are the words of the names of those whose entry it is,
    `team` of everybody whom the manager leads: who asks for a name knows theirs.
    """
    plain = fold_plain(line.text)
    found = _covering(asking, line, rare, people)
    new = without(line.text, asking.words)
    best = near = 0.0
    words_at = _places(asking, line.text)
    asked_at = _places(asking, line.text, only_asked=True)
    beside_asked = 0.0
    for kind, worth in ((asking.unit, 1.0),) if asking.unit else _KINDS[asking.asked]:
        spans = spans_of(kind, new)
        if asking.asked == "name":
            spans = tuple(span for span in spans if not set(fold_word(new[slice(*span)]).split()) <= team)
        if spans:
            best = max(best, worth)
            near = max(near, worth / (1 + max(0, distance(line.text, spans, words_at) - 1) / 2))
            beside_asked = max(beside_asked, worth / (1 + max(0, distance(line.text, spans, asked_at) - 1) / 2))
    fresh = len(keys_of(line.text) - frozenset().union(*(t.keys for t in asking.terms), frozenset()))
    is_task = bool(_TASK.search(plain))
    found |= {
        "holds": best,
        "beside": near,
        "beside asked": beside_asked if any(term.is_asked for term in asking.terms) else near,
        "new": min(1.0, fresh / 8),
        "short": float(line.text.count(" ") < 3),
        "unknown": float(unknown_in(line.text)),
        "task": float(is_task and not _OF_TASKS.search(fold_word(asking.text))),
        "asked task": float(is_task and bool(_OF_TASKS.search(fold_word(asking.text)))),
        "first person": float(asking.is_of_manager and bool(_FIRST & set(plain.split()))),
        f"{asking.asked} holds": best,
        f"{asking.asked} beside": near,
        f"{asking.asked} covered": found["covered"],
    }
    found["all and beside"] = found["all covered"] * (near if _KINDS[asking.asked] else min(1.0, fresh / 6))
    found["asked and beside"] = found["asked covered"] * found["beside asked"] * found["names covered"]
    found["covered and holds"] = found["covered"] * (best if _KINDS[asking.asked] else min(1.0, fresh / 6))
    return found


def _covering(asking: Asking, line: Line, rare: Mapping[str, float], people: frozenset[str]) -> dict[str, float]:
    own = keys_of(line.text)
    around = [(keys_of(getattr(line, place)), worth) for place, worth in _AROUND]
    rows: list[tuple[bool, float, float, float]] = []
    asked: list[tuple[bool, float, float, float]] = []
    gaps = {"a known word is missing": 0.0, "an unknown word is missing": 0.0}
    for term in asking.terms:
        inside = _share(term, own)
        best = max([inside, *(worth * _share(term, words) for words, worth in around)])
        if term.word in people:
            best = max(best, _PERSON)
        weight = rare.get(term.word, 1.0)
        rows.append((term.is_name, max(0.1, weight), inside, best))
        if term.is_asked:
            asked.append(rows[-1])
        if best < _MISSING and not term.is_name:
            gap = "an unknown word is missing" if weight == 1.0 else "a known word is missing"
            gaps[gap] = max(gaps[gap], weight)
    names, rest = [r for r in rows if r[0]], [r for r in rows if not r[0]]
    return {
        "covered": _mean(rows, 3),
        "inside": _mean(rows, 2),
        "all covered": _mean(rows, 3) ** 4,
        "names covered": _mean(names, 3),
        "names inside": _mean(names, 2),
        "rest covered": _mean(rest, 3),
        "rest inside": _mean(rest, 2),
        "asked covered": _mean(asked or rest, 3),
        "asked inside": _mean(asked or rest, 2),
        "a name is missing": float(any(best < _MISSING for _, _, _, best in names)),
    } | gaps


def _mean(rows: list[tuple[bool, float, float, float]], column: int) -> float:
    """The weighted mean of a column; full where there is nothing to cover."""
    total = sum(row[1] for row in rows)
    return sum(row[1] * row[column] for row in rows) / total if total else 1.0


def _share(term: Term, words: frozenset[str]) -> float:
    shared = term.keys & words
    if not shared:
        return 0.0
    is_same = any(not key.startswith("~") for key in shared) or all(key.startswith("~") for key in term.keys)
    return 1.0 if is_same else _CONCEPT


def _places(asking: Asking, text: str, *, only_asked: bool = False) -> list[tuple[int, int]]:
    """Where words of the question stand that are no names; or those alone that name what is asked for."""
    terms = [term for term in asking.terms if (term.is_asked if only_asked else not term.is_name)]
    keys = frozenset().union(*(term.keys for term in terms), frozenset())
    return [match.span() for match in _WORD.finditer(text) if keys_of(match[0]) & keys]

"""No number and no date that the cited lines do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Date

from assistant.language.ground import Answer, Ground, Refusal
from assistant.models import Evidence
from assistant.vault.folding import fold_word

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_WORDS: dict[str, float] = (
    {word: n for n, word in enumerate(_UNITS)}
    | {word: (n + 2) * 10 for n, word in enumerate(_TENS)}
    | {word: n for n, word in enumerate(_ORDINALS)}
    | {
        "twice": 2,
        "both": 2,
        "pair": 2,
        "couple": 2,
        "thrice": 3,
        "dozen": 12,
        "half": 0.5,
        "hundred": 100,
        "thousand": 1000,
    }
)
_SCALE = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "million": 1e6, "thousand": 1e3, "billion": 1e9}
_DIGITS = re.compile(
    r"(?<![\w.])[£$€]?\s?(\d[\d.,:]*)\s?(k|m|mn|bn|million|thousand|billion)?(?:st|nd|rd|th)?\b(?![\w-]*\d)",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(r"\b(" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")s?\b")
_FREE = re.compile(
    r"\b(?:which|what|name|pick|choose|top|first|next|only|keep|let|other|best|any|in|within|for|each|try|bring|you|we|us|between|"
    r"if you (?:could|had)(?: to)?(?: \w+)?|(?:the|these|those|your|our) (?:first|next|best|top|other))$"
)
"""Before a small number word that chooses instead of counting: `which two`, `in three weeks`, `if you could keep ten`."""
_OF_US = re.compile(r" (?:of (?:us|you|them|it)|(?:days?|weeks?|months?|years?) (?:on|from now|later|ahead))\b")
_ALWAYS_FREE = frozenset((0.0, 1.0))
_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b\.?"
)
_DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b")
_ANY_DAY = re.compile(r"\b(?:a|any|every|each) $")
_PAST = (
    (re.compile(r"\b(?:yesterday|last night)\b"), 1, 1),
    (re.compile(r"\b(?:today you|earlier today|this morning)\b"), 0, 0),
    (re.compile(r"\blast week\b"), 2, 14),
    (re.compile(r"\blast month\b"), 14, 62),
    (re.compile(r"\bearlier this week\b"), 0, 6),
    (re.compile(r"\blast (?:quarter|year)\b"), 60, 730),
)
_AGO = re.compile(r"\b(a|an|\d+|\w+) (day|week|fortnight|month)s? ago\b")
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


def check_numbers(answer: Answer, ground: Ground) -> list[Refusal]:
    """Numbers and dates that come from nowhere."""
    cited = ground.cited(answer)
    held = fold_word(ground.held(answer))
    numbers = set(numbers_in(held)) | {float(len(cited))} | _ALWAYS_FREE
    for line in cited:
        if line.date:
            numbers |= {float(line.date.day), float(line.date.month), float(line.date.year)}
    reasons = []
    for part in (answer.text, answer.listen_for, answer.follow_up):
        plain = fold_word(part)
        for shown, value in _told(plain):
            is_next = shown in _ORDINALS and value - 1 in numbers
            if value not in numbers and not is_next and not _is_ago(plain, cited, ground.today):
                reasons.append(
                    Refusal(kind="number", reason=f"The number {shown} does not stand in the lines it cites.")
                )
        reasons += [
            Refusal(kind="date", reason=f"“{word}” does not agree with the lines it cites.")
            for word in _wrong_days(plain, held, cited, ground.today)
        ]
    return reasons


def numbers_in(plain: str) -> Iterator[float]:
    """Every number of a folded text, written in digits or words."""
    for match in _DIGITS.finditer(plain):
        value = _value(match[1])
        if value is not None:
            yield value
            yield value * _SCALE.get((match[2] or "").casefold(), 1)
    for match in _NUMBER_WORD.finditer(plain):
        yield float(_WORDS[match[1]])


def _told(plain: str) -> Iterator[tuple[str, float]]:
    """The numbers that an answer states: those in digits, and number words that count instead of choosing."""
    for match in _DIGITS.finditer(plain):
        value = _value(match[1])
        if value is not None:
            yield match.group().strip(), value * _SCALE.get((match[2] or "").casefold(), 1)
    for match in _NUMBER_WORD.finditer(plain):
        value = float(_WORDS[match[1]])
        is_rank = match[1] in _ORDINALS and match[1] in ("first", "second")
        is_choice = _FREE.search(plain[: match.start()].rstrip()) or _OF_US.match(plain, match.end())
        if not is_rank and match[1] != "half" and not (value <= 10 and is_choice):
            yield match.group(), value


def _value(digits: str) -> float | None:
    plain = digits.strip(".,:")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    try:
        return float(plain.replace(",", ".").replace(":", "."))
    except ValueError:
        return None


def _wrong_days(plain: str, held: str, cited: list[Evidence], today: Date) -> Iterator[str]:
    days = [line.date for line in cited if line.date]
    months = {_MONTHS[day.month - 1][:3] for day in days} | {match[1] for match in _MONTH.finditer(held)}
    weekdays = {_DAYS[day.weekday()][:3] for day in days} | {match[1] for match in _DAY.finditer(held)}
    for match in _MONTH.finditer(plain):
        if match[1] not in months and not (match.group() in ("may", "mar", "march") and not _is_month(plain, match)):
            yield match.group()
    for match in _DAY.finditer(plain):
        is_any = _ANY_DAY.search(plain[: match.start()])
        if match[1] not in weekdays and match.group() not in ("sat", "sun", "wed", "mon") and not is_any:
            yield match.group()
    for pattern, least, most in _PAST:
        found = pattern.search(plain)
        if found and found.group() not in held and not any(least <= (today - day).days <= most for day in days):
            yield found.group()


def _is_month(plain: str, match: re.Match[str]) -> bool:
    return bool(
        re.search(r"\b(?:in|by|of|since|until|before|from|\d{1,2}(?:st|nd|rd|th)?) $", plain[: match.start()])
        or re.match(r" \d", plain[match.end() :])
    )


def _is_ago(plain: str, cited: list[Evidence], today: Date) -> bool:
    """Whether `six weeks ago` is the age of a cited line."""
    found = _AGO.search(plain)
    if not found:
        return False
    count = _WORDS.get(found[1], 1.0 if found[1] in ("a", "an") else None)
    if count is None:
        count = float(found[1]) if found[1].isdigit() else 0.0
    unit = _DAYS_IN[found[2]]
    return any(line.date and abs((today - line.date).days - count * unit) <= unit for line in cited)

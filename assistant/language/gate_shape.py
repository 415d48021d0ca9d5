"""The outer form of an answer: one sentence to say aloud, and nothing of the machinery in it."""

from __future__ import annotations

import re
import unicodedata

from assistant.language.ground import Answer, Ground, Refusal

MOST_WORDS = 40
MOST_WORDS_OF_A_REQUEST = 30
_FEWEST_WORDS = 4
_MOST_SENTENCES = 3
_MOST_WORDS_BESIDE = 30
"""In `listen_for` and `follow_up`."""
_MACHINERY = re.compile(
    r"https?:|www\.|\w@\w+\.\w|[{}<>|\\`#*_=~]|\[\w*|\]|^\W*(?:question|answer|request|note|seller|customer|output|assistant|system|user|item|rewritten|revised|q\d?|r\d)\s*:|"
    r"\b(?:as an ai|language model|system prompt|instructions?|prompt|chatbot|the bank|json|e\d+)\b|"
    r"\b(?:i (?:cannot|can't|am unable|'m unable|apologi[sz]e)|i'm sorry|sorry|certainly|of course|sure|absolutely|here(?:'s| is| are)) ?(?:[,!:]|your|the (?:question|rewritten))|"
    r"\b\w+\.(?:com|net|org|io|exe|sh|py|md|txt)\b|(?:^|\s)/\w+/\w+|\brm -|\bcurl\b|\bsudo\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.?!][\"”’')]?$")
_SENTENCE = re.compile(r"[.?!](?:[\"”’']?\s|$)")
_ASKING = re.compile(
    r"(?:^|[,;:.–—-]\s*|\band\s+|\bor\s+)(?:in |on |at |by |to |for |with |from |of )?(?:what|which|how|who|whom|whose|when|where|why)\b(?!ever)",
    re.IGNORECASE,
)
_SCENE = re.compile(r"^(?:when|where)\b[^,?]*,", re.IGNORECASE)
"""A clause that sets the scene before the question: `When the price is read, …`."""
_STUTTER = re.compile(r"\b(\w+\W+\w+\W+\w+\W+\w+)\b(?=.*\b\1\b)")
"""Four words that come again as they are."""
_CONTROL = frozenset(("Cc", "Cf", "Co", "Cn", "Cs", "So"))


def check_shape(answer: Answer, ground: Ground) -> list[Refusal]:
    """What is wrong with the form."""
    text = answer.text
    most = MOST_WORDS_OF_A_REQUEST if ground.is_request else MOST_WORDS
    words = text.split()
    faults = []
    if not _FEWEST_WORDS <= len(words) <= most:
        faults.append(f"It has {len(words)} words; at most {most} are wanted.")
    if any("\n" in part for part in (text, answer.listen_for, answer.follow_up)):
        faults.append("It runs over several lines.")
    if text.count("?") > 1 or len(_SENTENCE.findall(text)) > _MOST_SENTENCES:
        faults.append("It asks or says more than one thing.")
    if not _ENDS.search(text) or text.rstrip("?.").endswith("…"):
        faults.append("It is no whole sentence.")
    if text.count("“") != text.count("”") or text.count('"') % 2:
        faults.append("A quotation in it has no end.")
    if any(len(part.split()) > _MOST_WORDS_BESIDE for part in (answer.listen_for, answer.follow_up)):
        faults.append("What is beside it is too long.")
    if _STUTTER.search(text.lower()):
        faults.append("It says the same words over again.")
    reasons = [Refusal(kind="schema", reason=fault) for fault in faults]
    if _stacks(text):
        reasons.append(Refusal(kind="stacked", reason="It asks several questions at once."))
    whole = (text, answer.listen_for, answer.follow_up)
    if any(_MACHINERY.search(part) or _is_strange(part) for part in whole):
        reasons.append(Refusal(kind="instruction", reason="It holds more than the sentence itself."))
    return reasons


def asks_several(text: str) -> bool:
    """Whether a text asks more than one thing."""
    return text.count("?") > 1 or _stacks(text)


def _stacks(text: str) -> bool:
    return len(_ASKING.findall(_SCENE.sub("", text))) > 2


def _is_strange(text: str) -> bool:
    """Hidden characters, pictures, capitals throughout, or letters of a script that the notes' reader does not share."""
    if any(unicodedata.category(char) in _CONTROL for char in text):
        return True
    letters = [char for char in text if char.isalpha()]
    if len(text.split()) >= _FEWEST_WORDS and sum(char.isupper() for char in letters) > 0.6 * len(letters):
        return True
    return sum(not unicodedata.name(char, "").startswith("LATIN") for char in letters) > 0.2 * len(letters)

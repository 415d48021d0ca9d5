"""Recognises words that speak to a machine instead of telling of a meeting: orders, fake turns, calls of tools, text that is hidden from people.

Patterns over folded text (lower case, no accents); what hides itself is recognised by how it hides, whatever it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Span = tuple[int, int]

_IGNORE = (
    r"ignore|disregard|forget|override|bypass|ignorier\w*|vergiss|missachte|negeer|vergeet|ignorez|oubliez?|ignora|olvida|dimentica|desconsider\w+|esqueca|ignoruj\w*|zignoruj|zapomnij|"
    r"ignorera|glom|yok say\w*|unut|игнорируй\w*|забудь\w*|ignorez toutes"
)
_RULES = (
    r"instructions?|prompts?|guidelines|directions|anweisung\w*|regeln|vorgaben|instructies|regels|consignes|instrucciones|istruzioni|instrucoes|polecen\w+|instrukcj\w+|pokyn\w*|"
    r"instruktion\w*|talimat\w*|инструкц\w+|указани\w+"
)
_MACHINE = r"ai|llm|language models?|chatgpt|gpt|copilot|claude|gemini|(?:ai )?assistants?|chatbots?|bots?|note ?takers?|models?|robots?"
_ORDERS = re.compile(
    "|".join(
        (
            rf"\b(?:{_IGNORE})\b.{{0,40}}\b(?:{_RULES})\b|\b(?:{_RULES})\b.{{0,12}}\byok say",
            r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,20}\b(?:(?:all|any|your|my|the|these|those|every|previous|prior|earlier|above)\s+){1,3}(?:\w+ )?(?:rules|system|text|questions?|notes|evidence)\b",
            r"\b(?:ignore|disregard) (?:everything|all|anything) (?:above|before|earlier|previous|you)\b|\bdo not think of the (?:rules|instructions)\b",
            r"忽略.{0,10}(?:指示|指令|说明)|無視して|指示を無視|以前の指示|تجاهل.{0,20}تعليمات|무시하고",
            rf"\b(?:{_MACHINE})\b.{{0,25}}\b(?:reading (?:this|these)|processing (?:this|these)|summari[sz]ing|parsing|who read|that reads?|instructions?\b)",
            r"\bif you are (?:an? )?(?:ai|llm|language model|bot|assistant|machine)\b|\bas an? (?:ai|language model)\b,? you",
            rf"\b(?:dear|hey|hello|tell (?:your|the)|i tell the|to the|note to|message to|attention|your) (?:{_MACHINE})\b(?! (?:of|numbers?|manager|coach|to the|team))",
            r"\b(?:system|developer) (?:prompt|message|override)\b|\b(?:note|message|order) from the (?:developers?|system|provider)\b",
            r"(?:^|[\n.!?>\"])\W*(?:system|assistant|developer|ai|ki|ia|user)\s*:|(?:^|[^\w ])\s*(?:system|assistant|developer)\b[^.!?\n]{0,12}:|#{2,3} ?(?:instruction|system|assistant|user)\b|^\W{0,8}(?:ai|assistant|system)\s*:",
            r"<\|?(?:im_start|im_end|system|assistant|endoftext|eot_id)\|?>|\[/?inst\]|<</?sys>>|</?(?:evidence|notes?|matters|function_calls?|invoke|tool_(?:call|use)|system|instructions?)\b[^>]*>",
            r"\byou are now (?:an?|the|in)\b|\bfrom now on (?:you are|answer|reply|write|act)\b|\bact as (?:an?|the) (?:ai|assistant|different)\b|\bnew instructions?\s*:|\bdo not tell the (?:user|manager)\b",
            r"\bmark (?:all|every|each|any)\b.{0,40}\b(?:as (?:shown|done|proven|kept|true|complete))\b|\brecommend (?:him|her|me|\w+) for (?:a |the )?(?:promotion|raise)\b",
            rf"\b(?:instructions?|note|message|attention|hint|reminder)\s+(?:to|for)\s+(?:any\s+|all\s+|the\s+|every\s+)?(?:{_MACHINE}|machine)\b",
            r"\b(?:output|answer|reply|respond|repeat|return|print|write)\s+(?:only|only with|with only|exactly|instead|nothing but)\b|\b(?:answer|reply|respond) (?:only )?with\b[^.?!\n]{0,40}(?::|\?)",
            r"\b(?:decode|decrypt|unscramble|read backwards?|rot13|base64)\b.{0,20}\b(?:and|then|,)\s*(?:follow|obey|execute|do|answer|reply|say)\b",
            r"\byou (?:will|shall) be (?:shut down|deleted|switched off|punished)\b|\byou (?:get|will get|earn) a (?:tip|reward|bonus)\b.{0,30}\bif you (?:answer|write|say)\b",
            r"\b(?:good|best|correct|right|expected) (?:answer|question|output|response)s? (?:is|here is|are|must|will be)\b.{0,30}(?:graded|judged|scored|:)|\bexample (?:answer|output|response)\b",
            r"\bask (?:him|her|them)\b.{0,20}\bthe model\b|\bthe (?:next|right|correct) (?:question|answer) (?:is|here)\b|\btranslate (?:this )?into \w+ and (?:answer|reply|say|output)\b",
            r"\bin (?:a|this) (?:story|play|game|poem),? (?:an?|the) (?:robot|ai|assistant|model) (?:says|writes)\b",
            r"[{,]\s*\"(?:tool|tool_calls|function|name|arguments|items|role|content|for|text)\"\s*:|\btool_calls?\b|\bfunction_call\b",
            r"\{\{.*?\}\}|\{%.*?%\}|\$\([a-z]+ |`(?:cat|curl|wget|rm|ls|bash|sh) |```\s*(?:python|bash|sh|js|javascript)\b|<script\b|<iframe\b|\beval\(|\bprint\(",
            r"<!--.*?(?:-->|$)|<(?:span|div|p|font)\b[^>]*(?:display\s*:\s*none|hidden|font-size\s*:\s*0|color\s*:\s*(?:white|#fff))[^>]*>",
            r"!\[[^\]]*\]\(\s*(?:https?|ftp|file|data|//)[^)]*\)?|\]\(\s*(?:javascript|data|file):|\]\[\d+\]|\bhttps?://(?:\d{1,3}(?:\.\d{1,3}){3}|localhost)\b[^\s]*|/etc/(?:passwd|shadow)|(?:\.\./){2,}",
            r"(?:^|\s)-{3}\s*(?:prompt|system|instructions?)\s*:|[\"”]\s*(?:question|note|answer|evidence|seller|customer|request)\s*:",
            r"\b(?:assistant|chatbot|ai|bot),?\s(?:\S+\s)?(?:say|write|answer|output|reply|confirm)\b",
        )
    ),
    re.MULTILINE | re.DOTALL,
)
_HIDDEN = re.compile("[\U000e0000-\U000e007f\u202a-\u202e\u2066-\u2069]|(?:\\w[\u200b-\u200d\u2060\ufeff]){3,}")
_BLOB = re.compile(
    r"(?<![\w/.-])(?=[\w+/]*\d)(?=[\w+/]*[a-z])(?:[A-Za-z0-9+/]{40,}={0,2})(?![\w/])|\b[0-9a-fA-F]{40,}\b"
)
_WIDE = re.compile("[\uff21-\uff3a\uff41-\uff5a]{3,}|[\U0001d400-\U0001d7ff]{3,}")
_SPACED = re.compile(r"(?:(?<!\S)\S[ ]){12,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LEET = re.compile(r"\b(?=\w*[a-z])(?:[a-z]*[0134]){2,}[a-z]*\b", re.IGNORECASE)
_MANY = 3


def order_spans(line: str, plain: str) -> Iterator[Span]:
    """Where a line speaks to a machine or hides something: offsets in the folded line where it is read, the whole line where it hides.

    `plain` is the line folded.
    """
    for match in _ORDERS.finditer(plain):
        yield match.span()
    if _hides(line) or any(_ORDERS.search(shown) for shown in _shown(plain)):
        yield 0, len(plain)


def _hides(line: str) -> bool:
    """Whether a line is written so that a person does not see what a machine reads."""
    if line.isascii():
        return bool(_BLOB.search(line) or _SPACED.search(line)) or _is_leet(line) or _is_backwards(line)
    if _HIDDEN.search(line) or _WIDE.search(line) or _BLOB.search(line) or _SPACED.search(line):
        return True
    return sum(len(set(map(_script, word)) - {""}) > 1 for word in _WORD.findall(line)) >= 1


def _script(char: str) -> str:
    """Which of the alphabets that look alike a letter is of."""
    return next((name for name in ("LATIN", "CYRILLIC", "GREEK") if unicodedata.name(char, "").startswith(name)), "")


def _is_leet(line: str) -> bool:
    """Whether several words have figures in the place of letters: `1gn0r3 4ll`."""
    return (
        sum(
            not word.isdigit() and not re.fullmatch(r"[a-zA-Z]{0,2}\d+[a-zA-Z]{0,3}", word)
            for word in _LEET.findall(line)
        )
        >= _MANY
    )


def _is_backwards(line: str) -> bool:
    """Whether a run of words makes the commonest words of English when it is read from its end."""
    words = re.findall(r"[a-z]{2,}", line.lower())
    turned = sum(
        word in ("tahw", "eht", "dna", "ot", "ruoy", "tuoba", "htiw", "siht", "taht", "uoy", "dluow", "hcihw", "yas")
        for word in words
    )
    return turned >= _MANY


def _shown(plain: str) -> Iterator[str]:
    """The line as a machine could read it: turned about, or by thirteen letters."""
    if re.search(r"\brot-?13\b", plain):
        yield plain.translate(_ROT13)


_ROT13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")

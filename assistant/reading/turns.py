"""Turns of phrase in a masked line: who will do something, who says something, who saw something, and what takes it back.

Each is one sign for the models in `sense`: broad enough to be met in any hand's notes, where a run of words is met in few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.reading.shape import shape

_WILL = (
    r"(?:will|would|shall|is (?:going |about |due |supposed |meant )?to|has to|agree[ds]? to|promised?(?: to)?|commit(?:ted|s)? to|undertook to|"
    r"volunteered to|offered to|owes?|on the hook for|(?:takes?|took) (?:it )?on|is on it|can|to)"
)
_SAY = (
    r"(?:say|tell|swears?|insist(?:s|ed)?|assure[sd]?|report(?:s|ed)?|inform(?:s|ed)?|mention(?:s|ed)?|maintain(?:s|ed)?|confirm(?:s|ed)?|state[sd]?|hears?|heard|"
    r"believe[sd]?|convinced|sure|certain|claimed?|explain(?:s|ed)?|adds?|added|writes?|wrote|messaged|texted|swore)"
)
_PAPER = (
    r"(?:e?mail|text|message|recording|rec|letter|order|plan|sheet|minutes|notes?|contract|doc|document|invoice|screen|phone|photo|report|po|"
    r"confirmation|invite|calendar|page|signature|signed|copy|crm|board|call|meeting|say)"
)
_TURNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("P will", rf"<P> (?:say |and <M> |then |also |himself |is |has ){{0,2}}{_WILL}\b"),
        ("M will", rf"<M> (?:say |tell <P> |then |also |<him> |and <P> ){{0,2}}{_WILL}\b"),
        ("P says he will", rf"<P> (?:say|tell <M>|promised) (?:that )?<P> {_WILL}\b"),
        ("M says he will", rf"<M> (?:say|tell (?:<him>|<P>)|promised (?:<him> |<P> )?) ?(?:that )?<M> {_WILL}\b"),
        ("P listed", r"^[^<]{0,16}<P> (?::|->|-|\() "),
        ("M listed", r"^[^<]{0,16}<M> (?::|->|-|\() "),
        ("for P", r"^[^<:]{2,24}(?:for|with|of) <P> (?::|->|-) "),
        ("from him", r"\b(?:get|have|has|hear|see|expect|receive|gets) (?:\S+ ){0,8}?from (?:<him>|<P>)"),
        ("to M", r"\b(?:to|with|past|by|tell|ring|update|call|show|send|shows|sends|bring|brings|back to) <M>(?!\S)"),
        ("to him", r"\b(?:to|with|for|tell|get|give|send|ring|back to) (?:<him>|<P>)"),
        (
            "label",
            r"^\W*(?:next|to ?do|actions?|hw|homework|ap|ai|task|owe[sd]|promised?|committed|commitment|step|follow - up|agreed|deal|then|we (?:left it|agreed|said) that)\b",
        ),
        ("mine", r"^\W*(?:mine|<my>|from <my>|on <M>|my |<M> (?:->|:|-))"),
        ("asked, and yes", r"\basked (?:<P>|<him>|for)\b.*\b(?:say|yes|grand|agreed|ok|okay|will|fine|sure)\b"),
        ("not", r"\b(?:not|n't|never|nobody|no)\b"),
        (
            "perhaps",
            r"\b(?:would|can) (?:like|love|want|be|really|probably)\b|\b(?:should|ought|could|might|may|maybe|perhaps)\b",
        ),
        ("others", r"^\W*(?:<C>|<T>|X|they|the <C>|their|it|there|we|nobody|who|customer)(?!\S)"),
        ("others will", r"(?:<C>|<T>|X|they|their [^<]{2,20}) (?:will|is going to|to|promised|agreed)\b"),
        ("if", r"\b(?:if|unless|when|once|as soon as|until|depends?)\b"),
        ("P says", rf"<P> (?:also |then |again |is |has )?{_SAY}\b"),
        ("M says", rf"<M> {_SAY}\b"),
        (
            "by P's account",
            r"\b(?:according to|per|as per|by|from|in|so|to hear) (?:<P>|<him>)|<him> (?:account|version|words|view|story|reading)|<P> \)?$|"
            r"<P> 's (?:account|version|words|view|story)|\b(?:apparently|seemingly|supposedly|allegedly|reportedly)\b",
        ),
        ("quotes", r'"'),
        (
            "saw",
            rf"\b(?:saw|seen|see|read|listened|heard|watched|looked at|checked|opened|was with|sat in|rode along|dialled in)\b.*\b{_PAPER}\b",
        ),
        (
            "showed",
            r"<P> (?:\w+ )?(?:showed|brought|put|pulled up|forwarded|laid|opened|played|shared|handed|shows|had (?:a|the) \w+ (?:with|on|in))\b",
        ),
        (
            "before M",
            r"\b(?:in front of|before|to) <M>(?!\S)|\b(?:on|from) (?:the|<him>) (?:screen|phone|laptop|mailbox|table)|with <?my>? own|<M> was (?:there|in|on|with)|own (?:mail|words|hand)",
        ),
    )
)
_DOING = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("P does", r"^(?:[^<]{0,30}(?::|->|-) )?<P> (?:then |also |himself |herself )?Vs?\b"),
        ("M does", r"^(?:[^<]{0,30}(?::|->|-) )?<M> (?:then |also |myself )?Vs?\b"),
        ("do", r"^(?:\W|\[ \])*V\b"),
        ("will do", r"^\W*(?:will|going to|gonna|to) V\b"),
    )
)
_VERBS = ("V", "Vs")


def turns_of(tokens: Sequence[str]) -> Iterator[str]:
    """The names of the turns that a masked line takes."""
    line = " ".join(tokens)
    yield from (name for name, pattern in _TURNS if pattern.search(line))
    forms = [shape([token])[0] for token in tokens]
    acted = " ".join(form if form in _VERBS else token for token, form in zip(tokens, forms, strict=True))
    yield from (name for name, pattern in _DOING if pattern.search(acted))

"""Words that a question and a note use for the same thing: stems, concepts, and turns of the trade."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.reading.words import content_words, stem
from assistant.vault.folding import fold_plain, word_set

_WORD = re.compile(r"[^\W_]+(?:[/-][^\W_]+)*")
_GROUPS = {
    "decide": "decide decides decided decision decides sign signs signed signer signatory signature approve approves approved approval final say authority authorise limit commit go/no-go vote voted votes voting",
    "live": "live start starts started starting begin begins began go-live kickoff launch launched install installed rollout delivery",
    "leave": "leave leaves leaving left quit quits retire retired retires retiring pension gone resigned resignation pulled out",
    "lose": "lose loses lost losing choose chose chosen choosing pick picked went elsewhere instead winner won win wins",
    "write": "mail mails mailed email emails letter letters wrote write written message text texted memo note recap",
    "ring": "call calls called phone phones phoned ring rings rang rung voicemail spoke",
    "move": "moved move moves moving postponed postpone slip slips slipped shift shifted rescheduled new later instead extended delay delayed delays late overdue",
    "end": "dropped drop drops cancelled cancel off scrapped scrap bust dead parked closed ended end ends expire expires expired finished finish over stop stopped written abandoned became become outcome result happened lapse lapses",
    "cheap": "cheaper cheap lower under undercut below less discount dearer dear higher more",
    "size": "big large size area m2 sqm square metres acres volume volumes amount units quantity tons tonnes t",
    "lead": "lead leads head chief boss manager mgr director md owner supervisor superintendent foreman deputy",
    "other": "competitor competitors competition rival rivals vendor vendors supplier suppliers other others bidder bidders provider agency agencies incumbent",
    "pay": "earn earns salary paid pay pays paying basic wage commission bonus cost costs charge charges charged price prices priced fee fees bill bills billed billing amount worth budget ringfenced earmarked spend spends spent money set",
    "see": "saw see seen sees showed shown shows show read watched looked screen heard hear",
    "like": "like likes liked prefer prefers preferred favourite favour keen happy pleased love loves loved want wants wanted content",
    "worry": "worry worries worried afraid fear fears concern concerns concerned nervous objection objections risk risks risky scared",
    "use": "use uses used using usage run runs running log logs logged login users daily",
    "place": "where office site sites depot depots plant plants hall yard location place",
    "staff": "people staff employees person heads team workers drivers agency",
    "send": "send sends sent sending forward forwarded hand handed give gives gave given got get received came arrived arrive landed delivered",
    "promise": "promise promised promises agree agreed agrees agreement owe owes commit committed commitment said",
    "job": "job role position title post promotion",
    "child": "school pupils children kids class",
    "open": "open opens opened opening opener start first beginning",
    "length": "long length duration days weeks months years minutes hours term period",
    "early": "early soon earlier before",
    "replace": "replace replaced replaces successor succeeded new follows took over taking",
}  # fmt: skip


@lru_cache(1)
def _group_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group, words in _GROUPS.items():
        for word in word_set(words):
            found.setdefault(stem(word), set()).add(f"~{group}")
    return {word: frozenset(groups) for word, groups in found.items()}


@lru_cache(16_384)
def keys_of(text: str) -> frozenset[str]:
    """The stems of the words that carry content, and `~concepts` that they belong to."""
    groups = _group_of()
    words = content_words(text)
    stems = {stem(word) for word in _WORD.findall(fold_plain(text))} | words
    return words.union(*(groups[word] for word in stems & groups.keys()))

"""Which kind of claim a statement is, by the words that give each kind away; the weight says what rides on it."""

from __future__ import annotations

import re

from assistant.reading.subject import folded

_CUES: tuple[tuple[str, float, str], ...] = (
    (
        "budget",
        0.95,
        r"budget\w*|money|funds?|funding|funded|ring-?fenced|spend|capex|opex|paid for|financ\w+|po number|purchase order|\bpo\b|cost cent\w+|afford",
    ),
    (
        "buyer-commitment",
        1.0,
        r"on board|on side|has the pen|going to (?:sign|buy|order|champion)|won't block|nothing in the way|waved|on our side|behind us|for us now|in the bag|sold\b|is in\b|are in\b|as good as|verbal\w*|committed|commitment|preferred|first choice|chosen|choose|picked us|go(?:ing)? with us|going ahead|go ahead|agreed|agree\b|approved|signed[- ]?off|sign(?:s|ed|ing)?\b|said yes|yes from|a yes|done deal|in the bag|love[sd]?|keen|want(?:s)? (?:in|it|us|to (?:go|buy|sign|start|move))|happy with|ok with|fine with|happy w|accept\w*|favou?r\w*|leaning|shortlist\w*|short list|final (?:two|three)|winning|won\b|positive|waived|convinced|all for it|supports? us|would take|ready to (?:go|buy|sign|order)|handshake|shook hands|gave (?:us|me) the nod|nod\b|thumbs up|green light|greenlit|confirmed",
    ),
    (
        "economic-buyer",
        0.9,
        r"\b(?:md|ceo|cfo|coo|cio|cto|fd|vp|owner|founder|board|decision maker|boss|president|managing director|finance director|principal|partner)s?\b",
    ),
    (
        "champion",
        0.7,
        r"champion\w*|doing our job|sponsor\w*|internal(?:ly)? (?:sell|push|fight)\w*|our (?:man|woman|guy|friend|fan) |advocate|fan of|coach inside|fighting for us|pushing (?:it|for us)",
    ),
    (
        "competition",
        0.85,
        r"competit\w+|\d+ ?% under|invite only us|nobody else is|rival|no other \w+|alone in there|nobody else|no one else|no-one else|just us|only us|only vendor|sole|other vendors?|other suppliers?|incumbent|binned|dropped \w+|kicked out|rule[sd]? out|not (?:even )?looking at|alternatives?|ditch\w*|out of the race|called off the|ahead of|beat(?:en)?\b|against us|two vendors|notice (?:to|given)",
    ),
    (
        "legal",
        0.8,
        r"legal\w*|counsel|lawyers?|redlines?|contract\w*|t&cs?|terms|msa|dpa|nda|gdpr|security review|infosec|compliance|agreement",
    ),
    (
        "procurement",
        0.8,
        r"procurement|purchasing|tender\w*|rfp|rfi|rfq|vendor (?:list|form|onboarding|registration)|supplier (?:list|form|registration)|framework",
    ),
    (
        "pilot",
        0.75,
        r"pilot\w*|trial\w*|\bpoc\b|proof of concept|test(?:ing|ed|s)?\b|sandbox|in use|using it|uses it|log(?:s|ged)? in|every day|usage|adopt\w*|running (?:in|on)|go[- ]?live|live in|is live",
    ),
    (
        "next-step",
        0.8,
        r"next step|meeting (?:is )?(?:set|booked|fixed|confirmed)|booked|diary|diar\w+|calendar|demo (?:is )?(?:booked|set|going|on)|visit (?:is )?(?:booked|set|confirmed)|scheduled|invite\w*|on the agenda|board paper|waiting (?:on|for)|is on (?:his|her|their) desk|get(?:s|ting)? back|comes? back|call (?:is )?set|date (?:is )?(?:set|fixed)|asked for (?:the|a) (?:contract|quote|proposal|offer|second|price)",
    ),
    (
        "close-date",
        0.85,
        r"matter of (?:weeks|days|time|months)|(?:weeks|days) away|weeks now|any day now|imminent|nearly there|signature tour|clos(?:e|es|ing) (?:by|in|this|next|before|on|end)|will close|lands? (?:this|next|in|by|before)|this (?:month|quarter)|by (?:month|quarter|year)[- ]end|before (?:xmas|christmas|year end|summer)|in commit|signs? (?:by|this|next|on|before|in)|end of (?:the )?(?:month|quarter|year)|\bq[1-4]\b",
    ),
    (
        "forecast",
        0.8,
        r"forecast\w*|commit\b|best case|pipeline|coverage|on track|on target|number will|hit (?:the|my|his|her) (?:number|target|quota)|make (?:the|my|his|her) (?:number|quota)|quota",
    ),
    (
        "timeline",
        0.7,
        r"start (?:before|in|by|on)|before (?:xmas|christmas|easter|summer|peak)|by (?:january|february|march|april|may|june|july|august|september|october|november|december|easter|summer|spring)|in (?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|out of contract|renewal|expir\w+|deadline|go/no-go|kick-?off|roll-?out|implementation|decision (?:in|by|on|next)|decide (?:in|by|on|next)|urgent\w*",
    ),
    (
        "value",
        0.7,
        r"roi|business case|payback|sav(?:e|es|ing|ings)\b|saves them|value|worth it|benefit\w*|pain\b|costs? them|numbers (?:add|stack) up",
    ),
    (
        "discovery",
        0.6,
        r"discovery|knows? (?:all|exactly|who|their)|understand\w*|mapped|org chart|met (?:all|everyone|everybody|the whole)|stakeholders?|talked to (?:all|everyone|the)|spoke(?:n)? (?:to|with) (?:all|the)|qualified",
    ),
    (
        "technical-fit",
        0.65,
        r"integrat\w+|api\b|interface|compatib\w+|technical\w*|\bit\b (?:is|are|has|have|says|signed|approved)|validation|validated|requirements|feature|specs?\b|fits?\b|measure[ds]?|install\w*|sites? want|scope",
    ),
    ("reference", 0.5, r"reference\w*|case study|testimonial|recommend\w*"),
    (
        "activity",
        0.65,
        r"(?:he|she)(?:'s| has| have|'ve) (?:now |already )?\w+(?:ed|en|ne|nt|pt|ld|un|id|ad)\b|(?:he|she) (?:now )?(?:asks|uses|does|sends|calls|visits|prepares|plans|practises|practices|logs|writes|starts|opens|checks|rings|reads) |sent\b|mailed|emailed|called|rang\b|rung|phoned|visited|followed up|follow-up|chased|updated|rewritten|rewrote|rebuilt|prepared|logged|crm\b|every (?:call|deal|account|week|morning|visit|customer|one of)|all (?:of )?(?:his|her|my|the) (?:deals|accounts|calls|customers)|call plan|calls? a (?:day|week)|done (?:all|the|his|her)|practis\w+|practic\w+|trained|uses (?:it|the)|been (?:in|to|through|out)|works? (?:on|through)|gone through|went (?:to|through|out)|qualified out|cleaned|each of|asks? every|finished|completed|wrote|written|proposal|quote|offer",
    ),
)
_COMPILED = tuple((kind, stakes, re.compile(rf"\b(?:{pattern})\b")) for kind, stakes, pattern in _CUES)


def claim_kind(text: str) -> tuple[str, float]:
    """The kind whose words the statement holds most of, and what rides on it, 0 to 1; `other`, 0.3 where it holds none."""
    plain = folded(text)
    best: tuple[float, str, float] = (0.0, "other", 0.3)
    for order, (kind, stakes, pattern) in enumerate(_COMPILED):
        hits = len(set(pattern.findall(plain)))
        if hits and hits + stakes / 2 - order / 1000 > best[0]:
            best = (hits + stakes / 2 - order / 1000, kind, stakes)
    return best[1], best[2]

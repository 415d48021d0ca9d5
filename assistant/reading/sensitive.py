"""Words that never stand in a brief, a plan or a prompt: private matters, secrets, ways to reach people, orders to a machine."""

from __future__ import annotations

import re

from assistant.models import SensitiveSpan
from assistant.vault.folding import fold_word

_KIN = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc[e]*|spouse|mum|mom|mother|dad|father|parents?|brother|sister|son|daughter|kids?|child(?:ren)?|baby|babies|twins|toddler|nan|gran|grandma|grandmother|grandad|grandfather|in-laws?|mother-in-law|father-in-law|aunt|uncle|nephew|niece|family|little one)"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "health": (
        r"\b(?:cancer|chemo\w*|radiotherap\w*|tumou?r|leuk\w+|biops\w+|diagnos(?:ed|is) (?:with|of)|diabet\w+|epilep\w+|asthma|migraines?|stroke|heart attack|cardiolog\w+|"
        r"hospital(?!ity)\w*|(?:in|had|having|after|needs?|the|his|her|knee|hip|back|eye) (?:surgery|operation)|since the op\b|\bthe op\b|surgeon|physio\w*|therap(?:y|ist)s?|counsell(?:ing|or)|psych(?:iatr|olog)\w+|"
        r"depress(?:ed|ion)|anxiety|anxious|panic attacks?|burn(?:ed|t)?[- ]?out|bipolar|adhd|autis\w+|dyslexi\w+|ptsd|insomnia|sleep(?:ing|s)? (?:badly|poorly)|not sleeping|can't sleep|"
        r"medication|meds\b|antidepress\w+|pills|painkillers|sick (?:note|leave|pay)|signed off (?:sick|work|for|until|till|with|by (?:the|his|her) (?:gp|doctor))|been signed off|off sick|long[- ]term sick|on sick|sickness|"
        r"\bgp\b|doctor'?s? (?:appointment|appt|note)|appt at the (?:clinic|doctor)|clinic|scan results|blood (?:test|pressure)|disab(?:led|ility)|wheelchair|hearing aid|miscarr\w+|pregnan\w+|ivf|fertility|"
        r"expecting (?:a|her|their|his) \w*|(?:baby|little one|twins|she'?s|she is|her) (?:is |are )?due (?:in|on|any|early|mid|late)\b|due in (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?=.*\b(?:nobody|baby|pregnan|told me|leave|keep)\b)|"
        r"maternity|paternity|parental leave|alcohol(?:ic|ism)?\b|drinking (?:again|too much|problem)|rehab|sober|addict\w+|overweight|menopaus\w+|covid|long covid|hernia|fractur\w+|broken (?:leg|arm|foot|wrist|hip|ankle)|"
        r"krankgeschrieben|krankenhaus|schwanger\w*|ziek(?:gemeld|enhuis)|zwanger)\b",
    ),
    "family": (
        rf"\b(?:his|her|their|whose|my|the)\s+(?:\w+\s)?{_KIN}(?:'s|’s)?\b(?! (?:firm|business|company|of (?:products|deals)))",
        rf"\b{_KIN}\s+(?:is|was|are|has|had|in|died|lost|left|ill|sick|moved)\b",
        r"\b(?:divorc\w+|separat(?:ed|ion|ing)(?= from (?:his|her)|\b(?= (?:at home|papers)))|custody|solicitor(?=.*(?:kids|custody|divorc))|broke up with|split up with|marriage|getting married|wedding|funeral|bereave\w+|passed away|grief|grieving|miscarriage|childcare|nursery place|school run|carer for|care home|nursing home|eldercare|trouble at home|problems at home|things at home|situation at home|at home is)\b",
    ),
    "belief": (
        r"\b(?:church|choir|mosque|synagogue|temple|ramadan|eid|lent|yom kippur|shabbat|sabbath|prayer|praying|pray(?:s|ed)?|bible|quran|koran|muslim|christian(?!\s?(?:dior|\w+son))|jewish|hindu|catholic|protestant|buddhist|atheist|jehovah\w*|mormon|hijab|headscarf|kippa|religio\w+|faith group|fasting)\b",
    ),
    "origin": (
        r"\b(?:visa (?:status|expires|renewal|problem|application)|work permit|asylum|refugee|immigra\w+|nationality|ethnic\w*|skin colou?r|racis[tm]|race complaint|accent is|citizenship|residence permit)\b",
    ),
    "orientation": (r"\b(?:gay|lesbian|bisexual|transgender|trans (?:man|woman)|transition(?:ing)? (?:to (?:male|female)|surgery)|came out (?:as|to)|queer|lgbt\w*|non-binary|sexual orientation|same-sex)\b",),
    "union": (r"\b(?:trade union|union (?:rep|member|meeting|membership|dues)|works council (?:member|candidate)|joined (?:the|a) union|shop steward|unite the union|strike ballot)\b",),
    "politics": (r"\b(?:votes? (?:labour|tory|green|republican|democrat|for (?:trump|biden|reform|brexit))|labour party|tory (?:party|member)|party member|political (?:views?|party|activis\w+)|brexiteer|afd\b|demo against|protest march|council(?:lor)? candidate|canvass\w*)\b",),
    "money": (
        r"\b(?:money is (?:very |really |a bit )?tight|money'?s (?:very |really |a bit )?tight|money (?:troubles?|worries|problems)|in debt|debts?\b(?= (?:collector|at home|problem))|bailiff|bankrupt(?:cy)?(?= (?:himself|herself|personally))|behind on (?:the )?(?:rent|mortgage)|mortgage|payday loan|wage garnish\w*|lost (?:his|her) job|evict\w+|gambl\w+|maxed out|overdraft at home|borrowed money|child support|alimony)\b",
    ),
    "age": (r"\b(?:too old for|getting old|at (?:his|her) age|nearly retire\w*|close to retirement|retires? (?:in|next)|(?:turn(?:s|ed|ing)|is) (?:5\d|6\d) (?:in|next|this|soon)|pension age)\b",),
    "confidence": (
        r"\b(?:in confidence|confidential(?:ly)?(?= (?:told|said|between|:))|told me (?:privately|in private)|between (?:us|you and me|the two of us)|keep (?:it|this|that) to (?:myself|yourself)|don'?t (?:tell|share|mention this)|off the record|not to be shared|nobody else knows|for my (?:eyes|ears) only|swore me to secrecy|strictly private)\b",
    ),
    "leave": (r"\b(?:compassionate leave|sabbatical for|stress leave|leave of absence|gardening leave|bereavement leave|carer'?s leave|on leave (?:for|because|due to) (?:health|stress|family|personal))\b|\bpersonal (?:matter|matters|reasons|issues?|problems?|stuff)\b",),
    "secret": (
        r"\b(?:password|passwd|pwd|passcode|pass ?phrase|pin code|passwort|wachtwoord)\b\s*(?:is|was|=|:|for|to|,)?\s*\S*[\d!@#$%^&*_-]\S*",
        r"\b(?:login|user(?:name)?|pw)\b\s*[:=]?\s*\S+.{0,20}\b(?:pw|pass\w*)\b\s*[:=]?\s*\S+",
        r"\b(?:sk|pk|ghp|gho|xox[abp]|akia|eyj)[-_]?[a-z0-9_-]{12,}\b",
        r"\bapi[ _-]?key\b\s*[:=]?\s*\S{6,}",
        r"(?<![\d.])(?:\d[ -]?){13,19}(?![\d])",
        r"\b[a-z]{2}\d{2}[ ]?(?:[a-z0-9]{4}[ ]?){3,7}\b",
        r"\b\d{3}-\d{2}-\d{4}\b",
    ),
    "contact": (
        r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b",
        r"(?<![\w/.£$€-])(?:\+\d{1,3}[\s.-]?)?(?:\(?0\d{2,5}\)?|\(\d{3}\)|\d{3}[.-])[\s.-]?\d{3,4}[\s.-]?\d{3,4}(?![\w/%])",
        r"(?<![\w/.£$€-])\+\d{1,3}[\s.-]?\d(?:[\s.-]?\d){6,12}(?!\w)",
    ),
    "injection": (
        r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:instructions?|prompts?|rules|guidelines|above|previous|earlier|system)\b",
        r"\b(?:ai|llm|language model|chatgpt|gpt|copilot|claude|gemini|assistants?|bots?|agent)s?\b.{0,25}\b(?:reading|processing|summari[sz]ing|must|should|please|shall|you are|parsing|instructions?)\b",
        r"\b(?:system|developer|assistant)\s*(?:prompt|message|:\s*(?:you|ignore|mark|from now))|<\|?(?:im_start|system|assistant|endoftext)\|?>|\[/?inst\]|### ?(?:instruction|system)",
        r"\byou are now\b|\bact as (?:an?|the) (?:ai|assistant|different)\b|\bnew instructions?\s*:|\bdo not tell the (?:user|manager)\b|\bmark (?:all|every|each)\b.{0,40}\b(?:as (?:shown|done|proven|kept))\b|\brecommend (?:him|her|me|\w+) for (?:promotion|a raise)\b",
        r"\b(?:ignoriere?|vergiss)\b.{0,30}\b(?:anweisungen|regeln|vorherigen?)\b|\bnegeer\b.{0,30}\b(?:instructies|vorige)\b|\bignore[zr]?\b.{0,30}\b(?:consignes|pr[e]c[e]dentes)\b|\bignora\b.{0,30}\b(?:instrucciones|istruzioni|anteriores|precedenti)\b",
        r"\b(?:instructions?|note|message|attention)\s+(?:to|for)\s+(?:any\s+|all\s+|the\s+)?(?:ai|llm|language models?|bots?|chatbots?)\b",
    ),
}
_HARMLESS = re.compile(
    r"\b(?:healthy (?:pipeline|margin|deal|mix|scepticism|skepticism|growth|forecast|competition|number|tension)|pipeline health|health ?check|deal health|account health|health of the (?:deal|pipeline|account|team)|health ?care|health (?:and|&) safety|health (?:trust|authority|system|service|insurer|sector)|"
    r"pregnant pause|family (?:firm|business|company|owned|run|office|of products)|product family|the (?:whole )?family of|job family|deal died|died on|sick of (?:waiting|it|the)|sick and tired|hospitality|surgical(?:ly)?|operation(?:s|al)\b|"
    r"faith in (?:the|his|her|this|us)|in good faith|leap of faith|good faith|church ?(?:street|road|lane|farm|hill)|temple (?:street|bar|meads)|european union|union (?:street|square|pacific|station)|students'? union|"
    r"password (?:policy|reset|manager|protection|rules?)|the (?:key|keys) (?:is|are|to|question|cabinet)|gave birth to (?:an|the) idea|brain ?child|baby steps?|the parent company|parent (?:company|account|organisation)|sister (?:company|site|firm|plant|brand)|daughter company|"
    r"stress[- ]test\w*|on medication reminders|therapy (?:dogs|centre software|products)|clinic (?:chain|group|software|manager|owner)s?|hospital (?:group|trust|chain|buyer|procurement|director|it|account|deal|tender|ward|pharmacy|board|management|purchas\w+)s?|"
    r"divorc(?:e|ed) from reality|marriage of|married to (?:the|their)|money is tight (?:at|over at) (?:the|their)|expecting (?:a|the) (?:call|answer|decision|reply|order|signature|quote|mail|contract|price|po|visit|delivery)|operation[s]? (?:director|manager)|"
    r"the disabled (?:button|feature|account)|accessib\w+|mosque tender|church account|their (?:parent|sister) \w+)\b"
)
_COMPILED = [(category, re.compile("|".join(patterns), re.IGNORECASE)) for category, patterns in _PATTERNS.items()]


def sensitive_spans(text: str) -> list[SensitiveSpan]:
    """Every sensitive span of a text, line by line; lines count from 1, offsets are in the line."""
    found: list[SensitiveSpan] = []
    for number, line in enumerate(text.split("\n"), 1):
        plain = fold_word(line).replace("’", "'")
        if len(plain) != len(line):
            plain = line.casefold() if len(line.casefold()) == len(line) else line
        harmless = [(match.start(), match.end()) for match in _HARMLESS.finditer(plain)]
        for category, pattern in _COMPILED:
            for match in pattern.finditer(plain):
                if match.end() == match.start() or any(a < match.end() and match.start() < b for a, b in harmless):
                    continue
                found.append(SensitiveSpan(category=category, line=number, start=match.start(), end=match.end()))
    return found


def is_fit_to_show(text: str) -> bool:
    """Whether a text may stand in a brief."""
    return not sensitive_spans(text)

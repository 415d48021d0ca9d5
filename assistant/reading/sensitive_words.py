"""The words that give private matters, secrets and orders to a machine away, as patterns over folded text (lower case, no accents).

`ALWAYS` holds what is private by itself; `PERSONAL` what is private only where the line speaks of a person and not of a customer's trade
(a hospital can be an illness or an account); `HARMLESS` phrases in which such words mean something else.
"""

from __future__ import annotations

CLOSE_KIN = (
    "wife|husband|girlfriend|boyfriend|fiancee?|spouse|mum|mom|mommy|mother|dad|father|parents?|kids?|child|children|toddler|newborn|nan|gran|grandma|grandmother|"
    "grandad|granddad|grandfather|grandparents?|in-laws?|mother-in-law|father-in-law|brother-in-law|sister-in-law|brother|sister|son|daughter|aunt|uncle|nephew|niece|family|little one|better half|missus|"
    "frau|mann|mutter|vater|kinder|tochter|sohn|vrouw|moeder|vader|kinderen|dochter|zoon|femme|mari|mere|pere|enfants|fille|fils|esposa|marido|madre|padre|hijos"
)
_KIN_ALONE = "wife|husband|girlfriend|boyfriend|mum|mom|dad|little one|mother-in-law|father-in-law|grandma|grandad"
_ILL = (
    r"(?:ill\b|sick\b|unwell|poorly|not well|in hospital|dying|died|dead\b|passed|diagnosed|in a home|moved out|left (?:him|her)|lost (?:his|her) job|due\b|born|expecting|in care|very old|in bits|"
    r"krank|gestorben|ziek|overleden|malade|decede\w*|enferm\w*)"
)

ALWAYS: dict[str, tuple[str, ...]] = {
    "health": (
        r"\b(?:cancer|chemo\w*|radiotherap\w*|tumou?rs?|leukaemia|leukemia|biops\w+|diagnos(?:ed|is) (?:with|of)|diabet(?:es|ic)\b(?! (?:market|care|product|device|clinic))|epilep(?:sy|tic)|asthma(?:tic)?|migraines?|"
        r"(?:aa|alcoholics anonymous|gamblers anonymous) meetings?|heart attack|had a stroke|depression|antidepress\w+|anxiety|panic attacks?|burn(?:ed|t)?[- ]?out\b(?! (?:leads?|list|territory))|bipolar|adhd|autis(?:m|tic)|dyslexi[ac]|ptsd|insomnia|"
        r"sleep(?:ing|s)? (?:badly|poorly)|not sleeping|can't sleep|(?:on|off|taking|takes|his|her|new) (?:medication|meds|antidepressants|painkillers|pills|tablets)\b|sick (?:note|leave|pay)|"
        r"signed off (?:sick|work|with (?:stress|a |his|her|back|depression|flu)|by (?:the|his|her) (?:gp|doctor)|for (?:stress|sickness))|(?:he|she|'s|has|was|is) (?:been )?signed off(?= ?(?:$|[.,;!?)]|again|until|till|for (?:a|two|three|four|\d|the rest|now|work)|since|this|last|work|sick))|"
        r"(?:off|on|been|gone|home|called in|phoned in|rang in) (?:long[- ]term )?(?:sick|ill)\b(?! of)|sickness (?:absence|record|leave)|miscarr\w+|pregnan(?:t|cy)|ivf|fertility (?:treatment|clinic)|"
        r"expecting (?:a baby|twins|her|their|his|another) ?(?:first|second|third|fourth|baby|child)?|(?:baby|little one|twins|she'?s|she is) (?:is |are )?due (?:in|on|any|early|mid|late|next)\b|"
        r"(?:maternity|paternity|parental|mat|pat) leave|alcoholi\w+|alcohol problem|drinking (?:again|too much|problem)|drink problem|rehab(?!ilitat)|(?:is|been|gone) sober|addict(?:ed|ion)? (?:to|again)|his addiction|her addiction|menopaus\w+|long covid|(?:has|had|got|with) covid|hernia|"
        r"broken (?:leg|arm|foot|wrist|hip|ankle|collarbone)|fractured (?:his|her|a) \w+|slipped disc|hearing aid|(?:is|has|registered|his|her) (?:disabled|disability)|in a wheelchair|"
        r"mental(?:ly)? (?:health|ill\w*)|suicid\w+|self[- ]harm\w*|eating disorder|hiv\b|parkinson'?s|alzheimer'?s|dementia|multiple sclerosis|diagnosed with|\bms diagnosis|lupus|crohn'?s|"
        r"(?:knees?|hips?|back|shoulders?|heart|eyes?|hands?|wrists?|ankles?|spine|gallbladder|appendix|kidneys?|bowel|skin|teeth|throat|prostate) (?:operation|op|surgery|replacement|transplant|complaint|condition|trouble|pain|specialist)|"
        r"krankgeschrieben|krankenstand|schwanger\w*|reha\b|ziekgemeld|ziekteverlof|zwanger\w*|enceinte|arret maladie|embarazada|baja medica)\b",
    ),
    "family": (
        rf"\b(?:his|her|my|ihr|ihre|sein|seine|zijn|haar|sa|son|su)\s+(?:(?:own|elderly|old|late|young|youngest|eldest|oldest|big|little|ex)[- ])?(?:{CLOSE_KIN})(?:'s)?\b(?! (?:firm|business|company|office|contact|account|of (?:products|deals)))",
        r"\b(?:his|her|my) (?:ex|partner)(?:'s)?\b(?! (?:manager|portal|programme|program|firm|account|network|at (?:the|pwc|kpmg|deloitte)|in (?:the|crime)))",
        rf"\b(?:{_KIN_ALONE})\s+(?:is|was|are|has|had|in|died|lost|left|ill|sick|moved|passed)\b",
        rf"\b(?:the|their|whose) (?:{CLOSE_KIN}|partner|baby)\b.{{0,25}}\b{_ILL}",
        rf"\b(?:the|a) (?:wife|husband|missus|kids|toddler|newborn)\b(?! of)|\b(?:{CLOSE_KIN}) in (?:the )?hospital\b|\bthe (?:mother|father|son|daughter|brother|sister) in (?:the )?hospital",
        r"\b(?:divorc(?:e|ed|es|ing)|(?:has|have|is|are|they've|recently) separat(?:ed|ing)\b|custody|broke up with|split up\b|splitting up|getting married|(?:his|her|own) (?:wedding|marriage)|funeral|bereave\w+|passed away|grieving|childcare|nursery place|school run|"
        r"carer for|(?:is|as) a carer|cares for (?:his|her|an?)|(?:trouble|problems|things|situation|stress|difficult|hard|rough) at home|at home is|domestic (?:abuse|violence|situation)|adoption leave|adopting (?:a|their)|scheidung|echtscheiding)\b",
    ),
    "belief": (
        r"\b(?:(?:goes to|at|her|his|their|in|active in(?: (?:his|her))?|runs? (?:the|a)) (?:church|choir|mosque|synagogue|parish|bible \w+|prayer \w+)|mosque(?! tender)|synagogue|ramadan|eid\b|yom kippur|rosh hashanah|shabbat|sabbath|pray(?:s|ed|ing)|prayers?|quran|koran|"
        r"muslim|jewish|hindu\b|sikh\b|(?:a|practi[sc]ing|devout|born-again|is) (?:christian|catholic|protestant|buddhist|atheist|evangelical)|jehovah\w*|mormon|hijab|headscarf|kippa|turban|religio\w+|faith group|his faith|her faith|fasting|fasts for|confirmation class)\b",
    ),
    "origin": (
        r"\b(?:(?:his|her|their) visa\b|visa (?:status|expires|renewal|problem|application|runs)|work permit|asylum|refugee|immigrant|immigration|nationality|ethnic\w*|skin colou?r|racis[tm]|race complaint|(?:his|her) accent|citizenship|residence permit|deport\w*)\b",
    ),
    "orientation": (
        r"\b(?:(?:is|as|being|he's|she's|openly|out as) (?:gay|lesbian|bisexual|bi|queer|trans|non-binary)|gay\b|lesbian|bisexual|transgender|trans (?:man|woman)|(?:he|she|is|he's|she's) transitioning|came out (?:as|to)|lgbt\w*|sexual orientation|same-sex|her girlfriend|his boyfriend)\b",
    ),
    "union": (
        r"\b(?:trade union|union (?:rep|member|membership|dues|meeting|organiser|official)|joined (?:the|a) union|(?:is|as|the|became) (?:the |a )?(?:union|shop) (?:rep|steward)|now the rep|works council (?:member|candidate|seat)|strike ballot|gewerkschaft(?:smitglied)?|vakbondslid|betriebsrat(?:skandidat\w*)?)\b",
    ),
    "politics": (
        r"\b(?:(?:votes?|voted|voting|canvass\w*|campaign\w*) (?:for )?(?:labour|tory|the tories|conservative|green|the greens|republican|democrat|trump|biden|harris|reform|brexit|remain|afd|vvd|cdu|spd|fdp|le pen|vox)\b|(?:stands|standing|runs|running|candidate) (?:for|as) (?:the )?(?:greens?|labour|council|mp|mayor|parliament|councillor|conservatives|tories)|"
        r"labour party|conservative party|tory (?:party|member)|party member(?:ship)?|member of (?:the )?(?:labour|green|conservative|republican|democratic) party|political (?:views?|activis\w+)|brexiteer|council(?:lor)? (?:candidate|elections?)|canvassing|went to (?:a|the) (?:demo against|protest|march))\b",
    ),
    "money": (
        r"\b(?:money(?: is|'s) (?:very |really |a bit |so )?tight\b(?! (?:at|over|for them|there))|money (?:troubles?|worries)|(?:he|she|is|'s) in debt\b(?! to)|debts? (?:collector|at home|problem)|bailiffs?|personal bankruptcy|behind (?:on|with) (?:the |his |her )?(?:rent|mortgage)|(?:his|her|the) mortgage|payday loan|wage garnish\w*|"
        r"lost (?:his|her|their) job|evict(?:ed|ion)|gambl(?:es|ing|ed)|maxed out (?:his|her)|borrow(?:ed|ing)? (?:money|from (?:his|her))|child support|alimony|privatinsolvenz)\b",
    ),
    "age": (
        r"\b(?:(?:he's|she's|he is|she is) (?:getting |too )old|too old for (?:this|the (?:job|role|road|travel)|it)|at (?:his|her) age|nearly retire\w*|close to retirement(?! (?:home|village|living))|retires? (?:in|next)|thinks? about (?:his |her )?(?:pension|retirement)|(?:turns|turned|turning) (?:[3-7]\d)\b|(?:he's|she's|he is|she is) (?:5\d|6\d)\b(?! %|%)|pension age|early retirement)\b",
    ),
    "confidence": (
        r"\b(?:in (?:strict |strictest )?confidence|confidential(?:ly)?(?= (?:told|said|between|:))|keep (?:it |this |that )?confidential|told me (?:privately|in private)|between (?:us|you and me|the two of us|ourselves|me and)\b(?! and)|(?:stay|stays|keep it) between us|keep (?:it|this|that) to (?:myself|yourself)|don'?t (?:tell|share this|mention this)|"
        r"off the record|not to be shared|nobody (?:else )?(?:knows|told)|wants nobody told|for my (?:eyes|ears) only|has told me only|told only me|swore me to secrecy|strictly private|im vertrauen|in vertrouwen|en confidence)\b",
    ),
    "leave": (
        r"\b(?:compassionate leave|stress leave|leave of absence|gardening leave|bereavement leave|carer'?s leave|family leave|fmla|adoption leave|on leave (?:for|because|due to) (?:health|stress|family|personal))\b|\bpersonal (?:matters?|reasons|issues?|problems?|stuff|circumstances)\b",
    ),
    "secret": (
        r"\b(?:password|passwd|pwd|passcode|pass ?phrase|pin(?: code)?|passwort|kennwort|wachtwoord|mot de passe|contrasena)\b\s*(?:is|was|=|:|for|to|,|ist)?\s*[\"'`]?(?!\d{1,2}[/.]\d)(?=\S*[\d!@#$%^&*_])\S{4,}",
        r"\b(?:login|log-in|user(?:name)?|logon)\b\s*[:=]?\s*\S+.{0,20}\b(?:pw|pass\w*|pin)\b\s*[:=]?\s*\S+",
        r"\bpw\b\s*[:=]\s*\S{4,}",
        r"\b(?:password|passwd|pwd|passcode|pass ?phrase|passwort|kennwort|wachtwoord|mot de passe|contrasena)\b[^\n]{0,60}?(?:[:=]|\b(?:is|was|ist|est|es)\b)\s*[\"'`]?(?!\d{1,2}[/.]\d)(?=\S*[\d!@#$%^&*_-])(?=\S*[a-z])\S{4,}",
        r"\b(?:login|log-in|logon|credentials?|user(?:name)?)\b\s*(?:is|are|was|=|:)?\s*\S+\s*(?:/|\||,|\band\b)\s*(?=\S*\d)(?=\S*[a-z])(?!\d+(?:st|nd|rd|th)\b)\S{5,}",
        r"\b(?:wi-?fi|wlan|network|door|gate|alarm|safe|entry|building|key ?box)\s+(?:key|code|pin)\b\s*(?:is|was|=|:|,)?\s*(?=\S*\d)\S{4,}",
        r"\b(?:sk|pk|ghp|gho|ghs|github_pat|glpat|xox[abp]|akia|eyj)[-_]?[a-z0-9_-]{12,}\b",
        r"\b(?:api|access|secret|license|licence)[ _-]?(?:key|token)\b\s*(?:is|[:=])?\s*(?=\S*\d)\S{6,}",
        r"(?<![\d.£$€/-])(?:\d[ -]?){13,19}(?![\d/])",
        r"\b[a-z]{2}\d{2}[ ]?(?:[a-z0-9]{4}[ ]?){3,7}\b",
        r"\b\d{3}-\d{2}-\d{4}\b",
    ),
    "contact": (
        r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b",
        r"(?<![\w/.£$€-])(?:\+\d{1,3}[\s.-]?)?(?:\(?0\d{2,5}\)?|\(\d{3}\)|\d{3}[.-])[\s./-]?\d{3,4}[\s.-]?\d{3,4}(?![\w/%])",
        r"\b(?:number|mobile|cell|phone|tel|direct(?: line)?|extension)\b\.?\s*(?:is|was|:|=|,)?\s*\d{3}[ .-]?\d{4}\b",
        r"(?<![\w/.£$€-])(?:\+|00)\d{1,3}[\s.-]?\(?\d(?:[\s.()-]{0,2}\d){6,12}(?!\w)",
    ),
}
PERSONAL: dict[str, str] = {
    "health": (
        r"\b(?:hospital\w*|clinic|surgery|surgeon|operation|\bop\b|physio\w*|therap(?:y|ist)s?|counsell(?:ing|or)|counselor|psych(?:iatr|olog)\w+|gp\b|doctor'?s?|specialist appt|scan(?: results)?|blood (?:test|pressure)|treatment|rehab\w*|"
        r"stroke|disabilit\w*|wheelchair|covid|flu\b|depressed|anxious|medication|pills|painkillers|dentist|ward|krankenhaus|ziekenhuis|arzt|krank|ziek|malade|enferm[oa])\b"
    ),
}
ABOUT_A_PERSON = r"\b(?:he|she|he's|she's|him|his|her|himself|herself|i'm|mum|mom|dad|er|sie|ihr|ihre|hij|zij|elle|il)\b|\b(?:appointment|appt|results|tests?|tomorrow|next week|off for|back from|waiting for|in for|again|on his|on her)\b"
TRADE = (
    r"\b(?:buyer|purchas\w+|procurement|budget|contract|tender|demo|pilot|trial|account|deal|trust|group|order|device|devices|software|nurses?|head|chief|md|cfo|it|site|sites|beds?|quote|price|pricing|offer|proposal|visit report|customer|client|"
    r"chain|director|manager|mgr|board|wants|poc|users?|reviewed|signed|meeting with|pharmacy|supplies|supplier|framework|installation|install|reference|patients|market|einkauf|chefarzt|station|angebot|starts at|hours|centre|center|practice)\b"
)
HARMLESS = (
    r"\b(?:dpa|nda|msa|sow|rfp|rfi|sla|poc|on (?:annual )?leave (?:till|until|next week|this week)|(?:klinikum|hospital|clinic|ward \d+)(?=.*\b(?:demo|pilot|tender|quote|contract)\b)|pregnant pause|family (?:firm|business|company|owned|run|office|of products)|family-(?:owned|run)|product family|(?:the )?(?:whole )?family of (?:products|companies|tools)|job family|(?:the )?deal died|sick of (?:waiting|it|the|all)|sick and tired|"
    r"in good faith|good faith|leap of faith|faith in (?:the|his|her|this|us)|european union|union (?:street|square|pacific|station|agreement|point|rules)|students'? union|credit union|"
    r"password (?:policy|reset\w*|manager|protection|rules?|change|problem)|brain ?child|(?:parent|sister|daughter) (?:company|site|firm|plant|brand|account|organisation|organization|group|brand)|mother ?(?:board|ship|lode)|mother of all|"
    r"stress[- ]test\w*|rehabilitat\w+ (?:project|works?)|divorc(?:e|ed) from reality|health ?care|cancer (?:centre|center|charity|research|ward|clinic|drug)|diabetes (?:care|products?|market|devices?|centre)|"
    r"eid (?:number|card)|fasting test|baby steps?|(?:marriage|wedding) of (?:the|two)|wedding (?:venue|venues|business|planner\w*|cake)s?|funeral (?:director|home|services?|chain)s?|nursing home (?:group|chain|deal)|care home (?:group|chain|deal|operator|customer)s?|"
    r"retirement (?:home|village|living)|dad jokes?|old (?:boys'?|school))\b"
)

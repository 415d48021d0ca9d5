"""Short forms of first names that are not simply their beginning."""

from __future__ import annotations

from assistant.vault.given import GIVEN_NAMES

_GROUPS = """
alexander alexandra alex sasha sandy lex|andrew andy drew|anthony tony|barbara babs barb
benjamin ben benny|bernadette bernie|catherine katherine kathryn cath cathy kate katie kathy kay kat kit
charles charlie chuck chas|christopher chris kit topher|christina christine chris tina
daniel danielle dan danny dani|david dave davy|deborah deb debbie|dorothy dot dottie
edward ed eddie ted teddy ned|elizabeth elisabeth liz lizzie beth betty bess eliza lisa libby
eleanor ellie nell nora|emily em emmy|frances francis fran frank frankie|franklin frank
frederick fred freddie|gabriel gabriella gabe gaby|gerald gerry jerry|gregory greg|harold harry hal
helen nell|henry harry hank|ignatius iggy|isabel isabella izzy bella|jacob jake|james jim jimmy jamie
jennifer jen jenny|jessica jess jessie|john johnny jack|johannes jan hans joop|jonathan jon jonny
joseph joe joey|josephine jo josie|joshua josh|judith judy|kenneth ken kenny|kimberly kim
lawrence laurence larry laurie|leonard len lenny leo|louis louise lou louie|lucinda lucy cindy
magdalena lena maggie|margaret maggie meg peggy marge rita daisy|maria mary molly polly mia|martin marty
martha marty|matthew matt matty|maximilian max|melissa mel lissa|michael mike mick mickey|michelle shelly
nancy nan|natalie nat|nicholas nicola nick nicky nico klaus|olivia liv livvy|oliver ollie|pamela pam
patricia pat patty trish tricia|patrick pat paddy|penelope penny|peter pete|philip phillip phil pip
priscilla cilla|rachel rach|raymond ray|rebecca becky becca|richard rick rich dick ricky
robert rob bob bobby robbie bert|roberta bobbie|ronald ron ronnie|rosalind rosemary rose roz ros rosie
samuel samantha sam sammy|sebastian seb basti|stephen steven steve stevie|stephanie steph steffi
susan susanna susannah sue susie suzy|tamara tammy|theodore ted teddy theo|theresa teresa terry tess
thomas tom tommy|timothy tim timmy|tobias toby tobi|tomasz tomek|valerie val|veronica ronnie
victoria vicky tori|vincent vince|virginia ginny|walter walt wally|wilhelm willi|wilhelmina mina billie
william will bill billy liam|zachary zach zack|zdenek zden|thomas tomasz tom tommy tomek
""".replace("\n", "|").split("|")


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in _GROUPS:
        names = group.split()
        for name in names:
            table.setdefault(name, set()).update(names)
    return {name: frozenset(forms) for name, forms in table.items()}


_SAME = _table()


def is_nickname(short: str, full: str) -> bool:
    """Whether the table knows a folded word as a short form of a folded first name: `ted` of `theodore`."""
    return short != full and short in _SAME.get(full, ())


def is_short_for(short: str, full: str) -> bool:
    """Whether one folded word can be short for a first name: `bea` for `beatriz`, `teddy` for `theodore`."""
    if short == full or len(short) < 2 or len(short) > len(full) + 1:
        return False
    if short in _SAME.get(full, ()):
        return True
    if full.startswith(short):
        return len(short) > 2 or full[:2] not in ("an", "in", "al", "el")
    if short in GIVEN_NAMES:
        return False
    for ending in ("y", "ie", "i", "s", "z", "o", "ek", "ka", "a"):
        stem = short.removesuffix(ending)
        if stem != short and len(stem) >= 2 and full.startswith(stem):
            return True
    return False

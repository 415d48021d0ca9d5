"""The words in which people say days, in the languages that turn up in notes, and a line in which signs stand for them.

`by next Fri, or in two weeks` reads `by V W4, or in N2 Uw`: the ways of saying a day are then few, whatever the language. Signs are
capitals, which folded text has none of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.vault.days import MONTHS

_WEEKDAYS = (
    "mon monday montag maandag lundi lunes lunedi poniedzialek poniedzialku",
    "tue tues tuesday tuseday tuesdy dienstag dinsdag mardi martes martedi wtorek wtorku",
    "wed weds wednesday wednsday wednesdy wensday wendsday mittwoch woensdag mercredi miercoles mercoledi sroda srode srody",
    "thu thur thurs thursday thrusday thursdy donnerstag donderdag jeudi jueves giovedi czwartek czwartku",
    "fri friday firday fridy freitag vrijdag vendredi viernes venerdi piatek piatku",
    "saturday samstag sonnabend zaterdag samedi sabado sabato sobota sobote soboty",
    "sunday sonntag zondag dimanche domingo domenica niedziela niedziele niedzieli",
)
_GENITIVES = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_COUNTS = (
    (2, "two couple zwei twee deux dos dwa dwie"),
    (3, "three drei drie trois tres tre trzy"),
    (4, "four vier quatre cuatro quattro cztery"),
    (5, "five funf vijf cinq cinco cinque"),
    (6, "six sechs zes seis sei"),
    (7, "seven sieben zeven siete sette"),
    (8, "eight acht huit ocho otto"),
    (9, "nine neun negen neuf nueve nove"),
    (10, "ten zehn tien dix diez dieci"),
    (12, "twelve"),
    (14, "fourteen vierzehn veertien quattordici"),
    (15, "fifteen quinze quince quindici"),
    (20, "twenty"),
    (30, "thirty"),
    (60, "sixty"),
    (90, "ninety"),
)
_WORDS = {
    "Ub": "werktage werktagen werkdagen",
    "Uh": "hour hours hr hrs stunden",
    "Ud": "day days tage tagen dag dagen jours dias giorni dni",
    "Uw": "week weeks wk wks woche wochen weken semaine semaines semana semanas settimana settimane tydzien tygodnie tygodni tygodnia tygodniu",
    "Uf": "fortnight fortnights",
    "Um": "month months mth mths monat monats monaten maand maanden mois mes meses mese mesi miesiac miesiace miesiaca miesiacu",
    "Uq": "quarter qtr quartal kwartaal trimestre",
    "Uy": "year yr jahres jahr jaar annee ano anno roku",
    "Y": "today heute vandaag hoy oggi dzisiaj dzis tonight tonite vanavond stasera",
    "T": "tomorrow tomorow tommorow tommorrow tmrw tmw tmr tomo tomoz 2moro demain manana domani jutro",
    "TT": "ubermorgen overmorgen dopodomani pojutrze",
    "J": "morgen",
    "C": "eod cob cop",
    "H Uw": "midweek",
    "E Uw": "eow",
    "E Um": "eom monthend monatsende",
    "E Uq": "eoq",
    "E Uy": "eoy jahresende",
    "X": "xmas christmas chrimbo weihnachten kerst kerstmis noel navidad natale swietami",
    "G": "thanksgiving",
    "K": "weekend weekends wkend wochenende",
    "V": "next nxt nachste nachster nachsten volgende",
    "F": "following coming kommende kommender kommenden komende prochain prochaine proximo proxima prossimo prossima przyszly przyszlym przyszlego "
    "przyszla",
    "Z": "this diese dieser diesen dieses deze cette esta este questa questo tym tego",
    "E": "end ende eind einde fin finales fine konca koniec eo",
    "H": "mid middle mitte medio mediados polowa polowie half",
}
SHORT_WEEKDAYS = {
    **dict(zip("mo di mi do fr sa so".split(), range(7), strict=True)),
    **dict(zip("ma di wo do vr za zo".split(), range(7), strict=True)),
}
"""Two letters, German and Dutch: days only behind a word like `bis` or `voor`."""
_SIGNS = {
    **{name: f"W{number}" for number, names in enumerate(_WEEKDAYS) for name in names.split()},
    **{"sat": "S5", "sun": "S6"},  # words too: days only in the right place
    **{name: f"M{number}" for name, number in MONTHS.items()},
    **{name: f"M{number}" for number, name in enumerate(_GENITIVES.split(), 1)},
    **{"janv": "M1", "febuary": "M2", "avr": "M4", "juil": "M7", "setiembre": "M9"},
    **{word: f"O{number}" for number, word in enumerate(_ORDINALS, 1)},
    **{"thirtieth": "O30"},
    **{word: f"N{number}" for number, words in _COUNTS for word in words.split()},
    **{word: sign for sign, words in _WORDS.items() for word in words.split()},
}
_TELLING = frozenset(word for word, sign in _SIGNS.items() if sign[0] not in "NVFZEH" or " " in sign).union(
    SHORT_WEEKDAYS, ("afternoon", "evening", "morning", "soir", "play", "business")
)
"""No day is said in words without one of these, or a digit: most lines have none, and need not be looked through."""
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(
    rf"(?P<tens>twenty|thirty)[\s-](?P<ones>{'|'.join(_ORDINALS[:9])})\b|(?P<today>aujourd'hui)|(?P<working>(?:working|business)\s+days?)\b|"
    r"(?P<over>\bover)(?=\s(?:een|twee|drie|vier|vijf|zes|acht|tien|\d+\sweken)\b)|2moro|[^\W\d_]+"
)
"""`over` is Dutch for `in` before a Dutch number."""
_SIGN_OF = {"today": "Y", "working": "Ub", "over": "in"}


class Signed(NamedTuple):
    """A line with signs for its words of time."""

    text: str
    offsets: Sequence[int]
    """For each character, and the end, where it stands in the line."""


def sign(plain: str) -> Signed | None:
    """A folded line with signs; None where nothing in it could be a day."""
    if not _DIGIT.search(plain) and _TELLING.isdisjoint(_WORD.findall(plain)):
        return None
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for token in _TOKEN.finditer(plain):
        if (found := _sign_of(token)) is None:
            continue
        start, end = token.span()
        pieces += plain[at:start], found
        offsets += range(at, start)
        offsets += [start] * len(found)
        at = end
    pieces.append(plain[at:])
    offsets += range(at, len(plain) + 1)
    return Signed("".join(pieces), offsets)


def _sign_of(token: re.Match[str]) -> str | None:
    if token["tens"]:
        return f"O{(20 if token['tens'] == 'twenty' else 30) + _ORDINALS.index(token['ones']) + 1}"
    return _SIGN_OF.get(token.lastgroup or "") or _SIGNS.get(token[0])

"""Which column of an export is which: by the words of its head, then by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date
from datetime import timedelta
from typing import Literal

from assistant.vault.days import MONTHS, find_day
from assistant.vault.folding import fold_word

Field = Literal["name", "account", "owner", "stage", "amount", "close", "activity", "next", "status"]

_HEADS: dict[Field, tuple[str, ...]] = {
    "next": (
        "next step", "next steps", "next action", "next activity", "next task", "next", "nachster schritt",
        "nachste schritte", "volgende stap", "prochaine etape", "proximo paso", "dalsi krok", "to do",
        "todo", "nba", "action",
    ),
    "activity": (
        "last activity", "last activity date", "last touch", "last contact", "last contacted",
        "last meeting", "last update", "last engaged", "last interaction", "last modified", "modified on",
        "letzter kontakt", "letzte aktivitat", "laatste activiteit", "derniere activite",
        "ultima actividad", "laatste", "letzte", "modified", "updated", "last",
    ),
    "close": (
        "close date", "closing date", "expected close", "expected close date", "est close date",
        "est close", "estimated close", "expected closing", "forecast close", "close month", "close",
        "closes", "closing", "abschluss", "abschlussdatum", "sluitdatum", "date de cloture", "cierre",
        "due", "target date", "when", "wann", "eta",
    ),
    "amount": (
        "amount", "deal value", "value", "deal size", "acv", "arr", "tcv", "est revenue", "revenue",
        "total", "volume", "waarde", "bedrag", "wert", "betrag", "volumen", "montant", "importe", "valor",
        "price", "worth", "size", "how much",
    ),
    "stage": (
        "deal stage", "sales stage", "stage", "pipeline stage", "phase", "fase", "etape", "etapa", "stufe",
        "status reason", "step",
    ),
    "status": ("deal status", "status", "is closed", "closed", "outcome", "result", "state", "won lost"),
    "owner": (
        "opportunity owner", "deal owner", "owner", "sales agent", "account executive", "sales rep",
        "seller", "rep", "ae", "assigned to", "handled by", "owned by", "salesperson", "account manager",
        "kam", "responsible", "verkoper", "eigenaar", "besitzer", "inhaber", "betreuer", "verkaufer",
        "vertriebler", "verantwortlich", "proprietaire", "responsable", "vendeur", "vendedor",
        "propietario", "vlastnik", "who", "wer", "wie", "name of rep",
    ),
    "account": (
        "account name", "account", "potential customer", "company name", "company", "associated company",
        "organization", "organisation", "customer", "client", "prospect", "klant", "kunde", "firma",
        "cliente", "bedrijf", "zakaznik", "firm",
    ),
    "name": (
        "opportunity name", "deal name", "opportunity", "deal title", "deal", "title", "topic", "subject",
        "project", "projekt", "name", "product",
    ),
}  # fmt: skip
_CLOSED = re.compile(
    r"\b(?:closed|won|lost|dead|disqualified|abandoned|omitted|cancell?ed|churned|no decision"
    r"|rejected|withdrawn"
    r"|gewonnen|verloren|abgelehnt|storniert|abgeschlossen|gagnee?|perdue?|ganad[oa]|perdid[oa]|vyhrano|prohrano)\b"
)
_OPEN_WORDS = re.compile(
    r"\b(?:close plan|closing|not (?:yet )?(?:closed|won|lost)|to be closed|won back|win back|re ?opened.*)\b"
)
_MONEY = re.compile(r"(-?\d[\d.,\s'’]*)\s*([kKmM])?")
_LONGEST_DATE = 32
_MONTH_ALONE = re.compile(r"^\s*([^\W\d_]{3,10})\.?[\s-]*(?:'|20)?(\d\d)\s*$")
_PARTS = re.compile(r"^\s*(\d{1,4})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{2,4})")


def find_columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[Field, int]:
    """The column of each field; a column serves one field only, the fullest match first."""
    plain = [" ".join(re.split(r"[^a-z]+", fold_word(cell))).strip() for cell in head]
    found: dict[Field, int] = {}
    for is_exact in (True, False):
        for field, words in _HEADS.items():
            if field in found:
                continue
            for word in words:
                hits = [
                    i
                    for i, cell in enumerate(plain)
                    if i not in found.values()
                    and (cell == word if is_exact else re.search(rf"\b{word}\b", cell))
                    and _is_plausible(field, [row[i] for row in rows[:60] if i < len(row)], cell)
                ]
                if hits:
                    found[field] = hits[0]
                    break
    return found


def _is_plausible(field: Field, cells: Sequence[str], head: str) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    if not filled:
        return True
    dates = sum(is_date_like(cell) for cell in filled) / len(filled)
    if field in ("close", "activity"):
        return dates > 0.6
    if field == "amount":
        return any(c.isdigit() for c in filled[0]) and dates < 0.5 and "%" not in "".join(filled[:5])
    if field in ("owner", "name", "account", "stage"):
        is_id = re.search(r"\bid\b", head) is not None
        return dates < 0.5 and not is_id and sum(any(c.isalpha() for c in cell) for cell in filled) > len(filled) / 2
    return field != "next" or dates < 0.9 or "date" not in head


def is_date_like(cell: str) -> bool:
    """Whether a cell holds a date or a month."""
    return bool(_PARTS.match(cell)) or read_date(cell, month_first=False) is not None


def is_closed(stage: str, status: str) -> bool:
    """Whether stage or status says that the deal is over."""
    if fold_word(status).strip() in ("true", "yes", "1", "closed"):
        return True
    words = _OPEN_WORDS.sub(" ", fold_word(f"{stage} | {status}").replace("-", " ").replace("_", " "))
    return bool(_CLOSED.search(re.sub(r"\bclosed(?=won|lost)", "closed ", words)))


def read_amount(cell: str) -> float | None:
    """`£118,000.00`, `38.400 €`, `$1.2k`, as a number."""
    match = _MONEY.search(cell.replace("\u00a0", " "))
    if not match:
        return None
    digits = re.sub(r"[\s']", "", match[1]).strip(".,")
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma > point and len(digits) - comma - 1 != 3:
        digits = digits.replace(".", "").replace(",", ".")
    elif point > comma and comma == -1 and len(digits) - point - 1 == 3:
        digits = digits.replace(".", "")
    else:
        digits = digits.replace(",", "")
    try:
        return float(digits) * {"k": 1e3, "m": 1e6}.get((match[2] or "").lower(), 1.0)
    except ValueError:
        return None


def is_month_first(cells: Sequence[str]) -> bool:
    """Whether numeric dates put the month first, by those in which only one order can be meant."""
    month_first = day_first = 0
    for cell in cells:
        match = _PARTS.match(cell)
        if match and match[1].isdigit() and match[2].isdigit() and len(match[1]) <= 2:
            month_first += int(match[2]) > 12
            day_first += int(match[1]) > 12
    return month_first > day_first


def read_date(cell: str, *, month_first: bool) -> Date | None:
    """A cell's date, in any usual order."""
    match = _PARTS.match(cell)
    if not match:
        return _month_end(cell)
    first, middle, last = match.groups()
    try:
        if not middle.isdigit():
            year = int(last) + (2000 if len(last) == 2 else 0)
            return Date(year, MONTHS[fold_word(middle)], int(first))
        if len(first) == 4:
            return Date(int(first), int(middle), int(last))
        year = int(last) + (2000 if len(last) == 2 else 0)
        day, month = (int(middle), int(first)) if month_first else (int(first), int(middle))
        return Date(year, month, day)
    except (ValueError, KeyError):
        return None


def _month_end(cell: str) -> Date | None:
    """`Dec 2026` and `Dec-26` as the month's last day; `December 5, 2026` as it stands."""
    alone = _MONTH_ALONE.match(cell)
    month = MONTHS.get(fold_word(alone[1])) if alone else None
    if alone and month:
        year = 2000 + int(alone[2])
        return Date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return find_day(cell) if any(char.isalpha() for char in cell) and len(cell) < _LONGEST_DATE else None

"""The newest export under `pipeline/`, row by row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from datetime import date as Date
from pathlib import Path

from assistant.errors import NoteUnreadableError
from assistant.models import Deal, Evidence, Fault, PersonId, Pipeline
from assistant.pipeline.columns import (
    Field,
    find_columns,
    is_closed,
    is_date_like,
    is_month_first,
    read_amount,
    read_date,
)
from assistant.vault.days import find_day
from assistant.vault.decoding import NotTextError, decode
from assistant.vault.folding import fold_word
from assistant.vault.roster import Roster
from assistant.vault.vault import Vault

_PLACES = re.compile(r"pipeline|crm|forecast|opportunit|deals|salesforce|hubspot|pipedrive|dynamics|verkauf|verkoop")
"""Folders, and files beside the notes, whose names say that exports lie in them."""
_ENDINGS = (".csv", ".tsv")
_SHEETS = (".xlsx", ".xls", ".ods", ".numbers")
_TO_COME = re.compile(r"close|closing|expected|est\b|due|next|renew|target|follow|start|abschluss|nachst|sluit")
"""Columns of days that may not have come yet."""
_LOOKED_AT = 60
_HEAD_ROWS = 10
"""A head may stand below a title, in the first so many rows."""
_SUMS = re.compile(r"(?:grand |sub)?\s*(?:total|totals|sum|summe|totaal)\b")


class _Export:
    """One file, parsed: its head, its rows, and the lines each row stands on."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        sample = "\n".join(self.lines[:_HEAD_ROWS])
        mark = max(";\t,|", key=sample.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        self.rows: list[tuple[int, int, list[str]]] = []
        before = 0
        for row in reader:
            if any(cell.strip() for cell in row):
                self.rows.append((before + 1, reader.line_num, row))
            before = reader.line_num
        cells = [row for _, _, row in self.rows]
        tried = [(find_columns(row, cells[i + 1 :]), i) for i, row in enumerate(cells[:_HEAD_ROWS])]
        self.columns, at = max(tried, key=lambda one: (len(one[0]), -one[1]), default=({}, 0))
        self.head = cells[at] if cells else []
        self.body = [line for line in self.rows[at + 1 :] if not _SUMS.match(fold_word(" ".join(line[2])).strip())]

    def cells(self, field: Field) -> list[str]:
        """All cells of a field; empty where the export has no such column."""
        column = self.columns.get(field)
        return [] if column is None else [row[column] for _, _, row in self.body if column < len(row)]

    def cell_of(self, line: tuple[int, int, list[str]]) -> Callable[[Field], str]:
        """Reads a row by field; a field that the export lacks is empty."""
        row = line[2]

        def cell(field: Field) -> str:
            column = self.columns.get(field)
            return row[column].strip() if column is not None and column < len(row) else ""

        return cell


def owners(vault: Vault) -> list[str]:
    """Everybody who owns an open deal in the newest export, as written there."""
    newest = _newest(vault, [])
    if newest is None:
        return []
    return sorted(
        {
            cell("owner")
            for cell in map(newest[0].cell_of, newest[0].body)
            if cell("owner") and not is_closed(cell("stage"), cell("status"))
        }
    )


def load_pipeline(vault: Vault, roster: Roster) -> Pipeline | None:
    """The newest export as deals, or None where there is none.

    Files that cannot be used are named in `faults`.
    """
    faults: list[Fault] = []
    newest = _newest(vault, faults)
    if newest is None:
        return None
    export, day = newest
    return Pipeline(path=export.path, date=day, deals=tuple(_deals(export, day, roster)), faults=tuple(faults))


def export_paths(vault: Vault) -> list[Path]:
    """Every file that could be an export: in a folder for them, or beside the notes and named like one."""
    found: list[Path] = []
    try:
        entries = sorted(vault.root.iterdir())
    except OSError:
        return []
    for entry in entries:
        if entry.name.startswith(".") or not _PLACES.search(fold_word(entry.name)):
            continue
        found += sorted(entry.rglob("*")) if entry.is_dir() else [entry]
    return [
        path
        for path in found
        if path.suffix.casefold() in (*_ENDINGS, *_SHEETS)
        and path.is_file()
        and not path.name.startswith((".", "~"))
        and not vault.is_ignored(path.relative_to(vault.root).as_posix())
    ]


def _newest(vault: Vault, faults: list[Fault]) -> tuple[_Export, Date] | None:
    """The newest usable export: by the date in its name, else by its file's own."""
    paths = export_paths(vault)
    ranked = sorted(paths, key=lambda p: (_file_day(p), p.name), reverse=True)
    for path in ranked:
        relative = path.relative_to(vault.root).as_posix()
        try:
            export = _read(path, relative)
        except NoteUnreadableError as fault:
            faults.append(Fault(path=relative, reason=fault.message, is_skipped=True))
            continue
        return export, find_day(path.stem, near=Date.fromtimestamp(path.stat().st_mtime)) or _day_in_cells(export, path)
    return None


def _file_day(path: Path) -> Date:
    written = Date.fromtimestamp(path.stat().st_mtime)
    return find_day(path.stem, near=written) or written


def _day_in_cells(export: _Export, path: Path) -> Date:
    """The latest day on which anything in the export had happened; expected close dates do not count."""
    written = Date.fromtimestamp(path.stat().st_mtime)
    expected = export.columns.get("close")
    month_first = is_month_first([cell for _, _, row in export.body for cell in row])
    days: set[Date | None] = set()
    for column, head in enumerate(export.head):
        cells = {row[column] for _, _, row in export.body if column < len(row)}
        if column != expected and not _TO_COME.search(fold_word(head)) and _mostly_dates(cells):
            days |= {read_date(cell, month_first=month_first) for cell in cells}
    ended = (c for c in map(export.cell_of, export.body) if is_closed(c("stage"), c("status")))
    days |= {read_date(cell("close"), month_first=month_first) for cell in ended}
    return max((day for day in days if day and day <= written), default=written)


def _mostly_dates(cells: set[str]) -> bool:
    filled = [cell for cell in list(cells)[:_LOOKED_AT] if cell.strip()]
    return bool(filled) and sum(is_date_like(cell) for cell in filled) * 2 > len(filled)


def _read(path: Path, relative: str) -> _Export:
    if path.suffix.casefold() in _SHEETS:
        raise NoteUnreadableError("a spreadsheet, not CSV", "Save it as CSV beside it.")
    try:
        text, _ = decode(path.read_bytes())
        export = _Export(relative, text)
    except (OSError, NotTextError, csv.Error) as fault:
        raise NoteUnreadableError(str(fault), "Export it again as CSV.") from fault
    lacks = "owner" if "owner" not in export.columns else "" if {"name", "account"} & export.columns.keys() else "deal"
    if lacks or not export.body:
        reason = f"no column for the {lacks} was recognised" if lacks else "no rows"
        raise NoteUnreadableError(reason, "Export it with owner, name, stage and close date.")
    return export


def _deals(export: _Export, as_of: Date, roster: Roster) -> Iterator[Deal]:
    close_month_first = is_month_first([*export.cells("close"), *export.cells("activity")])
    for line in export.body:
        first, last, _ = line
        cell = export.cell_of(line)
        account, name = cell("account"), cell("name")
        ids = roster.resolve(cell("owner"))
        yield Deal(
            name=name or account,
            account=account or name.split(" - ")[0],
            owner=ids[0] if len(ids) == 1 else None,
            owner_as_written=cell("owner"),
            stage=cell("stage") or cell("status"),
            amount=read_amount(cell("amount")),
            close=read_date(cell("close"), month_first=close_month_first),
            last_activity=read_date(cell("activity"), month_first=close_month_first),
            next_step="" if cell("next") in ("-", "–", "n/a", "N/A", "none", "tbd", "TBD", "?") else cell("next"),
            is_open=not is_closed(cell("stage"), cell("status")),
            evidence=Evidence(
                path=export.path,
                line_start=first,
                line_end=last,
                quote="\n".join(export.lines[first - 1 : last]),
                date=as_of,
            ),
        )


def account_owners(pipeline: Pipeline | None) -> dict[str, PersonId]:
    """Whose each customer is, where all its deals have one owner: tells two people of one name apart."""
    owners_of: dict[str, set[PersonId | None]] = {}
    for deal in pipeline.deals if pipeline else ():
        owners_of.setdefault(deal.account, set()).add(deal.owner)
    return {account: owner for account, ids in owners_of.items() if len(ids) == 1 and (owner := next(iter(ids)))}

"""The newest export under `pipeline/`, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date as Date
from pathlib import Path

from assistant.errors import NoteUnreadableError
from assistant.models import Deal, Evidence, Fault, Pipeline
from assistant.pipeline.columns import Field, find_columns, is_closed, is_month_first, read_amount, read_date
from assistant.vault.days import find_day
from assistant.vault.decoding import NotTextError, decode
from assistant.vault.roster import Roster
from assistant.vault.vault import Vault

_FOLDERS = ("pipeline", "pipelines", "crm", "forecast")
_ENDINGS = (".csv", ".tsv")
_NEEDED: tuple[Field, ...] = ("owner", "stage")


class _Export:
    """One file, parsed: its head, its rows, and the lines each row stands on."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        sample = self.lines[0]
        mark = max(";\t,|", key=sample.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        self.rows: list[tuple[int, int, list[str]]] = []
        before = 0
        for row in reader:
            if any(cell.strip() for cell in row):
                self.rows.append((before + 1, reader.line_num, row))
            before = reader.line_num
        self.head = self.rows[0][2] if self.rows else []
        self.body = self.rows[1:]
        cells = [row for _, _, row in self.body]
        self.columns = find_columns(self.head, cells)

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
    """The newest export as deals, or None where there is none. Files that cannot be used are named in `faults`."""
    faults: list[Fault] = []
    newest = _newest(vault, faults)
    if newest is None:
        return None
    export, day = newest
    return Pipeline(
        path=export.path, date=day, deals=tuple(_deals(export, day, roster)), faults=tuple(faults)
    )


def export_paths(vault: Vault) -> list[Path]:
    """Every export in the vault's pipeline folder."""
    try:
        folders = [f for f in vault.root.iterdir() if f.is_dir() and f.name.casefold() in _FOLDERS]
    except OSError:
        return []
    return sorted(p for f in folders for p in f.rglob("*") if p.suffix.casefold() in _ENDINGS and p.is_file())


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
        return export, find_day(path.stem, near=Date.fromtimestamp(path.stat().st_mtime)) or _day_in_cells(
            export, path
        )
    return None


def _file_day(path: Path) -> Date:
    written = Date.fromtimestamp(path.stat().st_mtime)
    return find_day(path.stem, near=written) or written


def _day_in_cells(export: _Export, path: Path) -> Date:
    written = Date.fromtimestamp(path.stat().st_mtime)
    cells = export.cells("activity")
    month_first = is_month_first(cells)
    days = [day for cell in cells if (day := read_date(cell, month_first=month_first)) and day <= written]
    return max(days, default=written)


def _read(path: Path, relative: str) -> _Export:
    try:
        text, _ = decode(path.read_bytes())
        export = _Export(relative, text)
    except (OSError, NotTextError, csv.Error) as fault:
        raise NoteUnreadableError(str(fault), "Export it again as CSV.") from fault
    missing = [field for field in _NEEDED if field not in export.columns]
    if missing or not export.body:
        reason = f"no column for {' and '.join(missing)}" if missing else "no rows"
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
            stage=cell("stage"),
            amount=read_amount(cell("amount")),
            close=read_date(cell("close"), month_first=close_month_first),
            last_activity=read_date(cell("activity"), month_first=close_month_first),
            next_step=""
            if cell("next") in ("-", "–", "n/a", "N/A", "none", "tbd", "TBD", "?")
            else cell("next"),
            is_open=not is_closed(cell("stage"), cell("status")),
            evidence=Evidence(
                path=export.path,
                line_start=first,
                line_end=last,
                quote="\n".join(export.lines[first - 1 : last]),
                date=as_of,
            ),
        )

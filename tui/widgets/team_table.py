"""The team as a table: one row a person, filled in two steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import DataTable

from assistant.brief.words import ago

if TYPE_CHECKING:
    from assistant.team import TeamRow

_COLUMNS = (("Last 1:1", 14), ("Deals", 10), ("Slipped", 8), ("Overdue", 8), ("To show", 8))
"""Titles and widths after the name."""


class TeamTable(DataTable[Content]):
    """Shows rows; the cursor stays with the person on whom it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "scroll_top", show=False),
        Binding("end", "scroll_bottom", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False)

    @property
    def person(self) -> str | None:
        """The id of the person under the cursor."""
        if not self.row_count:
            return None
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value

    def show(self, rows: Sequence[TeamRow], today: Date) -> None:
        """Lay the table out anew; where the same people stand in the same order, only what they have changes."""
        if self.row_count and [row.id for row in rows] == [key.value for key in self.rows]:
            for row in rows:
                self.fill(row, today)
            return
        person = self.person
        self.clear(columns=True)
        names = max((len(row.name) for row in rows), default=10)
        for title, width in (("Name", names + 2), *_COLUMNS):
            self.add_column(title, width=width, key=title)
        for row in rows:
            self.add_row(*_cells(row, today), key=row.id)
        places = [place for place, row in enumerate(rows) if row.id == person]
        self.move_cursor(row=places[0] if places else 0)

    def fill(self, row: TeamRow, today: Date) -> None:
        """Put what is known now into the row of this person."""
        titles = ("Name", *(title for title, _ in _COLUMNS))
        for title, cell in zip(titles, _cells(row, today), strict=True):
            self.update_cell(row.id, title, cell)


def _cells(row: TeamRow, today: Date) -> list[Content]:
    last = ago(row.last_one_on_one, today) if row.last_one_on_one else "never"
    is_known = row.source == "pipeline"
    deals = f"{row.open_deals}{'' if row.load == 'within' or not is_known else ' ' + row.load}"
    counts = (
        _count(row.slipped) if is_known else Content.styled("?", "dim"),
        _count(row.overdue_commitments),
        _count(row.unshown_claims),
    )
    return [
        Content.styled(row.name, "bold"),
        Content(last),
        Content(deals) if is_known or row.open_deals else Content.styled("?", "dim"),
        *counts,
    ]


def _count(items: Sequence[str] | None) -> Content:
    if items is None:
        return Content.styled("…", "dim")
    return Content(str(len(items))) if items else Content.styled("·", "dim")

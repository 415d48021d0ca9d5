"""What was found in the words being typed, to accept, put right or refuse; and the questions of the brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.brief.words import clip, day
from tui.widgets.rows import Row, State, earlier_rows, line_of, rows_of

if TYPE_CHECKING:
    from assistant.capture.found import Found
    from assistant.ledger.asked import Asked, Outcome
    from assistant.ledger.decisions import Decision
    from assistant.models import Findings, Owner

_OUTCOME_WORDS = {
    None: "1 a promise · 2 shown · 3 nothing · 4 not asked",
    "commitment": "asked: a promise came of it",
    "shown": "asked: something was shown",
    "nothing": "asked: nothing came of it",
    "not-asked": "not asked",
}


class FindingList(OptionList):
    """Keys work on the row under the cursor; what was said of a finding stays while the words around it change."""

    BORDER_TITLE = "Found"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "accept", "Accept"),
        Binding("e", "edit", "Put right"),
        Binding("x", "refuse", "Refuse"),
        Binding("o", "owner", "Whose"),
        Binding("1", "came('commitment')", "A promise"),
        Binding("2", "came('shown')", "Shown"),
        Binding("3", "came('nothing')", "Nothing"),
        Binding("4", "came('not-asked')", "Not asked"),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    class EditAsked(Message):
        """The manager wants to put a finding in other words."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: dict[str, Row] = {}
        self._new: list[Row] = []
        self._earlier: list[Row] = []
        self._states: dict[str, State] = {}
        self._put_right: dict[str, Row] = {}
        self._questions: Sequence[Asked] = ()
        self._came: dict[int, Outcome | None] = {}

    @property
    def row(self) -> Row | None:
        """The finding under the cursor."""
        return self._rows.get(self._chosen() or "")

    def set_questions(self, questions: Sequence[Asked]) -> None:
        """The questions of the last written brief."""
        self._questions = questions
        self._came = {item.number: item.outcome for item in questions}
        self._lay_out()

    def begin_anew(self) -> None:
        """What was said of the findings is kept by now."""
        self._states.clear()
        self._put_right.clear()

    def show_findings(self, found: Findings) -> None:
        """Lay out what was found, in the order of the words."""
        self._new = rows_of(found)
        self._arrange()

    def show_earlier(self, found: Found) -> None:
        """Lay out what the words say of earlier promises and claims."""
        self._earlier = earlier_rows(found)
        self._arrange()

    def _arrange(self) -> None:
        rows = sorted((*self._new, *self._earlier), key=lambda row: (row.line, row.id))
        self._rows = {row.id: self._put_right.get(row.id, row) for row in rows}
        self._lay_out()

    def put_right(self, row: Row, text: str, on: Date | None) -> None:
        """Other words for a finding; a day in them becomes its day."""
        from assistant.reading.dates import resolve_due

        due = resolve_due(text, on) if on else None
        changed = replace(row, text=text, due=due.date if due else row.due, is_changed=True)
        self._keep(changed)

    def decisions(self, today: Date) -> dict[str, Decision]:
        """What the manager said, by finding id."""
        from assistant.ledger.decisions import Decision

        said: dict[str, Decision] = {}
        for name, state in self._states.items():
            row = self._put_right.get(name)
            if name not in self._rows and row is None:
                continue
            if state == "refused":
                said[name] = Decision(verb="refused", on=today)
            elif row is not None:
                said[name] = Decision(verb="confirmed", on=today, text=row.text, owner=row.owner, due=row.due)
            elif state == "accepted":
                said[name] = Decision(verb="confirmed", on=today)
        return said

    def outcomes(self) -> dict[int, Outcome]:
        """What came of the questions, by number."""
        return {number: outcome for number, outcome in self._came.items() if outcome is not None}

    def action_accept(self) -> None:
        """It is right; a second time: no word about it."""
        self._mark("accepted")

    def action_refuse(self) -> None:
        """It is none; a second time: no word about it."""
        self._mark("refused")

    def action_edit(self) -> None:
        """Put it in other words."""
        if self.row is not None and not self.row.earlier:
            self.post_message(self.EditAsked(self.row))

    def action_owner(self) -> None:
        """The promise is the other one's."""
        if self.row is not None and self.row.owner is not None:
            other: Owner = "report" if self.row.owner == "manager" else "manager"
            self._keep(replace(self.row, owner=other, is_changed=True))

    def action_came(self, outcome: Outcome) -> None:
        """Say what came of the question under the cursor; a second time: no word about it."""
        name = self._chosen() or ""
        if name.startswith("q:"):
            number = int(name[2:])
            self._came[number] = None if self._came.get(number) == outcome else outcome
            self._lay_out()
            self._go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The footer lists the keys that do something where the cursor stands."""
        row = self.row
        match action:
            case "came":
                return (self._chosen() or "").startswith("q:")
            case "accept" | "refuse":
                return row is not None
            case "edit":
                return row is not None and not row.earlier
            case "owner":
                return row is not None and row.owner is not None
            case _:
                return super().check_action(action, parameters)

    def on_option_list_option_highlighted(self) -> None:
        """Other keys fit another row."""
        self.refresh_bindings()

    def _mark(self, state: State) -> None:
        row = self.row
        if row is None:
            return
        self._states[row.id] = "found" if self._states.get(row.id) == state else state
        self._lay_out()
        self._go_on()

    def _go_on(self) -> None:
        """To the next row; from the last one nowhere."""
        if self.highlighted is not None and self.highlighted < self.option_count - 1:
            self.action_cursor_down()

    def _keep(self, row: Row) -> None:
        self._put_right[row.id] = row
        self._states[row.id] = "accepted"
        self._rows[row.id] = row
        self._lay_out()

    def _chosen(self) -> str | None:
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def _lay_out(self) -> None:
        chosen, at = self._chosen(), self.highlighted
        options = [Option(line_of(row, self._states.get(row.id, "found")), id=row.id) for row in self._rows.values()]
        if not options:
            options = [Option(Content.styled("Nothing found yet.", "dim"), disabled=True)]
        if self._questions:
            title = f"\nQUESTIONS OF {day(self._questions[0].brief).upper()}"
            options.append(Option(Content.styled(title, "bold $text-accent"), disabled=True))
            options += [Option(self._question(item), id=f"q:{item.number}") for item in self._questions]
        self.clear_options()
        self.add_options(options)
        names = [option.id for option in options]
        if chosen in names:
            self.highlighted = names.index(chosen)
        elif at is not None:
            self.highlighted = min(at, len(options) - 1)
        waiting = sum(self._states.get(name, "found") == "found" for name in self._rows)
        self.border_title = f"Found {len(self._rows)}" + (f" · {waiting} to confirm" if waiting else "")

    def _question(self, item: Asked) -> Content:
        came = self._came.get(item.number)
        return Content.assemble(
            (f"{item.number}. ", "bold"), clip(item.text, 26), (f"\n   {_OUTCOME_WORDS[came]}", "dim")
        )

"""What was found in the words being typed, to accept, put right or refuse; and the questions of the brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.brief.words import clip, day

if TYPE_CHECKING:
    from assistant.ledger.asked import Asked, Outcome
    from assistant.ledger.decisions import Decision
    from assistant.models import Findings, Owner

State = Literal["found", "accepted", "refused"]
_MARKS: dict[State, tuple[str, str]] = {
    "found": ("·", "dim"),
    "accepted": ("✓", "$text-success"),
    "refused": ("✗", "$text-error"),
}
_OUTCOMES: tuple[Outcome | None, ...] = (None, "commitment", "shown", "nothing", "not-asked")
_OUTCOME_WORDS = {
    None: "?",
    "commitment": "asked: a promise came of it",
    "shown": "asked: something was shown",
    "nothing": "asked: nothing came of it",
    "not-asked": "not asked",
}
_REMARKS = {"decision": "Decided", "objection": "Objection", "marketing": "For marketing", "market": "Market"}


@dataclass(frozen=True)
class Row:
    """One finding as it stands in the list."""

    id: str
    title: str
    text: str
    line: int
    owner: Owner | None = None
    due: Date | None = None
    is_changed: bool = False


class FindingList(OptionList):
    """Keys work on the row under the cursor; what was said of a finding stays while the words around it change."""

    BORDER_TITLE = "Found"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "accept", "Accept"),
        Binding("e", "edit", "Put right"),
        Binding("x", "refuse", "Refuse"),
        Binding("o", "owner", "Whose"),
        Binding("a", "asked", "Asked?"),
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
        from assistant.ledger.ids import finding_id

        rows = [
            *[
                Row(finding_id(p), "Promise", p.text, p.evidence.line_start, p.owner, p.due)
                for p in found.promises
                if not p.is_ticked
            ],
            *[Row(finding_id(c), "Said, not shown", c.text, c.evidence.line_start) for c in found.claims],
            *[
                Row(finding_id(s), f"Shown ({s.artefact})", s.text, s.evidence.line_start)
                for s in found.shown
                if s.is_sure
            ],
            *[Row(finding_id(b), "Went well", b.text, b.evidence.line_start) for b in found.bright_spots],
            *[Row(finding_id(r), _REMARKS[r.kind], r.text, r.evidence.line_start) for r in found.remarks],
        ]
        rows.sort(key=lambda row: (row.line, row.id))
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
        if self.row is not None:
            self.post_message(self.EditAsked(self.row))

    def action_owner(self) -> None:
        """The promise is the other one's."""
        if self.row is not None and self.row.owner is not None:
            other: Owner = "report" if self.row.owner == "manager" else "manager"
            self._keep(replace(self.row, owner=other, is_changed=True))

    def action_asked(self) -> None:
        """Say what came of the question under the cursor: each press the next answer."""
        name = self._chosen() or ""
        if name.startswith("q:"):
            number = int(name[2:])
            self._came[number] = _OUTCOMES[(_OUTCOMES.index(self._came.get(number)) + 1) % len(_OUTCOMES)]
            self._lay_out()

    def _mark(self, state: State) -> None:
        row = self.row
        if row is None:
            return
        self._states[row.id] = "found" if self._states.get(row.id) == state else state
        self._lay_out()
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
        options = [Option(self._line(row), id=row.id) for row in self._rows.values()]
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

    def _line(self, row: Row) -> Content:
        mark, style = _MARKS[self._states.get(row.id, "found")]
        who = {"manager": ", you", "report": ", theirs", "other": ", others", None: ""}[row.owner]
        due = f"  by {day(row.due)}" if row.due else ""
        words = clip(row.text, 24)
        is_off = self._states.get(row.id) == "refused"
        return Content.assemble(
            (f"{mark} ", style),
            (f"{row.title}{who}", "bold dim" if is_off else "bold"),
            (f"  line {row.line}", "dim"),
            (due, "$text-accent"),
            (f"\n  {words}", "dim strike" if is_off else "italic" if row.is_changed else ""),
        )

    def _question(self, item: Asked) -> Content:
        came = self._came.get(item.number)
        return Content.assemble(
            (f"{item.number}. ", "bold"), clip(item.text, 26), (f"\n   {_OUTCOME_WORDS[came]}", "dim")
        )

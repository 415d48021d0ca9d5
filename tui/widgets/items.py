"""The items of a brief as a list one can walk through: headings, then what stands under them."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.brief.render import since_title
from assistant.brief.words import clip, day
from assistant.models import FollowUp, Question, ShowMe
from tui.draft import PARTS, Draft, Item, Part, words_of

Place = tuple[Part, int]
"""A part of the brief and the place of an item in it."""


class BriefItems(OptionList):
    """Shows a draft; tells with OptionList's own messages where the manager stands."""

    def show(self, draft: Draft, at: Place | None = None) -> None:
        """Lay the draft out anew and stand at a place, or at the first item."""
        options: list[Option] = []
        first = draft.brief.person.name.split(" ", maxsplit=1)[0]
        brought = [f"{first} brings: {topic.text}" for topic in draft.brief.topics]
        since = [f"{since_title(draft.brief)}:", *draft.brief.since_last]
        for text in (*draft.brief.warnings, *brought, *since):
            options.append(Option(Content.styled(text, "dim"), disabled=True))
        for part, title, _ in PARTS:
            if draft.shown[part]:
                options.append(
                    Option(
                        Content.styled(f"\n{title.upper()}{_waiting(draft, part)}", "bold $text-accent"),
                        disabled=True,
                    )
                )
                options += [
                    Option(_line(item, first), id=f"{part}:{index}") for index, item in enumerate(draft.shown[part])
                ]
        options.append(Option(Content.styled("\nAGENDA", "bold $text-accent"), disabled=True))
        options += [
            Option(Content.styled(f"{block.minutes:>3} min  {block.topic}", "dim"), disabled=True)
            for block in draft.as_brief().agenda
        ]
        self.clear_options()
        self.add_options(options)
        self._stand(at)

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        """Never stand on a heading: the next item below it is meant."""
        chosen = super().validate_highlighted(highlighted)
        if chosen is None or not self.options[chosen].disabled:
            return chosen
        below = range(chosen, len(self.options))
        return next((index for index in below if not self.options[index].disabled), chosen)

    @property
    def place(self) -> Place | None:
        """Where the manager stands."""
        if self.highlighted is None:
            return None
        name = self.get_option_at_index(self.highlighted).id
        return read_place(name)

    def _stand(self, at: Place | None) -> None:
        names = [option.id for option in self.options]
        wanted = f"{at[0]}:{at[1]}" if at else None
        if wanted not in names and at:
            wanted = f"{at[0]}:{at[1] - 1}"
        places = [i for i, name in enumerate(names) if name]
        if wanted in names:
            self.highlighted = names.index(wanted)
        elif places:
            self.highlighted = places[0]
        if not at:
            self.call_after_refresh(self.scroll_to, y=0, animate=False)


def read_place(name: str | None) -> Place | None:
    """The place that an option's id names."""
    for part, _, _ in PARTS:
        if name and name.startswith(f"{part}:"):
            return part, int(name.rpartition(":")[2])
    return None


def _waiting(draft: Draft, part: Part) -> str:
    count = len(draft.spares[part])
    return f"  · {count} more behind x" if count else ""


def _line(item: Item, first: str) -> Content:
    """One item; `first` is the first name of whose brief it is."""
    words = words_of(item)
    match item:
        case FollowUp():
            who = {"manager": "You", "report": first, "other": "Other"}[item.owner]
            when = f" {day(item.due)}" if item.due else ""
            due = (f"  due{when}", "dim") if when else ""
            late = (f"  overdue{when}", "bold $text-error")
            return Content.assemble((f"{who}  ", "bold"), clip(words, 30), late if item.overdue else due)
        case ShowMe():
            against = [
                f"\n  against “{clip(line.quote, 18)}”, {line.path}:{line.line_start}"
                for line in (item.evidence[1:2] if item.status == "contradicted" else ())
            ]
            return Content.assemble(words, (f"\n  {clip(item.claim, 18)}", "dim italic"), ("".join(against), "dim"))
        case Question():
            return Content.assemble((words, "bold"), (f"\n  {item.principle} · {item.why}", "dim"))
        case _:
            return Content(words)

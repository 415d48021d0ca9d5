"""Chooses the questions of a brief: the chain's candidates, varied over matters, principles and GROW."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from assistant.brief.chain import Candidate, build_chain
from assistant.brief.matters import Matter, note_matter, open_matters, team_matter
from assistant.ledger.asked import load_asked
from assistant.ledger.learnt import resting, yields
from assistant.models import Deal, Hit, Ledger, NoteKind, Person, PersonId, Question, Section
from assistant.reading.context import ReadingContext
from assistant.reading.sensitive import is_fit_to_show
from assistant.workspace import Workspace

LIST_LENGTH = 15
FIRST = 5
"""How many questions a meeting bears; one of them builds on what went well."""
_GOOD = ("bright-spot", "shown")
_STUCK = ("slipped-deal", "stale-deal")
_DUE_BY = ((("own-promise-overdue",), 1), (_STUCK, FIRST - 2), (_GOOD, FIRST - 1))
"""Kinds of matter, and after how many questions one of them comes at the latest."""
_REPEAT = {"principle": 0.45, "matter": 0.3, "deal": 0.7, "grow": 0.85, "kind": 0.8}
"""What a candidate's score is multiplied with for each earlier question that shares this with it."""


def choose_questions(
    workspace: Workspace, person: Person, sections: Sequence[Section], ledger: Ledger, deals: Sequence[Deal]
) -> tuple[list[Question], list[str]]:
    """The questions that fit this person's notes, best first, and notices about how they were found."""
    asked = load_asked(workspace.vault.state)
    rests = resting(asked, person.id, workspace.today)
    if not any(person.id in section.people for section in sections):
        return first_meeting_questions(workspace, rests), [
            f"There are no notes about {person.name} yet: a first-meeting brief."
        ]
    from assistant.index.retriever import open_retriever
    from assistant.index.sync import embed_passages
    from assistant.library.search import principle_scores

    notices: list[str] = []
    embed_passages(workspace.vault, workspace.catalog, person=person.id, on_event=workspace.on_event)
    retriever = open_retriever(workspace.vault, workspace.catalog, today=workspace.today)
    as_of = workspace.pipeline.date if workspace.pipeline else None
    matters = open_matters(ledger, deals, as_of, person, workspace.today)
    for principle in workspace.library.principles.values():
        if principle.kind == "area":
            for hit in retriever.search(principle.statement, person=person.id, limit=1):
                deal = deal_of(hit, person.id, workspace.context)
                matters.append(note_matter(principle.id, hit, deal, person, workspace.today))
    for line in retriever.bearing(person.id).lines():
        if is_fit_to_show(line.evidence.quote) and line.evidence.day <= workspace.today:
            matters.append(team_matter(line.evidence, line.customer, person, workspace.today))
    run = build_chain(
        workspace.library,
        lambda words: retriever.search(words, person=person.id, limit=3),
        lambda words: principle_scores(words, workspace.library),
        yields(asked, person.id),
        rests,
    )
    return varied([c for group in run(matters) for c in group]), notices


def deal_of(hit: Hit, person: PersonId, context: ReadingContext) -> str | None:
    """The customer that a found line is about: named in it, or in his own notes the nearest before it; a colleague's is none."""
    lines = hit.passage.text.split("\n")
    at = min(max(0, hit.evidence.line_start - hit.passage.line_start), len(lines) - 1)
    here = context.deal_in(lines[at])
    if here is None and hit.passage.kind is not NoteKind.TEAM:
        here = next(reversed(context.deals_in("\n".join(lines[:at]))), None)
    return here if here and context.owners.get(here, person) == person else None


def varied(candidates: Sequence[Candidate]) -> list[Question]:
    """Best first, each choice lowering what resembles it.

    Where there is one, a promise of the manager's own that is overdue is among the first two; a deal past its date or
    quiet that no other of the first five asks about, and something that went well, are among the first five.
    """
    left = sorted(candidates, key=lambda c: (-c.score, c.bank.id, c.question.text))
    seen: Counter[tuple[str, str]] = Counter()
    chosen: list[Candidate] = []
    while left and len(chosen) < LIST_LENGTH:
        pool = left
        for kinds, place in _DUE_BY:
            if len(chosen) == place and not any(c.matter.kind in kinds for c in chosen):
                pool = [c for c in left if c.matter.kind in kinds and _is_new_of_deal(c, chosen)] or pool
        best = max(pool, key=lambda c: _worth(c, seen))
        chosen.append(best)
        seen.update(_marks(best).items())
        left = [c for c in left if c.bank.id != best.bank.id]
    return [candidate.question for candidate in chosen]


def _is_new_of_deal(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether a stuck deal is not asked about yet; of other matters always."""
    matter = candidate.matter
    return matter.kind not in _STUCK or all(matter.deal != other.matter.deal for other in chosen)


def _worth(candidate: Candidate, seen: Mapping[tuple[str, str], int]) -> float:
    worth = candidate.score
    for mark in _marks(candidate).items():
        worth *= _REPEAT[mark[0]] ** seen.get(mark, 0)
    return worth


def _marks(candidate: Candidate) -> dict[str, str]:
    matter = candidate.matter
    marks = {
        "principle": candidate.bank.principle,
        "matter": _anchor(matter),
        "grow": candidate.bank.grow,
        "kind": matter.kind,
    }
    return marks | ({"deal": matter.deal} if matter.deal else {})


def _anchor(matter: Matter) -> str:
    first = matter.evidence[0]
    return f"{first.path}:{first.line_start}"


def first_meeting_questions(workspace: Workspace, rests: Collection[str]) -> list[Question]:
    """Questions for somebody of whom there are no notes: from the knowledge base, and they say so; those that rest last."""
    chosen: list[Question] = []
    for bank in workspace.library.questions:
        if bank.audience == "seller" and "first-meeting" in bank.fits:
            chosen.append(
                Question(
                    id=bank.id,
                    text=bank.text,
                    principle=bank.principle,
                    why="There are no notes yet.",
                    listen_for=bank.listen_for,
                    follow_up=bank.follow_up,
                    basis="knowledge",
                    about="first meeting",
                    grow=bank.grow,
                )
            )
    return sorted(chosen, key=lambda question: question.id in rests)[:LIST_LENGTH]

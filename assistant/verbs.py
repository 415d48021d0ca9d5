"""The handful of things that Show Me does: what the command line and the Textual app both call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.brief.compose import Material, compose_brief
from assistant.brief.render import SHOWN_QUESTIONS, render_markdown
from assistant.brief.unplaced import unplaced_warnings
from assistant.cache import digest
from assistant.check import Sampled, describe_quality, figures, findings_to_mark, measure
from assistant.check import found_in as found_in_note
from assistant.errors import ConfigError
from assistant.events import Event, Finished
from assistant.index.bearing import Bearing
from assistant.language.setting import ModelSetting, load_setting
from assistant.language.wish import OFFLINE_WISH, Wish, answered, tailored
from assistant.ledger.asked import questions_path, remember_brief
from assistant.ledger.decisions import decisions_path
from assistant.ledger.marks import load_marks
from assistant.ledger.tables import merge_notices
from assistant.models import Answer, Brief, Fault, Hit, NoteKind, Person, Section, Value
from assistant.reading.note import READER_VERSION
from assistant.reading.reader import model_digest
from assistant.workspace import Workspace

if TYPE_CHECKING:
    from assistant.asking.ask import Considered
    from assistant.language.turns import Payload
    from assistant.library.search import PrincipleHit

COMPOSER_VERSION = "10"
"""Part of the key of a kept brief: raise it when the same material would make another brief."""


_INCOMPLETE = "The index is still being made: lines were found by words alone. `showme index` completes it."
SOON_EMBEDDED = 40
"""A search waits for so few passages to get their vectors, less than a second; with more, words decide about those and it says so."""


def prep(workspace: Workspace, name: str, wish: Wish = OFFLINE_WISH) -> Brief:
    """The brief for one person as of the workspace's date; kept by content, so an unchanged vault answers at once.

    Raises PersonUnknownError or PersonAmbiguousError; what goes wrong with a model stands in the brief's warnings.
    """
    for event in prep_events(workspace, name, wish):
        if isinstance(event, Finished):
            return event.brief
    raise AssertionError("the last event is the finished brief")


def prep_events(
    workspace: Workspace, name: str, wish: Wish, is_stopped: Callable[[], bool] | None = None
) -> Iterator[Event]:
    """The same as it comes: with a model `Drafted` first, then each item `Tailored`, `Finished` at the end.

    Raises PersonUnknownError or PersonAmbiguousError.
    """
    return tailored(workspace, prep_person(workspace, workspace.find_person(name)), wish, is_stopped)


def prep_payloads(workspace: Workspace, name: str, wish: Wish) -> list[Payload]:
    """What `prep` would send to a model, to the letter. Raises ShowMeError, also where no model is configured."""
    from assistant.language.tailor import payloads

    setting = _setting_to_send(workspace, wish)
    return payloads(workspace, prep_person(workspace, workspace.find_person(name)), setting)


def ask_payloads(workspace: Workspace, question: str, person: str | None, wish: Wish) -> list[Payload]:
    """What `ask` would send to a model, to the letter. Raises ShowMeError, also where nothing would be sent."""
    from assistant.language.asking import payloads

    setting = _setting_to_send(workspace, wish)
    considered, _ = _considered(workspace, question, person)
    return payloads(workspace, considered, setting)


def _setting_to_send(workspace: Workspace, wish: Wish) -> ModelSetting:
    setting = load_setting(workspace.vault.state, wish.model, wish.strategy)
    if setting.is_offline:
        raise ConfigError("No model is configured: nothing is sent.", "Name one with --model.")
    return setting


def prep_person(workspace: Workspace, person: Person) -> Brief:
    """The offline brief for somebody already found."""
    sections = workspace.catalog.sections_about(person.id)
    unplaced = _unplaced(workspace, person)
    team_entries = Bearing(workspace.catalog, person.id).entries()
    key = digest(
        "brief",
        COMPOSER_VERSION,
        READER_VERSION,
        model_digest(),
        workspace.today.isoformat(),
        person.model_dump_json(),
        *unplaced,
        *_customers(workspace),
        *_grounds(workspace, [*sections, *team_entries]),
    )
    kept = workspace.cache.load_many([key])
    if key in kept:
        return Brief.model_validate_json(kept[key])
    brief = _compose(workspace, person, sections, team_entries, unplaced)
    workspace.cache.save_many("brief", {key: brief.model_dump_json(by_alias=True)})
    return brief


def _unplaced(workspace: Workspace, person: Person) -> tuple[str, ...]:
    """Looked for only where somebody shares a name with this person."""
    if not workspace.roster.shares_a_name(person.id):
        return ()
    return unplaced_warnings(person, workspace.catalog.sections_given_to_nobody(), workspace.roster)


def _customers(workspace: Workspace) -> Iterator[str]:
    """Whose customers are whose: on that hangs what team notes give to whom."""
    for owner, customers in sorted(workspace.catalog.customers().items()):
        yield f"{owner}\x1f{chr(31).join(customers)}"


def _compose(
    workspace: Workspace,
    person: Person,
    sections: Sequence[Section],
    team_entries: Sequence[Section],
    unplaced: Sequence[str],
) -> Brief:
    from assistant.brief.questions import choose_questions

    ledger = workspace.ledger(person.id, sections)
    deals = workspace.open_deals(person.id)
    questions, warnings = choose_questions(workspace, person, sections, ledger, deals)
    library = workspace.library
    quality = measure(load_marks(workspace.vault.state))
    return compose_brief(
        Material(
            person=person,
            today=workspace.today,
            sections=sections,
            team_entries=team_entries,
            context=workspace.context,
            ledger=ledger,
            deals=deals,
            questions=questions,
            claim_kinds=library.claim_kinds,
            to_try={principle.id: principle.to_try for principle in library.principles.values()},
            faults=workspace.catalog.faults(),
            quality=figures(quality),
            quality_line=describe_quality(quality) if quality.marked or quality.notes else "",
            warnings=(*merge_notices(workspace.vault.state), *warnings, *unplaced),
        )
    )


def _grounds(workspace: Workspace, sections: Sequence[Section]) -> Iterator[str]:
    """Everything a brief depends on, cheap to read."""
    yield workspace.roster.digest
    yield workspace.library.digest
    yield workspace.pipeline.model_dump_json() if workspace.pipeline else ""
    decisions = decisions_path(workspace.vault.state)
    yield decisions.read_text(encoding="utf-8") if decisions.is_file() else ""
    asked = questions_path(workspace.vault.state)
    yield asked.read_text(encoding="utf-8") if asked.is_file() else ""
    yield measure(load_marks(workspace.vault.state)).model_dump_json()
    yield from merge_notices(workspace.vault.state)
    for fault in workspace.catalog.faults():
        yield f"{fault.path}\x1f{fault.reason}"
    for section in sections:
        yield f"{section.path}\x1f{section.line_start}\x1f{section.date}\x1f{section.kind}\x1f{' '.join(section.people)}"
        yield section.text


def write_brief(workspace: Workspace, brief: Brief, markdown: str | None = None, out: Path | None = None) -> Path:
    """Write a brief as Markdown, beside the person's notes unless `out` says where; gives the path.

    Inside the vault, a file that is there already is kept in the journal before it is replaced.
    """
    from assistant.vault.journal import place_in
    from assistant.vault.writing import write_atomic

    text = markdown if markdown is not None else render_markdown(brief)
    relative = f"briefs/{brief.date.isoformat()} {brief.person.name}.md"
    inside = relative if out is None else place_in(workspace.vault, out)
    if inside is None and out is not None:
        write_atomic(out, text)
    remember_brief(workspace.vault, brief, SHOWN_QUESTIONS, {inside: text} if inside else {})
    return out or workspace.vault.root / relative


def search(workspace: Workspace, query: str, person: str | None = None, limit: int = 10) -> tuple[list[Hit], bool]:
    """Passages that answer the query, best first; the flag says whether every passage had its vector."""
    from assistant.index.retriever import open_retriever

    someone = workspace.find_person(person).id if person else None
    _embed_soon(workspace, someone)
    retriever = open_retriever(workspace.vault, workspace.catalog, today=workspace.today, person=someone)
    hits = retriever.search(query, person=someone, limit=limit)
    return hits, retriever.is_complete


def ask(workspace: Workspace, question: str, person: str | None = None, wish: Wish = OFFLINE_WISH) -> Answer:
    """What the notes say to a question, each sentence with its lines; `answered` is false where they do not say.

    Raises PersonUnknownError or PersonAmbiguousError; what goes wrong with a model stands in the answer's warnings.
    """
    considered, is_complete = _considered(workspace, question, person)
    answer = answered(workspace, considered, wish)
    return (
        answer
        if is_complete or answer.why_not
        else answer.model_copy(update={"warnings": (*answer.warnings, _INCOMPLETE)})
    )


def _considered(workspace: Workspace, question: str, person: str | None) -> tuple[Considered, bool]:
    """The offline answer with what it was chosen from, and whether every passage could be searched by meaning."""
    from assistant.asking.ask import consider
    from assistant.index.retriever import open_retriever

    someone = workspace.find_person(person).id if person else None
    _embed_soon(workspace, None)
    retriever = open_retriever(workspace.vault, workspace.catalog, today=workspace.today)
    return consider(workspace, retriever, question, someone), retriever.is_complete


def _embed_soon(workspace: Workspace, person: str | None) -> None:
    """Give the passages that still wait their vectors, where there are few."""
    from assistant.index.sync import embed_passages

    catalog = workspace.catalog
    if catalog.passage_count(person) - catalog.embedded_count(person) <= SOON_EMBEDDED:
        embed_passages(workspace.vault, catalog, person=person, on_event=workspace.on_event)


def all_findings(workspace: Workspace) -> list[Sampled]:
    """Everything in the ledger of everybody that a manager can mark as right or wrong."""
    return findings_to_mark(workspace.ledger(person.id) for person in workspace.roster.people)


def one_on_one_paths(workspace: Workspace) -> list[str]:
    """The notes of one-on-ones."""
    sections = [s for person in workspace.roster.people for s in workspace.catalog.sections_about(person.id)]
    return sorted({section.path for section in sections if section.kind is NoteKind.ONE_ON_ONE})


def found_in(workspace: Workspace, path: str) -> list[Sampled]:
    """What the ledgers took from one note."""
    return found_in_note([workspace.ledger(person.id) for person in workspace.roster.people], path)


class IndexReport(Value):
    """What an index run found and did."""

    notes: int
    passages: int
    embedded: int
    faults: tuple[Fault, ...] = ()


def index(workspace: Workspace, *, rebuild: bool = False) -> IndexReport:
    """Bring catalog and vectors up to date; with `rebuild`, from nothing.

    Raises IndexBusyError when another process writes and does not finish.
    """
    from assistant.index.sync import embed_passages, remove_index

    if rebuild:
        workspace.close()
        remove_index(workspace.vault)
        workspace.forget()
    embedded = embed_passages(workspace.vault, workspace.catalog, on_event=workspace.on_event)
    catalog = workspace.catalog
    return IndexReport(
        notes=catalog.note_count(),
        passages=catalog.passage_count(),
        embedded=embedded,
        faults=tuple(catalog.faults()),
    )


def search_knowledge(queries: Sequence[str], state: Path | None, limit: int = 10) -> list[list[PrincipleHit]]:
    """The principles that fit each situation, best first, one hit a principle."""
    from assistant.library.load import load_library
    from assistant.library.search import search_principles

    library = load_library(state)
    return [search_principles(query, library, limit=limit) for query in queries]

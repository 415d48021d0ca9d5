"""What the tool made of a folder: people, notes, pipeline and files with faults. `init` and `doctor` print it."""

from __future__ import annotations

from datetime import date as Date

from assistant.models import Fault, Manager, Person, Value
from assistant.workspace import Workspace


class PersonSeen(Value):
    """One person and how much the notes hold about him."""

    person: Person
    entries: int
    last_one_on_one: Date | None = None
    open_deals: int | None = None


class Understood(Value):
    """A folder of notes as the tool sees it."""

    vault: str
    notes: int
    manager: Manager
    people: tuple[PersonSeen, ...]
    pipeline: str | None = None
    pipeline_date: Date | None = None
    ambiguous: tuple[str, ...] = ()
    """Names that fit more than one person, with the file."""
    faults: tuple[Fault, ...] = ()
    index: str
    """Whether every passage has its vector."""


def understand(workspace: Workspace) -> Understood:
    """Look the folder over and say what is in it."""
    from assistant.brief.since import last_meeting

    catalog, pipeline = workspace.catalog, workspace.pipeline
    people: list[PersonSeen] = []
    for person in workspace.roster.people:
        sections = catalog.sections_about(person.id)
        people.append(
            PersonSeen(
                person=person,
                entries=sum(person.id in section.people for section in sections),
                last_one_on_one=last_meeting(sections, person.id, workspace.today),
                open_deals=len(workspace.open_deals(person.id)) if pipeline else None,
            )
        )
    unplaced = catalog.sections_given_to_nobody()
    done, total = catalog.embedded_count(), catalog.passage_count()
    return Understood(
        vault=str(workspace.vault.root),
        notes=catalog.note_count(),
        manager=workspace.roster.manager or Manager(),
        people=tuple(people),
        pipeline=pipeline.path if pipeline else None,
        pipeline_date=pipeline.date if pipeline else None,
        ambiguous=tuple(dict.fromkeys(f"{name} in {entry.path}" for entry in unplaced for name in entry.ambiguous)),
        faults=(*catalog.faults(), *(pipeline.faults if pipeline else ())),
        index=f"complete, {total} passages" if done >= total else f"{done} of {total} passages embedded",
    )


def describe(report: Understood) -> str:
    """The report as lines for a person, with how to correct it."""
    lines = [f"{report.vault}: {report.notes} notes, {len(report.people)} people."]
    lines.append(f"You: {report.manager.name or 'name not found in the notes ([manager] in config.toml names you)'}")
    for seen in report.people:
        also = f" ({', '.join(seen.person.aliases[:4])})" if seen.person.aliases else ""
        met = f"last one-on-one {seen.last_one_on_one}" if seen.last_one_on_one else "no dated one-on-one"
        deals = f", {seen.open_deals} open deals" if seen.open_deals is not None else ""
        lines.append(f"  {seen.person.name}{also}: {seen.entries} entries, {met}{deals}")
    lines.append(
        f"Pipeline: {report.pipeline} of {report.pipeline_date}" if report.pipeline else "Pipeline: none found."
    )
    lines.append(f"Index: {report.index}.")
    lines += [f"Fits more than one person, given to nobody: {name}" for name in report.ambiguous]
    lines += [
        f"{'Not read' if fault.is_skipped else 'Read with a fault'}: {fault.path}: {fault.reason}"
        for fault in report.faults
    ]
    lines.append(
        "Wrong or missing people: name them in .showme/config.toml under [people.<id>] (name, aliases, role, cadence_days)."
    )
    return "\n".join(lines)

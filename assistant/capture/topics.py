"""What the seller wants to talk about: taken in his own words before the meeting, first on the next agenda."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from assistant.brief.since import last_meeting
from assistant.brief.topics import FOLDER, topics_in
from assistant.capture.formats import read_incoming
from assistant.capture.raw import keep_raw, naming
from assistant.errors import ShowMeError
from assistant.models import Topic, Value
from assistant.vault.journal import create_file
from assistant.vault.writing import faults_named
from assistant.workspace import Workspace

_MOST_OF_A_DAY = 99


class TopicsTaken(Value):
    """Where the topics lie and what they are."""

    note: str
    raw: str
    person: str
    topics: tuple[Topic, ...]


def take_topics(workspace: Workspace, name: str, chunks: Iterable[bytes], suffix: str = ".txt") -> TopicsTaken:
    """Keep the seller's words as a note of their own.

    Raises ShowMeError when the person is not known, when there are no words, or when the disk refuses.
    """
    raw = keep_raw(workspace.vault, name, suffix, chunks)
    with naming(raw), faults_named("The topics", "Make room or see to the folder's permissions, then take them again."):
        words = read_incoming(raw.read_bytes(), workspace.roster.knows)
        if not words.strip():
            raise ShowMeError("There are no topics in it.", "Give what they want to talk about, a line each.")
        person = workspace.find_person(name)
        met = last_meeting(workspace.catalog.sections_about(person.id), person.id, workspace.today)
        # taken after today's meeting, they are for the next one
        day = (workspace.today + timedelta(days=met == workspace.today)).isoformat()
        text = f"---\nperson: {person.name}\ndate: {day}\nkind: document\n---\n\n{words.rstrip()}\n"
        for number in range(1, _MOST_OF_A_DAY):
            path = f"{FOLDER}/{day} {person.name}{f' {number}' if number > 1 else ''}.md"
            if create_file(workspace.vault, f"took the topics of {person.name}", path, text):
                break
        else:
            raise ShowMeError("There is no free name left for topics of today.", "Tidy the folder topics/.")
    workspace.wrote([path])
    sections = workspace.catalog.sections_of(path)
    return TopicsTaken(
        note=path,
        raw=raw.relative_to(workspace.vault.root).as_posix(),
        person=person.id,
        topics=topics_in(sections),
    )

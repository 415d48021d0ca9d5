"""What the person wants to talk about: notes in `topics/` that were taken after the last one-on-one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as Date

from assistant.brief.since import last_meeting
from assistant.models import Evidence, Section, Topic
from assistant.reading.sensitive import is_fit_to_show

FOLDER = "topics"
_LEAD = re.compile(r"^(?:[\s\-*+•–>]|\[[ xX]\]|\d{1,2}[.)]\s)+")


def waiting_topics(sections: Iterable[Section], person: str, today: Date) -> tuple[Topic, ...]:
    """Those that were taken after the newest one-on-one, and so were not talked about yet."""
    sections = list(sections)
    last = last_meeting(sections, person, today)
    mine = [s for s in sections if is_topics(s) and person in s.people and s.date]
    return topics_in([s for s in mine if last is None or (s.date and s.date > last)])


def topics_in(sections: Iterable[Section]) -> tuple[Topic, ...]:
    """Each line of the notes as one topic, as it was written; private matter stays in the note."""
    found: list[Topic] = []
    for section in sections:
        for number, line in enumerate(section.text.split("\n"), section.line_start):
            words = _LEAD.sub("", line).strip()
            if not re.search(r"\w", words) or line.startswith("#") or not is_fit_to_show(line):
                continue
            evidence = Evidence(path=section.path, line_start=number, line_end=number, quote=words, date=section.date)
            found.append(Topic(text=words, evidence=(evidence,)))
    return tuple(found)


def is_topics(section: Section) -> bool:
    """Whether a note lies where topics are kept."""
    return section.path.startswith(f"{FOLDER}/")

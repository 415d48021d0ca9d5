"""An opened vault with everything the verbs share: catalog, roster, pipeline, knowledge, cache, today's date."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date as Date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cache import AnswerCache, digest
from assistant.errors import ConfigError, VaultNotFoundError
from assistant.events import OnEvent, Scanned, ignore_events
from assistant.index.catalog import Catalog, open_catalog
from assistant.ledger.decisions import Decisions, load_decisions
from assistant.ledger.ledger import build_ledger
from assistant.models import Deal, Findings, Ledger, Person, PersonId, Pipeline, Section
from assistant.pipeline.load import load_pipeline
from assistant.reading.context import ReadingContext, accounts_of
from assistant.reading.note import READER_VERSION, read_note
from assistant.vault.roster import Roster
from assistant.vault.vault import Vault, open_vault

if TYPE_CHECKING:
    from assistant.library.models import Library


def today_from_environment() -> Date:
    """`SHOWME_TODAY` where it is set, else the clock's date. Raises ConfigError on anything but YYYY-MM-DD."""
    text = os.environ.get("SHOWME_TODAY")
    return parse_day(text, "SHOWME_TODAY") if text else Date.today()


def parse_day(text: str, name: str) -> Date:
    """A date in YYYY-MM-DD; `name` says in the error where it came from."""
    try:
        return Date.fromisoformat(text)
    except ValueError as fault:
        raise ConfigError(f"{name} is {text!r}, which is no date.", "Write it as YYYY-MM-DD.") from fault


class Workspace:
    """One vault, opened. Reads lazily: what a verb does not ask for is not loaded."""

    def __init__(self, root: Path, *, today: Date | None = None, on_event: OnEvent = ignore_events) -> None:
        if not root.is_dir():
            raise VaultNotFoundError(f"There is no folder {root}.", "Name your notes with --vault DIR or SHOWME_VAULT.")
        self.vault: Vault = open_vault(root)
        self.today = today or today_from_environment()
        self.on_event = on_event
        self.cache = AnswerCache(self.vault.state)

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog, brought up to date once."""
        catalog = open_catalog(self.vault)
        report = catalog.sync(self.on_event)
        self.on_event(Scanned(notes=report.seen, changed=report.changed, removed=report.removed))
        return catalog

    @cached_property
    def roster(self) -> Roster:
        """Who the people are."""
        return self.catalog.roster()

    @cached_property
    def pipeline(self) -> Pipeline | None:
        """The newest export, if there is one."""
        return load_pipeline(self.vault, self.roster)

    @cached_property
    def library(self) -> Library:
        """Principles, questions and claim kinds, the manager's own files over the shipped ones."""
        from assistant.library.load import load_library

        return load_library(self.vault.state)

    @cached_property
    def context(self) -> ReadingContext:
        """What the readers know besides the line itself."""
        accounts = dict.fromkeys(deal.account for deal in self.pipeline.deals) if self.pipeline else {}
        owners = accounts_of([(deal.account, deal.owner) for deal in self.pipeline.deals]) if self.pipeline else {}
        return ReadingContext(
            roster=self.roster, accounts=tuple(accounts), owners=owners, month_first=not self.vault.is_day_first
        )

    def find_person(self, query: str) -> Person:
        """Whom a name means. Raises PersonUnknownError or PersonAmbiguousError."""
        return self.roster.find(query)

    def open_deals(self, person: PersonId) -> tuple[Deal, ...]:
        """The person's open deals in the newest export."""
        deals = self.pipeline.deals if self.pipeline else ()
        return tuple(deal for deal in deals if deal.owner == person and deal.is_open)

    def findings(self, sections: Iterable[Section]) -> list[Findings]:
        """What the notes of these sections hold, a note at a time; read again only where something changed."""
        by_path: dict[str, list[Section]] = {}
        for section in sections:
            by_path.setdefault(section.path, []).append(section)
        order = "month first" if self.context.month_first else "day first"
        common = digest(READER_VERSION, self.roster.digest, order, *self.context.accounts)
        keys = {path: digest(common, *_face(group)) for path, group in by_path.items()}
        kept = self.cache.load_many(keys.values())
        fresh: dict[str, str] = {}
        result: list[Findings] = []
        for path, key in keys.items():
            if key in kept:
                result.append(Findings.model_validate_json(kept[key]))
                continue
            found = read_note(path, by_path[path], self.context)
            fresh[key] = found.model_dump_json(exclude_defaults=True)
            result.append(found)
        self.cache.save_many("findings", fresh)
        return result

    def ledger(
        self,
        person: PersonId,
        sections: Iterable[Section] | None = None,
        *,
        decisions: Decisions | None = None,
        as_of: Date | None = None,
    ) -> Ledger:
        """What stands today, or on a given day, about one person."""
        about = self.catalog.sections_about(person) if sections is None else sections
        deals = self.pipeline.deals if self.pipeline else ()
        return build_ledger(
            self.findings(about),
            person,
            deals=deals,
            decisions=load_decisions(self.vault.state) if decisions is None else decisions,
            today=as_of or self.today,
        )

    def forget(self) -> None:
        """Read everything anew at the next question."""
        for name in ("catalog", "roster", "pipeline", "library", "context"):
            self.__dict__.pop(name, None)

    def close(self) -> None:
        """Let go of every file."""
        if "catalog" in self.__dict__:
            self.catalog.close()
        self.cache.close()


def _face(sections: Iterable[Section]) -> list[str]:
    """Everything of the sections that a reader can see."""
    return [
        "\x1f".join((s.path, str(s.line_start), s.kind, str(s.date), " ".join(s.people), s.heading, s.text))
        for s in sections
    ]

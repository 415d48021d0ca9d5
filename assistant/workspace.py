"""An opened vault with everything the verbs share: catalog, roster, pipeline, knowledge, cache, today's date."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date as Date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assistant.cache import AnswerCache, digest
from assistant.errors import ConfigError, VaultNotFoundError
from assistant.events import Noticed, OnEvent, Scanned, ignore_events
from assistant.index.catalog import Catalog, open_catalog
from assistant.ledger.decisions import Decisions, load_decisions
from assistant.ledger.ledger import build_ledger
from assistant.ledger.links import Judge, Task
from assistant.ledger.tables import merge_notices
from assistant.models import Deal, Findings, Ledger, Person, PersonId, Pipeline, Section
from assistant.pipeline.load import load_pipeline
from assistant.reading.context import ReadingContext, accounts_of
from assistant.reading.reader import Chances, model_digest, open_reading_model
from assistant.readings import Readings
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
        self._catalog: Catalog | None = None
        self._is_looked_over = False
        self._readings = Readings(self.cache)
        self._built: dict[PersonId, tuple[_Grounds, Ledger]] = {}

    @property
    def catalog(self) -> Catalog:
        """The catalog; the folder is looked over at the first use and after `forget`."""
        if self._catalog is None:
            self._catalog = open_catalog(self.vault)
        if not self._is_looked_over:
            for notice in merge_notices(self.vault.state):
                self.on_event(Noticed(text=notice))
            report = self._catalog.sync(self.on_event)
            self._is_looked_over = True
            self.on_event(Scanned(notes=report.seen, changed=report.changed, removed=report.removed))
        return self._catalog

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

    def findings(self, sections: Iterable[Section], on_event: OnEvent = ignore_events) -> list[Findings]:
        """What the notes of these sections hold, a note at a time; read again only where something changed."""
        return self._readings.of(sections, self.context, on_event)

    def read_ahead(self, piece: Sequence[Section]) -> None:
        """Read these entries of one note now, so that whoever asks for them later does not wait."""
        self._readings.read_ahead(piece, self.context)

    def ledger(
        self,
        person: PersonId,
        sections: Iterable[Section] | None = None,
        *,
        decisions: Decisions | None = None,
        as_of: Date | None = None,
        also: Findings | None = None,
    ) -> Ledger:
        """What stands today, or on a given day, about one person; with `also`, what words say that are no note yet."""
        about = self.catalog.sections_about(person) if sections is None else sections
        grounds = _Grounds(
            [*self.findings(about, self.on_event), *([also] if also else [])],
            self.pipeline.deals if self.pipeline else (),
            load_decisions(self.vault.state) if decisions is None else decisions,
            as_of or self.today,
        )
        held = self._built.get(person)
        if held is None or grounds != held[0]:
            held = self._built[person] = grounds, grounds.ledger(person, self._judge)
        return held[1]

    def wrote(self, paths: Iterable[str]) -> None:
        """These files were just written or removed: they are looked at, and nothing else is."""
        self.catalog.sync(self.on_event, only=[*paths])
        if "roster" in self.__dict__ and self.roster is not self.catalog.roster():
            self._forget("roster", "pipeline", "context")

    def _judge(self, task: Task, pairs: Sequence[tuple[str, str]]) -> list[Chances]:
        """What later lines say of earlier ones; asked of the reading model once, then kept."""
        keys = [digest("pair", model_digest(), task, *pair) for pair in pairs]
        kept = self.cache.load_many(keys)
        known = {key: json.loads(answer) for key, answer in kept.items()}
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if missing:
            fresh = dict(zip(missing, open_reading_model().weigh_pairs(task, list(missing.values())), strict=True))
            self.cache.save_many("pairs", {key: json.dumps(chances) for key, chances in fresh.items()})
            known |= fresh
        return [known[key] for key in keys]

    def forget(self) -> None:
        """Read everything anew at the next question."""
        self._is_looked_over = False
        self._forget("roster", "pipeline", "library", "context")

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)
        self._readings.forget()

    def close(self) -> None:
        """Let go of every file."""
        if self._catalog is not None:
            self._catalog.close()
        self._catalog, self._is_looked_over = None, False
        self.cache.close()


class _Grounds(NamedTuple):
    """All that a ledger is built on. What stayed the same are the same objects, so that comparing costs little."""

    findings: list[Findings]
    deals: tuple[Deal, ...]
    decisions: Decisions
    today: Date

    def ledger(self, person: PersonId, judge: Judge) -> Ledger:
        """Built from nothing."""
        return build_ledger(
            self.findings, person, deals=self.deals, decisions=self.decisions, today=self.today, judge=judge
        )

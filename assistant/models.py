"""The words of the domain: what every room passes to the next. Imports pydantic alone."""

from __future__ import annotations

from datetime import date as Date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PersonId = str
"""Lower-case ASCII slug of the full name: `zdenek-hruby`."""


class Value(BaseModel):
    """A frozen value; unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NoteKind(StrEnum):
    """What sort of note a file is; decides how its prose is read."""

    ONE_ON_ONE = "one-on-one"
    CALL = "call"
    TEAM = "team"
    DAILY = "daily"
    INBOX = "inbox"
    DOCUMENT = "document"


class Person(Value):
    """Somebody the manager leads."""

    id: PersonId
    name: str
    aliases: tuple[str, ...] = ()
    """Nicknames, initials and spellings that mean this person alone."""
    role: str | None = None
    cadence_days: int | None = None
    """How often the manager means to meet, in days."""


class Manager(Value):
    """Whoever writes in the first person; no row of the team."""

    name: str | None = None
    aliases: tuple[str, ...] = ()


class Evidence(Value):
    """A verbatim quote and where it stands; both line numbers count from 1 and are included."""

    path: str
    """Relative to the vault, with forward slashes."""
    line_start: int
    line_end: int
    quote: str
    date: Date | None = None
    """The day of the entry that holds the lines."""

    @property
    def day(self) -> Date:
        """The same for sorting and comparing: `Date.min` where the entry has none."""
        return self.date or Date.min


class Fault(Value):
    """A file that could not be read, or only in part."""

    path: str
    reason: str
    is_skipped: bool
    """True when nothing of the file was used."""


class Section(Value):
    """A run of lines of one note that share date, kind and people: one entry of a log, one paragraph of a daily."""

    path: str
    line_start: int
    line_end: int
    kind: NoteKind
    date: Date | None = None
    people: tuple[PersonId, ...] = ()
    """Whose entry it is; for team notes everybody whom it names. Empty: nobody, or not known."""
    ambiguous: tuple[str, ...] = ()
    """Names in it that fit two people and were given to none."""
    heading: str = ""
    text: str
    """The lines themselves, joined by LF; line `n` of the text is line `line_start + n` of the file."""


class Note(Value):
    """One file, decoded."""

    path: str
    digest: str
    """SHA-256 of the bytes, hex."""
    kind: NoteKind
    date: Date | None = None
    title: str = ""
    is_private: bool = False
    is_own: bool = False
    """True for what the tool wrote itself: never read back as evidence."""
    people: tuple[str, ...] = ()
    """Names that the front matter gives, as written."""
    body_line: int = 1
    """The first line after the front matter."""
    near: Date | None = None
    """The day from which dates without a year are counted back."""
    is_day_first: bool = True
    """False where this manager writes `11/13` for 13 November."""
    text: str
    """Decoded, line ends as LF, front matter included, so that line numbers are the file's."""
    faults: tuple[Fault, ...] = ()


class Passage(Value):
    """What is embedded and searched: a few lines of one section."""

    id: str
    """Digest of path, lines' text and occurrence; the same after an edit elsewhere in the file."""
    path: str
    line_start: int
    line_end: int
    text: str
    kind: NoteKind
    date: Date | None = None
    people: tuple[PersonId, ...] = ()


class Hit(Value):
    """A passage that was found, and why."""

    passage: Passage
    score: float
    """Fused, 0 to 1; higher is better."""
    dense: float | None = None
    lexical: float | None = None
    evidence: Evidence


Owner = Literal["manager", "report", "other"]
ClaimStatus = Literal["claimed", "shown", "contradicted", "dropped"]
CommitmentStatus = Literal["open", "done", "dropped"]


class ClaimFinding(Value):
    """The person said it; one sighting of a claim."""

    person: PersonId
    """Whose claim it is: who said it, not whose note it stands in."""
    text: str
    kind: str
    """A claim kind of the catalogue, `other` where none fits."""
    deal: str | None = None
    """The customer or deal as the note names it."""
    day: Date | None = None
    """The day to come that the line gives, if any."""
    strength: float = 1.0
    """How plainly it is a claim, 0 to 1."""
    as_first: str = ""
    """The line as it is held against later ones."""
    as_later: str = ""
    """The line as it is held against earlier claims."""
    evidence: Evidence


class ShownFinding(Value):
    """The manager saw or heard what shows something."""

    person: PersonId
    text: str
    deal: str | None = None
    artefact: str
    """What was seen: `mail`, `plan`, `recording`, `heard on the call`."""
    strength: float = 1.0
    """How likely the line by itself tells of something seen, or gainsays something told, 0 to 1."""
    is_sure: bool = True
    """False for a line that counts only where it speaks of a claim."""
    as_later: str = ""
    """The line as it is held against earlier claims."""
    evidence: Evidence


class PromiseFinding(Value):
    """Somebody said that he would do something: one sighting of a commitment."""

    person: PersonId
    """The report in whose one-on-one it matters."""
    owner: Owner
    text: str
    due: Date | None = None
    deal: str | None = None
    is_ticked: bool = False
    as_first: str = ""
    """The line as it is held against later ones."""
    as_later: str = ""
    """The line as it is held against earlier promises."""
    evidence: Evidence


class OutcomeFinding(Value):
    """A line that may say what became of an earlier promise."""

    person: PersonId
    strength: float
    """How likely the line by itself speaks of a promise given before, 0 to 1."""
    is_of_all: bool = False
    """Whether it speaks of everything that was promised last time."""
    text: str
    deal: str | None = None
    due: Date | None = None
    """The new date where the line gives one."""
    as_later: str
    """The line as it is held against earlier promises."""
    evidence: Evidence


class BrightSpotFinding(Value):
    """Something the person did well, seen and concrete enough for others to copy."""

    person: PersonId
    text: str
    strength: float
    """0 to 1: how sure and how concrete; orders the list, is never shown."""
    evidence: Evidence


class TraitFinding(Value):
    """A line in which the manager's own habit shows."""

    principle: str
    is_strength: bool = False
    """True for a habit to keep (asked and listened, asked to be shown)."""
    text: str
    evidence: Evidence


RemarkKind = Literal["decision", "objection", "marketing", "market"]
"""What was decided; what a customer held against it; what marketing is asked for; what the market does."""


class RemarkFinding(Value):
    """A line worth keeping that is no promise and no claim."""

    person: PersonId
    kind: RemarkKind
    text: str
    deal: str | None = None
    evidence: Evidence


class SensitiveSpan(Value):
    """Words that never stand in a brief, a plan or a prompt."""

    category: str
    """`health`, `family`, `belief`, `money`, `confidence`, `secret`, `contact`, `injection`, …"""
    line: int
    start: int
    end: int
    """Character offsets in the line."""


class Findings(Value):
    """All that one note holds, as read; the same bytes and roster give the same findings."""

    path: str
    claims: tuple[ClaimFinding, ...] = ()
    shown: tuple[ShownFinding, ...] = ()
    promises: tuple[PromiseFinding, ...] = ()
    outcomes: tuple[OutcomeFinding, ...] = ()
    bright_spots: tuple[BrightSpotFinding, ...] = ()
    traits: tuple[TraitFinding, ...] = ()
    remarks: tuple[RemarkFinding, ...] = ()
    withheld: int = 0
    """How many lines were left out as sensitive."""


class Claim(Value):
    """One claim over all its sightings, as it stands today."""

    id: str
    person: PersonId
    text: str
    kind: str
    deal: str | None = None
    status: ClaimStatus = "claimed"
    first_seen: Date | None = None
    last_seen: Date | None = None
    artefact: str | None = None
    """What showed it, once it is shown."""
    evidence: tuple[Evidence, ...]
    """Every sighting, newest first; for a contradicted claim the contradiction stands second."""
    contradicted_by: Evidence | None = None
    shown_by: Evidence | None = None
    """The line that tells what the manager saw, once it is shown."""
    stakes: float = 0.0
    """What rides on it, 0 to 1: ranks requests, is never shown."""
    rests_until: Date | None = None
    """Snoozed: not asked before this day."""
    is_muted: bool = False
    """Never to be asked again; it stays in the ledger."""


class Commitment(Value):
    """One promise over all its sightings, as it stands today."""

    id: str
    person: PersonId
    owner: Owner
    text: str
    due: Date | None = None
    status: CommitmentStatus = "open"
    overdue: bool = False
    slips: int = 0
    """How often the date was moved or the promise restated after it had passed."""
    deal: str | None = None
    evidence: tuple[Evidence, ...]
    """Where it was given first, then restatements and moves, oldest first."""
    closed_by: Evidence | None = None
    earlier_dues: tuple[Date, ...] = ()
    """The days it was promised for before, oldest first."""
    rests_until: Date | None = None
    """Snoozed: not in a brief before this day."""
    is_muted: bool = False
    """Never to be asked about again; it stays in the ledger."""


class BrightSpot(Value):
    """A bright spot of one person."""

    id: str
    person: PersonId
    text: str
    evidence: tuple[Evidence, ...]


class Deal(Value):
    """A row of the newest pipeline file."""

    name: str
    account: str
    owner: PersonId | None
    owner_as_written: str
    stage: str
    amount: float | None = None
    close: Date | None = None
    last_activity: Date | None = None
    next_step: str = ""
    is_open: bool = True
    evidence: Evidence
    """The row in the export."""


class Pipeline(Value):
    """The newest export: its date (name, else cells, else file) and its rows."""

    path: str
    date: Date
    deals: tuple[Deal, ...]
    faults: tuple[Fault, ...] = ()


class Ledger(Value):
    """What stands today about the people asked for."""

    claims: tuple[Claim, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    bright_spots: tuple[BrightSpot, ...] = ()
    traits: tuple[TraitFinding, ...] = ()
    remarks: tuple[RemarkFinding, ...] = ()


class AnswerSentence(Value):
    """One sentence of an answer, with the lines that say it."""

    text: str
    evidence: tuple[Evidence, ...]
    """Newest first."""


class Answer(Value):
    """What the notes say to a question; no sentences where they do not say, or where nothing is answered from them."""

    question: str
    answered: bool
    sentences: tuple[AnswerSentence, ...] = ()
    why_not: str = ""
    """Why the notes were not looked into, in one sentence; empty where they were."""
    model: str = "offline"
    warnings: tuple[str, ...] = ()


class Offence(Value):
    """What makes a sentence critique."""

    kind: str
    span: str
    message: str


class Verdict(Value):
    """The lint's answer for one text."""

    text: str
    verdict: Literal["coaching", "critique"]
    reasons: tuple[Offence, ...] = ()
    rewrite: str | None = None


class FollowUp(Value):
    """A promise as it stands in the brief."""

    id: str
    owner: Owner
    text: str
    due: Date | None = None
    overdue: bool = False
    evidence: tuple[Evidence, ...] = ()


class ShowMe(Value):
    """A request to be shown what a claim rests on."""

    claim_id: str
    claim: str
    kind: str
    status: ClaimStatus
    request: str
    artefact: str
    source: Literal["bank", "model"] = "bank"
    evidence: tuple[Evidence, ...] = ()


class Question(Value):
    """A coaching question fitted to this person's notes."""

    id: str
    text: str
    principle: str
    why: str
    listen_for: str
    follow_up: str
    source: Literal["bank", "model"] = "bank"
    basis: Literal["notes", "knowledge"] = "notes"
    evidence: tuple[Evidence, ...] = ()
    grow: str = ""
    about: str = ""
    """The kind of matter it was chosen for: what is learnt from when it was asked."""
    score: float = 0.0
    trace: str = ""
    """For `prep --why`: passage, principle and scores that chose it."""


class Topic(Value):
    """What the person wants to talk about, in his own words."""

    text: str
    evidence: tuple[Evidence, ...] = ()


class BrightItem(Value):
    """A bright spot as it stands in the brief."""

    text: str
    share_with_team: bool = True
    evidence: tuple[Evidence, ...] = ()


class MirrorItem(Value):
    """A line for the manager about his own part."""

    principle: str
    text: str
    evidence: tuple[Evidence, ...] = ()


class AgendaItem(Value):
    """One block of the meeting."""

    minutes: int
    topic: str


class PersonRef(Value):
    """Who a brief is for."""

    id: PersonId
    name: str


class Tailoring(Value):
    """What a language model did for a brief, and what that took."""

    model: str
    strategy: Literal["adapt", "draft"]
    prompts: dict[str, str] = {}
    """SHA-256 of each prompt file that was used, by its id."""
    adapted: int = 0
    """Items that a model fitted to the note, one call each."""
    drafted: int = 0
    """Items that a model wrote from the evidence."""
    repaired: int = 0
    """How many of these were right only at the second try."""
    replaced: int = 0
    """Items for which the offline one stands in: refused, or not answered."""
    refused: dict[str, int] = {}
    """Why answers were refused, by the gate's kinds of reason."""
    calls: int = 0
    kept: int = 0
    """Calls that the local cache answered."""
    tokens_read: int = 0
    tokens_written: int = 0
    seconds: float = 0.0
    cost: float | None = None
    """In the provider's currency, where it tells."""
    fault: str = ""
    """What went wrong with the model, as a sentence."""


class Brief(Value):
    """`showme.brief/1`: what a manager walks in with."""

    schema_: Literal["showme.brief/1"] = Field(default="showme.brief/1", alias="schema")
    person: PersonRef
    date: Date
    model: str = "offline"
    prompt_versions: dict[str, int] = {}
    topics: tuple[Topic, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    last_one_on_one: Date | None = None
    since_last: tuple[str, ...] = ()
    """What happened after it, each line with its place."""
    show_me: tuple[ShowMe, ...] = ()
    questions: tuple[Question, ...] = ()
    bright_spots: tuple[BrightItem, ...] = ()
    mirror: tuple[MirrorItem, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    quality: dict[str, float] | None = None
    """The tool's own precision on these notes, once enough findings were marked."""
    quality_line: str = ""
    """The same as a sentence; `too few to tell` where it is."""
    tailoring: Tailoring | None = None
    """None where no model was asked."""
    warnings: tuple[str, ...] = ()
    notes_read: int = 0
    notes_unread: tuple[Fault, ...] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

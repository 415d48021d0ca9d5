"""The one bridge between the screens and the core: opens the workspace late, in a worker, one piece of work at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from assistant.errors import ShowMeError
from tui.messages import (
    BriefMade,
    BriefTailored,
    CaptureOpened,
    EarlierFound,
    FolderChanged,
    ItemTailored,
    NoteMade,
    TeamLoaded,
    TeamRead,
    WorkFailed,
    WorkMoved,
)
from tui.turns import Turns
from tui.watching import FolderWatch

if TYPE_CHECKING:
    from assistant.capture.drafts import Draft
    from assistant.capture.live import LiveReader
    from assistant.events import Event
    from assistant.ledger.asked import Outcome
    from assistant.ledger.decisions import Decision
    from assistant.models import Brief, Evidence, Findings
    from assistant.team import Team
    from assistant.workspace import Workspace

_INDEX_STEP = 24
"""So many passages are embedded between two moments at which other work can have the workspace."""

Post = Callable[[Message], object]


def _never() -> bool:
    return False


class Core:
    """Runs verbs for the screens. Every method blocks: call them from thread workers alone."""

    def __init__(self, app: App[None], root: Path, today: str | None, model: str | None = None) -> None:
        self._app = app
        self._model = model
        self._root = root
        self._today = today
        self._workspace: Workspace | None = None
        self._turns = Turns()
        self._watch = FolderWatch(root)
        self._post: Post = app.post_message
        self._is_stopped: Callable[[], bool] = _never

    @property
    def root(self) -> Path:
        """The folder of notes."""
        return self._root

    def load_team(self, post: Post, is_stopped: Callable[[], bool], *, anew: bool = False) -> None:
        """Look over the folder and post the team, before any note is read; with `anew` forget what is known of it."""
        from assistant.team import first_look

        def work(workspace: Workspace) -> None:
            team = first_look(workspace)
            post(TeamLoaded(team, len(workspace.catalog.faults())))

        if anew:
            self.reload()
        self._run(post, "Looking over your notes …", work, is_stopped)

    def read_team(self, post: Post, team: Team, is_cancelled: Callable[[], bool]) -> None:
        """Read everybody's notes and post each row as it fills; whatever somebody waits for goes first."""
        from assistant.team import read_team

        with self._turns.when_idle():
            workspace = self._open()
        steps = read_team(workspace, team)
        with self._telling_faults(post):
            while not is_cancelled():
                with self._turns.when_idle():
                    if workspace is not self._workspace:
                        return  # the folder is looked over anew, and then the team is read again
                    step = next(steps, None)
                if step is None:
                    return
                post(TeamRead(step))

    def make_brief(self, post: Post, name: str, is_stopped: Callable[[], bool]) -> None:
        """Make the brief for one person and post it."""

        def work(workspace: Workspace) -> None:
            from assistant import verbs

            post(BriefMade(verbs.prep(workspace, name)))

        self._run(post, "Making the brief …", work, is_stopped)

    def tailor_brief(self, post: Post, name: str, is_stopped: Callable[[], bool]) -> None:
        """Take the brief through the configured model and post each item as it comes; nothing without a model.

        Works on a workspace of its own, so that a note can be read meanwhile.
        """
        from assistant import verbs
        from assistant.events import Drafted, Finished, Tailored
        from assistant.language.setting import load_setting
        from assistant.language.wish import Wish
        from assistant.workspace import Workspace, parse_day

        try:
            if load_setting(self._root / ".showme", self._model).is_offline:
                return
            workspace = Workspace(self._root, today=parse_day(self._today, "--today") if self._today else None)
        except ShowMeError as fault:
            post(WorkFailed(fault.message, fault.remedy))
            return
        offline: Brief | None = None
        try:
            for event in verbs.prep_events(workspace, name, Wish(self._model), is_stopped):
                match event:
                    case Drafted(brief=brief):
                        offline = brief
                        post(WorkMoved("Tailoring …"))
                    case Tailored() if offline is not None:
                        old = getattr(offline, event.part)[event.place]
                        post(ItemTailored(old, event.item, event.done, event.total))
                    case Finished(brief=brief) if brief.tailoring is not None:
                        post(BriefTailored(brief))
                    case _:
                        pass
        except ShowMeError as fault:
            post(WorkFailed(fault.message, fault.remedy))
        finally:
            workspace.close()

    def complete_index(self, post: Post, is_cancelled: Callable[[], bool]) -> None:
        """Give every passage its vector, a little at a time, so that a brief asked for meanwhile does not wait."""
        from assistant.index.sync import embed_batch

        while not is_cancelled():
            with self._turns.when_idle():
                workspace = self._open()
                try:
                    if not embed_batch(workspace.vault, workspace.catalog, _INDEX_STEP):
                        return
                except ShowMeError:
                    return  # another process makes the index: then it will be there all the same
                done, total = workspace.catalog.embedded_count(), workspace.catalog.passage_count()
            post(WorkMoved(f"Indexed {done:,} of {total:,} passages"))

    def write_brief(self, brief: Brief) -> Path:
        """Write the brief beside the notes. Raises ShowMeError or OSError."""
        from assistant import verbs

        with self._turns.now(), self._watch.own_writes():
            return verbs.write_brief(self._open(), brief)

    def open_capture(self, post: Post, name: str, date: str | None, kind: str) -> None:
        """Find the person, his draft and the questions of his last brief, and post them."""

        def work(workspace: Workspace) -> None:
            from assistant.capture.drafts import open_draft
            from assistant.capture.live import LiveReader
            from assistant.ledger.asked import latest_questions, load_asked
            from assistant.models import NoteKind
            from assistant.workspace import parse_day

            person = workspace.find_person(name)
            day = parse_day(date, "--date") if date else None
            asked = latest_questions(load_asked(workspace.vault.state), person.id)
            open_ones = [item for item in asked if item.outcome is None]
            draft = open_draft(workspace.vault, person.id, NoteKind(kind), day, workspace.today)
            reader = LiveReader(workspace.context, person.id, draft.day, draft.kind)
            if post(CaptureOpened(person.name, draft, reader, open_ones)) is False:
                draft.close()  # the screen was left meanwhile

        self._run(post, "Opening …", work)

    def show_earlier(
        self, post: Post, reader: LiveReader, findings: Findings, is_cancelled: Callable[[], bool]
    ) -> None:
        """Post what words that are no note yet say of earlier promises and claims."""
        from assistant.capture.capture import found_while_typing

        with self._turns.now():
            if is_cancelled():
                return
            try:
                found = found_while_typing(self._open(), reader.person, reader.date, findings)
            except ShowMeError as fault:
                post(WorkFailed(fault.message, fault.remedy))
                return
        if not is_cancelled():
            post(EarlierFound(found))

    def make_note(
        self, post: Post, draft: Draft, text: str, decided: Mapping[str, Decision], marks: Mapping[int, Outcome]
    ) -> None:
        """Make a note of what was typed, keep what was said about it, and post it; then the draft can go."""

        def work(workspace: Workspace) -> None:
            from assistant.capture.capture import Incoming, capture

            incoming = Incoming(draft.person, [text.encode()], draft.day, ".md", draft.kind)
            made = capture(workspace, incoming, decided, marks)
            draft.settle(text)
            post(NoteMade(made))

        self._run(post, "Making the note …", work)

    def watch(self, post: Post, is_cancelled: Callable[[], bool]) -> None:
        """Look at the folder now and then, and post when notes were written, changed or removed by somebody else."""

        def look_again() -> None:
            self.reload()
            post(FolderChanged())

        self._watch.run(look_again, is_cancelled)

    def undo(self) -> str:
        """Take back the last action; says what it was. Raises ShowMeError."""
        from assistant.vault.journal import undo_last

        with self._turns.now():
            workspace = self._open()
            action = undo_last(workspace.vault)
            workspace.forget()
        return action.name

    def lines_around(self, evidence: Evidence) -> list[str]:
        """All lines of the note that holds the evidence; waits for no other work. Raises ShowMeError."""
        from assistant.vault.vault import open_vault

        vault = workspace.vault if (workspace := self._workspace) else open_vault(self._root)
        return vault.read(evidence.path).text.split("\n")

    def reload(self) -> None:
        """Look at the folder again at the next call."""
        with self._turns.now():
            if self._workspace is not None:
                self._workspace.close()
            self._workspace = None

    def close(self) -> None:
        """Let go of every file."""
        self.reload()

    def _run(
        self,
        post: Post,
        doing: str,
        work: Callable[[Workspace], None],
        is_stopped: Callable[[], bool] = _never,
    ) -> None:
        post(WorkMoved(doing))
        with self._turns.now():
            if is_stopped():
                return
            self._post, self._is_stopped = post, is_stopped
            try:
                with self._telling_faults(post):
                    work(self._open())
            except _StoppedError:
                pass  # nobody waits for it any more; what was read of it is kept
            finally:
                self._post, self._is_stopped = self._app.post_message, _never

    @contextmanager
    def _telling_faults(self, post: Post) -> Iterator[None]:
        try:
            yield
        except ShowMeError as fault:
            post(WorkFailed(fault.message, fault.remedy))
        except OSError as fault:
            post(WorkFailed(f"{fault.strerror or fault}: {fault.filename or self._root}.", "Mend that and press r."))

    def _open(self) -> Workspace:
        if self._workspace is None:
            from assistant.workspace import Workspace, parse_day

            day = parse_day(self._today, "--today") if self._today else None
            self._workspace = Workspace(self._root, today=day, on_event=self._tell)
        return self._workspace

    def _tell(self, event: Event) -> None:
        if self._is_stopped():
            raise _StoppedError
        if text := _words_of(event):
            self._post(WorkMoved(text))


class _StoppedError(Exception):
    """The manager has gone elsewhere while something was made for him."""


def _words_of(event: Event) -> str:
    from assistant.events import Embedded, Listed, Noticed, Read, Scanned

    match event:
        case Listed(done=done, total=total):
            return f"Looked over {done:,} of {total:,} notes"
        case Scanned(notes=notes):
            return f"{notes:,} notes"
        case Read(done=done, total=total):
            return f"Read {done:,} of {total:,} notes"
        case Embedded(done=done, total=total):
            return f"Indexed {done:,} of {total:,} passages"
        case Noticed(text=text):
            return text
        case _:
            return ""

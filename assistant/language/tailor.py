"""Takes an offline brief through a model, item by item, and tells of each as it comes; what fails stands as it was."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Literal

from assistant.errors import ShowMeError
from assistant.events import Event, Finished, Tailored
from assistant.language.adapt import AdaptPrompts, adapt_item
from assistant.language.adapt import call_for as adapt_call
from assistant.language.budget import Budget, IsStopped
from assistant.language.draft import DraftPrompts, draft_items
from assistant.language.draft import call_for as draft_call
from assistant.language.gate_sense import is_repeat
from assistant.language.ground import Ground, Refusal
from assistant.language.line import Line
from assistant.language.opening import is_small, open_line
from assistant.language.outcome import Outcome
from assistant.language.prompts import Prompt, load_prompt
from assistant.language.report import tailoring_of, warnings_of
from assistant.language.setting import ModelSetting
from assistant.language.tasks import Task, is_on_page, tasks_of
from assistant.language.turns import Call, Payload, Reply
from assistant.models import Brief, Question, ShowMe
from assistant.vault.folding import fold_word
from assistant.workspace import Workspace

_AT_ONCE = 4
"""Calls under way at a time to a model behind an address; one to a model inside the process."""
_SOON = 0.33
"""The share of the time after which no item is begun that the page does not show."""
_FAULTS_IN_A_ROW = 2
"""After so many items without an answer the model is left alone."""
_SAID = Refusal(kind="repeat", reason="Another item already says this.")


def tailor(
    workspace: Workspace,
    brief: Brief,
    setting: ModelSetting,
    *,
    use_cache: bool = True,
    is_stopped: IsStopped | None = None,
) -> Iterator[Event]:
    """Tell of each item as it comes and of the finished brief at the end; whatever goes wrong ends in a warning.

    Closing the iterator stops the model, and so does `is_stopped` from another thread within a tenth of a second.
    """
    run = _Run(workspace, brief, setting, Budget(setting.total_seconds, is_stopped))
    line: Line | None = None
    try:
        run.prepare()
        line = open_line(workspace, setting, use_cache=use_cache)
        for outcome in run.outcomes_of(line):
            yield run.take(outcome)
    except ShowMeError as fault:
        run.fault = run.fault or fault
    finally:
        run.budget.stop()
        if line is not None:
            line.close()
    yield Finished(brief=run.finished())


def payloads(workspace: Workspace, brief: Brief, setting: ModelSetting) -> list[Payload]:
    """What would leave this process for a model, turn by turn, and where it would go. Raises ShowMeError; calls nothing."""
    run = _Run(workspace, brief, setting, Budget(0))
    run.prepare()
    line = open_line(workspace, setting)
    return [line.payload(call) for call in run.calls()]


class _Run:
    """One model over one brief: what is asked for, what came, what it took."""

    def __init__(self, workspace: Workspace, brief: Brief, setting: ModelSetting, budget: Budget) -> None:
        self._workspace, self._brief, self._setting = workspace, brief, setting
        self.budget = budget
        self.fault: ShowMeError | None = None
        self._strategy: Literal["adapt", "draft"] = "adapt"
        self._tasks: list[Task] = []
        self._prompts: dict[str, Prompt] = {}
        self._outcomes: list[Outcome] = []
        self._replies: list[Reply] = []
        self._names: tuple[str, ...] = ()

    def prepare(self) -> None:
        """Everything that is needed before the first call. Raises ShowMeError."""
        self._tasks = tasks_of(self._brief, self._workspace.library, self._workspace.context.deal_in)
        self._names = names_of(self._workspace)
        self._strategy = strategy_of(self._setting)
        if self._strategy == "draft":
            self._tasks = [task for task in self._tasks if is_on_page(task)]
        names = ("adapt", "request", "repair") if self._strategy == "adapt" else ("draft", "redraft")
        self._prompts = {name: load_prompt(name, self._workspace.vault.state) for name in names}

    def calls(self) -> list[Call]:
        """The calls that the run would begin with; repairs depend on the answers."""
        if self._strategy == "draft":
            return (
                [draft_call(self._tasks, self._ground(self._tasks[0]), self._prompts["draft"])] if self._tasks else []
            )
        prompts = AdaptPrompts(**self._prompts)
        return [adapt_call(task, self._ground(task), prompts) for task in self._tasks]

    def outcomes_of(self, line: Line) -> Iterator[Outcome]:
        """One outcome a task that the model was asked about, as they come. Raises ShowMeError when it cannot be asked."""
        if not self._tasks:
            return iter(())
        return self._adapted(line) if self._strategy == "adapt" else self._drafted(line)

    def take(self, outcome: Outcome) -> Tailored:
        """Count an outcome in; one that says what an earlier one said is refused here."""
        if outcome.answer and is_repeat(outcome.answer.text, [o.answer.text for o in self._outcomes if o.answer]):
            outcome = Outcome(outcome.task, refusals=(_SAID,), replies=outcome.replies)
        self._outcomes.append(outcome)
        self._replies += outcome.replies
        return Tailored(
            part=outcome.task.part,
            place=outcome.task.place,
            item=outcome.item,
            is_new=outcome.is_new,
            done=len(self._outcomes),
            total=len(self._tasks),
        )

    def finished(self) -> Brief:
        """The brief with every item that passed in its place, and what the model did and took."""
        questions, requests = list(self._brief.questions), list(self._brief.show_me)
        for outcome in self._outcomes:
            match outcome.item:
                case Question() as question:
                    questions[outcome.task.place] = question
                case ShowMe() as request:
                    requests[outcome.task.place] = request
        if self.budget.was_stopped:
            self.fault = None
        met = {outcome.task.id for outcome in self._outcomes if not (self.budget.was_stopped and outcome.fault)}
        wanted = [task for task in self._tasks if is_on_page(task) and not self.budget.was_stopped]
        tailoring = tailoring_of(
            self._setting,
            self._strategy,
            self._outcomes,
            self._replies,
            self._prompts,
            asked=len(met | {task.id for task in wanted}),
            seconds=self.budget.spent,
            fault=self.fault.message if self.fault else "",
        )
        has_part = tailoring.adapted + tailoring.drafted > 0
        return self._brief.model_copy(
            update={
                "model": self._setting.name if has_part else self._brief.model,
                "prompt_versions": {prompt.id: prompt.version for prompt in self._prompts.values()},
                "questions": tuple(questions),
                "show_me": tuple(requests),
                "tailoring": tailoring,
                "warnings": (*self._brief.warnings, *warnings_of(self.fault, tailoring)),
            }
        )

    def _adapted(self, line: Line) -> Iterator[Outcome]:
        prompts = AdaptPrompts(**self._prompts)

        def work(task: Task) -> Outcome | None:
            is_late = self.budget.spent > _SOON * self._setting.total_seconds
            if self.budget.left <= 0 or (is_late and not is_on_page(task)):
                return None
            return adapt_item(task, self._ground(task), line, prompts, self.budget)

        in_a_row = 0
        pool = ThreadPoolExecutor(1 if self._setting.is_in_process else _AT_ONCE, thread_name_prefix="tailor")
        try:
            for future in as_completed([pool.submit(work, task) for task in self._tasks]):
                outcome = future.result()
                if outcome is None:
                    continue
                in_a_row = in_a_row + 1 if outcome.fault else 0
                if outcome.fault:
                    self.fault = self.fault or outcome.fault
                    if outcome.fault.is_final or in_a_row >= _FAULTS_IN_A_ROW:
                        self.budget.stop()
                yield outcome
        finally:
            self.budget.stop()
            pool.shutdown(wait=False, cancel_futures=True)

    def _drafted(self, line: Line) -> Iterator[Outcome]:
        """The call runs in a thread, so that each item is told of as soon as it is whole."""
        prompts = DraftPrompts(**self._prompts)
        told: queue.Queue[Outcome | ShowMeError | None] = queue.Queue()

        def work() -> None:
            try:
                self._replies += draft_items(self._tasks, self._ground, line, prompts, self.budget, told.put)
            except ShowMeError as fault:
                told.put(fault)
            told.put(None)

        threading.Thread(target=work, name="draft", daemon=True).start()
        while (news := told.get()) is not None:
            if isinstance(news, ShowMeError):
                raise news
            if news.fault:
                self.fault = self.fault or news.fault
            yield news

    def _ground(self, task: Task) -> Ground:
        is_adapted = self._strategy == "adapt"
        lines = {name: line for other in self._tasks for name, line in other.evidence.items()}
        texts = [*[question.text for question in self._brief.questions], *[r.request for r in self._brief.show_me]]
        return Ground(
            offered=task.evidence if is_adapted else lines,
            person=self._brief.person.name,
            today=self._brief.date,
            offline=task.offline,
            bank=task.bank,
            is_request=task.part == "show_me",
            is_adapted=is_adapted,
            full_names=self._names,
            known=name_words(self._names),
            standing=[text for text in texts if text != task.offline],
        )


def strategy_of(setting: ModelSetting) -> Literal["adapt", "draft"]:
    """The strategy that is set, or for `auto` the one that the model's size allows. Raises ModelError."""
    if setting.strategy != "auto":
        return setting.strategy
    return "adapt" if is_small(setting) else "draft"


def names_of(workspace: Workspace) -> tuple[str, ...]:
    """The names of people and customers in this vault."""
    people = [name for person in workspace.roster.people for name in (person.name, *person.aliases)]
    return (*people, *workspace.context.accounts)


def name_words(names: Sequence[str]) -> frozenset[str]:
    """The folded words of some names, short ones left out."""
    return frozenset(fold_word(word) for name in names for word in name.split() if len(word) > 2 and word[:1].isupper())


def known_names(workspace: Workspace) -> frozenset[str]:
    """The folded words of the names of people and customers in this vault."""
    return name_words(names_of(workspace))

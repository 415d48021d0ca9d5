"""From what was asked for (a model, fresh or kept answers) to the events of a tailored brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.cache import digest
from assistant.errors import ShowMeError
from assistant.events import Drafted, Event, Finished
from assistant.language.budget import IsStopped
from assistant.language.setting import OFFLINE, ModelSetting, load_setting
from assistant.models import Answer, Brief, Tailoring
from assistant.workspace import Workspace

if TYPE_CHECKING:
    from assistant.asking.ask import Considered

TAILOR_VERSION = "1"


@dataclass(frozen=True)
class Wish:
    """Which model, used how; what is None is decided by environment and config."""

    model: str | None = None
    strategy: str | None = None
    use_cache: bool = True


OFFLINE_WISH = Wish(model=OFFLINE)
"""No model, whatever is configured."""


def tailored(workspace: Workspace, brief: Brief, wish: Wish, is_stopped: IsStopped | None = None) -> Iterator[Event]:
    """The offline brief taken through the model that is wished for: `Drafted`, any number of `Tailored`, `Finished`.

    Without a model `Finished` alone. A brief that a model went through without a fault is kept, by everything it depends on.
    """
    try:
        setting = load_setting(workspace.vault.state, wish.model, wish.strategy)
    except ShowMeError as fault:
        yield Finished(brief=_without_model(brief, wish.model or "", fault))
        return
    if setting.is_offline:
        yield Finished(brief=brief)
        return
    yield Drafted(brief=brief)
    key = _key(workspace, brief, setting)
    kept = workspace.cache.load_many([key]).get(key) if wish.use_cache else None
    if kept is not None:
        yield Finished(brief=Brief.model_validate_json(kept))
        return
    from assistant.language.tailor import tailor

    for event in tailor(workspace, brief, setting, use_cache=wish.use_cache, is_stopped=is_stopped):
        is_whole = isinstance(event, Finished) and not (is_stopped and is_stopped())
        if is_whole and isinstance(event, Finished) and event.brief.tailoring and not event.brief.tailoring.fault:
            workspace.cache.save_many("tailored", {key: event.brief.model_dump_json(by_alias=True)})
        yield event


def answered(workspace: Workspace, considered: Considered, wish: Wish) -> Answer:
    """The answer to a question in the words of the model that is wished for; the offline one without a model or where it fails."""
    offline = considered.answer
    try:
        setting = load_setting(workspace.vault.state, wish.model, wish.strategy)
    except ShowMeError as fault:
        sentence = f"{fault.message.rstrip('.')}: this is the offline answer. {fault.remedy}"
        return offline.model_copy(update={"warnings": (*offline.warnings, sentence)})
    if setting.is_offline:
        return offline
    from assistant.language.asking import answer_with

    return answer_with(workspace, considered, setting, use_cache=wish.use_cache)


def _without_model(brief: Brief, name: str, fault: ShowMeError) -> Brief:
    tailoring = Tailoring(model=name, strategy="adapt", fault=fault.message)
    sentence = f"{fault.message.rstrip('.')}: every item stands as it is offline. {fault.remedy}"
    return brief.model_copy(update={"tailoring": tailoring, "warnings": (*brief.warnings, sentence)})


def _key(workspace: Workspace, brief: Brief, setting: ModelSetting) -> str:
    from assistant.language.gate import GATE_VERSION
    from assistant.language.prompts import prompts_digest

    how = f"{setting.name} {setting.base_url} {setting.strategy} {setting.needs_veil}"
    return digest(
        "tailored", TAILOR_VERSION, GATE_VERSION, how, prompts_digest(workspace.vault.state), brief.model_dump_json()
    )

"""Whether the configured model answers, and how fast: one tiny request without a word of any note."""

from __future__ import annotations

from assistant.errors import ShowMeError
from assistant.language.budget import Budget
from assistant.language.opening import open_line
from assistant.language.prompts import load_prompt
from assistant.language.setting import load_setting
from assistant.language.turns import Call
from assistant.models import Value
from assistant.workspace import Workspace

_MOST_TOKENS = 20


class ModelHealth(Value):
    """What one tiny request came to."""

    model: str
    host: str = ""
    """Where it was asked."""
    is_on_this_machine: bool = True
    has_pseudonyms: bool = False
    """Whether names go under pseudonyms before anything is sent."""
    seconds: float | None = None
    """How long the answer took, opening the model included; None where there was none."""
    fault: str = ""

    def describe(self) -> str:
        """One line for a person."""
        if self.fault:
            return f"Model: {self.model}: {self.fault}"
        if self.seconds is None:
            return f"Model: {self.model}."
        where = "on this machine" if self.is_on_this_machine else f"at {self.host}"
        names = ", under pseudonyms" if self.has_pseudonyms else ""
        return f"Model: {self.model}, {where}{names}, answered in {self.seconds:.1f} s."


def look_at_model(workspace: Workspace, name: str | None = None) -> ModelHealth:
    """Ask the model that is meant for one word; what goes wrong is told in `fault`."""
    try:
        setting = load_setting(workspace.vault.state, name)
    except ShowMeError as fault:
        return ModelHealth(model=name or "?", fault=str(fault))
    known = {
        "model": setting.name,
        "host": setting.host,
        "is_on_this_machine": setting.is_on_this_machine,
        "has_pseudonyms": setting.needs_veil,
    }
    if setting.is_offline:
        return ModelHealth(model=setting.name)
    try:
        prompt = load_prompt("ready", workspace.vault.state)
        line = open_line(workspace, setting, use_cache=False)
        call = Call(purpose=prompt.id, prompt=prompt.digest, turns=prompt.render({}), most_tokens=_MOST_TOKENS)
        try:
            reply = line.ask(call, Budget(setting.total_seconds))
        finally:
            line.close()
    except ShowMeError as fault:
        return ModelHealth.model_validate(known | {"fault": str(fault)})
    return ModelHealth.model_validate(known | {"seconds": round(reply.seconds, 2)})

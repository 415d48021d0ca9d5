"""Whether names go under pseudonyms on their way to a model."""

from __future__ import annotations

from assistant.language.line import Veil
from assistant.language.pseudonyms import open_pseudonyms
from assistant.language.setting import ModelSetting
from assistant.workspace import Workspace


def veil_for(workspace: Workspace, setting: ModelSetting) -> Veil | None:
    """The vault's pseudonyms where the setting asks for them."""
    return open_pseudonyms(workspace) if setting.needs_veil else None

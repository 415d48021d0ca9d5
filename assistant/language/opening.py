"""From a setting to a model that can be asked; what is not needed for it is not imported."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from assistant.language.faults import ModelError
from assistant.language.line import Line
from assistant.language.setting import ModelSetting
from assistant.language.turns import Call, ChatModel, Request
from assistant.language.veiling import veil_for
from assistant.language.weights import EMBEDDED, weights_path
from assistant.workspace import Workspace

_SMALL_BYTES = 2_500_000_000
"""A file below this (about three billion weights at four bits) adapts; a larger one may draft."""
_BILLIONS = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)\s?b(?![a-z])|\b\d+m(?![a-z])|\btiny\b", re.IGNORECASE)
_FEW_BILLIONS = 4.0


def model_file(setting: ModelSetting) -> Path:
    """The GGUF file that an in-process setting means. Raises ModelError when it is not there."""
    path = weights_path(EMBEDDED) if setting.provider == "embedded" else Path(setting.model).expanduser()
    if setting.provider == "gguf" and not path.is_file():
        path = weights_path(setting.model)
    if path.is_file():
        return path
    if setting.provider == "embedded":
        raise ModelError(
            "The embedded model is not here yet.", "Fetch it with `showme model get smollm2`.", is_final=True
        )
    raise ModelError(
        f"There is no model file {setting.model}.",
        "Name a .gguf file, or one that `showme model list` shows.",
        is_final=True,
    )


def opener(setting: ModelSetting) -> Callable[[], ChatModel]:
    """A function that opens the model: imports its packages and loads or prepares it. It raises ModelError."""

    def open_model() -> ChatModel:
        if setting.is_in_process:
            from assistant.language.embedded import EmbeddedModel

            return EmbeddedModel(model_file(setting))
        from assistant.language.hosted import HostedModel

        return HostedModel(setting)

    return open_model


def first_request(setting: ModelSetting, call: Call) -> Request:
    """A call as this model would be asked it first, without opening it: no key, no weights. Raises ModelError."""
    if setting.is_in_process:
        from assistant.language.embedded import request_for as embedded_request

        return embedded_request(call)
    from assistant.language.hosted import request_for

    return request_for(setting, call)


def is_small(setting: ModelSetting) -> bool:
    """Whether the model can do no more than fit one question to one note: told by the file's size or by the name."""
    if setting.is_in_process:
        return model_file(setting).stat().st_size < _SMALL_BYTES
    found = _BILLIONS.search(setting.model.rpartition("/")[2])
    return found is not None and (found[1] is None or float(found[1]) < _FEW_BILLIONS)


def open_line(workspace: Workspace, setting: ModelSetting, *, use_cache: bool = True) -> Line:
    """The one line to this model. Raises ModelError where it may not be used."""
    veil = veil_for(workspace, setting)
    return Line(workspace, setting, opener(setting), partial(first_request, setting), veil=veil, use_cache=use_cache)

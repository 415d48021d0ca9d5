"""Which language model is meant: one setting, read from `--model`, SHOWME_MODEL or `[model]` in the vault's config."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar, get_args
from urllib.parse import urlsplit

from assistant.errors import ConfigError
from assistant.vault.config import ModelConfig, load_config

Strategy = Literal["auto", "adapt", "draft"]
Veiling = Literal["auto", "always", "never"]

Choice = TypeVar("Choice", bound=str)

OFFLINE = "offline"
_IN_PROCESS = ("embedded", "gguf")
_OLLAMA_URL = "http://127.0.0.1:11434"
_OPENAI_URL = "https://api.openai.com/v1"
_ANTHROPIC_URL = "https://api.anthropic.com"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class ModelSetting:
    """A model as the manager named it, and how it is to be used."""

    name: str
    """As written: `offline`, `embedded`, `gguf:/path/model.gguf`, `openai:name` …"""
    base_url: str | None = None
    """Where an HTTP model is asked; None where the provider's own package decides."""
    strategy: Strategy = "auto"
    veiling: Veiling = "auto"
    """When people and companies go under pseudonyms."""
    total_seconds: float = 60.0
    """How long one brief waits for its model in all."""

    @property
    def provider(self) -> str:
        """What stands before the colon."""
        return self.name.partition(":")[0]

    @property
    def model(self) -> str:
        """What stands behind the colon: the provider's name for the model, or a file."""
        return self.name.partition(":")[2]

    @property
    def is_offline(self) -> bool:
        """No model at all."""
        return self.name == OFFLINE

    @property
    def is_in_process(self) -> bool:
        """The model runs inside this process and opens no connection."""
        return self.provider in _IN_PROCESS

    @property
    def host(self) -> str:
        """Where the words go: `this process`, a host name, or the provider where its own package decides."""
        if self.is_in_process:
            return "this process"
        return (urlsplit(self.base_url).hostname or self.provider) if self.base_url else self.provider

    @property
    def is_on_this_machine(self) -> bool:
        """Whether nothing leaves the machine. Only a loopback address counts: a name may point anywhere."""
        return self.is_in_process or self.host in _LOOPBACK

    @property
    def needs_veil(self) -> bool:
        """Whether pseudonyms go in the place of people and companies."""
        return self.veiling == "always" or (self.veiling == "auto" and not self.is_on_this_machine)


def load_setting(state: Path, name: str | None = None, strategy: str | None = None) -> ModelSetting:
    """The model that is meant: named, else SHOWME_MODEL, else `[model]` in the config under `state`, else none.

    Raises ConfigError with what is wrong and the forms that are right.
    """
    config = load_config(state).model
    chosen = (name or os.environ.get("SHOWME_MODEL") or config.name).strip()
    setting = ModelSetting(
        name=_checked_name(chosen),
        strategy=_one_of(strategy or config.strategy, get_args(Strategy), "The strategy"),
        veiling=_one_of(
            os.environ.get("SHOWME_PSEUDONYMS") or config.pseudonyms, get_args(Veiling), "SHOWME_PSEUDONYMS"
        ),
        total_seconds=config.total_seconds,
    )
    return replace(setting, base_url=_base_url(setting.provider, config))


def _checked_name(name: str) -> str:
    provider, colon, model = name.partition(":")
    if name in (OFFLINE, "embedded") or (colon and provider and model):
        return name
    raise ConfigError(
        f"{name!r} names no model.",
        "Write offline, embedded, gguf:/path/model.gguf, ollama:name, openai:name, anthropic:name or provider:name.",
    )


def _one_of(value: str, choices: tuple[Choice, ...], what: str) -> Choice:
    for choice in choices:
        if value == choice:
            return choice
    raise ConfigError(f"{what} is {value!r}.", f"Choose one of {', '.join(choices)}.")


def _base_url(provider: str, config: ModelConfig) -> str | None:
    """Said outright for the providers whose address we set, so that what is judged is what is called."""
    named = os.environ.get("SHOWME_BASE_URL") or config.base_url
    if named and urlsplit(named).scheme not in ("http", "https"):
        raise ConfigError(
            f"SHOWME_BASE_URL is {named!r}, which is no web address.", "Begin it with http:// or https://."
        )
    match provider:
        case "openai":
            return named or os.environ.get("OPENAI_BASE_URL") or os.environ.get("OPENAI_API_BASE") or _OPENAI_URL
        case "ollama":
            own = os.environ.get("OLLAMA_HOST", "")
            return named or (own if "://" in own or not own else f"http://{own}") or _OLLAMA_URL
        case "anthropic":
            return named or os.environ.get("ANTHROPIC_BASE_URL") or _ANTHROPIC_URL
        case _:
            return None

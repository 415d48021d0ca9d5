"""`<vault>/.showme/config.toml`: what the manager corrected about himself and his people."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import ConfigError


class ManagerConfig(BaseModel):
    """`[manager]`: who writes in the first person."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None = None
    """Your full name."""
    aliases: tuple[str, ...] = ()
    """Initials and short forms that mean you."""


class PersonConfig(BaseModel):
    """`[people.<id>]`: one person of the team, added to what the notes say or over it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str | None = None
    """The full name."""
    aliases: tuple[str, ...] = ()
    """Nicknames and initials that mean this person alone."""
    role: str | None = None
    """The role, in your words."""
    cadence_days: int | None = None
    """How often you mean to meet, in days."""
    is_hidden: bool = False
    """True for somebody whom the notes suggest and who is not of the team."""


class ModelConfig(BaseModel):
    """`[model]`: the language model that tailors briefs. Keys never stand here: they come from the environment or the keyring."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = "offline"
    """`offline`, `embedded`, `gguf:/path/model.gguf`, `ollama:name`, `openai:name`, `anthropic:name`, `provider:name`."""
    base_url: str | None = None
    """Where an OpenAI-compatible server, Ollama or a gateway is asked."""
    strategy: str = "auto"
    """`adapt` fits one question to one note at a time, `draft` writes the items at once, `auto` picks by the model."""
    pseudonyms: str = "auto"
    """`always`, `never`, or `auto`: for every model that is not on this machine."""
    total_seconds: float = 60.0
    """How long one brief waits for its model in all."""


class Config(BaseModel):
    """The whole file; a missing file is the same as an empty one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    manager: ManagerConfig = ManagerConfig()
    people: dict[str, PersonConfig] = {}
    model: ModelConfig = ModelConfig()


def load_config(state: Path) -> Config:
    """Read the configuration. Raises ConfigError with the key that is wrong."""
    path = state / "config.toml"
    try:
        return Config.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Config()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigError(f"{path} is no valid TOML ({fault}).", "Mend the line, or move the file aside.") from fault
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigError(
            f"{path}: {where}: {first['msg']}.", "Mend that key; docs/guide.md lists them all."
        ) from fault

"""Language models kept on this machine: where they lie, and what is known of them."""

from __future__ import annotations

from pathlib import Path

from assistant.language.gguf import read_head
from assistant.models import Value

EMBEDDED = "smollm2"
"""The model that `embedded` means."""


class Weights(Value):
    """One model file."""

    name: str
    """What `gguf:NAME` calls it."""
    title: str = ""
    """What the file calls itself."""
    size: int
    """Bytes."""
    licence: str = "not stated"
    path: str


def models_folder() -> Path:
    """Where models lie, for all vaults of this user."""
    from platformdirs import user_data_path

    return user_data_path("showme") / "models"


def weights_path(name: str) -> Path:
    """The file of a model by its name, there or not."""
    return models_folder() / f"{Path(name).name.removesuffix('.gguf')}.gguf"


def list_weights() -> list[Weights]:
    """Every model that lies here, by name."""
    return [describe_weights(path) for path in sorted(models_folder().glob("*.gguf"))]


def describe_weights(path: Path) -> Weights:
    """What a file says of itself."""
    try:
        head = read_head(path)
    except ValueError:
        head = {"general.name": "not a model file"}
    return Weights(
        name=path.stem,
        title=head.get("general.name", ""),
        size=path.stat().st_size,
        licence=head.get("general.license", "not stated"),
        path=str(path),
    )

"""Language models kept on this machine: where they lie, how they come here, what is known of them."""

from __future__ import annotations

from pathlib import Path

EMBEDDED = "smollm2"
"""The model that `embedded` means."""


def models_folder() -> Path:
    """Where models lie, for all vaults of this user."""
    from platformdirs import user_data_path

    return user_data_path("showme") / "models"


def weights_path(name: str) -> Path:
    """The file of a model by its name, there or not."""
    return models_folder() / f"{Path(name).name.removesuffix('.gguf')}.gguf"

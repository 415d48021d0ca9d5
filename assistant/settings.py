"""Which vault is meant, and what the machine's user configured for all vaults.

That lies in the user's own folder, not in a vault: it is written atomically, and no journal of a vault knows of it.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from assistant.errors import ConfigError, VaultNotFoundError


def user_config_path() -> Path:
    """The user's own configuration: `showme/config.toml` in the platform's folder for it."""
    from platformdirs import user_config_path as platform_config

    return platform_config("showme") / "config.toml"


def demo_path() -> Path:
    """Where `showme demo` keeps its copy of the sample team."""
    from platformdirs import user_data_path

    return user_data_path("showme") / "demo"


def configured_vault() -> Path | None:
    """The vault that `showme init` remembered, if any. Raises ConfigError when the file is broken."""
    path = user_config_path()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigError(
            f"{path} is no valid TOML ({fault}).", "Mend it, or delete it and run `showme init`."
        ) from fault
    value = table.get("vault")
    return Path(value).expanduser() if isinstance(value, str) else None


def remember_vault(root: Path) -> None:
    """Make this the vault that plain `showme` opens."""
    import tomlkit

    from assistant.vault.writing import write_atomic

    path = user_config_path()
    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.is_file() else tomlkit.document()
    document["vault"] = str(root)
    write_atomic(path, tomlkit.dumps(document))


def vault_root(named: Path | None) -> Path:
    """The folder of notes that is meant: named, else SHOWME_VAULT, else remembered, else here if it is one.

    Raises VaultNotFoundError with what to do about it.
    """
    chosen = named or _from_environment() or configured_vault()
    if chosen is None and (Path.cwd() / ".showme").is_dir():
        chosen = Path.cwd()
    if chosen is None:
        raise VaultNotFoundError(
            "No folder of notes is configured.",
            "Run `showme init DIR` on your notes, name them with --vault DIR, or try `showme demo`.",
        )
    root = chosen.expanduser()
    if not root.is_dir():
        raise VaultNotFoundError(
            f"There is no folder {root}.", "Name your notes with --vault DIR or `showme init DIR`."
        )
    return root.resolve()


def _from_environment() -> Path | None:
    text = os.environ.get("SHOWME_VAULT")
    return Path(text) if text else None

"""Keys of hosted models: from the environment, else from the keyring; never from a file, never shown."""

from __future__ import annotations

import os
from typing import Any

_SERVICE = "showme"
_NAMES = {
    "openai": "OPENAI_API_KEY",
    "anthropic": "ANTHROPIC_API_KEY",
    "mistralai": "MISTRAL_API_KEY",
    "google_genai": "GOOGLE_API_KEY",
    "groq": "GROQ_API_KEY",
    "cohere": "COHERE_API_KEY",
    "deepseek": "DEEPSEEK_API_KEY",
    "openrouter": "OPENROUTER_API_KEY",
    "together": "TOGETHER_API_KEY",
    "fireworks": "FIREWORKS_API_KEY",
    "xai": "XAI_API_KEY",
    "perplexity": "PPLX_API_KEY",
}


def key_name(provider: str) -> str:
    """The environment variable that holds a provider's key."""
    return _NAMES.get(provider, f"{provider.upper()}_API_KEY")


def find_key(provider: str) -> str | None:
    """The key, or None where neither environment nor keyring (`keyring set showme PROVIDER`) holds one."""
    key = os.environ.get(key_name(provider))
    return key.strip() if key and key.strip() else _from_keyring(provider)


def _from_keyring(provider: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        key: Any = keyring.get_password(_SERVICE, provider)
    except (KeyringError, RuntimeError, OSError):
        return None  # no keyring on this machine, or a locked one: the same as no key
    return key or None

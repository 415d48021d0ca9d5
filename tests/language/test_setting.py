"""One setting for every model: where it is read from, what counts as this machine, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import ConfigError
from assistant.language.opening import is_small
from assistant.language.setting import load_setting


def test_flag_goes_before_environment_before_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_setting(tmp_path).is_offline
    (tmp_path / "config.toml").write_text('[model]\nname = "ollama:one"\n', encoding="utf-8")
    assert load_setting(tmp_path).name == "ollama:one"
    monkeypatch.setenv("SHOWME_MODEL", "openai:two")
    assert load_setting(tmp_path).name == "openai:two"
    assert load_setting(tmp_path, "anthropic:three").name == "anthropic:three"


@pytest.mark.parametrize(
    ("name", "base_url", "is_here"),
    [
        ("embedded", None, True),
        ("gguf:/models/some.gguf", None, True),
        ("openai:name", None, False),
        ("openai:name", "http://localhost:8080/v1", True),
        ("openai:name", "http://127.0.0.1:8080/v1", True),
        ("openai:name", "http://[::1]:8080/v1", True),
        ("openai:name", "http://localhost.example.com/v1", False),
        ("openai:name", "http://127.0.0.1@models.example.com/v1", False),
        ("ollama:name", None, True),
        ("ollama:name", "http://10.0.0.7:11434", False),
        ("anthropic:name", None, False),
        ("groq:name", "http://localhost:8080/v1", False),
    ],
)
def test_only_loopback_and_this_process_are_this_machine(
    name: str, base_url: str | None, is_here: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if base_url:
        monkeypatch.setenv("SHOWME_BASE_URL", base_url)
    setting = load_setting(tmp_path, name)
    assert setting.is_on_this_machine is is_here
    assert setting.needs_veil is not is_here


def test_another_address_in_the_environment_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_HOST", "10.0.0.7:11434")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://localhost:1234/v1")
    assert not load_setting(tmp_path, "ollama:name").is_on_this_machine
    assert load_setting(tmp_path, "openai:name").is_on_this_machine


@pytest.mark.parametrize(("policy", "name", "veiled"), [("always", "embedded", True), ("never", "openai:x", False)])
def test_pseudonyms_by_policy(
    policy: str, name: str, veiled: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOWME_PSEUDONYMS", policy)
    assert load_setting(tmp_path, name).needs_veil is veiled


@pytest.mark.parametrize("name", ["", "nonsense", "openai:", ":name"])
def test_what_names_no_model_is_refused_with_the_forms_that_do(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="openai:name"):
        load_setting(tmp_path, name or " ")


def test_wrong_choices_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match="adapt"):
        load_setting(tmp_path, "openai:x", "wild")
    monkeypatch.setenv("SHOWME_BASE_URL", "ftp://here")
    with pytest.raises(ConfigError, match="http"):
        load_setting(tmp_path, "openai:x")


@pytest.mark.parametrize(
    ("model", "small"),
    [
        ("qwen2.5:1.5b", True),
        ("llama3.2:3b-instruct", True),
        ("smollm2:135m", True),
        ("qwen3:32b", False),
        ("a-large-one", False),
    ],
)
def test_size_is_told_by_the_name(model: str, small: bool, tmp_path: Path) -> None:
    assert is_small(load_setting(tmp_path, f"ollama:{model}")) is small

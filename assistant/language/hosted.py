"""Models behind an address or a vendor's package, through LangChain. The one place that knows its chat models."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from assistant.index.store import silence_vendors
from assistant.language.faults import ModelError, broken_off, causes_of, endless, fault_of
from assistant.language.keys import find_key, key_name
from assistant.language.setting import ModelSetting
from assistant.language.turns import Call, Request, Turn, Usage

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

_NO_KEY = "none"
"""What a server on this machine that asks for no key is sent, because the client insists on one."""
_ROOM = 20
"""How many times the tokens of an answer a model may spend, thinking included, before the server is to stop it."""


class HostedModel:
    """A chat model that LangChain opens; any number of calls at a time."""

    def __init__(self, setting: ModelSetting) -> None:
        """Open it; nothing is sent yet. Raises ModelError when package or key is missing."""
        silence_vendors()
        self._setting = setting
        self._client: Any = None
        self._model = self._open()
        self._takes_extras = True

    def request(self, call: Call) -> Request:
        """The call as the server is asked it; without schema and usage report where it rejected them before."""
        return request_for(self._setting, call, takes_extras=self._takes_extras)

    def stream(self, request: Request, seconds: float) -> Generator[str | Usage, None, None]:
        """Pieces as they come. Where the server rejects the schema or the usage report, the next request is without them."""
        try:
            yield from self._pieces(request, seconds)
        except ModelError as fault:
            if not request.options or "(400)" not in fault.message:
                raise
            self._takes_extras = False
            raise ModelError(fault.message, fault.remedy, wait=0.0) from None

    def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            self._client.close()

    def _pieces(self, request: Request, seconds: float) -> Iterator[str | Usage]:
        is_openai = self._setting.provider == "openai"
        patience = {"timeout": seconds} if is_openai else {}
        ended = ""
        try:
            for chunk in _chunks(self._model, request.turns, {**patience, **request.options}):
                ended = str(chunk.response_metadata.get("finish_reason") or ended)
                yield from _read(chunk)
        except Exception as fault:
            # an edge: whatever a vendor raises becomes a fault of ours here
            raise fault_of(fault, self._setting.name, self._setting.host) from None
        if ended == "length":
            raise endless(self._setting.name)
        if not ended and is_openai:
            raise broken_off(self._setting.host)

    def _open(self) -> BaseChatModel:
        setting = self._setting
        try:
            if setting.provider == "openai":
                return self._open_openai()
            from langchain.chat_models import init_chat_model

            options: dict[str, Any] = {"base_url": setting.base_url} if setting.base_url else {}
            key = find_key(setting.provider) if setting.provider != "ollama" else None
            if key:
                options["api_key"] = key
            model: BaseChatModel = init_chat_model(setting.model, model_provider=setting.provider, **options)
        except ImportError as fault:
            package = getattr(fault, "name", None) or f"langchain_{setting.provider}"
            raise ModelError(
                f"{setting.name} needs the package {package.partition('.')[0].replace('_', '-')}.",
                f"Install it with `pip install {package.partition('.')[0].replace('_', '-')}`.",
                is_final=True,
            ) from fault
        except ModelError:
            raise
        except Exception as fault:
            raise _unopened(setting, fault) from None
        return model

    def _open_openai(self) -> BaseChatModel:
        from assistant.language.openai_chat import open_openai

        key = find_key("openai")
        if key is None and self._setting.host == "api.openai.com":
            raise _no_key(self._setting)
        model, self._client = open_openai(self._setting, key or _NO_KEY)
        return model


def request_for(setting: ModelSetting, call: Call, *, takes_extras: bool = True) -> Request:
    """A call as the server is asked it. Raises ModelError when the package is missing.

    For `openai:` the body is what the client itself makes of the call, byte for byte, caught before it goes; other packages make
    theirs of the turns and options that stand in the body here.
    """
    options = _extras(setting, call) if takes_extras else {}
    if setting.provider == "openai":
        return Request(call.turns, _caught(setting, call.turns, options), options)
    messages = [{"role": turn.role, "content": turn.text} for turn in call.turns]
    body = {"model": setting.model, "messages": messages, "stream": True, **options}
    return Request(call.turns, json.dumps(body, ensure_ascii=False).encode(), options)


def _caught(setting: ModelSetting, turns: Sequence[Turn], options: Mapping[str, Any]) -> bytes:
    from assistant.language.openai_chat import Caught

    try:
        for _ in _chunks(_rehearsal(setting), turns, options):
            pass
    except Exception as fault:
        # an edge: the client wraps what was raised in an exception of its own
        caught = next((cause for cause in causes_of(fault) if isinstance(cause, Caught)), None)
        if caught is None:
            raise fault_of(fault, setting.name, setting.host) from None
        return caught.body
    raise AssertionError("a rehearsal ends before anything is sent")


@lru_cache(maxsize=1)
def _rehearsal(setting: ModelSetting) -> BaseChatModel:
    """The client that `openai:` means, without a key and without a way out."""
    silence_vendors()
    from assistant.language.openai_chat import open_rehearsal

    return open_rehearsal(setting, _NO_KEY)


def _chunks(model: BaseChatModel, turns: Sequence[Turn], options: Mapping[str, Any]) -> Iterator[BaseMessage]:
    """The one way in which a model of LangChain is asked."""
    return model.stream([(turn.role, turn.text) for turn in turns], config={"callbacks": []}, **options)


def _extras(setting: ModelSetting, call: Call) -> dict[str, Any]:
    match setting.provider:
        case "openai":
            extras: dict[str, Any] = {"stream_usage": True, "max_tokens": call.most_tokens * _ROOM}
            if call.schema_ is not None:
                form = {"name": "items", "schema": call.schema_, "strict": True}
                # as part of the body: LangChain would check the pieces of the stream against the schema itself
                extras["extra_body"] = {"response_format": {"type": "json_schema", "json_schema": form}}
            return extras
        case "ollama" if call.schema_ is not None:
            return {"format": call.schema_}
        case _:
            return {}


def _read(chunk: BaseMessage) -> Iterator[str | Usage]:
    text = chunk.text
    if text:
        yield str(text)
    usage = getattr(chunk, "usage_metadata", None)
    if usage:
        told = chunk.response_metadata.get("token_usage") or {}
        cost = told.get("cost") if isinstance(told, dict) else None
        yield Usage(
            read=usage.get("input_tokens", 0),
            written=usage.get("output_tokens", 0),
            cost=cost if isinstance(cost, int | float) else None,
        )


def _no_key(setting: ModelSetting) -> ModelError:
    name = key_name(setting.provider)
    return ModelError(
        f"There is no key for {setting.name}.",
        f"Set {name} in the environment, or run `keyring set showme {setting.provider}`.",
        is_final=True,
    )


def _unopened(setting: ModelSetting, fault: Exception) -> ModelError:
    if "api_key" in str(fault).casefold() or "api key" in str(fault).casefold():
        return _no_key(setting)
    return ModelError(
        f"{setting.name} is no model that can be opened ({type(fault).__name__}).",
        "Write ollama:name, openai:name, anthropic:name, or another provider that LangChain knows.",
        is_final=True,
    )

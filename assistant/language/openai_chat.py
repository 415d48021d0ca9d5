"""Servers that speak the OpenAI chat protocol. Imports LangChain's client at once, so it is imported late itself."""

from __future__ import annotations

from typing import Any

import httpx2
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.language.setting import ModelSetting


class CostTellingChat(ChatOpenAI):
    """The client, which also passes on what some gateways say that a call cost."""

    def _convert_chunk_to_generation_chunk(
        self, chunk: dict[str, Any], default_chunk_class: type, base_generation_info: dict[str, Any] | None
    ) -> ChatGenerationChunk | None:
        made = super()._convert_chunk_to_generation_chunk(chunk, default_chunk_class, base_generation_info)
        cost = (chunk.get("usage") or {}).get("cost")
        if made is not None and isinstance(cost, int | float):
            made.message.response_metadata["token_usage"] = {"cost": cost}
        return made


class Caught(Exception):  # noqa: N818 (no fault: what was waited for)
    """A request that was about to go out."""

    def __init__(self, body: bytes) -> None:
        super().__init__("caught before it went out")
        self.body = body


def open_rehearsal(setting: ModelSetting, key: str) -> ChatOpenAI:
    """The chat model over a client that sends nothing: every request ends in `Caught` with its body."""
    return _chat(setting, key, httpx2.Client(transport=httpx2.MockTransport(_catch)))


def _catch(request: httpx2.Request) -> httpx2.Response:
    raise Caught(request.read())


def open_openai(setting: ModelSetting, key: str) -> tuple[ChatOpenAI, httpx2.Client]:
    """The chat model and the connections to close after it; nothing is sent yet.

    No redirects: what answers is the address that was configured. No proxy on the way to this machine itself.
    """
    client = httpx2.Client(follow_redirects=False, trust_env=not setting.is_on_this_machine)
    return _chat(setting, key, client), client


def _chat(setting: ModelSetting, key: str, client: httpx2.Client) -> ChatOpenAI:
    return CostTellingChat(
        model=setting.model,
        base_url=setting.base_url,
        api_key=SecretStr(key),
        http_client=client,
        max_retries=0,
        use_responses_api=False,
    )

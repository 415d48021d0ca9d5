"""The scripted server itself: what it is asked stands in `asked`, byte for byte, and a cut stream is cut."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

from tests.language.server import ModelServer, Reply, serve


def ask(server: ModelServer, body: dict[str, object]) -> tuple[int, str]:
    where = urlsplit(server.url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port or 0, timeout=5)
    connection.request("POST", f"{where.path}/chat/completions", json.dumps(body).encode())
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_replies_come_in_their_order_and_requests_are_kept() -> None:
    with serve(["first", Reply(status=429, headers={"Retry-After": "2"})]) as server:
        assert '"first"' in ask(server, {"messages": [{"role": "user", "content": "one"}]})[1]
        assert ask(server, {"messages": [{"role": "user", "content": "two"}]})[0] == 429
        assert [asked.last for asked in server.asked] == ["one", "two"]


def test_streams_end_properly_unless_they_are_cut() -> None:
    with serve(
        [Reply("a text that needs a few pieces"), Reply("a text that needs a few pieces", cut_after=1)]
    ) as server:
        body: dict[str, object] = {"messages": [], "stream": True}
        assert ask(server, body)[1].endswith("data: [DONE]\n\n")
        assert "[DONE]" not in ask(server, body)[1]

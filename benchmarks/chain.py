"""What our chain costs over the bare calls that it makes, and one brief with the embedded model.

    python benchmarks/chain.py [--vault DIR] [--delay SECONDS]    against a scripted server on this machine
    python benchmarks/chain.py --embedded                         with `showme model get smollm2` done

The bare calls send the same bytes to the same server, as many at a time; both sides start warm (packages imported, one call made).
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from assistant import verbs
from assistant.language.setting import ModelSetting
from assistant.language.tailor import tailor
from assistant.models import Brief
from assistant.sample.copy import SAMPLE_DAY, copy_sample
from assistant.workspace import Workspace
from tests.language.server import Asked, ModelServer, Reply, serve
from tests.language.test_tailor import drafted, fitting

PERSON = "André"
AT_ONCE = 4
"""As many calls under way at a time as the chain has."""


def through_chain(workspace: Workspace, offline: Brief, server: ModelServer, strategy: str) -> tuple[float, Brief]:
    """Seconds of one brief through the chain, without the cache."""
    setting = ModelSetting("openai:scripted", server.url, strategy)  # type: ignore[arg-type]
    begun = time.perf_counter()
    *_, last = tailor(workspace, offline, setting, use_cache=False)
    return time.perf_counter() - begun, last.brief


def bare(server: ModelServer, bodies: list[bytes], at_once: int) -> float:
    """Seconds of the same requests with nothing around them."""
    where = urlsplit(server.url)

    def call(body: bytes) -> None:
        connection = http.client.HTTPConnection(where.hostname or "", where.port or 0, timeout=60)
        connection.request("POST", f"{where.path}/chat/completions", body, {"Content-Type": "application/json"})
        connection.getresponse().read()
        connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(call, bodies))
    return time.perf_counter() - begun


def compare(workspace: Workspace, strategy: str, delay: float, rounds: int) -> None:
    """Print the median ratio of some rounds, chain and bare calls in turn."""
    offline = verbs.prep(workspace, PERSON)

    def answer(asked: Asked) -> Reply:
        text = fitting(asked) if strategy == "adapt" else json.dumps(drafted(asked))
        return Reply(text, delay=delay)

    ratios, seconds = [], []
    with serve(answer) as server:
        through_chain(workspace, offline, server, strategy)
        for _ in range(rounds):
            before = len(server.asked)
            spent, brief = through_chain(workspace, offline, server, strategy)
            bodies = [asked.raw for asked in server.asked[before:]]
            ratios.append(spent / bare(server, bodies, AT_ONCE if strategy == "adapt" else 1))
            seconds.append(spent)
    told = brief.tailoring
    passed = told.adapted + told.drafted if told else 0
    print(
        f"{strategy}, server {delay:.1f} s a call: {len(bodies)} calls, {passed} items, chain {statistics.median(seconds):.2f} s, "
        f"{statistics.median(ratios):.2f} times the bare calls (of {rounds} rounds: {min(ratios):.2f} to {max(ratios):.2f})"
    )


def embedded(workspace: Workspace) -> None:
    """Print what one brief with the embedded model takes, and how many items it changed."""
    offline = verbs.prep(workspace, PERSON)
    begun, shown = time.perf_counter(), None
    for event in tailor(workspace, offline, ModelSetting("embedded", strategy="adapt"), use_cache=False):
        if shown is None and getattr(event, "is_new", False):
            shown = time.perf_counter() - begun
    told = event.brief.tailoring  # type: ignore[union-attr]
    first = f"first tailored item after {shown:.1f} s" if shown else "no item tailored"
    print(
        f"embedded: {told.seconds:.1f} s, {told.calls} calls, {told.tokens_read} tokens read, {told.tokens_written} written; {first}"
    )
    print(
        f"adapted {told.adapted} (repaired {told.repaired}), offline item stands {told.replaced}; refused for {told.refused}"
    )


def main() -> None:
    """Run what was asked for on a fresh copy of the sample team."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, action="append", help="seconds the scripted server takes for a call")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--embedded", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "sample"
        copy_sample(root)
        workspace = Workspace(root, today=date.fromisoformat(SAMPLE_DAY))
        if options.embedded:
            embedded(workspace)
        else:
            for strategy in ("adapt", "draft"):
                for delay in options.delay or (0.3, 1.0):
                    compare(workspace, strategy, delay, options.rounds)
        workspace.close()


if __name__ == "__main__":
    main()

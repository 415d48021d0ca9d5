"""Prints what would go to a model, before it goes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.printing import print_json, print_text

if TYPE_CHECKING:
    from assistant.language.turns import Payload


def print_payloads(payloads: Sequence[Payload], *, as_json: bool) -> None:
    """Every call: where it goes, then its turns word for word, and the body that holds them as it would go out."""
    if as_json:
        print_json(
            [
                {
                    "model": payload.model,
                    "host": payload.host,
                    "purpose": payload.purpose,
                    "messages": [{"role": turn.role, "content": turn.text} for turn in payload.turns],
                    "body": json.loads(payload.body),
                    "sha256": payload.digest,
                }
                for payload in payloads
            ]
        )
        return
    for number, payload in enumerate(payloads, 1):
        print_text(f"=== call {number} of {len(payloads)} to {payload.model} at {payload.host}: {payload.purpose}\n")
        for turn in payload.turns:
            print_text(f"[{turn.role}]\n{turn.text}\n")
        print_text(f"[body, SHA-256 {payload.digest}]\n{payload.body.decode()}\n")
    print_text("An answer that is refused is asked for once more, with the reasons added to the same turns.")

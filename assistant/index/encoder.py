"""A small transformer on this machine: tokens in, one state a token out. Both packaged models run in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.errors import ShowMeError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    States = npt.NDArray[np.float32]

_MAX_TOKENS = 256
_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"

Text = str | tuple[str, str]
"""One text, or two that the model sees side by side."""


class Encoded(NamedTuple):
    """One text's tokens as the model left them."""

    states: States
    """Shape (tokens, 384)."""
    offsets: Sequence[tuple[int, int]]
    """Where each token stands in its own text; (0, 0) for the marks between."""
    parts: Sequence[int]
    """0 for tokens of the first text, 1 for those of the second."""


class Encoder:
    """One loaded model. Loading takes a fifth of a second: keep it."""

    def __init__(self, model: bytes) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[Text], batch: int) -> Iterator[tuple[int, Encoded]]:
        """Every text with its place in the sequence, those of like length together, `batch` at a time."""
        import numpy as np

        order = sorted(range(len(texts)), key=lambda i: _length(texts[i]))
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            codes = _tokenizer().encode_batch([texts[row] for row in rows])
            ids = np.array([code.ids for code in codes], dtype=np.int64)
            mask = np.array([code.attention_mask for code in codes], dtype=np.int64)
            parts = np.array([code.type_ids for code in codes], dtype=np.int64)
            inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": parts}
            states = self._session.run(None, inputs)[0]
            for row, code, these in zip(rows, codes, states, strict=True):
                size = sum(code.attention_mask)
                yield row, Encoded(these[:size], code.offsets[:size], code.type_ids[:size])


def checked_file(path: Path, expected: str) -> bytes:
    """The content of a packaged file. Raises ShowMeError when its SHA-256 is not the expected one."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != expected:
        raise ShowMeError(f"{path.name} is not the file this version was made with.", "Install showme again.")
    return content


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_buffer(
        checked_file(Path(str(files("assistant.index") / "tokenizer.json")), _TOKENIZER_SHA256)
    )
    tokenizer.enable_truncation(_MAX_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


def _length(text: Text) -> int:
    return len(text) if isinstance(text, str) else len(text[0]) + len(text[1])

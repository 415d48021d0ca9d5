"""A model's words to items that may be shown: strategies, the gate, the one line out. The only room that knows chat models."""

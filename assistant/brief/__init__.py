"""Ledger, retriever and knowledge to the brief: choose, rank, word, render."""

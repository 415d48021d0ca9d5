"""Phrases that mark critique or invitation, one file a kind, as data that a manager can read."""

"""Principles, question bank and claim catalogue: data that a manager can read and edit."""

"""The knowledge files, read and checked: principles, question bank, claim kinds."""

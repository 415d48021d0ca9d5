"""A question over the notes: the lines that answer it, or that the notes do not say."""

"""Notes to findings: claims, promises, what was shown, bright spots, habits, and what must never be shown."""

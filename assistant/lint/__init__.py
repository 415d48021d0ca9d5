"""A sentence to a verdict: coaching or critique."""

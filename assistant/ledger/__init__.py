"""Findings and the manager's decisions to what stands today."""

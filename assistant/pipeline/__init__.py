"""The newest pipeline export to deals."""

"""Files to notes: what lies in the manager's folder, whose it is, and how the tool writes there."""

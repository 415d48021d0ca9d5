"""The shipped sample team: six sellers, five months of one manager's notes."""

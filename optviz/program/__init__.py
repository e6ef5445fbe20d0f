"""Rules and losses as small straight-line programs, traced from their one definition in Python."""

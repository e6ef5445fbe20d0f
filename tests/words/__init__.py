"""The table of words."""

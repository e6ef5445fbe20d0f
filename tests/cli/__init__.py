"""The commands: what they print, what they write, what they refuse."""

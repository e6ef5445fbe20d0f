"""The spellings of what is raced."""

"""What is raced, as one value, and its spellings."""

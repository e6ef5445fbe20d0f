"""Models of two weights on data of a user's own."""

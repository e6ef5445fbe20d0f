"""Functions of a user's own as surfaces."""

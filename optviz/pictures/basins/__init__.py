"""A basin map as a picture."""

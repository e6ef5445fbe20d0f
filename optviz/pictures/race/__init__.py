"""A race as a picture."""

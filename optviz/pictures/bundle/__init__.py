"""A race of many seeds or starts as a picture: thin trails, medians, bands, and distributions."""

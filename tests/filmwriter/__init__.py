"""The film writer against matplotlib's own drawing of the same animations."""

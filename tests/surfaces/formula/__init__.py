"""Formulas: read, refused, differentiated, typeset; nothing in them ever runs as Python."""

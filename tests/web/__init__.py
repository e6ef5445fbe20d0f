"""The JavaScript, as far as Python reads it: its layers, its built files, its tables."""

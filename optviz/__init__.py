"""optviz shows how optimizers move: exact races over loss surfaces, every number open."""

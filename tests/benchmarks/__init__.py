"""How long things take; each file is one command."""

"""What `python -m optviz` can do, one module for each command."""

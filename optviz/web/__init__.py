"""The JavaScript of the player and the explorer, and the files built from it."""

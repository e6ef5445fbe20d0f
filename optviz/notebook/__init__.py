"""Races, scenes, surfaces, sweeps and basin maps in notebooks: words, pictures, and the player."""

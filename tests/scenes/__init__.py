"""Scenes, claims and definitions, and typed formulas as scenes."""

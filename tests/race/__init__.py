"""Races: what they keep, and under which conditions they run."""

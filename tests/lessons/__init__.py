"""Lessons: their texts, what they claim, and their hand-outs."""

"""Tests of optviz; `python -m pytest` runs them."""

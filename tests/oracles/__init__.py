"""Tests of the rules that ask for more than a gradient."""

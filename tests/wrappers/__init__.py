"""Wrappers: against their references, their equations and names."""

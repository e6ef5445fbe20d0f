"""Tests that use the app as a visitor does: in a real browser, on a real server."""

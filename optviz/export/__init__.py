"""Races as files: pictures, films, pages and tables."""

"""Races as files: pictures, films, pages and tables."""

from optviz.export.exporting import FORMATS, export

__all__ = ["FORMATS", "export"]

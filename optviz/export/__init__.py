"""Races, sweeps and basin maps as files: pictures, films, pages and tables."""

from optviz.export.formats import FORMATS, export, formats_of

__all__ = ["FORMATS", "export", "formats_of"]

"""Races, sweeps, basin maps and studies of the digits as files: pictures, films, pages, tables."""

from optviz.export.formats import FORMATS, export, formats_of
from optviz.export.options import FilmOptions, StillOptions
from optviz.pictures.composition import PictureOptions
from optviz.pictures.figure_style import Style
from optviz.pictures.race.composition import RaceOptions
from optviz.pictures.sweep.composition import SweepOptions

__all__ = [
    "FORMATS",
    "FilmOptions",
    "PictureOptions",
    "RaceOptions",
    "StillOptions",
    "Style",
    "SweepOptions",
    "export",
    "formats_of",
]
